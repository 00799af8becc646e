"""Writing the days on which outlets depart from their weekdays; `publication` reads them."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from xcdesk.db.base import database
from xcdesk.errors import DeskError, NotFoundError
from xcdesk.models import DayException, Outlet
from xcdesk.services.record import audit, rows
from xcdesk.services.record.actor import Actor
from xcdesk.services.roster import removed
from xcdesk.services.roster.publication import exceptions_by_outlet
from xcdesk.services.roster.tenure_changes import lock_outlet

MOST_DAYS = 92
"""Longest stop or run of extra issues; what lasts longer is a change of the publication days."""


class ExceptionClashError(DeskError):
    """An outlet has an exception on one of these days already."""

    code = "publication.clash"


class BadExceptionError(DeskError):
    """The last day lies before the first, or the stretch is longer than a quarter."""

    code = "publication.bad_days"


@dataclass(frozen=True, slots=True)
class NewException:
    """A stretch of days to enter, or what one is to become."""

    since: dt.date
    until: dt.date
    publishes: bool = False
    note: str = ""


def add_exceptions(actor: Actor, outlet_ids: Sequence[int], new: NewException) -> tuple[int, ...]:
    """Enter the same stretch for one outlet or several, all or none, and return the ids.

    Raises:
        NotFoundError: an outlet is not there.
        BadExceptionError: the days cannot be.
        ExceptionClashError: by name, which outlet has an exception on one of the days.
    """
    fields = _fields(new)
    with database.atomic():
        made = []
        for outlet_id in outlet_ids:
            _require_free(outlet_id, new)
            row = DayException.create(outlet=outlet_id, **fields)
            _record(actor, "roster.days_added", row)
            made.append(int(row.id))
    return tuple(made)


def change_exception(actor: Actor, exception_id: int, version: int, change: NewException) -> int:
    """Rewrite a stretch and return the new version.

    Raises:
        BadExceptionError: the days cannot be.
        ExceptionClashError: the outlet has another one on one of the days.
        StaleRowError: somebody changed it meanwhile.
    """
    fields = _fields(change)
    with database.atomic():
        row = _get(exception_id)
        _require_free(row.outlet_id, change, but=exception_id)
        stepped = rows.save_versioned(row, version, fields)
        _record(actor, "roster.days_changed", _get(exception_id))
    return stepped


def remove_exceptions(actor: Actor, chosen: Sequence[tuple[int, int]]) -> None:
    """Lay stretches into the trash, all or none; each is an id and the version that was shown.

    Raises:
        StaleRowError: somebody changed one of them meanwhile.
    """
    with database.atomic():
        for exception_id, version in chosen:
            row = _get(exception_id)
            removed.take_out(actor, "day_exception", exception_id, version, row.note)
            _record(actor, "roster.days_removed", row)


def restore_exceptions(actor: Actor, chosen: Sequence[tuple[int, int]]) -> None:
    """Put stretches back that were taken out, as they were; each is its id and the version it had.

    Raises:
        ExceptionClashError: an outlet has got another exception on one of the days meanwhile.
        StaleRowError: one of them does not lie in the trash any more.
    """
    with database.atomic():
        for exception_id, version in chosen:
            was = removed.lying("day_exception", exception_id, version)
            _require_free(was["outlet"], NewException(was["since"], was["until"]))
            removed.put_back("day_exception", exception_id, version)
            _record(actor, "roster.days_restored", _get(exception_id))


def _fields(new: NewException) -> dict[str, object]:
    if not 0 <= (new.until - new.since).days < MOST_DAYS:
        raise BadExceptionError(most=MOST_DAYS, field="until")
    note = rows.clean_text("note", new.note, 80)
    return {"since": new.since, "until": new.until, "publishes": new.publishes, "note": note}


def _require_free(outlet_id: int, new: NewException, but: int | None = None) -> None:
    lock_outlet(outlet_id)
    for row in exceptions_by_outlet(outlet_id).get(outlet_id, ()):
        if row.id != but and row.since <= new.until and new.since <= row.until:
            name = Outlet.get_by_id(outlet_id).name
            raise ExceptionClashError(outlet=name, since=row.since, until=row.until, field="since")


def _record(actor: Actor, action: str, row: DayException) -> None:
    facts = {"since": row.since, "until": row.until, "publishes": row.publishes}
    audit.record(actor, action, f"outlet:{row.outlet_id}", exception=row.id, **facts)


def _get(exception_id: int) -> DayException:
    row = DayException.get_or_none(DayException.id == exception_id)
    if row is None:
        raise NotFoundError(what="day_exception", name=exception_id)
    return row
