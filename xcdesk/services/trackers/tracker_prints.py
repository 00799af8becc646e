"""What the trackers print: the advertisement plan, manuscripts and their use, other activities."""

import datetime as dt
from collections.abc import Iterable, Sequence

from xcdesk import clock
from xcdesk.services.counts import activity_counts, use_rates
from xcdesk.services.counts.use_rates import UseRate
from xcdesk.services.office import counting_rules, office_settings
from xcdesk.services.office.counting_rules import CountingRule
from xcdesk.services.office.printed import Period, label
from xcdesk.services.roster.roster_prints import Printout
from xcdesk.services.targets import advert_weeks, adverts
from xcdesk.services.targets.advert_weeks import AdvertWeek
from xcdesk.services.targets.adverts import AdvertRow
from xcdesk.services.trackers import activities, manuscripts
from xcdesk.services.trackers.activities import ActivityFilter, ActivityRow
from xcdesk.services.trackers.manuscripts import ManuscriptFilter, ManuscriptRow
from xcdesk.texts.documents import Block, BlockKind, Document

Cells = tuple[str, ...]

_PLAN = ("number", "outlet", "slot", "per_week", "days", "text", "hotline", "faults")
_WEEKS = ("week", "outlet", "planned", "ran", "short")
_SENT = ("number", "sent_on", "unit", "title", "outlets", "used")
_RATES = ("unit", "sent", "used_count", "rate")
_KINDS = ("kind", "count", "people")
_HELD = ("number", "day", "kind", "unit", "title", "people", "files")
_FIGURES = ("per_week", "planned", "ran", "short", "sent", "used_count", "count", "people", "files")


def advert_sheet(since: dt.date, until: dt.date) -> Printout:
    """The advertisement plan of a period, and week by week what ran of it."""
    first, last = clock.week_of(since)[0], clock.week_of(until)[1]
    plan = [_planned(row, number) for number, row in enumerate(adverts.between(first, last), 1)]
    weeks = sorted(advert_weeks.weeks(since, until), key=lambda week: week.monday)
    today = clock.today()
    blocks = [
        *_table("plan", _PLAN, plan),
        *_table("weeks", _WEEKS, [_week(week, today) for week in weeks]),
        Block(BlockKind.RULE, counting_rules.words(CountingRule.ADVERTS)),
    ]
    return _printout("adverts", Period(first, last), blocks)


def use_sheet(since: dt.date, until: dt.date) -> Printout:
    """How much of what units sent was used, and every manuscript of the period."""
    period = Period(since, until)
    rows = manuscripts.manuscripts(ManuscriptFilter(since, until))
    listed = [_sent(row, number) for number, row in enumerate(reversed(rows), 1)]
    rates = use_rows(use_rates.by_unit(since, until)) if rows else []
    blocks = [
        Block(BlockKind.CAPTION, label("tracker.rates")),
        *([Block(BlockKind.TABLE, rows=tuple(rates))] if rates else [_nothing()]),
        *_table("manuscripts", _SENT, listed),
        Block(BlockKind.RULE, counting_rules.words(CountingRule.USE_RATE)),
    ]
    return _printout("uses", period, blocks)


def activity_sheet(since: dt.date, until: dt.date) -> Printout:
    """Other activities of a period: how many of each kind, and every one of them."""
    rows = activities.activities(ActivityFilter(since, until))
    held = [_held(row, number) for number, row in enumerate(reversed(rows), 1)]
    kinds = [(one.label, str(one.count), str(one.people)) for one in activity_counts.by_kind(since, until)]
    blocks = [*_table("kinds", _KINDS, kinds), *_table("activities", _HELD, held)]
    return _printout("activities", Period(since, until), blocks)


def use_rows(rates: Sequence[UseRate]) -> list[Cells]:
    """The table of use: units that sent something, and all of them together; without any, the total alone."""
    sent = [one for one in rates if one.sent]
    together = use_rates.total(rates, label("bulletin.total"))
    return [_heads(_RATES), *(_rate(one) for one in (*sent, together))]


def percent(rate: float | None) -> str:
    """A rate as it is printed: whole percent with one place, a dash where nothing was sent."""
    return "—" if rate is None else f"{rate * 100:.1f}%"


def _rate(one: UseRate) -> Cells:
    return (one.unit, str(one.sent), str(one.used), percent(one.rate))


def _planned(row: AdvertRow, number: int) -> Cells:
    text = f"《{row.material}》" if row.material else row.wording
    faults = "；".join(label(f"advert.fault.{fault.value}") for fault in row.faults)
    days = label(
        "tracker.days_open" if row.until is None else "tracker.days", since=row.since, until=row.until
    )
    return (str(number), row.outlet, row.slot, str(row.per_week), days, text, row.hotline, faults)


def _week(week: AdvertWeek, today: dt.date) -> Cells:
    number = week.monday.isocalendar().week
    name = label("bulletin.head_week", week=number)
    return (name, week.outlet, str(week.planned), str(week.ran), _short(week, today))


def _short(week: AdvertWeek, today: dt.date) -> str:
    """What is missing of a week: a figure once it is over, so far while it runs, nothing before."""
    if week.monday > today:
        return ""
    over = clock.week_of(week.monday)[1] < today
    return str(week.short) if over or not week.short else label("advert.so_far", count=week.short)


def _sent(row: ManuscriptRow, number: int) -> Cells:
    used = "；".join(f"{use.outlet} {use.day.isoformat()}" for use in row.uses)
    return (str(number), row.sent_on.isoformat(), row.unit, row.title, "、".join(row.outlets), used)


def _held(row: ActivityRow, number: int) -> Cells:
    people = "" if row.people is None else str(row.people)
    unit = row.unit or label("activity.own")
    files = str(len(row.files)) if row.files else ""
    return (str(number), row.day.isoformat(), row.kind_label, unit, row.title, people, files)


def _table(name: str, columns: Sequence[str], rows: Iterable[Cells]) -> list[Block]:
    """A caption with its table, or the one line that there is nothing."""
    found = tuple(rows)
    caption = Block(BlockKind.CAPTION, label(f"tracker.{name}"))
    return [caption, Block(BlockKind.TABLE, rows=(_heads(columns), *found)) if found else _nothing()]


def _nothing() -> Block:
    return Block(BlockKind.RULE, label("tracker.nothing"))


def _heads(columns: Sequence[str]) -> Cells:
    return tuple(label(f"tracker.head.{column}") for column in columns)


def _printout(name: str, period: Period, blocks: Sequence[Block]) -> Printout:
    title = label(f"tracker.title.{name}")
    figures = frozenset(label(f"tracker.head.{column}") for column in _FIGURES)
    document = Document(tuple(blocks))
    return Printout(title, period.words, office_settings.load().issuer, clock.today(), document, figures)
