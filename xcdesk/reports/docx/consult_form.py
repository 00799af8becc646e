"""A consulting form (征求意见单) as a Word file that is filled in outside and read when it comes back."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from xcdesk import wording
from xcdesk.reports.docx.issue import describe, set_fonts, settled
from xcdesk.reports.docx.sections import first_section
from xcdesk.reports.docx.styles import TABLE, Style, add_styles
from xcdesk.reports.docx.tables import fixed
from xcdesk.reports.docx.xml import EMU, child, styled
from xcdesk.reports.pdf.measures import WIDTH
from xcdesk.reports.pdf.typeset import clean
from xcdesk.services.approvals.consult_forms import FormRow

_PARTICULARS = (0.2, 0.8)
_LINES = (0.08, 0.56, 0.36)
_RED, _MASTHEAD = "#000000", 58


@dataclass(frozen=True, slots=True)
class FormSheet:
    """What is printed: the form, the title and kind of its text, and who sends it."""

    form: FormRow
    title: str
    kind: str
    issuer: str


def write_form(sheet: FormSheet) -> bytes:
    """The file; the same form gives the same bytes, whenever it is written."""
    import docx  # start-up time

    made = docx.Document()
    add_styles(made, _RED, _MASTHEAD)
    set_fonts(made)
    first_section(made)
    form = sheet.form
    describe(made, f"{_label('title')}{_name(form)}", sheet.issuer, form.made_at)
    styled(made.add_paragraph(_label("title")), Style.TITLE_FIRST)
    styled(made.add_paragraph(_name(form)), Style.NUMBER)
    _table(made, _PARTICULARS, list(_particulars(sheet)))
    styled(made.add_paragraph(_label("how")), Style.RULE)
    rows = [(str(line.number), line.words, "") for line in form.lines]
    heads = tuple(_label(f"head_{name}") for name in ("number", "text", "opinion"))
    _table(made, _LINES, [heads, *rows], head=True)
    styled(made.add_paragraph(_label("below")), Style.RULE)
    _table(made, _PARTICULARS, [(_label("whole"), "\n"), (_label("respondent"), ""), (_label("signed"), "")])
    saved = io.BytesIO()
    made.save(saved)
    return settled(saved.getvalue(), form.made_at.date())


def _particulars(sheet: FormSheet) -> Sequence[tuple[str, str]]:
    form = sheet.form
    about = _label("about", title=sheet.title, kind=sheet.kind, revision=form.revision)
    rows = [(_label("text"), about), (_label("receiver"), form.receiver)]
    if form.question:
        rows.append((_label("question"), form.question))
    if form.due is not None:
        day = _label("day", year=form.due.year, month=form.due.month, day=form.due.day)
        rows.append((_label("due"), day))
    return [*rows, (_label("sender"), f"{sheet.issuer}　{form.made_by}".strip())]


def _table(made: Any, shares: Sequence[float], rows: Sequence[Sequence[str]], *, head: bool = False) -> None:
    widths = [WIDTH * share for share in shares]
    table = fixed(made, widths, TABLE, len(rows))
    for at, (row, words) in enumerate(zip(table.rows, rows, strict=True)):
        if head and at == 0:
            child(row._tr.get_or_add_trPr(), "tblHeader")
        for column, (cell, each) in enumerate(zip(row.cells, words, strict=True)):
            cell.width = round(widths[column] * EMU)
            named = at == 0 if head else column == 0
            name = Style.HEAD_CELL_5 if named else Style.TEXT_CELL_5
            for part, line in enumerate(each.split("\n")):
                paragraph = cell.paragraphs[0] if part == 0 else cell.add_paragraph()
                styled(paragraph, name).add_run(clean(line))


def _name(form: FormRow) -> str:
    return wording.text("consult_form.number", "zh", year=form.year, number=form.number)


def _label(key: str, **facts: object) -> str:
    return wording.text(f"consult_form.{key}", "zh", **facts)
