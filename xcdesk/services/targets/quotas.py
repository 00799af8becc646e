"""Quotas (任务指标): what is owed, what is done, and where a yearly one should stand today."""

import datetime as dt
import math
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from xcdesk import clock
from xcdesk.codes import QuotaPeriod, QuotaSubject
from xcdesk.services.counts import counting
from xcdesk.services.counts.item_filter import ItemFilter
from xcdesk.services.roster.outlets import OutletRow, outlets
from xcdesk.services.targets import in_force, weekly
from xcdesk.services.targets.in_force import QuotaVersion

OFFICE = "office"
"""Who owes a quota that has no members."""
CAMPAIGN = "campaign"
"""Period of a quota that runs as long as the campaign."""


@dataclass(frozen=True, slots=True)
class Pace:
    """Where a yearly quota stands.

    Attributes:
        expected: how much should be done by the day asked for, an even pace assumed.
        reached_on: day on which the minimum was reached, or will be at the present rate; None at rate 0.
        in_time: whether that day lies within the period.
    """

    expected: float
    reached_on: dt.date | None
    in_time: bool


@dataclass(frozen=True, slots=True)
class QuotaRow:
    """One quota of one who owes it, over the period that holds the day asked for.

    Attributes:
        quota: code; ``label`` is its name, ``version`` that of the quota itself.
        who: name of the outlet, or `OFFICE`; ``outlet`` is the outlet's row.
        period: ISO text (``2019-03-05``, ``2019-W10``, ``2019``) from ``since`` to ``until``.
        minimum: 0 on a day on which the outlet does not publish; for advertisements what the plan asks,
            where that is more.
    """

    quota: str
    label: str
    subject: QuotaSubject
    version: int
    who: str
    outlet: OutletRow | None
    period: str
    since: dt.date
    until: dt.date
    done: int
    minimum: int
    met: bool
    pace: Pace | None


class _Span(NamedTuple):
    text: str
    since: dt.date
    until: dt.date


@dataclass(frozen=True, slots=True)
class _Done:
    """How much is done, on which days where a pace is asked for, and how much a plan asks besides."""

    count: int
    days: tuple[dt.date, ...] | None = None
    planned: int = 0


def quotas_on(
    day: dt.date,
    subjects: Collection[QuotaSubject] = frozenset(QuotaSubject),
    known: Sequence[OutletRow] | None = None,
) -> tuple[QuotaRow, ...]:
    """Every quota in force on ``day``, in the order of the list, outlets in the order of the roster.

    Args:
        day: which day.
        subjects: quotas of all others are left out, and with them what it takes to count these.
        known: the outlets of that day, where the caller has read them.
    """
    roster = {row.id: row for row in (outlets(on=day) if known is None else known) if row.active}
    found: list[QuotaRow] = []
    for quota in in_force.in_force(day):
        span = _span(quota, day)
        subject = quota.terms.subject
        if subject not in subjects:
            continue
        if quota.terms.members:
            members = quota.outlets_on(day)
            owing = [row for outlet, row in roster.items() if outlet in members]
            done = _done_by_outlet(subject, owing, span)
            found += [_row(quota, outlet, done[outlet.id], span, day) for outlet in owing]
        else:
            total = _done_by_all(subject, roster, span)
            found.append(_row(quota, None, total, span, day))
    return tuple(found)


def pace(days: tuple[dt.date, ...], minimum: int, span: tuple[dt.date, dt.date], today: dt.date) -> Pace:
    """Where a quota should stand on ``today``, from the days on which something was done."""
    since, until = span
    length, elapsed = (until - since).days + 1, (min(today, until) - since).days + 1
    expected = minimum * elapsed / length
    done = [day for day in days if day <= today]
    if len(done) >= minimum:
        reached = sorted(done)[minimum - 1] if minimum else since
        return Pace(expected, reached, in_time=True)
    if not done:
        return Pace(expected, None, in_time=False)
    needed = math.ceil(minimum * elapsed / len(done))
    reached = since + dt.timedelta(days=needed - 1)
    return Pace(expected, reached, in_time=reached <= until)


def _span(quota: QuotaVersion, day: dt.date) -> _Span:
    period = quota.terms.period
    if period == QuotaPeriod.ISO_WEEK:
        year, week, _ = day.isocalendar()
        return _Span(f"{year}-W{week:02d}", *clock.week_of(day))
    if period == QuotaPeriod.YEAR:
        return _Span(str(day.year), dt.date(day.year, 1, 1), dt.date(day.year, 12, 31))
    if period == QuotaPeriod.CAMPAIGN:
        return _Span(CAMPAIGN, quota.first or dt.date(day.year, 1, 1), quota.terms.until or day)
    return _Span(day.isoformat(), day, day)


def _done_by_outlet(subject: QuotaSubject, owing: list[OutletRow], span: _Span) -> Mapping[int, _Done]:
    if subject == QuotaSubject.ITEMS:
        found = counting.pieces_by_outlet(span.since, span.until)
        return {outlet.id: _Done(found.get(outlet.id, 0)) for outlet in owing}
    if subject == QuotaSubject.PLACEMENTS:
        each = counting.external_days([outlet.id for outlet in owing], span.since, span.until)
        return {outlet: _Done(len(days), days) for outlet, days in each.items()}
    if subject == QuotaSubject.CONTRIBUTIONS:
        accepted = Counter(one.outlet_id for one in weekly.accepted(span.since, span.until))
        return {outlet.id: _Done(accepted[outlet.id]) for outlet in owing}
    if subject == QuotaSubject.ADVERTISEMENTS:
        return _advertised(owing, span)
    if subject == QuotaSubject.LINK:
        from xcdesk.services.roster import links  # start-up time

        carrying = links.outlets_with_link()
        return {outlet.id: _Done(int(outlet.id in carrying)) for outlet in owing}
    return {outlet.id: _Done(_is_there(subject, outlet)) for outlet in owing}


def _is_there(subject: QuotaSubject, outlet: OutletRow) -> int:
    """1 for what the outlet has, 0 for what it lacks or this version does not know of."""
    there = {
        QuotaSubject.COLUMN: outlet.has_column,
        QuotaSubject.LEADER: outlet.leader is not None,
        QuotaSubject.LIAISON: outlet.liaison is not None,
    }
    return int(there.get(subject, False))


def _advertised(owing: Sequence[OutletRow], span: _Span) -> Mapping[int, _Done]:
    """What ran of the advertisement plan, which is what this quota asks."""
    from xcdesk.services.targets import advert_weeks  # start-up time

    found: dict[int, _Done] = {outlet.id: _Done(0) for outlet in owing}
    for week in advert_weeks.weeks(span.since, span.until):
        before = found.get(week.outlet_id)
        if before is not None:
            planned = before.planned + week.planned
            found[week.outlet_id] = _Done(before.count + week.ran, planned=planned)
    return found


def _done_by_all(subject: QuotaSubject, roster: Mapping[int, OutletRow], span: _Span) -> _Done:
    """What is done for a quota that the office owes as a whole."""
    if subject == QuotaSubject.ADVERTISEMENTS:
        each = _advertised(tuple(roster.values()), span).values()
        return _Done(sum(one.count for one in each), planned=sum(one.planned for one in each))
    return _Done(_counted_by_all(subject, roster, span))


def _counted_by_all(subject: QuotaSubject, roster: Mapping[int, OutletRow], span: _Span) -> int:
    within = ItemFilter(since=span.since, until=span.until)
    if subject == QuotaSubject.ITEMS:
        return counting.count(within).pieces
    if subject == QuotaSubject.PLACEMENTS:
        external = ItemFilter(since=span.since, until=span.until, tiers=counting.EXTERNAL)
        return counting.count(external).pieces
    if subject == QuotaSubject.CONTRIBUTIONS:
        return len(weekly.accepted(span.since, span.until))
    if subject == QuotaSubject.LINK:
        from xcdesk.services.roster import links  # start-up time

        return links.sites_with_link()
    if subject == QuotaSubject.INTERVIEWS:
        from xcdesk.services.cases.wall import interview_days  # start-up time

        return sum(span.since <= day <= span.until for day in interview_days())
    return sum(_is_there(subject, outlet) for outlet in roster.values())


def _row(quota: QuotaVersion, outlet: OutletRow | None, done: _Done, span: _Span, day: dt.date) -> QuotaRow:
    terms = quota.terms
    daily = terms.period == QuotaPeriod.PUBLICATION_DAY
    idle = daily and outlet is not None and not outlet.publishes_on(day)
    minimum = 0 if idle else max(terms.minimum, done.planned)
    measured = None
    if terms.period == QuotaPeriod.YEAR and done.days is not None:
        measured = pace(done.days, minimum, (span.since, span.until), day)
    return QuotaRow(
        quota=quota.code,
        label=terms.label,
        subject=terms.subject,
        version=quota.version,
        who=OFFICE if outlet is None else outlet.name,
        outlet=outlet,
        period=span.text,
        since=span.since,
        until=span.until,
        done=done.count,
        minimum=minimum,
        met=done.count >= minimum,
        pace=measured,
    )
