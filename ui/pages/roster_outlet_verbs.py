"""What can be done about the chosen outlet: its people, its check, its programmes."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from ui.dialogs.outlet_forms import (
    HolderForm,
    OutletForm,
    PersonForm,
    Post,
    ProgrammeForm,
    closing_form,
    leaving_form,
)
from ui.pages.page import Page
from ui.pages.roster_acts import OutletActs
from ui.refusals import NothingChosenError
from ui.theme.icons import Glyph
from ui.widgets.verbs import Verb, Weight
from xcdesk.codes import ContactRole
from xcdesk.errors import DeskError
from xcdesk.services.outlets import NewOutlet, OutletRow
from xcdesk.services.programmes import ProgrammeRow
from xcdesk.services.tenures import TenureRow


class OutletVerbs(QObject):
    """Verbs that need an outlet; ``chosen`` gives the one chosen now."""

    def __init__(self, page: Page, chosen: Callable[[], OutletRow | None]) -> None:
        super().__init__(page)
        self._page, self._chosen = page, chosen
        self.acts = OutletActs(page)

    def verbs(self) -> Sequence[Verb]:
        """In the order of the toolbar."""
        return (
            Verb(
                "liaison_change",
                self.tr("Change liaison…"),
                Glyph.PERSON_SWAP,
                partial(self._change_holder, ContactRole.LIAISON),
                "Ctrl+L",
                self._there,
            ),
            Verb("verify", self.tr("Mark verified"), Glyph.CHECKMARK, self._verify, "F8", self._there),
            Verb(
                "programme_new",
                self.tr("Add programme…"),
                Glyph.NOTE,
                self._add_programme,
                "Ctrl+Shift+P",
                self._there,
            ),
            Verb(
                "leader_change",
                self.tr("Change leader…"),
                Glyph.PERSON_EDIT,
                partial(self._change_holder, ContactRole.LEADER),
                "Ctrl+Shift+L",
                self._there,
                Weight.RARE,
            ),
        )

    def add(self, show: Callable[[int], object]) -> None:
        """Open the form of a new outlet; ``show`` is told its id."""

        def save(new: NewOutlet) -> None:
            show(self.acts.add(new))

        self._open(OutletForm(None, save, self._page.window()))

    def edit(self, row: OutletRow) -> None:
        """Open the form of an outlet."""
        self._open(OutletForm(row, partial(self.acts.change, row), self._page.window()))

    def answer(self, name: str, thing: object) -> None:
        """Open the form that a small verb of the pane asks for."""
        window, outlet = self._page.window(), self._chosen()
        if isinstance(thing, ProgrammeRow) and outlet is not None:
            change = partial(self.acts.change_programme, thing)
            close = partial(self.acts.close_programme, thing)
            closing = name == "programme_close"
            self._open(
                closing_form(thing, close, window)
                if closing
                else ProgrammeForm(outlet, thing, change, window)
            )
        elif isinstance(thing, TenureRow):
            end, correct = partial(self.acts.end, thing), partial(self.acts.correct, thing)
            leaving = name == "person_leave"
            self._open(leaving_form(thing, end, window) if leaving else PersonForm(thing, correct, window))

    def _change_holder(self, role: ContactRole) -> None:
        row = self._chosen()
        if row is not None:
            holder = row.leader if role == ContactRole.LEADER else row.liaison
            self._open(HolderForm(Post(row, role, holder), self.acts.change_holder, self._page.window()))

    def _verify(self) -> None:
        row = self._chosen()
        if row is not None:
            self._page.attempt(lambda: self.acts.verify(row))

    def _add_programme(self) -> None:
        row = self._chosen()
        if row is not None:
            self._open(ProgrammeForm(row, None, self.acts.add_programme, self._page.window()))

    def _open(self, dialog: QDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _there(self) -> DeskError | None:
        row = self._chosen()
        if row is None:
            return NothingChosenError(what=self.tr("an outlet"))
        return None if row.active else NothingChosenError(what=self.tr("an outlet that is on the roster"))
