"""One outlet on one day: a count typed into the matrix, or "none today" with its reason."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from peewee import IntegrityError

from xcdesk.codes import Vocabulary
from xcdesk.db.base import database
from xcdesk.errors import DeskError, NotFoundError, StaleRowError
from xcdesk.models import CoverageItem, NoneToday, Outlet
from xcdesk.services.grid.none_days import Cell
from xcdesk.services.log.coverage import ItemVersion, record_many, take_away, write_item
from xcdesk.services.office import terms
from xcdesk.services.record import audit, entries, rows
from xcdesk.services.record.actor import Actor
from xcdesk.wording import Listed

MOST_IN_A_CELL = 99
"""Reports that one outlet can be given for one day by a typed count."""


class CountBelowTitledError(DeskError):
    """The cell holds more reports with a title than the count typed."""

    code = "coverage.count_below_titled"


class BadCountError(DeskError):
    """The count is below 0 or too large."""

    code = "coverage.bad_count"


class NoneWithItemsError(DeskError):
    """The outlet ran something on that day, so it is not "none today"."""

    code = "coverage.none_with_items"


class UnknownReasonError(DeskError):
    """The reason is not on the list."""

    code = "coverage.unknown_reason"


@dataclass(frozen=True, slots=True)
class CountChange:
    """What a typed count did; undone by removing what was added and restoring what was removed."""

    added: tuple[ItemVersion, ...]
    removed: tuple[ItemVersion, ...]


def set_count(actor: Actor, cell: Cell, count: int) -> CountChange:
    """Make a cell hold ``count`` reports by adding untitled ones or taking untitled ones away.

    Raises:
        CountBelowTitledError: so many have a title; take those away one by one.
        BadCountError: below 0 or too large.
    """
    if not 0 <= count <= MOST_IN_A_CELL:
        raise BadCountError(count=count, most=MOST_IN_A_CELL)
    with database.atomic():
        there = list(_items(cell))
        untitled = [row for row in there if not row.title_key]
        if count > len(there):
            made = _add(actor, cell, count - len(there))
            audit.record(actor, "coverage.logged", "coverage_items", ids=made, untitled=True)
            return CountChange(tuple(ItemVersion(item, 1) for item in made), ())
        surplus = len(there) - count
        if surplus > len(untitled):
            raise CountBelowTitledError(count=count, titled=len(there) - len(untitled))
        if not surplus:
            return CountChange((), ())
        gone = take_away([ItemVersion(row.id, row.version) for row in untitled[-surplus:]])
        record_many(actor, "coverage.removed", gone)
    return CountChange((), gone)


def set_none_today(actor: Actor, cell: Cell, reason: str, note: str = "") -> int:
    """Record that an outlet ran nothing on a day and why, or change the reason; returns the id.

    Args:
        actor: who says so.
        cell: which outlet and day.
        reason: code, label or short form of a reason on the list.
        note: anything to add.

    Raises:
        UnknownReasonError: the reason is not on the list.
        NoneWithItemsError: something is logged for that day.
        FarFutureError: the day lies more than a year ahead.
        StaleRowError: somebody said so, or otherwise, at the same moment.
    """
    term = terms.find(Vocabulary.REASON, reason)
    if term is None:
        known = Listed(tuple(each.label for each in terms.terms(Vocabulary.REASON)))
        raise UnknownReasonError(name=reason, known=known)
    fields = {"reason": term.code, "note": rows.clean_text("note", note)}
    day = entries.checked_day(cell.day)
    with database.atomic():
        outlet = _outlet(cell)
        if _items(cell).exists():
            raise NoneWithItemsError(outlet=outlet.name, day=cell.day, count=_items(cell).count())
        row = NoneToday.get_or_none((NoneToday.outlet == cell.outlet_id) & (NoneToday.day == day))
        if row is None:
            row = _say_none(actor, cell, fields)
        else:
            rows.save_versioned(row, row.version, fields)
        audit.record(actor, "coverage.none_today", f"outlet:{cell.outlet_id}", day=day, reason=term.code)
    return int(row.id)


def clear_none_today(actor: Actor, cell: Cell) -> None:
    """Take "none today" back: the cell is not asked yet.

    Raises:
        NotFoundError: there was none.
    """
    with database.atomic():
        gone = NoneToday.delete().where((NoneToday.outlet == cell.outlet_id) & (NoneToday.day == cell.day))
        if not gone.execute():
            raise NotFoundError(what="none_today", name=cell.day)
        audit.record(actor, "coverage.none_cleared", f"outlet:{cell.outlet_id}", day=cell.day)


def swap_none(actor: Actor, cell: Cell, was: str | None, reason: str | None, note: str = "") -> None:
    """Say another thing of a cell, provided that what is said of it is still ``was``; None is nothing.

    Raises:
        StaleRowError: somebody has said otherwise meanwhile; nothing was written.
        NoneWithItemsError: something is logged for that day by now.
    """
    with database.atomic():
        row = NoneToday.get_or_none((NoneToday.outlet == cell.outlet_id) & (NoneToday.day == cell.day))
        if (None if row is None else row.reason) != was:
            raise StaleRowError(table="none_today", id=cell.outlet_id)
        if reason is None:
            clear_none_today(actor, cell)
        else:
            set_none_today(actor, cell, reason, note)


def _add(actor: Actor, cell: Cell, count: int) -> tuple[int, ...]:
    fields = {
        "outlet": cell.outlet_id,
        "day": entries.checked_day(cell.day),
        "tier": _outlet(cell).tier,
        "title_key": "",
    }
    return tuple(write_item(actor, fields) for _ in range(count))


def _say_none(actor: Actor, cell: Cell, fields: Mapping[str, str]) -> NoneToday:
    try:
        with database.atomic():
            return NoneToday.create(outlet=cell.outlet_id, day=cell.day, logged_by=actor.id, **fields)
    except IntegrityError as error:  # another desk wrote the cell since it was looked at
        raise StaleRowError(table="none_today", id=cell.outlet_id) from error


def _items(cell: Cell) -> Any:
    return (
        CoverageItem.select()
        .where(
            (CoverageItem.outlet == cell.outlet_id)
            & (CoverageItem.day == cell.day)
            & CoverageItem.removed_at.is_null()
        )
        .order_by(CoverageItem.id)
    )


def _outlet(cell: Cell) -> Outlet:
    outlet = Outlet.get_or_none(Outlet.id == cell.outlet_id)
    if outlet is None:
        raise NotFoundError(what="outlet", name=cell.outlet_id)
    if not outlet.active:
        raise entries.InactiveOutletError(name=outlet.name)
    return outlet
