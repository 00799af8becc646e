"""The record: every change leaves one chained entry in the transaction that made it."""

import hashlib
import json
from collections import defaultdict, deque
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from peewee import Model

from xcdesk import clock
from xcdesk.db import bell, bulk, locks
from xcdesk.db.base import database
from xcdesk.models import AuditEntry, AuditRow
from xcdesk.progress import Operation
from xcdesk.services.record import permissions
from xcdesk.services.record.actor import Actor

START = "0" * 64
"""What the first entry is chained to."""

_DIGEST_SHOWN = 12
"""Characters of a digest that are printed."""
own: deque[str] = deque(maxlen=2_000)
"""Digests of the last entries that this process wrote: no news to it."""

CHAIN_LOCK = 0x78636461
"""Advisory lock of a server under which entries are added one after the other."""
_MANY = {"coverage_items": "coverage_item"}
"""Subjects of acts on many rows, and the table of these rows."""
_ALSO = {"evidence": ("item", "coverage_item"), "activity_file": ("activity", "activity")}
"""Kinds whose acts belong to the history of another row too: the fact with its number, and its table."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """End of the chain: how many entries and the digest of the last; printed, it betrays a cut tail."""

    count: int
    digest: str

    @property
    def short(self) -> str:
        """As it is printed on an issue."""
        return f"{self.count}/{self.digest[:_DIGEST_SHOWN]}"


@dataclass(frozen=True, slots=True)
class KeptAnchor:
    """An end of the chain that was kept elsewhere; ``place`` tells where, in words."""

    place: str
    anchor: Anchor


@dataclass(frozen=True, slots=True)
class ChainReport:
    """Outcome of a check of the whole chain.

    Attributes:
        count: how many entries fit, from the first on.
        broken_at: id of the first entry that does not fit, or whose forerunner is gone; None when all do.
        lost: anchors that the chain does not reach, or passes with another digest: its tail was cut off, or
            it was written anew.
    """

    count: int
    broken_at: int | None
    lost: tuple[KeptAnchor, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether nothing was changed, removed or cut off."""
        return self.broken_at is None and not self.lost


def record(actor: Actor, action: str, subject: str, **facts: object) -> None:
    """Add one entry, inside the caller's transaction.

    Args:
        actor: who did it.
        action: ``area.act`` in the past, for example ``coverage.logged``.
        subject: ``table:id`` of what it was done to, or ``coverage_items`` for many; their numbers are the
            facts ``ids`` and ``removed``.
        facts: plain values that JSON can hold; dates are written as ISO text. No private details of persons.

    Raises:
        DisabledError, NotAllowedError: the actor may not do this; his transaction is to be rolled back.
    """
    if not database.in_transaction():
        raise RuntimeError("an audit entry belongs to the transaction of its change")
    permissions.require_act(actor, action)
    locks.alone(CHAIN_LOCK)
    entry = AuditEntry(
        at=clock.utc_now(),
        who=actor.login,
        who_name=actor.name,
        action=action,
        subject=subject,
        facts=json.dumps(facts, ensure_ascii=False, sort_keys=True, default=str),
        previous=_head(),
        digest="",
    )
    entry.digest = _digest(entry)
    entry.save(force_insert=True)
    touched = [(kind, row, entry.id) for kind, row in rows_among(subject, facts)]
    if touched:
        bulk.insert(AuditRow, ("kind", "row", "entry"), touched)
    _announce(entry.digest)
    also = _ALSO.get(subject.partition(":")[0])
    if also is not None:
        AuditRow.create(kind=also[1], row=facts[also[0]], entry=entry.id)


def rows_among(subject: str, facts: Mapping[str, object]) -> tuple[tuple[str, int], ...]:
    """Table and number of each row that an act on many touched; none for an act on one."""
    if subject not in _MANY:
        return ()
    numbers = dict.fromkeys([*_numbers(facts, "ids"), *_numbers(facts, "removed")])
    return tuple((_MANY[subject], row) for row in numbers)


def _announce(digest: str) -> None:
    """Let the other desks know once it is committed, and this one know that it was its own."""
    bell.announce(database.obj)
    database.obj.after_commit(partial(own.append, digest))


def anchor() -> Anchor:
    """Count and head of the chain now."""
    return Anchor(AuditEntry.select().count(), _head())


def verify(kept: Iterable[KeptAnchor] = (), operation: Operation | None = None) -> ChainReport:
    """Walk the whole chain, name the first entry that does not fit, and the kept anchors that it misses.

    Raises:
        Cancelled: the operation was stopped.
    """
    waiting: dict[int, list[KeptAnchor]] = defaultdict(list)
    for one in kept:
        waiting[one.anchor.count].append(one)
    lost: list[KeptAnchor] = []
    previous, count = START, 0
    total = AuditEntry.select().count()
    for entry in (operation or Operation()).each(_entries(), total, every=1000):
        if entry.previous != previous or entry.digest != _digest(entry):
            return ChainReport(count, entry.id, tuple(lost))
        previous, count = entry.digest, count + 1
        lost += [one for one in waiting.pop(count, ()) if one.anchor.digest != previous]
    lost += [one for missed in waiting.values() for one in missed if one.anchor.count]
    return ChainReport(count, None, tuple(lost))


def entries_of(kind: str, row_id: int) -> list[AuditEntry]:
    """Every act on one row that the record names, by itself or among many, oldest first."""
    touched = (AuditRow.kind == kind) & (AuditRow.row == row_id)
    among: Any = AuditRow.select(AuditRow.entry).where(touched).tuples()
    ids = [entry for (entry,) in among]
    found = list(AuditEntry.select().where(AuditEntry.subject == f"{kind}:{row_id}"))
    for some in bulk.chunks(ids):  # two questions: an engine that is asked both at once reads every entry
        found += list(AuditEntry.select().where(AuditEntry.id.in_(some)))
    return sorted(found, key=lambda entry: entry.id)


def differences(row: Model, fields: Mapping[str, Any], untold: Collection[str] = ()) -> dict[str, list[Any]]:
    """What writing ``fields`` into a row changes: before and after by name, a reference as its number.

    Of ``untold`` fields, long ones and private ones, it is only told that they changed.
    """
    held = {name: row.__data__[name] for name in fields}
    wanted = {name: value.get_id() if isinstance(value, Model) else value for name, value in fields.items()}
    changed = {name: [held[name], value] for name, value in wanted.items() if value != held[name]}
    return {name: [None, None] if name in untold else pair for name, pair in changed.items()}


def _head() -> str:
    last = AuditEntry.select(AuditEntry.digest).order_by(AuditEntry.id.desc()).first()
    return last.digest if last else START


def _numbers(facts: Mapping[str, object], name: str) -> list[int]:
    found: Any = facts.get(name, ())
    return list(found)


def _entries() -> Iterator[AuditEntry]:
    return iter(AuditEntry.select().order_by(AuditEntry.id).iterator())


def _digest(entry: AuditEntry) -> str:
    parts = (
        entry.at.isoformat(timespec="microseconds"),
        entry.who,
        entry.who_name,
        entry.action,
        entry.subject,
        entry.facts,
        entry.previous,
    )
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()
