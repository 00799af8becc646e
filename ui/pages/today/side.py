"""Right column of Today: the pace of external publicity, interviews, and whether the data are safe."""

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QWidget

from ui import format as shown
from ui.dialogs.backups import words
from ui.messages import text
from ui.theme.icons import Glyph
from ui.theme.tokens import Role, Space, State
from ui.widgets.buttons import Kind, button
from ui.widgets.card import Card
from ui.widgets.chips import StateChip
from ui.widgets.flow import Flow
from ui.widgets.labels import label, tip
from ui.widgets.layouts import across, boxed, down
from ui.widgets.marks import MarkBox
from ui.widgets.pace_bar import PaceBar
from ui.widgets.scroll import ScrollColumn
from xcdesk import clock, store
from xcdesk.services.backups import listing
from xcdesk.services.backups.listing import Standing
from xcdesk.services.office.setting_up import SetUp
from xcdesk.services.targets.quotas import QuotaRow

if TYPE_CHECKING:  # start-up time
    from xcdesk.services.due.today import Today

_AROUND = 60
"""What margins, the frame of a card and the scroll bar take of it."""

_STALE_DAYS = 2
"""Days after which a backup no longer counts as fresh."""


class TodaySide(ScrollColumn):
    """Three cards in a column ``room`` pixels wide; ``back_up`` is the way to make the data safe."""

    help_topic = "today#charts"
    setup_asked = Signal()

    def __init__(self, back_up: Callable[[], object], room: int, parent: QWidget | None = None) -> None:
        super().__init__((), (0, Space.S, Space.M, 0), Space.S, parent)
        self._act, self._room = back_up, room
        self.back_up = self._back_up_button()

    def show_state(self, state: "Today", set_up: SetUp | None) -> None:
        """Show the cards anew; ``set_up`` is how far a new office is, None where that is over."""
        had_focus = self.back_up.hasFocus()
        self.back_up = self._back_up_button()
        cards = [self._setup_card(set_up), _pace_card(state), _interview_card(state), self._safety_card()]
        self.set_items((*(card for card in cards if card is not None), None))
        self.keep_height()
        if had_focus:
            self.back_up.setFocus()

    def _back_up_button(self) -> QWidget:
        words = QCoreApplication.translate("today", "Back up now")
        made = button(words, Glyph.SAVE, Kind.NORMAL, self._act)
        made.setToolTip(tip(f"{words}  Ctrl+Shift+B"))
        return made

    def _setup_card(self, now: SetUp | None) -> Card | None:
        if now is None:
            return None
        translate = QCoreApplication.translate
        card = Card(translate("today", "Set up the office"))
        words = translate("today", "{done} of {all} done").format(done=now.settled, all=len(now.steps))
        bar = PaceBar(now.settled, len(now.steps), None, words)
        step = "" if now.next is None else text(f"setup.step.{now.next.value}")
        said = translate("today", "{words}, next: {step}").format(words=words, step=step)
        go_on = button(translate("today", "Go on…"), None, Kind.NORMAL, self.setup_asked.emit)
        card.add(bar, boxed(across(label(said, tone="second", wrap=True), None, go_on)))
        return card

    def _safety_card(self) -> Card:
        translate = QCoreApplication.translate
        card = Card(translate("today", "Safety of the data"))
        now = listing.standing()
        chip = _backup_chip(now)
        place = label(str(now.folder), Role.CAPTION, "muted", wrap=True)
        place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        beside = chip.sizeHint().width() + self.back_up.sizeHint().width() + Space.M
        room = self._room - _AROUND
        row = boxed(across(chip, None, self.back_up)) if beside <= room else Flow((chip, self.back_up))
        card.add(row, *_warnings(now), place)
        return card


def _backup_chip(now: Standing) -> StateChip:
    translate = QCoreApplication.translate
    last = now.last
    if last is None and store.is_practice():
        return StateChip(State.NONE, translate("today", "practice data are not backed up"))
    if last is None:
        return StateChip(State.LATE, translate("today", "not backed up yet"))
    age = (clock.today() - clock.local(last).date()).days
    state = State.DONE if age < _STALE_DAYS else State.SOON
    said = translate("today", "backed up {when}").format(when=shown.instant(last))
    return StateChip(state, f"{said}  {now.by}".strip())


def _warnings(now: Standing) -> list[QWidget]:
    """That the last backup failed, and how old the copy outside is."""
    said = [(State.WRONG, words.failure_words(now))] if now.memory.failed_at is not None else []
    if now.here:
        said.append((words.outside_state(now), words.outside_words(now)))
    return [_line(state, text) for state, text in said]


def _line(state: State, text: str) -> QWidget:
    line = across(MarkBox(state), label(text, Role.CAPTION, "second", wrap=True), gap=6)
    line.setStretch(1, 1)
    return boxed(line)


def _pace_card(state: "Today") -> Card | None:
    translate = QCoreApplication.translate
    if not state.external:
        return None
    card = Card(translate("today", "External publicity this year"))
    note = translate("today", "The upright mark is where each should be today.")
    card.add(label(note, Role.CAPTION, "muted", wrap=True))
    for row in state.external:
        card.add(_pace(row))
    return card


def _pace(row: QuotaRow) -> QWidget:
    mark, words = pace_words(row)
    name = label(row.outlet.name if row.outlet is not None else row.label)
    expected = row.pace.expected if row.pace is not None else None
    bar = PaceBar(row.done, row.minimum, expected, f"{name.text()} {words}")
    said = label(words, Role.CAPTION, "second", wrap=True)
    line = across(MarkBox(mark), said, gap=6)
    line.setStretch(1, 1)
    return boxed(down(name, line, bar, gap=0, margins=(0, Space.XS, 0, 0)))


def pace_words(row: QuotaRow) -> tuple[State, str]:
    """How a yearly quota stands, and where it will be, in words."""
    translate = QCoreApplication.translate
    done = shown.count(row.done, "placements")
    if row.met:
        return State.DONE, translate("today", "{done}, target of {target} reached").format(
            done=done, target=row.minimum
        )
    reached = row.pace.reached_on if row.pace is not None else None
    if reached is None:
        return State.LATE, translate("today", "{done}, {target} is out of reach so far").format(
            done=done, target=row.minimum
        )
    late = row.pace is not None and not row.pace.in_time
    words = translate("today", "{done}, will reach {target} on {day}").format(
        done=done, target=row.minimum, day=_future(reached)
    )
    return (State.SOON if late else State.IN_HAND), words


def _future(day: dt.date) -> str:
    """A day years ahead is not worth more than its year."""
    return shown.day(day) if day.year - clock.today().year < 2 else shown.year(day)  # noqa: PLR2004


def _interview_card(state: "Today") -> Card | None:
    row = state.interviews
    if row is None:
        return None
    card = Card(QCoreApplication.translate("today", "Commitment interviews"))
    card.title.setWordWrap(True)
    card.head.setStretch(0, 1)
    card.head.addWidget(label(f"{row.done} / {row.minimum}", Role.FIGURE))
    bar = PaceBar(row.done, row.minimum, None, f"{row.done} / {row.minimum}")
    card.add(bar, label(text("quota.note.interviews"), Role.CAPTION, "muted", wrap=True))
    return card
