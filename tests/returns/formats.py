"""Writes one grid of cells in every file format that counties send, each the way its own program would."""

import datetime as dt
import html
import io
from collections.abc import Sequence
from dataclasses import dataclass, field

import openpyxl
import xlwt
from odf import opendocument, table
from odf.text import P
from openpyxl.styles import Alignment

Cell = str | int | float | dt.date | None


@dataclass
class Grid:
    """One sheet; merges are (top, left, bottom, right), all inclusive and from 1, as in Excel."""

    rows: list[list[Cell]]
    name: str = "Sheet1"
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    hidden: bool = False
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[int] = field(default_factory=list)


def xlsx(grids: Sequence[Grid], date_format: str = "yyyy/m/d") -> bytes:
    """A workbook of Excel 2007 and later."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for grid in grids:
        sheet = book.create_sheet(grid.name)
        for r, row in enumerate(grid.rows, start=1):
            for c, value in enumerate(row, start=1):
                _fill(sheet.cell(r, c), value, date_format)
        for top, left, bottom, right in grid.merges:
            sheet.merge_cells(start_row=top, start_column=left, end_row=bottom, end_column=right)
            sheet.cell(top, left).alignment = Alignment(vertical="center", wrap_text=True)
        for r in grid.hidden_rows:
            sheet.row_dimensions[r].hidden = True
        for c in grid.hidden_columns:
            sheet.column_dimensions[openpyxl.utils.get_column_letter(c)].hidden = True
        sheet.sheet_state = "hidden" if grid.hidden else "visible"
    return _saved(book)


def _fill(cell: openpyxl.cell.Cell, value: Cell, date_format: str) -> None:
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"  # text that looks like a formula stays text
    elif isinstance(value, dt.date):
        cell.number_format = date_format


def xls(grids: Sequence[Grid], date_format: str = "YYYY-MM-DD") -> bytes:
    """A workbook of Excel 97, which WPS also writes as .et."""
    book = xlwt.Workbook()
    dated = xlwt.easyxf(num_format_str=date_format)
    for grid in grids:
        sheet = book.add_sheet(grid.name, cell_overwrite_ok=True)
        for r, row in enumerate(grid.rows):
            for c, value in enumerate(row):
                if value is not None:
                    sheet.write(r, c, value, *([dated] if isinstance(value, dt.date) else []))
        for top, left, bottom, right in grid.merges:
            value = grid.rows[top - 1][left - 1]
            sheet.write_merge(top - 1, bottom - 1, left - 1, right - 1, "" if value is None else value)
        for r in grid.hidden_rows:
            sheet.row(r - 1).hidden = True
        for c in grid.hidden_columns:
            sheet.col(c - 1).hidden = True
        sheet.visibility = 1 if grid.hidden else 0
    return _saved(book)


def ods(grids: Sequence[Grid]) -> bytes:
    """A workbook of LibreOffice; spans are not written, the cells beneath are blank."""
    book = opendocument.OpenDocumentSpreadsheet()
    for grid in grids:
        sheet = table.Table(name=grid.name)
        for row in grid.rows:
            line = table.TableRow()
            for value in row:
                line.addElement(_ods_cell(value))
            sheet.addElement(line)
        book.spreadsheet.addElement(sheet)
    return _saved(book)


def _ods_cell(value: Cell) -> table.TableCell:
    if value is None:
        return table.TableCell()
    if isinstance(value, dt.date):
        cell = table.TableCell(valuetype="date", datevalue=value.isoformat())
    elif isinstance(value, int | float):
        cell = table.TableCell(valuetype="float", value=str(value))
    else:
        cell = table.TableCell(valuetype="string")
    cell.addElement(P(text=_shown(value)))
    return cell


def web_page(grid: Grid, encoding: str, *, declared: bool) -> bytes:
    """A table that a reporting system exports as HTML and calls .xls."""
    spans = {(top, left): (bottom - top + 1, right - left + 1) for top, left, bottom, right in grid.merges}
    covered = {
        (r, c)
        for top, left, bottom, right in grid.merges
        for r in range(top, bottom + 1)
        for c in range(left, right + 1)
        if (r, c) != (top, left)
    }
    lines = []
    for r, row in enumerate(grid.rows, start=1):
        cells = []
        for c, value in enumerate(row, start=1):
            if (r, c) in covered:
                continue
            down, across = spans.get((r, c), (1, 1))
            mark = f' rowspan="{down}"' * (down > 1) + f" colspan={across}" * (across > 1)
            cells.append(f"<td{mark}>{html.escape(_shown(value))}</td>")
        lines.append(f"<tr>{''.join(cells)}</tr>")
    charset = f'<meta http-equiv="Content-Type" content="text/html; charset={encoding}">' if declared else ""
    page = (
        f"<html><head>{charset}</head><body><table border=1>\n{chr(10).join(lines)}\n</table></body></html>"
    )
    return page.encode(encoding)


def web_archive(grid: Grid) -> bytes:
    """The same as a single-file web page (MHT), quoted-printable, as Excel saves it."""
    import quopri

    page = quopri.encodestring(web_page(grid, "gb18030", declared=True)).decode("ascii")
    return (
        "MIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; boundary="----=_NextPart_01"\r\n\r\n'
        "------=_NextPart_01\r\nContent-Location: file:///C:/book.htm\r\n"
        'Content-Transfer-Encoding: quoted-printable\r\nContent-Type: text/html; charset="gb2312"\r\n\r\n'
        f"{page}\r\n------=_NextPart_01--\r\n"
    ).encode("ascii")


def xml_2003(grids: Sequence[Grid]) -> bytes:
    """XML Spreadsheet 2003: blank cells are skipped by index, spans by MergeAcross and MergeDown."""
    sheets = "".join(_xml_sheet(grid) for grid in grids)
    return (
        '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n'
        '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
        'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">'
        f"{sheets}</Workbook>"
    ).encode()


def _xml_sheet(grid: Grid) -> str:
    spans = {(top, left): (bottom - top, right - left) for top, left, bottom, right in grid.merges}
    lines = []
    for r, row in enumerate(grid.rows, start=1):
        cells = []
        for c, value in enumerate(row, start=1):
            if value is None:
                continue
            down, across = spans.get((r, c), (0, 0))
            mark = f' ss:MergeDown="{down}"' * (down > 0) + f' ss:MergeAcross="{across}"' * (across > 0)
            cells.append(f'<Cell ss:Index="{c}"{mark}>{_xml_data(value)}</Cell>')
        lines.append(f'<Row ss:Index="{r}">{"".join(cells)}</Row>')
    return f'<Worksheet ss:Name="{html.escape(grid.name)}"><Table>{"".join(lines)}</Table></Worksheet>'


def _xml_data(value: Cell) -> str:
    if isinstance(value, dt.date):
        return f'<Data ss:Type="DateTime">{value:%Y-%m-%d}T00:00:00.000</Data>'
    kind = "Number" if isinstance(value, int | float) else "String"
    return f'<Data ss:Type="{kind}">{html.escape(_shown(value))}</Data>'


def text(grid: Grid, separator: str, encoding: str) -> bytes:
    """Lines of text with a separator; a cell that holds one, a quote or a line end is quoted."""
    lines = (separator.join(_quoted(_shown(value), separator) for value in row) for row in grid.rows)
    return "\r\n".join(lines).encode(encoding)


def _quoted(value: str, separator: str) -> str:
    if any(char in value for char in (separator, '"', "\n", "\r")):
        return '"' + value.replace('"', '""') + '"'
    return value


def _shown(value: Cell) -> str:
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, dt.date) else str(value)


def _saved(book: openpyxl.Workbook | xlwt.Workbook | opendocument.OpenDocument) -> bytes:
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()
