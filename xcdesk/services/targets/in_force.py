"""Quotas (任务指标) as they are set: what is asked of whom, from when to when; `quota_versions` sets them."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from xcdesk import clock
from xcdesk.codes import QuotaPeriod, QuotaSubject
from xcdesk.errors import NotFoundError
from xcdesk.models import Outlet, Quota, QuotaMember


@dataclass(frozen=True, slots=True)
class Member:
    """An outlet that owes a quota from ``since`` to ``until``; None is the end of the quota itself."""

    outlet_id: int
    since: dt.date | None = None
    until: dt.date | None = None

    def owes_on(self, day: dt.date) -> bool:
        """Whether the outlet owes it on ``day``."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class QuotaTerms:
    """What a quota asks: so much of a subject in each period, of these outlets, on these days.

    ``members`` are empty where the office as a whole owes it; a day of None leaves that end open.
    """

    label: str
    subject: QuotaSubject
    period: QuotaPeriod
    minimum: int
    since: dt.date | None = None
    until: dt.date | None = None
    members: tuple[Member, ...] = ()


@dataclass(frozen=True, slots=True)
class QuotaVersion:
    """One version of a quota. ``first`` is the first day of its first version, None for always."""

    id: int
    code: str
    terms: QuotaTerms
    version: int
    position: int
    first: dt.date | None

    @property
    def active(self) -> bool:
        """Whether it is in force or still will be."""
        return self.terms.until is None or self.terms.until >= clock.today()

    def holds_on(self, day: dt.date) -> bool:
        """Whether this version is in force on ``day``."""
        return (self.terms.since is None or self.terms.since <= day) and (
            self.terms.until is None or day <= self.terms.until
        )

    def outlets_on(self, day: dt.date) -> frozenset[int]:
        """Outlets that owe it on ``day``."""
        return frozenset(member.outlet_id for member in self.terms.members if member.owes_on(day))


def versions() -> tuple[QuotaVersion, ...]:
    """Every version of every quota, quotas in their own order, the oldest version first."""
    return _read(Quota.select().where(Quota.removed_at.is_null()))


def in_force(day: dt.date) -> tuple[QuotaVersion, ...]:
    """The version of each quota that is in force on ``day``, in the order of the list."""
    return tuple(version for version in versions() if version.holds_on(day))


def owing_daily(versions: Iterable[QuotaVersion], day: dt.date) -> frozenset[int]:
    """Outlets that owe something on each of their publication days, on ``day``."""
    return frozenset(
        outlet
        for quota in versions
        if quota.terms.period == QuotaPeriod.PUBLICATION_DAY
        and quota.terms.subject == QuotaSubject.ITEMS
        and quota.holds_on(day)
        for outlet in quota.outlets_on(day)
    )


def version_of(quota: int) -> QuotaVersion:
    """One version by its id; raises `NotFoundError`."""
    found = _read(Quota.select().where(Quota.id == quota))
    if not found:
        raise NotFoundError(what="quota", name=quota)
    return found[0]


def _read(quotas: Iterable[Quota]) -> tuple[QuotaVersion, ...]:
    found = list(quotas)
    members: dict[int, list[Member]] = defaultdict(list)
    columns = (QuotaMember.quota, QuotaMember.outlet, QuotaMember.since, QuotaMember.until)
    query: Any = QuotaMember.select(*columns).join(Outlet).order_by(Outlet.position, Outlet.id)
    for quota, outlet, since, until in query.tuples():
        members[quota].append(Member(outlet, since, until))
    firsts = _firsts(found)
    made = [_version(row, tuple(members[row.id]), firsts[row.code]) for row in found]
    return tuple(sorted(made, key=lambda one: (one.position, one.code, one.terms.since or dt.date.min)))


def _firsts(found: Iterable[Quota]) -> Mapping[str, dt.date]:
    days: dict[str, dt.date] = {}
    for row in found:
        since = row.since or dt.date.min
        days[row.code] = min(since, days.get(row.code, since))
    return days


def _version(row: Quota, members: tuple[Member, ...], first: dt.date) -> QuotaVersion:
    terms = QuotaTerms(row.label, row.subject, row.period, row.minimum, row.since, row.until, members)
    begun = None if first == dt.date.min else first
    return QuotaVersion(row.id, row.code, terms, row.version, row.position, begun)
