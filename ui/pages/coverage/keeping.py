"""What is kept about the chosen report, besides its fields: its evidence and the record of its changes."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QDialog
from typing_extensions import override

from ui import format as shown
from ui.dialogs.evidence import EvidenceDialog, dropped
from ui.dialogs.row_history import RowHistory, Subject
from ui.pages.coverage.log_pane import CoverageLogPane
from ui.pages.lacking import behind_lacking
from ui.pages.page import Page
from ui.refusals import NothingChosenError
from ui.theme.icons import Glyph
from ui.widgets.table_view import TableView
from ui.widgets.verbs import Verb, Weight
from xcdesk import clock, sheets
from xcdesk.errors import DeskError
from xcdesk.services.log.coverage_log import ItemRow
from xcdesk.services.log.evidence import NewFile
from xcdesk.services.targets import evidence_check


class FileDrop(QObject):
    """Lets files be dropped on the rows of a table."""

    dropped = Signal(int, list)  # row, paths

    def __init__(self, table: TableView) -> None:
        super().__init__(table)
        self._table = table
        table.viewport().setAcceptDrops(True)
        table.viewport().installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QDragEnterEvent | QDragMoveEvent | QDropEvent):
            return super().eventFilter(watched, event)
        row = self._table.rowAt(round(event.position().y()))
        paths = dropped(event)
        if not paths or (row < 0 and event.type() != QEvent.Type.DragEnter):
            event.ignore()
            return True
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            self.dropped.emit(row, paths)
        return True


class CoverageKeeping(QObject):
    """Verbs about one report of the log, all of them under More; files are dropped on its row."""

    def __init__(self, page: Page, log: CoverageLogPane) -> None:
        super().__init__(page)
        self._page, self._log = page, log
        FileDrop(log.table).dropped.connect(self._attach)

    def verbs(self) -> Sequence[Verb]:
        """The verbs."""
        rare = Weight.RARE
        words, lacking = self.tr("Record of changes…"), self.tr("Counted without evidence")
        paper = self.tr("Print the report…")
        return (
            Verb(
                "evidence",
                self.tr("Evidence…"),
                Glyph.DOCUMENT_ADD,
                self._show,
                "Ctrl+Shift+J",
                self._one,
                rare,
            ),
            Verb("lacking", lacking, Glyph.WARNING, self._lacking, "Ctrl+Shift+W", weight=rare),
            Verb("record", words, Glyph.HISTORY, self._record, "Ctrl+H", self._one, rare),
            Verb("item_print", paper, Glyph.PRINT, self._print, "Ctrl+Shift+P", self._one, rare),
            Verb("removed", self.tr("What was removed…"), Glyph.DELETE, self._trash, weight=rare),
        )

    def _show(self) -> None:
        self._open(self._evidence_of(self._log.rows()[0]))

    def _attach(self, at: int, paths: list) -> None:  # type: ignore[type-arg]  # a signal
        row = self._log.model.row(at)
        if row is not None:
            dialog = self._evidence_of(row)
            self._open(dialog)
            dialog.attach([NewFile.at(path) for path in paths])

    def _evidence_of(self, row: ItemRow) -> EvidenceDialog:
        return EvidenceDialog(self._page.desk, (row.id, name_of(row)), self._page.window())

    def _lacking(self) -> None:
        """Show in the log what counts toward the quotas of this year and has no evidence."""
        found = evidence_check.run(clock.today())
        if not found.lacking:
            self._page.said.emit(self.tr("Every piece that counts toward a yearly quota has evidence"))
            return
        self._page.asked_for.emit("coverage", behind_lacking(found))

    def _trash(self) -> None:
        self._page.asked_for.emit("trash", None)

    def _record(self) -> None:
        row = self._log.rows()[0]
        subject = Subject("coverage_item", row.id, name_of(row))
        self._open(RowHistory(self._page.desk, subject, self._page.window()))

    def _print(self) -> None:
        """Show the chosen report with its evidence and its history on pages."""
        from ui.dialogs.printout import Printable, PrintoutDialog  # start-up time

        row, desk, window = self._log.rows()[0], self._page.desk, self._page.window()
        pages = Printable(lambda: sheets.item(row.id).pdf, lambda: name_of(row))
        self._open(PrintoutDialog(desk, pages, name_of(row), window))

    def _open(self, dialog: QDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _one(self) -> DeskError | None:
        one = self._log.chosen_count() == 1
        return None if one else NothingChosenError(what=self.tr("one report"))


def name_of(row: ItemRow) -> str:
    """A report in a title: its own, or where and when it ran."""
    return row.title or f"{row.outlet} {shown.day(row.day)}"
