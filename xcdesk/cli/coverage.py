"""Console commands on the coverage log: list, add line by line, none today."""

import argparse
import datetime as dt
import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any, ClassVar

from xcdesk import pinyin, wording
from xcdesk.cli.frame import Answer, Command, Desk, day, number, refusal, write_utf8
from xcdesk.codes import Tier
from xcdesk.errors import DeskError
from xcdesk.lexicon import OutletName
from xcdesk.normalise import folded
from xcdesk.reports.xlsx.table import write_table
from xcdesk.services.counts.item_filter import ItemFilter
from xcdesk.services.grid import cells
from xcdesk.services.grid.none_days import Cell
from xcdesk.services.log import coverage, coverage_log
from xcdesk.services.log.coverage_log import ItemRow
from xcdesk.services.record import entries, rows
from xcdesk.services.record.actor import Actor
from xcdesk.services.record.entries import NewItem, UnknownOutletError
from xcdesk.services.roster import lexicon
from xcdesk.wording import text

_COLUMNS = ("date", "outlet", "title", "form", "theme", "tier", "unit", "programme", "slot", "author", "url")
_PAGE = 1000


class BadLineError(DeskError):
    """A line of input cannot be read as one report."""

    code: ClassVar[str] = "coverage.bad_line"


def _list_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--from", dest="since", type=day, metavar="D", help="first day")
    parser.add_argument("--to", dest="until", type=day, metavar="D", help="last day")
    for name in ("outlet", "unit", "form", "theme", "tier"):
        parser.add_argument(f"--{name}", default="", help=f"only this {name}")
    parser.add_argument("--search", default="", metavar="TEXT", help="text that the title holds")
    parser.add_argument("--limit", type=number, metavar="N", help="most rows to show")
    parser.add_argument("--xlsx", type=Path, metavar="FILE", help="write the rows to a workbook")


def _list(desk: Desk) -> Answer:
    chosen = _chosen(desk.words)
    found = tuple(_rows(chosen, desk.words.limit))
    payload: dict[str, Any] = {
        "total": coverage_log.count(chosen).placements,
        "rows": [_as_json(row) for row in found],
    }
    if desk.words.xlsx:
        heading = [[text(f"field.{name}") for name in _COLUMNS]]
        write_table(desk.words.xlsx, heading, [_as_cells(row) for row in found])
        payload["file"] = str(desk.words.xlsx)
    return Answer(payload, tuple(f"{row.day}  {row.outlet}  {row.title}" for row in found))


def _chosen(words: argparse.Namespace) -> ItemFilter:
    known = lexicon.load()
    unit = entries.known_unit(words.unit, known)
    form, theme, tier = (
        entries.known_code(name, getattr(words, name), known) for name in ("form", "theme", "tier")
    )
    return ItemFilter(
        since=words.since,
        until=words.until,
        outlet_ids=(entries.known_outlet(words.outlet, known).id,) if words.outlet else (),
        unit_ids=() if unit is None else (unit,),
        forms=() if form is None else (form,),
        themes=() if theme is None else (theme,),
        tiers=() if tier is None else (Tier(tier),),
        search=words.search,
    )


def _rows(chosen: ItemFilter, limit: int | None) -> Iterator[ItemRow]:
    """Newest first, read in pages; all of them without a limit."""
    after, left = None, limit
    while left is None or left > 0:
        page = coverage_log.page(chosen, after=after, limit=_PAGE if left is None else min(_PAGE, left))
        yield from page.rows
        left = None if left is None else left - len(page.rows)
        after = page.after
        if after is None:
            return


def _as_json(row: ItemRow) -> dict[str, object]:
    return {
        "id": row.id,
        "date": row.day.isoformat(),
        "outlet": row.outlet,
        "title": row.title,
        "form": row.form,
        "theme": row.theme,
        "tier": row.tier.value,
        "unit": row.unit or None,
        "programme": row.programme or None,
        "slot": row.slot or None,
        "author": row.author or None,
        "url": row.url or None,
        "group": row.group,
    }


def _as_cells(row: ItemRow) -> list[str | dt.date]:
    tier = text(f"tier.{row.tier.value}")
    named = [row.outlet, row.title, row.form_label, row.theme_label, tier, row.unit, row.programme]
    return [row.day, *named, row.slot, row.author, row.url]


def _add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--stdin", action="store_true", required=True, help="one JSON object a line")


def _add(desk: Desk) -> None:
    actor = desk.actor()
    for line in sys.stdin.buffer:
        if line.strip():
            write_utf8(sys.stdout, json.dumps(_answer(actor, line), ensure_ascii=False))


def _answer(actor: Actor, line: bytes) -> Mapping[str, object]:
    try:
        return {"id": coverage.log_item(actor, _new_item(line))}
    except DeskError as error:
        return refusal(error)


def _new_item(line: bytes) -> NewItem:
    """Read one line.

    Raises:
        BadLineError: it is no JSON object, has no date, or a field that is not known.
        MissingTextError: it names no outlet, or has no title.
    """
    try:
        given = json.loads(line)
    except ValueError as error:
        raise BadLineError(detail=text("coverage.line.not_json")) from error
    if not isinstance(given, dict):
        raise BadLineError(detail=text("coverage.line.not_json"))
    known = {field.name for field in fields(NewItem)} - {"day"} | {"date"}
    for name, value in given.items():
        if name not in known or not isinstance(value, str | int | float | None) or isinstance(value, bool):
            raise BadLineError(detail=text("coverage.line.field", name=name))
    try:
        on = dt.date.fromisoformat(str(given.pop("date", "")))
    except ValueError as error:
        raise BadLineError(detail=text("coverage.line.date")) from error
    words = {name: "" if value is None else str(value) for name, value in given.items()}
    for name in ("outlet", "title"):
        rows.required_text(name, words.get(name, ""))
    return NewItem(day=on, outlet=words.pop("outlet"), **words)


def _none_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--date", type=day, required=True, metavar="D", help="the day")
    parser.add_argument("--outlet", required=True, metavar="O", help="the outlet: name, spelling or initials")
    parser.add_argument("--reason", required=True, metavar="R", help="reason: code or name on the list")
    parser.add_argument("--note", default="", help="anything to add")


def _none_today(desk: Desk) -> Answer:
    words = desk.words
    outlet = _outlet_meant(words.outlet)
    made = cells.set_none_today(desk.actor(), Cell(outlet.id, words.date), words.reason, words.note)
    return Answer({"id": made}, (wording.text("coverage.none_done", outlet=outlet.name, day=words.date),))


def _outlet_meant(written: str) -> OutletName:
    """Outlet by its name, a spelling, or initials that no other outlet in use begins with (xcrb).

    Raises:
        UnknownOutletError, InactiveOutletError: there is none, or several begin with these initials.
    """
    known = lexicon.load()
    try:
        return entries.known_outlet(written, known)
    except UnknownOutletError:
        meant = [outlet for outlet in known.outlets if pinyin.place(folded(written), outlet.name) == 0]
        if len(meant) != 1:
            raise
        return meant[0]


COMMANDS = (
    Command("coverage list", "Show the coverage log.", _list, _list_options),
    Command("coverage add", "Log reports given line by line.", _add, _add_options),
    Command("none-today", "Record that an outlet ran nothing and why.", _none_today, _none_options),
)
