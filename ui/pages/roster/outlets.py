"""The outlets of the roster: filters above, one line each, and everything about the chosen one beside it."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker
from typing_extensions import override

from ui import format as shown
from ui.messages import text
from ui.pages.roster.listed import ListedView
from ui.pages.roster.outlet_parts import OutletParts
from ui.pages.roster.view import matches
from ui.tablemodels.roster_columns import outlet_columns
from ui.theme.icons import Glyph
from ui.theme.tokens import Role
from ui.widgets.chips import FilterChip
from ui.widgets.empty_state import EmptyState
from ui.widgets.fields import Option, PickBox
from ui.widgets.flow import Flow
from ui.widgets.labels import label
from ui.widgets.layouts import Item
from xcdesk import clock, pinyin
from xcdesk.codes import OutletKind, Tier
from xcdesk.services.roster import outlets
from xcdesk.services.roster.outlets import Gap, OutletRow

_COLUMNS = 5
"""Place of the column that takes the room left over: the one with the names of programmes."""
_BY_NAME = "name"


class OutletsView(ListedView[OutletRow]):
    """Outlets in the roster's own order; chips narrow them to gaps and tiers, or add retired ones."""

    def __init__(self) -> None:
        super().__init__()
        self.only_gaps = FilterChip(self.tr("With gaps only"), Glyph.FILTER)
        self.tiers = {tier: FilterChip(text(f"tier.{tier.value}")) for tier in Tier}
        self.gaps = {gap: FilterChip(text(f"gap.{gap.value}"), Glyph.WARNING) for gap in Gap}
        self.retired = FilterChip(self.tr("Retired too"), Glyph.ARCHIVE)
        self.kind, self.order = PickBox(), PickBox()
        self._offer()
        self.summary = label("", Role.CAPTION, "muted")
        chips = (self.only_gaps, *self.gaps.values(), *self.tiers.values(), self.retired)
        head = (Flow([*chips, self.kind, self.order, self.summary]),)
        self.put(self.tr("Outlets"), outlet_columns(clock.today()), chips, head, stretch=_COLUMNS)
        for box in (self.kind, self.order):
            box.currentIndexChanged.connect(self.reload)

    @override
    def add_word(self) -> str:
        return self.tr("Add outlet")

    @override
    def read(self) -> Sequence[OutletRow]:
        return outlets.outlets(everyone=True)

    @override
    def count(self, everyone: Sequence[OutletRow]) -> None:
        on_roster = tuple(row for row in everyone if row.active)
        gaps = outlets.gap_count(on_roster)
        self.only_gaps.set_count(gaps.outlets)
        for tier, chip in self.tiers.items():
            count = sum(1 for row in on_roster if row.tier == tier)
            chip.set_count(count)
            chip.setVisible(count > 0)
        self.retired.set_count(len(everyone) - len(on_roster))
        for gap, number in zip(Gap, (gaps.leaders, gaps.liaisons, gaps.columns), strict=True):
            self.gaps[gap].set_count(number)
            self.gaps[gap].setVisible(number > 0 or self.gaps[gap].isChecked())
        self.summary.setText(shown.count(len(on_roster), "outlets"))

    @override
    def shows(self, row: OutletRow) -> bool:
        tiers = [tier for tier, chip in self.tiers.items() if chip.isChecked()]
        gaps = {gap for gap, chip in self.gaps.items() if chip.isChecked()}
        people = [person.name for person in (row.leader, row.liaison) if person is not None]
        return (
            (row.active or self.retired.isChecked())
            and (bool(row.gaps) or not self.only_gaps.isChecked())
            and (not gaps or bool(gaps & set(row.gaps)))
            and (not tiers or row.tier in tiers)
            and self.kind.key() in ("", row.kind.value)
            and matches(self.query, (row.name, *people, *row.columns))
        )

    @override
    def arranged(self, rows: list[OutletRow]) -> list[OutletRow]:
        by_name = self.order.key() == _BY_NAME
        return sorted(rows, key=lambda row: pinyin.sort_key(row.name)) if by_name else rows

    @override
    def nothing_yet(self) -> EmptyState:
        words = self.tr(
            "Outlets, their people and their columns will stand here. "
            "Choose from the shipped list, or add the first one."
        )
        return self.empty(Glyph.CONTACT_CARD, self.tr("No outlet is on the roster"), words, proposed=True)

    @override
    def parts(self, row: OutletRow) -> Sequence[Item]:
        return OutletParts(outlets.outlet(row.id), self.asked.emit).items()

    @override
    def clear_filters(self) -> None:
        with QSignalBlocker(self.kind):
            self.kind.choose("")
        super().clear_filters()

    def _offer(self) -> None:
        """Fill the two boxes."""
        kinds = [Option(kind.value, text(f"outlet_kind.{kind.value}")) for kind in OutletKind]
        self.kind.set_options([Option("", self.tr("All kinds")), *kinds])
        self.kind.setAccessibleName(self.tr("Kind"))
        by_name, own = self.tr("By pinyin"), self.tr("Roster order")
        self.order.set_options([Option("", own), Option(_BY_NAME, by_name)])
        self.order.setAccessibleName(self.tr("Order"))
