"""Console commands on the advertisement plan: its lines, and what ran of it week by week."""

import argparse
from pathlib import Path
from typing import Any

from xcdesk.cli import tracking
from xcdesk.cli.frame import Answer, Command, Desk, day, number
from xcdesk.services.office import counting_rules
from xcdesk.services.office.counting_rules import CountingRule
from xcdesk.services.targets import advert_changes, advert_weeks, adverts
from xcdesk.services.targets.advert_changes import NewAdvert
from xcdesk.services.targets.advert_weeks import AdvertWeek
from xcdesk.services.targets.adverts import AdvertRow
from xcdesk.services.trackers import tracker_prints
from xcdesk.wording import text


def _line_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--outlet", required=True, metavar="O", help="name or spelling of the outlet")
    parser.add_argument("--slot", required=True, help="page or time of day")
    parser.add_argument("--times", type=number, required=True, metavar="N", help="times a week")
    parser.add_argument("--from", dest="since", type=day, required=True, metavar="D", help="first day")
    parser.add_argument("--to", dest="until", type=day, metavar="D", help="last day, if there is one")
    parser.add_argument("--material", type=number, metavar="ID", help="advertisement text, signed off")
    parser.add_argument("--text", type=Path, metavar="FILE", help="its text, where none was signed off")
    parser.add_argument("--hotline", default="", help="report line that the text must carry")
    parser.add_argument("--note", default="")


def _change_options(parser: argparse.ArgumentParser) -> None:
    _id(parser)
    _line_options(parser)


def _id(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", type=number, metavar="ID")


def _new(desk: Desk) -> NewAdvert:
    words = desk.words
    wording = words.text.read_text(encoding="utf-8") if words.text else ""
    return NewAdvert(
        tracking.outlet_id(words.outlet),
        words.slot,
        words.times,
        words.since,
        words.until,
        words.material,
        wording,
        words.hotline,
        words.note,
    )


def _add(desk: Desk) -> Answer:
    made = advert_changes.add_advert(desk.actor(), _new(desk))
    return _told(adverts.advert(made))


def _change(desk: Desk) -> Answer:
    row = adverts.advert(desk.words.id)
    advert_changes.change_advert(desk.actor(), row.id, row.version, _new(desk))
    return _told(adverts.advert(row.id))


def _remove(desk: Desk) -> Answer:
    row = adverts.advert(desk.words.id)
    advert_changes.remove_advert(desk.actor(), row.id, row.version)
    return Answer({"id": row.id}, (row.name,))


def _list_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--over", action="store_true", help="lines that have ended too")


def _list(desk: Desk) -> Answer:
    found = adverts.adverts(over=desk.words.over)
    return Answer({"adverts": [_row(row) for row in found]}, [_line(row) for row in found])


def _weeks_options(parser: argparse.ArgumentParser) -> None:
    tracking.span_options(parser)
    tracking.file_options(parser)


def _weeks(desk: Desk) -> Answer:
    span = tracking.span(desk)
    found = advert_weeks.weeks(*span)
    payload: dict[str, Any] = {
        "weeks": [_week(week) for week in found],
        "rule": counting_rules.words(CountingRule.ADVERTS, None),
    }
    if desk.words.pdf or desk.words.xlsx:
        payload |= tracking.written(desk, tracker_prints.advert_sheet(*span))
    lines = [f"{_name(week)}  {week.outlet}  {week.ran}/{week.planned}" for week in found]
    return Answer(payload, lines)


def _told(row: AdvertRow) -> Answer:
    return Answer(_row(row), (_line(row),))


def _line(row: AdvertRow) -> str:
    faults = (text(f"advert.fault.{fault.value}") for fault in row.faults)
    return "  ".join((str(row.id), row.name, str(row.per_week), row.since.isoformat(), *faults))


def _row(row: AdvertRow) -> dict[str, object]:
    return {
        "id": row.id,
        "outlet": row.outlet,
        "slot": row.slot,
        "times": row.per_week,
        "from": row.since.isoformat(),
        "to": row.until.isoformat() if row.until else None,
        "material": row.material_id,
        "text": row.material or row.wording,
        "hotline": row.hotline or None,
        "faults": [fault.value for fault in row.faults],
        "version": row.version,
    }


def _week(week: AdvertWeek) -> dict[str, object]:
    return {
        "week": _name(week),
        "outlet": week.outlet,
        "planned": week.planned,
        "ran": week.ran,
        "short": week.short,
    }


def _name(week: AdvertWeek) -> str:
    year, number_, _ = week.monday.isocalendar()
    return f"{year}-W{number_:02d}"


COMMANDS = (
    Command("advert list", "The advertisement plan and what is amiss with it.", _list, _list_options),
    Command("advert add", "Put a line into the plan.", _add, _line_options),
    Command("advert change", "Rewrite a line of the plan.", _change, _change_options),
    Command("advert remove", "Lay a line of the plan into the trash.", _remove, _id),
    Command("advert weeks", "Planned and run, week by week.", _weeks, _weeks_options),
)
