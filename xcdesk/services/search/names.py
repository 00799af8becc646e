"""Names of the roster: few enough to look at each, by a stretch of the name or by pinyin initials."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from xcdesk import pinyin
from xcdesk.models import Outlet, OutletSpelling, Programme, Tenure, Unit, UnitSpelling
from xcdesk.normalise import folded
from xcdesk.services.search.hits import Hit, HitKind
from xcdesk.services.search.query import Prefix, Query

_INITIALS_FROM = 2
"""Letters from which initials are looked at: one letter stands in nearly every name."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """A name, and what else finds it."""

    hit: Hit
    others: tuple[str, ...] = ()

    def meets(self, typed: str) -> bool:
        """Whether a word finds it: a stretch of any of its texts, or initials of its name."""
        word = folded(typed)
        if any(word in folded(text) for text in (self.hit.title, *self.others)):
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
    wanted = query.values(prefix) if prefix else ()
    return [
        entry.hit
        for entry in entries
        if all(map(entry.meets, query.typed)) and (not wanted or any(map(entry.meets, wanted)))
    ]


def _ids(entries: Iterable[_Entry], values: Sequence[str]) -> list[int]:
    return [entry.hit.id for entry in entries if any(map(entry.meets, values))]


def _outlets() -> Iterator[_Entry]:
    spellings = _spellings(OutletSpelling.select(OutletSpelling.outlet, OutletSpelling.spelling))
    for row in Outlet.select().order_by(Outlet.position, Outlet.id):
        yield _Entry(Hit(HitKind.OUTLET, row.id, None, row.name), (row.note, *spellings[row.id]))


def _units() -> Iterator[_Entry]:
    spellings = _spellings(UnitSpelling.select(UnitSpelling.unit, UnitSpelling.spelling))
    for row in Unit.select().order_by(Unit.position, Unit.id):
        yield _Entry(Hit(HitKind.UNIT, row.id, None, row.name), tuple(spellings[row.id]))


def _programmes(outlets: Sequence[str]) -> Iterator[_Entry]:
    rows = _of(outlets, Programme).order_by(Outlet.position, Programme.id)
    for row in rows:
        hit = Hit(HitKind.PROGRAMME, row.id, row.opened_on, row.name, row.outlet.name, row.outlet.id)
        yield _Entry(hit, (row.note,))


def _people(outlets: Sequence[str]) -> Iterator[_Entry]:
    rows = _of(outlets, Tenure).order_by(Tenure.since.desc(nulls="LAST"), Tenure.id.desc())
    for row in rows:
        hit = Hit(HitKind.PERSON, row.id, row.since, row.name, row.outlet.name, row.outlet.id)
        yield _Entry(hit, (row.post, row.phone))


def _of(outlets: Sequence[str], table: Any) -> Any:
    """Rows with their outlets; only those of the outlets that are named, if any is."""
    rows = table.select(table, Outlet.id, Outlet.name).join(Outlet)
    return rows.where(table.outlet.in_(outlet_ids(outlets))) if outlets else rows


def _spellings(rows: Any) -> defaultdict[int, list[str]]:
    found: defaultdict[int, list[str]] = defaultdict(list)
    for owner, spelling in rows.tuples():
        found[owner].append(spelling)
    return found
