"""The log of this machine: what went wrong and where, never what somebody typed.

An engine quotes the row that it refuses, peewee's own log holds every value that is written, and a telephone
number may stand in any exception's words. So a line keeps of an exception its kind and its way, of a
statement its text without the values, and what still looks like a row or a telephone number is struck out.
"""

import contextlib
import logging
import re
import traceback
from pathlib import Path
from typing import Any

from typing_extensions import override

_FORM = "%(asctime)s %(levelname)s %(name)s %(message)s"
_LARGEST, _KEPT = 1_000_000, 3
STRUCK = "•••"
"""What stands where something was taken out."""
_QUOTED = re.compile(r"(Key \([^)]*\)=|Failing row contains )\(.*\)")
_TELEPHONE = re.compile(
    r"(?<![\w.])(?:\+?86[- ]?)?(?:1[3-9]\d(?:[- ]?\d{4}){2}|0\d{2,3}[- ]?\d{7,8})(?![\w.])"
)


def to_file(path: Path, level: int = logging.INFO) -> logging.Handler:
    """Write the log of this process into ``path``, a new file every megabyte, and return what writes it."""
    handler = LogFile(path)
    handler.setFormatter(LogFormatter(_FORM))
    handler.addFilter(without_values)
    logging.basicConfig(level=level, handlers=[handler])
    return handler


def crashes_to(path: Path) -> None:
    """Have what every thread was doing written into ``path`` when the interpreter itself dies.

    A window has no console that would show it. It holds the names of functions and lines and nothing else; a
    file grown large is begun anew.
    """
    import faulthandler  # start-up time

    with contextlib.suppress(OSError):  # in a folder that cannot be written nothing is lost but this
        grown = path.exists() and path.stat().st_size > _LARGEST
        faulthandler.enable(path.open("w" if grown else "a", encoding="utf-8"))


class LogFile(logging.Handler):
    """The file of a log, opened for its first line: what turns files over is dear to load (start-up time)."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._file: logging.Handler | None = None

    @override
    def emit(self, record: logging.LogRecord) -> None:
        if self._file is None:
            from logging.handlers import RotatingFileHandler  # start-up time

            self._file = RotatingFileHandler(
                self._path, maxBytes=_LARGEST, backupCount=_KEPT, encoding="utf-8"
            )
            self._file.setFormatter(self.formatter)
        self._file.emit(record)

    @override
    def close(self) -> None:
        if self._file is not None:
            self._file.close()
        super().close()


def without_values(record: logging.LogRecord) -> bool:
    """Take out of a record what it was given to quote: values of a statement, words of an exception."""
    if isinstance(record.msg, tuple):  # peewee logs a statement with its values
        record.msg, record.args = str(record.msg[0]), ()
    elif isinstance(record.msg, BaseException):
        record.msg, record.args = type(record.msg).__qualname__, ()
    elif isinstance(record.args, tuple):
        record.args = tuple(map(_kind, record.args))
    return True


def way_of(error: BaseException) -> str:
    """The kinds of an exception and of its causes, with their ways through the program and without a word."""
    lines: list[str] = []
    last: BaseException | None = error
    while last is not None:
        lines += [*traceback.format_tb(last.__traceback__), f"{type(last).__qualname__}\n"]
        last = last.__cause__ or (None if last.__suppress_context__ else last.__context__)
    return "".join(lines).rstrip()


class LogFormatter(logging.Formatter):
    """Lines of the log, without the words of exceptions and without what looks like a row or a telephone."""

    @override
    def formatException(self, ei: Any) -> str:
        return way_of(ei[1])

    @override
    def format(self, record: logging.LogRecord) -> str:
        return struck_out(super().format(record))


def struck_out(line: str) -> str:
    """A line without the rows that engines quote, and without telephone numbers."""
    return _TELEPHONE.sub(STRUCK, _QUOTED.sub(rf"\1({STRUCK})", line))


def _kind(value: object) -> object:
    return type(value).__qualname__ if isinstance(value, BaseException) else value
