"""Tables as office systems and text exports write them: HTML, MHT, XML Spreadsheet 2003, separated text."""

import csv
import datetime as dt
import html
import io
import quopri
import typing

from tests.examiner.sheets import ErrorValue, Formula, Return, Sheet, shown, spans_of

SPREADSHEET = "urn:schemas-microsoft-com:office:spreadsheet"
EXCEL = "urn:schemas-microsoft-com:office:excel"


def html_page(file: Return, charset: str, encoding: str) -> bytes:
    """Write an HTML table, as office systems export under the name .xls."""
    sheet = file.sheets[0]
    spans, covered = spans_of(sheet)
    lines = []
    for number, row in enumerate(sheet.rows, 1):
        cells = []
        for column, value in enumerate(row, 1):
            if (number, column) in covered:
                continue
            high, broad = spans.get((number, column), (1, 1))
            size = (f" rowspan={high}" if high > 1 else "") + (f' colspan="{broad}"' if broad > 1 else "")
            cells.append(f"<td{size}>{html.escape(shown(value)).replace(chr(10), '<br/>')}</td>")
        hidden = ' style="display:none"' if number in sheet.hidden_rows else ""
        lines.append(f"<tr{hidden}>{''.join(cells)}</tr>")
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={charset}">' if charset else ""
    head = f"<head>{meta}<style>td {{mso-number-format:'\\@'}}</style></head>"
    table = "\n".join(lines)
    return f"<html>{head}<body><table border=1>{table}</table></body></html>".encode(encoding)


def mht_page(file: Return) -> bytes:
    """Write a single-file web page around the HTML table."""
    body = quopri.encodestring(html_page(file, "utf-8", "utf-8"))
    head = b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="=_b"\r\n\r\n--=_b\r\n'
    part = b"Content-Location: file:///C:/book.htm\r\nContent-Transfer-Encoding: quoted-printable\r\n"
    part += b'Content-Type: text/html; charset="utf-8"\r\n\r\n'
    return head + part + body + b"\r\n--=_b--\r\n"


def xml_book(file: Return) -> bytes:
    """Write XML Spreadsheet 2003."""
    pages = "".join(map(_xml_sheet, file.sheets))
    head = '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n'
    return f'{head}<Workbook xmlns="{SPREADSHEET}" xmlns:ss="{SPREADSHEET}">{pages}</Workbook>'.encode()


def _xml_sheet(sheet: Sheet) -> str:
    """Return one sheet; blank cells and rows are left out, as Excel does."""
    spans, covered = spans_of(sheet)
    lines = []
    for number, row in enumerate(sheet.rows, 1):
        cells = []
        for column, value in enumerate(row, 1):
            if (number, column) in covered or value in {None, ""}:
                continue
            high, broad = spans.get((number, column), (1, 1))
            size = f' ss:MergeDown="{high - 1}" ss:MergeAcross="{broad - 1}"' if high * broad > 1 else ""
            cells.append(f'<Cell ss:Index="{column}"{size}>{_xml_data(value)}</Cell>')
        if cells:
            lines.append(f'<Row ss:Index="{number}">{"".join(cells)}</Row>')
    table = f"<Table>{''.join(lines)}</Table>"
    unseen = f'<WorksheetOptions xmlns="{EXCEL}"><Visible>SheetHidden</Visible></WorksheetOptions>'
    name = html.escape(sheet.name)
    return f'<Worksheet ss:Name="{name}">{table}{unseen if sheet.hidden else ""}</Worksheet>'


def _xml_data(value: typing.Any) -> str:
    """Return the typed content of one cell of XML Spreadsheet 2003."""
    if isinstance(value, dt.date):
        return f'<Data ss:Type="DateTime">{value.isoformat()}T00:00:00.000</Data>'
    if isinstance(value, (int, float)):
        return f'<Data ss:Type="Number">{value}</Data>'
    if isinstance(value, (Formula, ErrorValue)):
        return '<Data ss:Type="Error">#N/A</Data>'
    return f'<Data ss:Type="String">{html.escape(value).replace(chr(10), "&#10;")}</Data>'


def text_file(file: Return, separator: str, encoding: str) -> bytes:
    """Write separated text; cells with separators or line ends stand in quotes."""
    into = io.StringIO()
    writer = csv.writer(into, delimiter=separator, lineterminator="\r\n")
    for row in file.sheets[0].rows:
        writer.writerow([shown(value) for value in row])
    return into.getvalue().encode(encoding)
