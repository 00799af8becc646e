"""Days on which outlets have said that they ran nothing, and why: read here, said in `cells`."""

import datetime as dt
from dataclasses import dataclass

from xcdesk.codes import Vocabulary
from xcdesk.models import NoneToday
from xcdesk.services.office import terms


@dataclass(frozen=True, slots=True)
class Cell:
    """One outlet on one day."""

    outlet_id: int
    day: dt.date


@dataclass(frozen=True, slots=True)
class NoneRow:
    """An outlet that ran nothing on a day, with the words of the reason."""

    id: int
    cell: Cell
    reason: str
    label: str
    short: str
    note: str
    version: int


def none_rows(since: dt.date, until: dt.date) -> tuple[NoneRow, ...]:
    """Every "none today" from ``since`` to ``until``, oldest first."""
    query = NoneToday.select().where(NoneToday.day.between(since, until))
    found = list(query.order_by(NoneToday.day, NoneToday.outlet))
    words = {term.code: term for term in terms.terms(Vocabulary.REASON, everyone=True)} if found else {}
    return tuple(
        NoneRow(
            row.id,
            Cell(row.outlet_id, row.day),
            row.reason,
            words[row.reason].label if row.reason in words else row.reason,
            words[row.reason].short if row.reason in words else row.reason,
            row.note,
            row.version,
        )
        for row in found
    )
