"""An office on a server, backed up by the desk of an administrator; the record tells all desks of it."""

import datetime as dt
import json
import platform
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from xcdesk import clock, store
from xcdesk.db.backups import manifest
from xcdesk.db.backups.copies import BackupRow
from xcdesk.db.base import database, is_sqlite
from xcdesk.db.engine import is_guarded
from xcdesk.errors import DeskError
from xcdesk.models import AuditEntry, User
from xcdesk.progress import Operation
from xcdesk.services.record import audit, permissions
from xcdesk.services.record.actor import Actor
from xcdesk.services.record.permissions import ALLOWED, Permission
from xcdesk.wording import Label, Listed

EVERY = dt.timedelta(hours=4)
"""How old the last backup of a server's office becomes before an administrator's desk takes another.

All rows go over the network for it, and a server keeps what it acknowledged: the half hour of a file, which
lies on one machine, is not needed.
"""
COPIED, BACKED_UP = "office.copied", "office.backed_up"
"""Acts of the record: that somebody begins to copy all of the office, and that the copy passed its check."""


class KeptByServerError(DeskError):
    """The data lie on a server, and backing them up is not for this role; fact ``people`` names who may."""

    code = "backup.kept_by_server"


class SetUpAgainError(DeskError):
    """The server's rules were written by a version of the program that knew no such backups."""

    code = "backup.set_up_again"


@dataclass(frozen=True, slots=True)
class Taken:
    """The last backup of a server's office: when (UTC), who took it, and what his machine is called."""

    at: dt.datetime
    name: str
    desk: str


def refusal(actor: Actor | None) -> DeskError | None:
    """Why somebody cannot take a backup of the open office; None if he can, as everybody of a file."""
    if is_sqlite(database) or (actor is not None and permissions.may(actor.role, Permission.PEOPLE)):
        return None
    may: Any = User.select(User.name).where(User.active & User.role.in_(ALLOWED[Permission.PEOPLE]))
    names = tuple(name for (name,) in may.order_by(User.id).tuples())
    return KeptByServerError(people=Listed(names) or Label("material.nobody"))


def back_up(actor: Actor | None, reason: str, operation: Operation | None = None) -> BackupRow:
    """Copy a server's office into a file of this machine, checked as that of a file is.

    The server hands all of it out only against the entry that tells so. PINs are left behind: they are short
    enough to be found from their hashes.

    Raises:
        KeptByServerError: his role does not have this.
        SetUpAgainError: the server does not know how to hand everything out.
        BackupError: it could not be taken.
        Cancelled: somebody asked to stop.
    """
    refused = refusal(actor)
    if refused is not None or actor is None:
        raise refused or KeptByServerError()
    _require_handed_out()
    desk = platform.node()
    with database.atomic():
        audit.record(actor, COPIED, "office", reason=reason, desk=desk)
    made = store.back_up_now(store.where(), reason, operation)
    path = Path(made.file)
    with database.atomic():
        end = manifest.read(path).record.last
        facts = {"file": path.name, "rows": made.rows, "sha256": made.sha256, "desk": desk, "end": end}
        audit.record(actor, BACKED_UP, "office", **facts)
    return made


def _require_handed_out() -> None:
    known = "SELECT to_regprocedure('desk.whole_desk_user()') IS NOT NULL"
    if is_guarded(database) and not database.execute_sql(known).fetchone()[0]:
        raise SetUpAgainError


def last() -> Taken | None:
    """The last backup that any desk took; None while there is none."""
    row = _last()
    return None if row is None else Taken(row.at, row.who_name, json.loads(row.facts).get("desk", ""))


def is_due() -> bool:
    """Whether the last backup is older than it should be, and something was written since."""
    row = _last()
    if row is None:
        return True
    if clock.utc_now() - row.at < EVERY:
        return False
    end = AuditEntry.get_or_none(AuditEntry.digest == json.loads(row.facts)["end"])
    later = AuditEntry.id > (row.id if end is None else end.id)
    return bool(AuditEntry.select().where(later & AuditEntry.action.not_in((COPIED, BACKED_UP))).exists())


def _last() -> Any:
    return AuditEntry.select().where(AuditEntry.action == BACKED_UP).order_by(AuditEntry.id.desc()).first()
