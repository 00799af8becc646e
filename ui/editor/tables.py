"""Tables within a text: from cell to cell, rows and columns in and out, cells pasted over."""

from collections.abc import Iterator

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor, QTextTable

from ui.editor import structure, styles
from ui.editor.figure_object import OBJECT
from xcdesk import clip
from xcdesk.texts.documents import PLAIN, Block, BlockKind, Document, Drawn, plain_kind, reading_lines

_MOST_COLUMNS = 20


def chosen_blocks(cursor: QTextCursor) -> list[QTextBlock]:
    """Paragraphs and cells that the selection touches."""
    document = cursor.document()
    block, last = document.findBlock(cursor.selectionStart()), document.findBlock(cursor.selectionEnd())
    found = [block]
    while block != last and block.isValid():
        block = block.next()
        found.append(block)
    return found


def stepped(cursor: QTextCursor, by: int) -> QTextCursor:
    """The cell before or after; behind the last one a new row is begun."""
    table = cursor.currentTable()
    cell = table.cellAt(cursor)
    at = cell.row() * table.columns() + cell.column() + by
    if at >= table.rows() * table.columns():
        add_row(cursor, 1)
    row, column = divmod(max(0, at), table.columns())
    return _whole(table, row, column)


def below(cursor: QTextCursor) -> QTextCursor:
    """The cell below; under the last one the text goes on behind the table."""
    table = cursor.currentTable()
    cell = table.cellAt(cursor)
    if cell.row() + 1 < table.rows():
        return _whole(table, cell.row() + 1, cell.column())
    behind = QTextCursor(table.document())
    behind.setPosition(table.lastCursorPosition().position() + 1)
    return behind


def add_row(cursor: QTextCursor, below_by: int) -> None:
    """Insert a row: 1 below the one at hand, 0 above it; the head stays on top."""
    table = cursor.currentTable()
    at = max(1, table.cellAt(cursor).row() + below_by)
    cursor.beginEditBlock()
    table.insertRows(at, 1)
    for column in range(table.columns()):
        table.cellAt(at, column).firstCursorPosition().setBlockFormat(styles.cell_format())
    cursor.endEditBlock()


def add_column(cursor: QTextCursor) -> None:
    """Insert a column at the right of the one at hand."""
    table = cursor.currentTable()
    if table.columns() < _MOST_COLUMNS:
        table.insertColumns(table.cellAt(cursor).column() + 1, 1)


def remove_row(cursor: QTextCursor) -> None:
    """Take out the row at hand; the last one takes the table with it."""
    table = cursor.currentTable()
    table.removeRows(table.cellAt(cursor).row(), 1)


def remove_column(cursor: QTextCursor) -> None:
    """Take out the column at hand; the last one takes the table with it."""
    table = cursor.currentTable()
    table.removeColumns(table.cellAt(cursor).column(), 1)


def remove_table(cursor: QTextCursor) -> None:
    """Take out the whole table."""
    table = cursor.currentTable()
    table.removeRows(0, table.rows())


def draw_as(cursor: QTextCursor, drawn: Drawn | None) -> None:
    """Say how the page draws the figures of the table at hand; None prints its cells."""
    cursor.currentTable().setFormat(structure.table_format(drawn))


def new_table(rows: int, columns: int) -> Document:
    """An empty table."""
    return Document((Block(BlockKind.TABLE, rows=tuple(("",) * columns for _ in range(rows))),))


def insert_into_cells(cursor: QTextCursor, text: Document) -> None:
    """Paste into a table: a table goes over cells from the one at hand on, other text into that one."""
    grid = next((block.rows for block in text.blocks if block.kind is BlockKind.TABLE), None)
    if grid is None or len(text.blocks) > 1:
        structure.insert_line(cursor, " ".join(line for line in reading_lines(text) if line))
        return
    table = cursor.currentTable()
    cell = table.cellAt(cursor)
    top, left = cell.row(), cell.column()
    if top + len(grid) > table.rows():
        table.appendRows(top + len(grid) - table.rows())
    for at, row in enumerate(grid):
        for column, value in enumerate(row[: table.columns() - left]):
            _overwrite(table, top + at, left + column, value)


def chosen_document(cursor: QTextCursor) -> Document:
    """What is chosen, as structure: part of a paragraph, whole paragraphs, cells."""
    blocks: list[Block] = []
    seen: set[int] = set()
    for block in chosen_blocks(cursor):
        table = styles.table_of(QTextCursor(block))
        if table is None:
            blocks += _chosen_part(cursor, block)
        elif table.objectIndex() not in seen:
            seen.add(table.objectIndex())
            blocks.append(_chosen_table(cursor, table))
    return Document(tuple(blocks))


def plain_text(text: Document) -> str:
    """A text for programs that take nothing but lines; cells stand between tabs."""
    return "\n".join(
        clip.text_of(block.rows).replace("\r\n", "\n").rstrip("\n")
        if block.kind is BlockKind.TABLE
        else block.text
        for block in text.blocks
    )


def _chosen_part(cursor: QTextCursor, block: QTextBlock) -> Iterator[Block]:
    start = max(cursor.selectionStart() - block.position(), 0)
    end = min(cursor.selectionEnd() - block.position(), block.length() - 1)
    whole = start == 0 and end == block.length() - 1
    line = structure.read_line(block) if whole else _line_between(block, start, end)
    if not line.strip():
        return
    kind = styles.kind_of(block) if whole else BlockKind.PARAGRAPH
    yield Block(plain_kind(line) if kind in PLAIN else kind, line)


def _line_between(block: QTextBlock, start: int, end: int) -> str:
    """Part of a paragraph from one place to another, as Qt counts them."""
    at, made = 0, ""
    for char in block.text():
        if start <= at < end:
            made += structure.source_at(block, at) if char == OBJECT else char
        at += structure.units(char)
    return made


def _chosen_table(cursor: QTextCursor, table: QTextTable) -> Block:
    rows = tuple(_chosen_cells(cursor, table))
    whole = len(rows) == table.rows()
    return Block(BlockKind.TABLE, rows=rows, drawn=structure.drawn_as(table) if whole else None)


def _chosen_cells(cursor: QTextCursor, table: QTextTable) -> Iterator[tuple[str, ...]]:
    """Cells of a table that the selection holds: a block of them, one alone, or all where it goes beyond."""
    first, rows, left, columns = _chosen_range(cursor)
    if cursor.currentTable() != table:
        first, rows, left, columns = 0, table.rows(), 0, table.columns()
    elif first < 0:
        cell = table.cellAt(cursor)
        block = cell.firstCursorPosition().block()
        start, end = (each - block.position() for each in (cursor.selectionStart(), cursor.selectionEnd()))
        yield (_line_between(block, start, end),)
        return
    for row in range(first, first + rows):
        cells = (table.cellAt(row, column) for column in range(left, left + columns))
        yield tuple(structure.read_line(cell.firstCursorPosition().block()) for cell in cells)


def _chosen_range(cursor: QTextCursor) -> tuple[int, int, int, int]:
    """First row, rows, first column and columns of chosen cells; the first is -1 within a single cell."""
    found: tuple[int, int, int, int] = cursor.selectedTableCells()  # type: ignore[assignment]  # stub: object
    return found


def _overwrite(table: QTextTable, row: int, column: int, value: str) -> None:
    cell = _whole(table, row, column)
    cell.removeSelectedText()
    cell.setBlockFormat(styles.cell_format())
    cell.setCharFormat(QTextCharFormat())
    structure.insert_line(cell, value)


def _whole(table: QTextTable, row: int, column: int) -> QTextCursor:
    """A cell with all of its text chosen, as Tab leaves it in Word."""
    cell = table.cellAt(row, column)
    cursor = cell.firstCursorPosition()
    cursor.setPosition(cell.lastCursorPosition().position(), QTextCursor.MoveMode.KeepAnchor)
    return cursor
