"""Console commands on the office's calendar: which days it works or rests against what was published."""

import argparse

from xcdesk.cli.frame import Answer, Command, Desk, day, number
from xcdesk.services.office import own_days, workdays
from xcdesk.services.office.workdays import OwnDay
from xcdesk.wording import text


def _payload(one: OwnDay) -> dict[str, object]:
    return {"date": one.day, "working": one.working, "note": one.note}


def _line(one: OwnDay) -> str:
    label = text("day.own_working" if one.working else "day.own_rest")
    return text("calendar.line", day=one.day, label=label, note=one.note)


def _list_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--year", type=number, metavar="Y")


def _list(desk: Desk) -> Answer:
    found = workdays.own_days(desk.words.year)
    return Answer({"days": [_payload(one) for one in found]}, [_line(one) for one in found])


def _date(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("date", type=day, metavar="D")


def _set_options(parser: argparse.ArgumentParser) -> None:
    _date(parser)
    how = parser.add_mutually_exclusive_group(required=True)
    how.add_argument("--working", action="store_true")
    how.add_argument("--rest", action="store_true")
    parser.add_argument("--note", default="", help="why, for example the notice that says so")


def _set(desk: Desk) -> Answer:
    words = desk.words
    made = own_days.set_day(desk.actor(), words.date, working=words.working, note=words.note)
    return Answer(_payload(made), (_line(made),))


def _clear(desk: Desk) -> Answer:
    own_days.clear_day(desk.actor(), desk.words.date)
    return _show(desk)


def _show(desk: Desk) -> Answer:
    sort = workdays.load().workday(desk.words.date)
    told = {"date": sort.day, "working": sort.working, "provisional": sort.provisional, "own": sort.own}
    return Answer(told, (text("calendar.line", day=sort.day, label=sort.label, note=""),))


COMMANDS = (
    Command("calendar list", "Days that the office has set itself.", _list, _list_options),
    Command("calendar show", "What sort of day it is.", _show, _date),
    Command("calendar set", "Say that the office works on a day, or does not.", _set, _set_options),
    Command("calendar clear", "Let the published calendar hold again.", _clear, _date),
)
