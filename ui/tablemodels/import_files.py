"""The queue of files to import as a list of two-line rows."""

from collections import Counter
from collections.abc import Sequence
from typing import Any, TypeAlias

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from ui.tablemodels.import_file import FileState, QueuedFile
from ui.widgets.labels import tip
from ui.widgets.two_line import TWO_LINE_ROLE

Index: TypeAlias = QModelIndex | QPersistentModelIndex
_ORDER = {state: at for at, state in enumerate(FileState)}


class ImportFilesModel(QAbstractListModel):
    """The files of the queue as they came, or those first that need a person most."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.files: list[QueuedFile] = []
        self._came: list[QueuedFile] = []
        self._by_state = False

    def add(self, file: QueuedFile) -> None:
        """Put a file at the end."""
        self.beginInsertRows(QModelIndex(), len(self.files), len(self.files))
        self.files.append(file)
        self._came.append(file)
        self.endInsertRows()

    def remove(self, file: QueuedFile) -> None:
        """Take a file out of the queue; the file itself stays where it is."""
        at = self.row(file)
        self.beginRemoveRows(QModelIndex(), at, at)
        del self.files[at]
        self._came.remove(file)
        self.endRemoveRows()

    def row(self, file: QueuedFile) -> int:
        """Row of a file of the queue."""
        return next(at for at, one in enumerate(self.files) if one is file)

    def before(self, file: QueuedFile) -> Sequence[QueuedFile]:
        """Files that came earlier than this one."""
        return self._came[: self._came.index(file)]

    def counts(self) -> Counter[FileState]:
        """How many files stand in each state."""
        return Counter(file.state for file in self.files)

    def ready(self) -> list[QueuedFile]:
        """Files in which nothing is left to decide, in the order in which they came."""
        return [file for file in self._came if file.ready]

    def order_by_state(self, *, on: bool) -> None:
        """Order the files by what has to be done about them, or as they came."""
        self._by_state = on
        self.refresh()

    def refresh(self) -> None:
        """Show the states as they are now, in the order that is asked for."""
        self._arrange()
        if self.files:
            self.dataChanged.emit(self.index(0), self.index(len(self.files) - 1))

    def _arrange(self) -> None:
        wanted = sorted(self._came, key=lambda file: _ORDER[file.state]) if self._by_state else self._came
        if wanted == self.files:
            return
        self.layoutAboutToBeChanged.emit()
        kept = [(index, self.files[index.row()]) for index in self.persistentIndexList()]
        self.files = list(wanted)
        for index, file in kept:
            self.changePersistentIndex(index, self.index(self.row(file)))
        self.layoutChanged.emit()

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
