"""The units of the roster: a line each in printed order, spellings of the chosen one beside it."""

from collections.abc import Sequence

from typing_extensions import override

from ui.messages import text
from ui.pages.roster.listed import ListedView
from ui.pages.roster.outlet_parts import spelling_chips
from ui.pages.roster.view import matches
from ui.tablemodels.roster_columns import unit_columns, use_state
from ui.theme.icons import Glyph
from ui.theme.tokens import Role, State
from ui.widgets.buttons import Kind, button
from ui.widgets.chips import FilterChip, StateChip
from ui.widgets.detail_pane import Field, field_grid
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import label
from ui.widgets.layouts import Item, across, line
from xcdesk.codes import UnitKind
from xcdesk.services.roster import spellings, units
from xcdesk.services.roster.units import UnitRow


class UnitsView(ListedView[UnitRow]):
    """Counties, departments and enterprises; chips narrow them to a kind, or add retired ones."""

    help_topic = "roster#units"

    def __init__(self) -> None:
        super().__init__()
        self.kinds = {kind: FilterChip(text(f"unit_kind.{kind.value}")) for kind in UnitKind}
        self.retired = FilterChip(self.tr("Retired too"), Glyph.ARCHIVE)
        chips = (*self.kinds.values(), self.retired)
        self.put(self.tr("Units"), unit_columns(), chips, (*chips, None))

    @override
    def add_word(self) -> str:
        return self.tr("Add unit")

    @override
    def read(self) -> Sequence[UnitRow]:
        return units.units(everyone=True)

    @override
    def count(self, everyone: Sequence[UnitRow]) -> None:
        in_use = [row for row in everyone if row.active]
        for kind, chip in self.kinds.items():
            chip.set_count(sum(1 for row in in_use if row.kind == kind))
        self.retired.set_count(len(everyone) - len(in_use))

    @override
    def shows(self, row: UnitRow) -> bool:
        kinds = [kind for kind, chip in self.kinds.items() if chip.isChecked()]
        return (
            (row.active or self.retired.isChecked())
            and (not kinds or row.kind in kinds)
            and matches(self.query, (row.name,))
        )

    @override
    def nothing_yet(self) -> EmptyState:
        words = self.tr(
            "Counties, departments and enterprises will stand here. "
            "Choose from the shipped list, or add the first one."
        )
        return self.empty(Glyph.PEOPLE, self.tr("No unit is on the roster"), words, proposed=True)

    @override
    def parts(self, row: UnitRow) -> Sequence[Item]:
        state = use_state(active=row.active)
        others = [word for word in spellings.unit_spellings(row.id) if word != row.name]
        add = button(self.tr("Add"), None, Kind.LINK, lambda: self.asked.emit("spelling_new", None))
        words = self.tr("Spellings in returns")
        add.setAccessibleName(self.tr("Add: {what}").format(what=words))
        return (
            across(StateChip(state.state or State.DONE, state.text), None),
            field_grid([Field(self.tr("Kind"), text(f"unit_kind.{row.kind.value}"))]),
            line(),
            across(label(words, Role.HEADING), None, add),
            spelling_chips(others, self.asked.emit),
        )
