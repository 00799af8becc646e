"""The programmes and columns of all outlets in one list: which run, since when, and their reports."""

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from typing_extensions import override

from ui import format as shown
from ui.pages.roster.listed import ListedView
from ui.pages.roster.view import matches
from ui.tablemodels.records import Column, Shown
from ui.theme.icons import Glyph
from ui.theme.tokens import State
from ui.widgets.chips import FilterChip, StateChip
from ui.widgets.detail_pane import Field, field_grid
from ui.widgets.empty_state import EmptyState
from ui.widgets.layouts import Item, across
from xcdesk import clock
from xcdesk.services.roster import programmes
from xcdesk.services.roster.programmes import OutletProgramme

translate = QCoreApplication.translate

_NAME = 1
"""Place of the column that takes the room left over."""


class ProgrammesView(ListedView[OutletProgramme]):
    """In the order of the outlets; chips narrow them to the campaign's columns, or add those that ended."""

    def __init__(self) -> None:
        super().__init__()
        self.only_columns = FilterChip(self.tr("Campaign columns"), Glyph.FILTER)
        self.only_idle = FilterChip(self.tr("Not opened yet"))
        self.closed = FilterChip(self.tr("Closed too"), Glyph.ARCHIVE)
        chips = (self.only_columns, self.only_idle, self.closed)
        self.put(self.tr("Programmes"), _columns(), chips, (*chips, None), stretch=_NAME)

    @override
    def add_word(self) -> str:
        return self.tr("Add programme")

    @override
    def read(self) -> Sequence[OutletProgramme]:
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
            Field(translate("roster", "Note"), one.note),
        )
        chip = across(StateChip(state.state or State.NOT_YET, state.text), None)
        return (chip, field_grid([field for field in fields if field.value]))


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
