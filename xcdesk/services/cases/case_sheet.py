"""One case on paper as the file has it: particulars, what it is about, answer, evidence, course.

Who complained stands in none of it: private details are looked at with a reason, and never printed.
"""

from collections.abc import Iterator, Sequence

from xcdesk import clock
from xcdesk.codes import CaseKind
from xcdesk.services.cases.papers import UNTOLD, act_cells, timeliness
from xcdesk.services.cases.rows import CaseDetail, EventRow
from xcdesk.services.cases.words import number
from xcdesk.services.office import office_settings
from xcdesk.services.office.printed import label
from xcdesk.services.roster.roster_prints import Printout
from xcdesk.texts.documents import Block, BlockKind, Document, plain_line

Row = tuple[str, ...]
_HEADS = {
    "fields": ("field", "value"),
    "files": ("number", "name", "added_by", "added_on"),
    "links": ("number", "day", "outlet", "title"),
    "course": ("day", "act", "state", "who", "words"),
}


def case_sheet(seen: CaseDetail) -> Printout:
    """Everything that a folder of papers would hold of one case, but for private details."""
    today = clock.today()
    files = [
        (str(at), file.label, file.added_by, f"{clock.local(file.added_at):%Y-%m-%d}")
        for at, file in enumerate(seen.files, 1)
    ]
    links = [
        (str(at), link.day.isoformat(), link.outlet, link.title) for at, link in enumerate(seen.links, 1)
    ]
    blocks = [
        *_table("fields", [(label(f"case_sheet.{name}"), told) for name, told in _fields(seen) if told]),
        *_text("content", _content(seen)),
        *_text("answer", seen.answer),
        *_text("reply", seen.reply),
        *_table("files", files),
        *_table("links", links),
        *_table("course", [_act(event) for event in seen.events if event.action not in UNTOLD]),
    ]
    day = label("print.day", year=today.year, month=today.month, day=today.day)
    subtitle = label("case_sheet.subtitle", number=number(seen.row, "zh"), day=day)
    issuer = office_settings.load().issuer
    return Printout(label("case_sheet.title"), subtitle, issuer, today, Document(tuple(blocks)))


def _fields(seen: CaseDetail) -> Iterator[tuple[str, str]]:
    row = seen.row
    yield "case", row.title
    yield "kind", label(f"case.kind.{row.kind.value}")
    yield "source", label(f"case.source.{row.source.value}")
    yield "state", label(f"case.state.{row.state.value}")
    yield "unit", row.unit
    yield "helpers", label("bulletin.separator").join(seen.helpers)
    yield "received", row.received_on.isoformat()
    yield "interviewed", row.interviewed_on.isoformat() if row.interviewed_on else ""
    yield "dispatched", row.dispatched_on.isoformat() if row.dispatched_on else ""
    yield "due", row.due.isoformat() if row.due else ""
    yield "original_due", row.original_due.isoformat() if row.original_due not in {None, row.due} else ""
    yield "receiver", row.receiver
    yield "closed", row.closed_on.isoformat() if row.closed_on else ""
    yield "timeliness", timeliness(row) if row.closed_on else ""
    yield "result", label(f"case.result.{row.result.value}") if row.result else ""
    yield "called_back", label(f"case.said.{row.called_back.value}") if row.called_back else ""


def _content(seen: CaseDetail) -> str:
    row = seen.row
    if row.kind != CaseKind.COMMITMENT:
        return seen.body
    promised = label("case_paper.day", day=row.promised_on) if row.promised_on else "—"
    return f"{label('case_paper.promise', promise=row.promise, day=promised)}\n{seen.body}"


def _act(event: EventRow) -> Row:
    return (*act_cells(event), event.words)


def _text(name: str, words: str) -> list[Block]:
    lines = [Block(BlockKind.PARAGRAPH, line) for line in filter(None, map(plain_line, words.split("\n")))]
    return [Block(BlockKind.CAPTION, label(f"case_sheet.part_{name}")), *lines] if lines else []


def _table(name: str, rows: Sequence[Row]) -> list[Block]:
    if not rows:
        return []
    head = tuple(label(f"case_sheet.head_{column}") for column in _HEADS[name])
    caption = Block(BlockKind.CAPTION, label(f"case_sheet.part_{name}"))
    return [caption, Block(BlockKind.TABLE, rows=(head, *rows))]
