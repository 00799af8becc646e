"""Quotas: what is asked of whom and what is done today, version by version, and week by week over a year."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget
from typing_extensions import override

from ui import format as shown
from ui.pages.roster.view import RosterView, matches
from ui.tablemodels.quota_columns import version_columns, week_columns
from ui.tablemodels.records import RecordsModel
from ui.tablemodels.roster_columns import quota_columns
from ui.theme.icons import Glyph
from ui.theme.tokens import Role, Space
from ui.widgets.buttons import Kind, button
from ui.widgets.chips import FilterChip
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import label, tip
from ui.widgets.layouts import Item, across, boxed, down
from ui.widgets.record_list import RecordList
from ui.widgets.segmented import Segment, Segmented
from xcdesk import clock
from xcdesk.services.office import practising
from xcdesk.services.roster import outlets
from xcdesk.services.targets import compliance, in_force, quotas
from xcdesk.services.targets.compliance import OutletYear
from xcdesk.services.targets.in_force import QuotaVersion
from xcdesk.services.targets.quotas import QuotaRow

NOW, VERSIONS, WEEKS = "now", "versions", "weeks"


class QuotasView(RosterView):
    """One of three lists; a quota is chosen in the first two, the third is read and written to Excel."""

    help_topic = "roster#quotas"
    export_asked = Signal(object, int)  # Path, year

    def __init__(self) -> None:
        super().__init__()
        self._year = clock.today().year
        self.now = RecordsModel[QuotaRow](quota_columns())
        names = {row.id: row.name for row in outlets.outlets(everyone=True)}
        self.versions = RecordsModel[QuotaVersion](version_columns(names))
        self.weeks = RecordsModel[OutletYear](week_columns())
        self.only_open = FilterChip(self.tr("Not met only"), Glyph.FILTER)
        self.day = label("", Role.CAPTION, "muted")
        self.lists = {
            NOW: self._list(self.tr("Quotas"), self.now, (self.only_open, self.day, None)),
            VERSIONS: self._list(self.tr("Versions of quotas"), self.versions, ()),
            WEEKS: self._list(self.tr("Weeks met and missed"), self.weeks, self._year_head()),
        }
        self.segments = Segmented(
            (
                Segment(NOW, self.tr("Now")),
                Segment(VERSIONS, self.tr("Over time")),
                Segment(WEEKS, self.tr("Week by week")),
            )
        )
        self._stack = QStackedWidget()
        for listing in self.lists.values():
            self._stack.addWidget(listing)
        self.listing = self.lists[NOW]
        body = boxed(down(across(self.segments, None), self._stack, gap=Space.S))
        self._row = across(body, gap=Space.M)
        self._row.setStretch(0, 1)
        self.setLayout(self._row)
        self.segments.chosen.connect(self._turn)
        self.only_open.toggled.connect(self.reload)

    def shows_weeks(self) -> bool:
        """Whether the list in front is only read."""
        return self.segments.key == WEEKS

    @override
    def listings(self) -> Sequence[RecordList]:
        return tuple(self.lists.values())

    @override
    def add_word(self) -> str:
        return self.tr("Add quota")

    @override
    def row(self) -> QuotaVersion | None:
        at = self.listing.at()
        if at is None or self.shows_weeks():
            return None
        if self.segments.key == VERSIONS:
            return self.versions.rows()[at]
        code = self.now.rows()[at].quota
        return next((one for one in in_force.in_force(clock.today()) if one.code == code), None)

    @override
    def reload(self) -> None:
        before = self.listing.at()
        {NOW: self._read_now, VERSIONS: self._read_versions, WEEKS: self._read_weeks}[self.segments.key]()
        self._choose_again(before)

    @override
    def clear_filters(self) -> None:
        self.turn_off([self.only_open])

    @override
    def regions(self) -> Sequence[QWidget]:
        return (self.listing.place(), self.segments)

    def year(self) -> int:
        """The year whose weeks are shown."""
        return self._year

    def _list(self, name: str, model: RecordsModel[Any], head: tuple[Item, ...]) -> RecordList:
        widths = [column.width for column in model.columns]
        made = RecordList(name, model, widths, head, stretch=len(widths) - 1)
        made.chosen.connect(self._choose)
        made.opened.connect(self.opened)
        return made

    def _year_head(self) -> tuple[Item, ...]:
        back = button("", Glyph.CHEVRON_LEFT, Kind.PLAIN, lambda: self._move_year(-1))
        forth = button("", Glyph.CHEVRON_RIGHT, Kind.PLAIN, lambda: self._move_year(1))
        for made, name in ((back, self.tr("The year before")), (forth, self.tr("The next year"))):
            made.setAccessibleName(name)
            made.setToolTip(tip(name))
        self.year_name = label("", bold=True)
        self.export = button(self.tr("Write to Excel…"), Glyph.ARROW_EXPORT, Kind.NORMAL, self._export)
        note = label(self.tr("A week is judged by what the quota asks on its Sunday."), Role.CAPTION, "muted")
        return (back, self.year_name, forth, note, None, self.export)

    def _read_now(self) -> None:
        today = clock.today()
        everything = quotas.quotas_on(today)
        self.only_open.set_count(sum(1 for row in everything if not row.met))
        self.day.setText(self.tr("As of {day}").format(day=shown.day_and_weekday(today)))
        self.now.show_rows([row for row in everything if self._is_shown(row)])

    def _read_versions(self) -> None:
        found = in_force.versions()
        self.versions.show_rows([row for row in found if matches(self.query, (row.terms.label,))])

    def _read_weeks(self) -> None:
        found = compliance.compliance(self._year)
        self.year_name.setText(self.tr("{year}").format(year=self._year))
        self.export.setEnabled(bool(found.rows))
        self.weeks.show_rows([row for row in found.rows if matches(self.query, (row.outlet,))])

    def _turn(self) -> None:
        self.listing = self.lists[self.segments.key]
        self._stack.setCurrentWidget(self.listing)
        self.reload()

    def _move_year(self, step: int) -> None:
        self._year += step
        self.reload()

    def _export(self) -> None:
        name = practising.file_name(self.tr("Weeks of {year}").format(year=self._year))
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Save as"), f"{name}.xlsx", "*.xlsx")
        if chosen:
            self.export_asked.emit(Path(chosen), self._year)

    def _choose_again(self, at: int | None) -> None:
        if self.listing.table.model().rowCount():
            self.listing.show_table()
            self.listing.choose(at or 0)
        else:
            self.listing.show_empty(self._empty())
        self._choose()

    def _is_shown(self, row: QuotaRow) -> bool:
        return not (row.met and self.only_open.isChecked()) and matches(self.query, (row.label, row.who))

    def _empty(self) -> EmptyState:
        if self.query or (self.only_open.isChecked() and self.segments.key == NOW):
            return self.nothing_matches([self.only_open])
        if self.shows_weeks():
            words = self.tr("No outlet owed contributions in the weeks of this year that are over.")
            return EmptyState(Glyph.CLIPBOARD_TASK, self.tr("No weeks"), words)
        words = self.tr("No quota is in force today.")
        return self.empty(Glyph.CLIPBOARD_TASK, self.tr("No quotas"), words)
