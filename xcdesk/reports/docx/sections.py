"""Sections of the Word document: upright pages, and turned ones for tables too wide for those (GB/T 9704)."""

from typing import Any

from xcdesk.reports.docx.styles import Style
from xcdesk.reports.docx.xml import child, only_child, styled
from xcdesk.reports.pdf.typeset import clean
from xcdesk.services.office import practising

_LINE_PITCH = 579
"""Twentieths of a point: 22 lines in the type area."""
_LONG, _SHORT = 297, 210
_TOP, _BOTTOM, _INNER, _OUTER = 37, 35, 28, 26
"""Millimetres: sides of the paper, margins of an upright page."""
_BELOW = 24
"""Millimetres from the lower edge of an upright page to its number."""
_NUMBER_STRIP = 8
"""Millimetres across the strip in which the number of a turned page stands."""
_TWIPS = 1440 / 25.4  # in a millimetre


def first_section(made: Any) -> None:
    """A4 upright with the grid of 22 lines of 28 characters; page numbers by parity."""
    section = made.sections[0]
    made.settings.odd_and_even_pages_header_footer = True
    only_child(section._sectPr, "docGrid", type="lines", linePitch=_LINE_PITCH)
    _lay(section, turned=False)
    stamp = practising.stamp()
    if stamp:
        for header in (section.header, section.even_page_header):
            header.paragraphs[0].add_run(clean(stamp))


def turn(made: Any, *, turned: bool) -> None:
    """Go on on a new page, turned by a quarter or upright again.

    The number of a turned page stands where that of others does, read from the same side.
    """
    from docx.enum.section import WD_SECTION  # start-up time

    _lay(_new(made, WD_SECTION.NEW_PAGE), turned=turned)


def even_page(made: Any, *, numbered: bool) -> None:
    """Go on on an even upright page, a blank one before it where it must be."""
    from docx.enum.section import WD_SECTION  # start-up time

    section = _new(made, WD_SECTION.EVEN_PAGE)
    _lay(section, turned=False)
    if not numbered:
        for footer in (section.footer, section.even_page_footer):
            _emptied(footer)


def add_field(paragraph: Any, code: str, shown: str) -> None:
    """A field with what it shows until it is updated."""
    run = paragraph.add_run(clean(shown))._r
    child(paragraph._p, "fldSimple", instr=code).append(run)


def _new(made: Any, kind: Any) -> Any:
    """Another section; the library ends the last one by an empty line, which a full page has no room for."""
    from docx.oxml.ns import qn  # start-up time

    section = made.add_section(kind)
    ending = made.paragraphs[-1]
    before = ending._p.getprevious()
    if before.tag == qn("w:p") and before.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is None:
        before.get_or_add_pPr().append(ending._p.pPr.sectPr)
        ending._p.getparent().remove(ending._p)
    else:
        styled(ending, Style.ANCHOR)
    return section


def _lay(section: Any, *, turned: bool) -> None:
    """Paper, margins and page numbers."""
    from docx.enum.section import WD_ORIENT  # start-up time
    from docx.shared import Mm

    upright = (_TOP, _OUTER, _BOTTOM, _INNER)
    # On its side the left edge is the upper one.
    top, right, bottom, left = (_INNER, _TOP, _OUTER, _BOTTOM) if turned else upright
    width, height = (_LONG, _SHORT) if turned else (_SHORT, _LONG)
    section.orientation = WD_ORIENT.LANDSCAPE if turned else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.top_margin, section.right_margin = Mm(top), Mm(right)
    section.bottom_margin, section.left_margin = Mm(bottom), Mm(left)
    section.footer_distance = Mm(0 if turned else _BELOW)
    for footer, style in (
        (section.footer, Style.ODD_NUMBER),
        (section.even_page_footer, Style.EVEN_NUMBER),
    ):
        paragraph = _emptied(footer)
        _number(_strip(paragraph) if turned else paragraph, style)


def _emptied(footer: Any) -> Any:
    """The one empty paragraph of a footer of the section's own."""
    footer.is_linked_to_previous = False
    return styled(footer.paragraphs[0], Style.ANCHOR)


def _number(paragraph: Any, style: Style) -> None:
    styled(paragraph, style)
    paragraph.add_run("— ")
    add_field(paragraph, "PAGE", "1")
    paragraph.add_run(" —")


def _strip(before: Any) -> Any:
    """A paragraph that runs down the left edge of a turned page, the lower one of an upright page."""
    from docx.oxml import OxmlElement  # start-up time
    from docx.text.paragraph import Paragraph

    long, across = round((_SHORT - _INNER - _OUTER) * _TWIPS), round(_NUMBER_STRIP * _TWIPS)
    place = {"tblpX": round(_BELOW * _TWIPS), "tblpY": round(_INNER * _TWIPS)}
    table = OxmlElement("w:tbl")
    properties = child(table, "tblPr")
    child(properties, "tblpPr", vertAnchor="page", horzAnchor="page", **place)
    child(properties, "tblW", w=across, type="dxa")
    child(properties, "tblLayout", type="fixed")
    child(child(table, "tblGrid"), "gridCol", w=across)
    row = child(table, "tr")
    child(child(row, "trPr"), "trHeight", val=long, hRule="exact")
    cell = child(row, "tc")
    about = child(cell, "tcPr")
    child(about, "tcW", w=across, type="dxa")
    child(about, "textDirection", val="tbRl")
    inside = child(cell, "p")
    before._p.addprevious(table)
    return Paragraph(inside, before._parent)
