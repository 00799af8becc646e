"""Tables of the Word document: widths and sizes are those of the printed page."""

from collections.abc import Sequence
from typing import Any

from xcdesk.reports.docx.styles import CELLS, NARROW_TABLE, TABLE, Style
from xcdesk.reports.docx.xml import EMU, child, set_attribute, styled
from xcdesk.reports.pdf.charts import grounds
from xcdesk.reports.pdf.measures import WIDTH
from xcdesk.reports.pdf.tables import Shape, filled, shape_of
from xcdesk.reports.pdf.typeset import Typesetter, clean
from xcdesk.texts.documents import Block, Drawn

_TWIPS = 20  # in a point
_MANY = 7  # columns from which the margins of cells are narrow


def add_table(made: Any, block: Block, typesetter: Typesetter, room: float = WIDTH) -> None:
    """A table whose head repeats on every page and whose rows stay whole; nothing for one without cells.

    ``room`` is the width in points of the pages on which it stands.
    """
    from docx.enum.table import WD_TABLE_ALIGNMENT  # start-up time

    rows = filled(block.rows)
    if not rows or not rows[0]:
        return
    shape = shape_of(typesetter, rows, even=block.drawn == Drawn.MATRIX, room=room)
    style = NARROW_TABLE if len(rows[0]) >= _MANY else TABLE
    table = fixed(made, shape.widths, style, len(rows))
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    shades = grounds(rows) if block.drawn == Drawn.MATRIX else None
    for number, (row, cells) in enumerate(zip(table.rows, rows, strict=True)):
        properties = row._tr.get_or_add_trPr()
        child(properties, "cantSplit")
        if number == 0:
            child(properties, "tblHeader")
        for column, (cell, words) in enumerate(zip(row.cells, cells, strict=True)):
            cell.width = round(shape.widths[column] * EMU)
            paragraph = styled(cell.paragraphs[0], _cell_style(shape, number, column))
            paragraph.add_run(clean(words))
            if shades is not None and number and shades[number - 1][column] < 1:
                grey = f"{round(shades[number - 1][column] * 255):02X}" * 3
                child(cell._tc.get_or_add_tcPr(), "shd", val="clear", color="auto", fill=grey)


def fixed(made: Any, widths: Sequence[float], style: str, rows: int) -> Any:
    """A table of fixed columns, ``widths`` in points."""
    from docx.oxml.ns import qn  # start-up time

    table = made.add_table(rows=rows, cols=len(widths), style=style)
    table.autofit = False
    wide = table._tbl.tblPr.find(qn("w:tblW"))
    for name, value in (("w", round(sum(widths) * _TWIPS)), ("type", "dxa")):
        set_attribute(wide, name, value)
    for column, width in zip(table.columns, widths, strict=True):
        column._gridCol.w = round(width * EMU)
    return table


def _cell_style(shape: Shape, row: int, column: int) -> Style:
    head, text, figure = CELLS[shape.size]
    if row == 0:
        return head
    return figure if shape.centred[column] else text
