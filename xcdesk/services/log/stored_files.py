"""Files kept in the database: stored once by content, written whole or not at all, verified when read.

They lie in the database and not beside it, because desks on a server share nothing else, and because a backup
then holds them without further ado.
"""

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

from peewee import IntegrityError

from xcdesk.db.base import database
from xcdesk.errors import DeskError
from xcdesk.files import in_place_of
from xcdesk.models import (
    ActivityFile,
    CaseFile,
    ConsultForm,
    Evidence,
    PaperSheet,
    StoredChunk,
    StoredFile,
)
from xcdesk.progress import Operation

CHUNK = 1 << 20
KEEPERS: tuple[Any, ...] = (Evidence, PaperSheet, CaseFile, ActivityFile, ConsultForm)
"""Every table whose rows keep a ``file`` under a ``label``."""
MOST = 100 << 20
"""Bytes of the largest file that is kept."""
_KILOBYTE, _MEGABYTE = 1 << 10, 1 << 20

Opener = Callable[[], BinaryIO]
"""Opens the content anew, from its beginning."""


class UnreadableFileError(DeskError):
    """The file cannot be read; facts ``name`` and ``reason``."""

    code = "evidence.unreadable"


class LargeFileError(DeskError):
    """The file is larger than what is kept; facts ``name`` and ``most`` in megabytes."""

    code = "evidence.too_large"


class EmptyFileError(DeskError):
    """There is nothing in the file; fact ``name``."""

    code = "evidence.empty"


class UnsettledFileError(DeskError):
    """The file was written by another program while it was read; fact ``name``."""

    code = "evidence.unsettled"


class DamagedFileError(DeskError):
    """What is kept is not what was stored, or is not there; fact ``name``."""

    code = "evidence.damaged"


def store(name: str, opened: Opener, operation: Operation | None = None) -> int:
    """Keep a content inside the caller's transaction and return its number; a known one is not kept again.

    Args:
        name: what it is called, for a refusal.
        opened: opens it; the content is read twice, so that nothing is written of one that is known.
        operation: progress and cancel.

    Raises:
        Cancelled: the user stopped it.
        DeskError: a code of area ``evidence``; the caller's transaction must be given up.
    """
    operation = operation or Operation()
    try:
        digest, size = _measure(name, opened, operation)
        known = StoredFile.get_or_none(StoredFile.sha256 == digest)
        if known is not None:
            return int(known.id)
        return _write(name, opened, (digest, size), operation)
    except OSError as error:
        raise UnreadableFileError(name=name, reason=error.strerror or "") from error


def write_to(file: int, name: str, path: Path) -> None:
    """Write a kept file to ``path``, whole and verified or not at all.

    Raises:
        DamagedFileError: it is not what was stored; ``name`` names it.
        FileInUseError: the place cannot be written.
    """
    with in_place_of(path) as part, part.open("wb") as stream:
        for content in verified(file, name):
            stream.write(content)


def verified(file: int, name: str) -> Iterator[bytes]:
    """The bytes of a kept file, stretch by stretch.

    Raises:
        DamagedFileError: at the end, when they are not what was stored.
    """
    kept = StoredFile.get_or_none(StoredFile.id == file)
    if kept is None:
        raise DamagedFileError(name=name)
    digest, size = hashlib.sha256(), 0
    for content in _chunks(file):
        digest.update(content)
        size += len(content)
        yield content
    if (digest.hexdigest(), size) != (kept.sha256, kept.size):
        raise DamagedFileError(name=name)


def is_whole(file: int) -> bool:
    """Whether a kept file is what was stored."""
    try:
        for _ in verified(file, ""):
            pass
    except DamagedFileError:
        return False
    return True


def drop_unused(file: int) -> None:
    """Delete a content if nothing refers to it any more, inside the caller's transaction."""
    if any(table.select().where(table.file == file).exists() for table in KEEPERS):
        return
    StoredChunk.delete().where(StoredChunk.file == file).execute()
    StoredFile.delete().where(StoredFile.id == file).execute()


def _measure(name: str, opened: Opener, operation: Operation) -> tuple[str, int]:
    digest, size = hashlib.sha256(), 0
    with opened() as stream:
        while content := stream.read(CHUNK):
            operation.check()
            size += len(content)
            if size > MOST:
                raise LargeFileError(name=name, most=MOST // _MEGABYTE)
            digest.update(content)
    if not size:
        raise EmptyFileError(name=name)
    return digest.hexdigest(), size


def _write(name: str, opened: Opener, measured: tuple[str, int], operation: Operation) -> int:
    try:
        with database.atomic():
            made = StoredFile.create(sha256=measured[0], size=measured[1])
    except IntegrityError:  # another desk has stored it in the blink between
        return int(StoredFile.get(StoredFile.sha256 == measured[0]).id)
    digest, size = hashlib.sha256(), 0
    with opened() as stream:
        number = 0
        while content := stream.read(CHUNK):
            operation.report(size // _KILOBYTE, measured[1] // _KILOBYTE, name)
            operation.check()
            StoredChunk.create(file=made.id, number=number, content=content)
            digest.update(content)
            size += len(content)
            number += 1
    if (digest.hexdigest(), size) != measured:
        raise UnsettledFileError(name=name)
    return int(made.id)


def _chunks(file: int) -> Iterator[bytes]:
    """One stretch at a time: an engine that is asked for all of them sends all of them at once."""
    number = 0
    while True:
        found: Any = StoredChunk.get_or_none((StoredChunk.file == file) & (StoredChunk.number == number))
        if found is None:
            return
        yield bytes(found.content)
        number += 1
