"""Console commands on other activities: messages, essays, quizzes, speeches, contests."""

import argparse
from pathlib import Path
from typing import Any

from xcdesk.cli import tracking
from xcdesk.cli.frame import Answer, Command, Desk, day, number
from xcdesk.services.counts import activity_counts
from xcdesk.services.log.evidence import NewFile
from xcdesk.services.trackers import activities, activity_changes, tracker_prints
from xcdesk.services.trackers.activities import ActivityFilter, ActivityRow
from xcdesk.services.trackers.activity_changes import NewActivity
from xcdesk.wording import text


def _add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--kind", required=True, metavar="K", help="code, name or spelling on the list")
    parser.add_argument("--date", type=day, required=True, metavar="D", help="the day")
    parser.add_argument("--title", required=True)
    parser.add_argument("--unit", default="", metavar="U", help="unit that held it; the office if left out")
    parser.add_argument("--people", type=number, metavar="N", help="how many took part or were reached")
    parser.add_argument("--note", default="")
    parser.add_argument("--file", dest="files", action="append", type=Path, metavar="FILE", help="evidence")


def _add(desk: Desk) -> Answer:
    words = desk.words
    unit = tracking.unit_id(words.unit) if words.unit else None
    new = NewActivity(words.kind, words.date, words.title, unit, words.people, words.note)
    made = activity_changes.add_activity(desk.actor(), new)
    if words.files:
        activity_changes.attach(desk.actor(), made, [NewFile.at(path) for path in words.files])
    row = activities.activity(made)
    return Answer(_row(row), (_line(row),))


def _id(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", type=number, metavar="ID")


def _remove(desk: Desk) -> Answer:
    row = activities.activity(desk.words.id)
    activity_changes.remove_activity(desk.actor(), row.id, row.version)
    return Answer({"id": row.id}, (row.title,))


def _list_options(parser: argparse.ArgumentParser) -> None:
    tracking.span_options(parser)
    tracking.file_options(parser)


def _list(desk: Desk) -> Answer:
    span = tracking.span(desk)
    found = activities.activities(ActivityFilter(*span))
    payload: dict[str, Any] = {"activities": [_row(row) for row in found]}
    if desk.words.pdf or desk.words.xlsx:
        payload |= tracking.written(desk, tracker_prints.activity_sheet(*span))
    return Answer(payload, [_line(row) for row in found])


def _counts(desk: Desk) -> Answer:
    found = activity_counts.by_kind(*tracking.span(desk))
    payload = {
        "kinds": [
            {"kind": one.key, "label": one.label, "count": one.count, "people": one.people} for one in found
        ]
    }
    return Answer(payload, [f"{one.label}  {one.count}  {one.people}" for one in found])


def _line(row: ActivityRow) -> str:
    return f"{row.id}  {row.day}  {row.kind_label}  {row.unit or text('activity.own')}  {row.title}"


def _row(row: ActivityRow) -> dict[str, object]:
    return {
        "id": row.id,
        "kind": row.kind,
        "date": row.day.isoformat(),
        "title": row.title,
        "unit": row.unit or None,
        "people": row.people,
        "files": [file.label for file in row.files],
        "version": row.version,
    }


COMMANDS = (
    Command("activity list", "Other activities of the campaign.", _list, _list_options),
    Command("activity add", "Enter an activity, with its evidence.", _add, _add_options),
    Command("activity remove", "Lay an activity into the trash.", _remove, _id),
    Command("activity counts", "Activities and people by kind.", _counts, tracking.span_options),
)
