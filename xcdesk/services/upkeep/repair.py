"""Making anew what only repeats the rows, and putting right what earlier versions left wrong."""

from collections.abc import Iterable
from pathlib import Path

from xcdesk.db import reach, tallies, word_index
from xcdesk.db.backups.copies import BackupRow
from xcdesk.db.base import database, is_sqlite
from xcdesk.errors import DeskError
from xcdesk.services.backups import keeping
from xcdesk.services.backups.keeping import Reason
from xcdesk.services.record import audit
from xcdesk.services.record.actor import Actor
from xcdesk.services.upkeep import checks, correction_check
from xcdesk.services.upkeep.checks import Check

REPEATED = frozenset({"tallies", "search"})
"""Checks of what repeats the rows."""
_MENDED = REPEATED | {"corrections"}
"""Checks of what can be put right."""


class UnrepairableError(DeskError):
    """The rows themselves cannot be trusted."""

    code = "check.unrepairable"


def can_mend(found: Iterable[Check]) -> bool:
    """Whether all that is wrong can be made anew from the rows, or put right by an act of its own."""
    wrong = {check.name for check in found if not check.ok}
    return bool(wrong) and wrong <= _MENDED


def repair(actor: Actor) -> BackupRow | None:
    """Make the tallies and the word index anew if either differs; unmark texts that no correction replaced.

    A backup is taken before.

    Returns:
        That backup; None when nothing differed and nothing was done.

    Raises:
        UnrepairableError: the file is damaged.
        BackupError: the backup could not be taken; nothing was changed.
    """
    wrong = [check.name for check in checks.run() if not check.ok]
    if "integrity" in wrong:
        raise UnrepairableError
    if not _MENDED.intersection(wrong):
        return None
    taken = keeping.back_up(Reason.BEFORE_REPAIR, actor=actor)
    with database.atomic():
        differed = sorted(REPEATED.intersection(wrong))
        if differed:
            _make_anew()
            facts = {"differed": differed, "backup": Path(taken.file).name}
            audit.record(actor, "office.counts_made_anew", "setting:office", **facts)
        correction_check.mend(actor)
    return taken


def _make_anew() -> None:
    if is_sqlite(database):
        tallies.create(database.obj)
        reach.create(database.obj)
    word_index.make_anew(database.obj)
