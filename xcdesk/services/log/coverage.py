"""Writing the coverage log: log, change, take away and put back reports, each act in one transaction."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from peewee import IntegrityError

from xcdesk import clock
from xcdesk.db.base import database
from xcdesk.errors import DeskError, NotFoundError, StaleRowError
from xcdesk.lexicon import Lexicon
from xcdesk.models import CoverageItem, NoneToday, Outlet, Unit
from xcdesk.progress import Operation
from xcdesk.services.record import audit, entries, rows
from xcdesk.services.record.actor import Actor
from xcdesk.services.record.entries import ItemChange, NewItem
from xcdesk.services.roster import lexicon

_TOGETHER = 500
"""Rows that one statement writes."""


class DuplicateItemError(DeskError):
    """The outlet has this title on this day already; facts tell of the row that is there."""

    code = "coverage.duplicate"


@dataclass(frozen=True, slots=True)
class ItemVersion:
    """A row and the version of it that somebody has before their eyes."""

    id: int
    version: int


def log_item(actor: Actor, new: NewItem) -> int:
    """Record one report and return its id; the same ``key`` again answers the id of the first time.

    A "none today" of that outlet and day is taken back: something ran after all.

    Raises:
        DeskError: a code of area ``coverage``; nothing was written.
    """
    with database.atomic():
        before = _by_key(new.key)
        if before is not None:
            return before
        made = write_item(actor, entries.stored(new, lexicon.load()))
        audit.record(
            actor,
            "coverage.logged",
            f"coverage_item:{made}",
            day=new.day,
            outlet=new.outlet,
            title=new.title,
        )
    return made


def log_items(actor: Actor, items: Sequence[NewItem], operation: Operation | None = None) -> tuple[int, ...]:
    """Record many reports in one transaction, all or none, and return their ids in order.

    Raises:
        Cancelled: the user stopped it; nothing was written.
        DeskError: a code of area ``coverage`` for the first that cannot be taken; nothing was written.
    """
    operation = operation or Operation()
    with database.atomic():
        words = lexicon.load()
        made = [_once(actor, new, words) for new in operation.each(items, len(items))]
        audit.record(actor, "coverage.logged", "coverage_items", ids=made)
    return tuple(made)


def change_item(actor: Actor, item: ItemVersion, change: ItemChange) -> int:
    """Change a report and return its new version; only what differs is written and recorded.

    Raises:
        StaleRowError: somebody changed it meanwhile.
        DeskError: a code of area ``coverage``; nothing was written.
    """
    with database.atomic():
        row = get(item.id)
        wanted = entries.changed(change, lexicon.load(), row.outlet_id)
        before = {name: _plain(row, name) for name in wanted}
        fields = {name: value for name, value in wanted.items() if value != before[name]}
        if not fields and row.version == item.version:
            return item.version
        try:
            with database.atomic():
                stepped = rows.save_versioned(row, item.version, fields)
        except IntegrityError as error:
            raise duplicate_of(row, fields) from error
        changes = {name: [before[name], value] for name, value in fields.items() if name != "title_key"}
        audit.record(actor, "coverage.changed", f"coverage_item:{item.id}", changes=changes)
    return stepped


def remove_items(actor: Actor, items: Sequence[ItemVersion]) -> tuple[ItemVersion, ...]:
    """Put reports into the trash; the answer is what `restore_items` takes to put them back.

    Raises:
        StaleRowError: one of them was changed meanwhile; none was removed.
    """
    with database.atomic():
        gone = take_away(items)
        record_many(actor, "coverage.removed", gone)
    return gone


def restore_items(actor: Actor, items: Sequence[ItemVersion]) -> tuple[ItemVersion, ...]:
    """Put reports back from the trash, with their new versions in the answer.

    Raises:
        StaleRowError: one of them was changed meanwhile; none was restored.
        DuplicateItemError: the same title has been logged again in the meantime.
    """
    with database.atomic():
        back = put_back(items)
        record_many(actor, "coverage.restored", back)
    return back


def get(item_id: int) -> CoverageItem:
    """The stored row, for services that change it.

    Raises:
        NotFoundError: there is none.
    """
    row = CoverageItem.get_or_none(CoverageItem.id == item_id)
    if row is None:
        raise NotFoundError(what="coverage_item", name=item_id)
    return row


def write_item(actor: Actor, fields: Mapping[str, Any]) -> int:
    """Add one row inside the caller's transaction, taking back a "none today" of its cell.

    Raises:
        DuplicateItemError: the outlet has this title on this day.
    """
    try:
        with database.atomic():
            made = CoverageItem.create(**fields, logged_by=actor.id)
    except IntegrityError as error:
        raise _duplicate(fields["outlet"], fields["day"], fields["title_key"]) from error
    NoneToday.delete().where(
        (NoneToday.outlet == fields["outlet"]) & (NoneToday.day == fields["day"])
    ).execute()
    return int(made.id)


def take_away(items: Sequence[ItemVersion]) -> tuple[ItemVersion, ...]:
    """Mark rows as removed inside the caller's transaction; the answer holds their new versions.

    Raises:
        StaleRowError: one of them was changed meanwhile.
    """
    at = clock.utc_now()
    for some in _alike(items):
        _set_removed(some, at)
    return tuple(ItemVersion(one.id, one.version + 1) for one in items)


def _alike(items: Sequence[ItemVersion]) -> Iterator[Sequence[ItemVersion]]:
    """Rows of one version, no more than one statement writes."""
    by_version: dict[int, list[ItemVersion]] = {}
    for one in items:
        by_version.setdefault(one.version, []).append(one)
    for same in by_version.values():
        for start in range(0, len(same), _TOGETHER):
            yield same[start : start + _TOGETHER]


def _set_removed(same: Sequence[ItemVersion], at: dt.datetime | None) -> None:
    item, ids, version = CoverageItem, [one.id for one in same], same[0].version
    ours = item.id.in_(ids) & (item.version == version)
    if item.update(removed_at=at, version=version + 1).where(ours).execute() != len(ids):
        raise StaleRowError(table="coverage_item", id=_first_changed(ids, version))


def _first_changed(ids: Sequence[int], version: int) -> int:
    """The first of some rows that has another version by now, or is not there."""
    item = CoverageItem
    query: Any = item.select(item.id).where(item.id.in_(ids) & (item.version == version + 1))
    written = {row for (row,) in query.tuples()}
    return next((each for each in ids if each not in written), ids[0])


def put_back(items: Sequence[ItemVersion]) -> tuple[ItemVersion, ...]:
    """Take rows out of the trash inside the caller's transaction; the answer holds their new versions.

    Raises:
        StaleRowError: one of them was changed meanwhile.
        DuplicateItemError: a title has been logged again in the meantime.
    """
    for some in _alike(items):
        try:
            with database.atomic():
                _set_removed(some, None)
        except IntegrityError:  # one of them stands in the way of another row: find out which
            for item in some:
                _restore(item)
    return tuple(ItemVersion(one.id, one.version + 1) for one in items)


def record_many(actor: Actor, action: str, items: Sequence[ItemVersion]) -> None:
    """One entry of the record for one act on these rows."""
    subject = f"coverage_item:{items[0].id}" if len(items) == 1 else "coverage_items"
    audit.record(actor, action, subject, ids=[item.id for item in items])


def duplicate_of(row: CoverageItem, fields: Mapping[str, Any]) -> DeskError:
    """The refusal to give ``row`` these values, because another row stands in the way."""
    wanted = {name: fields.get(name, _plain(row, name)) for name in ("outlet", "day", "title_key")}
    return _duplicate(wanted["outlet"], wanted["day"], wanted["title_key"])


def _once(actor: Actor, new: NewItem, words: Lexicon) -> int:
    before = _by_key(new.key)
    return before if before is not None else write_item(actor, entries.stored(new, words))


def _by_key(key: str) -> int | None:
    row = CoverageItem.get_or_none(CoverageItem.key == key.strip()) if key.strip() else None
    return None if row is None else int(row.id)


def _restore(item: ItemVersion) -> int:
    row = get(item.id)
    try:
        with database.atomic():
            return rows.save_versioned(row, item.version, {"removed_at": None})
    except IntegrityError as error:
        raise _duplicate(row.outlet_id, row.day, row.title_key) from error


def _plain(row: CoverageItem, name: str) -> Any:
    """The stored value of a column, a reference as the id it holds."""
    return row.__data__[name]


def _duplicate(outlet_id: int, day: object, key: str) -> DeskError:
    """The refusal, with the facts of the row that stands in the way."""
    other = CoverageItem.get_or_none(
        (CoverageItem.outlet == outlet_id)
        & (CoverageItem.day == day)
        & (CoverageItem.title_key == key)
        & CoverageItem.removed_at.is_null()
    )
    name = Outlet.get_by_id(outlet_id).name
    if other is None:  # taken back in the blink between the two statements
        return DuplicateItemError(outlet=name, day=day, title=key, id="", form="", unit="")
    unit = Unit.get_by_id(other.unit_id).name if other.unit_id else ""
    return DuplicateItemError(
        outlet=name, day=day, title=other.title, id=other.id, form=other.form or "", unit=unit
    )
