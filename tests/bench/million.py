"""Offices with many rows: a real database, made by the program's own store, filled with invented reports.

`office` makes a file under ``build/bench`` once for each schema and size; `server_office` makes the same rows
on the throw-away server of `tests.postgres`. What the rows are like is told in `reports`.
"""

import datetime as dt
import math
import os
import random
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psycopg

from tests.bench.measure import FOLDER
from tests.postgres import Server
from xcdesk import store
from xcdesk.codes import ContributionState
from xcdesk.db import upgrade
from xcdesk.db.base import database
from xcdesk.normalise import title_key
from xcdesk.services.office import founding

SIZES = tuple(int(size) for size in os.environ.get("XCDESK_BENCH_ROWS", "10000,100000,1000000").split(","))
"""Rows of the offices that benchmarks measure on; ``XCDESK_BENCH_ROWS=10000`` for a quick look."""

LAST_DAY = dt.date(2019, 12, 31)
DAYS = 1096
FIRST_DAY = LAST_DAY - dt.timedelta(days=DAYS - 1)
OUTLETS = (1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13)
UNITS = 9
_MUNICIPAL = 5
_TIERS = {**dict.fromkeys(range(1, _MUNICIPAL + 1), "municipal"), **dict.fromkeys(range(6, 11), "provincial")}
_WEB = (5, 9)
_REPRINTED = 0.05
_COLUMNS_FROM = 4
"""Added to the id of a municipal outlet: the id of its campaign column in a founded office."""
_IN_COLUMN = 0.3
_REMOVED_EVERY = 200
_MAKING = 2
"""Changes when the rows made here change, so that no older file is taken for a new one."""

_WORDS = tomllib.loads((Path(__file__).parent / "words.toml").read_text(encoding="utf-8"))
_TITLE_PARTS = tuple(_WORDS[part] for part in ("places", "heads", "deeds", "figures", "ends"))

COLUMNS = (
    *("outlet_id", "day", "title", "title_key", "form", "theme", "tier", "unit_id", "programme_id", "slot"),
    *("author", "url", "note", "group_id", "logged_by_id", "logged_at", "removed_at", "version"),
)
"""Columns of a report, in the order of `reports`."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """What the placements of one piece share."""

    day: dt.date
    title: str
    form: str | None
    theme: str | None
    unit: int | None
    author: str
    group: int | None


def groups_of(rows: int) -> int:
    """How many reprint groups an office of this size has; each has three placements on average."""
    return math.ceil(rows * _REPRINTED / 3)


def title_of(number: int) -> str:
    """Title of a piece, about 27 characters; it comes back only after 200,000 others."""
    mixed, words = number * 7919 % math.prod(map(len, _TITLE_PARTS)), []
    for part in _TITLE_PARTS:
        mixed, index = divmod(mixed, len(part))
        words.append(part[index])
    place, head, deed, figure, end = words
    return f"{place}{head}{deed}，{figure}{number % 89 + 10}%{end}"


def reports(rows: int) -> Iterator[tuple[object, ...]]:
    """Reports of an office, in the order in which they were logged, the same at every call.

    ``rows`` lie in the log: 12 outlets, 9 counties (one row in fifteen names none), 1,096 days up to
    `LAST_DAY`, one in twenty in a reprint group of two to four placements, one in a hundred without a title,
    one in thirty without form, one in ten without theme. A further half per cent lies in the trash.
    """
    dice = random.Random(rows)
    made, number, group, groups = 0, 0, 0, groups_of(rows)
    while made < rows:
        number += 1
        grouped = group < groups and made * groups >= group * rows
        group += grouped
        day = FIRST_DAY + dt.timedelta(
            days=min(DAYS - 1, max(0, made * DAYS // rows - dice.choice((0, 0, 0, 1, 2, 9))))
        )
        size = min(dice.choice((2, 3, 4)), rows - made) if grouped else 1
        piece = _piece(dice, number, day, group if grouped else None)
        for outlet in dice.sample(OUTLETS, size):
            yield _report(dice, piece, outlet, removed=False)
            made += 1
            if made % _REMOVED_EVERY == 0:
                yield _report(dice, piece, outlet, removed=True)


def _piece(dice: random.Random, number: int, day: dt.date, group: int | None) -> _Piece:
    return _Piece(
        day,
        "" if group is None and number % 100 == 0 else title_of(number),
        None if number % 30 == 0 else dice.choice(_WORDS["forms"]),
        None if number % 10 == 0 else dice.choice(_WORDS["themes"]),
        None if number % 15 == 0 else dice.randint(1, UNITS),
        dice.choice(_WORDS["people"]) if number % 4 else "",
        group,
    )


def _report(dice: random.Random, piece: _Piece, outlet: int, *, removed: bool) -> tuple[object, ...]:
    logged = dt.datetime.combine(piece.day, dt.time(1)) + dt.timedelta(
        seconds=dice.randrange(32_000), hours=24
    )
    return (
        outlet,
        piece.day.isoformat(),
        piece.title,
        title_key(piece.title),
        piece.form,
        piece.theme,
        _TIERS.get(outlet, "national"),
        piece.unit,
        outlet + _COLUMNS_FROM if outlet <= _MUNICIPAL and dice.random() < _IN_COLUMN else None,
        f"第{dice.randint(1, 8)}版" if outlet in {1, 2, 6, 8, 11} else "",
        piece.author,
        f"https://example.org/{outlet}/{dice.randrange(10**7)}.html" if outlet in _WEB else "",
        "据电话登记（示例）" if dice.random() < _REPRINTED else "",
        None if removed else piece.group,
        dice.randint(1, 3),
        f"{logged:%Y-%m-%d %H:%M:%S}",
        f"{logged + dt.timedelta(hours=3):%Y-%m-%d %H:%M:%S}" if removed else None,
        1,
    )


def none_days() -> Iterator[tuple[object, ...]]:
    """Days on which a municipal outlet ran nothing, with the reason."""
    dice = random.Random(DAYS)
    reasons = ("no_issue", "off_air", "page_change", "not_sent")
    for outlet in range(1, 6):
        for day in sorted(dice.sample(range(DAYS), DAYS // 12)):
            on = FIRST_DAY + dt.timedelta(days=day)
            yield outlet, on.isoformat(), dice.choice(reasons), "", 2, f"{on} 09:00:00", 1


def contributions() -> Iterator[tuple[object, ...]]:
    """Contributions to the internal reference: none to three of an outlet in a week, most accepted."""
    dice = random.Random(7)
    states = (ContributionState.ACCEPTED, ContributionState.ACCEPTED, ContributionState.RECEIVED)
    for week in range(DAYS // 7):
        for outlet in range(1, 6):
            for each in range(dice.randint(0, 3)):
                on = FIRST_DAY + dt.timedelta(days=week * 7 + each)
                title = f"来稿{week}之{each}（示例）"
                yield (
                    outlet,
                    on.isoformat(),
                    title,
                    "正文（示例）",
                    *("", "", "", ""),
                    dice.choice(states).value,
                    0,
                    2,
                    1,
                )


@dataclass(frozen=True, slots=True)
class _Load:
    """Rows for one table."""

    table: str
    columns: tuple[str, ...]
    rows: Iterator[tuple[object, ...]]


def _loads(rows: int) -> tuple[_Load, ...]:
    groups = ((number, title_of(number), f"{FIRST_DAY} 01:00:00") for number in range(1, groups_of(rows) + 1))
    day = ("reason", "note", "logged_by_id", "logged_at", "version")
    texts = (
        *("title", "body", "source_line", "author", "section", "contact"),
        *("state", "position", "received_by_id", "version"),
    )
    return (
        _Load("reprint_group", ("id", "title", "created_at"), groups),
        _Load("coverage_item", COLUMNS, reports(rows)),
        _Load("none_today", ("outlet_id", "day", *day), none_days()),
        _Load("contribution", ("outlet_id", "received_on", *texts), contributions()),
    )


def office(rows: int) -> Path:
    """A database file of an office with ``rows`` reports in its log, closed; made once, then kept."""
    schema = "".join(sorted(path.name[2:4] for path in upgrade.MIGRATIONS.glob("[0-9]*.py")))
    path = FOLDER / f"office-{schema}-{rows}-{_MAKING}.db"
    if path.exists():
        return path
    part = path.with_suffix(".part")
    for left in FOLDER.glob(f"{part.name}*"):
        left.unlink()
    store.open_store(part, create=True)
    try:
        founding.found(sample=True)
        database.execute_sql("PRAGMA cache_size = -1000000")  # a whole office fits; it is filled faster
        with database.atomic():
            for load in _loads(rows):
                marks = ", ".join("?" * len(load.columns))
                statement = f"INSERT INTO {load.table} ({', '.join(load.columns)}) VALUES ({marks})"  # noqa: S608
                database.connection().executemany(statement, load.rows)
        database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        store.close_store()
    part.with_name(f"{part.name}.upgrading").unlink()
    part.with_name(f"{part.name}.upgrading").unlink(missing_ok=True)
    return part.rename(path)


def server_office(server: Server, rows: int) -> str:
    """Address of a database of an office with ``rows`` reports, on the server; made once in a run."""
    name = f"bench_{rows}"
    if server.exists(name):
        return server.url(name)
    url = server.create(name)
    store.open_store(url, create=True)
    founding.found(sample=True)
    store.close_store()
    with psycopg.connect(url, autocommit=True) as connection:
        for load in _loads(rows):
            with connection.cursor().copy(
                f"COPY {load.table} ({', '.join(load.columns)}) FROM STDIN"
            ) as copy:
                for row in load.rows:
                    copy.write_row(row)
        connection.execute(
            "SELECT setval(pg_get_serial_sequence('reprint_group', 'id'), %s)", [groups_of(rows) + 1]
        )
        connection.execute("VACUUM ANALYZE")
    return url
