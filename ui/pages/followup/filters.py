"""What narrows board, table and ledger: kinds, a unit, lights, what waits for a leader."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from ui.dialogs.case_act import capital
from ui.messages import text
from ui.theme import theme
from ui.theme.icons import Glyph
from ui.widgets.chips import FilterChip
from ui.widgets.fields import Option
from ui.widgets.layouts import across
from ui.widgets.pick_field import PickField
from xcdesk.codes import CaseKind
from xcdesk.services import cases
from xcdesk.services.cases import CaseFilter, Light
from xcdesk.services.roster import units

_UNIT_WIDTH = 150


class CaseFilters(QWidget):
    """A row of chips; counts are those of the office, whatever is chosen."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.kinds = {
            kind: FilterChip(capital(text(f"case.kind.{kind.value}")), Glyph.FILTER) for kind in CaseKind
        }
        self.unit = PickField(self.tr("Any unit"), theme.scaled(_UNIT_WIDTH))
        self.red = FilterChip(f"■ {text('case.light.red')}", None)
        self.yellow = FilterChip(f"▲ {text('case.light.yellow')}", None)
        self.head = FilterChip(self.tr("For a leader"), Glyph.SIGNATURE)
        for chip in self.chips():
            chip.toggled.connect(lambda _: self.changed.emit())
        self.unit.chosen.connect(self.changed)
        row = across(*self.kinds.values(), self.unit, self.red, self.yellow, self.head, None)
        self.setLayout(row)
        self._ids: dict[str, int] = {}
        self.read_units()

    def chips(self) -> tuple[FilterChip, ...]:
        """Every chip."""
        return (*self.kinds.values(), self.red, self.yellow, self.head)

    def read_units(self) -> None:
        """Offer the units of the roster."""
        self._ids = {unit.name: unit.id for unit in units.units()}
        self.unit.set_options([Option("", ""), *(Option(name, name) for name in self._ids)])

    def chosen_kinds(self) -> tuple[CaseKind, ...]:
        """Kinds that are chosen; empty for all."""
        return tuple(kind for kind, chip in self.kinds.items() if chip.isChecked())

    def asked(self, search: str) -> CaseFilter:
        """What is chosen here, and the words typed."""
        lights = ((self.red, Light.RED), (self.yellow, Light.YELLOW))
        return CaseFilter(
            kinds=self.chosen_kinds(),
            lights=tuple(light for chip, light in lights if chip.isChecked()),
            unit=self._ids.get(self.unit.value()),
            search=search,
            waiting_for_head=self.head.isChecked(),
        )

    def narrowed(self) -> bool:
        """Whether anything is chosen here."""
        return bool(self.unit.value()) or any(chip.isChecked() for chip in self.chips())

    def words(self) -> str:
        """What is chosen, in words."""
        named = [chip.text() for chip in self.chips() if chip.isChecked()]
        return "  ".join(filter(None, (*named, self.unit.value())))

    def count(self) -> int:
        """Count again what the chips would show; the answer is how many cases are overdue."""
        for kind, chip in self.kinds.items():
            chip.set_count(cases.count(CaseFilter(kinds=(kind,), open=True)))
        red = cases.count(CaseFilter(lights=(Light.RED,)))
        self.red.set_count(red)
        self.yellow.set_count(cases.count(CaseFilter(lights=(Light.YELLOW,))))
        self.head.set_count(cases.count(CaseFilter(waiting_for_head=True, open=True)))
        return red

    def show_unit(self, unit_id: int) -> None:
        """Narrow to a unit alone."""
        self.clear()
        self.unit.take(next((name for name, row in self._ids.items() if row == unit_id), ""))

    def show_kinds_only(self, *, on: bool) -> None:
        """Leave only what narrows the ledger: the kinds."""
        for part in (self.unit, self.red, self.yellow, self.head):
            part.setVisible(not on)

    def clear(self) -> None:
        """Choose nothing."""
        for chip in self.chips():
            with QSignalBlocker(chip):
                chip.setChecked(False)
        with QSignalBlocker(self.unit):
            self.unit.take("")
