"""Console commands for what is asked outside of the office, and for the trace copy of a text."""

import argparse
from pathlib import Path

from xcdesk import consulting, issued
from xcdesk.cli.frame import Answer, Command, Desk, day, number
from xcdesk.cli.material import material_id
from xcdesk.files import write_file
from xcdesk.services import approvals
from xcdesk.services.approvals import consult_forms
from xcdesk.services.approvals.consult_forms import FormRow, NewForm
from xcdesk.services.approvals.trace import Span
from xcdesk.wording import text


def _form(desk: Desk) -> Answer:
    words = desk.words
    new = NewForm(words.to, words.question, words.due)
    row = consulting.send(desk.actor(), words.id, new, words.docx)
    return Answer({**_told(row), "file": str(words.docx)}, (_line(row), str(words.docx)))


def _forms(desk: Desk) -> Answer:
    rows = consult_forms.forms(approvals.row(desk.words.id).id)
    return Answer({"forms": [_told(row) for row in rows]}, [_line(row) for row in rows])


def _reply(desk: Desk) -> Answer:
    words = desk.words
    found = consulting.read(words.file)
    lines = [f"{each.number}\t{each.quote}\t{consult_forms.words_of(each)}" for each in found.found]
    told = [
        {"line": each.number, "passage": each.quote, "proposal": each.proposal, "remark": each.remark}
        for each in found.found
    ]
    if words.dry_run:
        return Answer({**_told(found.form), "found": told}, lines)
    consult_forms.take_in(desk.actor(), found.form, found.reply, on=words.on)
    row = consult_forms.form(found.form.id)
    return Answer({**_told(row), "found": told}, (_line(row), *lines))


def _trace(desk: Desk) -> Answer:
    words = desk.words
    span = None
    if words.older is not None or words.newer is not None:
        now = approvals.row(words.id).revision
        span = Span(words.older or 1, words.newer or now)
    write_file(words.pdf, issued.trace_pages(approvals.row(words.id).id, span))
    return Answer({"id": words.id, "file": str(words.pdf)}, (str(words.pdf),))


def _told(row: FormRow) -> dict[str, object]:
    return {
        "form": row.id,
        "id": row.material,
        "year": row.year,
        "number": row.number,
        "revision": row.revision,
        "to": row.receiver,
        "question": row.question,
        "due": row.due,
        "answered": row.replied_on,
        "respondent": row.respondent,
        "reply": row.reply,
    }


def _line(row: FormRow) -> str:
    name = text("consult_form.name", year=row.year, number=row.number)
    state = text("consult_form.answered" if row.answered else "consult_form.awaited")
    return text("consult_form.line", name=name, receiver=row.receiver, state=state, due=row.due or "")


def _form_options(parser: argparse.ArgumentParser) -> None:
    material_id(parser)
    parser.add_argument("--to", required=True, metavar="WHO", help="who is asked")
    parser.add_argument("--question", default="")
    parser.add_argument("--due", type=day, help="day by which an answer is hoped for")
    parser.add_argument("--docx", type=Path, required=True, metavar="FILE")


def _reply_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="the form as it came back (.docx)")
    parser.add_argument("--on", type=day, help="day of the answer; otherwise today")
    parser.add_argument("--dry-run", action="store_true", help="show what it says and write nothing")


def _trace_options(parser: argparse.ArgumentParser) -> None:
    material_id(parser)
    parser.add_argument("--older", type=number, metavar="REVISION")
    parser.add_argument("--newer", type=number, metavar="REVISION")
    parser.add_argument("--pdf", type=Path, required=True, metavar="FILE")


COMMANDS = (
    Command("material form", "Write a numbered form that asks somebody outside.", _form, _form_options),
    Command("material forms", "What was asked outside, and what came back.", _forms, material_id),
    Command("material form-reply", "Take in a form that came back.", _reply, _reply_options),
    Command("material trace", "Write the trace copy: every change marked.", _trace, _trace_options),
)
