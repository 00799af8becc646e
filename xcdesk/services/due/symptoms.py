"""What the program itself finds unfinished: texts, late answers, gaps, backups, sites to look at."""

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from xcdesk import clock, settings, store
from xcdesk.codes import BatchKind, BatchState, MaterialState
from xcdesk.db.backups import memory
from xcdesk.models import ConsultForm, ImportBatch, Material
from xcdesk.services.approvals.rows import OPEN_TO_ADVICE
from xcdesk.services.backups import listing
from xcdesk.services.grid import matrix
from xcdesk.services.grid.matrix import CellState
from xcdesk.services.grid.none_days import Cell
from xcdesk.services.office import beginning
from xcdesk.services.returns import returns_status
from xcdesk.services.roster import links
from xcdesk.services.targets import weekly
from xcdesk.wording import Language, Listed, text

STALE_DAYS = 2
"""Days after which a backup no longer counts as fresh."""
STALE_OUTSIDE_DAYS = 7
"""Days after which a copy in the second folder no longer counts as fresh."""
_REMEMBERED_DAYS = 92
_TURNED_DOWN = ("error", "conflict")
_WEEK = dt.timedelta(days=7)
_NAMED = 5


class SymptomKind(StrEnum):
    """What is unfinished."""

    UNCHECKED = "unchecked"
    RETURNED = "returned"
    FORM_LATE = "form_late"
    TURNED_DOWN = "turned_down"
    WEEK_GAP = "week_gap"
    DAY_GAP = "day_gap"
    BACKUP = "backup"
    BACKUP_FAILED = "backup_failed"
    OUTSIDE = "outside"
    REHEARSAL = "rehearsal"
    LINKS = "links"


@dataclass(frozen=True, slots=True)
class Symptom:
    """One thing found.

    Attributes:
        source: names it as long as it lasts; what persons write about it is kept under this name.
        name: the title, file, week or outlets that it is about; ``count`` how many of them.
        target: what to open: a material's id, a batch's id, a cell; None for nothing in particular.
        owner: id of the account that it falls to at first, None for nobody.
    """

    kind: SymptomKind
    source: str
    name: str | Listed
    since: dt.date
    count: int = 0
    week: int = 0
    owner: int | None = None
    due: dt.date | None = None
    target: object = None

    def words(self, language: Language | None = None) -> str:
        """The finding in words."""
        return text(f"matter.{self.kind.value}", language, name=self.name, count=self.count, week=self.week)


def symptoms(day: dt.date) -> tuple[Symptom, ...]:
    """Everything found on ``day``."""
    last_monday = clock.week_of(day)[0] - _WEEK
    return (
        *_unchecked(),
        *_returned(),
        *_late_forms(day),
        *_turned_down(day),
        *_week_gaps(last_monday),
        *_day_gaps(last_monday),
        *_backups(day),
        *_links(day),
    )


def _unchecked() -> Iterator[Symptom]:
    """What was issued first, until somebody has checked it."""
    owed = Material.check_due.is_null(False) & Material.checked_at.is_null()
    for row in Material.select().where(owed).order_by(Material.check_due, Material.id):
        yield Symptom(
            SymptomKind.UNCHECKED,
            f"check:{row.id}",
            row.title,
            clock.local(row.changed_at).date(),
            owner=row.check_owner_id,
            due=row.check_due,
            target=row.id,
        )


def _returned() -> Iterator[Symptom]:
    for row in Material.select().where(Material.state == MaterialState.RETURNED).order_by(Material.id):
        source = f"material:{row.id}:{row.round}"
        since = clock.local(row.changed_at).date()
        yield Symptom(
            SymptomKind.RETURNED,
            source,
            row.title,
            since,
            owner=row.author_id,
            due=row.needed_by,
            target=row.id,
        )


def _late_forms(day: dt.date) -> Iterator[Symptom]:
    """Consulting forms past their day, while the text may still change."""
    late = ConsultForm.taken_at.is_null() & (ConsultForm.due < day) & Material.state.in_(OPEN_TO_ADVICE)
    query = ConsultForm.select(ConsultForm, Material.id, Material.title).join(Material).where(late)
    row: Any
    for row in query.order_by(ConsultForm.due, ConsultForm.id):
        yield Symptom(
            SymptomKind.FORM_LATE,
            f"form:{row.id}",
            Listed((row.receiver, row.material.title)),
            row.due + dt.timedelta(days=1),
            owner=row.made_by_id,
            due=row.due,
            target=row.material_id,
        )


def _turned_down(day: dt.date) -> Iterator[Symptom]:
    """Imports of the last quarter with rows that were turned down, until the corrected file comes.

    Or until a person says that they are answered.
    """
    since = dt.datetime.combine(day - dt.timedelta(days=_REMEMBERED_DAYS), dt.time())
    query = ImportBatch.select().where(
        (ImportBatch.kind == BatchKind.COVERAGE)
        & ImportBatch.state.in_((BatchState.APPLIED, BatchState.RETURNED))
        & (ImportBatch.imported_at >= since)
    )
    found = list(query.order_by(ImportBatch.id))
    answered = returns_status.answered(row.id for row in found)
    for row in (row for row in found if row.id not in answered):
        counts = json.loads(row.counts)
        count = sum(int(counts.get(status, 0)) for status in _TURNED_DOWN)
        if count:
            yield Symptom(
                SymptomKind.TURNED_DOWN,
                f"batch:{row.id}",
                row.file_name,
                clock.local(row.imported_at).date(),
                count,
                owner=row.imported_by_id,
                target=row.id,
            )


def _week_gaps(monday: dt.date) -> Iterator[Symptom]:
    sunday = monday + dt.timedelta(days=6)
    if _too_early(sunday):
        return
    missed = [one.outlet for one in weekly.week_counts(monday, sunday) if not one.met]
    if missed:
        yield _gap(SymptomKind.WEEK_GAP, monday, Listed(tuple(missed)), len(missed), None)


def _day_gaps(monday: dt.date) -> Iterator[Symptom]:
    """Cells of last week that hold neither a report nor a reason."""
    sunday = monday + dt.timedelta(days=6)
    if _too_early(sunday):
        return
    open_cells = [
        (row.outlet, cell)
        for row in matrix.matrix(monday, sunday).rows
        for cell in row.cells
        if cell.state == CellState.OPEN and cell.late
    ]
    if open_cells:
        names = dict.fromkeys(outlet.name for outlet, _ in open_cells)
        outlet, cell = open_cells[0]
        yield _gap(
            SymptomKind.DAY_GAP, monday, Listed(tuple(names)), len(open_cells), Cell(outlet.id, cell.day)
        )


def _gap(kind: SymptomKind, monday: dt.date, name: Listed, count: int, target: object) -> Symptom:
    year, week, _ = monday.isocalendar()
    source = f"{kind.value}:{year}-W{week:02d}"
    return Symptom(kind, source, name, monday + _WEEK, count, week, target=target)


def _too_early(sunday: dt.date) -> bool:
    """Whether the week was over before the office kept this log."""
    founded = beginning.founded_on()
    return founded is not None and sunday < founded


def _links(day: dt.date) -> Iterator[Symptom]:
    """Sites whose check is over; a matter of each week anew, until somebody has looked."""
    due = [row for row in links.links() if row.is_due(day)]
    if due:
        year, week, _ = day.isocalendar()
        since = min(row.due_on or day for row in due)
        names = Listed(tuple(row.name for row in due[:_NAMED]))
        source = f"links:{year}-W{week:02d}"
        yield Symptom(SymptomKind.LINKS, source, names, since, len(due), week, target="links")


def _backups(day: dt.date) -> Iterator[Symptom]:
    if store.is_practice():  # nobody works there for keeps
        return
    remembered = memory.recall(str(store.where()))
    if remembered.failed_at is not None:
        failed = clock.local(remembered.failed_at).date()
        folder = str(store.backup_folder(store.where()))
        yield Symptom(SymptomKind.BACKUP_FAILED, f"backup_failed:{failed}", folder, failed)
    if settings.load().outside and remembered.outside_at is not None:
        carried = clock.local(remembered.outside_at).date()
        if (day - carried).days >= STALE_OUTSIDE_DAYS:
            yield Symptom(SymptomKind.OUTSIDE, f"outside:{carried}", "", carried, (day - carried).days)
    if remembered.rehearsed_at is not None and not remembered.rehearsed_ok:
        tried = clock.local(remembered.rehearsed_at).date()
        yield Symptom(SymptomKind.REHEARSAL, f"rehearsal:{tried}", "", tried)
    yield from _stale_backup(day)


def _stale_backup(day: dt.date) -> Iterator[Symptom]:
    last = listing.standing().last
    since = clock.local(last).date() if last is not None else beginning.founded_on() or day
    age = (day - since).days
    if age >= STALE_DAYS:
        year, week, _ = day.isocalendar()
        yield Symptom(SymptomKind.BACKUP, f"backup:{year}-W{week:02d}", "", since, age)
