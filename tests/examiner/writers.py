"""Real files of every format counties send, written without the program's own code."""

import datetime as dt
import io
import pathlib
import typing
import zipfile

import msoffcrypto.format.ooxml
import odf.opendocument
import odf.style
import odf.table
import odf.text
import openpyxl
import openpyxl.utils
import xlsxwriter
import xlwt

from tests.examiner.binary import binary_book
from tests.examiner.markup import html_page, mht_page, text_file, xml_book
from tests.examiner.sheets import Cell, ErrorValue, Formula, Return, shown, spans_of

DAY = "yyyy/m/d"
PADDING = 30
PLAIN_TYPE = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
MACRO_TYPE = b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"


def openpyxl_book(file: Return) -> bytes:
    """Write an .xlsx the way openpyxl does, with merges and hidden parts."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for sheet in file.sheets:
        page = book.create_sheet(sheet.name)
        for number, row in enumerate(sheet.rows, 1):
            for column, value in enumerate(row, 1):
                _openpyxl_cell(page.cell(number, column), value)
        for merge in sheet.merges:
            page.merge_cells(start_row=merge[0], start_column=merge[1], end_row=merge[2], end_column=merge[3])
        for number in sheet.hidden_rows:
            page.row_dimensions[number].hidden = True
        for column in sheet.hidden_columns:
            page.column_dimensions[openpyxl.utils.get_column_letter(column)].hidden = True
        page.sheet_state = "hidden" if sheet.hidden else "visible"
    into = io.BytesIO()
    book.save(into)
    return into.getvalue()


def _openpyxl_cell(cell: typing.Any, value: typing.Any) -> None:
    """Fill one cell; a text that looks like a formula stays text."""
    if isinstance(value, Formula):
        cell.value = value.text
    elif isinstance(value, ErrorValue):
        cell.value = value.text
        cell.data_type = "e"
    elif isinstance(value, str):
        cell.value = value
        cell.data_type = "s"
    elif value is not None:
        cell.value = value
        if isinstance(value, dt.date):
            cell.number_format = DAY


def xlsxwriter_book(file: Return) -> bytes:
    """Write an .xlsx the way xlsxwriter does: every cell styled, sheets padded with styled blanks."""
    into = io.BytesIO()
    book = xlsxwriter.Workbook(into)
    plain = book.add_format({"border": 1})
    day = book.add_format({"num_format": 'm"月"d"日"', "border": 1})
    for sheet in file.sheets:
        page = book.add_worksheet(sheet.name)
        for number, row in enumerate([*sheet.rows, *[[]] * PADDING]):
            for column in range(sheet.width):
                _xlsxwriter_cell(
                    page, (number, column), row[column] if column < len(row) else None, plain, day
                )
        for top, left, bottom, right in sheet.merges:
            page.merge_range(top - 1, left - 1, bottom - 1, right - 1, None, plain)
            _xlsxwriter_cell(page, (top - 1, left - 1), sheet.rows[top - 1][left - 1], plain, day)
        for number in sheet.hidden_rows:
            page.set_row(number - 1, None, None, {"hidden": True})
        if sheet.hidden:
            page.hide()
    book.close()
    return into.getvalue()


def _xlsxwriter_cell(
    page: typing.Any, place: tuple[int, int], value: Cell, plain: object, day: object
) -> None:
    """Fill one cell; a text that looks like a formula stays text."""
    if value is None or value == "":
        page.write_blank(*place, None, plain)
    elif isinstance(value, dt.date):
        page.write_datetime(*place, dt.datetime.combine(value, dt.time()), day)
    elif isinstance(value, int | float):
        page.write_number(*place, value, plain)
    elif isinstance(value, Formula | ErrorValue):
        page.write_formula(*place, value.text if isinstance(value, Formula) else "=NA()", plain, "#N/A")
    else:
        page.write_string(*place, value, plain)


def xlwt_book(file: Return) -> bytes:
    """Write a BIFF8 workbook, as .xls and WPS .et files are."""
    book = xlwt.Workbook(encoding="utf-8")
    day = xlwt.easyxf(num_format_str="YYYY-MM-DD")
    for sheet in file.sheets:
        page = book.add_sheet(sheet.name, cell_overwrite_ok=True)
        for number, row in enumerate(sheet.rows):
            for column, value in enumerate(row):
                if value is not None:
                    page.write(number, column, value, *([day] if isinstance(value, dt.date) else []))
        for top, left, bottom, right in sheet.merges:
            page.merge(top - 1, bottom - 1, left - 1, right - 1)
        for number in sheet.hidden_rows:
            page.row(number - 1).hidden = True
        page.visibility = 1 if sheet.hidden else 0
    into = io.BytesIO()
    book.save(into)
    return into.getvalue()


def ods_book(file: Return) -> bytes:
    """Write an OpenDocument spreadsheet with real dates, spans and hidden tables."""
    book = odf.opendocument.OpenDocumentSpreadsheet()
    unseen = odf.style.Style(name="unseen", family="table")
    unseen.addElement(odf.style.TableProperties(display="false"))
    book.automaticstyles.addElement(unseen)
    for sheet in file.sheets:
        page = odf.table.Table(name=sheet.name, **({"stylename": unseen} if sheet.hidden else {}))
        spans, covered = spans_of(sheet)
        for number, row in enumerate(sheet.rows, 1):
            line = odf.table.TableRow()
            for column, value in enumerate(row, 1):
                if (number, column) in covered:
                    line.addElement(odf.table.CoveredTableCell())
                else:
                    line.addElement(_ods_cell(value, spans.get((number, column))))
            page.addElement(line)
        book.spreadsheet.addElement(page)
    into = io.BytesIO()
    book.write(into)
    return into.getvalue()


def _ods_cell(value: typing.Any, span: tuple[int, int] | None) -> typing.Any:
    """Return one cell of an OpenDocument table."""
    extra = {"numberrowsspanned": span[0], "numbercolumnsspanned": span[1]} if span else {}
    if value is None:
        return odf.table.TableCell(**extra)
    if isinstance(value, dt.date):
        cell = odf.table.TableCell(valuetype="date", datevalue=value.isoformat(), **extra)
    elif isinstance(value, (int, float)):
        cell = odf.table.TableCell(valuetype="float", value=value, **extra)
    else:
        cell = odf.table.TableCell(valuetype="string", **extra)
    for part in shown(value).split("\n"):
        cell.addElement(odf.text.P(text=part))
    return cell


def macro_book(file: Return) -> bytes:
    """Write an .xlsm: the same parts under the content type of a macro workbook."""
    into = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(openpyxl_book(file))) as old,
        zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            part = old.read(name)
            if name == "[Content_Types].xml":
                part = part.replace(PLAIN_TYPE, MACRO_TYPE)
            new.writestr(name, part)
    return into.getvalue()


def encrypted_book(file: Return) -> bytes:
    """Write an .xlsx that opens only with a password."""
    into = io.BytesIO()
    msoffcrypto.format.ooxml.OOXMLFile(io.BytesIO(openpyxl_book(file))).encrypt("secret", into)
    return into.getvalue()


WRITERS: dict[str, tuple[str, typing.Callable[[Return], bytes]]] = {
    "xlsx": (".xlsx", openpyxl_book),
    "xlsx styled": (".xlsx", xlsxwriter_book),
    "xls": (".xls", xlwt_book),
    "et": (".et", xlwt_book),
    "xlsx named xls": (".xls", openpyxl_book),
    "xlsm": (".xlsm", macro_book),
    "xlsb": (".xlsb", binary_book),
    "ods": (".ods", ods_book),
    "html": (".xls", lambda file: html_page(file, "gb2312", "gb18030")),
    "html utf-8": (".html", lambda file: html_page(file, "utf-8", "utf-8-sig")),
    "html bare": (".xls", lambda file: html_page(file, "", "gb18030")),
    "mht": (".mht", mht_page),
    "xml": (".xls", xml_book),
    "tab utf-16": (".xls", lambda file: text_file(file, "\t", "utf-16")),
    "tab gbk": (".xls", lambda file: text_file(file, "\t", "gb18030")),
    "csv gb18030": (".csv", lambda file: text_file(file, ",", "gb18030")),
    "csv utf-8": (".csv", lambda file: text_file(file, ",", "utf-8")),
    "csv bom": (".csv", lambda file: text_file(file, ",", "utf-8-sig")),
    "csv semicolon": (".csv", lambda file: text_file(file, ";", "gb18030")),
    "encrypted": (".xlsx", encrypted_book),
    "empty": (".xlsx", lambda file: b""),
    "cut off": (".xlsx", lambda file: openpyxl_book(file)[:-900]),
    "cut off xls": (".xls", lambda file: xlwt_book(file)[:1500]),
    "picture": (".xlsx", lambda file: b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8),
    "pdf": (".xls", lambda file: b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n" + bytes(range(128, 256)) * 20),
}
WITH_MERGES = (
    "xlsx",
    "xlsx styled",
    "xls",
    "et",
    "xlsm",
    "html",
    "html utf-8",
    "html bare",
    "mht",
    "xml",
    "ods",
    "xlsx named xls",
)
WITH_SHEETS = ("xlsx", "xlsx styled", "xls", "et", "xlsm", "xml", "ods", "xlsb", "xlsx named xls")
TABLES = (
    *WITH_MERGES,
    "xlsb",
    "tab utf-16",
    "tab gbk",
    "csv gb18030",
    "csv utf-8",
    "csv bom",
    "csv semicolon",
)


def write(file: Return, folder: pathlib.Path) -> pathlib.Path:
    """Write a return into a folder and return its path."""
    ending, writer = WRITERS[file.writer]
    path = folder / (file.stem + ending)
    path.write_bytes(writer(file))
    return path
