"""What the roster page writes about units, spellings and the members of the editable lists."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Generic, Literal, TypeVar

from PySide6.QtCore import QCoreApplication
from typing_extensions import override

from ui.changes import Area
from ui.pages.acts import Numbered, PageActs, Version, Write
from ui.pages.page import Page
from xcdesk.codes import Vocabulary
from xcdesk.services.office import term_changes
from xcdesk.services.office.term_changes import TermChange
from xcdesk.services.office.terms import TermRow
from xcdesk.services.record.actor import Actor
from xcdesk.services.roster import spellings, units
from xcdesk.services.roster.units import NewUnit, UnitRow

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

translate = QCoreApplication.translate


R = TypeVar("R", bound=Numbered)
N = TypeVar("N", bound="DataclassInstance")


@dataclass(frozen=True, slots=True)
class SpellingBook:
    """The services that keep the spellings of outlets, or those of units."""

    known: Callable[[int], Sequence[str]]
    learn: Callable[[Actor, int, str], object]
    forget: Callable[[Actor, int, str], object]


OUTLETS = SpellingBook(
    spellings.outlet_spellings, spellings.learn_outlet_spelling, spellings.forget_outlet_spelling
)
UNITS = SpellingBook(spellings.unit_spellings, spellings.learn_unit_spelling, spellings.forget_unit_spelling)


class SpellingActs(PageActs):
    """Writes about the ways in which the owners of one book are written in returns."""

    def __init__(self, page: Page, book: SpellingBook) -> None:
        super().__init__(page, Area.ROSTER)
        self._book = book

    def learn(self, owner: int, spelling: str) -> None:
        """Take a spelling for an outlet or unit from now on; nothing happens when it is known."""
        before = self._book.known(owner)
        self._learn(owner, spelling)
        if self._book.known(owner) == before:
            return
        name = translate("roster", "Add spelling “{spelling}”").format(spelling=spelling)
        self.done(name, partial(self._forget, owner, spelling), partial(self._learn, owner, spelling))

    def forget(self, owner: int, spelling: str) -> None:
        """Take a spelling from an outlet or unit."""
        self._forget(owner, spelling)
        name = translate("roster", "Remove spelling “{spelling}”").format(spelling=spelling)
        self.done(name, partial(self._learn, owner, spelling), partial(self._forget, owner, spelling))

    def _learn(self, owner: int, spelling: str) -> None:
        self._book.learn(self.actor, owner, spelling)

    def _forget(self, owner: int, spelling: str) -> None:
        self._book.forget(self.actor, owner, spelling)


class ListedActs(PageActs, Generic[R, N]):
    """Base: rows that are in use or not. One that was added by mistake goes out of use again.

    A subclass names its table, and tells how a row is written and what it is, as it would be entered.
    """

    table: ClassVar[str]

    def __init__(self, page: Page) -> None:
        super().__init__(page, Area.ROSTER)

    def change(self, row: R, change: N) -> None:
        """Rewrite a row."""
        self._change(translate("roster", "Edit “{name}”"), row, change)

    def retire(self, row: R) -> None:
        """Offer a row nowhere from now on; what was saved under it keeps it."""
        self._change(translate("roster", "Retire “{name}”"), row, replace(self._as_new(row), active=False))

    def reinstate(self, row: R) -> None:
        """Offer a row again."""
        self._change(translate("roster", "Reinstate “{name}”"), row, replace(self._as_new(row), active=True))

    def _write(self, row_id: int, version: int, change: N) -> int:
        raise NotImplementedError

    def _as_new(self, row: R) -> N:
        raise NotImplementedError

    def _name(self, row: R) -> str:
        raise NotImplementedError

    def _added(self, made: int, name: str, new: N) -> int:
        """Remember that a row was entered; returns its id."""
        write = self._writing(made, new, replace(new, active=False))
        self.swing(translate("roster", "Add “{name}”").format(name=name), write, Version(0), Version(1))
        return made

    def _change(self, words: str, row: R, change: N) -> None:
        write = self._writing(row.id, change, self._as_new(row))
        self.step(words.format(name=self._name(row)), write, row.version)

    def _writing(self, row_id: int, change: N, before: N) -> Write:
        return Write(
            f"{self.table}:{row_id}",
            lambda version: self._write(row_id, version, change),
            lambda version: self._write(row_id, version, before),
        )


class UnitActs(ListedActs[UnitRow, NewUnit]):
    """Writes about units."""

    table = "unit"

    def add(self, new: NewUnit) -> int:
        """Add a unit at the end; returns its id."""
        return self._added(units.add_unit(self.actor, new), new.name, new)

    @override
    def _write(self, row_id: int, version: int, change: NewUnit) -> int:
        return units.change_unit(self.actor, row_id, version, change)

    @override
    def _as_new(self, row: UnitRow) -> NewUnit:
        return NewUnit(row.name, row.kind, row.active)

    @override
    def _name(self, row: UnitRow) -> str:
        return row.name


class TermActs(ListedActs[TermRow, TermChange]):
    """Writes about members of the lists."""

    table = "term"

    def add(self, vocabulary: Vocabulary, code: str, new: TermChange) -> int:
        """Add a member at the end of a list; returns its id."""
        return self._added(term_changes.add_term(self.actor, vocabulary, code, new), new.label, new)

    def move(self, row: TermRow, step: Literal[-1, 1]) -> None:
        """Let a member change places with its neighbour."""
        back: Literal[-1, 1] = 1 if step == -1 else -1
        write = Write(
            f"term:{row.id}",
            lambda version: term_changes.move_term(self.actor, row.id, version, step),
            lambda version: term_changes.move_term(self.actor, row.id, version, back),
        )
        self.step(translate("roster", "Move “{name}”").format(name=row.label), write, row.version)

    @override
    def _write(self, row_id: int, version: int, change: TermChange) -> int:
        return term_changes.change_term(self.actor, row_id, version, change)

    @override
    def _as_new(self, row: TermRow) -> TermChange:
        return TermChange(row.label, row.short, row.spellings, row.active)

    @override
    def _name(self, row: TermRow) -> str:
        return row.label
