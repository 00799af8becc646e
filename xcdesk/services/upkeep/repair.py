"""Making anew what only repeats the rows: the kept tallies and the word index; no row is touched."""

from collections.abc import Iterable
from pathlib import Path

from xcdesk import store
from xcdesk.db import reach, tallies, word_index
from xcdesk.db.backups.copies import BackupRow
from xcdesk.db.base import database, is_sqlite
from xcdesk.errors import DeskError
from xcdesk.services.record import audit
from xcdesk.services.record.actor import Actor
from xcdesk.services.upkeep import checks
from xcdesk.services.upkeep.checks import Check

REPEATED = frozenset({"tallies", "search"})
"""Checks of what repeats the rows."""


class UnrepairableError(DeskError):
    """The rows themselves cannot be trusted."""

    code = "check.unrepairable"


def can_mend(found: Iterable[Check]) -> bool:
    """Whether all that is wrong can be made anew from the rows."""
    wrong = {check.name for check in found if not check.ok}
    return bool(wrong) and wrong <= REPEATED


def repair(actor: Actor) -> BackupRow | None:
    """Make the tallies and the word index anew if either differs from the rows; a backup is taken before.

    Returns:
        That backup; None when nothing differed and nothing was done.

    Raises:
        UnrepairableError: the file is damaged.
        BackupError: the backup could not be taken; nothing was changed.
    """
    wrong = [check.name for check in checks.run() if not check.ok]
    if "integrity" in wrong:
        raise UnrepairableError
    if not REPEATED.intersection(wrong):
        return None
    taken = store.back_up_now(store.where(), "before-repair")
    with database.atomic():
        if is_sqlite(database):
            tallies.create(database.obj)
            reach.create(database.obj)
        word_index.make_anew(database.obj)
        differed = sorted(REPEATED.intersection(wrong))
        facts = {"differed": differed, "backup": Path(taken.file).name}
        audit.record(actor, "office.counts_made_anew", "setting:office", **facts)
    return taken
