"""Days on which outlets depart from their weekdays: holiday stops, days without an issue, extra issues."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from xcdesk.models import DayException


@dataclass(frozen=True, slots=True)
class ExceptionRow:
    """Days, both ends included, on which an outlet publishes, or does not, against its weekdays."""

    id: int
    outlet_id: int
    since: dt.date
    until: dt.date
    publishes: bool
    note: str
    version: int

    def covers(self, day: dt.date) -> bool:
        """Whether it speaks of ``day``."""
        return self.since <= day <= self.until


def exceptions_by_outlet(only: int | None = None) -> Mapping[int, tuple[ExceptionRow, ...]]:
    """All exceptions of every outlet, or of ``only`` one, the latest first."""
    query = DayException.select().order_by(DayException.since.desc(), DayException.id)
    if only is not None:
        query = query.where(DayException.outlet == only)
    found: dict[int, list[ExceptionRow]] = defaultdict(list)
    for row in query:
        found[row.outlet_id].append(_row(row))
    return {outlet: tuple(rows_) for outlet, rows_ in found.items()}


def publishes_on(weekdays: str, exceptions: Sequence[ExceptionRow], day: dt.date) -> bool:
    """Whether something is due on ``day``: an exception for the day comes before the weekdays."""
    said = next((each.publishes for each in exceptions if each.covers(day)), None)
    return str(day.isoweekday()) in weekdays if said is None else said


def _row(row: DayException) -> ExceptionRow:
    return ExceptionRow(row.id, row.outlet_id, row.since, row.until, row.publishes, row.note, row.version)
