"""News that something was written, here or at another desk, so that pages read again."""

import time
from collections.abc import Iterable
from enum import StrEnum

from PySide6.QtCore import QObject, QTimer, Signal

SHOWN_SECONDS = 60.0
"""How long a row shows who changed it at another desk."""


_FORGOTTEN_MS = int(SHOWN_SECONDS * 1_000) + 500


class Area(StrEnum):
    """Part of the office's records that a page may show."""

    COVERAGE = "coverage"
    TRACKERS = "trackers"
    ROSTER = "roster"
    MATERIALS = "materials"
    BULLETINS = "bulletins"
    CASES = "cases"
    IMPORTS = "imports"
    SETTINGS = "settings"
    BACKUPS = "backups"


class Lately(QObject):
    """Which rows others have changed within the last minute, and who."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[tuple[str, int], tuple[str, float]] = {}

    def note(self, rows: Iterable[tuple[str, int]], who: str) -> None:
        """Somebody has changed rows: tables with numbers."""
        until = time.monotonic() + SHOWN_SECONDS
        self._rows |= dict.fromkeys(rows, (who, until))
        if self._rows:
            # no timer of its own: one that dies with its owner on a worker's thread cannot be stopped there
            QTimer.singleShot(_FORGOTTEN_MS, self._forget)
            self.changed.emit()

    def who(self, kind: str, row: int) -> str:
        """Name of who changed a row within the last minute; "" for nobody else."""
        found = self._rows.get((kind, row))
        return found[0] if found is not None and found[1] > time.monotonic() else ""

    def __bool__(self) -> bool:
        return bool(self._rows)

    def _forget(self) -> None:
        now = time.monotonic()
        self._rows = {row: held for row, held in self._rows.items() if held[1] > now}
        self.changed.emit()


class Changes(QObject):
    """Carries the news from whoever wrote to whoever shows; lives on the GUI thread."""

    changed = Signal(frozenset)  # of Area

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lately = Lately(self)
        self.by_others = False
        """Whether what is being told now was written at another desk."""

    def tell(self, *areas: Area) -> None:
        """Say that a write to ``areas`` has been committed."""
        self.changed.emit(frozenset(areas))

    def tell_of_others(self, areas: frozenset[Area]) -> None:
        """Say that somebody else has written to ``areas``."""
        self.by_others = True
        try:
            self.changed.emit(areas)
        finally:
            self.by_others = False
