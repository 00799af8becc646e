"""Kinds of things that lie in the trash: how each is named, found, put back and removed for good."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from peewee import JOIN

from xcdesk.db import bulk
from xcdesk.models import (
    Activity,
    ActivityFile,
    AdvertPlan,
    Case,
    CoverageItem,
    Evidence,
    Manuscript,
    Outlet,
    Quota,
    QuotaMember,
    RemovedRow,
    Unit,
)
from xcdesk.services.cases import registering, words
from xcdesk.services.log import coverage, evidence
from xcdesk.services.log.coverage import ItemVersion
from xcdesk.services.log.evidence import EvidenceVersion
from xcdesk.services.record.actor import Actor
from xcdesk.services.roster import removed
from xcdesk.services.search import texts
from xcdesk.services.targets import advert_changes, quota_versions
from xcdesk.services.trackers import activity_changes, manuscript_changes
from xcdesk.services.trash import roster


@dataclass(frozen=True, slots=True)
class Name:
    """What a removed thing is called and where it stood; both are plain words of the office's own."""

    title: str
    place: str


Names = Mapping[int, Name]
"""The names of some rows, by their ids."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind.

    Attributes:
        model: its table; a row with ``removed_at`` lies in the trash.
        key: column of the numbers by which things of this kind are known.
        holds: condition on the rows whose text holds the words.
        names: what rows are called.
        restore: puts one row back at the version it has, inside the caller's transaction, and answers the
            new one; refused with a `DeskError` where something stands in its place now.
        remove: takes one row away again.
        restored: adds the entry of the record for rows put back; None where ``restore`` does so itself.
        removed: likewise for rows taken away again.
        erase: deletes rows and all that hangs on them.
        removers: who removed rows; None where the record tells it.
        only: condition on the rows of a table that keeps several kinds.
    """

    model: Any
    key: Any
    holds: Callable[[str], Any]
    names: Callable[[Sequence[int]], Names]
    restore: Callable[[Actor, ItemVersion], int]
    remove: Callable[[Actor, ItemVersion], int]
    erase: Callable[[Sequence[int]], None]
    restored: Callable[[Actor, Sequence[ItemVersion]], None] | None = None
    removed: Callable[[Actor, Sequence[ItemVersion]], None] | None = None
    removers: Callable[[Sequence[int]], Mapping[int, str]] | None = None
    only: Any = None

    def there(self) -> Any:
        """Condition on the rows of this kind that lie in the trash."""
        lies = self.model.removed_at.is_null(False)
        return lies if self.only is None else lies & self.only


def _named(query: Any) -> Callable[[Sequence[int]], Names]:
    """Names out of a query for number, title and the words of the place, in the order they are said in."""

    def names(ids: Sequence[int]) -> Names:
        found: dict[int, Name] = {}
        for some in bulk.chunks(ids):
            for row, title, *place in query.where(query.model.id.in_(some)).tuples():
                found[row] = Name(title, " ".join(str(word) for word in place if word))
        return found

    return names


def _report_holds(typed: str) -> Any:
    found = texts.items(typed, removed=True)
    condition = found[0]
    for other in found[1:]:
        condition &= other
    return condition


def _erase_reports(ids: Sequence[int]) -> None:
    evidence.erase_of_items(ids)
    CoverageItem.delete().where(CoverageItem.id.in_(ids)).execute()


def _quotas(ids: Sequence[int]) -> Names:
    query: Any = Quota.select(Quota, QuotaMember, Outlet.name)
    query = query.join(QuotaMember, JOIN.LEFT_OUTER).join(Outlet, JOIN.LEFT_OUTER)
    found: dict[int, Name] = {}
    for row in query.where(Quota.id.in_(list(ids))).order_by(QuotaMember.id).dicts():
        before = found.get(row["id"], Name(row["label"], ""))
        names = [name for name in (before.place, row["name"] or "") if name]
        found[row["id"]] = Name(before.title, "、".join(names))
    return found


def _erase_quotas(ids: Sequence[int]) -> None:
    QuotaMember.delete().where(QuotaMember.quota.in_(ids)).execute()
    Quota.delete().where(Quota.id.in_(ids)).execute()


def _cases(ids: Sequence[int]) -> Names:
    query: Any = Case.select(Case, Unit).join(Unit).where(Case.id.in_(list(ids)))
    return {case.id: Name(case.title, f"{case.unit.name} {words.number(case)}") for case in query}


def _erase_adverts(ids: Sequence[int]) -> None:
    AdvertPlan.delete().where(AdvertPlan.id.in_(list(ids))).execute()


def _restored(actor: Actor, items: Sequence[ItemVersion]) -> None:
    coverage.record_many(actor, "coverage.restored", items)


def _removed(actor: Actor, items: Sequence[ItemVersion]) -> None:
    coverage.record_many(actor, "coverage.removed", items)


def _kept(
    title: Any,
    names: Callable[[Sequence[int]], Names],
    restore: Callable[[Actor, int, int], int],
    remove: Callable[[Actor, int, int], int],
    erase: Callable[[Sequence[int]], None],
    only: Any = None,
) -> Kind:
    """A kind whose rows stay in their table with a mark, and are found by the column ``title``."""
    return Kind(
        model=title.model,
        key=title.model.id,
        holds=title.contains,
        names=names,
        restore=lambda actor, one: restore(actor, one.id, one.version),
        remove=lambda actor, one: remove(actor, one.id, one.version),
        erase=erase,
        only=only,
    )


def _of_roster(
    kind: str, restore: Callable[[Actor, ItemVersion], int], remove: Callable[[Actor, ItemVersion], int]
) -> Kind:
    """A kind whose rows leave their table when they are removed."""
    return Kind(
        model=RemovedRow,
        key=RemovedRow.row,
        holds=RemovedRow.title.contains,
        names=lambda ids: {row: Name(*name) for row, name in roster.names(kind, ids).items()},
        restore=restore,
        remove=remove,
        erase=lambda ids: removed.erase(kind, ids),
        removers=lambda ids: roster.removers(kind, ids),
        only=RemovedRow.kind == kind,
    )


_PIECES: Any = Evidence.select(Evidence.id, Evidence.label, Outlet.name, CoverageItem.day, CoverageItem.title)
_REPORTS: Any = CoverageItem.select(CoverageItem.id, CoverageItem.title, Outlet.name, CoverageItem.day)
_ADVERTS: Any = AdvertPlan.select(AdvertPlan.id, AdvertPlan.slot, Outlet.name, AdvertPlan.since)
_MANUSCRIPTS: Any = Manuscript.select(Manuscript.id, Manuscript.title, Unit.name, Manuscript.sent_on)
_ACTIVITIES: Any = Activity.select(Activity.id, Activity.title, Unit.name, Activity.day)
_FILES: Any = ActivityFile.select(ActivityFile.id, ActivityFile.label, Activity.title)
KINDS: Mapping[str, Kind] = {
    "coverage_item": Kind(
        model=CoverageItem,
        key=CoverageItem.id,
        holds=_report_holds,
        names=_named(_REPORTS.join(Outlet)),
        restore=lambda _, item: coverage.put_back([item])[0].version,
        remove=lambda _, item: coverage.take_away([item])[0].version,
        erase=_erase_reports,
        restored=_restored,
        removed=_removed,
    ),
    "quota": _kept(
        Quota.label, _quotas, quota_versions.restore_quota, quota_versions.remove_quota, _erase_quotas
    ),
    "evidence": _kept(
        Evidence.label,
        _named(_PIECES.join(CoverageItem).join(Outlet)),
        lambda actor, row, version: evidence.restore(actor, EvidenceVersion(row, version)).version,
        lambda actor, row, version: evidence.remove(actor, EvidenceVersion(row, version)).version,
        evidence.erase,
    ),
    "followup_case": _kept(
        Case.title, _cases, registering.restore, registering.remove, registering.blank, Case.title != ""
    ),
    "advert_plan": _kept(
        AdvertPlan.slot,
        _named(_ADVERTS.join(Outlet)),
        advert_changes.restore_advert,
        advert_changes.remove_advert,
        _erase_adverts,
    ),
    "manuscript": _kept(
        Manuscript.title,
        _named(_MANUSCRIPTS.join(Unit)),
        manuscript_changes.restore_manuscript,
        manuscript_changes.remove_manuscript,
        manuscript_changes.erase,
    ),
    "activity": _kept(
        Activity.title,
        _named(_ACTIVITIES.join(Unit, JOIN.LEFT_OUTER)),
        activity_changes.restore_activity,
        activity_changes.remove_activity,
        activity_changes.erase,
    ),
    "activity_file": _kept(
        ActivityFile.label,
        _named(_FILES.join(Activity)),
        activity_changes.put_back,
        activity_changes.detach,
        activity_changes.erase_files,
    ),
    "tenure": _of_roster("tenure", roster.restore_tenure, roster.remove_tenure),
    "programme": _of_roster("programme", roster.restore_programme, roster.remove_programme),
    "day_exception": _of_roster("day_exception", roster.restore_days, roster.remove_days),
}
"""Every kind, by the name of its table, in the order in which a list offers them."""
