"""Console commands on who has sent a return, and on the blank returns that units fill in."""

import argparse
from pathlib import Path
from typing import Any

from xcdesk.cli.frame import Answer, Command, Desk, day, month, number
from xcdesk.files import write_file
from xcdesk.importers import templates
from xcdesk.importers.plan import UnknownUnitError
from xcdesk.reports.xlsx import returns_list
from xcdesk.services.returns import chasing, returns_rules, returns_status
from xcdesk.services.returns.returns_status import MonthStatus, SentFile, UnitStatus
from xcdesk.services.roster import lexicon, units
from xcdesk.services.roster.units import UnitRow
from xcdesk.wording import text


def _month_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--month", type=month, required=True, metavar="YYYY-MM", help="month reported on")


def _status_options(parser: argparse.ArgumentParser) -> None:
    _month_option(parser)
    parser.add_argument("--xlsx", metavar="FILE", type=Path, help="write the list as a workbook")
    parser.add_argument("--chase", action="store_true", help="answer with the text for those who owe")


def _status(desk: Desk) -> Answer:
    words = desk.words
    state = returns_status.status(words.month)
    payload = _payload(state)
    if words.xlsx is not None:
        write_file(words.xlsx, returns_list.content(state))
        payload["file"] = str(words.xlsx)
    if words.chase:
        return Answer(payload, payload["chase"].splitlines())
    return Answer(payload, [_line(one) for one in (*state.units, *state.others)])


def _payload(state: MonthStatus) -> dict[str, Any]:
    return {
        "month": f"{state.month:%Y-%m}",
        "deadline": state.deadline.isoformat(),
        "units": [_unit(one) for one in state.units],
        "others": [_unit(one) for one in state.others],
        "missing": [unit.name for unit in state.missing],
        "chase": chasing.chase_text(state),
    }


def _unit(one: UnitStatus) -> dict[str, object]:
    return {
        "unit": one.unit.name,
        "state": one.state.value,
        "received_on": one.received_on.isoformat() if one.received_on is not None else None,
        "accepted": one.accepted,
        "turned_down": one.turned_down,
        "open": one.open,
        "files": [_file(file) for file in one.files],
    }


def _file(file: SentFile) -> dict[str, object]:
    return {
        "batch": file.batch,
        "file": file.file,
        "received_on": file.received_on.isoformat(),
        "accepted": file.accepted,
        "turned_down": file.turned_down,
        "returned": file.returned,
        "answered": file.answered,
    }


def _line(one: UnitStatus) -> str:
    return text(
        "returns_list.line",
        unit=one.unit.name,
        state=text(f"return_state.{one.state.value}"),
        received=one.received_on or "—",
        accepted=one.accepted,
        turned_down=one.turned_down,
        open=one.open,
    )


def _nil_options(parser: argparse.ArgumentParser) -> None:
    _month_option(parser)
    parser.add_argument("--unit", required=True, metavar="U", help="unit that has nothing to report")


def _nil(desk: Desk) -> Answer:
    unit = _named(desk.words.unit)
    batch = returns_status.note_nil(desk.actor(), unit.id, desk.words.month)
    return Answer({"batch": batch}, [f"{unit.name}  {text('returns.nil')}"])


def _received_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", type=number, help="batch")
    parser.add_argument("--on", type=day, required=True, metavar="D", help="day on which the file came")


def _received(desk: Desk) -> Answer:
    words = desk.words
    version = returns_status.batch_version(words.id)
    returns_status.set_received(desk.actor(), words.id, version, words.on)
    payload = {"batch": words.id, "received_on": words.on.isoformat()}
    return Answer(payload, [f"{words.id}  {words.on.isoformat()}"])


def _template_options(parser: argparse.ArgumentParser) -> None:
    _month_option(parser)
    chosen = parser.add_mutually_exclusive_group(required=True)
    chosen.add_argument("--unit", metavar="U", help="unit that fills it in")
    chosen.add_argument("--all", action="store_true", help="one for every unit that owes a return")
    parser.add_argument(
        "--to", required=True, metavar="PATH", type=Path, help="file for one unit, folder for all"
    )


def _template(desk: Desk) -> Answer:
    words = desk.words
    if words.all:
        owing = returns_rules.owing(returns_rules.load())
        made = templates.write_all(owing, words.month, words.to)
    else:
        unit = _named(words.unit)
        made = (_target(unit, desk),)
        templates.write(unit, words.month, made[0])
    lines = [text("template.written", path=path) for path in made]
    return Answer({"files": [str(path) for path in made]}, lines)


def _target(unit: UnitRow, desk: Desk) -> Path:
    """The file named, or one of the usual name in the folder named."""
    to: Path = desk.words.to
    return to if to.suffix.lower() == ".xlsx" else to / templates.name_for(unit, desk.words.month)


def _named(name: str) -> UnitRow:
    found = lexicon.load().unit(name)
    if found is None:
        raise UnknownUnitError(name=name)
    return next(unit for unit in units.units() if unit.id == found.id)


COMMANDS = (
    Command("returns status", "Who has sent the return for a month, and when.", _status, _status_options),
    Command("returns nil", "Note that a unit has nothing to report for a month.", _nil, _nil_options),
    Command("returns received", "Correct the day on which a file came.", _received, _received_options),
    Command(
        "template", "Write the blank return of a unit, or of all that owe one.", _template, _template_options
    ),
)
