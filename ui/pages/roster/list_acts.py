"""What the roster page writes about units, spellings and the members of the editable lists."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Literal

from PySide6.QtCore import QCoreApplication

from ui.changes import Area
from ui.pages.acts import PageActs, Version, Write
from ui.pages.page import Page
from xcdesk.codes import Vocabulary
from xcdesk.services.office import term_changes
from xcdesk.services.office.term_changes import TermChange
from xcdesk.services.office.terms import TermRow
from xcdesk.services.record.actor import Actor
from xcdesk.services.roster import spellings, units
from xcdesk.services.roster.units import NewUnit, UnitRow

translate = QCoreApplication.translate


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


class UnitActs(PageActs):
    """Writes about units; one that was added by mistake goes out of use again."""

    def __init__(self, page: Page) -> None:
        super().__init__(page, Area.ROSTER)

    def add(self, new: NewUnit) -> int:
        """Add a unit at the end; returns its id."""
        made = units.add_unit(self.actor, new)
        write = Write(
            f"unit:{made}",
            lambda version: units.change_unit(self.actor, made, version, new),
            lambda version: units.change_unit(self.actor, made, version, replace(new, active=False)),
        )
        self.swing(translate("roster", "Add “{name}”").format(name=new.name), write, Version(0), Version(1))
        return made

    def change(self, row: UnitRow, change: NewUnit) -> None:
        """Rewrite a unit."""
        self._change(translate("roster", "Edit “{name}”").format(name=row.name), row, change)

    def retire(self, row: UnitRow) -> None:
        """Offer a unit nowhere from now on."""
        self._change(
            translate("roster", "Retire “{name}”").format(name=row.name),
            row,
            NewUnit(row.name, row.kind, active=False),
        )

    def reinstate(self, row: UnitRow) -> None:
        """Offer a unit again."""
        self._change(
            translate("roster", "Reinstate “{name}”").format(name=row.name), row, NewUnit(row.name, row.kind)
        )

    def _change(self, name: str, row: UnitRow, change: NewUnit) -> None:
        before = NewUnit(row.name, row.kind, row.active)
        write = Write(
            f"unit:{row.id}",
            lambda version: units.change_unit(self.actor, row.id, version, change),
            lambda version: units.change_unit(self.actor, row.id, version, before),
        )
        self.step(name, write, row.version)


class TermActs(PageActs):
    """Writes about members of the lists; one that was added by mistake is no longer offered."""

    def __init__(self, page: Page) -> None:
        super().__init__(page, Area.ROSTER)

    def add(self, vocabulary: Vocabulary, code: str, new: TermChange) -> int:
        """Add a member at the end of a list; returns its id."""
        made = term_changes.add_term(self.actor, vocabulary, code, new)
        write = Write(
            f"term:{made}",
            lambda version: term_changes.change_term(self.actor, made, version, new),
            lambda version: term_changes.change_term(self.actor, made, version, replace(new, active=False)),
        )
        self.swing(translate("roster", "Add “{name}”").format(name=new.label), write, Version(0), Version(1))
        return made

    def change(self, row: TermRow, change: TermChange) -> None:
        """Rewrite a member of a list."""
        self._change(translate("roster", "Edit “{name}”").format(name=row.label), row, change)

    def retire(self, row: TermRow) -> None:
        """No longer offer a member of a list; rows saved under it keep it."""
        change = TermChange(row.label, row.short, row.spellings, active=False)
        self._change(translate("roster", "Retire “{name}”").format(name=row.label), row, change)

    def reinstate(self, row: TermRow) -> None:
        """Offer a member of a list again."""
        change = TermChange(row.label, row.short, row.spellings)
        self._change(translate("roster", "Reinstate “{name}”").format(name=row.label), row, change)

    def move(self, row: TermRow, step: Literal[-1, 1]) -> None:
        """Let a member change places with its neighbour."""
        back: Literal[-1, 1] = 1 if step == -1 else -1
        write = Write(
            f"term:{row.id}",
            lambda version: term_changes.move_term(self.actor, row.id, version, step),
            lambda version: term_changes.move_term(self.actor, row.id, version, back),
        )
        self.step(translate("roster", "Move “{name}”").format(name=row.label), write, row.version)

    def _change(self, name: str, row: TermRow, change: TermChange) -> None:
        before = TermChange(row.label, row.short, row.spellings, row.active)
        write = Write(
            f"term:{row.id}",
            lambda version: term_changes.change_term(self.actor, row.id, version, change),
            lambda version: term_changes.change_term(self.actor, row.id, version, before),
        )
        self.step(name, write, row.version)
