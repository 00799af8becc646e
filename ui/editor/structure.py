"""Between a `Document` and the text document on the screen."""

from collections.abc import Iterator

from PySide6.QtGui import (
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextLength,
    QTextTable,
    QTextTableFormat,
)

from ui.editor import styles
from ui.editor.figure_object import OBJECT, SOURCE, figure_format
from ui.theme import theme
from xcdesk.texts.documents import PLAIN, Block, BlockKind, Document, Drawn, plain_kind, plain_line
from xcdesk.texts.live_fields import LiveField, pieces_of

DRAWN = int(QTextFormat.Property.UserProperty) + 3
"""Property of a table that holds how the page draws it."""
Part = QTextBlock | QTextTable
_TABLE_WIDTH = 99  # per cent; Qt rounds each column up, and a full one could be scrolled aside by a pixel


def units(text: str) -> int:
    """Length of ``text`` as Qt counts it: two for a character beyond the first plane."""
    return len(text) + sum(char > "\uffff" for char in text)


def parts(document: QTextDocument) -> Iterator[Part]:
    """Paragraphs and tables in reading order."""
    block = document.begin()
    while block.isValid():
        table = styles.table_of(QTextCursor(block))
        yield block if table is None else table
        block = (block if table is None else table.lastCursorPosition().block()).next()


def line_blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    """The block of each of the lines in which the text is read; blank paragraphs are none of them."""
    for part in parts(document):
        if isinstance(part, QTextTable):
            yield from (cell.block() for cell in _cells(part))
        elif read_line(part).strip():
            yield part


def read(document: QTextDocument) -> Document:
    """What stands on the screen, as it will be saved."""
    blocks: list[Block] = []
    for part in parts(document):
        if isinstance(part, QTextTable):
            blocks.append(_read_table(part))
            continue
        kind = styles.kind_of(part)
        for line in read_line(part).split("\u2028"):
            text = plain_line(line) if kind in PLAIN else line.strip()
            if text:
                blocks.append(Block(plain_kind(text) if kind in PLAIN else kind, text))
    return Document(tuple(blocks))


def read_line(block: QTextBlock) -> str:
    """Text of a block with its figures as they stand in the markup."""
    text = block.text()
    if OBJECT not in text:
        return text
    made, at = "", 0
    for char in text:
        made += source_at(block, at) if char == OBJECT else char
        at += units(char)
    return made


def source_at(block: QTextBlock, place: int) -> str:
    """Source of the figure at a place of its paragraph, as Qt counts places; empty for any other object."""
    cursor = QTextCursor(block)
    cursor.setPosition(block.position() + place + 1)
    return str(cursor.charFormat().property(SOURCE) or "")


def write(document: QTextDocument, text: Document) -> None:
    """Show another text; what could be undone is forgotten."""
    document.setUndoRedoEnabled(False)
    document.clear()
    cursor = QTextCursor(document)
    cursor.setBlockFormat(styles.block_format(BlockKind.PARAGRAPH))
    insert(cursor, text)
    document.setUndoRedoEnabled(True)
    document.setModified(False)


def insert(cursor: QTextCursor, text: Document) -> None:
    """Insert blocks at an empty paragraph, which takes the first of them; the cursor ends behind the last."""
    fresh = True
    for block in text.blocks:
        if not fresh:
            cursor.insertBlock()
        if block.kind is BlockKind.TABLE:
            _insert_table(cursor, block)
            fresh = True
            continue
        cursor.setBlockFormat(styles.block_format(block.kind))
        insert_line(cursor, block.text)
        fresh = False


def insert_line(cursor: QTextCursor, text: str) -> None:
    """Insert text within a paragraph, its figures as figures."""
    for piece in pieces_of(text):
        if isinstance(piece, LiveField):
            cursor.insertText(OBJECT, figure_format(piece.source))
        else:
            cursor.insertText(piece, QTextCharFormat())


def table_format(drawn: Drawn | None = None) -> QTextTableFormat:
    """Lines and spaces of a table, in the colours of the theme; how the page draws it stands in it."""
    looks = QTextTableFormat()
    if drawn is not None:
        looks.setProperty(DRAWN, drawn.value)
    looks.setCellPadding(3)
    looks.setCellSpacing(0)
    looks.setBorderCollapse(True)
    looks.setBorder(1)
    looks.setBorderStyle(QTextTableFormat.BorderStyle.BorderStyle_Solid)
    looks.setBorderBrush(theme.colour("line_strong"))
    looks.setWidth(QTextLength(QTextLength.Type.PercentageLength, _TABLE_WIDTH))
    looks.setTopMargin(4)
    looks.setBottomMargin(4)
    looks.setHeaderRowCount(1)
    return looks


def drawn_as(table: QTextTable) -> Drawn | None:
    """How the page draws the figures of a table; None prints the cells."""
    word = table.format().property(DRAWN)
    return Drawn(str(word)) if word else None


def _insert_table(cursor: QTextCursor, block: Block) -> None:
    width = max(map(len, block.rows))
    cursor.setBlockFormat(styles.block_format(BlockKind.PARAGRAPH))
    table = cursor.insertTable(len(block.rows), width, table_format(block.drawn))
    for at, row in enumerate(block.rows):
        for column in range(width):
            cell = table.cellAt(at, column).firstCursorPosition()
            cell.setBlockFormat(styles.cell_format())
            insert_line(cell, row[column] if column < len(row) else "")
    cursor.setPosition(table.lastCursorPosition().position() + 1)


def _read_table(table: QTextTable) -> Block:
    cells = [" ".join(read_line(cell.block()).split("\u2028")).strip() for cell in _cells(table)]
    columns = table.columns()
    rows = tuple(tuple(cells[at : at + columns]) for at in range(0, len(cells), columns))
    return Block(BlockKind.TABLE, rows=rows, drawn=drawn_as(table))


def _cells(table: QTextTable) -> Iterator[QTextCursor]:
    for row in range(table.rows()):
        for column in range(table.columns()):
            yield table.cellAt(row, column).firstCursorPosition()
