"""Console commands that act on a case: one word for each act of the transition table."""

import argparse
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from xcdesk.cli.case import answer, case_id
from xcdesk.cli.frame import Answer, Command, Desk, day, number
from xcdesk.codes import CallBack, CaseResult, NoticeLevel
from xcdesk.services import cases
from xcdesk.services.cases import Action, Request
from xcdesk.services.log.evidence import NewFile

_WORDS = ("--words", "--reason", "--basis", "--opinion")
"""All the same; whichever comes to mind at the console."""


def _words(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(*_WORDS, dest="words", default="", metavar="TEXT", help="reason, basis, report")


def _on(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--on", dest="day", type=day, metavar="D", help="day on which it was")


def _due(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--due", type=day, metavar="D", help="until when")


def _helpers(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--helper", dest="helpers", action="append", metavar="UNIT", help="unit that helps")


def _unit(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--unit", required=True, help="unit that is to lead")


def _person(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--person", default="", metavar="NAME", help="official who signed or was spoken to")


def _channel(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--channel", default="", metavar="HOW")


def _result(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--result", type=CaseResult, choices=list(CaseResult))


def _level(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--level", type=NoticeLevel, choices=list(NoticeLevel))


def _said(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--said", type=CallBack, choices=list(CallBack))


def _into(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--into", type=number, metavar="ID", help="case of which it becomes part")


def _verify(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--verify", action="store_true", help="look into a finding before closing it")


def _item(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--item", type=number, required=True, metavar="ID", help="report of the coverage log")


def _material(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--material", type=number, required=True, metavar="ID")


def _files(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--file", dest="files", action="append", type=Path, metavar="FILE", help="evidence")


Adds = Callable[[argparse.ArgumentParser], None]
_SUMMARIES: dict[Action, tuple[str, tuple[Adds, ...]]] = {
    Action.FILE: ("Take it on.", (_words,)),
    Action.DECLINE: ("Decline it.", (_words,)),
    Action.MERGE: ("Make it part of another.", (_words, _into)),
    Action.DISPATCH: ("Hand it to its unit; the clock starts.", (_words, _due, _helpers)),
    Action.ACCEPT: ("The unit has signed for it.", (_words, _person, _on)),
    Action.RETURN: ("The unit returns it on a written basis.", (_words,)),
    Action.GRANT_RETURN: ("A leader grants the second return.", (_words,)),
    Action.REFUSE_RETURN: ("A leader refuses it.", (_words,)),
    Action.REPORT: ("What the unit reported meanwhile.", (_words, _files)),
    Action.ASK_EXTENSION: ("The unit asks for more time.", (_words, _due)),
    Action.EXTEND: ("A leader grants it.", (_words, _due)),
    Action.REFUSE_EXTENSION: ("A leader refuses it.", (_words,)),
    Action.CHASE: ("The unit was chased.", (_words, _person, _channel)),
    Action.NOTICE: ("Give a graded notice.", (_words, _level)),
    Action.ANSWER: ("The unit's answer.", (_words, _result, _on, _files)),
    Action.SEND_BACK: ("Send the answer back.", (_words,)),
    Action.PASS: ("Pass the answer.", (_words, _verify)),
    Action.CALL_BACK: ("Who complained was called back.", (_words, _said, _on)),
    Action.CLOSE: ("Close it.", (_words,)),
    Action.REOPEN: ("A leader has it done again.", (_words, _due)),
    Action.WITHDRAW: ("Who complained takes it back.", (_words,)),
    Action.TRANSFER: ("A leader gives it to another unit.", (_words, _unit, _due, _helpers)),
    Action.INTERVIEW: ("The unit was interviewed about its promise.", (_words, _on)),
    Action.LINK: ("A report belongs to it.", (_words, _item)),
    Action.UNLINK: ("It does not.", (_words, _item)),
    Action.EVIDENCE: ("Add evidence.", (_words, _files)),
    Action.REPLY: ("The unit's reply before a finding is made public.", (_words, _on)),
    Action.PUBLISH: ("The text that makes a finding public.", (_words, _material)),
}
_TAKEN = (
    "words", "day", "due", "unit", "person", "channel", "result", "level", "said", "into", "verify", "item",
    "material",
)  # fmt: skip


def _act(desk: Desk, action: Action) -> Answer:
    words = desk.words
    given: dict[str, Any] = {name: getattr(words, name) for name in _TAKEN if hasattr(words, name)}
    given["helpers"] = tuple(getattr(words, "helpers", None) or ())
    given["files"] = tuple(NewFile.at(path) for path in getattr(words, "files", None) or ())
    return answer(cases.act(desk.actor(), words.id, action, Request(**given)))


def _options(parser: argparse.ArgumentParser, adds: tuple[Adds, ...]) -> None:
    case_id(parser)
    for add in adds:
        add(parser)


def _command(action: Action) -> Command:
    summary, adds = _SUMMARIES[action]
    name = f"case {action.value.replace('_', '-')}"
    return Command(name, summary, partial(_act, action=action), partial(_options, adds=adds))


COMMANDS = tuple(_command(action) for action in cases.ACTS)
