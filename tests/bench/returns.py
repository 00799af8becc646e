"""Returns of twenty units for a year: 5,000 rows of 12 columns each, as the offices write them."""

import datetime as dt
import random
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import xlsxwriter

from tests.bench.measure import FOLDER

WORDS = tomllib.loads((Path(__file__).parent / "returns.toml").read_text(encoding="utf-8"))
_FIRST = dt.date(2020, 1, 1)
_DAYS = 365
_AGAIN = 0.02
_WRONG = 0.005
_AS_DATE = 0.6
_MAKING = 1
"""Changes when the rows made here change, so that no older file is taken for a new one."""


@dataclass(frozen=True, slots=True)
class Size:
    """How many files of how many rows."""

    files: int = 20
    rows: int = 5_000


def make(size: Size) -> list[Path]:
    """Files of a year that lies behind the log of every office; made once, then kept."""
    folder = FOLDER / f"returns-{size.rows}-{_MAKING}"
    folder.mkdir(parents=True, exist_ok=True)
    units = WORDS["units"][: size.files]
    paths = [folder / f"{unit}{_FIRST.year}年报送.xlsx" for unit in units]
    for number, (path, unit) in enumerate(zip(paths, units, strict=True)):
        if not path.exists():
            _write(path, unit, number, size.rows)
    return paths


def _write(path: Path, unit: str, number: int, count: int) -> None:
    part = path.with_suffix(".part")
    with xlsxwriter.Workbook(str(part), {"constant_memory": True, "strings_to_urls": False}) as book:
        sheet = book.add_worksheet("报送明细")
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        sheet.write_string(0, 0, f"{unit}{_FIRST.year}年宣传报道情况统计表")
        sheet.write_row(1, 0, WORDS["head"])
        for line, row in enumerate(rows(unit, number, count), start=2):
            for column, value in enumerate(row):
                if isinstance(value, dt.date):
                    sheet.write_datetime(line, column, dt.datetime.combine(value, dt.time()), day)
                elif value:
                    sheet.write_string(line, column, value)
    part.replace(path)


def rows(unit: str, number: int, count: int) -> Iterator[tuple[dt.date | str, ...]]:
    """Rows of one return: a few repeat an earlier one, a few name an outlet that nobody knows."""
    dice = random.Random(number)
    written: list[tuple[dt.date | str, ...]] = []
    for line in range(count):
        if written and dice.random() < _AGAIN:
            yield dice.choice(written)
            continue
        written.append(_row(dice, unit, number, line, _FIRST + dt.timedelta(days=line * _DAYS // count)))
        yield written[-1]


def _row(dice: random.Random, unit: str, number: int, line: int, day: dt.date) -> tuple[dt.date | str, ...]:
    outlet = WORDS["unknown_outlet"] if dice.random() < _WRONG else dice.choice(WORDS["outlets"])
    parts = [dice.choice(WORDS[part]) for part in ("places", "acts", "things", "ends")]
    return (
        day if dice.random() < _AS_DATE else f"{day.month}月{day.day}日",
        outlet,
        f"{unit}{''.join(parts[:3])}{dice.randint(2, 9999)}项举措：{parts[3]}",
        dice.choice(WORDS["forms"]),
        dice.choice(WORDS["themes"]),
        WORDS["tiers"].get(outlet, "市级"),
        unit,
        WORDS["programmes"].get(outlet, ""),
        dice.choice(WORDS["slots"]),
        dice.choice(WORDS["people"]),
        f"https://example.org/{day:%Y%m%d}/{number}{line:05}.html",
        dice.choice(WORDS["notes"]),
    )
