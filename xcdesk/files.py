"""Files: written whole or not at all, and told apart by their bytes."""

import contextlib
import hashlib
import itertools
import logging
import os
import sys
import time
import unicodedata
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from xcdesk.errors import DeskError

if TYPE_CHECKING:
    from tempfile import TemporaryDirectory

log = logging.getLogger(__name__)


class FileInUseError(DeskError):
    """The file cannot be written: another program holds it, or the place may not be written to."""

    code = "file.in_use"


class FileHeldError(FileInUseError):
    """What is there is open in Excel or a reader, not to be replaced; fact ``other`` is a free name."""

    code = "file.held"


def write_file(path: Path, content: bytes) -> None:
    """Write a whole file or leave what was there.

    Raises:
        FileHeldError: another program has the file there open; the refusal names another place beside it.
        FileInUseError: another program has it open, or the place may not be written to.
    """
    with in_place_of(path) as part:
        part.write_bytes(content)


@contextlib.contextmanager
def in_place_of(path: Path) -> Iterator[Path]:
    """Give a path to write to, which takes the place of ``path`` once it has been written whole.

    Raises:
        FileHeldError: what is there cannot be replaced; the refusal names another place beside it.
        FileInUseError: another program has it open, or the place may not be written to.
    """
    part = path.with_name(f"{path.name}.part")
    whole = False
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        yield part
        whole = True
        put_in_place(part, path)
    except OSError as error:
        if whole and path.is_file():
            raise FileHeldError(path=path, other=free_path(path)) from error
        raise FileInUseError(path=path) from error
    finally:
        with contextlib.suppress(OSError):  # what could not be written may not be there to remove either
            part.unlink(missing_ok=True)


_HELD = frozenset({5, 32, 33})
"""How Windows says that another program has a file: access denied, sharing violation, locked."""
_WAITS = (0.05, 0.1, 0.2, 0.4)
"""Seconds between tries; in all as long as somebody at a window may wait for nothing."""


def put_in_place(part: Path, target: Path) -> None:
    """Put a file that was written whole in the place of ``target``.

    On Windows a scanner of viruses or an index of contents may have either file open for some milliseconds
    after it was written; whoever has it longer is another program that works with it.

    Raises:
        OSError: it cannot be done; both files are as they were.
    """
    _patiently(lambda: part.replace(target))


def put_away(folder: "TemporaryDirectory[str]") -> None:
    """Remove a folder of our own, whose files a process that has just ended may still hold on Windows.

    What is held for longer stays where the system clears up; a log line tells of it.
    """
    try:
        _patiently(folder.cleanup)
    except OSError as error:
        log.warning("a folder of our own was not removed: %s", error)


@contextlib.contextmanager
def scratch_folder() -> Iterator[Path]:
    """A folder of our own for a while, removed as `put_away` does."""
    import tempfile  # start-up time

    folder = tempfile.TemporaryDirectory(prefix="xcdesk-")
    try:
        yield Path(folder.name)
    finally:
        put_away(folder)


def _patiently(act: Callable[[], object]) -> None:
    for wait in (*_WAITS, None):
        try:
            act()
        except PermissionError as error:
            if wait is None or getattr(error, "winerror", None) not in _HELD:
                raise
            time.sleep(wait)
        else:
            return


def free_path(usual: Path, taken: Collection[Path] = ()) -> Path:
    """``usual``, or the first of ``usual_2``, ``usual_3``… that is not there and none of ``taken``."""
    names = itertools.chain([usual], (usual.with_stem(f"{usual.stem}_{n}") for n in itertools.count(2)))
    return next(name for name in names if name not in taken and not name.exists())


def to_disk(path: Path) -> None:
    """Have what was written to a file, and its name, on the disk before going on; raises ``OSError``."""
    with path.open("r+b") as file:
        os.fsync(file.fileno())
    if sys.platform != "win32":  # there a folder cannot be opened, and its names are written with the file
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def sha256(path: Path) -> str:
    """SHA-256 of a file's bytes, hex; raises ``OSError`` when it cannot be read."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


_LONGEST_NAME, _MOST_CHARACTERS = 200, 120
"""Bytes and characters of a name; file systems take 255, and a number or ``.part`` may follow."""
_LONGEST_ENDING = 16
_RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}


def safe_name(given: str, otherwise: str = "file") -> str:
    """A name that any system takes and that shows what it is, from one that anybody may have made up.

    Folders, control and direction marks, and characters that a system gives a meaning to are gone; what is
    left of nothing is called ``otherwise``. The ending is kept when the name is cut.
    """
    last = given.replace("\\", "/").rpartition("/")[2]
    text = unicodedata.normalize("NFC", last)
    text = "".join(
        "_" if char in '<>:"|?*' else char for char in text if unicodedata.category(char)[0] != "C"
    )
    text = " ".join(text.split()).rstrip(" .")
    stem, dot, ending = text.rpartition(".")
    if not dot or " " in ending or len(ending) > _LONGEST_ENDING:
        stem, ending = text, ""
    stem = stem.strip(" .")
    if stem.partition(".")[0].strip().casefold() in _RESERVED:
        stem = f"_{stem}"
    ending = f".{ending}" if ending else ""
    short = stem[: _MOST_CHARACTERS - len(ending)]
    fitting = short.encode()[: _LONGEST_NAME - len(ending.encode())].decode(errors="ignore")
    return f"{fitting.rstrip(' .') or otherwise}{ending}"


_LONGEST_STEM = 100


def named_after(words: str) -> str:
    """Name of a file without its ending, from words of the office such as a title or a masthead.

    Unlike with a name that came from elsewhere, a stroke is part of the words and parts no folder from them.
    With an ending it stays within the 120 characters that tables keep of a name.
    """
    return safe_name(words.replace("/", "_").replace("\\", "_"))[:_LONGEST_STEM].rstrip(" .")
