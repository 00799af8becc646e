"""One issue as an editable Word document, in the page rules of the printed one."""

import datetime as dt
import io
import zipfile
from collections.abc import Sequence
from typing import Any

from xcdesk import wording
from xcdesk.documents import Block, BlockKind, Document
from xcdesk.normalise import clean
from xcdesk.reports.docx.styles import FALLBACKS, Style, add_styles
from xcdesk.reports.pdf.masthead import day_text, number_text
from xcdesk.reports.pdf.particulars import Issue

_STYLES = {
    BlockKind.TITLE: Style.TITLE,
    BlockKind.SECTION: Style.SECTION,
    BlockKind.HEADING_1: Style.HEADING_1,
    BlockKind.HEADING_2: Style.HEADING_2,
    BlockKind.SOURCE: Style.SOURCE,
    BlockKind.NOTE: Style.NOTE,
    BlockKind.CAPTION: Style.CAPTION,
    BlockKind.RULE: Style.RULE,
    BlockKind.PARAGRAPH: Style.BODY,
}
_LINE_PITCH = 579
"""Twentieths of a point: 22 lines in the type area."""

_CHARACTER_SPACE = -848
"""4096ths of a point taken from each 16 pt character: 28 of them in 156 mm."""


def write_docx(issue: Issue, document: Document) -> bytes:
    """The file; the same input gives the same bytes."""
    import docx  # start-up time

    made = docx.Document()
    add_styles(made)
    _fonts(made)
    _page(made)
    _about(made, issue)
    _head(made, issue, document)
    for block in document.blocks:
        _block(made, block)
    _record(made, issue)
    saved = io.BytesIO()
    made.save(saved)
    return _settled(saved.getvalue(), issue.day)


def _head(made: Any, issue: Issue, document: Document) -> None:
    marks = []
    if issue.copy_number is not None:
        marks.append(_label("copy_number", number=issue.copy_number))
    if issue.number is None:
        marks.append(_label("draft"))
    _add(made, Style.CLASSIFICATION, "\t".join((issue.classification, "　".join(marks))))
    _add(made, Style.MASTHEAD, issue.masthead)
    _add(made, Style.NUMBER, number_text(issue))
    _add(made, Style.ISSUER, f"{issue.issuer}\t{day_text(issue.day)}")
    if issue.contents and document.titles:
        _add(made, Style.SECTION, _label("contents"))
        for title in document.titles:
            _add(made, Style.CONTENTS, title)


def _block(made: Any, block: Block) -> None:
    if block.kind == BlockKind.TABLE:
        _table(made, block.rows)
    elif block.kind == BlockKind.SOURCE:
        _add(made, Style.SOURCE, _label("source", source=block.text))
    elif block.kind == BlockKind.SECTION:
        _add(made, Style.SECTION, _label("section", section=block.text))
    else:
        _add(made, _STYLES[block.kind], block.text)


def _table(made: Any, rows: Sequence[Sequence[str]]) -> None:
    """A grid whose head repeats on every page and whose rows stay whole; texts left, figures centred."""
    from docx.enum.table import WD_TABLE_ALIGNMENT  # start-up time

    width = max((len(row) for row in rows), default=0)
    if not width:
        return
    table = made.add_table(rows=0, cols=width, style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    for number, row in enumerate(rows):
        properties = table.add_row()._tr.get_or_add_trPr()
        _mark(properties, "cantSplit")
        if number == 0:
            _mark(properties, "tblHeader")
        for column, words in enumerate(row):
            cell = table.rows[number].cells[column].paragraphs[0]
            cell.style = _cell_style(number, column).value
            cell.add_run(clean(words))


def _cell_style(row: int, column: int) -> Style:
    if row == 0:
        return Style.HEAD_CELL
    return Style.FIGURE_CELL if column else Style.TEXT_CELL


def _record(made: Any, issue: Issue) -> None:
    lists = issue.distribution
    named = (("report", lists.report), ("send", lists.send), ("issue", lists.issue))
    rows = [_label(key) + names for key, names in named if names.strip()]
    for number, row in enumerate(rows):
        _add(made, Style.RECORD if number else Style.RECORD_FIRST, row)
    printed = _label("printed", day=day_text(issue.day))
    _add(made, Style.RECORD_LAST, f"{issue.imprint}\t{printed}")
    notes = [_label("copies", copies=lists.copies)] if lists.copies else []
    if issue.audit_anchor:
        notes.append(_label("anchor", anchor=issue.audit_anchor))
    if notes:
        _add(made, Style.RULE, "　".join(notes))


def _page(made: Any) -> None:
    """A4 with the margins and the grid of 22 lines of 28 characters; page numbers by parity."""
    from docx.shared import Mm  # start-up time

    section = made.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.left_margin = Mm(37), Mm(28)
    section.bottom_margin, section.right_margin = Mm(35), Mm(26)
    section.footer_distance = Mm(24)
    grid = _mark(section._sectPr, "docGrid")
    for name, value in (
        ("type", "linesAndChars"),
        ("linePitch", _LINE_PITCH),
        ("charSpace", _CHARACTER_SPACE),
    ):
        _set(grid, name, value)
    made.settings.odd_and_even_pages_header_footer = True
    for footer, style in (
        (section.footer, Style.ODD_NUMBER),
        (section.even_page_footer, Style.EVEN_NUMBER),
    ):
        paragraph = footer.paragraphs[0]
        paragraph.style = style.value
        paragraph.add_run("— ")
        _field(paragraph, "PAGE")
        paragraph.add_run(" —")


def _field(paragraph: Any, code: str) -> None:
    from docx.oxml import OxmlElement  # start-up time

    field = OxmlElement("w:fldSimple")
    _set(field, "instr", code)
    run = paragraph.add_run("1")._r
    paragraph._p.append(field)
    field.append(run)


def _fonts(made: Any) -> None:
    """Name the faces that may stand in for the official ones."""
    from docx.opc.constants import RELATIONSHIP_TYPE  # start-up time

    faces = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{others}"/><w:charset w:val="86"/></w:font>'
        for name, others in FALLBACKS.items()
    )
    part = made.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
    part._blob = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f"{faces}</w:fonts>"
    ).encode()


def _about(made: Any, issue: Issue) -> None:
    instant = dt.datetime.combine(issue.day, dt.time())
    about = made.core_properties
    about.title = clean(f"{issue.masthead}　{number_text(issue)}")
    about.author = about.last_modified_by = clean(issue.issuer)
    about.created = about.modified = instant
    about.comments = about.keywords = ""
    about.revision = 1


def _settled(saved: bytes, day: dt.date) -> bytes:
    """The same package with the day of issue as the date of every part, instead of the clock's."""
    settled = io.BytesIO()
    stamp = (max(day.year, 1980), day.month, day.day, 0, 0, 0)
    with zipfile.ZipFile(io.BytesIO(saved)) as old, zipfile.ZipFile(settled, "w") as new:
        for name in old.namelist():
            part = zipfile.ZipInfo(name, stamp)
            part.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(part, old.read(name))
    return settled.getvalue()


def _add(made: Any, style: Style, words: str) -> None:
    parts = [clean(part) for part in words.split("\t")]
    made.add_paragraph("\t".join(parts), style=style.value)


def _label(key: str, **facts: object) -> str:
    return wording.text(f"print.{key}", "zh", **facts)


def _mark(parent: Any, name: str) -> Any:
    from docx.oxml import OxmlElement  # start-up time
    from docx.oxml.ns import qn

    for present in parent.findall(qn(f"w:{name}")):
        parent.remove(present)
    made = OxmlElement(f"w:{name}")
    parent.append(made)
    return made


def _set(element: Any, name: str, value: object) -> None:
    from docx.oxml.ns import qn  # start-up time

    element.set(qn(f"w:{name}"), str(value))
