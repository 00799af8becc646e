"""The practice office: the demonstration, and invented reports of the last weeks so that today is alive."""

import datetime as dt
import shutil
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from xcdesk import clock, demo, sample_cases, sample_trackers, store
from xcdesk.codes import OutletKind, Tier
from xcdesk.files import FileInUseError
from xcdesk.resources import resource
from xcdesk.services.counts.item_filter import ItemFilter
from xcdesk.services.grid import cells
from xcdesk.services.grid.none_days import Cell
from xcdesk.services.log import coverage, coverage_log
from xcdesk.services.office import people
from xcdesk.services.record.actor import Actor
from xcdesk.services.record.entries import NewItem
from xcdesk.services.roster.outlets import OutletRow, outlets
from xcdesk.services.targets import contributions
from xcdesk.services.targets.contributions import NewContribution

_DAYS = 31
_PAPER = ("no_issue", "page_change", "not_sent")
_AIR = ("off_air", "not_sent")
_BUSY_OUTLETS_TODAY = 1
"""So many outlets have run something today; the next has said why not, the rest has not been asked."""


def make(folder: Path) -> Path:
    """Make the practice database in ``folder`` and return its place; no database is open afterwards.

    It is made beside the folder first, so that an interruption leaves nothing half done. What was practised
    there before is gone.

    Raises:
        FileInUseError: something in the folder is open in another program; it is as it was.
    """
    part, before = (folder.with_name(f"{folder.name}.{ending}") for ending in ("part", "before"))
    shutil.rmtree(part, ignore_errors=True)
    shutil.rmtree(before, ignore_errors=True)
    try:
        database = demo.make(part, practice=True).database
        fill(people.actor("guo"), clock.today())
        sample_cases.fill(clock.today())
        sample_trackers.fill(clock.today(), ran=True)
    finally:
        if store.is_open():
            store.close_store()
    try:
        if folder.exists():
            folder.rename(before)
        part.rename(folder)
    except OSError as error:
        raise FileInUseError(path=folder) from error
    shutil.rmtree(before, ignore_errors=True)
    return folder / database.name


def fill(actor: Actor, today: dt.date) -> None:
    """Log invented reports, reasons and contributions of the weeks up to ``today``."""
    seed = tomllib.loads(resource("seed", "practice.toml").read_text(encoding="utf-8"))
    owing = [row for row in outlets() if row.tier == Tier.MUNICIPAL]
    items = [*_placed(seed["placed"], today)]
    for back in range(_DAYS, 0, -1):
        items += _day(actor, owing, seed["report"], today - dt.timedelta(days=back))
    items += [_item(today, outlet, seed["report"], 0) for outlet in owing[:_BUSY_OUTLETS_TODAY]]
    coverage.log_items(actor, items)
    silent = Cell(owing[_BUSY_OUTLETS_TODAY].id, today)
    if _is_quiet(silent):
        cells.set_none_today(actor, silent, _PAPER[0])
    for entry in seed["contribution"]:
        contributions.receive(
            actor, NewContribution(received_on=today, **{**entry, "body": entry["body"].strip()})
        )


def _day(
    actor: Actor, owing: Sequence[OutletRow], reports: Sequence[Mapping[str, Any]], day: dt.date
) -> Iterator[NewItem]:
    """What ran on a past day: none to two reports an outlet; where none ran, mostly with the reason."""
    for number, outlet in enumerate(owing):
        if not outlet.publishes_on(day):
            continue
        mixed = day.toordinal() * 5 + number * 3
        count = (1, 2, 1, 0, 1, 2, 0)[mixed % 7]
        yield from (_item(day, outlet, reports, number + each) for each in range(count))
        if not count and mixed % 3 and _is_quiet(Cell(outlet.id, day)):
            reasons = _AIR if outlet.kind in (OutletKind.RADIO, OutletKind.TV) else _PAPER
            cells.set_none_today(actor, Cell(outlet.id, day), reasons[mixed % len(reasons)])


def _is_quiet(cell: Cell) -> bool:
    """Whether nothing is logged there: the demonstration's own month may be the present one."""
    there = ItemFilter(since=cell.day, until=cell.day, outlet_ids=(cell.outlet_id,))
    return coverage_log.count(there).placements == 0


def _item(day: dt.date, outlet: OutletRow, reports: Sequence[Mapping[str, Any]], number: int) -> NewItem:
    """Reports take turns, so that the same title comes back only after days."""
    return NewItem(day, outlet.name, **reports[(day.toordinal() * 3 + number) % len(reports)])


def _placed(rows: Sequence[Mapping[str, Any]], today: dt.date) -> Iterator[NewItem]:
    """Placements spread evenly from New Year's Day to today."""
    first = today.replace(month=1, day=1)
    for row in rows:
        for number in range(1, row["count"] + 1):
            day = first + (today - first) * number // (row["count"] + 1)
            title = row["title"].format(number=number)
            yield NewItem(day, row["outlet"], title, tier=Tier.PROVINCIAL)
