"""The practice office: marked in its own data, stamped on all it prints, kept apart from real data."""

from pathlib import Path

from xcdesk import clock, store
from xcdesk.db import practice
from xcdesk.db.base import database
from xcdesk.errors import DeskError
from xcdesk.files import named_after
from xcdesk.services.office import people
from xcdesk.services.office.printed import label
from xcdesk.services.record import audit, setting_rows


class PracticeBackupError(DeskError):
    """A backup of the practice office is not restored as the office's own data; fact ``file``."""

    code = "practice.backup"


class OfficeBackupError(DeskError):
    """A backup of real data is not restored while practising; fact ``file``."""

    code = "practice.office_backup"


class PracticeStaysError(DeskError):
    """The practice office is not moved to a server."""

    code = "practice.stays"


class NotPractisingError(DeskError):
    """Only the practice office is begun anew."""

    code = "practice.not_practising"


def begin() -> None:
    """Mark the open data for good as those of a practice office."""
    with database.atomic():
        setting_rows.add(practice.KEY, {"since": clock.today().isoformat()})
        audit.record(people.program(), "office.practice_begun", "office")
    store.look_for_practice()


def stamp() -> str:
    """What every page that is printed while practising bears; "" in a real office."""
    return label("practice.stamp") if store.is_practice() else ""


def file_name(words: str) -> str:
    """`named_after`; while practising the name begins with the word for it."""
    first = label("practice.file_prefix") if store.is_practice() else ""
    return named_after(words if words.startswith(first) else first + words)


def require_own_kind(backup: Path, *, marked: bool) -> None:
    """Refuse to take a backup over from practice into real data, or the other way round.

    Args:
        backup: named in the refusal.
        marked: whether it is a practice office's.

    Raises:
        PracticeBackupError, OfficeBackupError: it is of the other kind than the open data, or, with none
            open, than real data.
    """
    if marked and not store.is_practice():
        raise PracticeBackupError(file=backup.name)
    if store.is_practice() and not marked:
        raise OfficeBackupError(file=backup.name)


def require_real() -> None:
    """Raise `PracticeStaysError` in a practice office."""
    if store.is_practice():
        raise PracticeStaysError
