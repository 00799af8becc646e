"""The current cell of the matrix in words: what stands there, who says so, and whom to phone."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QWidget

from ui import format as shown
from ui.messages import text
from ui.tablemodels.coverage_matrix import state_of
from ui.theme.icons import Glyph
from ui.theme.tokens import Role, Space, State
from ui.widgets.buttons import Kind, button
from ui.widgets.chips import StateChip
from ui.widgets.elided import Elided
from ui.widgets.labels import label, tip
from ui.widgets.layouts import across, down, line
from xcdesk.services.due import noted_calls
from xcdesk.services.grid import cell_notes
from xcdesk.services.grid.matrix import CellState, MatrixCell, MatrixRow
from xcdesk.services.grid.none_days import Cell
from xcdesk.services.office import workdays


class CellStrip(QFrame):
    """One line under the matrix; the reports of the cell stand in the log itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._phone = ""
        self.place = label("", bold=True)
        self.state = StateChip(State.NOT_YET)
        self.note = Elided(Role.CAPTION)
        self.liaison = label("", Role.CAPTION, "second")
        self.liaison.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.copy = button("", Glyph.COPY, Kind.PLAIN, self._copy)
        self.copy.setAccessibleName(self.tr("Copy number"))
        self.copy.setToolTip(tip(self.tr("Copy number")))
        row = across(
            *(self.place, self.state, self.note, self.liaison, self.copy),
            margins=(Space.M, 2, Space.M, 2),
        )
        row.setStretch(2, 1)
        self.setLayout(down(line(), row, gap=0))

    def show_cell(self, row: MatrixRow | None, cell: MatrixCell | None) -> None:
        """Say what stands in a cell, or show nothing at all for none."""
        self.setVisible(row is not None and cell is not None)
        if row is None or cell is None:
            return
        self.place.setText(f"{row.outlet.name}  {shown.day_and_weekday(cell.day)}")
        self.state.set_state(state_of(cell), _word(cell))
        self.note.set_text(self._particulars(row, cell))
        self._show_liaison(row)
        self.setAccessibleName(f"{self.place.text()} {self.state.word}")

    def _particulars(self, row: MatrixRow, cell: MatrixCell) -> str:
        parts = [_kind_of_day(cell)]
        if cell.none is not None:
            parts.append(cell.none.note)
        written = cell_notes.last_note(Cell(row.outlet.id, cell.day))
        if written is not None:
            words = self.tr("logged by {by}, {at}")
            parts.append(words.format(by=written.by, at=shown.instant(written.at)))
        elif cell.state is CellState.OPEN:
            parts += [self._due(row), self._called(row, cell)]
        return "  ·  ".join(part for part in parts if part)

    def _due(self, row: MatrixRow) -> str:
        deadline = row.outlet.deadline
        return self.tr("due {time}").format(time=deadline) if deadline else ""

    def _called(self, row: MatrixRow, cell: MatrixCell) -> str:
        """The last call to the outlet about this day."""
        last = next((call for call in noted_calls.calls(row.outlet.id, 1) if call.day == cell.day), None)
        if last is None:
            return ""
        words = self.tr("called {at}: {answer}")
        return words.format(at=shown.instant(last.at), answer=text(f"call.answer.{last.answer.value}"))

    def _show_liaison(self, row: MatrixRow) -> None:
        person = row.outlet.liaison
        self._phone = person.phone if person is not None else ""
        self.copy.setVisible(bool(self._phone))
        if person is not None:
            words = "  ".join(part for part in (person.name, person.post, person.phone) if part)
            self.liaison.setText(self.tr("Liaison {person}").format(person=words))
        else:
            self.liaison.setText(self.tr("No liaison on the roster") if row.owes else "")

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._phone)


def _word(cell: MatrixCell) -> str:
    if cell.state is CellState.COUNT:
        pieces = shown.count(cell.count, "pieces")
        more = cell.placements > cell.count
        return f"{pieces} · {shown.count(cell.placements, 'placements')}" if more else pieces
    if cell.none is not None:
        return text("matrix.word.none", reason=cell.none.label)
    return text("matrix.word.late" if cell.late else f"matrix.word.{cell.state.value}")


def _kind_of_day(cell: MatrixCell) -> str:
    """Name of a holiday, that a weekend is worked, or what the office said; nothing for other days."""
    day = workdays.load().workday(cell.day)
    return text(day.key) if day.holiday or day.own else ""
