"""Invented lines for the trackers: a plan of advertisements with what ran, manuscripts, other activities."""

import datetime as dt
import io
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from xcdesk.db.base import database
from xcdesk.resources import resource
from xcdesk.services.counts.item_filter import ItemField, ItemFilter
from xcdesk.services.log import coverage, coverage_log
from xcdesk.services.log.coverage_log import ItemRow
from xcdesk.services.log.evidence import NewFile
from xcdesk.services.office import people
from xcdesk.services.record.actor import Actor
from xcdesk.services.record.entries import NewItem
from xcdesk.services.roster import lexicon
from xcdesk.services.targets import advert_changes, adverts
from xcdesk.services.targets.advert_changes import NewAdvert
from xcdesk.services.trackers import activities, activity_changes, manuscript_changes, manuscripts
from xcdesk.services.trackers.activity_changes import NewActivity
from xcdesk.services.trackers.manuscript_changes import NewManuscript
from xcdesk.services.trackers.manuscripts import ManuscriptFilter

_DAYS = 31
_USED = 12
_PROOF = NewFile("示例·现场照片.txt", lambda: io.BytesIO("示例：现场照片".encode()))


def fill(today: dt.date, *, ran: bool) -> None:
    """Enter lines of the weeks up to ``today``; with ``ran`` advertisements are logged as well."""
    seed = tomllib.loads(resource("seed", "trackers.toml").read_text(encoding="utf-8"))
    actor = people.actor("guo")
    with database.atomic():
        if not adverts.adverts(over=True):
            _plan(actor, seed["advert"], today)
        if ran:
            coverage.log_items(actor, list(_advertisements(seed["advert"], today)))
        _manuscripts(actor, seed["manuscript"], today)
        there = {(row.day, row.title) for row in activities.activities()}
        for number, row in enumerate(seed["activity"]):
            if (today - dt.timedelta(days=row["ago"]), row["title"]) not in there:
                _activity(actor, row, today, with_proof=number % 2 == 0)


def _plan(actor: Actor, rows: Sequence[Mapping[str, Any]], today: dt.date) -> None:
    known = lexicon.load()
    first = today.replace(month=1, day=1)
    for row in rows:
        outlet = known.outlet(row["outlet"])
        if outlet is not None:
            advert_changes.add_advert(
                actor,
                NewAdvert(
                    outlet.id,
                    row["slot"],
                    row["per_week"],
                    first,
                    wording=row["wording"],
                    hotline=row["hotline"],
                ),
            )


def _advertisements(rows: Sequence[Mapping[str, Any]], today: dt.date) -> Iterator[NewItem]:
    """What ran on the days before today: some outlets as planned, one less, whatever the weekday."""
    for back in range(_DAYS, 0, -1):
        day = today - dt.timedelta(days=back)
        for number, row in enumerate(rows):
            if number != 1 and (day.toordinal() + number) % 7 < min(row["per_week"], 6 + number % 2):
                title = f"示例：公益广告（{row['slot']}）"
                yield NewItem(day, row["outlet"], title, "psa", slot=row["slot"])


def _manuscripts(actor: Actor, rows: Sequence[Mapping[str, Any]], today: dt.date) -> None:
    """Some of what ran was sent by its unit; two of three are confirmed, the rest can be."""
    known = lexicon.load()
    span = today - dt.timedelta(days=_DAYS), today
    there = {(row.unit_id, row.sent_on, row.title) for row in manuscripts.manuscripts(ManuscriptFilter())}
    for number, item in enumerate(_sent_by_units(*span)):
        unit, sent_on = known.unit(item.unit), item.day - dt.timedelta(days=1)
        if unit is None or (unit.id, sent_on, item.title) in there:
            continue
        there.add((unit.id, sent_on, item.title))
        new = NewManuscript(unit.id, sent_on, item.title, (item.outlet_id,))
        made = manuscript_changes.add_manuscript(actor, new)
        if number % 3:
            manuscript_changes.confirm(actor, [(made, item.id)])
    for row in rows:
        outlets = tuple(found.id for name in row["outlets"] if (found := known.outlet(name)) is not None)
        unit, sent_on = known.unit(row["unit"]), today - dt.timedelta(days=row["ago"])
        if unit is not None and (unit.id, sent_on, row["title"]) not in there:
            manuscript_changes.add_manuscript(actor, NewManuscript(unit.id, sent_on, row["title"], outlets))


def _sent_by_units(since: dt.date, until: dt.date) -> Sequence[ItemRow]:
    named = ItemFilter(since, until, filled=(ItemField.UNIT, ItemField.TITLE))
    return coverage_log.page(named, limit=_USED).rows


def _activity(actor: Actor, row: Mapping[str, Any], today: dt.date, *, with_proof: bool) -> None:
    known = lexicon.load()
    unit = known.unit(row["unit"]) if "unit" in row else None
    day = today - dt.timedelta(days=row["ago"])
    number = None if unit is None else unit.id
    new = NewActivity(row["kind"], day, row["title"], number, row.get("people"))
    made = activity_changes.add_activity(actor, new)
    if with_proof:
        activity_changes.attach(actor, made, [_PROOF])
