"""News that something was written, so that pages read again."""

from enum import StrEnum

from PySide6.QtCore import QObject, Signal


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


class Changes(QObject):
    """Carries the news from whoever wrote to whoever shows; lives on the GUI thread."""

    changed = Signal(frozenset)  # of Area

    def tell(self, *areas: Area) -> None:
        """Say that a write to ``areas`` has been committed."""
        self.changed.emit(frozenset(areas))
