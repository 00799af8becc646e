"""The outlets of the roster: filters above, one line each, and everything about the chosen one beside it."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker
from typing_extensions import override

from ui import format as shown
from ui.messages import text
from ui.pages.roster.outlet_parts import OutletParts
from ui.pages.roster.view import RosterView, matches
from ui.tablemodels.records import RecordsModel
from ui.tablemodels.roster_columns import outlet_columns
from ui.theme.icons import Glyph
from ui.theme.tokens import Role
from ui.widgets.chips import FilterChip
from ui.widgets.empty_state import EmptyState
from ui.widgets.fields import Option, PickBox
from ui.widgets.flow import Flow
from ui.widgets.labels import label
from ui.widgets.record_list import RecordList
from xcdesk import clock, pinyin
from xcdesk.codes import OutletKind, Tier
from xcdesk.services.roster import outlets
from xcdesk.services.roster.outlets import Gap, OutletRow

_COLUMNS = 5
"""Place of the column that takes the room left over: the one with the names of programmes."""
_BY_NAME = "name"


class OutletsView(RosterView):
    """Outlets in the roster's own order; chips narrow them to gaps and tiers, or add retired ones."""

    def __init__(self) -> None:
        super().__init__()
        self.model = RecordsModel[OutletRow](outlet_columns(clock.today()))
        self.only_gaps = FilterChip(self.tr("With gaps only"), Glyph.FILTER)
        self.tiers = {tier: FilterChip(text(f"tier.{tier.value}")) for tier in Tier}
        self.gaps = {gap: FilterChip(text(f"gap.{gap.value}"), Glyph.WARNING) for gap in Gap}
        self.retired = FilterChip(self.tr("Retired too"), Glyph.ARCHIVE)
        self.kind, self.order = PickBox(), PickBox()
        self._offer()
        self.summary = label("", Role.CAPTION, "muted")
        head = (Flow([*self._chips(), self.kind, self.order, self.summary]),)
        widths = [column.width for column in self.model.columns]
        self.take(RecordList(self.tr("Outlets"), self.model, widths, head, stretch=_COLUMNS))
        for chip in self._chips():
            chip.toggled.connect(self.reload)
        for box in (self.kind, self.order):
            box.currentIndexChanged.connect(self.reload)

    @override
    def add_word(self) -> str:
        return self.tr("Add outlet")

    @override
    def row(self) -> OutletRow | None:
        at = self.listing.at()
        return None if at is None else self.model.rows()[at]

    @override
    def reload(self) -> None:
        before = self.row()
        everyone = outlets.outlets(everyone=True)
        self._count(everyone)
        found = [row for row in everyone if self._is_shown(row)]
        if self.order.key() == _BY_NAME:
            found.sort(key=lambda row: pinyin.sort_key(row.name))
        self.model.show_rows(found)
        self.show_choice(None if before is None else before.id, self._empty(everyone))

    @override
    def ids(self) -> list[int]:
        return [row.id for row in self.model.rows()]

    @override
    def clear_filters(self) -> None:
        with QSignalBlocker(self.kind):
            self.kind.choose("")
        self.turn_off(self._chips())

    @override
    def show_detail(self) -> None:
        if self.detail is None:
            return
        row = self.row()
        if row is None:
            self.detail.show_parts("", ())
            return
        parts = OutletParts(outlets.outlet(row.id), self.asked.emit)
        self.detail.show_parts(row.name, parts.items())

    def _chips(self) -> Sequence[FilterChip]:
        return (self.only_gaps, *self.gaps.values(), *self.tiers.values(), self.retired)

    def _offer(self) -> None:
        """Fill the two boxes."""
        kinds = [Option(kind.value, text(f"outlet_kind.{kind.value}")) for kind in OutletKind]
        self.kind.set_options([Option("", self.tr("All kinds")), *kinds])
        self.kind.setAccessibleName(self.tr("Kind"))
        by_name, own = self.tr("By pinyin"), self.tr("Roster order")
        self.order.set_options([Option("", own), Option(_BY_NAME, by_name)])
        self.order.setAccessibleName(self.tr("Order"))

    def _is_shown(self, row: OutletRow) -> bool:
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

    def _count(self, everyone: Sequence[OutletRow]) -> None:
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

    def _empty(self, everyone: Sequence[OutletRow]) -> EmptyState:
        if everyone:
            return self.nothing_matches(self._chips())
        words = self.tr("Outlets, their people and their columns will stand here. Add the first one.")
        return self.empty(Glyph.CONTACT_CARD, self.tr("No outlet is on the roster"), words)
