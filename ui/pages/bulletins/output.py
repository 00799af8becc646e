"""Paper and files of the bulletins page: print, export, register, reprint."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from ui.dialogs.lacking import LackingDialog
from ui.dialogs.other_name import other_name
from ui.dialogs.print_form import PrintForm
from ui.dialogs.register import RegisterDialog
from ui.pages.bulletins.checks import Hand
from ui.pages.bulletins.preview import PreviewPane
from ui.pages.lacking import behind_lacking
from ui.pages.page import Page
from ui.printing import Habits
from xcdesk import clock, office
from xcdesk.codes import Series
from xcdesk.errors import DeskError
from xcdesk.files import safe_name, write_file
from xcdesk.progress import Operation
from xcdesk.services.issuing.register import Entry
from xcdesk.services.targets import evidence_check


class BulletinOutput(QObject):
    """Writes what the page shows to paper and to files."""

    def __init__(self, page: Page, preview: PreviewPane, hand: Callable[[], Hand]) -> None:
        super().__init__(page)
        self._page, self._preview, self._hand = page, preview, hand
        self._tried = (0, "", Path())

    def register(self) -> None:
        """Show the numbers given so far, with their files to reprint."""
        desk, window = self._page.desk, self._page.window()
        dialog = RegisterDialog(desk, self._hand().series.value, self._show_entry, window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _show_entry(self, entry: Entry) -> None:
        if entry.bulletin is not None:
            self._page.open(entry.bulletin.id)
        else:
            self._page.asked_for.emit("approvals", entry.material)

    def export(self, kind: str) -> None:
        """Write one file of the bulletin in hand to a place the user names."""
        draft = self._hand().draft
        if draft is None:
            return

        def export() -> None:
            path = self._ask(f"{draft.title}.{kind}")
            if path is not None:
                self._write(draft.id, kind, path)

        if kind == office.PDF:
            self._ask_for_evidence(self.tr("Export all the same"), export)
        else:
            export()

    def _write(self, bulletin: int, kind: str, path: Path) -> None:
        self._tried = (bulletin, kind, path)
        task = self._page.desk.runner.create(partial(_written, bulletin, kind, path))
        task.succeeded.connect(self._say_written)
        task.failed.connect(self._say_failed)
        self._page.strip.watch(task, self.tr("Printing"))
        self._page.desk.runner.start(task)

    def _say_failed(self, error: BaseException) -> None:
        """A file that is open in another program offers another name."""
        bulletin, kind, path = self._tried
        ways = other_name(error, path, partial(self._write, bulletin, kind))
        if ways and isinstance(error, DeskError):
            self._page.refuse(self.tr("Not written"), error, ways)
        else:
            self._page.show_failure(error)

    def _say_written(self, path: Path) -> None:
        self._page.clear_notice()
        self._page.said.emit(self.tr("Written: {path}").format(path=path))

    def _ask(self, name: str) -> Path | None:
        chosen, _ = QFileDialog.getSaveFileName(self._page, self.tr("Save as"), safe_name(name))
        return Path(chosen) if chosen else None

    def print_pages(self) -> None:
        """Send the pages to a printer."""
        self._ask_for_evidence(self.tr("Print all the same"), self._ask_how_to_print)

    def _ask_for_evidence(self, words: str, go_on: Callable[[], None]) -> None:
        """Before a circular goes out, show what it counts toward the year without evidence, if anything."""
        hand = self._hand()
        circular = hand.draft is not None and hand.draft.series == Series.CIRCULAR
        since, until = clock.month_of(hand.day)
        found = evidence_check.run(until, since) if circular else None
        if found is None or not found.lacking:
            go_on()
            return
        asked = LackingDialog(found, words, self._page.window())
        asked.accepted.connect(go_on)
        asked.look_asked.connect(partial(self._page.asked_for.emit, "coverage", behind_lacking(found)))
        asked.finished.connect(asked.deleteLater)
        asked.open()

    def _ask_how_to_print(self) -> None:
        desk, window = self._page.desk, self._page.window()
        habits = Habits(desk.preferences, desk.actor.id)

        def ask() -> None:
            form = PrintForm(self._preview.content, self._preview.view.document, desk.runner, habits, window)
            form.saved.connect(self._say_printed)
            form.finished.connect(form.deleteLater)
            form.open()

        self._page.attempt(ask)

    def _say_printed(self) -> None:
        self._page.said.emit(self.tr("Sent to the printer"))


def _written(bulletin: int, kind: str, path: Path, operation: Operation) -> Path:
    """Write one file of a bulletin: as it went out, or as it stands now; runs on a thread of its own."""
    operation.check()
    built = office.as_it_stands(bulletin)
    write_file(path, office.of_kind(built, kind).content)
    return path
