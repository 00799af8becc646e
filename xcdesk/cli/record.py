"""Console commands on the record of acts: read it, verify it, write it to a file."""

import argparse
from pathlib import Path
from typing import Any

from xcdesk.cli.frame import Answer, Command, Desk, day, number
from xcdesk.progress import Operation
from xcdesk.services.record import record_book, record_check
from xcdesk.services.record.record_book import RecordFilter, RecordRow
from xcdesk.wording import text


def _filter_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--who", default="", metavar="LOGIN", help="what one person did")
    parser.add_argument("--action", default="", metavar="AREA.ACT", help="one act, as coverage.changed")
    parser.add_argument("--kind", default="", metavar="KIND", help="kind of what it was done to, as outlet")
    parser.add_argument("--subject", default="", metavar="KIND:ID", help="what was done to one row")
    parser.add_argument("--since", type=day, metavar="DAY", help="first day")
    parser.add_argument("--until", type=day, metavar="DAY", help="last day")
    parser.add_argument("--search", default="", metavar="TEXT", help="words that an entry holds")


def _list_options(parser: argparse.ArgumentParser) -> None:
    _filter_options(parser)
    parser.add_argument("--limit", type=number, default=50, metavar="N", help="most entries to show")
    parser.add_argument("--before", type=number, metavar="ID", help="only entries before this one")


def _list(desk: Desk) -> Answer:
    chosen = _filter(desk)
    found = record_book.page(chosen, desk.words.before, desk.words.limit)
    payload = {"total": record_book.count(chosen), "entries": [_as_json(row) for row in found]}
    return Answer(payload, [_line(row) for row in found])


def _verify(desk: Desk) -> Answer:
    found = record_check.verify(desk.actor())
    payload = {"ok": found.ok, "count": found.count, "at": found.at.isoformat(), "who": found.who}
    return Answer({**payload, "fault": found.fault}, (record_check.words(found),), found.ok)


def _export_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help="file to write, .xlsx or .pdf")
    _filter_options(parser)


def _export(desk: Desk) -> Answer:
    from xcdesk.reports import record_files  # start-up time

    count = record_files.export(desk.actor(), _filter(desk), desk.words.file, Operation())
    line = text("record.exported", count=count, file=desk.words.file)
    return Answer({"file": str(desk.words.file), "entries": count}, (line,))


def _filter(desk: Desk) -> RecordFilter:
    words = desk.words
    return RecordFilter(
        who=words.who,
        action=words.action,
        kind=words.kind,
        subject=words.subject,
        since=words.since,
        until=words.until,
        words=words.search,
    )


def _line(row: RecordRow) -> str:
    act = record_book.action_words(row.told.action)
    return f"{row.id}  {row.told.at:%Y-%m-%d %H:%M}  {row.told.who}  {act}  {row.about()}  {row.details()}"


def _as_json(row: RecordRow) -> dict[str, Any]:
    return {
        "id": row.id,
        "at": row.told.at.isoformat(),
        "who": row.who,
        "name": row.told.who,
        "action": row.told.action,
        "subject": row.subject,
        "about": row.about(),
        "facts": row.facts,
        "digest": row.digest,
    }


COMMANDS = (
    Command("record list", "Who did what, the latest first.", _list, _list_options),
    Command("record verify", "Verify the record from its first entry to its last.", _verify, guarded=False),
    Command("record export", "Write the record to a workbook or to pages.", _export, _export_options),
)
