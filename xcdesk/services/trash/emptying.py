"""Removing for good: what a leader or administrator chose, and by itself what has lain long enough."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from xcdesk import clock
from xcdesk.db import bulk
from xcdesk.db.base import database, is_guarded
from xcdesk.errors import DeskError, StaleRowError
from xcdesk.models import AuditEntry
from xcdesk.progress import Operation
from xcdesk.services.office import office_settings, people
from xcdesk.services.record import audit, permissions
from xcdesk.services.record.actor import Actor
from xcdesk.services.record.permissions import Permission
from xcdesk.services.trash.kinds import KINDS
from xcdesk.services.trash.listing import TrashKey

_MOST_OLD = 20_000
"""Rows that one start removes at most, so that the other desks need not wait."""
_MOST_TITLES = 50


def may_purge(actor: Actor) -> DeskError | None:
    """None, or the refusal for somebody who may not remove anything for good."""
    return permissions.refusal(actor, Permission.PURGE)


def purge(actor: Actor, chosen: Sequence[TrashKey]) -> int:
    """Remove things from the trash for good, all of them or none; returns how many.

    Raises:
        NotAllowedError: the person is neither leader nor administrator.
        StaleRowError: one of them is not in the trash any more, or was changed meanwhile.
    """
    refused = may_purge(actor)
    if refused is not None:
        raise refused
    with database.atomic():
        by_kind: dict[str, list[int]] = {}
        for key in chosen:
            kind = KINDS[key.kind]
            there = (kind.key == key.id) & (kind.model.version == key.version) & kind.there()
            if not kind.model.select().where(there).exists():
                raise StaleRowError(table=key.kind, id=key.id)
            by_kind.setdefault(key.kind, []).append(key.id)
        return _erase(actor, by_kind, "trash.purged")


def purge_old(operation: Operation | None = None) -> int:
    """Remove for good what has lain in the trash longer than the office keeps it; returns how many.

    Days are counted by the clock of this desk. When the last act of the record lies further back than that
    term, the clock may have jumped: nothing is removed until somebody has worked by it.

    Raises:
        Cancelled: the window was closed meanwhile; nothing was removed.
    """
    days = office_settings.load().trash_days
    if not days or _is_left_to_others():
        return 0
    before = clock.midnight(clock.today() - dt.timedelta(days=days))
    last = AuditEntry.select(AuditEntry.at).order_by(AuditEntry.id.desc()).first()
    if last is None or last.at < before:
        return 0
    (operation or Operation()).check()
    with database.atomic():
        old = {kind: _old(kind, before) for kind in KINDS}
        found = {kind: ids for kind, ids in old.items() if ids}
        return _erase(people.program(), found, "trash.purged_old") if found else 0


def _is_left_to_others() -> bool:
    """At a server that keeps the rules whoever may remove for good does this too, when he sits down."""
    return is_guarded(database) and not any(may_purge(actor) is None for actor in people.actors())


def _old(kind: str, before: dt.datetime) -> list[int]:
    found = KINDS[kind]
    removed_at: Any = found.model.removed_at
    query = found.model.select(found.key).where(found.there() & (removed_at < before)).order_by(removed_at)
    return [row for (row,) in query.limit(_MOST_OLD).tuples()]


def _erase(actor: Actor, by_kind: Mapping[str, Sequence[int]], action: str) -> int:
    """Delete rows, with one entry of the record that names them."""
    titles = [
        name.title or name.place
        for kind, ids in by_kind.items()
        for name in KINDS[kind].names(ids[:_MOST_TITLES]).values()
    ]
    for kind, ids in by_kind.items():
        for some in bulk.chunks(ids):
            KINDS[kind].erase(some)
    count = sum(map(len, by_kind.values()))
    audit.record(actor, action, "trash", count=count, rows=by_kind, titles=titles[:_MOST_TITLES])
    return count
