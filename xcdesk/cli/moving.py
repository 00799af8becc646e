"""Console command that moves the whole office from a file to a server, or back."""

import argparse
import sys

from xcdesk import store
from xcdesk.cli.frame import Answer, Command, Desk
from xcdesk.progress import Operation
from xcdesk.server import moving
from xcdesk.wording import text


def _options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--to", required=True, metavar="PATH|postgresql://…", help="new, empty place")


def _tell(done: int, total: int, _note: str) -> None:
    """How far it is, on one line of a terminal."""
    if total and sys.stderr.isatty():
        sys.stderr.write(f"\r{done * 100 // total} %")
        sys.stderr.flush()


def _move(desk: Desk) -> Answer:
    target = store.Location.parse(desk.words.to)
    moved = moving.move(desk.actor(), target, Operation(_tell))
    line = text("move.done", target=target, rows=moved.rows, tables=len(moved.tables), entries=moved.entries)
    payload = {"tables": dict(moved.tables), "equal": True, "entries": moved.entries}
    return Answer(payload, (line,))


COMMANDS = (Command("move", "Move the office from a file to a server, or back.", _move, _options),)
