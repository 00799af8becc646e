"""The units of the roster: a line each in printed order, spellings of the chosen one beside it."""

from collections.abc import Sequence

from typing_extensions import override

from ui.messages import text
from ui.pages.roster.outlet_parts import spelling_chips
from ui.pages.roster.view import RosterView, matches
from ui.tablemodels.records import RecordsModel
from ui.tablemodels.roster_columns import unit_columns, use_state
from ui.theme.icons import Glyph
from ui.theme.tokens import Role, State
from ui.widgets.buttons import Kind, button
from ui.widgets.chips import FilterChip, StateChip
from ui.widgets.detail_pane import Field, field_grid
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import label
from ui.widgets.layouts import across, line
from ui.widgets.record_list import RecordList
from xcdesk.codes import UnitKind
from xcdesk.services.roster import spellings, units
from xcdesk.services.roster.units import UnitRow


class UnitsView(RosterView):
    """Counties, departments and enterprises; chips narrow them to a kind, or add retired ones."""

    def __init__(self) -> None:
        super().__init__()
        self.model = RecordsModel[UnitRow](unit_columns())
        self.kinds = {kind: FilterChip(text(f"unit_kind.{kind.value}")) for kind in UnitKind}
        self.retired = FilterChip(self.tr("Retired too"), Glyph.ARCHIVE)
        widths = [column.width for column in self.model.columns]
        head = (*self._chips(), None)
        self.take(RecordList(self.tr("Units"), self.model, widths, head))
        for chip in self._chips():
            chip.toggled.connect(self.reload)

    @override
    def add_word(self) -> str:
        return self.tr("Add unit")

    @override
    def row(self) -> UnitRow | None:
        at = self.listing.at()
        return None if at is None else self.model.rows()[at]

    @override
    def reload(self) -> None:
        before = self.row()
        everyone = units.units(everyone=True)
        self._count(everyone)
        found = [row for row in everyone if self._is_shown(row)]
        self.model.show_rows(found)
        self.show_choice(None if before is None else before.id, self._empty(everyone))

    @override
    def ids(self) -> list[int]:
        return [row.id for row in self.model.rows()]

    @override
    def show_detail(self) -> None:
        if self.detail is None:
            return
        row = self.row()
        if row is None:
            self.detail.show_parts("", ())
            return
        state = use_state(active=row.active)
        others = [word for word in spellings.unit_spellings(row.id) if word != row.name]
        add = button(self.tr("Add"), None, Kind.LINK, lambda: self.asked.emit("spelling_new", None))
        words = self.tr("Spellings in returns")
        add.setAccessibleName(self.tr("Add: {what}").format(what=words))
        parts = (
            across(StateChip(state.state or State.DONE, state.text), None),
            field_grid([Field(self.tr("Kind"), text(f"unit_kind.{row.kind.value}"))]),
            line(),
            across(label(words, Role.HEADING), None, add),
            spelling_chips(others, self.asked.emit),
        )
        self.detail.show_parts(row.name, parts)

    @override
    def clear_filters(self) -> None:
        self.turn_off(self._chips())

    def _chips(self) -> Sequence[FilterChip]:
        return (*self.kinds.values(), self.retired)

    def _is_shown(self, row: UnitRow) -> bool:
        kinds = [kind for kind, chip in self.kinds.items() if chip.isChecked()]
        return (
            (row.active or self.retired.isChecked())
            and (not kinds or row.kind in kinds)
            and matches(self.query, (row.name,))
        )

    def _count(self, everyone: Sequence[UnitRow]) -> None:
        in_use = [row for row in everyone if row.active]
        for kind, chip in self.kinds.items():
            chip.set_count(sum(1 for row in in_use if row.kind == kind))
        self.retired.set_count(len(everyone) - len(in_use))

    def _empty(self, everyone: Sequence[UnitRow]) -> EmptyState:
        if everyone:
            return self.nothing_matches(self._chips())
        words = self.tr("Counties, departments and enterprises will stand here. Add the first one.")
        return self.empty(Glyph.PEOPLE, self.tr("No unit is on the roster"), words)
