"""Things with a date and a text, found through the word index: reports, materials, issues and the rest."""

import datetime as dt
import functools
import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from peewee import JOIN, fn

from xcdesk import clock
from xcdesk.codes import MaterialState, Vocabulary
from xcdesk.db.word_index import BY_TABLE
from xcdesk.models import Bulletin, Case, Contribution, CoverageItem, ImportBatch, Material, Outlet, Unit
from xcdesk.services.office.days import ALWAYS
from xcdesk.services.search import asked, matching, waiting
from xcdesk.services.search.hits import Hit, HitKind
from xcdesk.services.search.query import Prefix, Query, parse


@dataclass(frozen=True, slots=True)
class Source:
    """Where things of one kind are looked for.

    Attributes:
        table, indexed: the rows, and the table whose index holds their words; ``names`` is the column of the
            rows that names its row.
        rows: query for the rows with what a hit shows, in the order of its fields.
        newest: how they follow each other when the index does not tell.
        conditions: what a chip asks of a row; a chip of any other prefix meets none.
    """

    kind: HitKind
    table: Any
    indexed: Any
    names: Any
    rows: Callable[[], Any]
    newest: tuple[Any, ...]
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
        return [_hit(self.kind, row) for row in chosen.order_by(*newest).limit(limit).tuples()]

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


_KEPT = Material.state != MaterialState.DISCARDED
"""What was discarded is not found, as nothing is that lies in the trash."""


def _items() -> Any:
    item = CoverageItem
    rows = item.select(item.id, item.day, item.title, Outlet.name, Outlet.id).join(Outlet)
    return rows.where(item.removed_at.is_null())


def _materials() -> Any:
    return Material.select(Material.id, Material.created_at, Material.title).where(_KEPT)


def _bulletins() -> Any:
    dated = fn.COALESCE(Bulletin.issued_on, Bulletin.period_start).converter(
        Bulletin.period_start.python_value
    )
    return Bulletin.select(Bulletin.id, dated, Material.title).join(Material).where(_KEPT)


def _contributions() -> Any:
    sent = Contribution
    sender = fn.COALESCE(Outlet.name, Unit.name, "")
    rows = sent.select(sent.id, sent.received_on, sent.title, sender, sent.outlet)
    return rows.join(Outlet, JOIN.LEFT_OUTER).switch(sent).join(Unit, JOIN.LEFT_OUTER)


def _batches() -> Any:
    batch = ImportBatch
    rows = batch.select(batch.id, batch.imported_at, batch.file_name, fn.COALESCE(Unit.name, ""))
    return rows.join(Unit, JOIN.LEFT_OUTER)


def _cases() -> Any:
    case = Case
    rows = case.select(case.id, case.received_on, case.title, Unit.name).join(Unit, on=(case.unit == Unit.id))
    return rows.where(case.removed_at.is_null())


def _hit(kind: HitKind, row: tuple[Any, ...]) -> Hit:
    """A hit out of id, day or moment, title and, where there is one, place."""
    row_id, dated, *named = row
    day = clock.local(dated).date() if isinstance(dated, dt.datetime) else dated
    return Hit(kind, row_id, day, *named)


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
        HitKind.ITEM, CoverageItem, CoverageItem, CoverageItem.id, _items,
        (CoverageItem.day.desc(), CoverageItem.id.desc()), ITEM_CONDITIONS,
    ),
    HitKind.CASE: Source(
        HitKind.CASE, Case, Case, Case.id, _cases,
        (Case.received_on.desc(), Case.id.desc()),
        {Prefix.UNIT: asked.unit(Case.unit), Prefix.DATE: asked.day(Case.received_on)},
    ),
    HitKind.MATERIAL: Source(
        HitKind.MATERIAL, Material, Material, Material.id, _materials,
        (Material.created_at.desc(), Material.id.desc()),
        {Prefix.AUTHOR: asked.user(Material.author), Prefix.DATE: asked.moment(Material.created_at)},
    ),
    HitKind.BULLETIN: Source(
        HitKind.BULLETIN, Bulletin, Material, Bulletin.material, _bulletins,
        (Bulletin.period_start.desc(), Bulletin.id.desc()),
        {Prefix.ISSUE: asked.issue, Prefix.DATE: asked.day(Bulletin.period_end)},
    ),
    HitKind.CONTRIBUTION: Source(
        HitKind.CONTRIBUTION, Contribution, Contribution, Contribution.id, _contributions,
        (Contribution.received_on.desc(), Contribution.id.desc()),
        {
            Prefix.UNIT: asked.unit(Contribution.unit),
            Prefix.OUTLET: asked.outlet(Contribution.outlet),
            Prefix.AUTHOR: asked.text(Contribution.contact),
            Prefix.DATE: asked.day(Contribution.received_on),
        },
    ),
    HitKind.BATCH: Source(
        HitKind.BATCH, ImportBatch, ImportBatch, ImportBatch.id, _batches,
        (ImportBatch.imported_at.desc(), ImportBatch.id.desc()),
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
        waiting.catch_up()
        conditions.append(CoverageItem.id.in_(matching.ids(matching.keys("coverage_item", query.words))))
    elif query.words:
        columns = [getattr(CoverageItem, name) for name in BY_TABLE["coverage_item"].texts]
        for word in query.words:
            held = (column.contains(word) for column in columns)
            conditions.append(functools.reduce(operator.or_, held))
    return conditions
