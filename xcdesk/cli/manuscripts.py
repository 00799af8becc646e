"""Console commands on units' manuscripts: what was sent, what came of it, the rate of use."""

import argparse
from pathlib import Path
from typing import Any

from xcdesk.cli import tracking
from xcdesk.cli.frame import Answer, Command, Desk, day, number
from xcdesk.importers import manuscript_rows
from xcdesk.services.counts import use_rates
from xcdesk.services.counts.use_rates import UseRate
from xcdesk.services.office import counting_rules
from xcdesk.services.office.counting_rules import CountingRule
from xcdesk.services.trackers import likely_uses, manuscript_changes, manuscripts, tracker_prints
from xcdesk.services.trackers.manuscript_changes import NewManuscript, Pair
from xcdesk.services.trackers.manuscripts import ManuscriptFilter, ManuscriptRow, UseRow
from xcdesk.wording import text


def _add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--unit", required=True, metavar="U", help="name or spelling of the unit")
    parser.add_argument("--date", type=day, required=True, metavar="D", help="day on which it was sent")
    parser.add_argument("--title", required=True)
    parser.add_argument(
        "--outlet", dest="outlets", action="append", required=True, metavar="O", help="outlet it was sent to"
    )
    parser.add_argument("--note", default="")


def _add(desk: Desk) -> Answer:
    words = desk.words
    outlets = tuple(tracking.outlet_id(name) for name in words.outlets)
    new = NewManuscript(tracking.unit_id(words.unit), words.date, words.title, outlets, words.note)
    return _told(manuscript_changes.add_manuscript(desk.actor(), new))


def _paste_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file", type=Path, metavar="FILE", help="rows with tabs between, as Excel copies them"
    )
    parser.add_argument("--dry-run", action="store_true", help="tell what would be entered, write nothing")


def _paste(desk: Desk) -> Answer:
    rows = manuscript_rows.read(desk.words.file.read_text(encoding="utf-8-sig"))
    new = [row.new for row in rows if row.new is not None and row.enters]
    made = () if desk.words.dry_run else manuscript_changes.add_many(desk.actor(), new)
    left = [{"row": row.number, "why": row.why()} for row in rows if not row.enters]
    payload = {"entering": len(new), "ids": list(made), "left_out": left}
    return Answer(payload, [str(len(new)), *(f"{each['row']}  {each['why']}" for each in left)])


def _id(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", type=number, metavar="ID")


def _remove(desk: Desk) -> Answer:
    row = manuscripts.manuscript(desk.words.id)
    manuscript_changes.remove_manuscript(desk.actor(), row.id, row.version)
    return Answer({"id": row.id}, (row.title,))


def _list_options(parser: argparse.ArgumentParser) -> None:
    tracking.span_options(parser)
    tracking.file_options(parser)
    parser.add_argument("--unit", default="", metavar="U", help="only this unit")
    state = parser.add_mutually_exclusive_group()
    state.add_argument("--used", dest="used", action="store_true", default=None, help="only used ones")
    state.add_argument("--unused", dest="used", action="store_false", help="only those not used")


def _list(desk: Desk) -> Answer:
    since, until = tracking.span(desk)
    unit = tracking.unit_id(desk.words.unit) if desk.words.unit else None
    found = manuscripts.manuscripts(ManuscriptFilter(since, until, unit, desk.words.used))
    payload: dict[str, Any] = {"manuscripts": [_row(row) for row in found]}
    if desk.words.pdf or desk.words.xlsx:
        payload |= tracking.written(desk, tracker_prints.use_sheet(since, until))
    return Answer(payload, [_line(row) for row in found])


def _likely(desk: Desk) -> Answer:
    row = manuscripts.manuscript(desk.words.id)
    found = likely_uses.likely(row.id)
    payload = {"likely": [{**_use(one.use), "score": one.score} for one in found]}
    lines = [f"{one.score:5.1f}  {one.use.item_id}  {one.use.outlet}  {one.use.title}" for one in found]
    return Answer(payload, lines)


def _pair_options(parser: argparse.ArgumentParser) -> None:
    _id(parser)
    parser.add_argument("--item", type=number, required=True, metavar="ID", help="report of the coverage log")


def _pair(desk: Desk) -> Pair:
    return desk.words.id, desk.words.item


def _use_it(desk: Desk) -> Answer:
    manuscript_changes.confirm(desk.actor(), [_pair(desk)])
    return _told(desk.words.id)


def _unuse(desk: Desk) -> Answer:
    manuscript_changes.take_back(desk.actor(), [_pair(desk)])
    return _told(desk.words.id)


def _match(desk: Desk) -> Answer:
    pairs = manuscript_changes.confirm(desk.actor(), likely_uses.same_titles(*tracking.span(desk)))
    payload = {"confirmed": [{"manuscript": sent, "item": item} for sent, item in pairs]}
    return Answer(payload, [f"{sent}  {item}" for sent, item in pairs])


def _rates_options(parser: argparse.ArgumentParser) -> None:
    tracking.span_options(parser)
    tracking.file_options(parser)
    parser.add_argument("--by-month", action="store_true", help="a line for each unit and month")


def _rates(desk: Desk) -> Answer:
    span = tracking.span(desk)
    found = use_rates.by_month(*span) if desk.words.by_month else use_rates.by_unit(*span)
    total = use_rates.total(found, text("key.total"))
    payload: dict[str, Any] = {
        "rates": [_rate(one) for one in found],
        "total": _rate(total),
        "rule": counting_rules.words(CountingRule.USE_RATE, None),
    }
    if desk.words.pdf or desk.words.xlsx:
        payload |= tracking.written(desk, tracker_prints.use_sheet(*span))
    lines = [_rate_line(one) for one in (*found, total)]
    return Answer(payload, [*lines, counting_rules.words(CountingRule.USE_RATE, None)])


def _told(manuscript: int) -> Answer:
    row = manuscripts.manuscript(manuscript)
    return Answer(_row(row), (_line(row),))


def _line(row: ManuscriptRow) -> str:
    used = text("manuscript.used" if row.used else "manuscript.unused")
    return f"{row.id}  {row.sent_on}  {row.unit}  {row.title}  {used}"


def _row(row: ManuscriptRow) -> dict[str, object]:
    return {
        "id": row.id,
        "unit": row.unit,
        "date": row.sent_on.isoformat(),
        "title": row.title,
        "outlets": list(row.outlets),
        "used": row.used,
        "items": [_use(use) for use in row.uses],
        "version": row.version,
    }


def _use(use: UseRow) -> dict[str, object]:
    return {"item": use.item_id, "date": use.day.isoformat(), "outlet": use.outlet, "title": use.title}


def _rate(one: UseRate) -> dict[str, object]:
    told: dict[str, object] = {"unit": one.unit, "sent": one.sent, "used": one.used, "rate": one.rate}
    return told if one.month is None else {**told, "month": f"{one.month:%Y-%m}"}


def _rate_line(one: UseRate) -> str:
    month = "" if one.month is None else f"{one.month:%Y-%m}"
    parts = (one.unit, month, f"{one.used}/{one.sent}", tracker_prints.percent(one.rate))
    return "  ".join(part for part in parts if part)


COMMANDS = (
    Command("manuscript list", "What units sent, and what came of it.", _list, _list_options),
    Command("manuscript add", "Enter a manuscript of a unit.", _add, _add_options),
    Command("manuscript paste", "Enter the manuscripts of a table.", _paste, _paste_options),
    Command("manuscript remove", "Lay a manuscript into the trash.", _remove, _id),
    Command("manuscript likely", "Reports that may have come of a manuscript.", _likely, _id),
    Command("manuscript use", "Confirm that a report came of a manuscript.", _use_it, _pair_options),
    Command("manuscript unuse", "A report did not come of it after all.", _unuse, _pair_options),
    Command("manuscript match", "Confirm every report of the same title.", _match, tracking.span_options),
    Command("manuscript rates", "How much of what units sent was used.", _rates, _rates_options),
)
