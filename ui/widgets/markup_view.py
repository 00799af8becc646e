"""Read-only view of the markup of the office's texts: as it will read, or as it was changed."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextTableFormat
from PySide6.QtWidgets import QTextEdit, QWidget

from ui.theme import theme
from ui.theme.tokens import Role
from xcdesk.documents import Block, BlockKind, from_text
from xcdesk.services.approvals import Change, DiffLine

_BOLD = frozenset((BlockKind.TITLE, BlockKind.SECTION, BlockKind.HEADING_1, BlockKind.CAPTION))
_MUTED = frozenset((BlockKind.SOURCE, BlockKind.NOTE, BlockKind.RULE))
_LINE_SPACING = 150.0


class MarkupView(QTextEdit):
    """Shows a text; what people typed is inserted as characters and never read as rich text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self._fill: Callable[[QTextCursor], None] = lambda _: None
        theme.current().changed.connect(self._refill)

    def show_text(self, text: str) -> None:
        """Show a text in the form in which it is read."""
        blocks = from_text(text).blocks

        def fill(cursor: QTextCursor) -> None:
            for block in blocks:
                _insert_block(cursor, block)

        self._show(fill)

    def show_changes(self, lines: Sequence[DiffLine]) -> None:
        """Show lines with what was removed struck out and what was added underlined."""

        def fill(cursor: QTextCursor) -> None:
            for line in lines:
                _new_line(cursor)
                for piece in line.pieces:
                    cursor.insertText(piece.text, _CHANGES[piece.change]())

        self._show(fill)

    def _show(self, fill: Callable[[QTextCursor], None]) -> None:
        self._fill = fill
        self._refill()

    def _refill(self) -> None:
        self.clear()
        cursor = self.textCursor()
        self._fill(cursor)
        self.moveCursor(QTextCursor.MoveOperation.Start)


def _plain() -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFont(theme.font(Role.BODY))
    made.setForeground(theme.colour("text"))
    return made


def _removed() -> QTextCharFormat:
    made = _plain()
    made.setFontStrikeOut(True)
    made.setForeground(theme.colour("bad"))
    made.setBackground(theme.colour("bad_soft"))
    return made


def _added() -> QTextCharFormat:
    made = _plain()
    made.setFontUnderline(True)
    made.setFontWeight(QFont.Weight.DemiBold)
    made.setForeground(theme.colour("ok"))
    made.setBackground(theme.colour("ok_soft"))
    return made


_CHANGES = {Change.SAME: _plain, Change.REMOVED: _removed, Change.ADDED: _added}


def _new_line(cursor: QTextCursor) -> None:
    spacing = QTextBlockFormat()
    spacing.setLineHeight(_LINE_SPACING, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    if cursor.position() > 0:
        cursor.insertBlock(spacing)
    else:
        cursor.setBlockFormat(spacing)


def _insert_block(cursor: QTextCursor, block: Block) -> None:
    if block.kind is BlockKind.TABLE:
        _insert_table(cursor, block)
        return
    looks = _plain()
    if block.kind in _BOLD:
        looks.setFont(theme.font(Role.BODY, bold=True))
    if block.kind in _MUTED:
        looks.setForeground(theme.colour("text2"))
    _new_line(cursor)
    cursor.insertText(block.text, looks)


def _insert_table(cursor: QTextCursor, block: Block) -> None:
    looks = QTextTableFormat()
    looks.setCellPadding(3)
    looks.setCellSpacing(0)
    looks.setBorderCollapse(True)
    looks.setBorderBrush(theme.colour("line_strong"))
    columns = max(len(row) for row in block.rows)
    table = cursor.insertTable(len(block.rows), columns, looks)
    for at, row in enumerate(block.rows):
        for column, cell in enumerate(row):
            made = _plain()
            made.setFont(theme.font(Role.BODY, bold=at == 0))
            table.cellAt(at, column).firstCursorPosition().insertText(cell, made)
    cursor.movePosition(QTextCursor.MoveOperation.End)
