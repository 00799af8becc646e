"""In which order the rows of the log stand: ids of any filter in any order, all of them or an end.

A table holds the ids and reads the rows it shows (`coverage_log.rows`). The ids of a million rows are four
megabytes and take less than a second where an index gives the order; they are read on a worker while the
table shows the end that `edge` gives at once. Lists sort in their own order, names and texts as Chinese
readers look them up, blanks stand last either way; equal rows follow by day, then as they were logged.
"""

import heapq
import re
from array import array
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from operator import itemgetter
from typing import Any

from peewee import Case, fn

from xcdesk import pinyin
from xcdesk.codes import Tier, Vocabulary
from xcdesk.db.base import database, is_sqlite
from xcdesk.models import CoverageItem, Evidence, Outlet, Programme, Unit, User
from xcdesk.progress import Operation
from xcdesk.services.counts import counting
from xcdesk.services.counts.item_filter import EVERYTHING, ItemField, ItemFilter, where
from xcdesk.services.log import marks
from xcdesk.services.office import terms

SMALL = 20_000
"""So many rows are put in order within a moment, without a worker."""

_WORDS = (ItemField.TITLE, ItemField.SLOT, ItemField.AUTHOR, ItemField.NOTE)
"""Columns that no engine sorts as readers expect."""

_WORD_COST = 5
"""How many times longer a row takes that is sorted by its reading."""

_INDEXED = (ItemField.OUTLET, ItemField.UNIT, ItemField.FORM, ItemField.THEME, ItemField.TIER)
"""Lists with an index that holds the rows of each value by day."""

_ALWAYS_FILLED = frozenset(
    (
        *(ItemField.DAY, ItemField.OUTLET, ItemField.TIER, ItemField.LOGGED_AT),
        *(ItemField.REPRINTS, ItemField.EVIDENCE),
    )
)
"""Columns that say something in every row, be it that there is none."""

_BATCH = 20_000
_FIGURES = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Order:
    """How rows follow each other."""

    column: ItemField = ItemField.DAY
    descending: bool = True


NEWEST_FIRST = Order()
"""The order in which the log opens."""


def arrange(
    chosen: ItemFilter, order: Order = NEWEST_FIRST, operation: Operation | None = None
) -> "array[int]":
    """Ids of every row that meets the filter, in order.

    Raises:
        Cancelled: the user has asked for something else meanwhile.
    """
    operation = operation or Operation()
    if order.column in _WORDS:
        return _by_words(chosen, order, operation)
    if _has_slices(chosen, order):
        found = _joined(_slices(order, order.descending), None, operation)
        if len(found) == counting.count(chosen).placements:  # else there are values that no list knows
            return found
    query = CoverageItem.select(CoverageItem.id).where(where(chosen))
    return _ids(query.order_by(*_sorting(order)), operation)


def is_small(chosen: ItemFilter, order: Order = NEWEST_FIRST) -> bool:
    """Whether `arrange` takes no longer than a person notices."""
    limit = SMALL // _WORD_COST if order.column in _WORDS else SMALL
    searched = replace(chosen, search="", holds=(), blank=(), filled=())  # what has to be looked through
    some = CoverageItem.select(CoverageItem.id).where(where(searched)).limit(limit + 1)
    return int(some.count()) <= limit


def edge(chosen: ItemFilter, order: Order, limit: int, *, last: bool = False) -> "array[int] | None":
    """The first ids of an arrangement, or the ``last``; None where that takes as long as all of it."""
    down = order.descending != last
    if _has_slices(chosen, order):
        slices = _slices(order, down)
        found = _joined(reversed(list(slices)) if last else slices, limit, Operation())
    elif order.column == ItemField.DAY and _is_stretch(chosen):
        query = CoverageItem.select(CoverageItem.id).where(where(chosen)).limit(limit)
        found = _ids(query.order_by(*_sorting(replace(order, descending=down))), Operation())
    else:
        return None
    if last:
        found.reverse()
    return found


def place_of_day(chosen: ItemFilter, order: Order, day: Any) -> int | None:
    """How many rows stand before those of ``day``, or of the next day that has any; None in other orders."""
    if order.column != ItemField.DAY:
        return None
    before = CoverageItem.day > day if order.descending else CoverageItem.day < day
    return int(CoverageItem.select(CoverageItem.id).where(where(chosen) & before).count())


def count(chosen: ItemFilter) -> counting.ItemCount | None:
    """Pieces and placements where they are known at once; None where rows have to be looked through."""
    return counting.count(chosen) if _is_stretch(chosen) else None


def _is_stretch(chosen: ItemFilter) -> bool:
    """Whether the filter asks for a stretch of days and nothing else."""
    return replace(chosen, since=None, until=None) == EVERYTHING


def _has_slices(chosen: ItemFilter, order: Order) -> bool:
    """Whether an index of the file engine holds the order: the whole log by one of its lists."""
    return is_sqlite(database) and chosen == EVERYTHING and order.column in _INDEXED


def _slices(order: Order, down: bool) -> Iterator[Any]:
    """A query for the rows of each value of a list, in the order of the list; rows without come last."""
    column = getattr(CoverageItem, order.column)
    values = ranked(order.column)
    direction = "desc" if down else "asc"
    live = CoverageItem.select(CoverageItem.id).where(CoverageItem.removed_at.is_null())
    for value in (*(reversed(values) if order.descending else values), None):
        of_value = live.where(column.is_null() if value is None else column == value)
        yield of_value.order_by(*(getattr(each, direction)() for each in (CoverageItem.day, CoverageItem.id)))


def _joined(queries: Iterator[Any] | Any, limit: int | None, operation: Operation) -> "array[int]":
    found: array[int] = array("i")
    for query in queries:
        left = None if limit is None else limit - len(found)
        if left == 0:
            break
        found.extend(_ids(query if left is None else query.limit(left), operation))
    return found


def _ids(query: Any, operation: Operation) -> "array[int]":
    """The first column of a query."""
    found: array[int] = array("i")
    cursor = database.execute(query)
    while rows := cursor.fetchmany(_BATCH):
        operation.check()
        found.extend(row[0] for row in rows)
    return found


def _sorting(order: Order) -> list[Any]:
    """What the engine sorts by: blanks last, then the column, then the day, then as logged."""
    item = CoverageItem
    by: Any = _expression(order.column)
    keys: list[Any] = [by, item.day, item.id] if order.column != ItemField.DAY else [item.day, item.id]
    if order.column == ItemField.REPRINTS:
        keys.insert(1, item.group)  # rows of one piece stand together
    directed = [key.desc() if order.descending else key.asc() for key in keys]
    blank = _blank(order.column)
    return directed if blank is None else [blank.asc(), *directed]


def _blank(column: ItemField) -> Any:
    """1 for rows that say nothing in this column; None for columns that always say something."""
    if column in _ALWAYS_FILLED:
        return None
    if column == ItemField.MARK:
        return Case(None, [(marks.rank() < 0, 1)], 0)
    field = getattr(CoverageItem, column)
    return Case(None, [(field == "" if column == ItemField.URL else field.is_null(), 1)], 0)


def _expression(column: ItemField) -> Any:
    item = CoverageItem
    if column == ItemField.REPRINTS:
        other = item.alias()
        members = other.select(fn.COUNT(other.id)).where(
            (other.group == item.group) & other.removed_at.is_null()
        )
        return Case(None, [(item.group.is_null(), 1)], members)
    if column == ItemField.EVIDENCE:
        there = (Evidence.item == item.id) & Evidence.removed_at.is_null()
        return fn.COALESCE(Evidence.select(fn.COUNT(Evidence.id)).where(there), 0)
    if column == ItemField.MARK:
        return marks.rank()
    if column in {ItemField.DAY, ItemField.LOGGED_AT, ItemField.URL}:
        return getattr(item, column)
    ranks = [(value, rank) for rank, value in enumerate(ranked(column))]
    return Case(getattr(item, column), ranks, len(ranks)) if ranks else item.id * 0


def ranked(column: ItemField) -> Sequence[Any]:
    """Values of a column that holds a list, in the order of the list; names by their reading."""
    if column in {ItemField.OUTLET, ItemField.UNIT}:
        table: Any = Outlet if column == ItemField.OUTLET else Unit
        return [row for (row,) in table.select(table.id).order_by(table.position, table.id).tuples()]
    if column in {ItemField.FORM, ItemField.THEME}:
        return list(terms.labels(Vocabulary(column.value)))
    if column == ItemField.TIER:
        return [tier.value for tier in Tier]
    named: Any = Programme if column == ItemField.PROGRAMME else User
    names = named.select(named.id, named.name).tuples()
    person = column == ItemField.LOGGED_BY
    return [row for row, _ in sorted(names, key=lambda one: (pinyin.sort_key(one[1], person=person), one[0]))]


def _by_words(chosen: ItemFilter, order: Order, operation: Operation) -> "array[int]":
    """Sorted here, in runs that are merged: no step holds the window up, and each can be the last one."""
    column = getattr(CoverageItem, order.column)
    query = CoverageItem.select(CoverageItem.id, column).where(where(chosen))
    down = order.descending
    days = (CoverageItem.day.desc(), CoverageItem.id.desc()) if down else (CoverageItem.day, CoverageItem.id)
    cursor = database.execute(query.order_by(*days))
    read, first = _reader(order.column), itemgetter(0)
    blank: array[int] = array("i")
    runs = []
    while rows := cursor.fetchmany(_BATCH):
        operation.check()
        blank.extend(item for item, text in rows if not text)
        runs.append(sorted(((read(text), item) for item, text in rows if text), key=first, reverse=down))
    found: array[int] = array("i")
    for _, item in operation.each(
        heapq.merge(*runs, key=first, reverse=down), len(runs) * _BATCH, every=_BATCH
    ):
        found.append(item)
    found.extend(blank)
    return found


def _reader(column: ItemField) -> Callable[[str], str]:
    """How a text of a column is looked up: by its reading, figures as numbers (第2版 before 第10版)."""
    known: dict[str, str] = {}
    person = column == ItemField.AUTHOR

    def read(text: str) -> str:
        if text not in known:
            whole = _FIGURES.sub(lambda figure: figure[0].zfill(8), text)
            known[text] = pinyin.sort_key(whole, person=person)[0]
        return known[text]

    return read
