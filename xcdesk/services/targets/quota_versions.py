"""Quotas as they are set: what is asked of whom from which day to which, one version after another.

The figures against them are those of `xcdesk.services.targets.quotas`. What was asked in the past is not
rewritten: a change from a day on ends the version before it and begins another one.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace

from peewee import fn

from xcdesk import clock
from xcdesk.codes import QuotaSubject
from xcdesk.db.base import database
from xcdesk.errors import DeskError, NotFoundError
from xcdesk.models import Outlet, Quota, QuotaMember
from xcdesk.services.record import audit, rows
from xcdesk.services.record.actor import Actor
from xcdesk.services.targets.in_force import Member, QuotaTerms, version_of, versions
from xcdesk.wording import Label, Listed

_DAY = dt.timedelta(days=1)
_LABEL_LIMIT = 40


class BadQuotaError(DeskError):
    """The minimum is below 0, or the quota would end before it begins."""

    code = "quota.bad_change"


class QuotaOverlapError(DeskError):
    """The same is asked of the same outlets already on some of these days."""

    code = "quota.overlap"


class NoMembersError(DeskError):
    """Outlets are to owe it, and none is chosen."""

    code = "quota.no_members"


class BadMemberDaysError(DeskError):
    """An outlet would owe it outside the days of the quota, or end before it begins."""

    code = "quota.member_days"


class SplitDayError(DeskError):
    """A change from a day on needs a day on which the version is in force, after its first."""

    code = "quota.split_day"


@dataclass(frozen=True, slots=True)
class Split:
    """What a change from a day on did: the version that it ended and the one that it began."""

    ended: int
    ended_version: int
    begun: int
    begun_version: int
    until_before: dt.date | None
    until_after: dt.date


def add_quota(actor: Actor, terms: QuotaTerms) -> int:
    """Begin a quota of its own, at the end of the list, and return its id.

    Raises:
        BadQuotaError: a minimum below 0, or an end before the beginning.
        BadMemberDaysError: an outlet would owe it outside these days.
        QuotaOverlapError: the same is asked of the same outlets on some of these days.
    """
    with database.atomic():
        fields = _fields(terms)
        _require_free(terms, code=None, but=None)
        last = Quota.select(fn.MAX(Quota.position)).scalar() or 0
        made = Quota.create(**fields, code=_free_code(terms.subject), position=last + 1)
        _put_members(made.id, terms.members)
        _record(actor, "quota.added", made.id, terms)
    return int(made.id)


def change_quota(actor: Actor, quota: int, version: int, terms: QuotaTerms) -> int:
    """Rewrite a version, on all of its days, and return its new number.

    Raises:
        NotFoundError: there is no such quota.
        BadQuotaError: a minimum below 0, or an end before the beginning.
        BadMemberDaysError: an outlet would owe it outside these days.
        QuotaOverlapError: the same is asked of the same outlets on some of these days.
        StaleRowError: somebody changed it meanwhile.
    """
    with database.atomic():
        fields = _fields(terms)
        row, before = _get(quota), version_of(quota).terms
        _require_free(terms, code=row.code, but=quota)
        stepped = rows.save_versioned(row, version, fields)
        _put_members(quota, terms.members)
        _record(actor, "quota.changed", quota, terms, before)
    return stepped


def change_from(actor: Actor, quota: int, version: int, terms: QuotaTerms) -> Split:
    """Let a quota ask something else from ``terms.since`` on; what was asked before that day stays.

    Raises:
        SplitDayError: the version is not in force before and on that day.
        BadQuotaError, BadMemberDaysError, QuotaOverlapError, StaleRowError: as `change_quota`.
    """
    with database.atomic():
        before = version_of(quota)
        since = terms.since
        if since is None or not (before.holds_on(since - _DAY) and before.holds_on(since)):
            raise SplitDayError(name=before.terms.label, field="since")
        last = since - _DAY
        ended = rows.save_versioned(_get(quota), version, {"until": last})
        fields = _fields(terms)
        _require_free(terms, code=before.code, but=quota)
        made = Quota.create(**fields, code=before.code, position=before.position)
        _put_members(made.id, terms.members)
        _record(actor, "quota.changed_from", made.id, terms)
    return Split(quota, ended, int(made.id), 1, before.terms.until, last)


def take_back_split(actor: Actor, split: Split) -> Split:
    """Take a change from a day on back, as if it had not been entered; returns the numbers of now.

    Raises:
        StaleRowError: somebody changed one of the two versions meanwhile; nothing was written.
    """
    return _swing_split(actor, split, back=True)


def put_back_split(actor: Actor, split: Split) -> Split:
    """Enter a change from a day on again that was taken back; returns the numbers of now."""
    return _swing_split(actor, split, back=False)


def end_quota(actor: Actor, quota: int, version: int, until: dt.date | None) -> int:
    """Let a quota end after ``until``, or go on without end; returns its new number."""
    before = version_of(quota)
    members = tuple(_within(member, until) for member in before.terms.members)
    kept = tuple(member for member in members if _starts_by(member, until))
    return change_quota(actor, quota, version, replace(before.terms, until=until, members=kept))


def remove_quota(actor: Actor, quota: int, version: int) -> int:
    """Take a version away that was entered by mistake; returns its new number."""
    with database.atomic():
        stepped = rows.save_versioned(_get(quota), version, {"removed_at": clock.utc_now()})
        audit.record(actor, "quota.removed", f"quota:{quota}")
    return stepped


def restore_quota(actor: Actor, quota: int, version: int) -> int:
    """Put a version back that was taken away; returns its new number.

    Raises:
        QuotaOverlapError: the same is asked by another one meanwhile.
    """
    with database.atomic():
        there = version_of(quota)
        _require_free(there.terms, code=there.code, but=quota)
        stepped = rows.save_versioned(_get(quota), version, {"removed_at": None})
        audit.record(actor, "quota.restored", f"quota:{quota}")
    return stepped


def _swing_split(actor: Actor, split: Split, *, back: bool) -> Split:
    with database.atomic():
        begun = _get(split.begun)
        away = clock.utc_now() if back else None
        until = split.until_before if back else split.until_after
        begun_version = rows.save_versioned(begun, split.begun_version, {"removed_at": away})
        ended = rows.save_versioned(_get(split.ended), split.ended_version, {"until": until})
        action = "quota.change_taken_back" if back else "quota.changed_from"
        audit.record(actor, action, f"quota:{split.begun}", before=split.ended)
        grown = version_of(split.ended if back else split.begun)
        _require_free(grown.terms, code=grown.code, but=grown.id)
    return replace(split, ended_version=ended, begun_version=begun_version)


def _within(member: Member, until: dt.date | None) -> Member:
    """The member without days after the new end of its quota."""
    late = until is not None and member.until is not None and member.until > until
    return replace(member, until=None) if late else member


def _starts_by(member: Member, until: dt.date | None) -> bool:
    return until is None or member.since is None or member.since <= until


def _fields(terms: QuotaTerms) -> dict[str, object]:
    if terms.minimum < 0 or _ends_early(terms.since, terms.until):
        raise BadQuotaError(name=terms.label, field="minimum" if terms.minimum < 0 else "until")
    for member in terms.members:
        outside = _ends_early(terms.since, member.until) or _ends_early(member.since, terms.until)
        if outside or _ends_early(member.since, member.until):
            raise BadMemberDaysError(name=_outlet_name(member.outlet_id), field="members")
    return {
        "label": rows.required_text("label", terms.label, _LABEL_LIMIT),
        "subject": terms.subject,
        "period": terms.period,
        "minimum": terms.minimum,
        "since": terms.since,
        "until": terms.until,
    }


def _ends_early(since: dt.date | None, until: dt.date | None) -> bool:
    return since is not None and until is not None and until < since


def _require_free(terms: QuotaTerms, code: str | None, but: int | None) -> None:
    """Refuse what another version asks already; two desks that set one subject wait for each other."""
    Quota.update(position=Quota.position).where(Quota.subject == terms.subject).execute()
    for other in versions():
        if other.id == but or not _same_days(terms, other.terms):
            continue
        twice = _asked_twice(terms, other.terms)
        if other.code == code or twice is not None:
            raise QuotaOverlapError(
                name=other.terms.label,
                since=other.terms.since or "…",
                until=other.terms.until or "…",
                outlets=Listed(tuple(map(_outlet_name, twice or ()))) or Label("quota.office"),
                field="since",
            )


def _same_days(one: QuotaTerms | Member, other: QuotaTerms | Member) -> bool:
    return not (_ends_early(one.since, other.until) or _ends_early(other.since, one.until))


def _asked_twice(one: QuotaTerms, other: QuotaTerms) -> Sequence[int] | None:
    """Outlets of which both ask the same on the same days; None for none, empty for the office itself."""
    if (one.subject, one.period) != (other.subject, other.period):
        return None
    if not one.members and not other.members:
        return ()
    days = {member.outlet_id: member for member in other.members}
    both = [
        member.outlet_id
        for member in one.members
        if member.outlet_id in days and _same_days(member, days[member.outlet_id])
    ]
    return both or None


def _put_members(quota: int, members: Sequence[Member]) -> None:
    QuotaMember.delete().where(QuotaMember.quota == quota).execute()
    for member in members:
        QuotaMember.create(quota=quota, outlet=member.outlet_id, since=member.since, until=member.until)


def _record(
    actor: Actor, action: str, quota: int, terms: QuotaTerms, before: QuotaTerms | None = None
) -> None:
    facts = {key: value for key, value in asdict(terms).items() if key != "subject"}
    if before is not None:
        facts["changes"] = _changes(before, terms)
    audit.record(actor, action, f"quota:{quota}", counts=terms.subject.value, **facts)


def _changes(before: QuotaTerms, terms: QuotaTerms) -> dict[str, list[object]]:
    """What another wording of a quota changes: before and after by name, outlets by their numbers."""
    pairs: dict[str, list[object]] = {
        name: [getattr(before, name), getattr(terms, name)]
        for name in ("label", "subject", "period", "minimum", "since", "until")
    }
    pairs["members"] = [[member.outlet_id for member in one.members] for one in (before, terms)]
    return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}


def _free_code(subject: QuotaSubject) -> str:
    """A code that no quota ever had."""
    taken = {row.code for row in Quota.select(Quota.code)}
    number = 1
    while (code := subject.value if number == 1 else f"{subject.value}_{number}") in taken:
        number += 1
    return code


def _outlet_name(outlet: int) -> str:
    row = Outlet.get_or_none(Outlet.id == outlet)
    if row is None:
        raise NotFoundError(what="outlet", name=outlet)
    return str(row.name)


def _get(quota: int) -> Quota:
    row = Quota.get_or_none(Quota.id == quota)
    if row is None:
        raise NotFoundError(what="quota", name=quota)
    return row
