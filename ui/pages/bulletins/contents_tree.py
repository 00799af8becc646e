"""The tree of an issue: its sections and the pieces under each, put elsewhere by drag."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QDropEvent, QFocusEvent, QKeyEvent, QPaintEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QTreeView
from typing_extensions import override

from ui.theme import theme
from ui.theme.icons import Glyph, icon
from ui.theme.tokens import Role
from ui.widgets.focus import draw_focus
from ui.widgets.labels import tip
from xcdesk.codes import PieceKind
from xcdesk.normalise import in_order
from xcdesk.services.issuing.pieces import PieceRow

_ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 3
_SECTION_ROLE = int(Qt.ItemDataRole.UserRole) + 4
_NUMERALS = "一二三四五六七八九十"
_GLYPHS = {
    PieceKind.NOTE: Glyph.NOTE,
    PieceKind.TEXT: Glyph.TEXT_BULLET_LIST,
    PieceKind.FIGURE: Glyph.TABLE_SIMPLE,
}


class ContentsTree(QTreeView):
    """Sections and pieces; Space takes a piece out, dragging puts pieces and sections elsewhere."""

    chosen = Signal()
    toggled = Signal()
    entered = Signal()  # the keyboard has come here
    moved_piece = Signal(str, str, object)  # key of the piece, section, key it goes in front of or None
    moved_section = Signal(str, object)  # section, the one it goes in front of or None

    def __init__(self) -> None:
        super().__init__()
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self.setHeaderHidden(True)
        self.setProperty("flat", True)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QTreeView.DragDropMode.InternalMove)
        self.selectionModel().selectionChanged.connect(self.chosen)

    def show_parts(self, parts: Sequence[tuple[str, Sequence[PieceRow]]], *, numbered: bool) -> None:
        """Show other sections with their pieces; what is chosen stays chosen where it is still there.

        Args:
            parts: sections in order; pieces of the one without a name stand before all sections.
            numbered: whether the sections are counted, as in print.
        """
        kept = self.row()
        named = self.section()
        self._model.clear()
        number = 0
        for name, rows in parts:
            if not name:
                for row in rows:
                    self._model.appendRow(_item(row))
                continue
            head = _head(f"{_numeral(number)}、{name}" if numbered else name, name)
            number += 1
            for row in rows:
                head.appendRow(_item(row))
            self._model.appendRow(head)
        self.expandAll()
        on_section = kept is None and named
        found = (on_section and self._find_section(named)) or (kept and self._find(kept.key))
        self._select(found or self._first())

    def row(self) -> PieceRow | None:
        """The chosen piece; None on a section, and while the piece in hand stands elsewhere."""
        row = self._chosen().data(_ROW_ROLE)
        return row if isinstance(row, PieceRow) else None

    def section(self) -> str:
        """The chosen section, or the one of the chosen piece; "" when there is none."""
        index = self._chosen()
        return str(index.data(_SECTION_ROLE) or index.parent().data(_SECTION_ROLE) or "")

    def choose(self, key: str) -> bool:
        """Choose one piece; whether it stands here."""
        found = self._find(key)
        if found is not None:
            self._select(found)
        return found is not None

    def leave(self) -> None:
        """Choose nothing; the keyboard comes back to where it was."""
        self.selectionModel().clearSelection()

    def choose_section(self, name: str) -> None:
        """Choose a section, if it is there."""
        self._select(self._find_section(name))

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        """Say where something was dropped; the order itself is the service's."""
        place = event.position().toPoint()
        target = self.indexAt(place)
        below = place.y() > self.visualRect(target).center().y()
        # Ignored, or the view would take the dragged row out of its model.
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        if not target.isValid() or event.source() is not self:
            return
        row = self.row()
        if row is not None:
            self._drop_piece(row, target, below=below)
        else:
            self._drop_section(self.section(), target, below=below)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self._chosen().isValid():
            self.selectionModel().select(
                self.currentIndex(), QItemSelectionModel.SelectionFlag.ClearAndSelect
            )
        self.entered.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.toggled.emit()
            return
        super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        draw_focus(self)

    def _drop_piece(self, row: PieceRow, target: QModelIndex, *, below: bool) -> None:
        """On a section the piece comes first in it, on the lower half of a piece behind that one."""
        on = target.data(_ROW_ROLE)
        if not isinstance(on, PieceRow):
            first = self._model.index(0, 0, target).data(_ROW_ROLE)
            before = first.key if isinstance(first, PieceRow) else None
            self.moved_piece.emit(row.key, str(target.data(_SECTION_ROLE)), before)
            return
        behind = target.siblingAtRow(target.row() + 1).data(_ROW_ROLE) if below else on
        before = behind.key if isinstance(behind, PieceRow) else None
        if row.key not in {on.key, before}:
            self.moved_piece.emit(row.key, on.section, before)

    def _drop_section(self, name: str, target: QModelIndex, *, below: bool) -> None:
        """Dropped on a section or its pieces: in front of it, or behind it from the middle on."""
        head = target.parent() if target.parent().isValid() else target
        on = str(head.data(_SECTION_ROLE) or "")
        inside = target.parent().isValid()
        behind = head.siblingAtRow(head.row() + 1).data(_SECTION_ROLE) if inside or below else on
        before = str(behind) if behind else None
        if name and on and name not in {on, before}:
            self.moved_section.emit(name, before)

    def _items(self) -> Iterator[QStandardItem]:
        for at in range(self._model.rowCount()):
            head = self._model.item(at)
            yield head
            for inner in range(head.rowCount()):
                yield head.child(inner)

    def _find(self, key: str) -> QStandardItem | None:
        pieces = ((item, item.data(_ROW_ROLE)) for item in self._items())
        return next((item for item, row in pieces if isinstance(row, PieceRow) and row.key == key), None)

    def _find_section(self, name: str) -> QStandardItem | None:
        return next((item for item in self._items() if item.data(_SECTION_ROLE) == name), None)

    def _chosen(self) -> QModelIndex:
        return next(iter(self.selectionModel().selectedIndexes()), QModelIndex())

    def _first(self) -> QStandardItem | None:
        """The first piece, else the first section."""
        pieces = (item for item in self._items() if isinstance(item.data(_ROW_ROLE), PieceRow))
        return next(pieces, None) or next(self._items(), None)

    def _select(self, item: QStandardItem | None) -> None:
        if item is not None:
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(item.index(), flags)


def _head(words: str, name: str) -> QStandardItem:
    made = QStandardItem(in_order(words))
    made.setFont(theme.font(Role.BODY, bold=True))
    made.setData(name, _SECTION_ROLE)
    made.setSizeHint(QSize(0, theme.row_height()))
    made.setToolTip(tip(name))
    return made


def _item(row: PieceRow) -> QStandardItem:
    kind = PieceKind.TEXT if row.sentence else row.kind
    glyph = _GLYPHS.get(kind, Glyph.RE_ORDER_DOTS_VERTICAL)
    made = QStandardItem(icon(glyph), in_order(row.name))
    made.setData(row, _ROW_ROLE)
    made.setSizeHint(QSize(0, theme.row_height()))
    made.setToolTip(tip(row.name))
    return made


def _numeral(number: int) -> str:
    return _NUMERALS[number] if number < len(_NUMERALS) else str(number + 1)
