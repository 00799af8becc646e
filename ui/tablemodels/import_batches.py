"""Imports of the office as a table."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from PySide6.QtCore import (
    QT_TRANSLATE_NOOP,
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from typing_extensions import override

from ui import format as shown
from ui.theme.tokens import State
from ui.widgets.labels import tip
from ui.widgets.state_cell import STATE_ROLE
from xcdesk.codes import BatchState
from xcdesk.importers.batches import BatchRow

Index: TypeAlias = QModelIndex | QPersistentModelIndex

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)


@dataclass(frozen=True, slots=True)
class _Column:
    heading: str
    text: Callable[[BatchRow], str]
    width: int


def _state(batch: BatchRow) -> str:
    undone = batch.state == BatchState.UNDONE
    translate = QCoreApplication.translate
    return translate("imports", "Undone") if undone else translate("imports", "Imported")


def _rows(batch: BatchRow) -> str:
    return shown.count(batch.written, "rows")


_COLUMNS = (
    _Column(str(QT_TRANSLATE_NOOP("imports", "When")), lambda batch: shown.instant(batch.at), 144),
    _Column(str(QT_TRANSLATE_NOOP("imports", "Sender")), lambda batch: batch.sender or "", 152),
    _Column(str(QT_TRANSLATE_NOOP("imports", "File")), lambda batch: batch.file, 240),
    _Column(str(QT_TRANSLATE_NOOP("imports", "Written")), _rows, 80),
    _Column(str(QT_TRANSLATE_NOOP("imports", "By")), lambda batch: batch.by, 104),
    _Column(str(QT_TRANSLATE_NOOP("imports", "State")), _state, 104),
)
FILE, STATE = 2, 5
WIDTHS = tuple(column.width for column in _COLUMNS)
"""Widths of the columns at 100 %."""


class ImportBatchesModel(QAbstractTableModel):
    """Holds all imports: some hundred a year."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._batches: tuple[BatchRow, ...] = ()

    def show(self, batches: Sequence[BatchRow]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._batches = tuple(batches)
        self.endResetModel()

    def batch(self, row: int) -> BatchRow:
        """The import in a row."""
        return self._batches[row]

    def find(self, batch_id: int) -> int | None:
        """Row of an import, None when it is not listed."""
        return next((at for at, batch in enumerate(self._batches) if batch.id == batch_id), None)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._batches)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(_COLUMNS)

    @override
    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if not index.isValid():
            return None
        batch, at = self._batches[index.row()], index.column()
        if role == _DISPLAY:
            return _COLUMNS[at].text(batch)
        if role == STATE_ROLE and at == STATE:
            return State.VOID if batch.state == BatchState.UNDONE else State.DONE
        return tip(batch.file) if role == Qt.ItemDataRole.ToolTipRole and at == FILE else None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == _DISPLAY:
            return QCoreApplication.translate("imports", _COLUMNS[section].heading)
        return None
