"""The main job on invented material: county returns in, a week signed off, both bulletins printed."""

import datetime as dt
import os
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from xcdesk import clock, office, sample_trackers, store
from xcdesk.codes import Series
from xcdesk.errors import DeskError
from xcdesk.files import write_file
from xcdesk.importers import apply, plan
from xcdesk.importers.apply import MissingUnitError
from xcdesk.importers.records import RowStatus
from xcdesk.importers.refusals import RefusedFileError
from xcdesk.importers.said import Said
from xcdesk.resources import resource
from xcdesk.services import approvals
from xcdesk.services.counts import counting
from xcdesk.services.counts.counting import TallyKey
from xcdesk.services.issuing import bulletins, numbering, tray
from xcdesk.services.issuing.numbering import RegisterRow
from xcdesk.services.issuing.tray import Piece
from xcdesk.services.log.coverage_log import ItemCount
from xcdesk.services.office import founding, people, practising
from xcdesk.services.record.actor import Actor
from xcdesk.services.targets import contributions
from xcdesk.services.targets.contributions import NewContribution
from xcdesk.wording import text

_WEEK = dt.date(2019, 3, 11)
_NEXT_WEEK = dt.date(2019, 3, 18)
_MONTH = dt.date(2019, 3, 1)
_CLERK, _LEADER = "guo", "chen"
_NOTE = "demo.txt"


class DemoThereError(DeskError):
    """The folder holds a demonstration that was made before."""

    code = "demo.there"


class DemoPlaceTakenError(DeskError):
    """The folder holds a database that is no demonstration of ours."""

    code = "demo.place_taken"


@dataclass(frozen=True, slots=True)
class Demo:
    """What was made: the database, rows of the returns by state, and both bulletins with their files."""

    database: Path
    imported: Mapping[str, int]
    counted: ItemCount
    bulletins: tuple[RegisterRow, ...]
    files: Mapping[int, tuple[Path, ...]]


def make(folder: Path, *, practice: bool = False) -> Demo:
    """Do the whole main job into ``folder``; the database is open afterwards.

    Args:
        folder: where; made if it is not there.
        practice: whether it is to be a practice office, which says so on all that is printed.

    Raises:
        DemoThereError, DemoPlaceTakenError: the folder is taken; nothing was touched.
    """
    database = folder.resolve() / "desk.db"
    _require_free(database)
    store.open_store(database, create=True)
    founding.found(sample=True)
    if practice:
        practising.begin()
    (database.parent / _NOTE).write_text(text("demo.note") + "\n", encoding="utf-8")
    clerk, leader = people.actor(_CLERK), people.actor(_LEADER)
    imported = _import(clerk)
    _receive(clerk)
    issued = _issue(clerk, leader, Series.INTERNAL_REFERENCE, _WEEK)
    _under_review(clerk)
    counted = _issue(clerk, leader, Series.CIRCULAR, _MONTH)
    sample_trackers.fill(window_day(), ran=False)
    rows = (issued, counted)
    written = {row.id: tuple(_written(row, database.parent)) for row in rows}
    return Demo(database, imported, _total(), rows, written)


def samples() -> tuple[Path, ...]:
    """The county returns that ship with the program, in the order of their names."""
    return tuple(sorted(path for path in resource("samples").iterdir() if path.is_file()))


def window_day() -> dt.date:
    """Day on which the demonstration is looked at, so that its month is before the eyes at once."""
    return _issue_day(clock.week_of(_WEEK)[1])


def _require_free(database: Path) -> None:
    if not database.exists():
        return
    if (database.parent / _NOTE).is_file():
        raise DemoThereError(path=database)
    raise DemoPlaceTakenError(path=database)


def _import(actor: Actor) -> Mapping[str, int]:
    """Import every sample the way the console and the window do; rows by state, and files refused."""
    counts: Counter[str] = Counter()
    for path in samples():
        try:
            prepared = plan.prepare(path, Said(year=_MONTH.year))
            apply.apply(prepared, actor)
        except (RefusedFileError, MissingUnitError):
            counts["refused"] += 1
            continue
        counts.update({status.value: count for status, count in prepared.counts().items()})
    return {name: counts[name] for name in (*(status.value for status in RowStatus), "refused")}


def _receive(actor: Actor) -> None:
    seed = tomllib.loads(resource("seed", "contributions.toml").read_text(encoding="utf-8"))
    for entry in seed["contribution"]:
        contributions.receive(actor, _contribution(entry))


def _contribution(entry: Mapping[str, Any]) -> NewContribution:
    return NewContribution(**{**entry, "body": entry["body"].strip()})


def _issue(clerk: Actor, leader: Actor, series: Series, day: dt.date) -> RegisterRow:
    """Two people take a bulletin from its draft to its numbers."""
    draft = _drafted(clerk, series, day)
    seen = approvals.submit(clerk, draft.material)
    approvals.agree(leader, draft.material, seen_hash=seen.text_hash, opinion=text("demo.opinion"))
    office.issue_material(clerk, draft.material, on=_issue_day(draft.period.until))
    return numbering.row(draft.id)


def _under_review(clerk: Actor) -> None:
    """The following week's issue waits for the leader, so that the queue has something to show."""
    approvals.submit(clerk, _drafted(clerk, Series.INTERNAL_REFERENCE, _NEXT_WEEK).material)


def _drafted(actor: Actor, series: Series, day: dt.date) -> bulletins.DraftRow:
    """A draft; an internal reference takes in everything that came in during its week."""
    draft = bulletins.draft(actor, series, day)
    if series == Series.INTERNAL_REFERENCE:
        for row in contributions.listed(draft.period.since, draft.period.until):
            tray.include(actor, draft.id, Piece(row.id, row.version))
    return bulletins.get(draft.id)


def _issue_day(last: dt.date) -> dt.date:
    """Today when the surroundings fix it, otherwise the day after the period."""
    fixed = os.environ.get(clock.TODAY_VARIABLE)
    return clock.today() if fixed else last + dt.timedelta(days=1)


def _total() -> ItemCount:
    return counting.tally(*clock.month_of(_MONTH), (TallyKey.TIER,)).totals


def _written(row: RegisterRow, folder: Path) -> Iterator[Path]:
    for file in row.files:
        path = folder / file.name
        write_file(path, numbering.content(row.id, file.kind))
        yield path
