"""The program `xcdesk`: opens the office's database and shows its window."""

import logging
import sys
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, cast

from PySide6.QtCore import QObject
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QWidget

import xcdesk
from ui import translation
from ui.changes import Changes
from ui.desk import Desk
from ui.errors import CrashHook
from ui.main_window import MainWindow
from ui.pages.catalogue import all_pages
from ui.place import place_text
from ui.settings import Preferences
from ui.tasks import TaskRunner
from ui.theme import theme
from ui.undo import UndoStack
from ui.widgets import spoken
from xcdesk import logs, settings, store
from xcdesk.codes import Role
from xcdesk.errors import DeskError
from xcdesk.resources import resource
from xcdesk.services.office import people
from xcdesk.services.record.actor import Actor

if TYPE_CHECKING:  # loaded when it is asked for: start-up time
    from ui.dialogs.first_run import FirstRun
    from ui.practising import PracticeOffice
    from ui.ways_in import WaysIn
    from ui.ways_out import WaysOut

log = logging.getLogger(__name__)


class Session(QObject):
    """One sitting at this desk: which database, which person, which window."""

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self._preferences = preferences
        self._where: store.Location | None = None
        self._actor: Actor | None = None
        self.window: QWidget | None = None
        self._f1: QObject | None = None

    def start(self, target: str) -> None:
        """Open ``target`` (path or address); empty takes the last database, or asks how to begin."""
        place = target or settings.default_database()
        if place == settings.usual_database() and not Path(place).exists():
            self.show_first_run()
            return
        self.open(place)

    def open(self, place: str, key: str = "") -> None:
        """Open a database and let somebody in; a refusal is shown with the ways to begin.

        Without its key an encrypted file is opened once somebody has typed its passphrase.
        """
        try:
            if not key and store.is_keyed(place):
                self._ask_passphrase(place)
                return
            store.close_store()
            self._where = store.open_store(place, unchecked=True, key=key)
            if self._where.path == settings.practice_database() and not store.is_practice():
                self.practice.make()  # it is of a version that did not mark it
                return
            store.take_window()
        except DeskError as error:
            store.close_store()
            log.info("not opened: %s", error.code)
            self.show_first_run(error)
            return
        if not store.is_practice():
            settings.remember_database(str(place))
        known = self._known_person()
        if known is None:
            self._ask_person()
        else:
            self._sit_down(known)

    def show_first_run(self, error: DeskError | None = None) -> None:
        """Show the ways to begin, with the refusal of the last try."""
        from ui.dialogs.first_run import FirstRun  # start-up time

        page = FirstRun(settings.home())
        page.new_office.connect(self._found)
        page.practice.connect(self._practise)
        page.connect_to.connect(self.open)
        page.start_from.connect(lambda backup: self.ways_in.start_from(backup, page))
        page.language_chosen.connect(self._choose_language)
        if error is not None:
            page.show_refusal(error)
        self.replace(page)

    @cached_property
    def ways_in(self) -> "WaysIn":
        """What asks for passphrases and restores backups; made when it is needed."""
        from ui.ways_in import WaysIn  # start-up time

        made = WaysIn(self)
        made.ready.connect(self.open)
        made.refused.connect(self.show_first_run)
        return made

    @cached_property
    def ways_out(self) -> "WaysOut":
        """What makes the open data give way to others; made when it is needed."""
        from ui.ways_out import WaysOut  # start-up time

        return WaysOut(self, self)

    def _ask_passphrase(self, place: str) -> None:
        """Ask for it alone, in place of any window."""
        form = self.ways_in.ask(place)
        form.given_up.connect(lambda: self._nobody(form))
        self.replace(form)

    def _found(self, files: tuple[Path, ...]) -> None:
        """Let whoever sets the office up say who he is; there is no office until that is said."""
        from ui.founding import Founding  # start-up time

        founding = Founding(files, self)
        founding.done.connect(self._begin_office)
        founding.begin(self.window)

    def _begin_office(self, actor: Actor, files: tuple[Path, ...]) -> None:
        """Show the window to whoever founded the office, with the steps of setting it up."""
        self._where = store.where()
        self._sit_down(actor)
        if isinstance(self.window, MainWindow):
            self.window.open("setup", files)

    def _practise(self, way: str = "") -> None:
        """Carry out what is asked about the practice office; nothing else enters it."""
        from ui.beginning import ANEW, LEAVE  # start-up time

        ways = {LEAVE: self.practice.leave, ANEW: self.practice.make}
        ways.get(way, self.practice.enter)()

    @cached_property
    def practice(self) -> "PracticeOffice":
        """What makes, enters and leaves the practice office; made when it is needed."""
        from ui.practising import PracticeOffice  # start-up time

        made = PracticeOffice(self.ways_out.may_leave, self.ways_to_begin, self)
        made.ready.connect(self.open)
        made.left.connect(lambda: self.start(""))
        made.refused.connect(self.show_first_run)
        return made

    def ways_to_begin(self) -> "FirstRun":
        """The page of the first start, in the place of any window."""
        from ui.dialogs.first_run import FirstRun  # start-up time

        if not isinstance(self.window, FirstRun):
            self.show_first_run()
        return cast("FirstRun", self.window)

    def _known_person(self) -> Actor | None:
        """Who sat here last, or the only one there is, if he need not prove that he is it."""
        actors = people.actors()
        if store.is_practice():  # nobody has to prove that he is one of invented people
            return next((actor for actor in actors if actor.role == Role.CLERK), None)
        last = next((actor for actor in actors if actor.id == self._preferences.person), None)
        known = last or (actors[0] if len(actors) == 1 else None)
        return None if known is None or people.has_password(known) else known

    def _ask_person(self, above: QWidget | None = None) -> None:
        """Ask who sits here: ``above`` the window of whoever sits here now, or in place of any window."""
        from ui.dialogs.sign_in import SignInDialog  # start-up time

        dialog = SignInDialog(people.actors(), self._preferences.person, above)
        dialog.signed_in.connect(self._sit_down)
        if above is not None:
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()
            return
        dialog.given_up.connect(lambda: self._nobody(dialog))
        self.replace(dialog)

    def _switch_person(self) -> None:
        """Let somebody else sit down; behind a lock nothing is left of whoever sat here."""
        before = self.window
        locked = before is None or not before.isVisible()
        if locked and isinstance(before, MainWindow):
            before.give_up()
        self._ask_person(None if locked else before)

    def _nobody(self, dialog: QWidget) -> None:
        """Nobody signed in: back to the ways to begin, unless another window has taken the place."""
        if self.window is dialog:
            self.show_first_run()

    def _sit_down(self, actor: Actor, files: tuple[Path, ...] = ()) -> None:
        """Show the window to somebody, with spreadsheets to import if there are any."""
        self._actor = actor
        if self._where is not None and self._where.url is not None:
            from xcdesk.services.record import presence  # only at a server are there others

            presence.sit_down(actor)
        if not store.is_practice():
            self._preferences.person = actor.id
        self._show_main()
        if files and isinstance(self.window, MainWindow):
            self.window.open("import", files)

    def _choose_language(self, language: str) -> None:
        self._preferences.language = "en" if language == "en" else "zh"
        translation.install(self._preferences.language)
        if self._actor is None:
            self.show_first_run()
        else:
            self._show_anew()

    def _choose_text_size(self, percent: int) -> None:
        self._preferences.text_size = percent
        theme.current().set_text_size(percent)
        self._show_anew()

    def _show_anew(self) -> None:
        """Make the window anew in another look, at the tab where it stands."""
        before = self.window.page().key if isinstance(self.window, MainWindow) else ""
        self._show_main()
        if before and isinstance(self.window, MainWindow):
            self.window.show_page(before)

    def _show_main(self) -> None:
        if self._actor is None or self._where is None:
            raise RuntimeError("a window needs an open database and a person")
        desk = Desk(self._actor, TaskRunner(store.connection), Changes(), UndoStack(), self._preferences)
        window = MainWindow(desk, all_pages(desk), practice=store.is_practice())
        window.status.show_place(place_text(self._where))
        window.language_chosen.connect(self._choose_language)
        window.text_size_chosen.connect(self._choose_text_size)
        window.person_switch_asked.connect(self._switch_person)
        window.practice_asked.connect(self._practise)
        window.safe.connect(self._settle)
        window.start()
        self.replace(window)

    def _settle(self) -> None:
        """Begin what waits until the data may be written."""
        from ui import at_work  # start-up time

        window = self.window
        if isinstance(window, MainWindow) and window.isVisible() and self._where is not None:
            self._give_f1()
            self.ways_out.offer(window)
            at_work.begin(window)

    def leave(self) -> None:
        """Leave the day's work in a backup and close the database; no window is to be seen any more."""
        if self._where is not None and store.is_open() and not store.is_practice():
            from xcdesk.services.backups import keeping  # start-up time

            keeping.at_closing()
        store.close_store()

    def replace(self, window: QWidget) -> None:
        """Show another window in the place of the present one."""
        # The new one is shown first: closing the last window would end the program.
        before, self.window = self.window, window
        window.show()
        if not isinstance(window, MainWindow):
            self._give_f1()
        if before is not None:
            before.close()
            before.deleteLater()

    def _give_f1(self) -> None:
        """Let F1 be heard in windows beside the main one, from now on."""
        from ui.help.key import HelpKey  # start-up time

        if self._f1 is None:
            self._f1 = HelpKey(self)


class _Arguments(NamedTuple):
    database: str = ""
    selftest: Path | None = None


def _arguments(argv: Sequence[str]) -> _Arguments:
    if not argv or (len(argv) == 1 and not argv[0].startswith("-")):
        return _Arguments("".join(argv))
    import argparse  # start-up time

    parser = argparse.ArgumentParser(prog="xcdesk", description="The window of the publicity desk.")
    parser.add_argument("database", nargs="?", default="", help="path or postgresql:// address")
    parser.add_argument("--selftest", metavar="DIR", type=Path, help="prove the installation, show nothing")
    parser.add_argument("--version", action="version", version=f"xcdesk {xcdesk.__version__}")
    found = parser.parse_args(argv)
    return _Arguments(found.database, found.selftest)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the window until it is closed; returns the exit code."""
    arguments = _arguments(sys.argv[1:] if argv is None else argv)
    logs.to_file(settings.home() / "xcdesk.log")
    logs.crashes_to(settings.home() / "crashes.log")
    app = QApplication([*sys.argv[:1], *theme.STYLE])
    app.setApplicationName("xcdesk")
    app.setApplicationVersion(xcdesk.__version__)
    app.setWindowIcon(QIcon(str(resource("packaging", "xcdesk.svg"))))
    if arguments.selftest is not None:
        from ui import selftest  # start-up time

        return selftest.prove(arguments.selftest)
    preferences = Preferences(settings.home() / "window.ini")
    translation.install(preferences.language)
    app.setApplicationDisplayName(QApplication.translate("MainWindow", "Publicity desk"))
    theme.current().text_size = preferences.text_size
    theme.current().start(app, styled=True)
    theme.current().density = preferences.density
    theme.current().apply(preferences.theme)
    spoken.start()
    hook = CrashHook(app)
    hook.install()
    session = Session(preferences)
    session.start(arguments.database)
    code = app.exec()
    session.leave()
    return code


if __name__ == "__main__":
    sys.exit(main())
