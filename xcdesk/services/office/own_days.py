"""Writing where the office departs from the published calendar; `workdays` reads it."""

import datetime as dt

from xcdesk.db.base import database
from xcdesk.errors import DeskError, StaleRowError
from xcdesk.models import CalendarDay
from xcdesk.services.office.calendar import workday
from xcdesk.services.office.workdays import OwnDay, load
from xcdesk.services.record import audit, rows
from xcdesk.services.record.actor import Actor

_NOTE = 80
_FIRST_YEAR, _LAST_YEAR = 2000, 2100


class UneditedDayError(DeskError):
    """The office has said nothing of this day; fact ``day``."""

    code = "office.unedited_day"


class FarDayError(DeskError):
    """The day is not one of this century; facts ``since`` and ``until``, years."""

    code = "office.far_day"


def set_day(actor: Actor, day: dt.date, *, working: bool, note: str = "") -> OwnDay:
    """Say that the office works on a day, or does not; what was said before is replaced.

    Raises:
        FarDayError: the year is no year of an office.
        NotAllowedError: the calendar belongs to whoever keeps the settings.
    """
    if not _FIRST_YEAR <= day.year < _LAST_YEAR:
        raise FarDayError(since=_FIRST_YEAR, until=_LAST_YEAR - 1, field="day")
    note = rows.clean_text("note", note, _NOTE)
    with database.atomic():
        row = CalendarDay.get_or_none(CalendarDay.day == day)
        if row is None:
            row = CalendarDay.create(day=day, working=working, note=note)
            version, before = 1, workday(day).working
        else:
            before = row.working
            version = rows.save_versioned(row, row.version, {"working": working, "note": note})
        changes = {"working": [before, working]}
        audit.record(actor, "office.day_set", f"calendar_day:{row.id}", day=day, note=note, changes=changes)
    return OwnDay(day, working, note, version)


def clear_day(actor: Actor, day: dt.date) -> None:
    """Let the published calendar hold for a day again.

    Raises:
        UneditedDayError: the office has said nothing of it.
    """
    with database.atomic():
        row = CalendarDay.get_or_none(CalendarDay.day == day)
        if row is None:
            raise UneditedDayError(day=day)
        row.delete_instance()
        audit.record(actor, "office.day_cleared", f"calendar_day:{row.id}", day=day)


def put(actor: Actor, day: dt.date, wanted: tuple[bool, str] | None, *, over: OwnDay | None) -> OwnDay | None:
    """Say of a day what is ``wanted`` (works or not, and why), None for what was published.

    Args:
        actor: who says so.
        day: of which day.
        wanted: whether the office works, and why.
        over: what must still be said of it; None where nothing may be.

    Raises:
        StaleRowError: somebody has said something else meanwhile; and what `set_day` and `clear_day` raise.
    """
    with database.atomic():
        if load().own.get(day) != over:
            raise StaleRowError(table="calendar_day", id=day)
        if wanted is not None:
            return set_day(actor, day, working=wanted[0], note=wanted[1])
        if over is not None:
            clear_day(actor, day)
        return None
