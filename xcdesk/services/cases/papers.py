"""Paper of follow-up as text without its look: dispatch slip, graded notices, closing slip, ledger."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from xcdesk import clock
from xcdesk.codes import CaseKind, CaseSheet, CaseState, NoticeLevel
from xcdesk.services.cases import case_rules
from xcdesk.services.cases.ledger import Ledger, LedgerRow, Rate
from xcdesk.services.cases.rows import Action, CaseDetail, CaseRow, EventRow
from xcdesk.services.cases.words import number
from xcdesk.services.office import counting_rules, workdays
from xcdesk.services.office.counting_rules import CountingRule
from xcdesk.services.office.printed import label
from xcdesk.texts.documents import Block, BlockKind, Document, plain_line

Cells = tuple[str, ...]
_DUE_SET = frozenset((Action.DISPATCH, Action.EXTEND, Action.TRANSFER, Action.REOPEN))
UNTOLD = frozenset((Action.UNMASK, Action.AMEND, Action.FORGET, Action.ERASE, Action.EDIT))
"""Acts that are the office's own business: they stand on the screen and in the record, not on paper."""


@dataclass(frozen=True, slots=True)
class CasePaper:
    """One sheet.

    Attributes:
        masthead: its name, in large letters on top.
        number: within ``year`` and its kind of sheet; None while it is a draft.
        day: printed beside the issuer.
        document: what stands on it.
        file: name of its file, without the ending.
        level: of a notice, whose head has that colour.
        mark: what it bears instead of a number.
    """

    masthead: str
    number: int | None
    year: int
    day: dt.date
    document: Document
    file: str
    level: NoticeLevel | None = None
    mark: str = ""


def sheet(seen: CaseDetail, event: EventRow) -> CasePaper:
    """The sheet that belongs to an act; one of `sheets`."""
    makers = {CaseSheet.DISPATCH: _dispatch, CaseSheet.NOTICE: _notice, CaseSheet.CLOSING: _closing}
    if event.sheet is None or event.sheet_year is None:
        raise ValueError("no sheet belongs to this act")
    level = NoticeLevel(event.detail) if event.sheet == CaseSheet.NOTICE else None
    name = label(f"case.level.{level}" if level else f"case_paper.{event.sheet}")
    file = label("case_paper.file", name=name, year=event.sheet_year, number=event.sheet_number)
    blocks = (Block(BlockKind.TITLE, seen.row.title), *makers[event.sheet](seen, event))
    return CasePaper(
        name,
        event.sheet_number,
        event.sheet_year,
        _day(event),
        Document(blocks),
        f"{file}{seen.row.title}",
        level,
    )


def sheets(seen: CaseDetail) -> tuple[EventRow, ...]:
    """Acts of a case to which a sheet belongs, the latest first."""
    return tuple(event for event in reversed(seen.events) if event.sheet is not None)


def ledger_paper(found: Ledger) -> CasePaper:
    """The ledger of a month, numbered by its month, and marked while that is not over."""
    kinds = [label(f"case.kind.{kind.value}") for kind in found.kinds or tuple(CaseKind)]
    title = label("case_paper.ledger_title", year=found.since.year, month=found.since.month)
    head = tuple(label(f"case_paper.ledger.{name}") for name in _LEDGER)
    rows = [_ledger_cells(row, row.unit) for row in found.rows]
    if rows:
        rows.append(_ledger_cells(found.total, label("case_paper.ledger.total")))
    said = label("case_paper.ledger_span", since=found.since, until=found.until, kinds="、".join(kinds))
    blocks = [Block(BlockKind.TITLE, title), Block(BlockKind.PARAGRAPH, said)]
    if rows:
        blocks.append(Block(BlockKind.TABLE, rows=(head, *rows)))
    else:
        blocks.append(Block(BlockKind.PARAGRAPH, label("case_paper.ledger_nothing")))
    blocks.append(Block(BlockKind.RULE, counting_rules.words(CountingRule.LEDGER)))
    today = clock.today()
    over = today > found.until
    return CasePaper(
        label("case_paper.ledger_name"),
        found.since.month if over else None,
        found.since.year,
        min(today, found.until + dt.timedelta(days=1)),
        Document(tuple(blocks)),
        title,
        mark="" if over else label("case_paper.ledger_running"),
    )


_LEDGER = (
    "unit", "dispatched", "accepted", "closed", "open", "overdue", "on_time", "extended", "returned",
    "reopened", "satisfied",
)  # fmt: skip


def _ledger_cells(row: LedgerRow, name: str) -> Cells:
    counts = (row.dispatched, row.accepted, row.closed, row.open, row.overdue)
    rates = (row.on_time, row.extended, row.returned, row.reopened, row.satisfied)
    return (name, *map(str, counts), *map(_percent, rates))


def _percent(rate: Rate) -> str:
    return "—" if rate.percent is None else f"{rate.percent:g}%"


def _dispatch(seen: CaseDetail, event: EventRow) -> Iterator[Block]:
    row, unit = seen.row, _unit_at(seen, event)
    due = label("case_paper.day", day=event.day) if event.day else "—"
    helpers = event.concerning if event.action == Action.DISPATCH else ""
    yield _paired(
        *_what(row),
        ("unit", unit),
        ("helpers", helpers or "—"),
        ("dispatched", label("case_paper.day", day=_day(event))),
        ("due", due),
    )
    yield _heading("content")
    yield from _content(seen)
    yield _heading("asked")
    yield Block(BlockKind.PARAGRAPH, label("case_paper.asked_answer", due=due))
    yield Block(BlockKind.PARAGRAPH, label("case_paper.asked_return", days=case_rules.load().return_days))
    if row.kind == CaseKind.COMPLAINT:
        yield Block(BlockKind.PARAGRAPH, label("case_paper.asked_private"))
    yield Block(BlockKind.CAPTION, label("case_paper.receipt"))
    heads = tuple(label(f"case_paper.receipt_{name}") for name in ("who", "post", "phone", "day"))
    yield Block(BlockKind.TABLE, rows=(heads, ("　",) * len(heads)))


def _notice(seen: CaseDetail, event: EventRow) -> Iterator[Block]:
    due, day = _due_at(seen, event), _day(event)
    before = [each for each in seen.events if each.id < event.id]
    chased = sum(each.action == Action.CHASE for each in before)
    notices = [each for each in before if each.sheet == CaseSheet.NOTICE]
    yield _paired(
        *_what(seen.row),
        ("unit", _unit_at(seen, event)),
        ("dispatched", _spelt(seen.row.dispatched_on)),
        ("due", _spelt(due)),
        ("standing", _standing(due, day)),
        ("chased", label("case_paper.times", count=chased)),
        ("noticed", "、".join(map(_cited, notices)) or "—"),
    )
    yield _heading("why")
    yield from _paragraphs(event.words)
    yield _heading("asked")
    level = NoticeLevel(event.detail)
    yield Block(BlockKind.PARAGRAPH, label(f"case_paper.notice_{level.value}", due=_spelt(due)))


def _closing(seen: CaseDetail, event: EventRow) -> Iterator[Block]:
    row = seen.row
    until = [each for each in seen.events if each.id <= event.id]
    yield _particulars(
        *_what(row),
        ("unit", _unit_at(seen, event)),
        ("dispatched", _spelt(row.dispatched_on)),
        ("original_due", _spelt(row.original_due)),
        ("due", _spelt(_due_at(seen, event))),
        ("closed", label("case_paper.day", day=_day(event))),
        ("timeliness", timeliness(row)),
        ("counts", _counts(until)),
        ("result", _last(until, Action.ANSWER, "case.result") or _result(row)),
        ("said", _last(until, Action.CALL_BACK, "case.said") or "—"),
    )
    answers = [each for each in until if each.action == Action.ANSWER]
    if answers:
        yield _heading("answer")
        yield from _paragraphs(answers[-1].words)
    yield _heading("course" if answers else "course_only")
    heads = tuple(label(f"case_paper.course_{name}") for name in ("day", "act", "state", "who"))
    told = [act_cells(each) for each in until if each.action not in UNTOLD]
    yield Block(BlockKind.TABLE, rows=(heads, *told))


def _what(row: CaseRow) -> Iterator[tuple[str, str]]:
    kind, source = label(f"case.kind.{row.kind.value}"), label(f"case.source.{row.source.value}")
    yield "number", number(row, "zh")
    yield "kind", f"{kind}（{source}）"


def _particulars(*fields: tuple[str, str]) -> Block:
    head = (label("case_paper.field"), label("case_paper.value"))
    return Block(
        BlockKind.TABLE, rows=(head, *((label(f"case_paper.field_{name}"), told) for name, told in fields))
    )


def _paired(*fields: tuple[str, str]) -> Block:
    """Particulars two in a row, so that a slip with a few lines to say takes one page."""
    cells = [(label(f"case_paper.field_{name}"), told) for name, told in fields]
    if len(cells) % 2:
        cells.append(("", ""))
    head = (label("case_paper.field"), label("case_paper.value")) * 2
    rows = [(*first, *second) for first, second in zip(cells[::2], cells[1::2], strict=True)]
    return Block(BlockKind.TABLE, rows=(head, *rows))


def _heading(name: str) -> Block:
    return Block(BlockKind.HEADING_1, label(f"case_paper.head_{name}"))


def _content(seen: CaseDetail) -> Iterator[Block]:
    row = seen.row
    if row.kind == CaseKind.COMMITMENT:
        told = label("case_paper.promise", promise=row.promise, day=_spelt(row.promised_on))
        yield from _paragraphs(told)
    yield from _paragraphs(seen.body or ("" if row.kind == CaseKind.COMMITMENT else row.title))


def _paragraphs(words: str) -> Iterator[Block]:
    for line in filter(None, map(plain_line, words.split("\n"))):
        yield Block(BlockKind.PARAGRAPH, line)


def _day(event: EventRow) -> dt.date:
    return clock.local(event.at).date()


def _spelt(day: dt.date | None) -> str:
    return "—" if day is None else label("case_paper.day", day=day)


def _unit_at(seen: CaseDetail, event: EventRow) -> str:
    """The unit that led at an act: what a later transfer tells of the one before it."""
    later = [each for each in seen.events if each.id > event.id and each.action == Action.TRANSFER]
    return later[0].concerning.split(" → ")[0] if later else seen.row.unit


def _due_at(seen: CaseDetail, event: EventRow) -> dt.date | None:
    """The day due as it was at an act."""
    due = None
    for each in seen.events:
        again = each.action == Action.CALL_BACK and each.to_state == CaseState.REOPENED
        if each.id <= event.id and each.day is not None and (each.action in _DUE_SET or again):
            due = each.day
    return due


def _standing(due: dt.date | None, day: dt.date) -> str:
    if due is None:
        return "—"
    days = workdays.load()
    if day > due:
        return label("case_paper.late", count=max(1, days.passed(due, day)))
    return label("case_paper.left", count=days.left(day, due))


def timeliness(row: CaseRow) -> str:
    """Whether a case was closed in time, in words."""
    if row.timely is None:
        return label("case.light.off")
    if row.timely:
        return label("case.light.in_time")
    return label("case_paper.closed_late", count=row.late_days)


def _counts(events: Sequence[EventRow]) -> str:
    acts = [event.action for event in events]
    again = acts.count(Action.SEND_BACK) + acts.count(Action.REOPEN)
    again += sum(
        event.action == Action.CALL_BACK and event.to_state == CaseState.REOPENED for event in events
    )
    return label(
        "case_paper.counts",
        extended=acts.count(Action.EXTEND),
        returned=acts.count(Action.RETURN),
        chased=acts.count(Action.CHASE),
        again=again,
    )


def _last(events: Sequence[EventRow], action: Action, words: str) -> str:
    found = [event.detail for event in events if event.action == action and event.detail]
    return label(f"{words}.{found[-1]}") if found else ""


def _result(row: CaseRow) -> str:
    return label(f"case.result.{row.result.value}") if row.result else "—"


def _cited(event: EventRow) -> str:
    name = label(f"case.level.{event.detail}")
    return label("case_paper.cited", name=name, year=event.sheet_year, number=event.sheet_number)


def act_cells(event: EventRow) -> Cells:
    """Day, act, state after it, and who did it in which post."""
    act = label(f"case.action.{event.action}")
    who = f"{event.post}　{event.who}" if event.post else event.who
    return (
        label("case_paper.day", day=_day(event)),
        act,
        label(f"case.state.{event.to_state.value}"),
        who,
    )
