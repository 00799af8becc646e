"""Python's search for cycles among live objects, put off while very many are made that all stay."""

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager


class _Pauses:
    """How many blocks, in all threads, have the search put off; the first switches it off, the last on."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._running = 0

    def begin(self) -> None:
        with self._lock:
            self._running += 1
            gc.disable()

    def end(self) -> None:
        with self._lock:
            self._running -= 1
            if not self._running:
                gc.enable()


_pauses = _Pauses()


@contextmanager
def paused() -> Iterator[None]:
    """Put the search off until the block ends; serves as a decorator too.

    While the rows of a file are made, the search would go through all of them again and again, a tenth of the
    time that an import takes, and find nothing.
    """
    _pauses.begin()
    try:
        yield
    finally:
        _pauses.end()
