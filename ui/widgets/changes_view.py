"""Read-only views of how one text became another: in one column, or both side by side."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import (
    QFont,
    QShowEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextLength,
    QTextTableCellFormat,
    QTextTableFormat,
)
from PySide6.QtWidgets import QTextEdit, QWidget
from typing_extensions import override

from ui.theme import theme
from ui.theme.tokens import Role
from xcdesk.services.approvals import Change, DiffLine, DiffPair, DiffPiece

_LINE_SPACING = 150.0
_ABOVE = 3
"""Share of the height that is left to the lines before the first change."""


class ChangesView(QTextEdit):
    """Shows changes, the first of them in sight; what people typed is never read as rich text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self._fill: Callable[[QTextCursor], None] = lambda _: None
        self._first: int | None = None
        theme.current().changed.connect(self._refill)

    def show_changes(self, lines: Sequence[DiffLine]) -> None:
        """Show lines with what was removed struck out and what was added underlined."""

        def fill(cursor: QTextCursor) -> None:
            for line in lines:
                _new_line(cursor)
                self._note(cursor, changed=line.changed)
                _insert(cursor, line.pieces)

        self._show(fill)

    def show_pairs(self, pairs: Sequence[DiffPair], heads: tuple[str, str]) -> None:
        """Show the older text at the left and the newer at the right, line beside line, under ``heads``."""

        def fill(cursor: QTextCursor) -> None:
            table = cursor.insertTable(len(pairs) + 1, 2, _columns())
            for column, head in enumerate(heads):
                table.cellAt(0, column).firstCursorPosition().insertText(head, _bold())
            for at, pair in enumerate(pairs, 1):
                for column, line in enumerate((pair.older, pair.newer)):
                    cell = table.cellAt(at, column)
                    if pair.changed:
                        cell.setFormat(_ground(pair.older if column == 0 else pair.newer))
                    self._note(cell.firstCursorPosition(), changed=pair.changed)
                    _insert(cell.firstCursorPosition(), line.pieces if line else ())

        self._show(fill)

    def _show(self, fill: Callable[[QTextCursor], None]) -> None:
        self._fill = fill
        self._refill()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._go_to_first()

    def _refill(self) -> None:
        self.clear()
        self._first = None
        cursor = self.textCursor()
        self._fill(cursor)
        self._go_to_first()

    def _note(self, cursor: QTextCursor, *, changed: bool) -> None:
        """Keep where the first changed line begins."""
        if changed and self._first is None:
            self._first = cursor.position()

    def _go_to_first(self) -> None:
        """Show the first change with the lines before it, the caret there; the head where nothing changed."""
        cursor = self.textCursor()
        cursor.setPosition(self._first or 0)
        self.setTextCursor(cursor)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect().top() - self.viewport().height() // _ABOVE)


def _plain() -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFont(theme.font(Role.BODY))
    made.setForeground(theme.colour("text"))
    return made


def _bold() -> QTextCharFormat:
    made = _plain()
    made.setFont(theme.font(Role.BODY, bold=True))
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


def _insert(cursor: QTextCursor, pieces: Sequence[DiffPiece]) -> None:
    for piece in pieces:
        cursor.insertText(piece.text, _CHANGES[piece.change]())


def _new_line(cursor: QTextCursor) -> None:
    spacing = QTextBlockFormat()
    spacing.setLineHeight(_LINE_SPACING, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    if cursor.position() > 0:
        cursor.insertBlock(spacing)
    else:
        cursor.setBlockFormat(spacing)


def _columns() -> QTextTableFormat:
    looks = QTextTableFormat()
    looks.setCellPadding(4)
    looks.setCellSpacing(0)
    looks.setBorderCollapse(True)
    looks.setBorder(1)
    looks.setBorderStyle(QTextTableFormat.BorderStyle.BorderStyle_Solid)
    looks.setBorderBrush(theme.colour("line"))
    looks.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    half = QTextLength(QTextLength.Type.PercentageLength, 50)
    looks.setColumnWidthConstraints([half, half])
    looks.setHeaderRowCount(1)
    return looks


def _ground(line: DiffLine | None) -> QTextTableCellFormat:
    """Ground of one half of a changed line; a half without text is sunken."""
    made = QTextTableCellFormat()
    made.setBackground(theme.colour("raised" if line else "sunken"))
    return made
