"""What the last act was and how it is taken back."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

DEPTH = 50
"""Acts that can be taken back, newest first; older ones are forgotten."""


class Version:
    """The number that a row has in one of its states; it moves on whenever undo or redo come back to it.

    Acts that follow one another on a row share the state between them. So each can be taken back in turn,
    while another person's later edit still makes the step refuse.
    """

    def __init__(self, number: int) -> None:
        self.number = number


class RowStates:
    """The state that each row was last brought to in this sitting, by its table and id (``outlet:3``).

    All pages and dialogs share it: what is entered on one page and changed on another is taken back in turn.
    """

    def __init__(self) -> None:
        self._latest: dict[str, Version] = {}

    def version(self, key: str, number: int) -> Version:
        """The state of a row that is shown with ``number``."""
        known = self._latest.get(key)
        if known is None or known.number != number:
            known = self._latest[key] = Version(number)
        return known

    def settle(self, key: str, state: Version) -> None:
        """Say that a row is in this state now."""
        self._latest[key] = state

    def latest(self, key: str) -> int:
        """Number that a row has after the last act here; 1 for one that was only made."""
        known = self._latest.get(key)
        return 1 if known is None else known.number

    def clear(self) -> None:
        """Forget everything."""
        self._latest.clear()


Numbers = Mapping[str, int]
"""The versions of some rows, by table and id."""


@dataclass(frozen=True, slots=True)
class Swing:
    """A write to several rows and the one that takes it back, each from their versions to the new ones."""

    forth: Callable[[Numbers], Numbers]
    back: Callable[[Numbers], Numbers]


@dataclass(frozen=True, slots=True)
class Act:
    """One act of the user under its own name, with the calls that take it back and do it again.

    Attributes:
        backups: for an act on very much the kind of backup that precedes taking it back, and the one that
            precedes doing it again; "" for none.
    """

    name: str
    undo: Callable[[], None]
    redo: Callable[[], None]
    backups: tuple[str, str] = ("", "")


class UndoStack(QObject):
    """Acts of this sitting. A refusal while taking back leaves the act where it was and is raised."""

    changed = Signal()
    taken_back = Signal(str)  # name of an act
    done_again = Signal(str)  # name of an act

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._done: list[Act] = []
        self._undone: list[Act] = []
        self.states = RowStates()

    def push(self, act: Act) -> None:
        """Remember an act that has just been carried out."""
        self._done = [*self._done[1 - DEPTH :], act]
        self._undone.clear()
        self.changed.emit()

    def push_swing(
        self, name: str, moved: tuple[Numbers, Numbers], swing: Swing, tell: Callable[[], None]
    ) -> None:
        """Remember a write to several rows that is done already.

        Args:
            name: what the act is called.
            moved: versions of the rows before it and after it.
            swing: how it is taken back and done again.
            tell: called after each of both, to tell the pages.
        """
        before = {key: self.states.version(key, number) for key, number in moved[0].items()}
        after = {key: Version(number) for key, number in moved[1].items()}
        for key, state in after.items():
            self.states.settle(key, state)

        def move(
            start: Mapping[str, Version], end: Mapping[str, Version], write: Callable[[Numbers], Numbers]
        ) -> None:
            for key, number in write({key: state.number for key, state in start.items()}).items():
                end[key].number = number
                self.states.settle(key, end[key])
            tell()

        self.push(
            Act(name, lambda: move(after, before, swing.back), lambda: move(before, after, swing.forth))
        )

    def last(self) -> Act | None:
        """The last act, if nothing waits to be done again: what goes on from it is part of it."""
        return self._done[-1] if self._done and not self._undone else None

    def undo_name(self) -> str | None:
        """Name of the act that would be taken back, None when there is none."""
        return self._done[-1].name if self._done else None

    def redo_name(self) -> str | None:
        """Name of the act that would be done again, None when there is none."""
        return self._undone[-1].name if self._undone else None

    def undo_backup(self, steps: int = 1) -> str:
        """The kind of backup that precedes taking so many acts back, "" for none."""
        return next((act.backups[0] for act in reversed(self._done[-steps:]) if act.backups[0]), "")

    def redo_backup(self, steps: int = 1) -> str:
        """The kind of backup that precedes doing so many acts again, "" for none."""
        return next((act.backups[1] for act in reversed(self._undone[-steps:]) if act.backups[1]), "")

    def undo(self) -> None:
        """Take back the last act; does nothing when there is none."""
        if self._done:
            self._done[-1].undo()
            self._undone.append(self._done.pop())
            self.changed.emit()
            self.taken_back.emit(self._undone[-1].name)

    def redo(self) -> None:
        """Do again what was taken back last; does nothing when there is none."""
        if self._undone:
            self._undone[-1].redo()
            self._done.append(self._undone.pop())
            self.changed.emit()
            self.done_again.emit(self._done[-1].name)

    def done_names(self) -> tuple[str, ...]:
        """Names of the acts that can be taken back, the last one first."""
        return tuple(act.name for act in reversed(self._done))

    def undone_names(self) -> tuple[str, ...]:
        """Names of the acts that can be done again, the one that comes next first."""
        return tuple(act.name for act in reversed(self._undone))

    def undo_many(self, count: int) -> None:
        """Take back the last acts one by one; one that is refused stays, with all before it."""
        for _ in range(count):
            self.undo()

    def redo_many(self, count: int) -> None:
        """Do again what was taken back, one by one, up to one that is refused."""
        for _ in range(count):
            self.redo()

    def clear(self) -> None:
        """Forget everything, because the database behind it is another one now."""
        self._done.clear()
        self._undone.clear()
        self.states.clear()
        self.changed.emit()
