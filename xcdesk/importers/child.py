"""The process that reads one file: everything that touches hostile bytes runs here and nowhere else."""

import gc
from pathlib import Path

from xcdesk.importers import readers, wire
from xcdesk.importers.limits import limit_this_process
from xcdesk.importers.refusals import RefusedFileError, TooLargeFileError


def serve(source: Path, result: Path, memory: int, *, encoding: str = "", looks: bool = False) -> None:
    """Read ``source`` within ``memory`` bytes and write the book, or the name of a refusal, to ``result``.

    ``encoding`` is how a person says that text is to be read; ``looks`` asks how the sheets look in place of
    what they hold.

    Anything else that goes wrong ends this process, which the program takes for a refusal.
    """
    limit_this_process(memory)
    gc.disable()  # one file, then the end: looking for cycles among a million cells costs half the time
    try:
        if looks:
            _answer_looks(source, result)
        else:
            _answer(source, result, encoding)
    except RefusedFileError as refusal:
        _refuse(refusal, result)
    except MemoryError:
        _refuse(TooLargeFileError(reason="memory"), result)


def _answer(source: Path, result: Path, encoding: str) -> None:
    book = readers.read(source.read_bytes(), encoding)
    with result.open("w", encoding="utf-8", errors="surrogatepass", newline="\n") as stream:
        wire.write_book(book, stream)


def _answer_looks(source: Path, result: Path) -> None:
    found = readers.read_looks(source.read_bytes())
    with result.open("w", encoding="utf-8", errors="surrogatepass", newline="\n") as stream:
        wire.write_looks(found, stream)


def _refuse(refusal: RefusedFileError, result: Path) -> None:
    with result.open("w", encoding="utf-8", errors="surrogatepass", newline="\n") as stream:
        wire.write_refusal(refusal, stream)
