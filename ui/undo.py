"""What the last act was and how it is taken back."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

DEPTH = 50
"""Acts that can be taken back, newest first; older ones are forgotten."""


@dataclass(frozen=True, slots=True)
class Act:
    """One act of the user under its own name, with the calls that take it back and do it again."""

    name: str
    undo: Callable[[], None]
    redo: Callable[[], None]


class UndoStack(QObject):
    """Acts of this sitting. A refusal while taking back leaves the act where it was and is raised."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._done: list[Act] = []
        self._undone: list[Act] = []

    def push(self, act: Act) -> None:
        """Remember an act that has just been carried out."""
        self._done = [*self._done[1 - DEPTH :], act]
        self._undone.clear()
        self.changed.emit()

    def undo_name(self) -> str | None:
        """Name of the act that would be taken back, None when there is none."""
        return self._done[-1].name if self._done else None

    def redo_name(self) -> str | None:
        """Name of the act that would be done again, None when there is none."""
        return self._undone[-1].name if self._undone else None

    def undo(self) -> None:
        """Take back the last act; does nothing when there is none."""
        if self._done:
            self._done[-1].undo()
            self._undone.append(self._done.pop())
            self.changed.emit()

    def redo(self) -> None:
        """Do again what was taken back last; does nothing when there is none."""
        if self._undone:
            self._undone[-1].redo()
            self._done.append(self._undone.pop())
            self.changed.emit()

    def clear(self) -> None:
        """Forget everything, because the database behind it is another one now."""
        self._done.clear()
        self._undone.clear()
        self.changed.emit()
