"""Reads an untrusted file in a process of its own, under limits of memory and time.

The parsers are large and partly native; some files make them loop, take all memory or end the process. None
of this may reach the program: whatever becomes of the process, the caller gets a book or a named refusal.
"""

import contextlib
import functools
import itertools
import os
import shutil
import site
import subprocess
import sys
import tempfile
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Sequence
from pathlib import Path
from typing import TextIO, TypeVar

from xcdesk.files import put_away
from xcdesk.importers import wire
from xcdesk.importers.arguments import ARGUMENT, ASKED, CHECKED, ENCODING, LOOKS
from xcdesk.importers.asked import Asked
from xcdesk.importers.checked_wire import read_checked
from xcdesk.importers.limits import FILE_BYTES, Limits, bytes_taken
from xcdesk.importers.looks import BookLook
from xcdesk.importers.nursery import CAN_FORK, Nursery, Process
from xcdesk.importers.raw import RawBook
from xcdesk.importers.records import CheckedBook
from xcdesk.importers.refusals import (
    BY_CODE,
    DamagedFileError,
    NotOpenedError,
    RefusedFileError,
    TooLargeFileError,
)
from xcdesk.importers.serving import worker_main
from xcdesk.progress import Operation

__all__ = ["ARGUMENT", "Reading", "ahead", "read_book", "read_looks", "reading", "worker_main"]

POLL_SECONDS = 0.05
_OUT_OF_MEMORY = (b"memory allocation of", b"MemoryError", b"capacity overflow")
T = TypeVar("T")
_LAST_WORDS = 1 << 16  # the cause stands before the backtrace
_NO_WINDOW = 0x0800_0000 if sys.platform == "win32" else 0  # a console program must not flash up
Asking = Callable[[Path], Asked | None]
"""What is asked of a file besides its rows, at the moment when its reading begins."""


class Reading:
    """A file that a process of its own reads, begun at once; whoever is done with it closes it.

    The file is copied first, so that it may stay open in Excel. A file that cannot be copied is refused when
    the book is asked for, like one that cannot be read.
    """

    def __init__(
        self,
        path: Path,
        *options: str,
        limits: Limits | None = None,
        then: Callable[[], None] | None = None,
        asked: Asked | None = None,
        nursery: Nursery | None = None,
    ) -> None:
        self.path = path
        self.asked = asked
        self._then = then
        self._limits = limits or Limits()
        self._end = time.monotonic() + self._limits.seconds
        self._folder = tempfile.TemporaryDirectory(prefix="xcdesk-read-")
        self._source = Path(self._folder.name) / "source"
        self._process: Process | None = None
        self._refusal: RefusedFileError | None = None
        try:
            _copy(path, self._source)
            if asked is not None:
                self._source.with_name(ASKED).write_bytes(asked.packed())
                options = (*options, ASKED)
            self._process = self._started(options, nursery)
        except RefusedFileError as refusal:
            self._refusal = refusal
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> "Reading":
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def close(self) -> None:
        """End the process, if it has not ended, and remove what it left."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
        put_away(self._folder)

    def book(self, operation: Operation | None = None) -> RawBook:
        """The book, once it is read.

        Raises:
            RefusedFileError: by name; the process that read the file may have died over it.
            Cancelled: the user stopped it; the process ends when this is closed.
        """
        try:
            answer = self.answer(operation or Operation())
            return _told(answer, wire.read_book)
        except RefusedFileError as refusal:
            reason = refusal.facts.get("reason", "")
            raise BY_CODE[refusal.code](name=self.path.name, reason=reason) from refusal

    def checked(self) -> CheckedBook | None:
        """The book as understood by what was asked, once `book` has come; None where that is left to do."""
        answer = self._source.with_name(CHECKED)
        if self.asked is None or not answer.exists():
            return None
        return _told(answer, functools.partial(read_checked, lexicon=self.asked.lexicon))

    def answer(self, operation: Operation) -> Path:
        """What the process has written, once it has ended as it should."""
        if self._refusal is not None:
            raise self._refusal
        process, errors = self._process, self._source.with_name("errors")
        if process is None:
            raise RuntimeError("a reading without a process")
        _wait(process, operation, self._end, self._limits)
        then, self._then = self._then, None
        if then is not None:
            then()
        if process.returncode:
            raise _death(process.returncode, errors)
        return self._source.with_name("result")

    def _started(self, options: Sequence[str], nursery: Nursery | None) -> Process:
        source, memory = self._source, str(self._limits.memory)
        arguments = [str(source), str(source.with_name("result")), memory, *options]
        errors = source.with_name("errors")
        with errors.open("wb") as stderr:
            forked = nursery.begin(arguments, errors) if nursery is not None else None
            return forked or subprocess.Popen(  # noqa: S603  # our own program, no shell
                [*_program(), *arguments],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=stderr,
                env=_environment(),
                creationflags=_NO_WINDOW,
            )


def reading(
    path: Path,
    encoding: str | None = None,
    limits: Limits | None = None,
    asked: Asked | None = None,
) -> Reading:
    """Begin to read any spreadsheet that a county may send, by its content, whatever its name.

    Args:
        path: the file.
        encoding: how a person says that a file of text is to be read; None for what the file says itself.
        limits: what the process may use.
        asked: words by which the file is to be understood as well where that is worth it; `Reading.checked`
            tells what came of it. What is ours in the book is taken out then, and tables that stand beside
            one another are taken apart.
    """
    return Reading(path, *([ENCODING + encoding] if encoding else ()), limits=limits, asked=asked)


def read_book(
    path: Path,
    operation: Operation | None = None,
    limits: Limits | None = None,
    encoding: str | None = None,
) -> RawBook:
    """Read a file as `reading` does, and wait for it; raises what `Reading.book` raises."""
    with reading(path, encoding, limits) as begun:
        return begun.book(operation)


def ahead(paths: Iterable[Path], asking: Asking | None = None) -> Generator[Reading, None, None]:
    """Readings of files in order; the next begins when the book of the one before has come.

    So one is read while the caller is busy with another, and never do two processes hold memory. Those of
    several files are forked, where that is possible. The first of several is asked for its rows alone: the
    caller, who waits for it idly, understands it while the next is read.
    """
    following = iter(paths)
    first = list(itertools.islice(following, 2))
    rest = itertools.chain(first, following)
    begun: deque[Reading] = deque()
    with contextlib.ExitStack() as opened:
        nursery = Nursery(_program(), _environment()) if len(first) > 1 and CAN_FORK else None
        if nursery is not None:
            opened.callback(nursery.close)

        def begin(ask: Asking | None = asking) -> None:
            for path in itertools.islice(rest, 1):
                asked = ask(path) if ask is not None else None
                begun.append(Reading(path, then=begin, asked=asked, nursery=nursery))

        begin(None if len(first) > 1 else asking)
        try:
            while begun:
                yield begun[0]
                begun.popleft().close()
                if not begun:  # nobody has asked for that book
                    begin()
        finally:
            for each in begun:
                each.close()


def read_looks(path: Path, limits: Limits | None = None) -> BookLook:
    """How the sheets of a file look, as far as can be told; nothing where it cannot: looks refuse no file."""
    try:
        with Reading(path, LOOKS, limits=limits) as begun:
            return _told(begun.answer(Operation()), wire.read_looks)
    except RefusedFileError:
        return {}


def _told(answer: Path, read: Callable[[TextIO], T]) -> T:
    """What an answer says; one that is cut off or none of ours is that of a damaged file."""
    try:
        with answer.open(encoding="utf-8", errors="surrogatepass", newline="\n") as stream:
            return read(stream)
    except (OSError, ValueError, LookupError, TypeError) as exc:
        raise DamagedFileError(reason=f"answer: {exc!r}") from exc


def _copy(path: Path, copy: Path) -> None:
    try:
        if path.stat().st_size > FILE_BYTES:
            raise TooLargeFileError(reason=f"{path.stat().st_size} bytes")
        shutil.copyfile(path, copy)
    except OSError as exc:
        raise NotOpenedError(reason=exc.strerror or type(exc).__name__) from exc


def _program() -> list[str]:
    """Command that starts the reading process; a frozen build has its light console program for it."""
    if not getattr(sys, "frozen", False):
        # -P: a json.py lying in the folder where the program was started must not be imported
        # -S: where packages lie is told by the environment; looking for them takes as long as all the rest
        return [sys.executable, "-P", "-S", "-m", "xcdesk.importers.serving", ARGUMENT]
    console = Path(sys.executable).with_stem("xcdesk-cli")
    return [str(console if console.is_file() else sys.executable), ARGUMENT]


def _environment() -> dict[str, str]:
    """The environment in which the process finds this very package, wherever the program was started."""
    paths = [str(Path(__file__).resolve().parents[2]), os.environ.get("PYTHONPATH", ""), *_packages()]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths))}


def _packages() -> list[str]:
    """Folders in which installed packages lie; none in a frozen program, which carries them."""
    return [] if getattr(sys, "frozen", False) else [*site.getsitepackages(), site.getusersitepackages()]


def _wait(process: Process, operation: Operation, end: float, limits: Limits) -> None:
    while process.poll() is None:
        operation.check()
        if time.monotonic() > end:
            raise TooLargeFileError(reason=f"more than {limits.seconds:g} s")
        if bytes_taken(process.pid) > limits.memory:
            raise TooLargeFileError(reason=f"memory; more than {limits.memory} bytes")
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(POLL_SECONDS)


def _death(status: int, errors: Path) -> RefusedFileError:
    """The refusal for a process that did not answer: too little memory if it said so, else a damaged file."""
    with errors.open("rb") as stream:
        words = stream.read(_LAST_WORDS)
    if any(sign in words for sign in _OUT_OF_MEMORY):
        return TooLargeFileError(reason=f"memory; reader ended with {status}")
    return DamagedFileError(reason=f"reader ended with {status}")
