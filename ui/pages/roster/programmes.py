"""The programmes and columns of all outlets in one list: which run, since when, and their reports."""

import datetime as dt
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication
from typing_extensions import override

from ui import format as shown
from ui.pages.roster.listed import ListedView
from ui.pages.roster.view import matches
from ui.tablemodels.records import Column, Shown
from ui.theme.icons import Glyph
from ui.theme.tokens import Role, State
from ui.widgets.chips import FilterChip, StateChip
from ui.widgets.detail_pane import Field, field_grid
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import label
from ui.widgets.layouts import Item, across
from xcdesk import clock
from xcdesk.services.counts import programme_counts
from xcdesk.services.counts.counting import ItemCount
from xcdesk.services.roster import programmes
from xcdesk.services.roster.programmes import OutletProgramme

translate = QCoreApplication.translate

_NAME = 1
"""Place of the column that takes the room left over."""


class ProgrammesView(ListedView[OutletProgramme]):
    """In the order of the outlets; chips narrow them to the campaign's columns, or add those that ended."""

    help_topic = "roster#programmes"

    def __init__(self) -> None:
        super().__init__()
        self.only_columns = FilterChip(self.tr("Campaign columns"), Glyph.FILTER)
        self.only_idle = FilterChip(self.tr("Not opened yet"))
        self.closed = FilterChip(self.tr("Closed too"), Glyph.ARCHIVE)
        self.gaps = label("", Role.CAPTION, "warn", wrap=True)
        self._counts: Mapping[int, ItemCount] = {}
        chips = (self.only_columns, self.only_idle, self.closed)
        self.put(self.tr("Programmes"), self._columns(), chips, (*chips, self.gaps, None), stretch=_NAME)

    @override
    def add_word(self) -> str:
        return self.tr("Add programme")

    @override
    def read(self) -> Sequence[OutletProgramme]:
        today = clock.today()
        self._counts = programme_counts.by_programme(today.replace(month=1, day=1), today)
        lacking = [row.name for row in programmes.without_column(today)]
        words = self.tr("▲ No open campaign column: {outlets}").format(outlets=shown.listed(lacking))
        self.gaps.setText(words if lacking else "")
        return programmes.of_all_outlets()

    @override
    def count(self, everyone: Sequence[OutletProgramme]) -> None:
        active = [one for one in everyone if one.active]
        self.only_columns.set_count(sum(one.row.is_column for one in active))
        self.only_idle.set_count(sum(_is_idle(one) for one in active))
        self.closed.set_count(len(everyone) - len(active))

    @override
    def shows(self, row: OutletProgramme) -> bool:
        return (
            (row.active or self.closed.isChecked())
            and (row.row.is_column or not self.only_columns.isChecked())
            and (_is_idle(row) or not self.only_idle.isChecked())
            and matches(self.query, (row.name, row.outlet, row.row.note))
        )

    @override
    def nothing_yet(self) -> EmptyState:
        words = self.tr("Columns and named programmes of all outlets will stand here. Add the first one.")
        return self.empty(Glyph.MEGAPHONE, self.tr("No programme is on the roster"), words)

    @override
    def parts(self, row: OutletProgramme) -> Sequence[Item]:
        state = _state(row)
        one = row.row
        kind = self.tr("the campaign's fixed column") if one.is_column else self.tr("a named programme")
        fields = (
            Field(translate("roster", "Outlet"), row.outlet),
            Field(translate("roster", "Kind"), kind),
            Field(translate("roster", "Opened"), _day(one.opened_on)),
            Field(translate("roster", "Closed"), _day(one.closed_on)),
            Field(translate("roster", "This year"), self._ran(row)),
            Field(translate("roster", "Note"), one.note),
        )
        chip = across(StateChip(state.state or State.NOT_YET, state.text), None)
        return (chip, field_grid([field for field in fields if field.value]))

    def _ran(self, row: OutletProgramme) -> str:
        """Pieces and placements logged under a programme since New Year's Day."""
        ran = self._counts.get(row.id)
        if ran is None:
            return ""
        return f"{shown.count(ran.pieces, 'pieces')} · {shown.count(ran.placements, 'placements')}"

    def _columns(self) -> Sequence[Column[OutletProgramme]]:
        return (*_columns(), Column(translate("roster", "This year"), 130, lambda row: Shown(self._ran(row))))


def _columns() -> Sequence[Column[OutletProgramme]]:
    column = translate("roster", "campaign column")
    return (
        Column(translate("roster", "Outlet"), 170, lambda row: Shown(row.outlet)),
        Column(translate("roster", "Programme"), 220, lambda row: Shown(row.name)),
        Column(translate("roster", "Kind"), 150, lambda row: Shown(column if row.row.is_column else "")),
        Column(translate("roster", "Opened"), 120, lambda row: Shown(_day(row.row.opened_on))),
        Column(translate("roster", "Closed"), 120, lambda row: Shown(_day(row.row.closed_on))),
        Column(translate("roster", "State"), 130, _state),
    )


def _state(row: OutletProgramme) -> Shown:
    if row.row.closed_on is not None and row.row.closed_on <= clock.today():
        return Shown(translate("roster", "Closed"), State.NONE)
    if _is_idle(row):
        return Shown(translate("roster", "Not opened yet"), State.SOON)
    return Shown(translate("roster", "Running"), State.DONE)


def _is_idle(row: OutletProgramme) -> bool:
    return row.active and not row.row.is_open(clock.today())


def _day(day: dt.date | None) -> str:
    return "" if day is None else shown.day(day)
