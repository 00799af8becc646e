"""The pace of the yearly quotas on Today: one chart an outlet, its sentence above it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from ui import format as shown
from ui.pages.today.side import pace_words
from ui.theme.icons import Glyph
from ui.theme.tokens import Space
from ui.widgets.card import Card
from ui.widgets.chips import StateChip
from ui.widgets.empty_state import EmptyState
from ui.widgets.pace_chart import PaceChart, PacePicture
from ui.widgets.scroll import ScrollColumn
from xcdesk import clock
from xcdesk.services.targets import external
from xcdesk.services.targets.external import PaceLine, Step

translate = QCoreApplication.translate


class PaceView(ScrollColumn):
    """Every step opens its report in the coverage log."""

    help_topic = "today#charts"
    opened = Signal(int)  # id of a report

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__((), (Space.M, Space.S, Space.M, Space.S), Space.S, parent)
        self.charts: list[PaceChart] = []

    def reload(self) -> None:
        """Read the year again."""
        lines = external.pace_lines(clock.today())
        self.charts = []
        cards = [self._card(line) for line in lines]
        if not cards:
            words = self.tr("No quota over a year is in force; set one on the roster page under Quotas.")
            self.set_items((EmptyState(Glyph.CLIPBOARD_TASK, self.tr("No yearly quota"), words),))
            return
        self.set_items((*cards, None))
        self.keep_height()

    def first(self) -> QWidget:
        """The chart that takes the focus."""
        return self.charts[0] if self.charts else self

    def _card(self, line: PaceLine) -> Card:
        state, words = pace_words(line.quota)
        name = line.quota.who
        expected = line.quota.pace.expected if line.quota.pace is not None else 0.0
        should = self.tr("By today it should be {count}.").format(count=f"{expected:.1f}")
        card = Card(name, f"{line.quota.label}  {should}")
        card.head.addWidget(StateChip(state, words))
        made = PaceChart(
            f"{name}，{words}，{should}", _picture(line), [_sentence(step) for step in line.steps]
        )
        made.opened.connect(partial(self._open, line.steps))
        self.charts.append(made)
        card.add(made)
        return card

    def _open(self, steps: Sequence[Step], at: int) -> None:
        self.opened.emit(steps[at].item_id)


def _picture(line: PaceLine) -> PacePicture:
    row = line.quota
    reached = row.pace.reached_on if row.pace is not None else None
    ahead = ""
    if reached is not None:
        ahead = translate("today", "{target} on {day}").format(target=row.minimum, day=shown.day(reached))
    return PacePicture(
        days=tuple(step.day for step in line.steps),
        target=row.minimum,
        since=row.since,
        until=row.until,
        today=clock.today(),
        reached_on=reached,
        months=tuple(shown.short_month(month) for month in range(1, 13)),
        target_name=translate("today", "target {target}").format(target=row.minimum),
        done_name=translate("today", "done {done}").format(done=row.done),
        ahead_name=ahead,
    )


def _sentence(step: Step) -> str:
    title = step.title or translate("today", "a report without a title")
    return translate("today", "{day}: {title}").format(day=shown.day(step.day), title=title)
