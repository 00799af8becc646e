"""The whole job on twenty returns, as the program does it: read, check, compare, write, tally."""

import datetime as dt
import time
from collections import Counter
from pathlib import Path
from typing import Any

from xcdesk import store
from xcdesk.importers import apply, job, plan
from xcdesk.importers.kept_titles import KeptTitles
from xcdesk.importers.said import Said
from xcdesk.importers.worker import Reading
from xcdesk.services.counts import counting
from xcdesk.services.counts.counting import TallyKey
from xcdesk.services.issuing.figures import named
from xcdesk.services.office import people
from xcdesk.services.record.actor import Actor
from xcdesk.services.search import waiting


def work(place: str, target: str, names: list[str]) -> dict[str, Any]:
    """Import every file into the office at ``place`` and write its tallies to ``target``.

    Nothing is left out: the readings in processes of their own, every check, the log compared for pieces
    there already, near ones and reprints, batches with what each row was, and the record. As with the
    console, the word index takes the rows in behind the last file; ``indexing`` tells how many seconds of
    the whole that took.
    """
    store.open_store(place)
    try:
        with job.many() as titles:
            counts = _import(people.actor("guo"), Path(target), [Path(name) for name in names], titles)
        started = time.perf_counter()
        waiting.catch_up()
        return {**counts, "indexing": time.perf_counter() - started}
    finally:
        store.close_store()


def _import(clerk: Actor, target: Path, paths: list[Path], titles: KeptTitles) -> dict[str, Any]:
    counts: Counter[str] = Counter()
    days: set[dt.date] = set()
    for begun in plan.ahead(paths):
        counts.update(_one(begun, clerk, days, titles))
    write_tallies(target, min(days), max(days))
    return dict(counts)


def _one(begun: Reading, clerk: Actor, days: set[dt.date], titles: KeptTitles) -> Counter[str]:
    """Import one file and add its days; nothing of it stays in memory, as with the console's import."""
    prepared = plan.prepare(begun.path, Said(), begun=begun, titles=titles)
    applied = apply.apply(prepared, clerk)
    days.update(row.record.date for sheet in prepared.book.sheets for row in sheet.rows if row.record.date)
    counts = Counter({str(status): count for status, count in prepared.counts().items()})
    counts.update(alike=len(prepared.alike), added=applied.added)
    return counts


def write_tallies(target: Path, since: Any, until: Any) -> None:
    """The workbook of figures: placements and pieces by unit and outlet."""
    from xcdesk.reports.xlsx.table import write_table

    tally = counting.tally(since, until, (TallyKey.UNIT, TallyKey.OUTLET))
    lines = [(*named(row), row.pieces, row.placements) for row in tally.rows]
    total = ("", "", tally.totals.pieces, tally.totals.placements)
    write_table(target, [["报送单位", "媒体", "篇", "次"]], [*lines, total])
