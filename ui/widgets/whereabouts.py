"""News that somebody, here or at another desk, has begun or ended to edit something."""

from functools import cache

from PySide6.QtCore import QObject, Signal


class Whereabouts(QObject):
    """Whoever shows who else is editing the same looks again on ``moved``."""

    moved = Signal()


@cache
def whereabouts() -> Whereabouts:
    """The one of this process: forms are opened in many places, and hear of it in one."""
    return Whereabouts()
