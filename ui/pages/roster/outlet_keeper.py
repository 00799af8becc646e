"""What can be done with outlets: the rows themselves, their people, checks and programmes."""

from collections.abc import Sequence
from functools import partial

from typing_extensions import override

from ui.dialogs.form import FormDialog, form_of_row
from ui.dialogs.outlet_forms import OutletForm, ProgrammeForm, closing_form, leaving_form
from ui.dialogs.tenure_forms import HolderForm, PersonForm, Post
from ui.pages.acts import PageActs
from ui.pages.page import Page
from ui.pages.roster.acts import OutletActs
from ui.pages.roster.keeper import Keeper
from ui.pages.roster.list_acts import OUTLETS, SpellingActs
from ui.pages.roster.outlets import OutletsView
from ui.refusals import NothingChosenError
from ui.theme.icons import Glyph
from ui.widgets.verbs import Verb, Weight
from xcdesk.codes import ContactRole, MergeKind
from xcdesk.errors import DeskError
from xcdesk.services.due import handover
from xcdesk.services.roster import programmes, tenures
from xcdesk.services.roster.outlet_changes import NewOutlet
from xcdesk.services.roster.outlets import OutletRow
from xcdesk.services.roster.programmes import ProgrammeRow
from xcdesk.services.roster.tenures import TenureRow


class OutletKeeper(Keeper):
    """Keeps the outlets, and has the verbs that are about outlets alone."""

    def __init__(self, page: Page, view: OutletsView) -> None:
        super().__init__(page, view)
        self._outlets = view
        self.acts = OutletActs(page)
        self.spellings = SpellingActs(page, OUTLETS)

    def verbs(self) -> Sequence[Verb]:
        """In the order of the toolbar."""
        return (
            Verb(
                "liaison_change",
                self.tr("Change liaison…"),
                Glyph.PERSON_SWAP,
                partial(self._change_holder, ContactRole.LIAISON),
                "Ctrl+L",
                self.there,
            ),
            Verb("verify", self.tr("Mark verified"), Glyph.CHECKMARK, self._verify, "F8", self.there),
            Verb(
                "programme_new",
                self.tr("Add programme…"),
                Glyph.NOTE,
                self._add_programme,
                "Ctrl+Shift+P",
                self.there,
                Weight.RARE,
            ),
            Verb(
                "leader_change",
                self.tr("Change leader…"),
                Glyph.PERSON_EDIT,
                partial(self._change_holder, ContactRole.LEADER),
                "Ctrl+Shift+L",
                self.there,
                Weight.RARE,
            ),
        )

    @override
    def merger(self) -> tuple[MergeKind, PageActs]:
        return MergeKind.OUTLET, self.acts

    @override
    def add(self) -> None:
        def save(new: NewOutlet) -> None:
            self.show(self.acts.add(new))

        self.open(OutletForm(None, save, self.page.window()))

    @override
    def edit(self) -> None:
        row = self.chosen()
        if row is not None:
            window = self.page.window()
            self.open_edit(row, lambda now: OutletForm(now, partial(self.acts.change, now), window))

    @override
    def retire(self) -> None:
        row = self.chosen()
        if row is not None:
            self.page.attempt(lambda: self.acts.retire(row))

    @override
    def reinstate(self) -> None:
        row = self.chosen()
        if row is not None:
            self.page.attempt(lambda: self.acts.reinstate(row))

    def answer(self, name: str, thing: object) -> None:
        """Open the form that a small verb of the pane asks for."""
        outlet = self.chosen()
        if isinstance(thing, ProgrammeRow) and outlet is not None:
            made = partial(self._programme_form, outlet, closing=name == "programme_close")
            self.open(form_of_row("programme", thing, made, partial(_programme, outlet.id)))
        elif isinstance(thing, TenureRow):
            made = partial(self._person_form, leaving=name == "person_leave")
            self.open(form_of_row("tenure", thing, made, tenures.tenure))

    def _programme_form(self, outlet: OutletRow, row: ProgrammeRow, *, closing: bool) -> FormDialog:
        window = self.page.window()
        if closing:
            return closing_form(row, partial(self.acts.close_programme, row), window)
        return ProgrammeForm(outlet, row, partial(self.acts.change_programme, row), window)

    def _person_form(self, row: TenureRow, *, leaving: bool) -> FormDialog:
        window = self.page.window()
        if leaving:
            return leaving_form(row, partial(self.acts.end, row), window)
        return PersonForm(row, partial(self.acts.correct, row), window)

    def _change_holder(self, role: ContactRole) -> None:
        row = self.chosen()
        if row is not None:
            holder = row.leader if role == ContactRole.LEADER else row.liaison
            items = handover.open_items(row) if role == ContactRole.LIAISON else ()
            self.open(HolderForm(Post(row, role, holder, items), self.acts.change_holder, self.page.window()))

    def _verify(self) -> None:
        row = self.chosen()
        if row is not None:
            self.page.attempt(lambda: self.acts.verify(row))

    def _add_programme(self) -> None:
        row = self.chosen()
        if row is not None:
            self.open(ProgrammeForm(row, None, self.acts.add_programme, self.page.window()))

    def chosen(self) -> OutletRow | None:
        """The chosen outlet while the outlets are in front."""
        return self._outlets.row() if self._outlets.isVisibleTo(self.page) else None

    def there(self) -> DeskError | None:
        """Why nothing can be done with the chosen outlet, None when it can."""
        row = self.chosen()
        if row is None:
            return NothingChosenError(what=self.tr("an outlet"))
        return None if row.active else NothingChosenError(what=self.tr("an outlet that is on the roster"))


def _programme(outlet: int, programme: int) -> ProgrammeRow | None:
    """A programme of an outlet as it is by now; None where it is gone."""
    return next((row for row in programmes.programmes(outlet) if row.id == programme), None)
