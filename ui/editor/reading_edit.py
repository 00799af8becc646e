"""A text on the screen: its figures with their values, passages marked and found, one of them chosen."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent
from PySide6.QtGui import QHelpEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QToolTip, QWidget
from typing_extensions import override

from ui.editor import places
from ui.editor.figure_object import FIGURE, SOURCE, FigureObject, Shown, Value
from ui.editor.looks import Looks
from ui.theme import theme
from ui.theme.tokens import Role
from ui.widgets.labels import tip
from xcdesk.texts.anchoring import Span

_MARGIN = 14.0


class ReadingEdit(QTextEdit):
    """Shows a text; what is done to it stands in `ui.editor.text_edit`."""

    def __init__(self, value: Value, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.document().setDefaultFont(theme.font(Role.BODY))
        self.document().setDocumentMargin(_MARGIN)
        self._value = value
        self._figures = FigureObject(value, self)
        self.document().documentLayout().registerHandler(FIGURE, self._figures)
        self._looks = Looks(self.document())
        self._found: list[QTextEdit.ExtraSelection] = []
        self._marked: dict[int, QTextCursor] = {}
        theme.current().changed.connect(self._light)

    def show_found(self, found: Sequence[QTextEdit.ExtraSelection]) -> None:
        """Lay a ground under places that were looked for."""
        self._found = list(found)
        self._light()

    def show_marked(self, spans: Mapping[int, Span]) -> None:
        """Lay a ground under passages that somebody commented on; it follows them through edits."""
        found = {key: places.cursor_of(self.document(), span) for key, span in spans.items()}
        self._marked = {key: cursor for key, cursor in found.items() if cursor is not None}
        self._light()

    def choose_marked(self, key: int) -> None:
        """Choose a passage that is marked and bring it into view."""
        if key in self._marked:
            self.choose(self._marked[key])

    def marked(self, key: int) -> QTextCursor | None:
        """A passage that is marked, as it stands now; None where there is none of this key."""
        found = self._marked.get(key)
        return QTextCursor(found) if found is not None else None

    def choose_span(self, span: Span) -> None:
        """Choose a passage by its place in the text as it is read."""
        found = places.cursor_of(self.document(), span)
        if found is not None:
            self.choose(found)

    def choose(self, passage: QTextCursor) -> None:
        """Choose a passage and bring it into view."""
        self.setTextCursor(passage)
        self.ensureCursorVisible()
        self.setFocus()

    def chosen(self) -> Span | None:
        """Place of the passage that is chosen, in the text as it is read; None where none is."""
        return places.span_of(self.textCursor())

    def figures_changed(self) -> None:
        """Measure and paint the figures again, because they show other values now."""
        self.document().markContentsDirty(0, self.document().characterCount())

    def rule_at(self, cursor: QTextCursor) -> str:
        """Counting rule of the figure beside ``cursor``; empty where there is none."""
        found = self.figure_at(cursor)
        return "" if found is None else found.rule

    def figure_at(self, cursor: QTextCursor) -> Shown | None:
        """What the figure beside ``cursor`` shows; None where there is none."""
        for place in (cursor.position(), cursor.position() + 1):
            if place > self.document().characterCount() - 1:
                break
            beside = QTextCursor(self.document())
            beside.setPosition(place)
            if beside.charFormat().objectType() == FIGURE:
                return self._value(str(beside.charFormat().property(SOURCE)))
        return None

    @override
    def event(self, event: QEvent) -> bool:
        """Over a figure its counting rule is told."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), tip(self.rule_at(self.cursorForPosition(event.pos()))), self)
            return True
        return super().event(event)

    def _light(self) -> None:
        marked = []
        for passage in self._marked.values():
            made = QTextEdit.ExtraSelection()
            made.cursor = passage
            made.format.setBackground(theme.colour("accent_soft"))
            made.format.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            made.format.setUnderlineColor(theme.colour("accent"))
            marked.append(made)
        self.setExtraSelections([*marked, *self._found])
