"""The board: a lane for each stretch of a case's way, cards in them; arrow keys move over all of it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget
from typing_extensions import override

from ui.changes import Lately
from ui.tablemodels.cases import CasesModel, card_columns
from ui.theme.tokens import Role, Space
from ui.widgets.card import Pane
from ui.widgets.case_card import CardDelegate
from ui.widgets.labels import label
from ui.widgets.layouts import across, boxed, down
from ui.widgets.scroll import RoomyScroll
from ui.widgets.table_view import ListView
from xcdesk.codes import CaseState
from xcdesk.services import cases
from xcdesk.services.cases import CaseFilter, CaseOrder, CaseRow, Light, StateCount

_PAGE = 60
"""Cards of a lane that are read at once."""
_STATES = (
    (CaseState.REGISTERED, CaseState.FILED),
    (CaseState.DISPATCHED,),
    (CaseState.ACCEPTED, CaseState.WORKING, CaseState.REOPENED),
    (CaseState.ANSWERED, CaseState.VERIFYING),
    (CaseState.CLOSED,),
)
_SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class Lane(ListView):
    """Cards in some states, those due first on top, of closed ones the latest."""

    sideways = Signal(int)
    entered = Signal()

    def __init__(self, name: str, states: tuple[CaseState, ...], lately: Lately) -> None:
        super().__init__()
        self.states = states
        self.model_of_cases = CasesModel(card_columns(), self)
        self._cards = CardDelegate(self)
        self.setModel(self.model_of_cases)
        self.setItemDelegate(self._cards)
        self.mark_changes(lately, "followup_case", self.model_of_cases.number)
        self.setAccessibleName(name)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.title = label(name, bold=True)
        self.count = label("", Role.CAPTION, "muted")
        self.late = label("", Role.CAPTION, "bad")

    def show_cases(self, asked: CaseFilter) -> None:
        """Read the cards again."""
        order = CaseOrder.NEWEST if CaseState.CLOSED in self.states else CaseOrder.DUE
        mine = replace(asked, states=self.states)
        self.model_of_cases.show_pages(lambda after: cases.page(mine, order, after=after, limit=_PAGE), _PAGE)

    def show_count(self, counts: Mapping[CaseState, StateCount]) -> None:
        """Say how many cards there are and how many of them are overdue."""
        count = sum(counts[state].count for state in self.states)
        red = sum(counts[state].red for state in self.states)
        self.count.setText(str(count))
        self.late.setText(self.tr("■ overdue {count}").format(count=red) if red else "")

    def current_case(self) -> CaseRow | None:
        """The case of the current card."""
        return self.model_of_cases.row_at(self.currentIndex().row())

    def selected_cases(self) -> Sequence[CaseRow]:
        """The cases of the cards that are chosen, in the order shown."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return [row for at in rows if (row := self.model_of_cases.row_at(at)) is not None]

    def leave(self) -> None:
        """Let no card be the current one."""
        self.selectionModel().setCurrentIndex(QModelIndex(), QItemSelectionModel.SelectionFlag.Clear)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _SIDEWAYS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.sideways.emit(step)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()


class CaseBoard(QWidget):
    """Five lanes; one card of all of them is the chosen one."""

    help_topic = "followup#views"
    chosen = Signal()
    opened = Signal()

    def __init__(self, lately: Lately) -> None:
        super().__init__()
        names = (
            self.tr("To dispatch"),
            self.tr("To sign for"),
            self.tr("In hand"),
            self.tr("To verify"),
            self.tr("Closed"),
        )
        self.lanes = tuple(Lane(name, states, lately) for name, states in zip(names, _STATES, strict=True))
        panes = [Pane(lane, (lane.title, lane.count, None, lane.late)) for lane in self.lanes]
        row = across(*panes, gap=Space.S)
        for at, lane in enumerate(self.lanes):
            row.setStretch(at, 1)
            lane.sideways.connect(lambda step, at=at: self._move(at, step))
            lane.entered.connect(lambda lane=lane: self._enter(lane))
            lane.selectionModel().currentChanged.connect(lambda now, _, lane=lane: self._follow(lane, now))
            lane.activated.connect(lambda _: self.opened.emit())
        self.setLayout(down(RoomyScroll(boxed(row), sideways=True)))

    def show_cases(self, asked: CaseFilter) -> None:
        """Read every lane again; the chosen card stays chosen wherever it has moved to."""
        before, had = self.current(), self._lane()
        line = had.currentIndex().row() if had is not None else 0
        counts = {each.state: each for each in cases.by_state(asked)}
        blocked = self.blockSignals(True)
        for lane in self.lanes:
            lane.show_cases(asked)
            lane.show_count(counts)
        if before is None or not self.choose(before.id):
            self._choose_near(had, line)
        self.blockSignals(blocked)
        if had is not None and had.hasFocus():
            self.place().setFocus()
        self.chosen.emit()

    def current(self) -> CaseRow | None:
        """The chosen case."""
        lane = self._lane()
        return lane.current_case() if lane is not None else None

    def selected(self) -> Sequence[CaseRow]:
        """Every case that is chosen; they stand in one lane."""
        lane = self._lane()
        return lane.selected_cases() if lane is not None else ()

    def choose(self, case_id: int) -> bool:
        """Choose the card of a case; False where no lane has it."""
        for lane in self.lanes:
            at = next((at for at, row in enumerate(lane.model_of_cases.rows()) if row.id == case_id), -1)
            if at >= 0:
                lane.setCurrentIndex(lane.model_of_cases.index(at, 0))
                return True
        return False

    def place(self) -> QWidget:
        """The lane that takes the keyboard."""
        return self._lane() or self.lanes[0]

    def is_empty(self) -> bool:
        """Whether no lane has a card."""
        return not any(lane.model_of_cases.rowCount() for lane in self.lanes)

    def views(self) -> Sequence[Lane]:
        """The lanes, for their context menus."""
        return self.lanes

    def _lane(self) -> Lane | None:
        return next((lane for lane in self.lanes if lane.currentIndex().isValid()), None)

    def _choose_near(self, lane: Lane | None, line: int) -> None:
        """The card that took the place of the one that has gone, else an overdue one, else the first."""
        for each in (lane, *sorted(self.lanes, key=_begins_overdue, reverse=True)):
            if each is not None and each.model_of_cases.rowCount():
                at = min(line, each.model_of_cases.rowCount() - 1) if each is lane else 0
                each.setCurrentIndex(each.model_of_cases.index(max(0, at), 0))
                return

    def _move(self, at: int, step: int) -> None:
        """Go to the next lane that has cards, at the same height."""
        line = max(0, self.lanes[at].currentIndex().row())
        stop = len(self.lanes) if step > 0 else -1
        for lane in (self.lanes[number] for number in range(at + step, stop, step)):
            rows = lane.model_of_cases.rowCount()
            if rows:
                lane.setFocus()
                lane.setCurrentIndex(lane.model_of_cases.index(min(line, rows - 1), 0))
                return

    def _enter(self, lane: Lane) -> None:
        """A lane that the keyboard comes into has a current card."""
        if not lane.currentIndex().isValid() and lane.model_of_cases.rowCount():
            lane.setCurrentIndex(lane.model_of_cases.index(0, 0))

    def _follow(self, lane: Lane, now: QModelIndex) -> None:
        if not now.isValid():
            return
        for other in self.lanes:
            if other is not lane:
                other.leave()
        self.chosen.emit()


def _begins_overdue(lane: Lane) -> bool:
    """Whether the topmost card is overdue: those due first stand on top."""
    first = lane.model_of_cases.row_at(0)
    return first is not None and first.light == Light.RED
