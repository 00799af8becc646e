"""The text of a piece: as it was sent in, or of our own with headings and tables."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QPlainTextEdit, QStackedWidget, QTextEdit, QWidget

from ui.editor.figure_object import Value
from ui.editor.text_edit import StructureEdit
from ui.widgets.fields import long_field
from xcdesk.codes import PieceKind
from xcdesk.services.issuing.pieces import PieceRow
from xcdesk.texts.documents import from_text, to_text

_LINES = 4
_PLAIN = frozenset((PieceKind.CONTRIBUTION, PieceKind.NOTE, PieceKind.FIGURE))
"""Kinds whose text has no marks: what looks like one is only text."""


class PieceBody(QStackedWidget):
    """One of two editors; what is sent in stays plain lines, our own is edited in plain structure."""

    typed = Signal()
    moved = Signal()  # the caret

    def __init__(self, value: Value, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.value = value
        self.plain = long_field(lines=_LINES)
        self.structured = StructureEdit(value)
        for edit in (self.plain, self.structured):
            edit.setAccessibleName(name)
            edit.textChanged.connect(self.typed)
            edit.cursorPositionChanged.connect(self.moved)
            self.addWidget(edit)
        self.setFocusProxy(self.plain)

    @property
    def edit(self) -> QPlainTextEdit | QTextEdit:
        """The editor in front."""
        return self.plain if self.currentWidget() is self.plain else self.structured

    def show_row(self, row: PieceRow | None) -> None:
        """Show the text of another piece; nothing of it can be undone."""
        plain = row is None or not is_structured(row)
        self.setCurrentWidget(self.plain if plain else self.structured)
        self.setFocusProxy(self.edit)
        with QSignalBlocker(self.plain), QSignalBlocker(self.structured):
            self.plain.setPlainText(row.body if row is not None and plain else "")
            self.structured.set_markup(row.body if row is not None and not plain else "")

    def text(self) -> str:
        """What stands there, as it is kept."""
        if self.currentWidget() is self.plain:
            return self.plain.toPlainText().strip()
        return self.structured.markup().strip()

    def share(self) -> float:
        """How far the caret has come through the text, from 0 to 1."""
        length = len(self.edit.toPlainText())
        return self.edit.textCursor().position() / length if length and self.edit.hasFocus() else 0.0

    def write(self, words: str) -> None:
        """Put words into the text in front, as if somebody had typed them, and the keyboard behind them."""
        self.edit.setFocus()
        self.edit.textCursor().insertText(words)

    def set_read_only(self, *, on: bool) -> None:
        """Whether the text is shown for reading only."""
        self.plain.setReadOnly(on)
        self.structured.setReadOnly(on)


def kept(row: PieceRow) -> str:
    """The text of a piece in the form in which `PieceBody.text` gives it back."""
    return to_text(from_text(row.body)).strip() if is_structured(row) else row.body.strip()


def is_structured(row: PieceRow) -> bool:
    """Whether the text of a piece has headings and tables."""
    return row.kind not in _PLAIN or row.sentence
