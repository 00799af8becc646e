"""The same title in the log already: a report entered twice, or one piece in several outlets."""

import datetime as dt

from xcdesk.models import CoverageItem
from xcdesk.normalise import clean, title_key
from xcdesk.services.log import coverage_log
from xcdesk.services.log.coverage_log import ItemRow

NEAR_DAYS = 31
"""So many days before and after are looked through: a piece is reprinted within a month or not at all."""
_MOST = 20


def twins(title: str, day: dt.date) -> tuple[ItemRow, ...]:
    """Reports near ``day`` with this title, whatever its marks and widths; the nearest days first."""
    key = title_key(clean(title))
    if not key:
        return ()
    near = dt.timedelta(days=NEAR_DAYS)
    query = CoverageItem.select(CoverageItem.id, CoverageItem.day).where(
        CoverageItem.removed_at.is_null()
        & CoverageItem.day.between(day - near, day + near)
        & (CoverageItem.title_key == key)
    )
    found = sorted(query, key=lambda row: (abs(row.day - day), row.id))
    return coverage_log.rows([row.id for row in found[:_MOST]])
