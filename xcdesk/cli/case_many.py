"""Console commands that do one act to many cases, and print the sheets of many in one file."""

import argparse
from dataclasses import replace
from pathlib import Path
from typing import Any

from xcdesk import case_pages
from xcdesk.cli.case import line, payload
from xcdesk.cli.frame import Answer, Command, Desk, day, number
from xcdesk.files import write_file
from xcdesk.services import cases
from xcdesk.services.cases import Action, CaseRow, Request, many
from xcdesk.services.cases.many import MANY, DueRule
from xcdesk.wording import sentence, text


def _ids(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("ids", metavar="ID", nargs="+", type=number)


def _many_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("act", type=Action, choices=list(MANY), metavar="ACT", help=", ".join(MANY))
    _ids(parser)
    due = parser.add_mutually_exclusive_group()
    due.add_argument("--due", type=day, metavar="D", help="dispatched until this day")
    due.add_argument("--days", type=number, metavar="N", help="dispatched until so many working days on")
    parser.add_argument("--person", default="", metavar="NAME", help="who signed for them or was spoken to")
    parser.add_argument("--channel", default="", metavar="HOW")
    parser.add_argument("--words", default="", metavar="TEXT")
    parser.add_argument("--dry-run", action="store_true", help="only say which would go")


def _many(desk: Desk) -> Answer:
    words = desk.words
    rows = [cases.row(each) for each in words.ids]
    asking = _asking(words)
    if words.dry_run:
        seen = many.look(desk.actor(), rows, words.act, asking)
        done = tuple(one.row for one in seen if one.refusal is None)
        left = tuple((one.row, one.refusal) for one in seen if one.refusal is not None)
    else:
        gone = many.act(desk.actor(), rows, words.act, asking)
        done, left = gone.done, gone.left
    told = [
        {"id": row.id, "number": cases.number(row), "code": refusal.code, "message": sentence(refusal)}
        for row, refusal in left
    ]
    lines = [*map(line, done)]
    lines += [text("case.left_line", number=one["number"], reason=one["message"]) for one in told]
    return Answer({"done": [payload(row) for row in done], "left": told}, lines, ok=not left)


def _asking(words: Any) -> many.Asking:
    given = Request(person=words.person, channel=words.channel, words=words.words)
    if words.act == Action.DISPATCH:
        return DueRule(words.due, words.days).asking(words.words)
    return lambda _: replace(given)


def _sheets_options(parser: argparse.ArgumentParser) -> None:
    _ids(parser)
    parser.add_argument("--to", type=Path, required=True, metavar="FILE.pdf", help="write the pages here")


def _sheets(desk: Desk) -> Answer:
    rows: list[CaseRow] = [cases.row(each) for each in desk.words.ids]
    printed = case_pages.printed_together(case_pages.latest_sheets(desk.actor(), rows))
    write_file(desk.words.to, printed.pdf)
    return Answer({"files": [str(desk.words.to)], "pages": printed.pages}, (str(desk.words.to),))


COMMANDS = (
    Command("case many", "One act on many cases; those that may not are named.", _many, _many_options),
    Command("case sheets", "The latest sheet of each case, all in one file.", _sheets, _sheets_options),
)
