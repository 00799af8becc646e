"""Reads an untrusted file in a process of its own, under limits of memory and time.

The parsers are large and partly native; some files make them loop, take all memory or end the process. None
of this may reach the program: whatever becomes of the process, the caller gets a book or a named refusal.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from xcdesk.importers import wire
from xcdesk.importers.limits import FILE_BYTES, Limits
from xcdesk.importers.looks import BookLook
from xcdesk.importers.raw import RawBook
from xcdesk.importers.refusals import (
    BY_CODE,
    DamagedFileError,
    NotOpenedError,
    RefusedFileError,
    TooLargeFileError,
)
from xcdesk.progress import Operation

ARGUMENT = "--read-worker"
"""Hidden first argument by which a frozen program is started as the reading process."""
POLL_SECONDS = 0.05
_LOOKS = "looks"
"""Last argument of a process that is to tell how a file looks."""
_OUT_OF_MEMORY = (b"memory allocation of", b"MemoryError", b"capacity overflow")
_LAST_WORDS = 1 << 16  # the cause stands before the backtrace
_NO_WINDOW = 0x0800_0000 if sys.platform == "win32" else 0  # a console program must not flash up


def worker_main(arguments: Sequence[str]) -> int | None:
    """Serve as the reading process if ``arguments``, without the program's name, ask for it.

    Every entry point that may be frozen calls this before anything else.

    Returns:
        The exit status; None if this is an ordinary start of the program.
    """
    if not arguments or arguments[0] != ARGUMENT:
        return None
    from xcdesk.importers import child  # start-up time: the program itself never needs it

    source, result, memory, *looks = arguments[1:]
    child.serve(Path(source), Path(result), int(memory), looks=looks == [_LOOKS])
    return 0


def read_book(path: Path, operation: Operation | None = None, limits: Limits | None = None) -> RawBook:
    """Read any spreadsheet that a county may send, by its content, whatever its name.

    The file is copied first, so that it may stay open in Excel.

    Raises:
        RefusedFileError: by name; the process that read the file may have died over it.
        Cancelled: the user stopped it; the process has ended.
    """
    with tempfile.TemporaryDirectory(prefix="xcdesk-read-") as folder:
        try:
            source = _copy(path, Path(folder))
            return _read_copy(source, operation or Operation(), limits or Limits())
        except RefusedFileError as refusal:
            reason = refusal.facts.get("reason", "")
            raise BY_CODE[refusal.code](name=path.name, reason=reason) from refusal


def read_looks(path: Path, limits: Limits | None = None) -> BookLook:
    """How the sheets of a file look, as far as can be told; nothing where it cannot: looks refuse no file."""
    with tempfile.TemporaryDirectory(prefix="xcdesk-read-") as folder:
        try:
            source = _copy(path, Path(folder))
            result = _result(source, Operation(), limits or Limits(), _LOOKS)
            with result.open(encoding="utf-8", errors="surrogatepass", newline="\n") as stream:
                return wire.read_looks(stream)
        except (RefusedFileError, OSError, ValueError, LookupError, TypeError):
            return {}


def _copy(path: Path, folder: Path) -> Path:
    copy = folder / "source"
    try:
        if path.stat().st_size > FILE_BYTES:
            raise TooLargeFileError(reason=f"{path.stat().st_size} bytes")
        shutil.copyfile(path, copy)
    except OSError as exc:
        raise NotOpenedError(reason=exc.strerror or type(exc).__name__) from exc
    return copy


def _read_copy(source: Path, operation: Operation, limits: Limits) -> RawBook:
    result = _result(source, operation, limits)
    try:
        with result.open(encoding="utf-8", errors="surrogatepass", newline="\n") as stream:
            return wire.read_book(stream)
    except (OSError, ValueError, LookupError, TypeError) as exc:
        raise DamagedFileError(reason=f"answer: {exc!r}") from exc


def _result(source: Path, operation: Operation, limits: Limits, *more: str) -> Path:
    """What a process of its own has made of ``source``."""
    result, errors = source.with_name("result"), source.with_name("errors")
    with errors.open("wb") as stderr:
        process = subprocess.Popen(  # noqa: S603  # our own program, no shell
            [*_program(), str(source), str(result), str(limits.memory), *more],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=stderr,
            env=_environment(),
            creationflags=_NO_WINDOW,
        )
    try:
        _wait(process, operation, limits.seconds)
    finally:
        process.kill()
        process.wait()
    if process.returncode != 0:
        raise _death(process.returncode, errors)
    return result


def _program() -> list[str]:
    """Command that starts the reading process; a frozen build has its light console program for it."""
    if not getattr(sys, "frozen", False):
        # -P: a json.py lying in the folder where the program was started must not be imported
        return [sys.executable, "-P", "-m", "xcdesk.importers.worker", ARGUMENT]
    console = Path(sys.executable).with_stem("xcdesk-cli")
    return [str(console if console.is_file() else sys.executable), ARGUMENT]


def _environment() -> dict[str, str]:
    """The environment in which the process finds this very package, wherever the program was started."""
    paths = [str(Path(__file__).resolve().parents[2]), os.environ.get("PYTHONPATH", "")]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths))}


def _wait(process: subprocess.Popen[bytes], operation: Operation, seconds: float) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        operation.check()
        try:
            process.wait(POLL_SECONDS)
        except subprocess.TimeoutExpired:
            continue
        return
    raise TooLargeFileError(reason=f"more than {seconds:g} s")


def _death(status: int, errors: Path) -> RefusedFileError:
    """The refusal for a process that did not answer: too little memory if it said so, else a damaged file."""
    with errors.open("rb") as stream:
        words = stream.read(_LAST_WORDS)
    if any(sign in words for sign in _OUT_OF_MEMORY):
        return TooLargeFileError(reason=f"memory; reader ended with {status}")
    return DamagedFileError(reason=f"reader ended with {status}")


if __name__ == "__main__":
    sys.exit(worker_main(sys.argv[1:]))
