"""The window: menus, six tabs, the command box and the status line. No rule of the office lives here."""

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QMainWindow
from typing_extensions import override

from ui.changes import Area
from ui.desk import Desk
from ui.dialogs.importing.desk import ImportDesk
from ui.file_check import FileCheck
from ui.finder.box import one_box
from ui.first_paint import FirstPaint
from ui.menu_bar import MenuBar
from ui.page_keeper import PageKeeper
from ui.pages.catalogue import PageSet
from ui.pages.page import Page
from ui.place import person_text, safety_text
from ui.refusals import UnsavedTextError
from ui.theme.tokens import State
from ui.widgets import focus
from ui.widgets.layouts import boxed, down
from ui.widgets.page_tabs import PageTabs
from ui.widgets.status_line import StatusLine
from ui.widgets.window_size import room_on_screen
from xcdesk import clock, store

if TYPE_CHECKING:  # loaded when it is asked for: start-up time
    from ui.beginning import Beginning
    from ui.finder.finder import Finder
    from ui.menus import Menus
    from ui.own_account import OwnAccount
    from ui.pages.today.office_tools import OfficeTools
    from ui.window_help import WindowHelp
    from xcdesk.services.counts.item_filter import ItemFilter

SMALLEST = QSize(900, 480)
USUAL = QSize(1366, 728)


class MainWindow(QMainWindow):
    """Shows one database to one person; the application makes a new window for another of either.

    It is painted with the first rows of the first page; what is not to be seen then is made afterwards.
    """

    language_chosen = Signal(str)
    text_size_chosen = Signal(int)
    person_switch_asked = Signal()
    practice_asked = Signal(str)  # ENTER, LEAVE or ANEW
    safe = Signal()  # the window is to be seen and the data may be written

    def __init__(
        self,
        desk: Desk,
        pages: PageSet,
        *,
        practice: bool = False,
    ) -> None:
        super().__init__()
        self.desk = desk
        self._box = one_box()
        self._box.setMinimumWidth(160)
        self._finder: Finder | None = None
        self._give_up = False
        self.setMinimumSize(SMALLEST)
        self.resize(USUAL.boundedTo(room_on_screen(self)))
        title = self.tr("Publicity desk")
        self.setWindowTitle(self.tr("{title} (practice)").format(title=title) if practice else title)
        self.imports = ImportDesk(desk, self)
        self.imports.behind_asked.connect(self._show_behind)
        self._places, self._menu_bar = pages.tabs, MenuBar(self)
        self.tabs = PageTabs([(tab.glyph, tab.name) for tab in pages.tabs], self._box)
        self._keeper = PageKeeper(desk, pages, self.tabs)
        self.setCentralWidget(self._framed() if practice else boxed(down(self.tabs)))
        self.status = StatusLine(desk.undo)
        self.setStatusBar(self.status)
        self.status.show_person(person_text(self.desk.actor))
        self._connect()
        self._first_paint = FirstPaint(self)
        self._first_paint.painted.connect(self._keeper.finish)
        self._first_paint.painted.connect(self._make_rest)
        self._prepare_check()
        used_before = desk.preferences.restore_geometry("main", self)
        self.safe.connect(lambda: self.help.offer_news(used_before=used_before))

    @property
    def help_topic(self) -> str:
        """What F1 shows where no part of the page says something of its own."""
        return self.page().help_topic

    @property
    def pages(self) -> tuple[Page, ...]:
        """All pages; those that nobody has needed yet are made now."""
        return self._keeper.all()

    @cached_property
    def menus(self) -> "Menus":
        """What hangs in the menu bar; made when it is needed, or once the window is to be seen."""
        from ui.menus import Menus

        return Menus(self, self._menu_bar, self, self.desk, self._places)

    @cached_property
    def help(self) -> "WindowHelp":
        """What the menu Help answers."""
        from ui.window_help import WindowHelp

        return WindowHelp(self, self.page, lambda: self.pages, lambda: self.menus.verbs)

    @cached_property
    def tools(self) -> "OfficeTools":
        """What the menu Tools offers; made when it is needed."""
        from ui.pages.today.office_tools import OfficeTools

        made = OfficeTools(self.desk, self.page, self)
        made.said.connect(self.status.say)
        return made

    @cached_property
    def own(self) -> "OwnAccount":
        """What everybody does with his own account; made when it is needed."""
        from ui.own_account import OwnAccount

        made = OwnAccount(self.desk, self, self.unsaved)
        made.said.connect(self.status.say)
        made.switch_asked.connect(self.person_switch_asked)
        return made

    @cached_property
    def beginning(self) -> "Beginning":
        """What an office begins with, and practises in; made when it is needed."""
        from ui.beginning import Beginning

        made = Beginning(self.desk, self.tools, self.imports, self.page, self)
        made.said.connect(self.status.say)
        made.practice_asked.connect(self.practice_asked)
        return made

    @property
    def finder(self) -> "Finder":
        """What answers in the one box; made when it is needed, or once the window is to be seen."""
        if self._finder is None:
            from ui.finder.finder import Finder
            from ui.window_verbs import commands

            self._finder = Finder(self.desk, self, self._box, partial(commands, self))
            self._finder.said.connect(self.status.say)
            self._finder.opened.connect(self.open)
            self._finder.dismissed.connect(lambda: self.page().focus_first())
            self._finder.failed.connect(lambda error: self.page().show_failure(error))
        return self._finder

    def start(self) -> None:
        """Read the first rows of the first page; the rest is made and read once they are to be seen."""
        self._keeper.start()

    def page(self) -> Page:
        """The page in front."""
        return self._keeper.front()

    def show_page(self, key: str) -> None:
        """Bring a tab to the front."""
        self._keeper.show(key)

    def open(self, key: str, target: object) -> None:
        """Go where a word leads, and show something there: a tab, or a window that belongs to none."""
        from ui import destinations  # start-up time

        destinations.go(self, key, target)

    def reload_page(self) -> None:
        """Read the page in front again."""
        self.page().reload()
        self.page().count_waiting()
        self.page().verbs.refresh()
        self.status.show_person(person_text(self.desk.actor))

    def move_region(self, step: int) -> None:
        """Move the focus one region of the page on, with -1 back; the tabs are the last one."""
        focus.visit([*self.page().regions(), self.tabs.tabBar()], step)

    def find_here(self) -> None:
        """Put the focus into the filter box of the page, or into the one box if it has none."""
        box = self.page().search
        if box is None:
            self.finder.focus()
            return
        box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        box.selectAll()

    def find_anywhere(self) -> None:
        """Put the focus into the one box."""
        self.finder.focus()

    def undo(self) -> None:
        """Take back the last act; a refusal stands in the page and leaves the act to be taken back later."""
        self.page().preceded.take_back(self.desk.undo)

    def redo(self) -> None:
        """Do again what was taken back last, or say in the page why not."""
        self.page().preceded.do_again(self.desk.undo)

    def choose_language(self, language: str) -> None:
        """Show the windows in another language, unless something typed would be lost with them."""
        if not self._must_stay():
            self.language_chosen.emit(language)

    def choose_text_size(self, percent: int) -> None:
        """Show the windows in type of another size, unless something typed would be lost with them."""
        if not self._must_stay():
            self.text_size_chosen.emit(percent)

    def unsaved(self) -> bool:
        """Whether a page holds typed text that closing would lose."""
        return any(page.unsaved() for page in self._keeper.made())

    def give_up(self) -> None:
        """Close without asking for what was typed and not saved: somebody has said that it may be lost."""
        self._give_up = True
        self.close()

    def leave(self) -> None:
        """Close the window."""
        self.close()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        typing = next((page for page in self._keeper.made() if page.unsaved()), None)
        if typing is not None and not self._give_up:
            from ui.dialogs.giving_up import ask_to_give_up

            event.ignore()
            self.show_page(typing.key)
            ask_to_give_up(typing.name(), self.give_up, self)
            return
        self.desk.preferences.save_geometry("main", self)
        self.desk.runner.shutdown()
        super().closeEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.page().clear_notice()
            self.page().focus_first()
            return
        super().keyPressEvent(event)

    def _must_stay(self) -> bool:
        """Whether the window must not be made anew, since it holds typed text; says so in the page."""
        if self.unsaved():
            self.page().show_failure(UnsavedTextError())
            return True
        return False

    def _framed(self) -> QFrame:
        """The tabs in the red frame of the practice office."""
        from ui.beginning import LEAVE
        from ui.practising import framed

        return framed(self.tabs, partial(self.practice_asked.emit, LEAVE))

    def _connect(self) -> None:
        self._keeper.verbs_shown.connect(self._show_verbs)
        self._keeper.said.connect(self.status.say)
        self._keeper.asked_for.connect(self.open)
        self.desk.changes.changed.connect(self._hear)
        self.imports.said.connect(self.status.say)
        for menu in self._menu_bar.menus():
            menu.aboutToShow.connect(self._keeper.finish)
        self.status.undo_asked.connect(self.undo)

    def _show_verbs(self, page: Page) -> None:
        self.menus.show_verbs_of(page)

    def _hear(self, areas: frozenset[Area]) -> None:
        if not self.desk.changes.by_others:
            moment = f"{clock.local(clock.utc_now()):%H:%M}"
            self.status.show_state(State.DONE, self.tr("Saved {time}").format(time=moment))
        if Area.BACKUPS in areas:
            self.status.show_place(safety_text())

    def _make_rest(self) -> None:
        """Make the finder, and then the pages behind."""
        if self._keeper.started and self.isVisible():
            self._finder = self.finder
            QTimer.singleShot(0, self._keeper.make_missing)

    def _prepare_check(self) -> None:
        """Let a file that was just opened be looked through after the first paint, and say so."""
        if not store.is_unchecked():
            self._first_paint.painted.connect(self.safe)
            return
        check = FileCheck(self.desk.runner, self.status.show_state, self)
        check.passed.connect(self.safe)
        check.failed.connect(lambda error: self.page().show_failure(error))
        self._first_paint.painted.connect(check.begin)

    def _show_behind(self, chosen: "ItemFilter", words: str) -> None:
        """Show the rows behind a figure that another window compares."""
        from ui.pages.behind import Behind  # start-up time

        self.open("coverage", Behind(chosen, words))
        self.activateWindow()
