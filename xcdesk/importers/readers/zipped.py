"""Workbooks in a zip archive: .xlsx, .xlsm, .xlsb and .ods, read by calamine after the guard."""

import io
import zipfile
from collections.abc import Iterator

import python_calamine as calamine

from xcdesk.importers import grid, guard
from xcdesk.importers.raw import Merge, RawBook, RawSheet
from xcdesk.importers.readers import odf, ooxml
from xcdesk.importers.readers.facts import SheetFacts
from xcdesk.importers.refusals import (
    DamagedFileError,
    EncryptedFileError,
    UnreadableFileError,
)

_ENCRYPTED = b"encryption-data"
SPREADSHEET = b"opendocument.spreadsheet"


def read(data: bytes) -> RawBook:
    """Every worksheet of the workbook in ``data``, hidden ones included; charts and macros are passed over.

    Raises:
        RefusedFileError: by name; see `guard` for what is refused before the workbook is opened.
    """
    archive = guard.open_archive(data)
    parts = {part.filename.replace("\\", "/").lower(): part for part in archive.infolist()}
    form = _form(list(parts))
    if form == "ods":
        return RawBook(form, "", tuple(sheets(data, _opendocument_facts(archive, parts))))
    examine = ooxml.examine_binary if form == "xlsb" else ooxml.examine
    return RawBook(form, "", tuple(sheets(data, examine(archive))))


def _opendocument_facts(archive: zipfile.ZipFile, parts: dict[str, zipfile.ZipInfo]) -> dict[str, SheetFacts]:
    content, manifest, kind = (
        b"".join(guard.pieces(archive, parts[name])) if name in parts else b""
        for name in ("content.xml", "meta-inf/manifest.xml", "mimetype")
    )
    if kind and SPREADSHEET not in kind:
        raise UnreadableFileError(reason="OpenDocument of another kind")
    if _ENCRYPTED in manifest:
        raise EncryptedFileError(reason="manifest")
    return odf.examine(content)


def _form(names: list[str]) -> str:
    if any(name.endswith("workbook.xml") for name in names):
        return "xlsx"
    if any(name.endswith("workbook.bin") for name in names):
        return "xlsb"
    if "content.xml" in names:
        return "ods"
    raise UnreadableFileError(reason="archive without a workbook")


def sheets(data: bytes, facts: dict[str, SheetFacts]) -> Iterator[RawSheet]:
    """Worksheets as calamine reads them, with the ``facts`` it does not give, by sheet name.

    Raises:
        EncryptedFileError: a password is asked for.
        DamagedFileError: calamine finds no sense in it.
    """
    try:
        with calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
            for meta in book.sheets_metadata:
                if meta.typ == calamine.SheetTypeEnum.WorkSheet:
                    hidden = meta.visible != calamine.SheetVisibleEnum.Visible
                    known = facts.get(meta.name, SheetFacts())
                    yield _sheet(book.get_sheet_by_name(meta.name), known, hidden=hidden)
    except calamine.PasswordError as exc:
        raise EncryptedFileError(reason="calamine") from exc
    except (calamine.CalamineError, OSError) as exc:
        raise DamagedFileError(reason=f"calamine: {exc}") from exc


def _sheet(source: calamine.CalamineSheet, facts: SheetFacts, *, hidden: bool) -> RawSheet:
    _, first_column = source.start or (0, 0)
    last_row, last_column = source.end or (0, 0)
    grid.check_range(last_row + 1, last_column + 1)
    # iter_rows gives the blank rows above the used range, but not the blank columns left of it
    margin: list[object] = [""] * first_column
    cells = grid.tidy([*margin, *row] for row in source.iter_rows())
    grid.blank(cells, facts.errors)
    builder = grid.Builder(
        name=source.name,
        hidden=hidden,
        hidden_rows=facts.hidden_rows,
        hidden_columns=facts.hidden_columns,
        merges=facts.merges + [Merge(*start, *end) for start, end in source.merged_cell_ranges or []],
        errors=facts.errors,
        uncomputed=facts.uncomputed,
        links=facts.links,
    )
    return grid.sheet(builder, cells)
