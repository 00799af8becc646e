"""When a backup is taken: every half hour of work, before what changes much, at closing, and by hand."""

import datetime as dt
import logging
from enum import StrEnum
from pathlib import Path

from xcdesk import clock, settings, store
from xcdesk.db.backups import copies, manifest, memory, shelf
from xcdesk.db.backups.copies import BackupRow
from xcdesk.db.backups.shelf import Lying
from xcdesk.db.base import database, is_sqlite
from xcdesk.errors import DeskError
from xcdesk.progress import Operation
from xcdesk.services.backups import at_server
from xcdesk.services.record.actor import Actor

log = logging.getLogger(__name__)

MANY = 50
"""So many rows changed by one act, or more, are preceded by a backup.

Fewer are seen at a glance before and after, one key takes them back, and the backup of the half hour holds
what was before them. That of a large office takes seconds, for which nobody would wait at every small edit.
"""
_OUTSIDE_EVERY = dt.timedelta(hours=4)
"""How often the backups of a day's work are carried outside by themselves."""


class NoOutsideSetError(DeskError):
    """No second folder is set."""

    code = "backup.no_outside_set"


class SameFolderError(DeskError):
    """The second folder is the first."""

    code = "backup.same_folder"


class Reason(StrEnum):
    """The act that a backup is named after; one before a migration is called ``before-<schema>``."""

    BY_HAND = "by-hand"
    AUTOMATIC = "automatic"
    CLOSING = "closing"
    BEFORE_IMPORT = "before-import"
    BEFORE_UNDO = "before-undo"
    BEFORE_BULK_EDIT = "before-bulk-edit"
    BEFORE_MERGE = "before-merge"
    BEFORE_PURGE = "before-purge"
    BEFORE_RESTORE = "before-restore"
    BEFORE_REPAIR = "before-repair"
    BEFORE_KEY = "before-key"
    AFTER_KEY = "after-key"


def back_up(reason: Reason, operation: Operation | None = None, actor: Actor | None = None) -> BackupRow:
    """Take a backup now and carry it to the second folder if there is one and its turn has come.

    That the second folder is not there is no failure of the backup: how old its last copy is, is said.

    Args:
        reason: the act that it is named after.
        operation: progress and cancel.
        actor: who asks for it; of a file nobody is asked.

    Raises:
        BackupError: it could not be taken.
        KeptByServerError: the data lie on a server, and this is no administrator.
        Cancelled: somebody asked to stop.
    """
    if is_sqlite(database):
        made = store.back_up_now(store.where(), reason.value, operation)
    else:
        made = at_server.back_up(actor, reason.value, operation)
    if reason in {Reason.BY_HAND, Reason.CLOSING} or _outside_is_due():
        try:
            carry_outside(Path(made.file))
        except DeskError as error:
            log.info("no copy outside: %s", error.code)
    return made


def before(reason: Reason, operation: Operation | None = None) -> BackupRow | None:
    """Take a backup before an act on a file, unless nothing was changed since the last; None then.

    An act on a server's database is preceded by none: all rows would go over the network each time, and most
    people's sessions do not see all of them.

    Raises:
        BackupError: it could not be taken; the act is not to be begun.
    """
    if not is_sqlite(database) or not is_changed():
        return None
    return back_up(reason, operation)


def keep(actor: Actor, operation: Operation | None = None) -> BackupRow | None:
    """Take the backup that is due by itself: of a file whose half hour is over, of a server after hours.

    Raises:
        BackupError: it could not be taken.
    """
    if is_sqlite(database):
        return before(Reason.AUTOMATIC, operation)
    return back_up(Reason.AUTOMATIC, operation, actor) if at_server.is_due() else None


def keeps(actor: Actor) -> bool:
    """Whether this person's desk is one that takes backups by itself."""
    return at_server.refusal(actor) is None


def is_changed() -> bool:
    """Whether anything was written to the file since the newest backup of this office, or there is none.

    Every change has its entry in the record; texts that are kept while they are typed have none.
    """
    last = newest()
    if last is None:
        return True
    told = last.told
    return told.record != copies.record_end(database) or told.drafts != copies.drafts(database)


def newest() -> Lying | None:
    """The newest backup of this office beside its data; None while there is none."""
    return shelf.newest(store.backup_folder(store.where()), copies.record_end(database))


def carry_outside(backup: Path) -> Path:
    """Carry a backup to the second folder, read it back there, and return the copy.

    Raises:
        NoOutsideError: no second folder is set, or it is not there now.
        OutsideFailedError: the copy could not be written.
    """
    folder = outside_folder()
    if folder is None:
        raise NoOutsideSetError
    made = shelf.carry(backup, folder)
    memory.remember(str(store.where()), outside_at=clock.utc_now())
    shelf.thin(folder, manifest.read(made).record)
    return made


def newest_or_made(operation: Operation | None = None, actor: Actor | None = None) -> Path:
    """The newest backup of this machine if none is due, otherwise one taken now; raises as `back_up`."""
    if not (is_changed() if is_sqlite(database) else at_server.is_due()):
        found = newest()
        if found is not None:
            return found.path
    return Path(back_up(Reason.BY_HAND, operation, actor).file)


def set_outside(folder: Path | None) -> None:
    """Remember the second folder of this machine; None for none.

    A share or a sync folder will do: nobody works on what lies there.

    Raises:
        NoOutsideError: there is no such folder.
        SameFolderError: it is where the backups lie anyway, or the data.
    """
    if folder is not None:
        if not folder.is_dir():
            raise shelf.NoOutsideError(folder=folder, field="outside")
        here = store.backup_folder(store.where())
        if folder.resolve() in {here.resolve(), here.parent.resolve()}:
            raise SameFolderError(folder=folder, field="outside")
    settings.save(settings.load()._replace(outside="" if folder is None else str(folder)))


def outside_folder() -> Path | None:
    """The second folder of this machine, None while none is set."""
    kept = settings.load().outside
    return Path(kept) if kept else None


def _outside_is_due() -> bool:
    last = memory.recall(str(store.where())).outside_at
    return outside_folder() is not None and (last is None or clock.utc_now() - last >= _OUTSIDE_EVERY)


def at_closing() -> None:
    """Leave the day's work in a backup and outside; a failure is remembered, and said at the next start."""
    if not is_sqlite(database):
        return
    try:
        if before(Reason.CLOSING) is None:
            _carry_newest()
    except DeskError as error:
        log.warning("no backup at closing: %s", error.code)


def _carry_newest() -> None:
    """Bring the newest backup outside, if it is not there and the second folder is."""
    folder, last = outside_folder(), newest()
    if folder is None or last is None or not folder.is_dir():
        return
    if not (folder / last.path.name).exists():
        carry_outside(last.path)
