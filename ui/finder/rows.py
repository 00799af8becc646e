"""The rows of the list under the one box: headings, hits, verbs, prefixes on offer, kept searches."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from ui.theme.icons import Glyph
from ui.widgets.labels import tip
from xcdesk.services.search.saved_searches import SavedRow

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1


class Look(StrEnum):
    """How a row is painted: a heading cannot be chosen, a note is what the list says of itself."""

    HEADING = "heading"
    ROW = "row"
    NOTE = "note"


def nothing() -> None:
    """What a heading does."""


@dataclass(frozen=True, slots=True)
class FindRow:
    """One row.

    Attributes:
        text: what it is; ``marked`` are the words that are set off in it.
        aside: what stands at the right: place and day, a shortcut, a count.
        kind: what kind of thing it is, in a word, for a screen reader.
        run: what Enter does.
        kept: the saved search that it stands for.
    """

    look: Look
    text: str
    aside: str = ""
    glyph: Glyph | None = None
    kind: str = ""
    run: Callable[[], object] = nothing
    marked: tuple[str, ...] = ()
    kept: SavedRow | None = None

    def accessible(self) -> str:
        """The row in words."""
        return "，".join(part for part in (self.kind, self.text, self.aside) if part)


class FindRows(QAbstractListModel):
    """The rows that are shown now."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[FindRow, ...] = ()

    def show_rows(self, rows: Sequence[FindRow]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row(self, at: int) -> FindRow | None:
        """One row, None for a place where there is none."""
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def can_choose(self, at: int) -> bool:
        """Whether the row at a place does something."""
        row = self.row(at)
        return row is not None and row.look is Look.ROW

    def stepped(self, start: int, step: int) -> int:
        """Place of the row that lies ``step`` rows on, headings aside; the last or first one at the ends."""
        places = [at for at in range(len(self._rows)) if self.can_choose(at)]
        if not places:
            return -1
        if start not in places:
            return places[0] if step > 0 else places[-1]
        return places[min(max(0, places.index(start) + step), len(places) - 1)]

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not self.can_choose(index.row()):
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    @override
    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        row = self.row(index.row())
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role == int(Qt.ItemDataRole.DisplayRole):
            return row.text
        if role == int(Qt.ItemDataRole.ToolTipRole):
            return tip(row.text) if row.look is Look.ROW else None
        if role == int(Qt.ItemDataRole.AccessibleTextRole):
            return row.accessible()
        return None
