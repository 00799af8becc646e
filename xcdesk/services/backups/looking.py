"""Looking into a backup without restoring it: what it holds against what there is now, and its last acts."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as sqlcipher

from xcdesk import store
from xcdesk.db.backups import copies
from xcdesk.db.backups.copies import ChangedBackupError
from xcdesk.models.tables import BY_NAME
from xcdesk.progress import Operation
from xcdesk.services.record import record_book
from xcdesk.wording import Language, catalogue, text

ENTRIES = 50
"""Acts that are shown, the newest first."""
_ACTS = "SELECT at, who_name, action FROM audit_entry ORDER BY id DESC LIMIT ?"


@dataclass(frozen=True, slots=True)
class TableCount:
    """Rows of one table in the backup and in the open database; None where none is open."""

    table: str
    then: int
    now: int | None


@dataclass(frozen=True, slots=True)
class PastAct:
    """One of the last acts that a backup knows of; ``at`` is UTC."""

    at: dt.datetime
    who: str
    action: str

    def words(self, language: Language | None = None) -> str:
        """The act in words."""
        return record_book.action_words(self.action, language)


@dataclass(frozen=True, slots=True)
class Look:
    """What a backup holds."""

    tables: tuple[TableCount, ...]
    entries: tuple[PastAct, ...]


def look(backup: Path, key: str, operation: Operation | None = None) -> Look:
    """Read a backup that is what its manifest says.

    Raises:
        ChangedBackupError: it is not.
        LockedStoreError, WrongPassphraseError: it is encrypted, and this is not its key.
        Cancelled: somebody asked to stop.
    """
    copies.verify(backup, key, operation)
    try:
        with copies.opened(backup, key) as copy:
            then = copies.table_rows(copy)
            acts = copy.execute(_ACTS, (ENTRIES,)).fetchall()
    except sqlcipher.Error as error:
        raise ChangedBackupError(file=backup) from error
    now = rows_now() if store.is_open() else {}
    counts = tuple(TableCount(name, then.get(name, 0), now.get(name)) for name in BY_NAME)
    return Look(counts, tuple(PastAct(dt.datetime.fromisoformat(at), who, act) for at, who, act in acts))


def is_named(table: str) -> bool:
    """Whether a table holds what people have entered, not what the program makes of that."""
    return f"table.{table}" in catalogue()


def table_words(table: str, language: Language | None = None) -> str:
    """What a table holds, in words; of one that only repeats others its name."""
    return text(f"table.{table}", language) if is_named(table) else table


def rows_now(operation: Operation | None = None) -> Mapping[str, int]:
    """How many rows each table of the open database holds; raises `Cancelled` when somebody asks to stop."""
    operation = operation or Operation()
    tables: Mapping[str, Any] = BY_NAME
    return {name: table.select().count() for name, table in operation.each(tables.items(), len(tables))}
