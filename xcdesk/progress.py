"""Progress and cancel for long operations, known to the core, shown by whoever runs it."""

import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar

from xcdesk.errors import Cancelled

T = TypeVar("T")


class Stage(StrEnum):
    """What a long operation on a file is at, told as a note; ``stage.<value>`` of the catalogue names it."""

    READING = "reading"
    UNDERSTANDING = "understanding"
    COMPARING = "comparing"
    WRITING = "writing"


def _silent(done: int, total: int, note: str) -> None:
    """Report of an operation that nobody watches."""


@dataclass(frozen=True, slots=True)
class Operation:
    """Handle given to a long function: report steps through it, stop when it says so."""

    report: Callable[[int, int, str], None] = _silent
    cancelled: threading.Event = field(default_factory=threading.Event)

    def check(self) -> None:
        """Raise `Cancelled` when the user has asked to stop."""
        if self.cancelled.is_set():
            raise Cancelled

    def begin(self, stage: Stage) -> None:
        """Say what comes next, of which nobody knows yet how much it is; raise `Cancelled` when asked to."""
        self.check()
        self.report(0, 0, stage)

    def each(self, rows: Iterable[T], total: int, note: str = "", every: int = 50) -> Iterator[T]:
        """Yield ``rows``, reporting every ``every`` rows; raise `Cancelled` when asked to stop."""
        for done, row in enumerate(rows):
            self.check()
            if done % every == 0:
                self.report(done, total, note)
            yield row
        self.report(total, total, note)


class Steps:
    """Progress over several rounds of one operation; ``total`` is that of all of them, 0 says nothing."""

    def __init__(self, operation: Operation, total: int, note: str = "") -> None:
        self._operation, self._total, self._note = operation, total, note
        self._done = 0

    def each(self, rows: Iterable[T], every: int = 50) -> Iterator[T]:
        """Yield the rows of one round; raise `Cancelled` when asked to stop."""
        for row in rows:
            if self._done % every == 0:
                self.step(0)
            self._done += 1
            yield row

    def step(self, count: int) -> None:
        """Say that ``count`` rows are next; raise `Cancelled` when asked to stop."""
        self._operation.check()
        if self._total:
            self._operation.report(self._done, self._total, self._note)
        self._done += count
