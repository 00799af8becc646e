"""What each view of the roster lets one do with its rows."""

from collections.abc import Callable
from typing import Any, Literal, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from ui.dialogs.form import FormDialog, Numbered, form_of_row
from ui.dialogs.list_forms import SpellingForm
from ui.pages.acts import PageActs
from ui.pages.page import Page
from ui.pages.roster.list_acts import SpellingActs
from ui.pages.roster.view import RosterView
from xcdesk.codes import MergeKind
from xcdesk.errors import DeskError
from xcdesk.services.roster.outlets import OutletRow
from xcdesk.services.roster.units import UnitRow

R = TypeVar("R", bound=Numbered)


class FormKeeper(QObject):
    """Base: opens forms of the rows of one view; the chosen row is the one meant."""

    def __init__(self, page: Page, view: RosterView) -> None:
        super().__init__(page)
        self.page, self._listed = page, view

    def row(self) -> Any:
        """The chosen row, None where there is none that could be changed."""
        return self._listed.row()

    def show(self, row_id: int) -> None:
        """Choose a row that has just been made."""
        self._listed.choose(row_id)

    def open_edit(self, row: R, make: Callable[[R], FormDialog]) -> None:
        """Open the form of a row; if somebody else saves it first, ``make`` makes it of what it is then."""
        self.open(form_of_row(self._listed.table, row, make, self._now))

    def _now(self, row_id: int) -> Any:
        """The row with this number as it is by now, None where it is gone."""
        self._listed.reload()
        self._listed.choose(row_id)
        row = self.row()
        return row if row is not None and row.id == row_id else None

    def open(self, dialog: QDialog) -> None:
        """Open a form above the window; it destroys itself once it is shut."""
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


class Keeper(FormKeeper):
    """Adds, changes and retires the rows of one view of the roster."""

    spellings: SpellingActs | None = None

    def merger(self) -> tuple[MergeKind, PageActs] | None:
        """What is merged here, and the acts that write the versions of its rows; None where nothing is."""
        return None

    def refusal(self) -> DeskError | None:
        """Why nothing can be written here, None when it can."""
        return None

    def add(self) -> None:
        """Open the form of a new row."""
        raise NotImplementedError

    def edit(self) -> None:
        """Open the form of the chosen row."""
        raise NotImplementedError

    def retire(self) -> None:
        """Take the chosen row out of use."""
        raise NotImplementedError

    def reinstate(self) -> None:
        """Take the chosen row into use again."""
        raise NotImplementedError

    def move(self, step: Literal[-1, 1]) -> None:
        """Let the chosen row change places with its neighbour, where the order is the office's."""

    def can_move(self, _step: int) -> bool:
        """Whether there is such a neighbour."""
        return False

    def add_spelling(self) -> None:
        """Open the form for another spelling of the chosen row."""
        row, acts = self.row(), self.spellings
        if acts is not None and isinstance(row, OutletRow | UnitRow):
            owner = row.id
            self.open(SpellingForm(row.name, lambda word: acts.learn(owner, word), self.page.window()))

    def forget_spelling(self, spelling: str) -> None:
        """Take a spelling from the chosen row."""
        row, acts = self.row(), self.spellings
        if row is not None and acts is not None:
            owner = row.id
            self.page.attempt(lambda: acts.forget(owner, spelling))
