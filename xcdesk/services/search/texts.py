"""Things with a date and a text, found through the word index: reports, materials, issues and the rest."""

import functools
import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from peewee import JOIN

from xcdesk import clock
from xcdesk.codes import Vocabulary
from xcdesk.db.word_index import BY_TABLE
from xcdesk.models import Bulletin, Contribution, CoverageItem, ImportBatch, Material, Outlet, Unit
from xcdesk.services import matching
from xcdesk.services.days import ALWAYS
from xcdesk.services.search import asked
from xcdesk.services.search.hits import Hit, HitKind
from xcdesk.services.search.query import Prefix, Query, parse


@dataclass(frozen=True, slots=True)
class Source:
    """Where things of one kind are looked for.

    Attributes:
        table, indexed: the rows, and the table whose index holds their words; ``names`` is the column of the
            rows that names its row.
        rows: query for the rows with what a hit shows.
        newest: how they follow each other when the index does not tell.
        conditions: what a chip asks of a row; a chip of any other prefix meets none.
    """

    table: Any
    indexed: Any
    names: Any
    rows: Callable[[], Any]
    newest: tuple[Any, ...]
    hit: Callable[[Any], Hit]
    conditions: Mapping[Prefix, asked.Condition]

    def hits(self, query: Query, limit: int) -> list[Hit]:
        """The newest hits."""
        chosen = self._chosen(self.rows(), query)
        if chosen is None:
            return []
        newest = self.newest
        if query.words:
            found = self._keys(query).alias("found")
            chosen = chosen.join_from(self.table, found, on=(matching.item_of(found) == self.names))
            newest = (found.c.key.desc(),) if self.table is self.indexed else newest
        return [self.hit(row) for row in chosen.order_by(*newest).limit(limit)]

    def count(self, query: Query) -> int:
        """How many there are in all."""
        if query.words and not query.chips and self.table is self.indexed:
            return int(self._keys(query).count())
        chosen = self._chosen(self.rows(), query)
        if chosen is None:
            return 0
        if query.words:
            chosen = chosen.where(self.names.in_(matching.ids(self._keys(query))))
        return int(chosen.count())

    def _keys(self, query: Query) -> Any:
        """Keys of the rows that hold the words; for reports only of the days asked for, which spares time."""
        dated = self.table is CoverageItem and Prefix.DATE in query.prefixes
        span = asked.span(query.values(Prefix.DATE)) if dated else ALWAYS
        return matching.keys(self.indexed._meta.table_name, query.words, span)

    def _chosen(self, rows: Any, query: Query) -> Any:
        """Rows that meet the chips; None when there can be none."""
        if not query.prefixes <= self.conditions.keys():
            return None
        met = self.met(query)
        return rows.where(functools.reduce(operator.and_, met)) if met else rows

    def met(self, query: Query) -> list[Any]:
        """What the chips ask, as conditions."""
        return [self.conditions[prefix](query.values(prefix)) for prefix in sorted(query.prefixes)]


def _items() -> Any:
    rows = CoverageItem.select(CoverageItem, Outlet.id, Outlet.name).join(Outlet)
    return rows.where(CoverageItem.removed_at.is_null())


def _bulletins() -> Any:
    return Bulletin.select(Bulletin, Material.id, Material.title).join(Material)


def _contributions() -> Any:
    rows = Contribution.select(Contribution, Outlet.id, Outlet.name, Unit.id, Unit.name)
    return rows.join(Outlet, JOIN.LEFT_OUTER).switch(Contribution).join(Unit, JOIN.LEFT_OUTER)


def _batches() -> Any:
    return ImportBatch.select(ImportBatch, Unit.id, Unit.name).join(Unit, JOIN.LEFT_OUTER)


def _item(row: Any) -> Hit:
    return Hit(HitKind.ITEM, row.id, row.day, row.title, row.outlet.name, row.outlet.id)


def _material(row: Any) -> Hit:
    return Hit(HitKind.MATERIAL, row.id, clock.local(row.created_at).date(), row.title)


def _bulletin(row: Any) -> Hit:
    return Hit(HitKind.BULLETIN, row.id, row.issued_on or row.period_start, row.material.title)


def _contribution(row: Any) -> Hit:
    sender = row.outlet or row.unit
    return Hit(
        HitKind.CONTRIBUTION, row.id, row.received_on, row.title, sender.name if sender else "", row.outlet_id
    )


def _batch(row: Any) -> Hit:
    day = clock.local(row.imported_at).date()
    return Hit(HitKind.BATCH, row.id, day, row.file_name, row.sender.name if row.sender else "")


ITEM_CONDITIONS: Mapping[Prefix, asked.Condition] = {
    Prefix.UNIT: asked.unit(CoverageItem.unit),
    Prefix.OUTLET: asked.outlet(CoverageItem.outlet),
    Prefix.PROGRAMME: asked.programme(CoverageItem.programme),
    Prefix.AUTHOR: asked.text(CoverageItem.author),
    Prefix.DATE: asked.day(CoverageItem.day),
    Prefix.FORM: asked.term(CoverageItem.form, Vocabulary.FORM),
    Prefix.THEME: asked.term(CoverageItem.theme, Vocabulary.THEME),
    Prefix.TIER: asked.tier(CoverageItem.tier),
}
"""What chips ask of a report."""

SOURCES: Mapping[HitKind, Source] = {
    HitKind.ITEM: Source(
        CoverageItem, CoverageItem, CoverageItem.id, _items,
        (CoverageItem.day.desc(), CoverageItem.id.desc()), _item, ITEM_CONDITIONS,
    ),
    HitKind.MATERIAL: Source(
        Material, Material, Material.id, Material.select,
        (Material.created_at.desc(), Material.id.desc()), _material,
        {Prefix.AUTHOR: asked.user(Material.author), Prefix.DATE: asked.moment(Material.created_at)},
    ),
    HitKind.BULLETIN: Source(
        Bulletin, Material, Bulletin.material, _bulletins,
        (Bulletin.period_start.desc(), Bulletin.id.desc()), _bulletin,
        {Prefix.ISSUE: asked.issue, Prefix.DATE: asked.day(Bulletin.period_end)},
    ),
    HitKind.CONTRIBUTION: Source(
        Contribution, Contribution, Contribution.id, _contributions,
        (Contribution.received_on.desc(), Contribution.id.desc()), _contribution,
        {
            Prefix.UNIT: asked.unit(Contribution.unit),
            Prefix.OUTLET: asked.outlet(Contribution.outlet),
            Prefix.AUTHOR: asked.text(Contribution.contact),
            Prefix.DATE: asked.day(Contribution.received_on),
        },
    ),
    HitKind.BATCH: Source(
        ImportBatch, ImportBatch, ImportBatch.id, _batches,
        (ImportBatch.imported_at.desc(), ImportBatch.id.desc()), _batch,
        {Prefix.UNIT: asked.unit(ImportBatch.sender), Prefix.DATE: asked.moment(ImportBatch.imported_at)},
    ),
}  # fmt: skip


def items(typed: str, *, removed: bool = False) -> list[Any]:
    """Conditions on `CoverageItem` that words and chips typed into a filter ask; none for blanks.

    Args:
        typed: as in the one box.
        removed: the reports in the trash are meant; they are in no index, and are looked at one by one.
    """
    query = parse(typed)
    source = SOURCES[HitKind.ITEM]
    if not query.prefixes <= source.conditions.keys():
        return [CoverageItem.id.in_([])]
    conditions = source.met(query)
    if query.words and not removed:
        conditions.append(CoverageItem.id.in_(matching.ids(matching.keys("coverage_item", query.words))))
    elif query.words:
        columns = [getattr(CoverageItem, name) for name in BY_TABLE["coverage_item"].texts]
        for word in query.words:
            held = (column.contains(word) for column in columns)
            conditions.append(functools.reduce(operator.or_, held))
    return conditions
