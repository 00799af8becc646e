"""Console commands of follow-up: register, list, show, log, similar, wall, ledger, rules."""

import argparse
import datetime as dt
import json
import sys
from dataclasses import asdict, fields, replace
from pathlib import Path
from typing import Any

from xcdesk import clock
from xcdesk.cli.frame import Answer, Command, Desk, day, month, number
from xcdesk.codes import CaseKind, CaseSource, CaseState
from xcdesk.errors import DeskError
from xcdesk.services import cases
from xcdesk.services.cases import CaseChange, CaseFilter, CaseOrder, CaseRow, Light, NewCase, Petitioner
from xcdesk.services.cases.ledger import LedgerRow, Rate
from xcdesk.services.cases.wall import WallRow
from xcdesk.services.office import counting_rules
from xcdesk.services.office.counting_rules import CountingRule
from xcdesk.services.roster import lexicon
from xcdesk.services.targets import interviews
from xcdesk.wording import text

_LINES = ("name", "phone", "address", "id_number", "note")


class BadPrivateError(DeskError):
    """The file with private details holds something else; fact ``file``."""

    code = "case.bad_private"


def payload(row: CaseRow) -> dict[str, Any]:
    """A case as JSON; of who complained it says only whether details are kept."""
    told = asdict(row)
    told["number"] = cases.number(row)
    told["serial"] = row.number
    told["light"], told["private"] = row.light.value, row.private.value
    return told


def line(row: CaseRow) -> str:
    """A case in a line, with the shape and the word of its light."""
    due = f" {row.due}" if row.due else ""
    light = f"{row.light.shape}{text(row.light.label.key)}"
    state = cases.state_label(row.state)
    return text(
        "case.line",
        id=row.id,
        number=cases.number(row),
        state=state,
        light=light,
        due=due,
        unit=row.unit,
        title=row.title,
    )


def answer(row: CaseRow) -> Answer:
    """What every act on a case answers."""
    return Answer(payload(row), (line(row),))


def case_id(parser: argparse.ArgumentParser) -> None:
    """Takes the number of a case's row."""
    parser.add_argument("id", type=number, metavar="ID")


def _new_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--kind", required=True, help="finding, complaint or commitment")
    parser.add_argument("--unit", required=True, help="unit of the roster whose work it is about")
    _told(parser, required=True)
    parser.add_argument("--private", metavar="FILE", help="JSON with name, phone, …; - for standard input")
    parser.add_argument("--interviewed", type=day, metavar="D")


def _told(parser: argparse.ArgumentParser, *, required: bool) -> None:
    parser.add_argument("--title", required=required)
    parser.add_argument("--text", help="what it is about, without names of private persons")
    parser.add_argument("--source", choices=[each.value for each in CaseSource])
    parser.add_argument("--received", type=day, metavar="D")
    parser.add_argument("--promise", help="of a commitment, word for word")
    parser.add_argument("--promised", type=day, metavar="D", help="day until which it was promised")
    parser.add_argument("--important", action="store_true", default=None, help="a leader dispatches it")


def _new(desk: Desk) -> Answer:
    words = desk.words
    kind = cases.kind_of(words.kind)
    new = NewCase(
        kind,
        words.title,
        words.unit,
        CaseSource(words.source) if words.source else None,
        words.text or "",
        important=bool(words.important),
        received_on=words.received,
        petitioner=petitioner(words.private),
        promise=words.promise or "",
        promised_on=words.promised,
        interviewed_on=words.interviewed,
    )
    actor = desk.actor()
    near = cases.similar(new.title, new.body, new.unit)
    made = answer(cases.register(actor, new))
    found = [{"id": one.row.id, "number": cases.number(one.row), "score": one.score} for one in near]
    return Answer({**made.payload, "similar": found}, (*made.lines, *map(_near, near)))  # type: ignore[dict-item]


def _near(one: cases.SimilarCase) -> str:
    row = one.row
    state, shown = cases.state_label(row.state), cases.number(row)
    return text("case.similar_line", number=shown, state=state, unit=row.unit, title=row.title)


def petitioner(path: str | None) -> Petitioner:
    """Private details from a file: the command line is read by every program of the machine."""
    if path is None:
        return Petitioner()
    try:
        raw = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
        found = json.loads(raw.decode("utf-8-sig"))
        return Petitioner(**{name: str(value) for name, value in found.items()})
    except (OSError, ValueError, AttributeError, TypeError):
        raise BadPrivateError(file=path) from None


def _change_options(parser: argparse.ArgumentParser) -> None:
    case_id(parser)
    parser.add_argument("--unit")
    _told(parser, required=False)


def _change(desk: Desk) -> Answer:
    words = desk.words
    wanted = CaseChange(
        title=words.title,
        unit=words.unit,
        source=CaseSource(words.source) if words.source else None,
        body=words.text,
        important=words.important,
        received_on=words.received,
        promise=words.promise,
        promised_on=words.promised,
    )
    return answer(cases.change(desk.actor(), words.id, wanted))


def _list_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--kind", action="append", choices=[each.value for each in CaseKind], default=[])
    parser.add_argument("--state", action="append", choices=[each.value for each in CaseState], default=[])
    parser.add_argument("--light", action="append", choices=[each.value for each in Light], default=[])
    parser.add_argument("--unit", default="")
    parser.add_argument("--open", action="store_true", help="only those that are not over")
    parser.add_argument("--for-head", action="store_true", help="only those that wait for a leader")
    parser.add_argument("--from", dest="since", type=day, metavar="D", help="first day of receipt")
    parser.add_argument("--to", dest="until", type=day, metavar="D")
    parser.add_argument("--search", default="", metavar="TEXT")
    parser.add_argument("--order", choices=[each.value for each in CaseOrder], default=CaseOrder.DUE.value)
    parser.add_argument("--limit", type=number, default=200, metavar="N")


def _list(desk: Desk) -> Answer:
    words = desk.words
    wanted = CaseFilter(
        kinds=tuple(map(CaseKind, words.kind)),
        states=tuple(map(CaseState, words.state)),
        lights=tuple(map(Light, words.light)),
        unit=cases.subject(words.unit, lexicon.load()) if words.unit else None,
        open=words.open,
        search=words.search,
        since=words.since,
        until=words.until,
        waiting_for_head=words.for_head,
    )
    rows = cases.page(wanted, CaseOrder(words.order), limit=words.limit)
    return Answer({"total": cases.count(wanted), "rows": [payload(row) for row in rows]}, [*map(line, rows)])


def _show(desk: Desk) -> Answer:
    """Everything about a case, and each act with the reason why this person cannot do it now."""
    found = cases.detail(desk.actor(), desk.words.id)
    acts = [{"action": one.action, "code": one.refusal and one.refusal.code} for one in found.actions]
    told = payload(found.row) | {
        "text": found.body,
        "answer": found.answer,
        "reply": found.reply,
        "helpers": found.helpers,
        "files": [asdict(file) for file in found.files],
        "links": [asdict(link) for link in found.links],
        "merged": found.merged,
        "actions": acts,
    }
    return Answer(told, (line(found.row), *(part for part in (found.body, found.answer) if part)))


def _log(desk: Desk) -> Answer:
    events = cases.log(desk.words.id)
    lines = [
        text(
            "case.log_line",
            at=f"{clock.local(event.at):%Y-%m-%d %H:%M}",
            who=event.who,
            action=cases.action_label(event.action),
            state=cases.state_label(event.to_state),
            words=" ".join(filter(None, (event.concerning, event.words))),
        )
        for event in events
    ]
    told = [
        {"at": event.at, "from": event.from_state, "to": event.to_state, "who": event.who}
        | {name: value for name, value in asdict(event).items() if name not in {"from_state", "to_state"}}
        for event in events
    ]
    return Answer({"events": told}, lines)


def _wall(_desk: Desk) -> Answer:
    found = interviews.wall()
    told = {"total": found.total, "units": found.units, "interviewed": found.interviewed, "kept": found.kept}
    rows = [_wall_row(one) for one in found.rows]
    total = text("case.wall_total", interviewed=found.interviewed, total=found.total, kept=found.kept)
    return Answer({**told, "rows": rows, "without": found.without}, (*map(_wall_line, found.rows), total))


def _wall_row(one: WallRow) -> dict[str, Any]:
    broadcast = asdict(one.broadcast) if one.broadcast else None
    return payload(one.row) | {"broadcast": broadcast, "evidence": one.evidence}


def _wall_line(one: WallRow) -> str:
    row, link = one.row, one.broadcast
    return text(
        "case.wall_line",
        unit=row.unit,
        promise=row.promise,
        interview=row.interviewed_on or "—",
        link=f"{link.outlet} {link.day}" if link else "—",
        due=f"{row.light.shape}{row.due or row.promised_on or ''}",
        evidence=one.evidence,
        result=text(f"case.result.{row.result.value}") if row.result else "",
    )


def _ledger_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--month", type=month, metavar="YYYY-MM", help="of which month; or --from and --to")
    parser.add_argument("--from", dest="since", type=day, metavar="D")
    parser.add_argument("--to", dest="until", type=day, metavar="D")
    parser.add_argument("--kind", action="append", choices=[each.value for each in CaseKind], default=[])


def _ledger(desk: Desk) -> Answer:
    words = desk.words
    first, last = clock.month_of(words.month or clock.today())
    found = cases.ledger(words.since or first, words.until or last, tuple(map(CaseKind, words.kind)))
    rule = counting_rules.words(CountingRule.LEDGER, None)
    told = {"from": found.since, "to": found.until, "rule": rule}
    rows = [_ledger_row(row) for row in found.rows]
    lines = (*map(_ledger_line, found.rows), _ledger_line(found.total), rule)
    return Answer({**told, "rows": rows, "total": _ledger_row(found.total)}, lines)


def _ledger_row(row: LedgerRow) -> dict[str, Any]:
    told = {field.name: getattr(row, field.name) for field in fields(row)}
    return {name: _share(one) if isinstance(one, Rate) else one for name, one in told.items()}


def _share(rate: Rate) -> dict[str, Any]:
    return {"part": rate.part, "whole": rate.whole, "percent": rate.percent}


def _ledger_line(row: LedgerRow) -> str:
    return text(
        "case.ledger_line",
        unit=row.unit or text("case.ledger_all"),
        dispatched=row.dispatched,
        accepted=row.accepted,
        closed=row.closed,
        overdue=row.overdue,
        on_time=_rate(row.on_time),
        extended=_rate(row.extended),
        returned=_rate(row.returned),
        reopened=_rate(row.reopened),
        satisfied=_rate(row.satisfied),
    )


def _rate(rate: Rate) -> str:
    return "—" if rate.percent is None else f"{rate.part}/{rate.whole} {rate.percent}%"


def _rules_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--set", action="append", default=[], metavar="NAME=DAYS", type=_setting)


def _setting(written: str) -> tuple[str, int]:
    name, _, value = written.partition("=")
    if name not in asdict(cases.CaseRules()):
        raise ValueError(written)
    return name, int(value)


def _rules(desk: Desk) -> Answer:
    rules = cases.load_rules()
    if desk.words.set:
        rules = cases.save_rules(desk.actor(), replace(rules, **dict(desk.words.set)), rules)
    told = asdict(rules)
    lines = [text("case.rule_line", name=text(f"field.{name}"), value=told[name]) for name in told]
    return Answer(told, lines)


def _red_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--on", type=day, metavar="D", help="seen from this day; today if not given")


def _red(desk: Desk) -> Answer:
    on: dt.date = desk.words.on or clock.today()
    rows = cases.turning_red(on)
    return Answer({"on": on, "rows": [payload(row) for row in rows]}, [*map(line, rows)])


COMMANDS = (
    Command("case new", "Register a case; similar ones are named.", _new, _new_options),
    Command("case register", "The same as new.", _new, _new_options),
    Command("case edit", "Change a case before it is dispatched.", _change, _change_options),
    Command("case list", "Cases, filtered.", _list, _list_options),
    Command("case show", "Everything about one case.", _show, case_id),
    Command("case log", "Everything that happened to it.", _log, case_id),
    Command("case wall", "Commitments of all units, n / 95.", _wall),
    Command("case ledger", "What departments were given and what came of it.", _ledger, _ledger_options),
    Command("case red", "Cases that turn red today or tomorrow.", _red, _red_options),
    Command("case rules", "Deadlines and thresholds, and changing them.", _rules, _rules_options),
)
