"""How much of what each unit sent was used in the period, the total last."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from typing_extensions import override

from ui import format as shown
from ui.messages import text
from ui.pages.counted_by import rule_label
from ui.pages.coverage.trackers.view import TrackerView
from ui.tablemodels.records import Column, Shown
from ui.theme.icons import Glyph
from ui.theme.tokens import Role
from ui.widgets.chips import FilterChip
from ui.widgets.detail_pane import Field, field_grid
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import label
from ui.widgets.layouts import Item, line
from xcdesk.services.counts import use_rates
from xcdesk.services.counts.use_rates import UseRate
from xcdesk.services.office.counting_rules import CountingRule
from xcdesk.services.roster.roster_prints import Printout
from xcdesk.services.trackers import tracker_prints

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class RateLine:
    """The rate of one unit as a line of a list; the total has the id 0."""

    rate: UseRate

    @property
    def id(self) -> int:
        """The unit's number."""
        return self.rate.unit_id

    @property
    def name(self) -> str:
        """The unit's name."""
        return self.rate.unit

    @property
    def active(self) -> bool:
        """A count is never out of use."""
        return True


class RatesView(TrackerView[RateLine]):
    """Units in the order of the roster; the pane tells month by month."""

    def __init__(self) -> None:
        super().__init__()
        self.only_senders = FilterChip(self.tr("Sent something"))
        self.only_senders.setChecked(True)
        chips = (self.only_senders,)
        self.put(self.tr("Rate of use"), _columns(), chips, (*chips, None), stretch=0)

    @override
    def add_word(self) -> str:
        return self.tr("Enter a manuscript")

    @override
    def read(self) -> Sequence[RateLine]:
        found = use_rates.by_unit(*self.period)
        total = use_rates.total(found, text("key.total"))
        return [RateLine(one) for one in (*found, total)] if total.sent else []

    @override
    def count(self, everyone: Sequence[RateLine]) -> None:
        self.only_senders.set_count(sum(bool(row.rate.sent) for row in everyone if row.id))

    @override
    def shows(self, row: RateLine) -> bool:
        wanted = bool(row.rate.sent) or not self.only_senders.isChecked()
        return not row.id or (wanted and self.matches((row.name,)))

    @override
    def nothing_yet(self) -> EmptyState:
        words = self.tr("Once manuscripts of this period are entered, each unit's rate stands here.")
        return self.empty(Glyph.SEND, self.tr("No manuscript is entered"), words)

    @override
    def parts(self, row: RateLine) -> Sequence[Item]:
        months = [one for one in use_rates.by_month(*self.period) if one.unit_id == row.id]
        words = self.tr("{used} of {sent}, {rate}")
        fields = [
            Field(shown.month(one.month), words.format(used=one.used, sent=one.sent, rate=_percent(one)))
            for one in months
            if one.month is not None
        ]
        told = words.format(used=row.rate.used, sent=row.rate.sent, rate=_percent(row.rate))
        rule = rule_label(CountingRule.USE_RATE)
        return (label(told, Role.HEADING, wrap=True), field_grid(fields), line(), rule)

    @override
    def sheet(self) -> Printout:
        return tracker_prints.use_sheet(*self.period)


def _columns() -> Sequence[Column[RateLine]]:
    return (
        Column(translate("trackers", "Unit"), 240, lambda row: Shown(row.name)),
        Column(translate("trackers", "Sent"), 110, lambda row: Shown(str(row.rate.sent)), figures=True),
        Column(translate("trackers", "Used"), 110, lambda row: Shown(str(row.rate.used)), figures=True),
        Column(translate("trackers", "Rate"), 110, lambda row: Shown(_percent(row.rate)), figures=True),
    )


def _percent(one: UseRate) -> str:
    return tracker_prints.percent(one.rate)
