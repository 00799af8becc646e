"""Names of the roster: few enough to look at each, by a stretch of the name or by pinyin initials."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from xcdesk import pinyin
from xcdesk.models import Outlet, OutletSpelling, Programme, Tenure, Unit, UnitSpelling
from xcdesk.normalise import folded
from xcdesk.services.search.hits import Hit, HitKind
from xcdesk.services.search.query import Prefix, Query

_INITIALS_FROM = 2
"""Letters from which initials are looked at: one letter stands in nearly every name."""


_folded = lru_cache(maxsize=8192)(folded)


@dataclass(frozen=True, slots=True)
class _Entry:
    """A name, and what else finds it."""

    hit: Hit
    others: tuple[str, ...] = ()

    def meets(self, word: str) -> bool:
        """Whether a word, as compared, finds it: a stretch of any of its texts, or initials of its name."""
        if any(word in _folded(text) for text in (self.hit.title, *self.others)):
            return True
        return len(word) >= _INITIALS_FROM and pinyin.matches(word, self.hit.title)


def outlets(query: Query) -> list[Hit]:
    """Outlets, by name, spelling or note."""
    return _chosen(_outlets(), query, Prefix.OUTLET)


def units(query: Query) -> list[Hit]:
    """Units, by name or spelling."""
    return _chosen(_units(), query, Prefix.UNIT)


def programmes(query: Query) -> list[Hit]:
    """Programmes and columns, by name or note."""
    return _chosen(_programmes(query.values(Prefix.OUTLET)), query, Prefix.PROGRAMME)


def people(query: Query) -> list[Hit]:
    """People of the outlets, past ones too, by name, post or telephone; the latest first."""
    return _chosen(_people(query.values(Prefix.OUTLET)), query, None)


def outlet_ids(values: Sequence[str]) -> list[int]:
    """Rows of the outlets that one of the values names."""
    return _ids(_outlets(), values)


def unit_ids(values: Sequence[str]) -> list[int]:
    """Rows of the units that one of the values names."""
    return _ids(_units(), values)


def programme_ids(values: Sequence[str]) -> list[int]:
    """Rows of the programmes that one of the values names."""
    return _ids(_programmes(()), values)


def _chosen(entries: Iterable[_Entry], query: Query, prefix: Prefix | None) -> list[Hit]:
    wanted = [folded(value) for value in query.values(prefix)] if prefix else []
    return [
        entry.hit
        for entry in entries
        if all(map(entry.meets, query.words)) and (not wanted or any(map(entry.meets, wanted)))
    ]


def _ids(entries: Iterable[_Entry], values: Sequence[str]) -> list[int]:
    wanted = [folded(value) for value in values]
    return [entry.hit.id for entry in entries if any(map(entry.meets, wanted))]


def _outlets() -> Iterator[_Entry]:
    spellings = _spellings(OutletSpelling.select(OutletSpelling.outlet, OutletSpelling.spelling))
    rows: Any = Outlet.select(Outlet.id, Outlet.name, Outlet.note).order_by(Outlet.position, Outlet.id)
    for row_id, name, note in rows.tuples():
        yield _Entry(Hit(HitKind.OUTLET, row_id, None, name), (note, *spellings[row_id]))


def _units() -> Iterator[_Entry]:
    spellings = _spellings(UnitSpelling.select(UnitSpelling.unit, UnitSpelling.spelling))
    rows: Any = Unit.select(Unit.id, Unit.name).order_by(Unit.position, Unit.id)
    for row_id, name in rows.tuples():
        yield _Entry(Hit(HitKind.UNIT, row_id, None, name), tuple(spellings[row_id]))


def _programmes(outlets: Sequence[str]) -> Iterator[_Entry]:
    table = Programme
    columns = (table.id, table.opened_on, table.name, Outlet.name, Outlet.id)
    rows = _of(outlets, table, *columns, table.note).order_by(Outlet.position, table.id)
    for *shown, note in rows.tuples():
        yield _Entry(Hit(HitKind.PROGRAMME, *shown), (note,))


def _people(outlets: Sequence[str]) -> Iterator[_Entry]:
    table = Tenure
    columns = (table.id, table.since, table.name, Outlet.name, Outlet.id)
    rows = _of(outlets, table, *columns, table.post, table.phone)
    for *shown, post, phone in rows.order_by(table.since.desc(nulls="LAST"), table.id.desc()).tuples():
        yield _Entry(Hit(HitKind.PERSON, *shown), (post, phone))


def _of(outlets: Sequence[str], table: Any, *columns: Any) -> Any:
    """Columns of rows and of their outlets; only those of the outlets that are named, if any is."""
    rows = table.select(*columns).join(Outlet)
    return rows.where(table.outlet.in_(outlet_ids(outlets))) if outlets else rows


def _spellings(rows: Any) -> defaultdict[int, list[str]]:
    found: defaultdict[int, list[str]] = defaultdict(list)
    for owner, spelling in rows.tuples():
        found[owner].append(spelling)
    return found
