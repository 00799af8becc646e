"""Numbers at the head of paragraphs while they are edited: the next one, and those after it moved on."""

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor, QTextTable

from ui.editor import styles
from ui.editor.structure import parts, units
from xcdesk.texts import outline
from xcdesk.texts.documents import BlockKind
from xcdesk.texts.outline import Level

_PART_ENDS = frozenset((BlockKind.TITLE, BlockKind.SECTION))


def number_for(block: QTextBlock, level: Level) -> int:
    """Number that a paragraph gets from those before it in the same item."""
    return outline.next_number([each.text() for each in _around(block)[0]], level)


def put_number(block: QTextBlock, level: Level) -> None:
    """Give a paragraph its number in place of any other, and move those after it on."""
    take_number(block)
    number = 0 if level is Level.DASH else number_for(block, level)
    _shift(block, level, number, 1)
    cursor = QTextCursor(block)
    cursor.insertText(outline.written(level, number), QTextCharFormat())


def take_number(block: QTextBlock) -> None:
    """Take the number off a paragraph, and move those after it back."""
    found = outline.marker_of(block.text())
    if found is None:
        return
    _shift(block, found.level, found.number + 1, -1)
    _cut(block, found.length)


def _shift(block: QTextBlock, level: Level, number: int, by: int) -> None:
    if level is Level.DASH:
        return
    after = _around(block)[1]
    for at, line in outline.shifted([each.text() for each in after], level, number, by).items():
        found = outline.marker_of(after[at].text())
        if found is not None:
            _cut(after[at], found.length)
        start = outline.marker_of(line)
        QTextCursor(after[at]).insertText(line[: start.length if start else 0], QTextCharFormat())


def _cut(block: QTextBlock, length: int) -> None:
    cursor = QTextCursor(block)
    end = block.position() + units(block.text()[:length])
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()


def _around(block: QTextBlock) -> tuple[list[QTextBlock], list[QTextBlock]]:
    """Paragraphs before and after ``block`` within the same item: from one title or section to the next."""
    before: list[QTextBlock] = []
    after: list[QTextBlock] = []
    reached = False
    for part in parts(block.document()):
        if isinstance(part, QTextTable):
            continue
        if part == block:
            reached = True
            continue
        if styles.kind_of(part) in _PART_ENDS:
            if reached:
                break
            before = []
            continue
        (after if reached else before).append(part)
    return before, after
