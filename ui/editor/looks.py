"""How the text looks: by its styles, and with what should be looked at underlined. Never part of the text."""

from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat, QTextCursor, QTextDocument
from typing_extensions import override

from ui.editor import styles
from ui.editor.structure import units
from ui.theme import theme
from ui.theme.tokens import Role
from xcdesk.texts import proofing
from xcdesk.texts.documents import BlockKind

_BOLD = frozenset((BlockKind.HEADING_1, BlockKind.CAPTION))
_MUTED = frozenset((BlockKind.SOURCE, BlockKind.NOTE, BlockKind.RULE))


class Looks(QSyntaxHighlighter):
    """Colours and weights over the text; a theme switch or another style leaves no act to undo."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        theme.current().changed.connect(self.rehighlight)

    @override
    def highlightBlock(self, text: str) -> None:
        looks = self._looks()
        if looks is not None:
            self.setFormat(0, units(text), looks)
        if not text.isascii():
            self._underline(text, looks or QTextCharFormat())

    def _looks(self) -> QTextCharFormat | None:
        block = self.currentBlock()
        table = styles.table_of(QTextCursor(block))
        if table is not None:
            return _font(Role.BODY) if table.cellAt(QTextCursor(block)).row() == 0 else None
        kind = styles.kind_of(block)
        if kind in {BlockKind.TITLE, BlockKind.SECTION}:
            return _font(Role.TITLE if kind is BlockKind.TITLE else Role.HEADING)
        if kind in _BOLD:
            return _font(Role.BODY)
        made = QTextCharFormat()
        if kind is BlockKind.HEADING_2:
            made.setFontItalic(False)
            made.setFontWeight(QFont.Weight.Medium)
        if kind in _MUTED:
            made.setForeground(theme.colour("text2"))
        return made

    def _underline(self, text: str, looks: QTextCharFormat) -> None:
        """Wave lines under characters that may not print as meant, too long a title included."""
        at = 0
        for char in text:
            width = units(char)
            unsafe = proofing.is_unsafe(char)
            if unsafe or proofing.is_rare(char):
                made = QTextCharFormat(looks)
                made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
                made.setUnderlineColor(theme.colour("bad" if unsafe else "warn"))
                self.setFormat(at, width, made)
            at += width


def _font(role: Role) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFont(theme.font(role, bold=True))
    return made
