"""What can be done with units and with members of the lists."""

from functools import partial
from typing import Literal

from typing_extensions import override

from ui.dialogs.list_forms import TermForm, UnitForm
from ui.pages.acts import PageActs
from ui.pages.page import Page
from ui.pages.roster.keeper import Keeper
from ui.pages.roster.list_acts import UNITS, SpellingActs, TermActs, UnitActs
from ui.pages.roster.terms import TermsView
from ui.pages.roster.units import UnitsView
from xcdesk.codes import MergeKind
from xcdesk.services.office.term_changes import TermChange
from xcdesk.services.office.terms import TermRow
from xcdesk.services.roster.units import NewUnit


class UnitKeeper(Keeper):
    """Keeps the units."""

    def __init__(self, page: Page, view: UnitsView) -> None:
        super().__init__(page, view)
        self._units = view
        self._acts = UnitActs(page)
        self.spellings = SpellingActs(page, UNITS)

    @override
    def merger(self) -> tuple[MergeKind, PageActs]:
        return MergeKind.UNIT, self._acts

    @override
    def add(self) -> None:
        def save(new: NewUnit) -> None:
            self.show(self._acts.add(new))

        self.open(UnitForm(None, save, self.page.window()))

    @override
    def edit(self) -> None:
        row = self._units.row()
        if row is not None:
            window = self.page.window()
            self.open_edit(row, lambda now: UnitForm(now, partial(self._acts.change, now), window))

    @override
    def retire(self) -> None:
        row = self._units.row()
        if row is not None:
            self.page.attempt(lambda: self._acts.retire(row))

    @override
    def reinstate(self) -> None:
        row = self._units.row()
        if row is not None:
            self.page.attempt(lambda: self._acts.reinstate(row))


class TermKeeper(Keeper):
    """Keeps the members of the list that is shown."""

    def __init__(self, page: Page, view: TermsView) -> None:
        super().__init__(page, view)
        self._terms = view
        self._acts = TermActs(page)

    @override
    def merger(self) -> tuple[MergeKind, PageActs]:
        return MergeKind.TERM, self._acts

    @override
    def add(self) -> None:
        vocabulary = self._terms.vocabulary()

        def save(code: str, new: TermChange) -> None:
            self.show(self._acts.add(vocabulary, code, new))

        self.open(TermForm(None, save, self.page.window()))

    @override
    def edit(self) -> None:
        row = self._terms.row()
        if row is not None:
            self.open_edit(row, self._form_of)

    def _form_of(self, row: TermRow) -> TermForm:
        def save(_code: str, change: TermChange) -> None:
            self._acts.change(row, change)

        return TermForm(row, save, self.page.window())

    @override
    def retire(self) -> None:
        row = self._terms.row()
        if row is not None:
            self.page.attempt(lambda: self._acts.retire(row))

    @override
    def reinstate(self) -> None:
        row = self._terms.row()
        if row is not None:
            self.page.attempt(lambda: self._acts.reinstate(row))

    @override
    def move(self, step: Literal[-1, 1]) -> None:
        row = self._terms.row()
        if row is not None:
            self.page.attempt(lambda: self._acts.move(row, step))

    @override
    def can_move(self, step: int) -> bool:
        return self._terms.can_move(step)
