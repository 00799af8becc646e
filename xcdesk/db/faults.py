"""Failures of the database engine, named so that a person can act on them and no row's contents get out.

The text of an engine's error may quote what somebody typed (a unique violation names the telephone number),
so it is never shown, answered or logged.
"""

from peewee import PeeweeException

from xcdesk.errors import DeskError


class BusyStoreError(DeskError):
    """Another program keeps the database locked."""

    code = "store.busy"


class FullStoreError(DeskError):
    """The disk is full."""

    code = "store.full"


class DamagedStoreError(DeskError):
    """The database cannot be read as a whole."""

    code = "store.damaged"


class LostStoreError(DeskError):
    """The server has gone away."""

    code = "store.lost"


class UnsureStoreError(DeskError):
    """The server went away at the very moment of a save, and could not be asked whether it was written."""

    code = "store.unsure"


class ReadOnlyStoreError(DeskError):
    """The file may not be written."""

    code = "store.read_only"


class RefusedStoreError(DeskError):
    """The server keeps the rules of the office, and this is against them."""

    code = "store.refused"


class StoreFaultError(DeskError):
    """The engine refused a statement for a reason that nobody foresaw."""

    code = "store.fault"


_LOST = (
    "connection is closed",
    "connection is lost",
    "terminating connection",
    "server closed",
    "could not receive data",
    "could not send data",
    "connection refused",
    "connection reset",
    "connection failed",
    "connection timeout",
    "timeout expired",
    "the database system is",  # starting up, shutting down, in recovery
)
_SIGNS: tuple[tuple[type[DeskError], tuple[str, ...]], ...] = (
    (BusyStoreError, ("database is locked", "database table is locked", "lock timeout", "deadlock detected")),
    (FullStoreError, ("database or disk is full", "no space left")),
    (DamagedStoreError, ("malformed", "not a database", "disk i/o error")),
    (ReadOnlyStoreError, ("attempt to write a readonly database",)),
    (RefusedStoreError, ("xcdesk: ", "permission denied", "row-level security")),
    (LostStoreError, _LOST),
)


def named(error: BaseException, place: object) -> DeskError | None:
    """The refusal that stands for an engine's error at ``place``; None for any other exception."""
    if not isinstance(error, PeeweeException):
        return None
    said = _said(error)
    for refusal, signs in _SIGNS:
        if any(sign in said for sign in signs):
            return refusal(path=place)
    return StoreFaultError(path=place, kind=type(error).__name__)


def _said(error: BaseException) -> str:
    """What the error and those it arose from say: a failed rollback hides the full disk behind it."""
    words: list[str] = []
    cause: BaseException | None = error
    while cause is not None:
        words.append(str(cause).lower())
        cause = cause.__cause__ or cause.__context__
    return "\n".join(words)
