"""Between places of the text as it is read, which comments are kept by, and the text on the screen."""

from collections.abc import Iterator

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from ui.editor import structure
from ui.editor.figure_object import OBJECT
from xcdesk.texts.anchoring import Span


def cursor_of(document: QTextDocument, span: Span) -> QTextCursor | None:
    """The passage of the screen at ``span``; None where the text is too short for it."""
    start, end = (_position(document, place) for place in (span.start, span.end))
    if start is None or end is None:
        return None
    found = QTextCursor(document)
    found.setPosition(start)
    found.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return found


def span_of(cursor: QTextCursor) -> Span | None:
    """Place of what is chosen; None where nothing is."""
    start, end = (
        _place(cursor.document(), position) for position in (cursor.selectionStart(), cursor.selectionEnd())
    )
    return Span(start, end) if end > start else None


def _lines(document: QTextDocument) -> Iterator[tuple[int, QTextBlock, str]]:
    """Where each line begins in the text as it is read, its block, and its words."""
    start = 0
    for block in structure.line_blocks(document):
        line = structure.read_line(block)
        lead = len(line) - len(line.lstrip())
        yield start - lead, block, line
        start += len(line.strip()) + 1


def _position(document: QTextDocument, place: int) -> int | None:
    for start, block, line in _lines(document):
        if place <= start + len(line):
            return block.position() + _screen_length(block, place - start)
    return None


def _place(document: QTextDocument, position: int) -> int:
    place = 0
    for start, block, line in _lines(document):
        if position < block.position():
            break
        inside = min(position - block.position(), block.length() - 1)
        place = min(start + _read_length(block, inside), start + len(line))
    return place


def _screen_length(block: QTextBlock, read: int) -> int:
    """How far ``read`` characters of a line reach on the screen; a figure is one there."""
    done = at = 0
    for char in block.text():
        if done >= read:
            break
        done += len(structure.source_at(block, at)) if char == OBJECT else 1
        at += structure.units(char)
    return at


def _read_length(block: QTextBlock, screen: int) -> int:
    done = at = 0
    for char in block.text():
        if at >= screen:
            break
        done += len(structure.source_at(block, at)) if char == OBJECT else 1
        at += structure.units(char)
    return done
