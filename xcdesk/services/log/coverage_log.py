"""Reading the coverage log: rows as tables show them, by their ids or in pages cut by key."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from peewee import JOIN, Tuple, fn

from xcdesk.codes import Tier, Vocabulary
from xcdesk.db.base import database
from xcdesk.errors import NotFoundError
from xcdesk.models import CoverageItem, Outlet, Programme, Unit, User
from xcdesk.services.counts.counting import ItemCount as ItemCount
from xcdesk.services.counts.counting import count as count
from xcdesk.services.counts.item_filter import EVERYTHING, ItemFilter, where
from xcdesk.services.log import evidence, marks
from xcdesk.services.log.marks import Mark
from xcdesk.services.office import terms


@dataclass(frozen=True, slots=True)
class Cursor:
    """Last row of a page."""

    day: dt.date
    id: int


@dataclass(frozen=True, slots=True)
class ItemRow:
    """One placement as tables show it.

    Attributes:
        form, theme: codes, or None; their labels are "" then.
        programme, slot, author, url, note, unit: "" where there is none.
        group: reprint group or None; ``group_size`` placements of the piece are in the log, at least 1.
        evidence: how many files show that it ran.
        mark: what it is as a candidate for an issue, None where it is none.
        logged_at: instant in UTC; ``removed_at`` is set for a row in the trash.
    """

    id: int
    day: dt.date
    outlet_id: int
    outlet: str
    title: str
    form: str | None
    form_label: str
    theme: str | None
    theme_label: str
    tier: Tier
    unit_id: int | None
    unit: str
    programme: str
    slot: str
    author: str
    url: str
    note: str
    group: int | None
    group_size: int
    evidence: int
    mark: Mark | None
    logged_by: str
    logged_at: dt.datetime
    removed_at: dt.datetime | None
    version: int


@dataclass(frozen=True, slots=True)
class ItemPage:
    """Rows in display order; ``after`` leads to the next page and is None on the last."""

    rows: tuple[ItemRow, ...]
    after: Cursor | None


def page(chosen: ItemFilter = EVERYTHING, after: Cursor | None = None, limit: int = 200) -> ItemPage:
    """Read one page of the log, newest day first.

    Pages are cut by key, not by offset, so a row logged meanwhile neither repeats nor hides another.

    Args:
        chosen: which rows.
        after: ``ItemPage.after`` of the page before; None for the first page.
        limit: rows per page, at least 1.
    """
    key = Tuple(CoverageItem.day, CoverageItem.id)
    query: Any = CoverageItem.select(CoverageItem.id, CoverageItem.day).where(where(chosen))
    if after is not None:
        query = query.where(key < Tuple(after.day, after.id))
    newest = query.order_by(CoverageItem.day.desc(), CoverageItem.id.desc())
    found = list(newest.limit(limit + 1).tuples())
    shown = found[:limit]
    more = Cursor(shown[-1][1], shown[-1][0]) if len(found) > limit else None
    return ItemPage(rows([item_id for item_id, _ in shown]), more)


def latest_day() -> dt.date | None:
    """Day of the latest report of the log, None while there is none."""
    query: Any = CoverageItem.select(CoverageItem.day).where(where(EVERYTHING))
    found = query.order_by(CoverageItem.day.desc()).limit(1).tuples().first()
    return found[0] if found else None


def rows(ids: Sequence[int]) -> tuple[ItemRow, ...]:
    """The rows of these ids, in the order of the ids; an id without a row is left out."""
    if not ids:
        return ()
    names = (Outlet.name, Unit.name, Programme.name, User.name)
    query: Any = CoverageItem.select(CoverageItem, *names)
    for table, join in ((Outlet, JOIN.INNER), (Unit, JOIN.LEFT_OUTER), (Programme, JOIN.LEFT_OUTER)):
        query = query.join_from(CoverageItem, table, join)
    query = query.join_from(CoverageItem, User, JOIN.LEFT_OUTER).where(CoverageItem.id.in_(list(ids)))
    found = database.execute(query).fetchall()  # without peewee's objects, which take ten times as long
    made = {row.id: row for row in _finish([_Stored(*row) for row in found])}
    return tuple(made[item_id] for item_id in ids if item_id in made)


def item(item_id: int) -> ItemRow:
    """One row, in the log or in the trash.

    Raises:
        NotFoundError: there is none.
    """
    found = rows([item_id])
    if not found:
        raise NotFoundError(what="coverage_item", name=item_id)
    return found[0]


class _Stored(NamedTuple):
    """A row as the engine gives it: the columns of `CoverageItem` in their order, then the names."""

    id: int
    outlet_id: int
    day: dt.date | str
    title: str
    title_key: str
    form: str | None
    theme: str | None
    tier: str
    unit_id: int | None
    programme_id: int | None
    slot: str
    author: str
    url: str
    note: str
    group_id: int | None
    key: str | None
    logged_by_id: int | None
    logged_at: dt.datetime | str
    removed_at: dt.datetime | str | None
    version: int
    outlet: str
    unit: str | None
    programme: str | None
    logged_by: str | None


def _finish(found: list[_Stored]) -> list[ItemRow]:
    forms, themes = terms.labels(Vocabulary.FORM), terms.labels(Vocabulary.THEME)
    sizes = _group_sizes({row.group_id for row in found if row.group_id is not None})
    ids = [row.id for row in found]
    files, marked = evidence.counts(ids), marks.of_items(ids)
    beside = {
        row.id: _Beside(
            sizes.get(row.group_id, 1) if row.group_id else 1, files.get(row.id, 0), marked.get(row.id)
        )
        for row in found
    }
    return [_row(row, forms, themes, beside[row.id]) for row in found]


def _group_sizes(groups: set[int]) -> Mapping[int, int]:
    if not groups:
        return {}
    query: Any = (
        CoverageItem.select(CoverageItem.group, fn.COUNT(CoverageItem.id))
        .where(CoverageItem.group.in_(groups), CoverageItem.removed_at.is_null())
        .group_by(CoverageItem.group)
    )
    return {group: max(1, size) for group, size in query.tuples()}


class _Beside(NamedTuple):
    """What other tables say of a row."""

    group_size: int
    evidence: int
    mark: Mark | None


def _row(row: _Stored, forms: Mapping[str, str], themes: Mapping[str, str], beside: _Beside) -> ItemRow:
    return ItemRow(
        id=row.id,
        day=dt.date.fromisoformat(str(row.day)),
        outlet_id=row.outlet_id,
        outlet=row.outlet,
        title=row.title,
        form=row.form,
        form_label=forms.get(row.form, row.form) if row.form else "",
        theme=row.theme,
        theme_label=themes.get(row.theme, row.theme) if row.theme else "",
        tier=Tier(row.tier),
        unit_id=row.unit_id,
        unit=row.unit or "",
        programme=row.programme or "",
        slot=row.slot,
        author=row.author,
        url=row.url,
        note=row.note,
        group=row.group_id,
        group_size=beside.group_size,
        evidence=beside.evidence,
        mark=beside.mark,
        logged_by=row.logged_by or "",
        logged_at=dt.datetime.fromisoformat(str(row.logged_at)),
        removed_at=None if row.removed_at is None else dt.datetime.fromisoformat(str(row.removed_at)),
        version=row.version,
    )
