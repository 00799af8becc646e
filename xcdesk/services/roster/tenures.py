"""Who is leader, liaison and so on of an outlet, from when to when; history is never rewritten."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from xcdesk.codes import ContactRole
from xcdesk.errors import NotFoundError
from xcdesk.models import Tenure


@dataclass(frozen=True, slots=True)
class Span:
    """First and last day of a tenure; both count, None is open."""

    since: dt.date | None
    until: dt.date | None

    def meets(self, other: "Span") -> bool:
        """Whether the two have a day in common."""
        return _starts_by(self.since, other.until) and _starts_by(other.since, self.until)


@dataclass(frozen=True, slots=True)
class TenureRow:
    """One person in one role at one outlet; both days count, None is open."""

    id: int
    outlet_id: int
    role: ContactRole
    name: str
    post: str
    phone: str
    since: dt.date | None
    until: dt.date | None
    version: int

    @property
    def span(self) -> Span:
        """Its days."""
        return Span(self.since, self.until)

    def holds_on(self, day: dt.date) -> bool:
        """Whether the person holds the role on ``day``."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


def tenures(outlet_id: int) -> tuple[TenureRow, ...]:
    """All tenures of an outlet: by role, newest first."""
    return tenures_by_outlet(outlet_id).get(outlet_id, ())


def tenures_by_outlet(only: int | None = None) -> Mapping[int, tuple[TenureRow, ...]]:
    """All tenures of every outlet, or of ``only`` one: by role, newest first."""
    found: dict[int, list[TenureRow]] = defaultdict(list)
    query = Tenure.select() if only is None else Tenure.select().where(Tenure.outlet == only)
    for row in query:
        found[row.outlet_id].append(_row(row))
    return {outlet: tuple(sorted(rows_, key=_order)) for outlet, rows_ in found.items()}


def tenure(tenure_id: int) -> TenureRow:
    """One tenure.

    Raises:
        NotFoundError: there is none of this number.
    """
    row = Tenure.get_or_none(Tenure.id == tenure_id)
    if row is None:
        raise NotFoundError(what="tenure", name=tenure_id)
    return _row(row)


def holder(found: tuple[TenureRow, ...], role: ContactRole, day: dt.date) -> TenureRow | None:
    """Who of ``found`` holds ``role`` on ``day``."""
    return next((row for row in found if row.role == role and row.holds_on(day)), None)


def _starts_by(since: dt.date | None, until: dt.date | None) -> bool:
    return since is None or until is None or since <= until


def _order(row: TenureRow) -> tuple[int, int]:
    return list(ContactRole).index(row.role), -(row.since or dt.date.min).toordinal()


def _row(row: Tenure) -> TenureRow:
    return TenureRow(
        row.id,
        row.outlet_id,
        row.role,
        row.name,
        row.post,
        row.phone,
        row.since,
        row.until,
        row.version,
    )
