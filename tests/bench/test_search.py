"""Goal 3: the newest hits of 1 to 4 characters in 10 ms and a twentieth of a scan; none missing or wrong.

What an import pays for the index is measured as well: 10,000 rows in no order of days, in one transaction.
"""

import random
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.bench import million
from tests.bench.measure import Series, calls
from tests.bench.results import Figure, keep
from xcdesk import store
from xcdesk.db import word_index
from xcdesk.db.base import database, is_sqlite
from xcdesk.models import CoverageItem
from xcdesk.normalise import folded
from xcdesk.services import search
from xcdesk.services.search import HitKind

SHOWN = 50
LENGTHS = (1, 2, 3, 4)
NEEDLES = 60
SCANNED = 10
ROUNDS = 7
SLIPS = 5
RARE = "戊癸鸢麒邯"
"""Characters that stand in no title."""
LONGEST_MS = 10
FASTER = 20
IMPORTED = 10_000
HARD = ("禹州市场", "示范区社保", "公开公开", "市市", "减少新增")
"""Their pairs are frequent and never, or seldom, stand together."""
TEXTS = word_index.BY_TABLE["coverage_item"].texts


@pytest.fixture(params=million.SIZES)
def office(request: pytest.FixtureRequest) -> Iterator[int]:
    store.open_store(million.office(request.param))
    yield request.param
    store.close_store()


@pytest.fixture(params=million.SIZES)
def server_office(request: pytest.FixtureRequest, postgres_server: Any) -> Iterator[int]:
    store.open_store(million.server_office(postgres_server, request.param))
    with database.atomic():
        pass  # takes in what was copied past us
    database.execute_sql("VACUUM ANALYZE")
    yield request.param
    store.close_store()


def needles(length: int) -> list[str]:
    """What people type: stretches of titles, and among every five one that is a slip or stands nowhere."""
    dice = random.Random(length)
    found = []
    for number in range(NEEDLES):
        letters = [*million.title_of(dice.randrange(1, 9_000))]
        start = dice.randrange(len(letters) - length)
        if number % SLIPS == 0:
            letters[start] = dice.choice(RARE)
        found.append("".join(letters[start : start + length]))
    return found


def ours(needle: str) -> list[int]:
    groups = search.look(search.parse(needle), SHOWN, (HitKind.ITEM,))
    return [hit.id for group in groups for hit in group.hits]


def scan(needle: str) -> list[int]:
    """What the program did before there was an index; it looked at titles alone."""
    query = CoverageItem.select(CoverageItem.id).where(
        CoverageItem.title.contains(needle) & CoverageItem.removed_at.is_null()
    )
    rows = query.order_by(CoverageItem.day.desc(), CoverageItem.id.desc()).limit(SHOWN)
    return [row_id for (row_id,) in rows.tuples()]


def timed(ask: Callable[[str], Any], sought: list[str], rounds: int = ROUNDS) -> Series:
    """Every needle in turn, the best of some rounds, so that needles differ and not moods."""
    made = []
    for _ in range(rounds):
        waiting = iter([*sought[:1], *sought])
        made.append(calls(lambda: ask(next(waiting)), len(sought)).seconds)  # noqa: B023  # called at once
    return Series(tuple(map(min, zip(*made, strict=True))))


def counted(needle: str) -> int:
    return search.count(search.parse(needle), HitKind.ITEM)


def whole_box(needle: str) -> Any:
    return search.look(search.parse(needle), SHOWN)


def measured(rows: int) -> None:
    engine = "sqlite" if is_sqlite(database) else "postgresql"
    p99s, scans = [], []
    for length in LENGTHS:
        sought = needles(length)
        mine, peer = timed(ours, sought), timed(scan, sought[:SCANNED], rounds=2)
        p99s.append(mine.percentile(99) * 1000)
        scans.append(peer.percentile(99) * 1000)
        keep(
            Figure(3, f"{length} characters, p50", rows, mine.median * 1000, engine=engine),
            Figure(
                3, f"{length} characters, p99", rows, p99s[-1], peer="scan", peer_value=scans[-1],
                goal_text=f"<= {LONGEST_MS} ms", held=p99s[-1] <= LONGEST_MS, engine=engine,
            ),
        )  # fmt: skip
    every = [needle for length in LENGTHS for needle in needles(length)]
    worst, peer_worst = max(p99s), max(scans)
    hard, box, count = (timed(ask, sought).percentile(99) * 1000 for ask, sought in (
        (ours, list(HARD)), (whole_box, every), (counted, every)))  # fmt: skip
    keep(
        Figure(
            3, "1 to 4 characters, p99", rows, worst, peer="scan", peer_value=peer_worst, engine=engine,
            goal_text=f"<= 1/{FASTER} of the scan", held=worst * FASTER <= peer_worst,
        ),
        Figure(3, "frequent pairs that do not meet, worst", rows, hard, engine=engine),
        Figure(3, "the whole box, all kinds, p99", rows, box, engine=engine),
        Figure(3, "exact number of reports, p99", rows, count, engine=engine),
    )  # fmt: skip


def same_as_a_look_at_every_row() -> None:
    every = [needles(length)[0] for length in LENGTHS] + list(HARD)
    found = {needle: set() for needle in every}
    query = CoverageItem.select(*(getattr(CoverageItem, name) for name in ("id", *TEXTS)))
    for row_id, *texts in query.where(CoverageItem.removed_at.is_null()).tuples().iterator():
        words = word_index.words_of(texts)
        for needle, ids in found.items():
            if folded(needle) in words:
                ids.add(row_id)
    for needle, ids in found.items():
        assert counted(needle) == len(ids)
        listed = search.look(search.parse(needle), 10 * SHOWN, (HitKind.ITEM,))
        assert {hit.id for group in listed for hit in group.hits} <= ids


def test_search_on_the_file(office):
    measured(office)
    same_as_a_look_at_every_row()


def test_search_on_the_server(server_office):
    measured(server_office)
    same_as_a_look_at_every_row()


def test_an_import_pays_little_for_the_index(office):
    made = list(million.reports(office))[:: max(1, office // IMPORTED)][:IMPORTED]
    random.Random(1).shuffle(made)
    titled = [(*row[:2], f"{row[2]}补{at}", f"{row[3]}补{at}", *row[4:]) for at, row in enumerate(made)]
    statement = (
        f"INSERT INTO coverage_item ({', '.join(million.COLUMNS)}) "  # noqa: S608
        f"VALUES ({', '.join('?' * len(million.COLUMNS))})"
    )
    with_index = calls(lambda: _written(statement, titled, indexed=True), 3)
    without = calls(lambda: _written(statement, titled, indexed=False), 3)
    keep(
        Figure(
            3, f"{IMPORTED:,} rows written", office, with_index.best * 1000,
            peer="without the index", peer_value=without.best * 1000,
        )
    )  # fmt: skip


def _written(statement: str, rows: list[tuple[object, ...]], *, indexed: bool) -> None:
    with database.atomic() as transaction:
        if not indexed:
            for verb in ("insert", "update", "delete"):
                database.execute_sql(f"DROP TRIGGER coverage_item_search_{verb}")
        database.connection().executemany(statement, rows)
        word_index.settle(database.obj)
        transaction.rollback()
