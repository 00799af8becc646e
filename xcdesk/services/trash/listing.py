"""What lies in the trash: newest first, with who removed it, from where, and how long it will lie there."""

import datetime as dt
import heapq
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from xcdesk import clock
from xcdesk.db import bulk
from xcdesk.models import AuditEntry, AuditRow, ImportRow
from xcdesk.services.office import office_settings
from xcdesk.services.trash.kinds import KINDS, Kind, Name

MOST = 500
"""Rows that are listed at most; more are found by searching."""

_REMOVING = (
    "coverage.removed",
    "coverage.block_written",
    "coverage.block_swung",
    "coverage.grouped",
    "import.undone",
    "import.superseded",
    "quota.removed",
    "evidence.removed",
    "advert.removed",
    "manuscript.removed",
    "activity.removed",
    "activity.evidence_removed",
)
"""Acts by which something comes to lie in the trash."""


@dataclass(frozen=True, slots=True, order=True)
class TrashKey:
    """One thing in the trash: its kind, its id and the version that somebody has before their eyes."""

    kind: str
    id: int
    version: int


@dataclass(frozen=True, slots=True)
class TrashRow:
    """One thing in the trash.

    Attributes:
        title, place: what it is called and where it stood; a report that was only counted has no title.
        removed_at: instant in UTC; ``removed_by`` is "" where the record does not name the row.
        leaves_on: the day on which it will be removed for good; None where things are kept for ever.
    """

    key: TrashKey
    title: str
    place: str
    removed_at: dt.datetime
    removed_by: str
    leaves_on: dt.date | None


@dataclass(frozen=True, slots=True)
class TrashPage:
    """The newest rows, at most `MOST`, of ``total`` that were asked for."""

    rows: tuple[TrashRow, ...]
    total: int


def page(words: str = "", kind: str = "", limit: int = MOST) -> TrashPage:
    """Rows in the trash, the last removed first.

    Args:
        words: what their text must hold; "" for all.
        kind: only this one of `KINDS`; "" for all.
        limit: most rows.
    """
    chosen = {name: one for name, one in KINDS.items() if kind in ("", name)}
    found = [_newest(name, one, words, limit) for name, one in chosen.items()]
    total = sum(_query(one, words).count() for one in chosen.values())
    newest = heapq.nlargest(limit, (row for rows in found for row in rows))
    return TrashPage(_finish(newest), total)


def key_of(kind: str, row_id: int) -> TrashKey | None:
    """A thing in the trash at the version of now, None where it does not lie there."""
    found = KINDS[kind]
    row = found.model.get_or_none((found.key == row_id) & found.there())
    return None if row is None else TrashKey(kind, row_id, row.version)


def _query(kind: Kind, words: str) -> Any:
    rows = kind.model.select().where(kind.there())
    return rows.where(kind.holds(words.strip())) if words.strip() else rows


def _newest(name: str, kind: Kind, words: str, limit: int) -> list[tuple[dt.datetime, TrashKey]]:
    model = kind.model
    query = _query(kind, words).order_by(model.removed_at.desc(), model.id.desc()).limit(limit)
    columns = query.select(kind.key, model.version, model.removed_at).tuples()
    return [(removed_at, TrashKey(name, row_id, version)) for row_id, version, removed_at in columns]


def _finish(found: Sequence[tuple[dt.datetime, TrashKey]]) -> tuple[TrashRow, ...]:
    days = office_settings.load().trash_days
    names: dict[tuple[str, int], Name] = {}
    who: dict[tuple[str, int], str] = {}
    for kind in {key.kind for _, key in found}:
        ids = [key.id for _, key in found if key.kind == kind]
        names |= {(kind, row): name for row, name in KINDS[kind].names(ids).items()}
        who |= {(kind, row): name for row, name in _removers(kind, ids).items()}
    return tuple(
        TrashRow(
            key,
            names[key.kind, key.id].title,
            names[key.kind, key.id].place,
            at,
            who.get((key.kind, key.id), ""),
            clock.local(at).date() + dt.timedelta(days=days) if days else None,
        )
        for at, key in found
        if (key.kind, key.id) in names
    )


def _removers(kind: str, ids: Sequence[int]) -> Mapping[int, str]:
    """Who removed rows: the last act of the record on each that can have done it."""
    told = KINDS[kind].removers
    if told is not None:
        return told(ids)
    acts: dict[int, tuple[int, str]] = {}
    for some in bulk.chunks(ids):
        found = [*_alone(kind, some), *_among(kind, some)]
        if kind == "coverage_item":
            found += _imported(some)
        for row, entry, name in found:
            acts[row] = max(acts.get(row, (0, "")), (entry, name))
    return {row: name for row, (_, name) in acts.items()}


Act = tuple[int, int, str]
"""A row, the number of the entry, who did it."""


def _alone(kind: str, ids: Sequence[int]) -> Iterable[Act]:
    entry = AuditEntry
    named = entry.subject.in_([f"{kind}:{row}" for row in ids]) & entry.action.in_(_REMOVING)
    found: Any = entry.select(entry.subject, entry.id, entry.who_name).where(named).tuples()
    return [(int(subject.partition(":")[2]), number, name) for subject, number, name in found]


def _among(kind: str, ids: Sequence[int]) -> Iterable[Act]:
    entry = AuditEntry
    touched = (AuditRow.kind == kind) & AuditRow.row.in_(ids) & entry.action.in_(_REMOVING)
    found: Any = AuditRow.select(AuditRow.row, entry.id, entry.who_name).join(entry).where(touched)
    return list(found.tuples())


def _imported(ids: Sequence[int]) -> Iterable[Act]:
    """Reports of an import that was taken back: the entry names the batch alone."""
    lines: Any = ImportRow.select(ImportRow.item, ImportRow.batch).where(ImportRow.item.in_(ids)).tuples()
    batches: dict[str, list[int]] = {}
    for item, batch in lines:
        batches.setdefault(f"import_batch:{batch}", []).append(item)
    entry = AuditEntry
    undone = entry.subject.in_(list(batches)) & entry.action.in_(_REMOVING)
    found: Any = entry.select(entry.subject, entry.id, entry.who_name).where(undone).tuples()
    return [(item, number, name) for subject, number, name in found for item in batches[subject]]
