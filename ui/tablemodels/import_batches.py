"""Imports of the office as a table."""

from PySide6.QtCore import QCoreApplication, QObject

from ui import format as shown
from ui.tablemodels.records import Column, RecordsModel, Shown
from ui.theme.tokens import State
from xcdesk.codes import BatchState
from xcdesk.importers.batches import BatchRow

FILE, STATE = 2, 5


class ImportBatchesModel(RecordsModel[BatchRow]):
    """Holds all imports: some hundred a year."""

    def __init__(self, parent: QObject | None = None) -> None:
        translate = QCoreApplication.translate
        columns: tuple[Column[BatchRow], ...] = (
            Column(translate("imports", "When"), 184, lambda batch: Shown(shown.instant(batch.at))),
            Column(translate("imports", "Sender"), 152, lambda batch: Shown(batch.sender or "")),
            Column(translate("imports", "File"), 240, lambda batch: Shown(batch.file)),
            Column(translate("imports", "Written"), 80, _written),
            Column(translate("imports", "By"), 104, lambda batch: Shown(batch.by)),
            Column(translate("imports", "State"), 104, _state),
        )
        super().__init__(columns, parent)

    def batch(self, row: int) -> BatchRow:
        """The import in a row."""
        return self.rows()[row]

    def find(self, batch_id: int) -> int | None:
        """Row of an import, None when it is not listed."""
        return next((at for at, batch in enumerate(self.rows()) if batch.id == batch_id), None)


def _written(batch: BatchRow) -> Shown:
    return Shown(shown.count(batch.written, "rows"))


def _state(batch: BatchRow) -> Shown:
    translate = QCoreApplication.translate
    if batch.state == BatchState.UNDONE:
        return Shown(translate("imports", "Undone"), State.VOID)
    if batch.state == BatchState.RETURNED:
        return Shown(translate("imports", "Returned"), State.SOON)
    if batch.state == BatchState.SUPERSEDED:
        return Shown(translate("imports", "Replaced"), State.NONE)
    return Shown(translate("imports", "Imported"), State.DONE)
