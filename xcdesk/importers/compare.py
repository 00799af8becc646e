"""Checked rows against the coverage log: new, changed, the same, repeated, or edited by somebody since."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from xcdesk.importers import logbook
from xcdesk.importers.logbook import Key, Logged
from xcdesk.importers.records import CheckedBook, CheckedRow, Field, Level, Problem, Record, RowStatus
from xcdesk.lexicon import Lexicon
from xcdesk.normalise import title_key

NEAR_DAYS = 3
"""How far apart two days may lie for their items to be called alike."""
_AROUND = range(-NEAR_DAYS, NEAR_DAYS + 1)
_NEAR_SCORE = 90
_SHORTEST_NEAR = 8
_ORDINALS = str.maketrans("", "", "0123456789〇一二三四五六七八九十上中下")
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
    """The book with its final states, the logged items that its rows speak of, and those much like them."""

    book: CheckedBook
    matches: tuple[Match, ...]
    alike: tuple[Alike, ...]


def compare(book: CheckedBook, lexicon: Lexicon) -> Comparison:
    """States of all rows against the log as it is now; writes nothing."""
    comparer = _Comparer(book, lexicon)
    sheets = tuple(
        replace(sheet, rows=tuple(comparer.judged(place, row) for row in sheet.rows))
        for place, sheet in enumerate(book.sheets)
    )
    return Comparison(replace(book, sheets=sheets), tuple(comparer.matches), tuple(comparer.alike))


def key_of(record: Record, outlets: Mapping[str, int]) -> Key | None:
    """Key of a record, or None while it lacks an outlet, day or title; ``outlets`` are rows by name."""
    if record.outlet is None or record.date is None or record.title is None:
        return None
    return Key(outlets[record.outlet], record.date, title_key(record.title))


def differences(record: Record, item: Record) -> tuple[Field, ...]:
    """Fields that the sheet states otherwise than the log; what the sheet leaves blank does not count."""
    return tuple(
        field
        for field in _COMPARED
        if getattr(record, field) and getattr(record, field) != getattr(item, field)
    )


class _Comparer:
    """Judges the rows of one book in order."""

    def __init__(self, book: CheckedBook, lexicon: Lexicon) -> None:
        self.matches: list[Match] = []
        self.alike: list[Alike] = []
        self._outlets = {outlet.name: outlet.id for outlet in lexicon.outlets}
        self._programmes = logbook.programmes()
        self._first: dict[Key, int] = {}
        self._ids: dict[Key, int] = {}
        self._titles: dict[int, dict[dt.date, dict[str, str]]] = defaultdict(lambda: defaultdict(dict))
        keys = {key for sheet in book.sheets for row in sheet.rows if (key := self._key(row))}
        self._load(keys)
        self._items = logbook.items([self._ids[key] for key in keys if key in self._ids])

    def _key(self, row: CheckedRow) -> Key | None:
        return key_of(row.record, self._outlets) if row.status == RowStatus.NEW else None

    def _load(self, keys: Collection[Key]) -> None:
        days = {key.day + dt.timedelta(days=shift) for key in keys for shift in _AROUND}
        for brief in logbook.briefs({key.outlet for key in keys}, days):
            self._ids[brief.key] = brief.id
            self._note_title(brief.key, brief.title)

    def _note_title(self, key: Key, title: str) -> None:
        if len(key.title) >= _SHORTEST_NEAR:
            self._titles[key.outlet][key.day].setdefault(key.title, title)

    def judged(self, sheet: int, row: CheckedRow) -> CheckedRow:
        """``row`` with its final state."""
        key = self._key(row)
        if key is None:
            return row
        earlier, item = self._first.get(key), self._items.get(self._ids.get(key, 0))
        self._first.setdefault(key, row.row)
        if earlier is not None:
            return _with(
                row, RowStatus.DUPLICATE, Problem("row.repeated", Level.REASON, facts={"row": earlier})
            )
        if item is not None:
            self.matches.append(Match(sheet, row.row, item))
            stated = logbook.loggable(row.record, key.outlet, self._programmes)
            return _against(row, stated, item)
        alike = self._alike(key)
        self._note_title(key, row.record.title or "")
        if alike is None:
            return row
        self.alike.append(Alike(sheet, row.row, alike, self._ids.get(alike)))
        facts = {"title": self._titles[alike.outlet][alike.day][alike.title]}
        return _with(row, row.status, Problem("coverage.alike", Level.WARNING, Field.TITLE, facts=facts))

    def _alike(self, key: Key) -> Key | None:
        """Another piece of the outlet, some days around, that may be the same one."""
        if len(key.title) < _SHORTEST_NEAR:
            return None
        # rapidfuzz here spares start-up time.
        from rapidfuzz import fuzz, process

        nearby = self._titles[key.outlet]
        for shift in _AROUND:
            day = key.day + dt.timedelta(days=shift)
            titles = nearby.get(day, {})
            near = process.extract(key.title, titles.keys(), scorer=fuzz.ratio, score_cutoff=_NEAR_SCORE)
            for other, _, _ in near:
                if not _differ_in_number(key.title, other):
                    return Key(key.outlet, day, other)
        return None


def _differ_in_number(first: str, second: str) -> bool:
    """Whether two titles are parts or numbers of a series: alike but for numerals and 上, 中, 下."""
    return first != second and first.translate(_ORDINALS) == second.translate(_ORDINALS)


def _with(row: CheckedRow, status: RowStatus, problem: Problem) -> CheckedRow:
    return replace(row, status=status, problems=(*row.problems, problem))


def _against(row: CheckedRow, stated: Record, item: Logged) -> CheckedRow:
    """State of a row whose item is logged already."""
    changed = differences(stated, item.record)
    if item.record.unit and Field.UNIT in changed:
        facts = {"unit": item.record.unit}
        return _with(
            row, RowStatus.DUPLICATE, Problem("coverage.other_unit", Level.REASON, Field.UNIT, facts=facts)
        )
    if not changed:
        return replace(row, status=RowStatus.SAME)
    if item.imported or not any(getattr(item.record, field) for field in changed):
        return replace(row, status=RowStatus.CHANGED)
    return _with(row, RowStatus.CONFLICT, Problem("coverage.edited", Level.REASON, facts={"fields": changed}))
