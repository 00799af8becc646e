"""The queue of files to import as a list of two-line rows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeAlias

from PySide6.QtCore import (
    QT_TRANSLATE_NOOP,
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from typing_extensions import override

from ui import format as shown
from ui.language import language
from ui.messages import text
from ui.tablemodels.import_rows import Decisions
from ui.theme.tokens import State
from ui.widgets.labels import tip
from ui.widgets.two_line import TWO_LINE_ROLE, TwoLine
from xcdesk.errors import DeskError
from xcdesk.importers.refusals import RefusedFileError
from xcdesk.importers.said import Said

Index: TypeAlias = QModelIndex | QPersistentModelIndex
_SAME_FILE = "import.same_file"


class FileState(StrEnum):
    """What became of a file so far."""

    READING = "reading"
    WAITING = "waiting"
    IMPORTED = "imported"
    RETURNED = "returned"
    REFUSED = "refused"
    REPEATED = "repeated"
    COUNTS = "counts"


@dataclass(frozen=True, slots=True)
class _Look:
    state: State
    word: str


def _look(state: State, word: object) -> _Look:
    return _Look(state, str(word))


_LOOKS: Mapping[FileState, _Look] = MappingProxyType(
    {
        FileState.READING: _look(State.NOT_YET, QT_TRANSLATE_NOOP("imports", "Reading")),
        FileState.WAITING: _look(State.IN_HAND, QT_TRANSLATE_NOOP("imports", "To check")),
        FileState.IMPORTED: _look(State.DONE, QT_TRANSLATE_NOOP("imports", "Imported")),
        FileState.RETURNED: _look(State.SOON, QT_TRANSLATE_NOOP("imports", "Returned")),
        FileState.REFUSED: _look(State.LATE, QT_TRANSLATE_NOOP("imports", "Not readable")),
        FileState.REPEATED: _look(State.TWIN, QT_TRANSLATE_NOOP("imports", "Repeated file")),
        FileState.COUNTS: _look(State.NONE, QT_TRANSLATE_NOOP("imports", "Counts only")),
    }
)


@dataclass(slots=True, eq=False)
class QueuedFile:
    """One file on its way; changed as it is read, decided on and imported.

    Attributes:
        said: what a person has said of it: sender and year.
        decisions: its rows and their ticks, once it has been read.
        error: why it was not read.
        twin: name of an earlier file of the queue with the same contents.
        batch: the import that wrote it, while it stands.
        written: how many rows that import wrote.
        turned_down: how many rows the returned workbook marks; None while none was made.
        stale: the log or the roster has changed since it was compared.
    """

    path: Path
    said: Said = field(default_factory=Said)
    decisions: Decisions | None = None
    error: BaseException | None = None
    twin: str = ""
    batch: int | None = None
    written: int = 0
    turned_down: int | None = None
    stale: bool = False

    @property
    def state(self) -> FileState:
        """What became of the file so far."""
        if self.error is not None:
            return FileState.REFUSED
        if self.decisions is None:
            return FileState.READING
        return self._decided(self.decisions)

    def look(self) -> TwoLine:
        """The row of the list."""
        look = _LOOKS[self.state]
        word = QCoreApplication.translate("imports", look.word)
        sender = self.decisions.preview.plan.book.sender if self.decisions is not None else None
        return TwoLine(self.path.name, look.state, word, self._below(), sender or "")

    def _decided(self, decisions: Decisions) -> FileState:
        if self.batch is not None:
            return FileState.IMPORTED
        if decisions.preview.counts_only:
            return FileState.COUNTS
        if self.turned_down is not None:
            return FileState.RETURNED
        repeated = self.twin or any(one.code == _SAME_FILE for one in decisions.preview.plan.remarks)
        return FileState.REPEATED if repeated else FileState.WAITING

    def _below(self) -> str:
        translate = QCoreApplication.translate
        if isinstance(self.error, RefusedFileError):
            return text(f"file_short.{self.error.code.partition('.')[2]}")
        if self.error is not None:
            known = isinstance(self.error, DeskError)
            return "" if known else translate("imports", "A fault in the program")
        if self.decisions is None:
            return ""
        return self._particulars(self.decisions)

    def _particulars(self, decisions: Decisions) -> str:
        translate = QCoreApplication.translate
        if self.state == FileState.IMPORTED:
            count = shown.count(self.written, "rows")
            return translate("imports", "{count} written").format(count=count)
        if self.state == FileState.RETURNED:
            count = shown.count(self.turned_down or 0, "rows")
            return translate("imports", "{count} turned down").format(count=count)
        if self.state == FileState.COUNTS:
            return translate("imports", "No single reports in it")
        if self.twin:
            return translate("imports", "The same as {name}").format(name=self.twin)
        remarks = decisions.preview.plan.remarks
        repeated = next((one for one in remarks if one.code == _SAME_FILE), None)
        if repeated is not None:
            return repeated.message(language())
        return shown.count(len(decisions.preview.lines), "rows")


class ImportFilesModel(QAbstractListModel):
    """The files of the queue in the order in which they came."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.files: list[QueuedFile] = []

    def add(self, file: QueuedFile) -> None:
        """Put a file at the end."""
        self.beginInsertRows(QModelIndex(), len(self.files), len(self.files))
        self.files.append(file)
        self.endInsertRows()

    def remove(self, file: QueuedFile) -> None:
        """Take a file out of the queue; the file itself stays where it is."""
        at = self.row(file)
        self.beginRemoveRows(QModelIndex(), at, at)
        del self.files[at]
        self.endRemoveRows()

    def row(self, file: QueuedFile) -> int:
        """Row of a file of the queue."""
        return next(at for at, one in enumerate(self.files) if one is file)

    def refresh(self) -> None:
        """Show the states as they are now."""
        if self.files:
            self.dataChanged.emit(self.index(0), self.index(len(self.files) - 1))

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.files)

    @override
    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid():
            return None
        look = self.files[index.row()].look()
        if role == TWO_LINE_ROLE:
            return look
        if role == Qt.ItemDataRole.DisplayRole:
            return look.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip("\n".join(part for part in (look.title, look.below) if part))
        return look.accessible() if role == Qt.ItemDataRole.AccessibleTextRole else None
