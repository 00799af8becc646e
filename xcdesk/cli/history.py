"""Console command that tells what became of one row."""

import argparse
from typing import Any

from xcdesk.cli.frame import Answer, Command, Desk, number
from xcdesk.services.record import history
from xcdesk.services.record.history import HistoryEntry


def _options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("kind", metavar="KIND", help=", ".join(history.KINDS))
    parser.add_argument("id", metavar="ID", type=number, help="number of the row")


def _history(desk: Desk) -> Answer:
    found = history.of(desk.words.kind, desk.words.id)
    payload = {"kind": desk.words.kind, "id": desk.words.id, "acts": [_as_json(entry) for entry in found]}
    lines = [f"{entry.at:%Y-%m-%d %H:%M}  {entry.who}  {entry.words()}  {entry.details()}" for entry in found]
    return Answer(payload, lines)


def _as_json(entry: HistoryEntry) -> dict[str, Any]:
    return {
        "at": entry.at.isoformat(),
        "who": entry.who,
        "action": entry.action,
        "changes": [
            {"field": change.field, "before": change.before, "after": change.after}
            for change in entry.changes
        ],
        "facts": dict(entry.facts),
    }


COMMANDS = (Command("history", "Who did what to one row, and what it was before.", _history, _options),)
