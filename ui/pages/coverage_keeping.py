"""What is kept about the chosen report, besides its fields: the record of its changes."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from ui import format as shown
from ui.dialogs.row_history import RowHistory, Subject
from ui.pages.coverage_log_pane import CoverageLogPane
from ui.pages.page import Page
from ui.refusals import NothingChosenError
from ui.theme.icons import Glyph
from ui.widgets.verbs import Verb, Weight
from xcdesk.errors import DeskError
from xcdesk.services.coverage_log import ItemRow


class CoverageKeeping(QObject):
    """Verbs about one report of the log, all of them under More."""

    def __init__(self, page: Page, log: CoverageLogPane) -> None:
        super().__init__(page)
        self._page, self._log = page, log

    def verbs(self) -> Sequence[Verb]:
        """The verbs."""
        rare = Weight.RARE
        words = self.tr("Record of changes…")
        return (
            Verb("record", words, Glyph.HISTORY, self._record, "Ctrl+H", self._one, rare),
            Verb("removed", self.tr("What was removed…"), Glyph.DELETE, self._trash, weight=rare),
        )

    def _trash(self) -> None:
        self._page.asked_for.emit("trash", None)

    def _record(self) -> None:
        row = self._log.rows()[0]
        subject = Subject("coverage_item", row.id, name_of(row))
        dialog = RowHistory(self._page.desk, subject, self._page.window())
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _one(self) -> DeskError | None:
        one = self._log.chosen_count() == 1
        return None if one else NothingChosenError(what=self.tr("one report"))


def name_of(row: ItemRow) -> str:
    """A report in a title: its own, or where and when it ran."""
    return row.title or f"{row.outlet} {shown.day(row.day)}"
