"""What can be done on the roster page in the view that is shown, and why not now."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Literal

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from ui.dialogs.list_forms import SpellingForm, TermForm, UnitForm
from ui.pages.page import Page
from ui.pages.roster_list_acts import OUTLETS, UNITS, SpellingActs, TermActs, UnitActs
from ui.pages.roster_outlet_verbs import OutletVerbs
from ui.pages.roster_outlets import OutletsView
from ui.pages.roster_quotas import QuotasView
from ui.pages.roster_terms import TermsView
from ui.pages.roster_units import UnitsView
from ui.pages.roster_view import RosterView
from ui.refusals import NothingChosenError, NotYetError
from ui.theme.icons import Glyph
from ui.widgets.verbs import Verb, Weight
from xcdesk.errors import DeskError
from xcdesk.services.outlets import OutletRow
from xcdesk.services.terms import TermChange, TermRow
from xcdesk.services.units import NewUnit, UnitRow

Row = OutletRow | UnitRow | TermRow


class RosterVerbs(QObject):
    """Verbs about the chosen row of the view in front; `OutletVerbs` has those for outlets alone."""

    def __init__(self, page: Page, view: Callable[[], RosterView]) -> None:
        super().__init__(page)
        self._page, self._view = page, view
        self.outlets = OutletVerbs(page, self._outlet)
        self._units, self._terms = UnitActs(page), TermActs(page)
        self._spellings = {OutletRow: SpellingActs(page, OUTLETS), UnitRow: SpellingActs(page, UNITS)}

    def verbs(self) -> Sequence[Verb]:
        """Everything in the toolbar and under More."""
        rare, primary = Weight.RARE, Weight.PRIMARY
        return (
            Verb("add", self.tr("Add outlet"), Glyph.ADD, self._add, "Ctrl+N", self._writable, primary),
            Verb("edit", self.tr("Edit…"), Glyph.EDIT, self.edit, "F2", self._chosen),
            *self.outlets.verbs(),
            Verb(
                "spelling_new",
                self.tr("Add spelling…"),
                Glyph.ADD,
                self._add_spelling,
                "Ctrl+Shift+S",
                self._spelled,
                rare,
            ),
            Verb("retire", self.tr("Retire"), Glyph.ARCHIVE, self._retire, "Del", self._active, rare),
            Verb(
                "reinstate",
                self.tr("Reinstate"),
                Glyph.ARROW_UNDO,
                self._reinstate,
                "Ctrl+Shift+R",
                self._retired,
                rare,
            ),
            Verb(
                "up",
                self.tr("Move up"),
                Glyph.ARROW_UP,
                partial(self._move, -1),
                "Alt+Up",
                partial(self._movable, -1),
                rare,
            ),
            Verb(
                "down",
                self.tr("Move down"),
                Glyph.ARROW_DOWN,
                partial(self._move, 1),
                "Alt+Down",
                partial(self._movable, 1),
                rare,
            ),
        )

    def answer(self, name: str, thing: object) -> None:
        """Do what a button in a view asks for: a verb by its id, or an act on ``thing``."""
        if name == "spelling_forget":
            self._forget_spelling(str(thing))
        elif thing is None:
            self._page.verbs.trigger(name)
        else:
            self.outlets.answer(name, thing)

    def edit(self) -> None:
        """Open the form of the chosen row."""
        row = self._row()
        window = self._page.window()
        if isinstance(row, OutletRow):
            self.outlets.edit(row)
        elif isinstance(row, UnitRow):
            self._open(UnitForm(row, partial(self._units.change, row), window))
        elif isinstance(row, TermRow):
            term = row

            def save(_code: str, change: TermChange) -> None:
                self._terms.change(term, change)

            self._open(TermForm(term, save, window))

    def _row(self) -> Row | None:
        view = self._view()
        if isinstance(view, OutletsView | UnitsView | TermsView):
            return view.row()
        return None

    def _outlet(self) -> OutletRow | None:
        row = self._row()
        return row if isinstance(row, OutletRow) else None

    def _open(self, dialog: QDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _add(self) -> None:
        view, window = self._view(), self._page.window()
        if isinstance(view, UnitsView):
            self._open(UnitForm(None, self._add_unit, window))
        elif isinstance(view, TermsView):
            self._open(TermForm(None, self._add_term, window))
        else:
            self.outlets.add(self._show)

    def _add_unit(self, new: NewUnit) -> None:
        self._show(self._units.add(new))

    def _add_term(self, code: str, new: TermChange) -> None:
        view = self._view()
        if isinstance(view, TermsView):
            self._show(self._terms.add(view.vocabulary(), code, new))

    def _show(self, row_id: int) -> None:
        self._view().choose(row_id)

    def _add_spelling(self) -> None:
        row = self._row()
        if isinstance(row, OutletRow | UnitRow):
            acts = self._spellings[type(row)]
            self._open(SpellingForm(row.name, partial(acts.learn, row.id), self._page.window()))

    def _forget_spelling(self, spelling: str) -> None:
        row = self._row()
        if isinstance(row, OutletRow | UnitRow):
            acts, owner = self._spellings[type(row)], row.id
            self._page.attempt(lambda: acts.forget(owner, spelling))

    def _retire(self) -> None:
        self._swing(
            {OutletRow: self.outlets.acts.retire, UnitRow: self._units.retire, TermRow: self._terms.retire}
        )

    def _reinstate(self) -> None:
        self._swing(
            {
                OutletRow: self.outlets.acts.reinstate,
                UnitRow: self._units.reinstate,
                TermRow: self._terms.reinstate,
            }
        )

    def _swing(self, acts: Mapping[type, Callable[..., object]]) -> None:
        row = self._row()
        if row is not None:
            self._page.attempt(lambda: acts[type(row)](row))

    def _move(self, step: Literal[-1, 1]) -> None:
        row = self._row()
        if isinstance(row, TermRow):
            self._page.attempt(lambda: self._terms.move(row, step))

    def _writable(self) -> DeskError | None:
        if isinstance(self._view(), QuotasView):
            instead = self.tr("Until then they stand as the plan sets them.")
            return NotYetError(what=self.tr("Changing quotas"), instead=instead)
        return None

    def _chosen(self) -> DeskError | None:
        if self._row() is None and self._writable() is None:
            return NothingChosenError(what=self.tr("a row"))
        return self._writable()

    def _spelled(self) -> DeskError | None:
        there = isinstance(self._row(), OutletRow | UnitRow)
        return None if there else NothingChosenError(what=self.tr("an outlet or a unit"))

    def _active(self) -> DeskError | None:
        row = self._row()
        if row is not None and not row.active:
            return NothingChosenError(what=self.tr("a row in use"))
        return self._chosen()

    def _retired(self) -> DeskError | None:
        row = self._row()
        return None if row and not row.active else NothingChosenError(what=self.tr("a retired row"))

    def _movable(self, step: int) -> DeskError | None:
        view = self._view()
        if not isinstance(view, TermsView):
            return NothingChosenError(what=self.tr("an entry of a list"))
        there = view.can_move(step)
        return None if there else NothingChosenError(what=self.tr("an entry with a neighbour on that side"))
