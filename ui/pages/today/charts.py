"""The charts of a month on Today: by form, tier and unit, and the tiers over the months of the year."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from ui import format as shown
from ui.messages import text
from ui.pages.behind import Behind
from ui.pages.counted_by import rule_label, rule_text
from ui.theme.icons import Glyph
from ui.theme.tokens import Role, Space
from ui.widgets.bar_chart import BarChart, BarMark
from ui.widgets.buttons import Kind, button
from ui.widgets.card import Card
from ui.widgets.chart import Chart
from ui.widgets.labels import label, tip
from ui.widgets.layouts import across, boxed, down
from ui.widgets.scroll import ScrollColumn
from ui.widgets.year_chart import YearChart
from xcdesk import clock
from xcdesk.codes import Tier
from xcdesk.services.counts.counting import TallyKey
from xcdesk.services.log import charts
from xcdesk.services.log.charts import Bar, MonthChart, TierYear
from xcdesk.services.office.counting_rules import CountingRule

_TINTS = ("chart1", "chart2", "chart3", "chart4")


@dataclass(frozen=True, slots=True)
class Drawn:
    """One chart on the page: what is drawn, what each mark opens, and the same as a table."""

    chart: Chart
    behind: tuple[Behind, ...]
    table: tuple[tuple[str, ...], ...]


class ChartsView(ScrollColumn):
    """Every bar opens its rows in the coverage log; a chart is copied as a picture or as a table."""

    help_topic = "today#charts"
    opened = Signal(object)  # Behind

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__((), (Space.M, Space.S, Space.M, Space.S), Space.S, parent)
        self.month = clock.today()
        self.drawn: list[Drawn] = []
        self._card_of: dict[Chart, QWidget] = {}

    def reload(self) -> None:
        """Read the month again."""
        self.drawn, self._card_of = [], {}
        cards = {chart.key: self._month_card(chart) for chart in charts.month_charts(self.month)}
        years = self._year_card(charts.tier_years(self.month.year))
        left = down(cards[TallyKey.FORM], cards[TallyKey.TIER], years, None)
        right = down(cards[TallyKey.UNIT], None)
        columns = across(boxed(left), boxed(right), gap=Space.S)
        columns.setStretch(0, 1)
        columns.setStretch(1, 1)
        self.set_items((self._head(), rule_label(CountingRule.LOG), columns))
        self.keep_height()

    def first(self) -> QWidget:
        """The chart that takes the focus."""
        return self.drawn[0].chart if self.drawn else self

    def current(self) -> Drawn | None:
        """The chart with the keyboard, or the first one."""
        focus = QApplication.focusWidget()
        return next((one for one in self.drawn if one.chart is focus), self.drawn[0] if self.drawn else None)

    def turn(self, step: int) -> None:
        """Look at the month before or after."""
        first, last = clock.month_of(self.month)
        self.month = first - dt.timedelta(days=1) if step < 0 else last + dt.timedelta(days=1)
        self.reload()
        self.first().setFocus()

    def copy_picture(self) -> None:
        """Put the chart with the keyboard on the clipboard as a picture."""
        drawn = self.current()
        if drawn is not None:
            QGuiApplication.clipboard().setPixmap(self._card_of[drawn.chart].grab())

    def copy_table(self) -> None:
        """Put the figures of the chart with the keyboard on the clipboard, as cells of a sheet."""
        drawn = self.current()
        if drawn is not None:
            lines = ["\t".join(line) for line in drawn.table]
            QGuiApplication.clipboard().setText("\n".join([*lines, rule_text(CountingRule.LOG)]))

    def _head(self) -> QHBoxLayout:
        back = button("", Glyph.CHEVRON_LEFT, Kind.PLAIN, partial(self.turn, -1))
        forth = button("", Glyph.CHEVRON_RIGHT, Kind.PLAIN, partial(self.turn, 1))
        for made, name in ((back, self.tr("The month before")), (forth, self.tr("The next month"))):
            made.setAccessibleName(name)
            made.setToolTip(tip(name))
        return across(back, label(shown.month(self.month), Role.HEADING), forth, None)

    def _month_card(self, chart: MonthChart) -> Card:
        title = text(f"key.{chart.key.value}")
        marks = [_mark(bar, _name(bar)) for bar in chart.bars]
        made = BarChart(title, marks)
        totals = _figures(chart.totals.pieces, chart.totals.placements)
        behind = tuple(Behind(bar.chosen, f"{shown.month(self.month)} {_name(bar)}") for bar in chart.bars)
        table = (
            (title, text("key.pieces"), text("key.placements")),
            *((_name(bar), str(bar.pieces), str(bar.placements)) for bar in chart.bars),
            (text("key.total"), str(chart.totals.pieces), str(chart.totals.placements)),
        )
        card = Card(self.tr("By {key}").format(key=title), totals)
        if marks:
            self._take(card, Drawn(made, behind, table), card)
        else:
            card.add(label(self.tr("Nothing is logged in this month."), tone="second"))
        return card

    def _year_card(self, years: Sequence[TierYear]) -> Card:
        title = self.tr("Tiers over {year}, placements").format(year=self.month.year)
        card = Card(title)
        most = max((bar.placements for tier in years for bar in tier.months), default=0)
        heads = ("", *(shown.short_month(number) for number in range(1, 13)))
        if not most:
            card.add(label(self.tr("Nothing is logged in this year."), tone="second"))
            return card
        table = (
            heads,
            *((_tier(year.tier), *(str(bar.placements) for bar in year.months)) for year in years),
        )
        for tier, tint in zip(years, _TINTS, strict=True):
            name = _tier(tier.tier)
            marks = [_month_mark(bar, month) for bar, month in zip(tier.months, heads[1:], strict=True)]
            behind = tuple(Behind(bar.chosen, f"{shown.month(_first(bar))} {name}") for bar in tier.months)
            made = YearChart(name, marks, tint, most)
            card.add(label(name, Role.CAPTION, "second"))
            self._take(card, Drawn(made, behind, table), card)
        return card

    def _take(self, card: Card, drawn: Drawn, picture: QWidget) -> None:
        card.add(drawn.chart)
        self.drawn.append(drawn)
        self._card_of[drawn.chart] = picture
        drawn.chart.opened.connect(partial(self._open, drawn))

    def _open(self, drawn: Drawn, mark: int) -> None:
        self.opened.emit(drawn.behind[mark])


def _mark(bar: Bar, name: str) -> BarMark:
    figures = _figures(bar.pieces, bar.placements)
    return BarMark(name, bar.placements, figures, f"{name}，{figures}")


def _month_mark(bar: Bar, name: str) -> BarMark:
    """A month has room for its placements alone; the sentence says both."""
    sentence = f"{name}，{_figures(bar.pieces, bar.placements)}"
    return BarMark(name, bar.placements, str(bar.placements), sentence)


def _figures(pieces: int, placements: int) -> str:
    return f"{shown.count(pieces, 'pieces')} · {shown.count(placements, 'placements')}"


def _name(bar: Bar) -> str:
    """Name of a bar: tiers are worded by the program, all else by the office."""
    if bar.chosen.tiers:
        return _tier(bar.chosen.tiers[0])
    return bar.label or text("counting.none")


def _tier(tier: Tier) -> str:
    return text(f"tier.{tier.value}")


def _first(bar: Bar) -> dt.date:
    return bar.chosen.since or clock.today()
