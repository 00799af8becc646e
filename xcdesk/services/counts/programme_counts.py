"""What ran in each programme or column: pieces and placements of a stretch of time."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from peewee import fn

from xcdesk.models import CoverageItem
from xcdesk.services.counts.counting import ItemCount
from xcdesk.services.counts.item_filter import PIECE, ItemFilter, where


def by_programme(since: dt.date, until: dt.date) -> Mapping[int, ItemCount]:
    """Counts of every programme that something was logged under, by its id."""
    item = CoverageItem
    logged = where(ItemFilter(since=since, until=until)) & item.programme.is_null(False)
    query: Any = item.select(item.programme, fn.COUNT(PIECE.distinct()), fn.COUNT(item.id)).where(logged)
    return {programme: ItemCount(*counts) for programme, *counts in query.group_by(item.programme).tuples()}
