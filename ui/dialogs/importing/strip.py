"""The strip under the rows of an import: the chosen row in full, and what can be decided about it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from ui.dialogs.importing.choices import RowChoices
from ui.dialogs.importing.sides import SidesView, spoken
from ui.tablemodels.import_decisions import Decisions
from ui.tablemodels.import_words import Labels, explanation, result
from ui.theme import theme
from ui.theme.tokens import LOOKS, Role, State
from ui.widgets.buttons import restyle
from ui.widgets.labels import label
from ui.widgets.layouts import across, down
from ui.widgets.marks import MarkBox
from ui.widgets.scroll import ScrollColumn
from xcdesk.importers.apply import Decision
from xcdesk.importers.session import Fate, Line

_TONES = {"warn": "warn", "bad": "bad", "accent_text": "info"}
_TALL, _LOW = 7, 3
"""Lines of text under the heading: with another piece beside the row, and without."""
_ROUND = 28


class RowStrip(QFrame):
    """Explains one row. The choices it offers are signals; the dialog carries them out."""

    decided = Signal(object, object, bool)  # Line, Decision, for all like it
    named = Signal(object, int)  # Stranger, outlet or unit
    add_asked = Signal(object)  # Stranger
    unsay_asked = Signal(object)  # Line

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.asks = False  # whether there is a choice, which F6 comes to
        self._line: Line | None = None
        self._lines = _LOW
        self.mark = MarkBox(State.NEW)
        self.title = label("", bold=True)
        self.text = label("", Role.CAPTION, "second", wrap=True)
        self.choices = RowChoices()
        self._body = ScrollColumn()
        self._body.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        words = down(self.title, self._body, gap=2)
        row = across(down(2, self.mark, None), words, self.choices, margins=(12, 8, 12, 8), gap=10)
        row.setStretch(1, 1)
        self.setLayout(row)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.choices.decisions.decided.connect(self._say)
        self.choices.stranger.named.connect(self.named)
        self.choices.stranger.add_asked.connect(self.add_asked)
        self.choices.unsay.clicked.connect(lambda: self.unsay_asked.emit(self._line))
        self._fit()
        theme.current().changed.connect(self._fit)

    def set_tall(self, *, tall: bool) -> None:
        """Leave room for two pieces side by side; one height for all rows of a file, so nothing jumps."""
        self._lines = _TALL if tall else _LOW
        self._fit()

    def show_line(self, line: Line | None, labels: Labels, decisions: Decisions, *, frozen: bool) -> None:
        """Explain a row; ``frozen`` offers no choices, because its file is written already."""
        self._line = line
        self.setVisible(line is not None)
        self.asks = False
        if line is None:
            return
        found = result(line)
        self.mark.set_state(found.state)
        heading = self.tr("Row {row}: {heading}").format(row=line.row.row, heading=found.heading)
        if not frozen and line.fate == Fate.WRONG:
            heading = self.tr("{heading}; F2 corrects a cell").format(heading=heading)
        self.title.setText(heading)
        self._explain(line, labels)
        self.setAccessibleName(f"{heading} {self.text.text()} {spoken(line, labels)}".strip())
        self.setProperty("tone", _TONES.get(LOOKS[found.state].tint, ""))
        restyle(self)
        first = self.choices.show_line(line, decisions.on(line), len(decisions.like(line)), frozen=frozen)
        self.asks = first is not None
        if first is not None:
            self.setFocusProxy(first)
        self._fit()

    def _explain(self, line: Line, labels: Labels) -> None:
        self.text = label(explanation(line, labels), Role.CAPTION, "second", wrap=True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.text.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        words = [self.text] if self.text.text() else []
        sides = [SidesView(line, labels)] if line.differs else []
        self._body.set_items((*words, *sides, None))

    def _say(self, decision: Decision, all_like: object) -> None:
        self.decided.emit(self._line, decision, bool(all_like))

    def _fit(self) -> None:
        words = theme.line_height() + self._lines * theme.line_height(Role.CAPTION) + _ROUND
        choices = 0 if self.choices.isHidden() else self.choices.sizeHint().height() + _ROUND // 2
        self.setFixedHeight(max(words, choices))
