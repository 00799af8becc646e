"""One issue as an editable Word document, in the page rules of the printed one."""

import datetime as dt
import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from xcdesk import wording
from xcdesk.reports.docx.charts import add_chart
from xcdesk.reports.docx.sections import add_field, even_page, first_section, turn
from xcdesk.reports.docx.styles import (
    AT_THE_FOOT,
    FALLBACKS,
    LEAD_1,
    LEAD_2,
    NOTE_LABEL,
    SMALL,
    Style,
    add_styles,
)
from xcdesk.reports.docx.tables import add_table
from xcdesk.reports.docx.xml import child, styled
from xcdesk.reports.pdf.flowables import TABLE_GAP, TITLE_ROOM, TITLE_STYLE, figure_captions
from xcdesk.reports.pdf.issue import entry_pages, set_pages
from xcdesk.reports.pdf.leads import Lead, lead_of
from xcdesk.reports.pdf.masthead import day_text, mark_text, name_size, number_text
from xcdesk.reports.pdf.measures import HEIGHT, WIDTH
from xcdesk.reports.pdf.official import SIGNED, Official, Place, official, official_lines
from xcdesk.reports.pdf.page import Page
from xcdesk.reports.pdf.particulars import Issue
from xcdesk.reports.pdf.record import Record
from xcdesk.reports.pdf.titles import title_lines
from xcdesk.reports.pdf.typeset import Typesetter, clean
from xcdesk.texts.documents import Block, BlockKind, Document

_STYLES = {
    BlockKind.SECTION: Style.SECTION,
    BlockKind.HEADING_1: Style.HEADING_1,
    BlockKind.HEADING_2: Style.HEADING_2,
    BlockKind.SOURCE: Style.SOURCE,
    BlockKind.CAPTION: Style.CAPTION,
    BlockKind.RULE: Style.RULE,
    BlockKind.PARAGRAPH: Style.BODY,
}
_OFFICIAL = {
    Place.ADDRESSEE: Style.ADDRESSEE,
    Place.ATTACHED: Style.ATTACHED,
    Place.FURTHER: Style.FURTHER,
    Place.SIGNATURE: Style.SIGNATURE,
    Place.DAY: Style.DAY,
}
_SPACED = frozenset({BlockKind.TITLE, BlockKind.SECTION})
"""Kinds that begin with a blank line."""


def write_docx(issue: Issue, document: Document, fonts: Path | None = None) -> bytes:
    """The file, laid out as the printed issue: lines of titles, widths of tables, place of the record.

    The same input gives the same bytes.

    Args:
        issue: what stands around the text.
        document: the text.
        fonts: folder with the office's own faces, by which lines are measured as for printing.

    Raises:
        FontError: a font file of that folder or of the system cannot be used.
    """
    import docx  # start-up time

    typesetter = Typesetter(issue.loaded(fonts))
    laid = set_pages(issue, document, typesetter)
    made = docx.Document()
    add_styles(made, issue.red, name_size(issue, typesetter))
    set_fonts(made)
    first_section(made)
    title = f"{issue.masthead}　{number_text(issue)}"
    describe(made, title, issue.issuer, dt.datetime.combine(issue.day, dt.time()))
    _head(made, issue, document, entry_pages(laid.pages))
    _Body(made, typesetter, issue.day, laid.turned).add(laid.document)
    if issue.recorded:
        if _stands_alone(laid.pages):
            even_page(made, numbered=laid.pages[-1].numbered)
        _record(made, issue)
    saved = io.BytesIO()
    made.save(saved)
    return settled(saved.getvalue(), issue.day)


def _head(made: Any, issue: Issue, document: Document, pages: Sequence[int]) -> None:
    copy = "" if issue.copy_number is None else _label("copy_number", number=issue.copy_number)
    marks = "　".join(filter(None, (copy, mark_text(issue))))
    if issue.recorded or issue.classification or marks:
        _add(made, Style.CLASSIFICATION, f"{issue.classification}\t{marks}")
    _add(made, Style.MASTHEAD if issue.recorded else Style.LOW_MASTHEAD, issue.masthead)
    _add(made, Style.NUMBER, number_text(issue))
    _add(made, Style.ISSUER, f"{issue.issuer}\t{day_text(issue.day)}")
    titles = [title for title in document.titles if clean(title)]
    listed = issue.contents and titles
    opened = listed or (document.blocks and document.blocks[0].kind in _SPACED)
    _add(made, Style.RED_RULE_ALONE if issue.corrects or not opened else Style.RED_RULE, "")
    if issue.corrects:
        _add_note(made, issue.corrects)
    if listed:
        _add(made, Style.SECTION, _label("contents"))
        for number, (title, page) in enumerate(zip(titles, pages, strict=False)):
            line = _add(made, Style.CONTENTS, f"{title}\t")
            add_field(line, f"PAGEREF item{number} \\h", str(page))


@dataclass(slots=True)
class _Body:
    """Adds the blocks of a document in their order."""

    made: Any
    typesetter: Typesetter
    day: dt.date
    turned: frozenset[int]
    """Numbers of the blocks that stand on turned pages."""
    titles: int = 0
    charts: int = 0

    def add(self, document: Document) -> None:
        """Every block, each in the style of its kind."""
        told = official(document.blocks)
        captions = figure_captions(document.blocks)
        for at in range(len(document.blocks)):
            turned = at in self.turned
            if turned != (at - 1 in self.turned):
                turn(self.made, turned=turned)
            self._block(document.blocks, at, told.get(at), names=at in captions)
            if at + 1 in told and told[at + 1].place in SIGNED:
                self.made.paragraphs[-1].paragraph_format.keep_with_next = True  # no page holds it alone

    def _block(self, blocks: Sequence[Block], at: int, told: Official | None, *, names: bool) -> None:
        """One block; ``names`` when it names a figure."""
        block = blocks[at]
        if block.kind == BlockKind.TABLE:
            self._table(block, HEIGHT if at in self.turned else WIDTH)
        elif block.kind == BlockKind.TITLE:
            before = blocks[at - 1] if at else None
            self._title(block.text, before, blocks[at + 1] if at + 1 < len(blocks) else None)
        elif block.kind == BlockKind.NOTE:
            _add_note(self.made, block.text)
        elif told is not None:
            self._official(block.text, told)
        elif names:
            _add(self.made, Style.FIGURE_CAPTION, block.text)
        else:
            labelled = {BlockKind.SOURCE: "source", BlockKind.SECTION: "section"}.get(block.kind)
            words = _label(labelled, **{labelled: block.text}) if labelled else block.text
            self._paragraph(_STYLES[block.kind], words, lead_of(block))

    def _paragraph(self, style: Style, words: str, lead: Lead | None) -> None:
        """A paragraph, the heading that it begins with in the face of that."""
        if lead is None:
            _add(self.made, style, words)
            return
        paragraph = styled(self.made.add_paragraph(), style)
        paragraph.add_run(clean(lead.words), style=LEAD_1 if lead.kind == BlockKind.HEADING_1 else LEAD_2)
        paragraph.add_run(clean(words[len(lead.words) :]))

    def _official(self, text: str, told: Official) -> None:
        """Whom it is sent to, what is attached, who signs: as far from the edge as on the printed page."""
        from docx.shared import Pt  # start-up time

        paragraph = _add(self.made, _OFFICIAL[told.place], text)
        if told.place in SIGNED:
            (line,) = official_lines(self.typesetter, text, told)
            paragraph.paragraph_format.right_indent = Pt(round(WIDTH - line.width, 1))

    def _table(self, block: Block, room: float) -> None:
        if add_chart(self.made, block, self.charts + 1, self.day):
            self.charts += 1
        else:
            add_table(self.made, block, self.typesetter, room)

    def _title(self, text: str, before: Block | None, after: Block | None) -> None:
        """A title broken where the printed page breaks it."""
        from docx.shared import Pt  # start-up time

        first = before is not None and before.kind == BlockKind.SECTION
        tabled = after is not None and after.kind == BlockKind.TABLE
        close = tabled or (after is not None and after.kind == BlockKind.SOURCE)
        styles = {
            (False, True): Style.TITLE,
            (True, True): Style.TITLE_FIRST,
            (False, False): Style.TITLE_ALONE,
            (True, False): Style.TITLE_FIRST_ALONE,
        }
        paragraph = styled(self.made.add_paragraph(), styles[first, close])
        if tabled:
            paragraph.paragraph_format.space_after = Pt(TABLE_GAP)
        cells = self.typesetter.cells(text, TITLE_STYLE)
        lines = [line.text for line in title_lines(cells, TITLE_ROOM)] if cells else []
        if not lines:
            return
        mark = child(paragraph._p, "bookmarkStart", id=self.titles, name=f"item{self.titles}")
        run = paragraph.add_run(clean(lines[0]))
        for line in lines[1:]:
            run.add_break()
            run.add_text(clean(line))
        child(paragraph._p, "bookmarkEnd", id=mark.get(_qn("id")))
        self.titles += 1


def _stands_alone(pages: Sequence[Page]) -> bool:
    """Whether the record block has a page of its own."""
    return all(isinstance(placed.piece, Record) for placed in pages[-1].placed)


def _record(made: Any, issue: Issue) -> None:
    lists = issue.distribution
    named = (("report", lists.report), ("send", lists.send), ("issue", lists.issue))
    rows = [_label(key) + names for key, names in named if names.strip()]
    for row in rows:
        _framed(made, row)
    printed = _label("printed", day=day_text(issue.day))
    last = _framed(made, f"{issue.imprint}\t{printed}")
    if lists.copies or issue.audit_anchor:
        last.runs[-1].add_break()
        last.add_run(clean(_label("anchor", anchor=issue.audit_anchor)) if issue.audit_anchor else "", SMALL)
        last.add_run("\t" + clean(_label("copies", copies=lists.copies)) if lists.copies else "")
    _add(made, Style.ANCHOR, "")  # a frame stands before a paragraph of the page


def _framed(made: Any, words: str) -> Any:
    """A paragraph of the record block; all of them are one frame at the foot of the page."""
    paragraph = _add(made, Style.RECORD, words)
    child(paragraph._p.get_or_add_pPr(), "framePr", **AT_THE_FOOT)
    return paragraph


def set_fonts(made: Any) -> None:
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


def describe(made: Any, title: str, author: str, moment: dt.datetime) -> None:
    """What the file says about itself; ``moment`` is the only one that it carries."""
    about = made.core_properties
    about.title = clean(title)
    about.author = about.last_modified_by = clean(author)
    about.created = about.modified = moment
    about.comments = about.keywords = ""
    about.revision = 1


def settled(saved: bytes, day: dt.date) -> bytes:
    """The same package with the day of issue as the date of every part, instead of the clock's."""
    settled = io.BytesIO()
    stamp = (max(day.year, 1980), day.month, day.day, 0, 0, 0)
    with zipfile.ZipFile(io.BytesIO(saved)) as old, zipfile.ZipFile(settled, "w") as new:
        for name in old.namelist():
            part = zipfile.ZipInfo(name, stamp)
            part.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(part, old.read(name))
    return settled.getvalue()


def _add_note(made: Any, text: str) -> None:
    label, colon, rest = text.partition("：")
    paragraph = styled(made.add_paragraph(), Style.NOTE)
    paragraph.add_run(clean(label + colon), style=NOTE_LABEL)
    paragraph.add_run(clean(rest))


def _add(made: Any, style: Style, words: str) -> Any:
    parts = [clean(part) for part in words.split("\t")]
    return styled(made.add_paragraph("\t".join(parts)), style)


def _label(key: str, **facts: object) -> str:
    return wording.text(f"print.{key}", "zh", **facts)


def _qn(name: str) -> str:
    from docx.oxml.ns import qn  # start-up time

    return str(qn(f"w:{name}"))
