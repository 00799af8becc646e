"""The process that reads one file: everything that touches hostile bytes runs here and nowhere else."""

import gc
import io
import json
import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from xcdesk.importers import readers, wire
from xcdesk.importers.arguments import ASKED, CHECKED, ENCODING, LOOKS
from xcdesk.importers.limits import limit_this_process
from xcdesk.importers.raw import RawBook, RawSheet
from xcdesk.importers.refusals import RefusedFileError, TooLargeFileError

WORTHWHILE = range(10_000, 400_000)
"""Values of a book that is understood here. The program takes less time over fewer than this process over
being made ready for it; over more it takes so long that a person must see how far it is, and may stop it."""


def serve(arguments: Sequence[str]) -> None:
    """Read a file and write the book, or the name of a refusal, into another.

    Anything else that goes wrong ends this process, which the program takes for a refusal.

    Args:
        arguments: the file, where the answer goes, and the most bytes that this process may take; further
            words as `xcdesk.importers.arguments` has them. A book that is to be understood too, and is worth
            it, goes into a file of its own as it is understood.
    """
    source, result, memory = Path(arguments[0]), Path(arguments[1]), int(arguments[2])
    options = arguments[3:]
    encodings = (option.removeprefix(ENCODING) for option in options if option.startswith(ENCODING))
    limit_this_process(memory)
    gc.disable()  # one file, then the end: looking for cycles among a million cells costs half the time
    try:
        if LOOKS in options:
            _answer_looks(source, result)
        else:
            asked = source.with_name(ASKED) if ASKED in options else None
            _answer(source, result, next(encodings, ""), asked)
    except RefusedFileError as refusal:
        _refuse(refusal, result)
    except MemoryError:
        _refuse(TooLargeFileError(reason="memory"), result)


def serve_many() -> None:
    """Fork a process for every line of arguments on standard input: tell its number, then its exit status.

    The first one is forked at once, as somebody waits for it; what understanding takes is imported meanwhile.
    """
    for line in sys.stdin.buffer:
        *arguments, errors = json.loads(line)
        number = os.fork()
        if not number:
            _serve_forked(arguments, errors)
        os.write(1, b"%d\n" % number)
        _make_ready()
        _, status = os.waitpid(number, 0)
        os.write(1, b"%d\n" % os.waitstatus_to_exitcode(status))


def _make_ready() -> None:
    """Import what processes forked from now on will take, so that none of them has to."""
    import xcdesk.codes  # the words that are asked hold some of them
    import xcdesk.importers.asked
    import xcdesk.importers.beside
    import xcdesk.importers.checked_wire
    import xcdesk.importers.marks
    import xcdesk.importers.readers.zipped  # noqa: F401  # most files are workbooks of this kind

    gc.freeze()


def _serve_forked(arguments: Sequence[str], errors: str) -> NoReturn:
    """Serve one file, cut off from whoever gives out the files; then end at once."""
    status = 1
    try:
        nothing, written = os.open(os.devnull, os.O_RDWR), os.open(errors, os.O_WRONLY | os.O_CREAT, 0o600)
        for stream, stands_for in enumerate((nothing, nothing, written)):
            os.dup2(stands_for, stream)
        serve(arguments)
        status = 0
    except BaseException:  # noqa: BLE001  # the last words of this process
        traceback.print_exc()
    finally:
        os._exit(status)


def _answer(source: Path, result: Path, encoding: str, asked: Path | None) -> None:
    book = readers.read(source.read_bytes(), encoding)
    understood = asked is not None and sum(map(_values, book.sheets)) in WORTHWHILE
    if understood:
        from xcdesk.importers import beside, marks  # not needed for the book alone, like what follows

        book = beside.parted(marks.taken_out(book))
    with result.open("w", encoding="utf-8", errors="surrogatepass", newline="\n") as stream:
        wire.write_book(book, stream)
    if asked is not None and understood:
        _understand(book, asked)


def _values(sheet: RawSheet) -> int:
    return sum(map(len, sheet.cells))


def _understand(book: RawBook, asked: Path) -> None:
    """Understand a book by what the program asks; where that fails, it is left to the program."""
    from xcdesk.importers import asked as asking
    from xcdesk.importers.checked_wire import write_checked
    from xcdesk.importers.understand import understand

    told, answer = asking.unpacked(asked.read_bytes()), io.StringIO(newline="\n")
    try:
        write_checked(understand(book, told.lexicon, told.request, told.recall), answer)
    except Exception:  # noqa: BLE001  # the program comes upon the same, and shows it as a mistake of ours
        return
    with asked.with_name(CHECKED).open("w", encoding="utf-8", errors="surrogatepass", newline="\n") as stream:
        stream.write(answer.getvalue())


def _answer_looks(source: Path, result: Path) -> None:
    found = readers.read_looks(source.read_bytes())
    with result.open("w", encoding="utf-8", errors="surrogatepass", newline="\n") as stream:
        wire.write_looks(found, stream)


def _refuse(refusal: RefusedFileError, result: Path) -> None:
    with result.open("w", encoding="utf-8", errors="surrogatepass", newline="\n") as stream:
        wire.write_refusal(refusal, stream)
