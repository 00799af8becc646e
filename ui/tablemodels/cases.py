"""Follow-up cases as cards of a board and rows of tables: words, marks, columns, and lists read in pages."""

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from ui import format as shown
from ui.language import language
from ui.messages import text
from ui.tablemodels.records import Column, RecordsModel, Shown
from ui.theme.tokens import State
from ui.widgets.case_card import CARD_ROLE, Card
from ui.widgets.labels import tip
from xcdesk.codes import CaseResult, CaseState
from xcdesk.services import cases
from xcdesk.services.cases import CaseRow, LedgerRow, Light, Rate, WallRow

translate = QCoreApplication.translate
Index = QModelIndex | QPersistentModelIndex
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TIP = int(Qt.ItemDataRole.ToolTipRole)
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)

LIGHTS = {
    Light.WAITING: State.NOT_YET,
    Light.GREEN: State.IN_HAND,
    Light.YELLOW: State.SOON,
    Light.RED: State.LATE,
    Light.IN_TIME: State.DONE,
    Light.LATE: State.SOON,
    Light.OFF: State.NONE,
}
"""Mark of each light."""
STATES = {
    CaseState.REGISTERED: State.NOT_YET,
    CaseState.FILED: State.NOT_YET,
    CaseState.CLOSED: State.DONE,
    CaseState.MERGED: State.TWIN,
    CaseState.DECLINED: State.VOID,
}
"""Mark of each state; those that are not here are in hand."""
_RESULTS = {
    CaseResult.KEPT: State.DONE,
    CaseResult.KEPT_LATE: State.SOON,
    CaseResult.BROKEN: State.LATE,
    CaseResult.ADJUSTED: State.CHANGED,
}


def number(row: CaseRow) -> str:
    """The number of a case in the window's language."""
    return cases.number(row, language())


def state_word(state: CaseState) -> str:
    """Word of a state."""
    return text(f"case.state.{state.value}")


def state_mark(state: CaseState) -> State:
    """Mark of a state."""
    return STATES.get(state, State.IN_HAND)


def light_word(row: CaseRow) -> str:
    """Word of the light of a case."""
    return text(f"case.light.{row.light.value}")


def due_words(row: CaseRow) -> str:
    """Until when, or when it was closed; empty while nothing is set."""
    if row.closed_on is not None:
        return translate("cases", "closed {day}").format(day=shown.day(row.closed_on))
    if row.due is not None:
        return translate("cases", "due {day}").format(day=shown.day(row.due))
    return ""


def spoken(row: CaseRow) -> str:
    """A case in one line of words."""
    parts = (number(row), row.title, row.unit, state_word(row.state), light_word(row), due_words(row))
    return "，".join(filter(None, parts))


class CasesModel(RecordsModel[CaseRow]):
    """Cases in the order of the service, read in pages as the view is scrolled."""

    def __init__(self, columns: Sequence[Column[CaseRow]], parent: QObject | None = None) -> None:
        super().__init__(columns, parent)
        self._read: Callable[[int], Sequence[CaseRow]] = lambda _: ()
        self._most, self._at, self._more = 1, 0, False

    def show_pages(self, read: Callable[[int], Sequence[CaseRow]], most: int) -> None:
        """Show what ``read`` gives from a line on, ``most`` rows at once."""
        first = read(0)
        self._read, self._most, self._at, self._more = read, most, 0, len(first) >= most
        self.show_rows(first)

    def line_of(self, case_id: int) -> int:
        """Line of a case, reading on as far as it takes; -1 where it is not there."""
        while True:
            at = next((at for at, row in enumerate(self._rows) if row.id == case_id), -1)
            if at >= 0 or not self._more:
                return at
            self.fetchMore(QModelIndex())

    def number(self, line: int) -> int | None:
        """Number of the case in a line, None where there is none."""
        row = self.row_at(line)
        return None if row is None else row.id

    def row_at(self, at: int) -> CaseRow | None:
        """Case in a line, None where there is none."""
        return self._rows[at] if 0 <= at < len(self._rows) else None

    @override
    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._more

    @override
    def fetchMore(self, parent: Index) -> None:
        self._at += self._most
        found = self._read(self._at)
        known = {row.id for row in self._rows}
        fresh = tuple(row for row in found if row.id not in known)
        self._more = len(found) >= self._most
        if fresh:
            end = len(self._rows)
            self.beginInsertRows(QModelIndex(), end, end + len(fresh) - 1)
            self._rows = (*self._rows, *fresh)
            self.endInsertRows()

    @override
    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if role == CARD_ROLE and index.isValid():
            return card(self._rows[index.row()])
        if role in {_SPOKEN, _TIP} and index.isValid() and len(self.columns) == 1:
            words = spoken(self._rows[index.row()])
            return tip(words) if role == _TIP else words
        return super().data(index, role)


def card(row: CaseRow) -> Card:
    """A case as a card of the board."""
    day = row.closed_on or row.due
    return Card(
        number(row),
        LIGHTS[row.light],
        light_word(row),
        _title(row),
        row.unit,
        shown.day(day) if day is not None else "",
    )


def card_columns() -> tuple[Column[CaseRow], ...]:
    """The one column of a lane: what is read out; the card itself is painted from the row."""
    return (Column("", 180, lambda row: Shown(row.title)),)


def table_columns() -> tuple[Column[CaseRow], ...]:
    """Columns of the table of cases."""
    return (
        Column(translate("cases", "Light"), 116, lambda row: Shown(light_word(row), LIGHTS[row.light])),
        Column(translate("cases", "Number"), 152, lambda row: Shown(number(row))),
        Column(translate("cases", "Title"), 220, lambda row: Shown(_title(row))),
        Column(translate("cases", "Unit"), 136, lambda row: Shown(row.unit)),
        Column(
            translate("cases", "State"), 122, lambda row: Shown(state_word(row.state), state_mark(row.state))
        ),
        Column(translate("cases", "Due or closed"), 128, lambda row: Shown(due_words(row))),
    )


def _title(row: CaseRow) -> str:
    if not row.important:
        return row.title
    return translate("cases", "[important] {title}").format(title=row.title)


def wall_state(row: CaseRow) -> tuple[State, str]:
    """Mark and word of a commitment: what came of it, or how it stands."""
    if row.result in _RESULTS:
        return _RESULTS[row.result], text(f"case.result.{row.result.value}")
    if row.light in {Light.RED, Light.YELLOW}:
        return LIGHTS[row.light], light_word(row)
    if row.interviewed_on is None:
        return State.NOT_YET, translate("cases", "Not interviewed")
    return State.IN_HAND, translate("cases", "Was interviewed")


def wall_columns() -> tuple[Column[WallRow], ...]:
    """Columns of the wall as a table: unit, promise, interview, broadcast, due, evidence, result."""
    return (
        Column(translate("cases", "Unit"), 140, lambda one: Shown(one.row.unit)),
        Column(translate("cases", "Promise"), 240, lambda one: Shown(one.row.promise)),
        Column(translate("cases", "Interview"), 96, lambda one: Shown(_maybe(one.row.interviewed_on))),
        Column(translate("cases", "Broadcast"), 180, lambda one: Shown(broadcast(one))),
        Column(translate("cases", "Promised until"), 104, lambda one: Shown(_maybe(one.row.promised_on))),
        Column(translate("cases", "Evidence"), 84, lambda one: Shown(str(one.evidence)), figures=True),
        Column(translate("cases", "Result"), 116, _came_of_it),
    )


def _came_of_it(one: WallRow) -> Shown:
    state, word = wall_state(one.row)
    return Shown(word, state)


def broadcast(one: WallRow) -> str:
    """The first report of a commitment: outlet, day, title."""
    link = one.broadcast
    return "" if link is None else f"{link.outlet} {shown.day(link.day)} {link.title}".strip()


def _maybe(day: dt.date | None) -> str:
    return "" if day is None else shown.day(day)


def ledger_columns() -> tuple[Column[LedgerRow], ...]:
    """Columns of the ledger: counts and rates of each unit."""
    return (
        Column(
            translate("cases", "Unit"), 150, lambda row: Shown(row.unit or text("case_paper.ledger.total"))
        ),
        *(_counted(name) for name in ("dispatched", "accepted", "closed", "open", "overdue")),
        *(_rated(name) for name in ("on_time", "extended", "returned", "reopened", "satisfied")),
    )


def _counted(name: str) -> Column[LedgerRow]:
    heading = text(f"case_paper.ledger.{name}")
    return Column(heading, 88, lambda row: Shown(str(getattr(row, name))), figures=True)


def _rated(name: str) -> Column[LedgerRow]:
    heading = text(f"case_paper.ledger.{name}")
    return Column(heading, 96, lambda row: Shown(percent(getattr(row, name))), figures=True)


def percent(rate: Rate) -> str:
    """A rate as a percentage; a dash of nothing."""
    return "—" if rate.percent is None else f"{rate.percent:g}%"
