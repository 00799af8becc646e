"""What can be done with programmes in the list over all outlets."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from typing_extensions import override

from ui.dialogs.outlet_forms import ProgrammeForm, closing_form
from ui.pages.behind import Behind
from ui.pages.page import Page
from ui.pages.roster.acts import OutletActs, as_programme
from ui.pages.roster.keeper import Keeper
from ui.pages.roster.programmes import ProgrammesView
from ui.refusals import NothingChosenError
from ui.theme.icons import Glyph
from ui.widgets.verbs import Verb, Weight
from xcdesk.errors import DeskError
from xcdesk.services.counts.item_filter import ItemFilter
from xcdesk.services.roster import outlets
from xcdesk.services.roster.programmes import OutletProgramme


class ProgrammeKeeper(Keeper):
    """Adds, changes and closes programmes; one entered by mistake goes into the trash."""

    def __init__(self, page: Page, view: ProgrammesView, acts: OutletActs) -> None:
        super().__init__(page, view)
        self._programmes, self._acts = view, acts

    def verbs(self) -> Sequence[Verb]:
        """The verbs that are about programmes alone."""
        reports, remove = self.tr("Reports of the programme"), self.tr("Remove programme")
        rare, there = Weight.RARE, self._there
        return (
            Verb("programme_reports", reports, Glyph.TABLE, self._show_reports, "Ctrl+Shift+E", there, rare),
            Verb("programme_remove", remove, Glyph.DELETE, self._remove, "Shift+Del", there, rare),
        )

    @override
    def add(self) -> None:
        everyone, row = outlets.outlets(), self._programmes.row()
        here = next((one for one in everyone if row is not None and one.id == row.row.outlet_id), None)
        if everyone:
            outlet = here or everyone[0]
            self.open(ProgrammeForm(outlet, None, self._acts.add_programme, self.page.window(), everyone))

    @override
    def edit(self) -> None:
        row = self._programmes.row()
        if row is not None:
            self.open_edit(row, self._form_of)

    def _form_of(self, row: OutletProgramme) -> ProgrammeForm:
        outlet = outlets.outlet(row.row.outlet_id).outlet
        change = partial(self._acts.change_programme, row.row)
        return ProgrammeForm(outlet, row.row, change, self.page.window())

    @override
    def retire(self) -> None:
        row = self._programmes.row()
        if row is not None:
            close = partial(self._acts.close_programme, row.row)
            self.open(closing_form(row.row, close, self.page.window()))

    @override
    def reinstate(self) -> None:
        row = self._programmes.row()
        if row is not None:
            opened = replace(as_programme(row.row), closed_on=None)
            self.page.attempt(lambda: self._acts.change_programme(row.row, opened))

    def _show_reports(self) -> None:
        row = self._programmes.row()
        if row is not None:
            words = f"{row.outlet} {row.name}"
            self.page.asked_for.emit("coverage", Behind(ItemFilter(programme_ids=(row.id,)), words))

    def _remove(self) -> None:
        row = self._programmes.row()
        if row is not None:
            self.page.attempt(lambda: self._acts.remove_programme(row.row))

    def _there(self) -> DeskError | None:
        return None if self._shown() is not None else NothingChosenError(what=self.tr("a programme"))

    def _shown(self) -> OutletProgramme | None:
        return self._programmes.row() if self._programmes.isVisibleTo(self.page) else None
