"""What pages write: each act under its own name, with the way to take it back and to do it again."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from ui.changes import Area
from ui.pages.page import Page
from ui.undo import Act
from ui.undo import Version as Version
from xcdesk.services.record.actor import Actor


class Numbered(Protocol):
    """A row that is kept: its number and the version that is shown."""

    @property
    def id(self) -> int:
        """Its number."""

    @property
    def version(self) -> int:
        """The version that is shown."""


@dataclass(frozen=True, slots=True)
class Write:
    """A write that steps a row's version, and the one that takes it back.

    Attributes:
        key: table and id of the row.
        forth: from the version it expects to the version it made.
        back: likewise.
    """

    key: str
    forth: Callable[[int], int]
    back: Callable[[int], int]

    def turned(self) -> "Write":
        """The other way round."""
        return Write(self.key, self.back, self.forth)


def taking_out(key: str, remove: Callable[[int], object], restore: Callable[[int], object]) -> Write:
    """Taking a row out and putting it back, which leave its version as it is."""

    def same(act: Callable[[int], object], version: int) -> int:
        act(version)
        return version

    return Write(key, partial(same, remove), partial(same, restore))


class PageActs:
    """Base of the acts of one page: tells the pages, remembers how to undo, and says what was done."""

    def __init__(self, page: Page, *areas: Area) -> None:
        self._page = page
        self._areas = areas
        self._row_states = page.desk.undo.states

    @property
    def actor(self) -> Actor:
        """Who acts."""
        return self._page.desk.actor

    def version(self, key: str, number: int) -> Version:
        """The state of a row that is shown with ``number``; ``key`` is its table and id."""
        return self._row_states.version(key, number)

    def settle(self, key: str, state: Version) -> None:
        """Say that a row is in this state now."""
        self._row_states.settle(key, state)

    def latest(self, key: str) -> int:
        """Number that a row has after the last act here; 1 for one that was only made."""
        return self._row_states.latest(key)

    def step(self, name: str, write: Write, number: int) -> None:
        """Carry out a write to a row that is shown with the version ``number``, and remember its way back."""
        before = self.version(write.key, number)
        after = Version(write.forth(before.number))
        self.swing(name, write, before, after)

    def swing(self, name: str, write: Write, before: Version, after: Version) -> None:
        """Remember a write that is done already and led from one state of its row to another."""
        self.settle(write.key, after)

        def undo() -> None:
            before.number = write.back(after.number)
            self.settle(write.key, before)

        def redo() -> None:
            after.number = write.forth(before.number)
            self.settle(write.key, after)

        self.done(name, undo, redo)

    def done(self, name: str, undo: Callable[[], None], redo: Callable[[], None]) -> None:
        """Tell the pages about a finished act and remember how it is taken back."""
        desk = self._page.desk
        desk.undo.push(Act(name, self._telling(undo), self._telling(redo)))
        desk.changes.tell(*self._areas)
        self._page.said.emit(name)

    def _telling(self, act: Callable[[], None]) -> Callable[[], None]:
        def told() -> None:
            act()
            self._page.desk.changes.tell(*self._areas)

        return told
