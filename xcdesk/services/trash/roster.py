"""Tenures, programmes and days off in the trash: what they are called, and the way back to the roster."""

from collections.abc import Mapping, Sequence
from typing import Any

from xcdesk.models import Outlet, RemovedRow, User
from xcdesk.services.log.coverage import ItemVersion
from xcdesk.services.record.actor import Actor
from xcdesk.services.roster import programme_changes, publication_changes, removed, tenure_history


def names(kind: str, ids: Sequence[int]) -> Mapping[int, tuple[str, str]]:
    """Title and place of rows: the outlet, and the days of which they speak."""
    query: Any = Outlet.select(Outlet.id, Outlet.name)
    outlets: dict[int, str] = dict(query.tuples())
    found = {}
    for row, columns in removed.columns(kind, ids).items():
        days = [columns.get(name) for name in ("since", "until", "opened_on", "closed_on")]
        place = (outlets.get(columns["outlet"], ""), *(str(day) for day in days if day))
        found[row] = (columns.get("name") or columns["note"], " ".join(filter(None, place)))
    return found


def removers(kind: str, ids: Sequence[int]) -> Mapping[int, str]:
    """Who removed rows."""
    query: Any = RemovedRow.select(RemovedRow.row, User.name).join(User)
    chosen = query.where((RemovedRow.kind == kind) & RemovedRow.row.in_(list(ids)))
    return dict(chosen.tuples())


def restore_tenure(actor: Actor, one: ItemVersion) -> int:
    """Put a tenure back; like the others here, it has the version that it had."""
    tenure_history.restore_tenure(actor, one.id, one.version)
    return one.version


def remove_tenure(actor: Actor, one: ItemVersion) -> int:
    """Take a tenure out again."""
    tenure_history.remove_tenure(actor, one.id, one.version)
    return one.version


def restore_programme(actor: Actor, one: ItemVersion) -> int:
    """Put a programme back."""
    programme_changes.restore_programme(actor, one.id, one.version)
    return one.version


def remove_programme(actor: Actor, one: ItemVersion) -> int:
    """Take a programme out again."""
    programme_changes.withdraw_programme(actor, one.id, one.version)
    return one.version


def restore_days(actor: Actor, one: ItemVersion) -> int:
    """Put a stretch of days back."""
    publication_changes.restore_exceptions(actor, [(one.id, one.version)])
    return one.version


def remove_days(actor: Actor, one: ItemVersion) -> int:
    """Take a stretch of days out again."""
    publication_changes.remove_exceptions(actor, [(one.id, one.version)])
    return one.version
