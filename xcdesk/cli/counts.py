"""Console commands that count: the matrix, the quotas, tallies."""

import argparse
import datetime as dt
import itertools
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from xcdesk import clock
from xcdesk.cli.frame import Answer, Command, Desk, day, month
from xcdesk.reports.xlsx.table import width_of, write_table
from xcdesk.services.counts import counting
from xcdesk.services.counts.counting import Tally, TallyKey, TallyRow, TallyValue
from xcdesk.services.grid import matrix
from xcdesk.services.grid.matrix import CellState, Matrix, MatrixCell
from xcdesk.services.office import counting_rules
from xcdesk.services.office.counting_rules import CountingRule
from xcdesk.services.targets import quotas
from xcdesk.services.targets.quotas import CAMPAIGN, QuotaRow
from xcdesk.wording import text

_MARKS = {CellState.OPEN: "○", CellState.NOT_DUE: "·", CellState.NONE: "—"}
_NAMED = (TallyKey.UNIT, TallyKey.OUTLET)


def _matrix_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--month", type=month, required=True, metavar="YYYY-MM", help="the month")


def _matrix(desk: Desk) -> Answer:
    table = matrix.month(desk.words.month)
    return Answer(
        {
            "outlets": [
                {"outlet": row.outlet.name, "cells": [_cell(cell) for cell in row.cells]}
                for row in table.rows
            ]
        },
        _matrix_lines(table),
    )


def _cell(cell: MatrixCell) -> dict[str, object]:
    return {
        "date": cell.day.isoformat(),
        "state": cell.state.value,
        "count": cell.count,
        "reason": cell.none.reason if cell.none else None,
    }


def _matrix_lines(table: Matrix) -> Sequence[str]:
    """Weeks, days and weekdays over the outlets, and what the marks mean."""
    days = [one.day for one in table.days]
    lines = [
        ("", [str(day.day) for day in days]),
        ("", [text(f"format.weekday_short.{day.isoweekday()}") for day in days]),
        *((row.outlet.name, [_mark(cell) for cell in row.cells]) for row in table.rows),
    ]
    names = max(width_of(name) for name, _ in lines)
    widest = max(width_of(mark) for _, marks in lines for mark in marks)
    shown = [(_padded(name, names), *(_padded(mark, widest) for mark in marks)) for name, marks in lines]
    weeks = (_padded("", names), *_weeks(days, widest))
    legend = "  ".join(f"{mark} {text(f'matrix.mark.{state}')}" for state, mark in _MARKS.items())
    return (*(" ".join(marks).rstrip() for marks in (weeks, *shown)), legend) if table.rows else ()


def _weeks(days: Sequence[dt.date], width: int) -> Iterator[str]:
    """The number of each week over its days, where it has room."""
    for week, group in itertools.groupby(days, key=lambda day: day.isocalendar().week):
        room, name = len(list(group)) * (width + 1) - 1, f"W{week}"
        yield _padded(name if len(name) <= room else "", room)


def _padded(shown: str, width: int) -> str:
    """A text filled up with blanks; a Chinese character takes the room of two."""
    return shown + " " * (width - width_of(shown))


def _mark(cell: MatrixCell) -> str:
    return _MARKS.get(cell.state, str(cell.count))


def _quotas_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--on", type=day, metavar="D", help="the day; today when it is left out")


def _quotas(desk: Desk) -> Answer:
    rows = quotas.quotas_on(desk.words.on or clock.today())
    return Answer({"quotas": [_quota(row) for row in rows]}, tuple(_quota_line(row) for row in rows))


def _quota(row: QuotaRow) -> dict[str, object]:
    shown: dict[str, object] = {
        "quota": row.quota,
        "label": row.label,
        "who": row.who,
        "period": row.period,
        "done": row.done,
        "minimum": row.minimum,
        "met": row.met,
    }
    if row.pace is not None:
        reached = row.pace.reached_on
        shown["pace"] = {
            "expected": round(row.pace.expected, 2),
            "reached_on": reached.isoformat() if reached else None,
            "in_time": row.pace.in_time,
        }
    return shown


def _quota_line(row: QuotaRow) -> str:
    who = text("quota.office") if row.outlet is None else row.who
    period = text("quota.campaign") if row.period == CAMPAIGN else row.period
    return f"{row.label}  {who}  {period}  {row.done}/{row.minimum}"


def _tally_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--from", dest="since", type=day, required=True, metavar="D", help="first day")
    parser.add_argument("--to", dest="until", type=day, required=True, metavar="D", help="last day")
    parser.add_argument("--by", type=_keys, required=True, metavar="KEY[,KEY]", help=", ".join(TallyKey))
    parser.add_argument("--xlsx", type=Path, metavar="FILE", help="write the table to a workbook")
    parser.set_defaults(wrong_usage=parser.error)


def _keys(written: str) -> tuple[TallyKey, ...]:
    """Keys of a tally; a word that is none is wrong usage."""
    named = [word.strip() for word in written.split(",")]
    unknown = [word for word in named if word not in [*TallyKey]]
    if unknown:
        raise argparse.ArgumentTypeError(f"{', '.join(unknown)}: choose from {', '.join(TallyKey)}")
    keys = tuple(map(TallyKey, named))
    if len(set(keys)) != len(keys):
        raise argparse.ArgumentTypeError(f"a key stands twice in {written}")
    return keys


def _tally(desk: Desk) -> Answer:
    words = desk.words
    if words.until < words.since:
        words.wrong_usage("--to is before --from")
    table = counting.tally(words.since, words.until, words.by)
    payload: dict[str, Any] = {
        "rows": [_tally_row(row) for row in table.rows],
        "totals": {"pieces": table.totals.pieces, "placements": table.totals.placements},
        "rule": counting_rules.words(CountingRule.LOG, None),
    }
    if words.xlsx:
        _write(words.xlsx, table)
        payload["file"] = str(words.xlsx)
    body = _body(table)
    return Answer(payload, tuple("  ".join(str(value) for value in row) for row in body))


def _tally_row(row: TallyRow) -> dict[str, object]:
    keys: dict[str, object] = {value.key.value: _plain(value) for value in row.values}
    return {**keys, "pieces": row.pieces, "placements": row.placements}


def _plain(value: TallyValue) -> object:
    """Names for outlets and units, codes and ISO text for the rest, null for rows without."""
    if value.value is None:
        return None
    return value.label if value.key in _NAMED else value.value


def _body(table: Tally) -> list[list[str | int]]:
    rows: list[list[str | int]] = [
        [
            *(text("counting.none") if value.value is None else value.label for value in row.values),
            row.pieces,
            row.placements,
        ]
        for row in table.rows
    ]
    blanks = [""] * (len(table.keys) - 1)
    total: list[str | int] = [text("key.total"), *blanks, table.totals.pieces, table.totals.placements]
    return [*rows, total, [counting_rules.words(CountingRule.LOG, None)]]


def _write(path: Path, table: Tally) -> None:
    names = [text(f"key.{key.value}") for key in table.keys]
    title = text("counting.title", since=table.chosen.since, until=table.chosen.until)
    heading = [[title], [*names, text("key.pieces"), text("key.placements")]]
    write_table(path, heading, _body(table))


COMMANDS = (
    Command("matrix", "Outlet by day: who has run something.", _matrix, _matrix_options),
    Command("quotas", "Every quota for the period that holds a day.", _quotas, _quotas_options),
    Command("tally", "Count pieces and placements.", _tally, _tally_options),
)
