"""Tables of counts in returns beside what the log counts for the same keys. Such tables are never pieces."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import Any

from xcdesk.codes import Tier
from xcdesk.importers import headings
from xcdesk.importers.cells import Grid, as_text
from xcdesk.importers.headings import Heading
from xcdesk.importers.mapping import is_index, shown_name
from xcdesk.importers.periods import Period, find_period, month_of, months_within
from xcdesk.importers.plan import FilePlan
from xcdesk.importers.raw import Value as Cell
from xcdesk.importers.records import SheetKind
from xcdesk.importers.tally_labels import Label, LabelReader
from xcdesk.lexicon import Lexicon
from xcdesk.normalise import folded
from xcdesk.services.counts import counting
from xcdesk.services.counts.counting import TallyKey
from xcdesk.services.counts.item_filter import ItemFilter
from xcdesk.services.log import coverage_log
from xcdesk.services.log.coverage_log import ItemCount
from xcdesk.services.returns import returns_status
from xcdesk.services.roster import lexicon as words

_COUNT = re.compile(r"(\d{1,7})\s*[篇条次件个]?")
_QUARTER = 3
"""Months of which one figure may tell, as a return for each quarter does."""
_LISTS = {
    TallyKey.UNIT: "unit_ids",
    TallyKey.OUTLET: "outlet_ids",
    TallyKey.TIER: "tiers",
    TallyKey.FORM: "forms",
    TallyKey.THEME: "themes",
}


@dataclass(frozen=True, slots=True)
class StatedCount:
    """One figure of the table and what the log counts.

    Attributes:
        row: number from 1; ``column`` is its index from 0, ``heading`` what stands over it.
        labels: what the figure is broken down by, without what it sums up.
        stated: the figure of the table.
        total: whether it is a sum of others in the table.
        counted: pieces and placements of the log; None where the table does not say of what time or of what.
        behind: finds the rows that were counted.
        placements: whether the table says that it counts placements (次), not pieces (篇).
    """

    row: int
    column: int
    heading: str
    labels: tuple[Label, ...]
    stated: int
    total: bool
    counted: ItemCount | None
    behind: ItemFilter | None
    placements: bool = False

    @property
    def difference(self) -> int | None:
        """How many more the table states than the log counts."""
        if self.counted is None:
            return None
        return self.stated - (self.counted.placements if self.placements else self.counted.pieces)


@dataclass(frozen=True, slots=True)
class TallySheet:
    """A table of counts as compared.

    Attributes:
        sheet: index from 0.
        period: what its title, sheet or file says of the time; None when nothing does.
        counts: its figures row by row, sums among them marked.
        strangers: labels that stand for nothing known, with their figures left out.
    """

    sheet: int
    name: str
    period: Period | None
    counts: tuple[StatedCount, ...]
    strangers: tuple[str, ...]


def compare(plan: FilePlan) -> tuple[TallySheet, ...]:
    """Every table of counts of a file that is in sight, beside the log as it is now."""
    lexicon = words.load()
    return tuple(_Table(plan, place, lexicon).compared() for place in _in_sight(plan))


def alone(plan: FilePlan) -> bool:
    """Whether a file has tables of counts in sight and no sheet of pieces."""
    kinds = {sheet.kind for sheet in plan.book.sheets}
    return SheetKind.COVERAGE not in kinds and any(True for _ in _in_sight(plan))


def months(plan: FilePlan) -> frozenset[dt.date]:
    """First day of every month whose figures the tables of counts of a file give, sums among them aside.

    Months at the end whose every figure is 0 are not filled in yet. A figure for more than a quarter tells
    of no single month: it has come for the last one that is over.
    """
    found: set[dt.date] = set()
    for table in compare(plan):
        most: dict[Period, int] = {}
        for one in table.counts:
            if one.behind is not None and not one.total:
                period = Period(_day(one.behind.since), _day(one.behind.until))
                most[period] = max(most.get(period, 0), one.stated)
        if not most and table.period is not None:
            most = {table.period: 0}
        last = max((period.since for period, stated in most.items() if stated), default=dt.date.max)
        found.update(month for period in most if period.since <= last for month in _told_of(period))
    return frozenset(found)


def _told_of(period: Period) -> Sequence[dt.date]:
    """Months of which a figure for a stretch of time tells."""
    months = list(months_within(period))
    if len(months) <= _QUARTER:
        return months
    due = returns_status.due_month()
    return [max((month for month in months if month <= due), default=months[0])]


def _in_sight(plan: FilePlan) -> Iterator[int]:
    for place, sheet in enumerate(plan.book.sheets):
        if sheet.kind == SheetKind.TALLY and (plan.said.with_hidden or not sheet.hidden):
            yield place


@dataclass(frozen=True, slots=True)
class _Figure:
    """A cell with a count, and the labels of its row and its column."""

    row: int
    column: int
    stated: int
    labels: tuple[Label, ...]


class _Table:
    """One table of counts on its way to a comparison."""

    def __init__(self, plan: FilePlan, place: int, lexicon: Lexicon) -> None:
        checked = plan.book.sheets[place]
        self._place, self._checked = place, checked
        self._grid = Grid(plan.raw.sheets[place])
        self._reader = LabelReader(lexicon)
        self._first = (checked.header_row or 1) - 1 + checked.header_rows
        top = (checked.header_row or 1) - 1
        titles = headings.title_lines(self._grid, Heading(top, top, checked.names))
        texts = (*titles, checked.name, PurePath(plan.path.name).stem)
        self._period = find_period(texts, plan.said.year)
        self._placements = any("次数" in text or "刊播次" in text for text in titles)
        self._sender = next((unit for unit in lexicon.units if unit.name == plan.book.sender), None)
        self._strangers: dict[str, None] = {}

    def compared(self) -> TallySheet:
        """The table beside the log."""
        figures = list(self._figures())
        listed = _listed(figures)
        counts = _Counts(self._period, listed, self._sender.id if self._sender else None)
        return TallySheet(
            self._place,
            self._checked.name,
            self._period,
            tuple(self._stated(figure, counts) for figure in figures),
            tuple(self._strangers),
        )

    def _stated(self, figure: _Figure, counts: "_Counts") -> StatedCount:
        behind = counts.behind(figure.labels)
        return StatedCount(
            row=figure.row + 1,
            column=figure.column,
            heading=shown_name(self._checked.names[figure.column], figure.column),
            labels=tuple(label for label in figure.labels if label.key is not None),
            stated=figure.stated,
            total=any(label.total for label in figure.labels),
            counted=None if behind is None else counts.of(behind),
            behind=behind,
            placements=self._placements or any(label.placements for label in figure.labels),
        )

    def _figures(self) -> Iterator[_Figure]:
        """Cells with a count whose row and column both say something known."""
        rows = [
            row
            for row in range(self._first, self._grid.height)
            if row not in self._grid.sheet.hidden_rows and self._grid.own_texts(row)
        ]
        counting_columns = [column for column in self._grid.columns if self._is_counting(column, rows)]
        by_column = self._columns(counting_columns)
        by_row = self._rows([row for row in rows if self._counts_in(row, counting_columns)], counting_columns)
        for row, labels in by_row.items():
            for column, over in by_column.items():
                stated = _count(self._grid.value(row, column))
                if stated is not None and any(label.key or label.total for label in (*labels, *over)):
                    yield _Figure(row, column, stated, (*labels, *over))

    def _is_counting(self, column: int, rows: Sequence[int]) -> bool:
        if is_index(self._checked.names[column]):
            return False
        values = [value for row in rows if as_text(value := self._grid.value(row, column))]
        return bool(values) and sum(_count(value) is not None for value in values) * 2 > len(values)

    def _counts_in(self, row: int, columns: Sequence[int]) -> bool:
        return any(_count(self._grid.value(row, column)) is not None for column in columns)

    def _columns(self, columns: Sequence[int]) -> dict[int, tuple[Label, ...]]:
        """Labels over each column, the parent's before its own; columns that say nothing known left out."""
        names = [self._checked.names[column] for column in columns]
        parts = [name.rsplit("_", 1) for name in names]
        parents = self._reader.axis([part[0] if len(part) > 1 else "" for part in parts])
        leaves = self._reader.axis([part[-1] for part in parts])
        known: dict[int, tuple[Label, ...]] = {}
        for column, name, parent, leaf in zip(columns, names, parents, leaves, strict=True):
            if leaf is not None:
                over = (parent,) if parent is not None and (parent.key or parent.total) else ()
                known[column] = (*over, leaf)
            elif name:
                self._strangers[name] = None
        return known

    def _rows(self, rows: Sequence[int], counting_columns: Sequence[int]) -> dict[int, tuple[Label, ...]]:
        """Labels beside each row, from the left; rows that say nothing known left out."""
        beside = [
            column
            for column in self._grid.columns
            if column not in counting_columns and not is_index(self._checked.names[column])
        ]
        axes = {
            column: self._reader.axis([self._grid.text(row, column) for row in rows]) for column in beside
        }
        telling = [axis for axis in axes.values() if any(label and label.key for label in axis)]
        numbered = [column for column in self._grid.columns if is_index(self._checked.names[column])]
        known: dict[int, tuple[Label, ...]] = {}
        for number, row in enumerate(rows):
            in_front = self._reader.axis([self._grid.text(row, column) for column in numbered])
            sums = tuple(label for label in in_front if label is not None and label.total)
            labels = tuple(label for axis in telling if (label := axis[number]) is not None)
            if labels or sums or not telling:
                known[row] = (*labels, *sums)
            else:
                self._strangers[" ".join(self._grid.text(row, column) for column in beside).strip()] = None
        return known


class _Counts:
    """What the log counts for the labels of a figure; figures of one shape are counted at once."""

    def __init__(
        self, period: Period | None, listed: Mapping[TallyKey, tuple[Any, ...]], sender: int | None
    ) -> None:
        self._period = period
        self._listed = listed
        self._sender = sender
        self._known: dict[ItemFilter, ItemCount] = {}
        self._tables: dict[tuple[object, ...], Mapping[tuple[str, ...], ItemCount]] = {}

    def behind(self, labels: Sequence[Label]) -> ItemFilter | None:
        """Rows of the log that a figure speaks of: a sum is one of all that the table lists."""
        if self._period is None or not all(label.compared for label in labels):
            return None
        named = {label.key: label.value for label in labels if label.key is not None}
        since, until = self._period.since, self._period.until
        if TallyKey.MONTH in named:
            month = month_of(since.year, int(named[TallyKey.MONTH] or 0))
            since, until = month.since, month.until
        lists: dict[str, Any] = {
            name: (named[key],) if key in named else self._listed.get(key, ()) for key, name in _LISTS.items()
        }
        if not lists["unit_ids"] and self._sender is not None:
            lists["unit_ids"] = (self._sender,)
        lists["tiers"] = tuple(map(Tier, lists["tiers"]))
        return ItemFilter(since=since, until=until, **lists)

    def of(self, behind: ItemFilter) -> ItemCount:
        """Pieces and placements that the filter meets."""
        keys = tuple(key for key, name in _LISTS.items() if len(getattr(behind, name)) == 1)
        if not keys:
            return self._alone(behind)
        stretch = replace(ItemFilter(), since=behind.since, until=behind.until)
        if any(len(getattr(behind, name)) > 1 for name in _LISTS.values()):
            return self._alone(behind)
        return self._table(keys, stretch).get(
            tuple(str(getattr(behind, _LISTS[key])[0]) for key in keys), ItemCount(0, 0)
        )

    def _alone(self, behind: ItemFilter) -> ItemCount:
        if behind not in self._known:
            self._known[behind] = coverage_log.count(behind)
        return self._known[behind]

    def _table(self, keys: tuple[TallyKey, ...], stretch: ItemFilter) -> Mapping[tuple[str, ...], ItemCount]:
        place = (*keys, stretch.since, stretch.until)
        if place not in self._tables:
            found = counting.tally(_day(stretch.since), _day(stretch.until), keys)
            self._tables[place] = {
                tuple(str(value.value) for value in row.values): ItemCount(row.pieces, row.placements)
                for row in found.rows
            }
        return self._tables[place]


def _day(day: dt.date | None) -> dt.date:
    if day is None:
        raise ValueError("a comparison has a first and a last day")
    return day


def _listed(figures: Sequence[_Figure]) -> dict[TallyKey, tuple[Any, ...]]:
    """Every value that the table names of each kind, in order."""
    found: dict[TallyKey, dict[Any, None]] = {}
    for figure in figures:
        for label in figure.labels:
            if label.key is not None:
                found.setdefault(label.key, {})[label.value] = None
    return {key: tuple(values) for key, values in found.items()}


def _count(value: Cell) -> int | None:
    """A whole number, be it typed as text with 篇 behind it; None for anything else."""
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        return int(value) if value >= 0 and value == int(value) else None
    found = _COUNT.fullmatch(folded(as_text(value)))
    return int(found[1]) if found else None
