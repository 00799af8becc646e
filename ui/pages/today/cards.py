"""Left column of Today: cards whose lines are walked through as one list."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget
from typing_extensions import override

from ui import format as shown
from ui.pages.today.duties import Duty, Subject, deed_name, listed
from ui.theme import theme
from ui.theme.tokens import Role, Space, State
from ui.widgets.card import Card
from ui.widgets.duty_line import DutyLine
from ui.widgets.labels import label
from ui.widgets.layouts import Item, across
from ui.widgets.marks import MarkBox
from ui.widgets.scroll import ScrollColumn
from xcdesk.services.due.owed import Owed

if TYPE_CHECKING:  # start-up time
    from xcdesk.services.due.today import Today


class _Heading(NamedTuple):
    """Title of a card, the figures beside it, and the one line of an empty card with its state."""

    title: str
    note: str
    empty: str
    state: State = State.DONE


class TodayCards(ScrollColumn):
    """Knows which line has the keyboard; what is asked of a line is handed on."""

    help_topic = "today#cards"
    asked = Signal(object)  # Duty
    opened = Signal(object)  # Duty
    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__((), (Space.M, Space.S, 0, 0), Space.S, parent)
        self.keep_width()  # more cards come after the first paint
        self._lines: list[DutyLine] = []
        self._duties: list[Duty] = []
        self._card_of: list[int] = []
        self._current = 0
        self._fitted = 0  # the width for which the cards have their height

    def show_first(self, state: Owed, found: Mapping[Subject, Sequence[Duty]]) -> None:
        """Show the cards about outlets, as far as the cards still to come will not move them."""
        headings = {subject: make(state) for subject, make in _FIRST.items()}
        last = tuple(headings)[-1]
        if not found[last] and any(found.values()):  # it may share a row with the card after it
            del headings[last]
        self._show(headings, found)

    def show_state(self, state: "Today", found: Mapping[Subject, Sequence[Duty]]) -> None:
        """Show every card anew; the keyboard stays on its line, or on the one that took its place."""
        headings = {subject: make(state) for subject, make in _FIRST.items()}
        headings |= {subject: make(state) for subject, make in _REST.items()}
        if state.adverts is None:  # an office without a plan has no use for the card
            del headings[Subject.ADVERTS]
        self._show(headings, found)

    def current(self) -> Duty | None:
        """The duty of the line that has, or would get, the keyboard."""
        return self._duties[self._current] if self._duties else None

    def neighbours(self) -> Sequence[Duty]:
        """Every duty of the card in which the current one stands."""
        if not self._duties:
            return ()
        here = self._card_of[self._current]
        return [duty for duty, card in zip(self._duties, self._card_of, strict=True) if card == here]

    def line(self) -> QWidget:
        """The line that has, or would get, the keyboard; the column itself while there is none."""
        return self._lines[self._current] if self._lines else self

    def lines(self) -> Sequence[DutyLine]:
        """Every line from the top."""
        return self._lines

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        if self.width() != self._fitted:  # the scroll bar comes and goes without changing the cards' room
            self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        """As high as the cards are at this width; Qt thinks of their wrapped lines at a narrower one."""
        self._fitted, inner = self.width(), self.widget()
        if inner is not None and inner.hasHeightForWidth():
            room = self.width() - self.verticalScrollBar().sizeHint().width()
            inner.setMinimumHeight(inner.heightForWidth(room))

    def _show(self, headings: Mapping[Subject, _Heading], found: Mapping[Subject, Sequence[Duty]]) -> None:
        before = self.current()
        # Asked of the window: while a form is open over it, the line waits for the keyboard to come back.
        had_focus = self.window().focusWidget() in self._lines
        self._lines, self._duties, self._card_of = [], [], []
        cards = [
            self._card(number, heading, found[subject])
            for number, (subject, heading) in enumerate(headings.items(), 1)
        ]
        self.set_items((*_paired(cards, [not found[subject] for subject in headings]), None))
        self.keep_height()
        self._fit()
        self._return_to(before)
        if had_focus:
            self.line().setFocus()

    def _card(self, number: int, heading: _Heading, found: Sequence[Duty]) -> Card:
        card = Card(f"{number}  {heading.title}", heading.note if found else "")
        card.body.setSpacing(0)
        if not found:
            card.head.setStretch(card.head.count() - 1, 0)
            card.head.insertWidget(1, MarkBox(heading.state))
            card.head.insertWidget(2, label(heading.empty, tone="second", wrap=True), 1)
        for duty in found:
            card.add(self._made(duty))
            self._card_of.append(number)
        return card

    def _made(self, duty: Duty) -> DutyLine:
        line = DutyLine(duty.state, duty.title, duty.note, deed_name(duty.deed))
        at = len(self._lines)
        line.asked.connect(partial(self.asked.emit, duty))
        line.opened.connect(partial(self.opened.emit, duty))
        line.moved.connect(self._move)
        line.entered.connect(partial(self._enter, at))
        self._lines.append(line)
        self._duties.append(duty)
        return line

    def _move(self, step: int) -> None:
        at = min(max(0, self._current + step), len(self._lines) - 1)
        self._lines[at].setFocus()

    def _enter(self, at: int) -> None:
        self._current = at
        self.ensureWidgetVisible(self._lines[at], 0, Space.XXL)
        self.chosen.emit()

    def _return_to(self, before: Duty | None) -> None:
        same = [at for at, duty in enumerate(self._duties) if before is not None and _same(duty, before)]
        last = max(0, len(self._duties) - 1)
        self._current = same[0] if same else min(self._current, last)


def _paired(cards: Sequence[Card], empty: Sequence[bool]) -> list[Item]:
    """Two cards with nothing in them share a row, so that a full day stays in sight."""
    rows: list[Item] = []
    at = 0
    while at < len(cards):
        two = at + 1 < len(cards) and empty[at] and empty[at + 1]
        rows.append(_side_by_side(cards[at], cards[at + 1]) if two else cards[at])
        at += 2 if two else 1
    return rows


def _side_by_side(left: Card, right: Card) -> QHBoxLayout:
    """Two cards in a row that share it by the length of their words, so that neither needs a second line."""
    row = across(left, right)
    for at, card in enumerate((left, right)):
        row.setStretch(at, _length(card))
    return row


def _length(card: Card) -> int:
    """Pixels that the words of a card without lines ask for."""
    measure = QFontMetrics(theme.font(Role.BODY)).horizontalAdvance
    return sum(measure(part.text()) for part in card.findChildren(QLabel))


def _same(one: Duty, other: Duty) -> bool:
    return (one.title, one.place) == (other.title, other.place)


def _silent(state: Owed) -> _Heading:
    translate = QCoreApplication.translate
    due = shown.count(state.due, "outlets")
    none = translate("today", "Nothing is due today.")
    done = translate("today", "All {due} due today have been logged.").format(due=due)
    note = ""
    if state.silent:
        note = translate("today", "{silent} of {due}").format(silent=len(state.silent), due=due)
    title = translate("today", "Outlets without a report today")
    return _Heading(title, note, done) if state.due else _Heading(title, note, none, State.NOT_DUE)


def _contributions(state: Owed) -> _Heading:
    translate = QCoreApplication.translate
    left = shown.count(state.days_left, "working_days")
    note = ""
    if state.contributions:
        note = translate("today", "{week}, {left} left").format(week=shown.week(state.day), left=left)
    title = translate("today", "Who still owes the internal reference")
    return _Heading(title, note, translate("today", "Every outlet has contributed this week."))


def _waiting(state: "Today") -> _Heading:
    translate = QCoreApplication.translate
    mine, owed = sum(not row.unchecked for row in state.waiting), len(state.unchecked)
    notes = [shown.count(mine, "items")] if mine else []
    if owed:
        notes.append(translate("today", "{count} issued first and not checked").format(count=owed))
    return _Heading(
        translate("today", "Waiting for me to sign"),
        listed(*notes),
        translate("today", "Nothing waits for you."),
    )


def _followup(state: "Today") -> _Heading:
    translate = QCoreApplication.translate
    title = translate("today", "Cases that turn red")
    late = translate("today", "{count} overdue in all").format(count=state.overdue)
    if not state.open_cases:
        return _Heading(title, "", translate("today", "No case is open."), State.NOT_DUE)
    if not state.overdue:
        return _Heading(title, "", translate("today", "No case turns red today."))
    words = translate("today", "No case turns red today; {count} are overdue.").format(count=state.overdue)
    return _Heading(title, late, words, State.SOON)


def _adverts(state: "Today") -> _Heading:
    translate = QCoreApplication.translate
    note = shown.count(len(state.adverts or ()), "outlets")
    title = translate("today", "Advertisements short of plan")
    return _Heading(title, note, translate("today", "Advertisements run as planned."))


def _returns(state: "Today") -> _Heading:
    translate = QCoreApplication.translate
    returns = state.returns
    title = translate("today", "Returns that have not come")
    if not returns.units:
        return _Heading(title, "", translate("today", "No unit owes a return."), State.NOT_DUE)
    came = len(returns.units) - len(returns.missing)
    note = translate("today", "{month}, {came} of {due} have come").format(
        month=shown.month(returns.month), came=came, due=len(returns.units)
    )
    return _Heading(title, note, translate("today", "Every county has sent its return."))


def _matters(state: "Today") -> _Heading:
    translate = QCoreApplication.translate
    count = len(state.matters) - len(state.unchecked)
    note = shown.count(count, "items") if count else ""
    return _Heading(
        translate("today", "Open matters"), note, translate("today", "Nothing is left open from before.")
    )


_FIRST: Mapping[Subject, Callable[[Owed], _Heading]] = {
    Subject.SILENT: _silent,
    Subject.CONTRIBUTIONS: _contributions,
}
_REST: Mapping[Subject, Callable[["Today"], _Heading]] = {
    Subject.WAITING: _waiting,
    Subject.CASES: _followup,
    Subject.ADVERTS: _adverts,
    Subject.RETURNS: _returns,
    Subject.MATTERS: _matters,
}
