"""Who has written a cell of the matrix last: a report, or none today."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from peewee import JOIN

from xcdesk.models import CoverageItem, NoneToday, User
from xcdesk.services.grid.none_days import Cell


@dataclass(frozen=True, slots=True)
class CellNote:
    """A person ("" for one no longer known) and the instant in UTC."""

    by: str
    at: dt.datetime


def last_note(cell: Cell) -> CellNote | None:
    """Who wrote the cell last and when; None for a cell in which nothing stands."""
    items = (
        CoverageItem.select(CoverageItem.logged_at, User.name)
        .join(User, JOIN.LEFT_OUTER)
        .where(
            (CoverageItem.outlet == cell.outlet_id)
            & (CoverageItem.day == cell.day)
            & CoverageItem.removed_at.is_null()
        )
        .order_by(CoverageItem.logged_at.desc(), CoverageItem.id.desc())
    )
    nones = (
        NoneToday.select(NoneToday.logged_at, User.name)
        .join(User, JOIN.LEFT_OUTER)
        .where((NoneToday.outlet == cell.outlet_id) & (NoneToday.day == cell.day))
    )
    return _first(items) or _first(nones)


def _first(query: Any) -> CellNote | None:
    row = query.limit(1).first()
    return None if row is None else CellNote(row.logged_by.name if row.logged_by else "", row.logged_at)
