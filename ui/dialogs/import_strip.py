"""The strip under the rows of an import: the chosen row in full, and what can be decided about it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from ui.tablemodels.import_words import Labels, explanation, result
from ui.theme import theme
from ui.theme.icons import Glyph
from ui.theme.tokens import LOOKS, Role, Space, State
from ui.widgets.buttons import Kind, button, restyle
from ui.widgets.fields import Option, PickBox
from ui.widgets.labels import label
from ui.widgets.layouts import across, down
from ui.widgets.marks import MarkBox
from ui.widgets.scroll import ScrollColumn
from xcdesk.importers.records import Problem, RowStatus
from xcdesk.importers.session import Fate, Line

_UNKNOWN_OUTLET = {"outlet.unknown", "outlet.unknown_near"}
_TONES = {"warn": "warn", "bad": "bad", "accent_text": "info"}
_LINES = 4


class RowStrip(QFrame):
    """Explains one row. The choices it offers are signals; the dialog carries them out."""

    same_piece_chosen = Signal(object)  # Line
    import_chosen = Signal(object)  # Line
    outlet_named = Signal(int, str)  # outlet, the spelling it is to be known by

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.asks = False  # whether there is a choice, which F6 comes to
        self._line: Line | None = None
        self.mark = MarkBox(State.NEW)
        self.title = label("", bold=True)
        self.text = label("", Role.CAPTION, "second", wrap=True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.text.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.same_piece = button(self.tr("One piece: a reprint"), Glyph.MERGE, Kind.NORMAL, self._say_same)
        self.import_it = button(self.tr("Not the same: import"), None, Kind.NORMAL, self._say_import)
        self.overwrite = button(self.tr("Take the sheet's"), None, Kind.NORMAL, self._say_import)
        self.outlet = PickBox()
        self.outlet.setAccessibleName(self.tr("Outlet that is meant"))
        self.learn = button(self.tr("It is this outlet"), None, Kind.NORMAL, self._say_outlet)
        self._choices = (self.same_piece, self.import_it, self.overwrite, self.outlet, self.learn)
        scroll = ScrollColumn((self.text, None))
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        words = down(self.title, scroll, gap=2)
        choices = down(None, *self._choices, None, gap=Space.XS)
        row = across(down(2, self.mark, None), words, choices, margins=(12, 8, 12, 8), gap=10)
        row.setStretch(1, 1)
        self.setLayout(row)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._fit()
        theme.current().changed.connect(self._fit)

    def offer_outlets(self, outlets: Sequence[Option]) -> None:
        """Outlets that an unknown name may stand for."""
        self.outlet.set_options(outlets)

    def show_line(self, line: Line | None, labels: Labels, *, frozen: bool = False) -> None:
        """Explain a row; ``frozen`` offers no choices, because its file is written already."""
        self._line = line
        self.setVisible(line is not None)
        self.asks = False
        if line is None:
            return
        found = result(line)
        self.mark.set_state(found.state)
        heading = self.tr("Row {row}: {heading}").format(row=line.row.row, heading=found.heading)
        self.title.setText(heading)
        self.text.setText(explanation(line, labels))
        self.setAccessibleName(f"{heading} {self.text.text()}")
        self.setProperty("tone", _TONES.get(LOOKS[found.state].tint, ""))
        restyle(self)
        self._offer(line, frozen=frozen)

    def _offer(self, line: Line, *, frozen: bool) -> None:
        alike = line.fate == Fate.TWIN and line.tickable and not frozen
        unknown = _unknown_outlet(line) is not None and not frozen
        self.same_piece.setVisible(alike)
        self.import_it.setVisible(alike)
        self.overwrite.setVisible(line.row.status == RowStatus.CONFLICT and not frozen)
        self.outlet.setVisible(unknown)
        self.learn.setVisible(unknown)
        problem = _unknown_outlet(line)
        near = str(problem.facts.get("near", "")) if problem is not None else ""
        at = self.outlet.findText(near) if near else -1
        self.outlet.setCurrentIndex(max(at, 0))
        first = next((part for part in self._choices if not part.isHidden()), None)
        self.asks = first is not None
        if first is not None:
            self.setFocusProxy(first)

    def _say_same(self) -> None:
        self.same_piece_chosen.emit(self._line)

    def _say_import(self) -> None:
        self.import_chosen.emit(self._line)

    def _say_outlet(self) -> None:
        problem = _unknown_outlet(self._line)
        if problem is not None:
            self.outlet_named.emit(int(self.outlet.key()), str(problem.facts["text"]))

    def _fit(self) -> None:
        height = theme.line_height() + _LINES * theme.line_height(Role.CAPTION)
        self.setFixedHeight(height + 24)


def _unknown_outlet(line: Line | None) -> Problem | None:
    problems = line.row.problems if line is not None else ()
    return next((one for one in problems if one.code in _UNKNOWN_OUTLET), None)
