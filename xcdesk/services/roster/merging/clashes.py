"""What stands on both sides of a merging, and what becomes of it."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from xcdesk.codes import MergeKind
from xcdesk.db.base import BaseModel
from xcdesk.models import (
    Case,
    CaseColumns,
    CaseUnit,
    CoverageItem,
    DayException,
    HandoverItem,
    ImportMonth,
    Manuscript,
    ManuscriptOutlet,
    ManuscriptUse,
    NoneToday,
    Programme,
    Quota,
    QuotaMember,
    RememberedMapping,
    Tenure,
)
from xcdesk.normalise import name_key
from xcdesk.services.roster.merging.plan import Conflict, ConflictKind
from xcdesk.services.roster.tenures import Span


@dataclass(frozen=True, slots=True)
class Clash:
    """One conflict with its outcome.

    Attributes:
        aside: rows that leave their tables, parents first, and come back when the merging is taken back.
        trash: a report that goes into the trash.
        instead: a row, not stored yet, that takes the place of those.
        stands_for: programmes of which the first is replaced by the second in every report.
    """

    conflict: Conflict
    aside: tuple[BaseModel, ...] = ()
    trash: int | None = None
    instead: BaseModel | None = None
    stands_for: tuple[int, int] | None = None


def clashes(kind: MergeKind, kept: int, gone: int) -> tuple[Clash, ...]:
    """Everything that stands on both sides."""
    return tuple(clash for find in FINDERS.get(kind, ()) for clash in find(kept, gone))


def _same_piece(kept: int, gone: int) -> Iterator[Clash]:
    """The same title on the same day: the survivor's report stays, the other goes into the trash."""
    other = CoverageItem.alias()
    query = (
        CoverageItem.select(CoverageItem.id, CoverageItem.title, CoverageItem.day)
        .join(other, on=((other.day == CoverageItem.day) & (other.title_key == CoverageItem.title_key)))
        .where(
            (CoverageItem.outlet == gone)
            & (other.outlet == kept)
            & (CoverageItem.title_key != "")
            & CoverageItem.removed_at.is_null()
            & other.removed_at.is_null()
        )
        .order_by(CoverageItem.day, CoverageItem.id)
    )
    for row in query:
        yield Clash(Conflict(ConflictKind.SAME_PIECE, row.title, day=row.day), trash=row.id)


def _counted_twice(kept: int, gone: int) -> Iterator[Clash]:
    """Counts without titles on the same day add up, for nobody can say whether they are the same pieces."""
    both = _days(gone, CoverageItem.title_key == "") & _days(kept, CoverageItem.title_key == "")
    for day in sorted(both):
        yield Clash(Conflict(ConflictKind.COUNTED_TWICE, day=day))


def _none_today(kept: int, gone: int) -> Iterator[Clash]:
    """Something ran after all, or nothing was said twice: one of the two sayings is set aside."""
    said = {row.day: row for row in NoneToday.select().where(NoneToday.outlet == kept)}
    ran, ran_there = _days(kept), _days(gone)
    for row in NoneToday.select().where(NoneToday.outlet == gone).order_by(NoneToday.day):
        if row.day in ran:
            yield Clash(Conflict(ConflictKind.NONE_AND_REPORT, day=row.day), (row,))
        elif row.day in said:
            yield Clash(Conflict(ConflictKind.NONE_TWICE, day=row.day), (row,))
    for day in sorted(said.keys() & ran_there):
        yield Clash(Conflict(ConflictKind.NONE_AND_REPORT, day=day), (said[day],))


def _tenures(kept: int, gone: int) -> Iterator[Clash]:
    """Two people in one role on one day: the survivor's stays in office."""
    theirs = list(Tenure.select().where(Tenure.outlet == kept))
    for row in Tenure.select().where(Tenure.outlet == gone).order_by(Tenure.id):
        span = Span(row.since, row.until)
        if any(one.role == row.role and Span(one.since, one.until).meets(span) for one in theirs):
            taken = HandoverItem.select().where(HandoverItem.tenure == row.id).order_by(HandoverItem.id)
            role = f"contact_role.{row.role.value}"
            yield Clash(Conflict(ConflictKind.TENURE, row.name, role, row.since), (row, *taken))


def _programmes(kept: int, gone: int) -> Iterator[Clash]:
    theirs = {name_key(row.name): row.id for row in Programme.select().where(Programme.outlet == kept)}
    for row in Programme.select().where(Programme.outlet == gone).order_by(Programme.id):
        same = theirs.get(name_key(row.name))
        if same is not None:
            yield Clash(Conflict(ConflictKind.PROGRAMME, row.name), (row,), stands_for=(row.id, same))


def _quotas(kept: int, gone: int) -> Iterator[Clash]:
    theirs = {row.quota_id for row in QuotaMember.select().where(QuotaMember.outlet == kept)}
    query = QuotaMember.select(QuotaMember, Quota).join(Quota).where(QuotaMember.outlet == gone)
    for row in query.order_by(QuotaMember.id):
        if row.quota_id in theirs:
            yield Clash(Conflict(ConflictKind.QUOTA, row.quota.label), (row,))


def _exceptions(kept: int, gone: int) -> Iterator[Clash]:
    theirs = list(DayException.select().where(DayException.outlet == kept))
    for row in DayException.select().where(DayException.outlet == gone).order_by(DayException.since):
        if any(one.since <= row.until and row.since <= one.until for one in theirs):
            yield Clash(Conflict(ConflictKind.DAYS, row.note, day=row.since), (row,))


def _columns(kept: int, gone: int) -> Iterator[Clash]:
    """The same headings remembered for both senders: the survivor's reading of them stays."""
    tables: tuple[Any, ...] = (RememberedMapping, CaseColumns)
    for table in tables:
        theirs = {row.signature for row in table.select(table.signature).where(table.sender == kept)}
        for row in table.select().where(table.sender == gone).order_by(table.id):
            if row.signature in theirs:
                yield Clash(Conflict(ConflictKind.COLUMNS), (row,))


def _months(kept: int, gone: int) -> Iterator[Clash]:
    """One file spoke of both for the same month: its rows are added up."""
    theirs = {(row.batch_id, row.month): row for row in ImportMonth.select().where(ImportMonth.unit == kept)}
    for row in ImportMonth.select().where(ImportMonth.unit == gone).order_by(ImportMonth.id):
        same = theirs.get((row.batch_id, row.month))
        if same is not None:
            both = ImportMonth(
                batch=row.batch_id,
                unit=kept,
                month=row.month,
                accepted=row.accepted + same.accepted,
                turned_down=row.turned_down + same.turned_down,
            )
            yield Clash(Conflict(ConflictKind.MONTH, day=row.month), (same, row), instead=both)


def _helpers(kept: int, gone: int) -> Iterator[Clash]:
    """Both help with one case: once is enough. Nobody helps with what he leads."""
    theirs: Any = CaseUnit.select(CaseUnit.case).where(CaseUnit.unit == kept)
    leads: Any = Case.select(Case.id).where(Case.unit.in_([kept, gone]))
    known = {case for (case,) in theirs.tuples()} | {case for (case,) in leads.tuples()}
    query = CaseUnit.select(CaseUnit, Case).join(Case).where(CaseUnit.unit == gone).order_by(CaseUnit.id)
    for row in query:
        if row.case_id in known:
            yield Clash(Conflict(ConflictKind.HELPER, row.case.title), (row,))


def _sent_to(kept: int, gone: int) -> Iterator[Clash]:
    """One manuscript was sent to both: once is enough."""
    theirs: Any = ManuscriptOutlet.select(ManuscriptOutlet.manuscript).where(ManuscriptOutlet.outlet == kept)
    known = {manuscript for (manuscript,) in theirs.tuples()}
    query = ManuscriptOutlet.select(ManuscriptOutlet, Manuscript).join(Manuscript)
    for row in query.where(ManuscriptOutlet.outlet == gone).order_by(ManuscriptOutlet.id):
        if row.manuscript_id in known:
            yield Clash(Conflict(ConflictKind.SENT_TO, row.manuscript.title), (row,))


def _manuscripts(kept: int, gone: int) -> Iterator[Clash]:
    """Both sent one title on one day: the survivor's stays, the other is set aside with what hangs on it."""
    other = Manuscript.alias()
    same = (other.sent_on == Manuscript.sent_on) & (other.title_key == Manuscript.title_key)
    both = Manuscript.removed_at.is_null() & other.removed_at.is_null()
    query = Manuscript.select(Manuscript).join(other, on=same)
    for row in query.where((Manuscript.unit == gone) & (other.unit == kept) & both).order_by(Manuscript.id):
        hanging = [
            each
            for table in (ManuscriptOutlet, ManuscriptUse)
            for each in table.select().where(table.manuscript == row.id).order_by(table.id)
        ]
        yield Clash(Conflict(ConflictKind.MANUSCRIPT, row.title, day=row.sent_on), (row, *hanging))


def _days(outlet: int, condition: Any = True) -> set[dt.date]:
    """Days on which an outlet ran something."""
    query: Any = CoverageItem.select(CoverageItem.day).where(
        (CoverageItem.outlet == outlet) & CoverageItem.removed_at.is_null() & condition
    )
    return {day for (day,) in query.distinct().tuples()}


Finder = Callable[[int, int], Iterator[Clash]]
"""Finds what stands on both sides: the survivor first, then the one that goes."""

FINDERS: Mapping[MergeKind, tuple[Finder, ...]] = {
    MergeKind.OUTLET: (
        _same_piece,
        _counted_twice,
        _none_today,
        _tenures,
        _programmes,
        _quotas,
        _exceptions,
        _sent_to,
    ),
    MergeKind.UNIT: (_columns, _months, _helpers, _manuscripts),
}
"""A table with a rule of its own about what may stand once needs a finder here, or its rows cannot move."""
