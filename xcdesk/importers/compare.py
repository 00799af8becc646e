"""Checked rows against the coverage log: new, changed, the same, repeated, or edited by somebody since."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from xcdesk.importers import logbook
from xcdesk.importers.kept_titles import KeptTitles
from xcdesk.importers.logbook import Key, Logged
from xcdesk.importers.records import CheckedBook, CheckedRow, Field, Level, Problem, Record, RowStatus
from xcdesk.lexicon import Lexicon
from xcdesk.normalise import title_key, title_keys
from xcdesk.progress import Operation, Steps

Keys: TypeAlias = tuple[tuple[Key | None, ...], ...]
_NOTHING = Record()
_COMPARED = (
    Field.FORM,
    Field.THEME,
    Field.TIER,
    Field.UNIT,
    Field.PROGRAMME,
    Field.SLOT,
    Field.AUTHOR,
    Field.URL,
    Field.NOTE,
)


@dataclass(frozen=True, slots=True)
class Match:
    """The logged item that row ``row`` (from 1) of sheet ``sheet`` (from 0) speaks of."""

    sheet: int
    row: int
    item: Logged


@dataclass(frozen=True, slots=True)
class Alike:
    """The other piece that row ``row`` of sheet ``sheet`` may be; ``item`` is None if the file holds it."""

    sheet: int
    row: int
    key: Key
    item: int | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """The book with its final states, the logged items that its rows speak of, and those much like them.

    ``keys`` are those of the rows of each sheet, None for rows that are left out or in error.
    """

    book: CheckedBook
    matches: tuple[Match, ...]
    alike: tuple[Alike, ...]
    keys: Keys


def compare(
    book: CheckedBook,
    lexicon: Lexicon,
    operation: Operation | None = None,
    titles: KeptTitles | None = None,
) -> Comparison:
    """States of all rows against the log as it is now; writes nothing.

    ``titles`` are those that a job of many files keeps, told already where the record ends.

    Raises:
        Cancelled: ``operation`` was stopped.
    """
    comparer = _Comparer(book, lexicon, operation or Operation(), titles or KeptTitles())
    sheets = tuple(
        replace(sheet, rows=comparer.judged(number, sheet.rows)) for number, sheet in enumerate(book.sheets)
    )
    return Comparison(
        replace(book, sheets=sheets), tuple(comparer.matches), tuple(comparer.alike), comparer.keys
    )


def key_of(record: Record, outlets: Mapping[str, int]) -> Key | None:
    """Key of a record, or None while it lacks an outlet, day or title; ``outlets`` are rows by name."""
    if record.outlet is None or record.date is None or record.title is None:
        return None
    return Key(outlets[record.outlet], record.date, title_key(record.title))


def _keys(rows: Sequence[CheckedRow], outlets: Mapping[str, int]) -> tuple[Key | None, ...]:
    """Key of each row that may be written; those of all titles are made in one go."""
    records = [row.record if row.status == RowStatus.NEW else _NOTHING for row in rows]
    titles = title_keys([record.title or "" for record in records])
    return tuple(
        None
        if record.outlet is None or record.date is None or record.title is None
        else Key(outlets[record.outlet], record.date, title)
        for record, title in zip(records, titles, strict=True)
    )


def differences(record: Record, item: Record) -> tuple[Field, ...]:
    """Fields that the sheet states otherwise than the log; what the sheet leaves blank does not count."""
    return tuple(
        field
        for field in _COMPARED
        if getattr(record, field) and getattr(record, field) != getattr(item, field)
    )


class _Comparer:
    """Judges the rows of one book in order."""

    def __init__(self, book: CheckedBook, lexicon: Lexicon, operation: Operation, titles: KeptTitles) -> None:
        self._operation, self._titles = operation, titles
        self.matches: list[Match] = []
        self.alike: list[Alike] = []
        self._programmes = logbook.programmes()
        outlets = {outlet.name: outlet.id for outlet in lexicon.outlets}
        self.keys: Keys = tuple(_keys(sheet.rows, outlets) for sheet in book.sheets)
        self._first: dict[Key, CheckedRow] = {}
        for sheet, keys in zip(book.sheets, self.keys, strict=True):
            for row, key in zip(sheet.rows, keys, strict=True):
                if key is not None:
                    self._first.setdefault(key, row)
        self._like: dict[Key, Key] = {}
        known = self._look()
        self._briefs = logbook.briefs(known | set(self._like.values()))
        found = logbook.items([self._briefs[key].id for key in known])
        self._items = {key: found[self._briefs[key].id] for key in known}

    def _look(self) -> set[Key]:
        """Keys that are logged; the others are looked for among titles of their outlet, logged or earlier."""
        by_outlet: dict[int, list[Key]] = defaultdict(list)
        for key in self._first:
            by_outlet[key.outlet].append(key)
        known: set[Key] = set()
        looked = Steps(self._operation, len(self._first))
        for outlet, keys in by_outlet.items():
            block = self._titles.block(outlet, {key.day for key in keys})
            logged = [key for key in keys if block.holds(key.day, key.title)]
            known.update(logged)
            self._titles.adding(outlet, len(keys) - len(logged))
            for key in looked.each(keys):
                if key in known:
                    continue
                like = block.met(key.day, key.title)
                if like is not None:
                    self._like[key] = Key(outlet, like.day, like.title)
        return known

    def judged(self, sheet: int, rows: Sequence[CheckedRow]) -> tuple[CheckedRow, ...]:
        """Rows of a sheet with their final states."""
        steps = Steps(self._operation, 0)
        return tuple(self._judged(sheet, place, row) for place, row in enumerate(steps.each(rows)))

    def _judged(self, sheet: int, place: int, row: CheckedRow) -> CheckedRow:
        key = self.keys[sheet][place]
        if key is None:
            return row
        earlier, item = self._first[key], self._items.get(key)
        if earlier is not row:
            facts = {"row": earlier.row}
            return _with(row, RowStatus.DUPLICATE, Problem("row.repeated", Level.REASON, facts=facts))
        if item is not None:
            self.matches.append(Match(sheet, row.row, item))
            stated = logbook.loggable(row.record, key.outlet, self._programmes)
            return _against(row, stated, item)
        like = self._like.get(key)
        return row if like is None else self._with_alike(sheet, row, like)

    def _with_alike(self, sheet: int, row: CheckedRow, like: Key) -> CheckedRow:
        logged, earlier = self._briefs.get(like), self._first.get(like)
        self.alike.append(Alike(sheet, row.row, like, logged.id if logged else None))
        title = logged.title if logged else earlier.record.title if earlier else ""
        problem = Problem("coverage.alike", Level.WARNING, Field.TITLE, facts={"title": title})
        return _with(row, row.status, problem)


def _with(row: CheckedRow, status: RowStatus, problem: Problem) -> CheckedRow:
    return row._replace(status=status, problems=(*row.problems, problem))


def _against(row: CheckedRow, stated: Record, item: Logged) -> CheckedRow:
    """State of a row whose item is logged already."""
    changed = differences(stated, item.record)
    if item.record.unit and Field.UNIT in changed:
        facts = {"unit": item.record.unit}
        return _with(
            row, RowStatus.DUPLICATE, Problem("coverage.other_unit", Level.REASON, Field.UNIT, facts=facts)
        )
    if not changed:
        return row._replace(status=RowStatus.SAME)
    if item.imported or not any(getattr(item.record, field) for field in changed):
        return row._replace(status=RowStatus.CHANGED)
    return _with(row, RowStatus.CONFLICT, Problem("coverage.edited", Level.REASON, facts={"fields": changed}))
