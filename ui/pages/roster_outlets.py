"""The outlets of the roster: filters above, one line each, and everything about the chosen one beside it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QSizePolicy
from typing_extensions import override

from ui import format as shown
from ui.messages import text
from ui.pages.roster_outlet_parts import OutletParts
from ui.pages.roster_view import RosterView, matches
from ui.tablemodels.records import RecordsModel
from ui.tablemodels.roster_columns import outlet_columns
from ui.theme.icons import Glyph
from ui.theme.tokens import Role
from ui.widgets.chips import FilterChip
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import label
from ui.widgets.record_list import RecordList
from xcdesk import clock
from xcdesk.codes import Tier
from xcdesk.services import outlets
from xcdesk.services.outlets import OutletRow

_COLUMNS = 5
"""Place of the column that takes the room left over: the one with the names of programmes."""


class OutletsView(RosterView):
    """Outlets in the roster's own order; chips narrow them to gaps and tiers, or add retired ones."""

    def __init__(self) -> None:
        super().__init__()
        self.model = RecordsModel[OutletRow](outlet_columns(clock.today()))
        self.only_gaps = FilterChip(self.tr("With gaps only"), Glyph.FILTER)
        self.tiers = {tier: FilterChip(text(f"tier.{tier.value}")) for tier in Tier}
        self.retired = FilterChip(self.tr("Retired too"), Glyph.ARCHIVE)
        self.summary = label("", Role.CAPTION, "muted", wrap=True)
        self.summary.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        head = (*self._chips(), self.summary)
        widths = [column.width for column in self.model.columns]
        self.take(RecordList(self.tr("Outlets"), self.model, widths, head, stretch=_COLUMNS))
        for chip in self._chips():
            chip.toggled.connect(self.reload)

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
        self.model.show_rows(found)
        self.show_choice(None if before is None else before.id, self._empty(everyone))

    @override
    def ids(self) -> list[int]:
        return [row.id for row in self.model.rows()]

    @override
    def clear_filters(self) -> None:
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
        return (self.only_gaps, *self.tiers.values(), self.retired)

    def _is_shown(self, row: OutletRow) -> bool:
        tiers = [tier for tier, chip in self.tiers.items() if chip.isChecked()]
        people = [person.name for person in (row.leader, row.liaison) if person is not None]
        return (
            (row.active or self.retired.isChecked())
            and (bool(row.gaps) or not self.only_gaps.isChecked())
            and (not tiers or row.tier in tiers)
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
        words = self.tr("{outlets}: no leader {leaders}, no liaison {liaisons}, no column {columns}")
        self.summary.setText(
            words.format(
                outlets=shown.count(len(on_roster), "outlets"),
                leaders=gaps.leaders,
                liaisons=gaps.liaisons,
                columns=gaps.columns,
            )
        )

    def _empty(self, everyone: Sequence[OutletRow]) -> EmptyState:
        if everyone:
            return self.nothing_matches(self._chips())
        words = self.tr("Outlets, their people and their columns will stand here. Add the first one.")
        return self.empty(Glyph.CONTACT_CARD, self.tr("No outlet is on the roster"), words)
