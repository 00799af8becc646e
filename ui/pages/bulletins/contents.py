"""Middle column of the bulletins page: the issue's sections and pieces in order, and its particulars."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import (
    QDropEvent,
    QKeyEvent,
    QPaintEvent,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import QPushButton, QTreeView, QVBoxLayout, QWidget
from typing_extensions import override

from ui import format as shown
from ui.messages import text
from ui.theme import theme
from ui.theme.icons import Glyph, icon
from ui.theme.tokens import Role, Space, State
from ui.widgets.buttons import Kind, button
from ui.widgets.card import Pane
from ui.widgets.chips import StateChip
from ui.widgets.detail_pane import Field, field_grid
from ui.widgets.empty_state import EmptyState
from ui.widgets.focus import draw_focus
from ui.widgets.instead import Instead
from ui.widgets.labels import label, tip
from ui.widgets.layouts import boxed, down
from xcdesk import clock
from xcdesk.codes import MaterialState
from xcdesk.documents import BlockKind, from_text
from xcdesk.services.issuing import numbering
from xcdesk.services.issuing.bulletins import DraftRow
from xcdesk.services.issuing.numbering import RegisterRow
from xcdesk.services.office import office_settings
from xcdesk.services.targets.contributions import ContributionRow

_ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 3
_SECTION_ROLE = int(Qt.ItemDataRole.UserRole) + 4
_STATES = {
    MaterialState.DRAFT: State.NOT_YET,
    MaterialState.RETURNED: State.SOON,
    MaterialState.IN_REVIEW: State.IN_HAND,
    MaterialState.VOIDED: State.VOID,
}
_NUMERALS = "一二三四五六七八九十"


class ContentsTree(QTreeView):
    """Sections and pieces; Space takes a piece out, dragging puts it elsewhere."""

    toggled = Signal()
    dropped = Signal(QModelIndex, QModelIndex, bool)  # piece, on what, below its middle

    def __init__(self) -> None:
        super().__init__()
        self.setDragDropMode(QTreeView.DragDropMode.InternalMove)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        """Say where a piece was dropped; the order itself is the service's."""
        place = event.position().toPoint()
        target = self.indexAt(place)
        below = place.y() > self.visualRect(target).center().y()
        # Ignored, or the view would take the dragged row out of its model.
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        if target.isValid() and event.source() is self:
            self.dropped.emit(self.currentIndex(), target, below)

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


class ContentsPane(QWidget):
    """Shows what one bulletin holds; says which piece is chosen."""

    chosen = Signal()
    toggled = Signal()
    moved = Signal(int)  # -1 up, 1 down
    dropped = Signal(int, str, object)  # piece, section, id of the piece it goes in front of or None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = QStandardItemModel(self)
        self.tree = ContentsTree()
        self.tree.setModel(self._model)
        self.tree.setHeaderHidden(True)
        self.tree.setProperty("flat", True)
        self.tree.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.tree.setAccessibleName(self.tr("Contents"))
        self._chip: QVBoxLayout = down()
        self._fields: QVBoxLayout = down(margins=(Space.M, Space.S, Space.M, Space.S))
        self._stack = Instead(self.tree)
        heading = label(self.tr("Contents"), Role.HEADING)
        self._arrows = (
            _arrow(Glyph.ARROW_UP, self.tr("Move up"), lambda: self.moved.emit(-1)),
            _arrow(Glyph.ARROW_DOWN, self.tr("Move down"), lambda: self.moved.emit(1)),
        )
        head = (heading, boxed(self._chip), None, *self._arrows)
        self.setLayout(down(Pane(self._stack, head, boxed(self._fields))))
        self.tree.selectionModel().currentChanged.connect(self.chosen)
        self.tree.toggled.connect(self.toggled)
        self.tree.dropped.connect(self._drop)

    def show_issue(self, draft: DraftRow, pieces: Sequence[ContributionRow]) -> None:
        """Show a bulletin; the chosen piece stays chosen where it still stands in it."""
        kept = self.row()
        self._model.clear()
        for number, (section, rows) in enumerate(_sections(draft, pieces)):
            head = QStandardItem(f"{_numeral(number)}、{section}" if pieces else section)
            head.setFont(theme.font(Role.BODY, bold=True))
            head.setData(section, _SECTION_ROLE)
            head.setSelectable(False)
            head.setDragEnabled(False)
            head.setSizeHint(QSize(0, theme.row_height()))
            for row in rows:
                head.appendRow(_item(row))
            self._model.appendRow(head)
        self.tree.expandAll()
        self._offer_moves(possible=bool(pieces) and draft.open)
        self._choose(kept.id if kept is not None else None)
        _replace(
            self._chip,
            StateChip(_STATES.get(draft.state, State.DONE), text(f"material.state.{draft.state.value}")),
        )
        self._stack.show_instead(None)

    def show_empty(self, empty: EmptyState) -> None:
        """Show that there is no bulletin of this period yet."""
        self._model.clear()
        self._offer_moves(possible=False)
        _replace(self._chip, None)
        _replace(self._fields, None)
        self._stack.show_instead(empty)

    def show_particulars(self, draft: DraftRow, pages: int | None) -> None:
        """Show number, period, print run and length at the foot; ``pages`` None while they are printed."""
        row = numbering.row(draft.id)
        length = row.pages or pages
        fields = (
            Field(self.tr("Number"), self._numbers(row)),
            Field(self.tr("Period"), draft.period.words),
            Field(self.tr("Copies"), shown.count(office_settings.load().copies, "copies")),
            Field(self.tr("Pages"), shown.count(length, "pages") if length else "…"),
        )
        _replace(self._fields, field_grid(fields))

    def _numbers(self, row: RegisterRow) -> str:
        if row.number is not None:
            known = self.tr("No. {number} of {year} (running no. {running})")
            return known.format(number=row.number, year=row.year, running=row.running)
        coming = numbering.next_numbers(row.series, clock.today())
        words = self.tr("No. {number} (running no. {running}), given when it is issued")
        return words.format(number=coming.number, running=coming.running)

    def row(self) -> ContributionRow | None:
        """The chosen piece; None on a heading."""
        row = self.tree.currentIndex().data(_ROW_ROLE)
        return row if isinstance(row, ContributionRow) else None

    def choose(self, contribution: int) -> None:
        """Choose one piece, if it stands here."""
        self._choose(contribution)

    def _drop(self, moved: QModelIndex, target: QModelIndex, below: bool) -> None:
        """Read a drop: on a heading the piece comes first in the section, on a lower half behind that one."""
        row, on = moved.data(_ROW_ROLE), target.data(_ROW_ROLE)
        if not isinstance(row, ContributionRow):
            return
        if not isinstance(on, ContributionRow):
            first = target.model().index(0, 0, target).data(_ROW_ROLE)
            section = str(target.data(_SECTION_ROLE))
            self.dropped.emit(row.id, section, first.id if isinstance(first, ContributionRow) else None)
            return
        behind = target.siblingAtRow(target.row() + 1).data(_ROW_ROLE) if below else on
        before = behind.id if isinstance(behind, ContributionRow) else None
        if row.id not in {on.id, before}:
            self.dropped.emit(row.id, on.section, before)

    def _offer_moves(self, *, possible: bool) -> None:
        for made in self._arrows:
            made.setVisible(possible)

    def _choose(self, contribution: int | None) -> None:
        first = None
        for at in range(self._model.rowCount()):
            head = self._model.item(at)
            for inner in range(head.rowCount()):
                item = head.child(inner)
                first = first or item
                if item.data(_ROW_ROLE).id == contribution:
                    self._select(item)
                    return
        if first is not None:
            self._select(first)

    def _select(self, item: QStandardItem) -> None:
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.tree.selectionModel().setCurrentIndex(item.index(), flags)


def _arrow(glyph: Glyph, name: str, act: Callable[[], object]) -> QPushButton:
    """Small button without a word, for the head of a pane."""
    made = button("", glyph, Kind.PLAIN, act)
    made.setAccessibleName(name)
    made.setToolTip(tip(name))
    return made


def _sections(draft: DraftRow, pieces: Sequence[ContributionRow]) -> list[tuple[str, list[ContributionRow]]]:
    """Headings of the text with the pieces under each, in the order of the text."""
    kinds = {BlockKind.SECTION, BlockKind.HEADING_1} if not pieces else {BlockKind.SECTION}
    names = [block.text for block in from_text(draft.text).blocks if block.kind in kinds]
    return [(name, [piece for piece in pieces if piece.section == name]) for name in names]


def _item(row: ContributionRow) -> QStandardItem:
    made = QStandardItem(icon(Glyph.RE_ORDER_DOTS_VERTICAL), row.title)
    made.setData(row, _ROW_ROLE)
    made.setSizeHint(QSize(0, theme.row_height()))
    made.setToolTip(tip(row.title))
    return made


def _numeral(number: int) -> str:
    return _NUMERALS[number] if number < len(_NUMERALS) else str(number + 1)


def _replace(box: QVBoxLayout, widget: QWidget | None) -> None:
    while (item := box.takeAt(0)) is not None:
        old = item.widget()
        if old is not None:
            old.hide()
            old.deleteLater()
    if widget is not None:
        box.addWidget(widget)
