"""Which backups there are, here and outside, and whether they can be relied on."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from xcdesk import clock, store
from xcdesk.db.backups import copies, memory, shelf
from xcdesk.db.backups.shelf import Lying
from xcdesk.db.base import database
from xcdesk.services.backups import at_server, keeping
from xcdesk.services.backups.keeping import Reason
from xcdesk.wording import Language, catalogue, text

REHEARSE_EVERY = dt.timedelta(days=30)


class Place(StrEnum):
    """Where a backup lies: in the folder beside the data, or in the second one."""

    HERE = "here"
    OUTSIDE = "outside"


@dataclass(frozen=True, slots=True)
class KeptBackup:
    """One backup in the list.

    Attributes:
        at: when it was taken, UTC; it passed its check then, or it would not be here.
        reason: the act it is named after; `reason_words` tells it.
        size: bytes.
        keyed: whether a passphrase is needed to read it.
        ours: whether it is of the office that is open; another's may lie in the same folder.
        also_outside: whether the second folder holds a copy as well.
    """

    path: Path
    at: dt.datetime
    reason: str
    size: int
    rows: int
    keyed: bool
    ours: bool
    place: Place
    also_outside: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether the data are safe.

    Attributes:
        last: when the newest backup of this office was taken, UTC; None while there is none.
        by: who took that of a server's office, and at which desk; empty for a file.
        here: whether this machine holds backups of it, as that of an administrator does.
        outside: the second folder, None while none is set.
        outside_days: whole days since a copy was carried there last, None for never.
        memory: what this machine remembers of tries and rehearsals.
    """

    last: dt.datetime | None
    by: str
    here: bool
    folder: Path
    outside: Path | None
    outside_days: int | None
    memory: memory.Memory

    @property
    def outside_there(self) -> bool:
        """Whether the second folder is connected now; to ask takes long where a share does not answer."""
        return self.outside is not None and self.outside.is_dir()

    @property
    def same_disk(self) -> bool:
        """Whether the second folder lies on the disk that the data lie on; to ask may take long as well."""
        return self.outside is not None and shelf.same_disk(self.outside, self.folder.parent)

    @property
    def rehearsal_is_due(self) -> bool:
        """Whether no backup was restored for practice for a month, or the last one was not whole."""
        last = self.memory.rehearsed_at
        old = last is None or clock.utc_now() - last >= REHEARSE_EVERY
        return self.here and (old or not self.memory.rehearsed_ok)


def backups(*, here_alone: bool = False) -> tuple[KeptBackup, ...]:
    """Every backup in both folders, the newest first; one that lies in both stands once, as here.

    Args:
        here_alone: leave the second folder alone, which may be on a share that does not answer for minutes.
    """
    first = copies.record_end(database).first
    here, outside = shelf.lying(store.backup_folder(store.where())), () if here_alone else _outside()
    names_here, names_outside = {each.path.name for each in here}, {each.path.name for each in outside}
    found = [_kept(each, first, Place.HERE, outside=each.path.name in names_outside) for each in here]
    only_there = [each for each in outside if each.path.name not in names_here]
    found += [_kept(each, first, Place.OUTSIDE, outside=True) for each in only_there]
    return tuple(sorted(found, key=lambda one: (one.at, one.path.name), reverse=True))


def standing() -> Standing:
    """Whether the data are safe, as far as backups go."""
    place, folder, outside = store.where(), store.backup_folder(store.where()), keeping.outside_folder()
    remembered, newest = memory.recall(str(place)), keeping.newest()
    here = None if newest is None else newest.told.at
    taken = at_server.last() if place.path is None else None
    last = remembered.outside_at
    days = None if last is None else (clock.today() - clock.local(last).date()).days
    return Standing(
        last=here if place.path is not None else None if taken is None else taken.at,
        by="" if taken is None else f"{taken.name} {taken.desk}".strip(),
        here=here is not None,
        folder=folder,
        outside=outside,
        outside_days=days,
        memory=remembered,
    )


def reason_words(reason: str, language: Language | None = None) -> str:
    """The act that a backup is named after, in words."""
    key = f"backup.reason.{reason}"
    if key in catalogue():
        return text(key, language)
    return text("backup.reason.before-upgrade", language)


def _outside() -> tuple[Lying, ...]:
    folder = keeping.outside_folder()
    return () if folder is None else shelf.lying(folder)


def _kept(each: Lying, first: str, place: Place, *, outside: bool) -> KeptBackup:
    told = each.told
    ours = told.record.first == first
    reason = told.reason or Reason.BY_HAND.value
    return KeptBackup(
        each.path, told.at, reason, each.size, told.rows, told.keyed, ours, place, also_outside=outside
    )
