"""Who complained: shown against a reason, corrected, erased at request; and the key that it takes."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from ui.dialogs.case_private import AmendForm, ForgetForm, PetitionerDialog, UnmaskForm
from ui.dialogs.form import form_of_row
from ui.pages.followup.acts import CaseActs
from ui.pages.page import Page
from ui.refusals import CaseKeyHereError
from ui.tablemodels.cases import number
from ui.theme.icons import Glyph
from ui.widgets.verbs import Verb, Weight
from xcdesk.errors import DeskError
from xcdesk.services import cases
from xcdesk.services.cases import Action, CaseDetail, keys


class PrivateDetails(QObject):
    """Rare verbs; ``seen`` gives the case shown, ``check`` why an act is grey."""

    def __init__(
        self,
        page: Page,
        acts: CaseActs,
        seen: Callable[[], CaseDetail | None],
        check: Callable[[Action], DeskError | None],
    ) -> None:
        super().__init__(page)
        self._page, self._acts, self._seen, self._check = page, acts, seen, check

    def verbs(self) -> Sequence[Verb]:
        """All of them."""
        rare = Weight.RARE
        return (
            Verb(
                "case_unmask",
                self.tr("Show private details…"),
                Glyph.CONTACT_CARD,
                self.unmask,
                "Ctrl+Alt+U",
                partial(self._check, Action.UNMASK),
                rare,
            ),
            Verb(
                "case_amend",
                self.tr("Correct private details…"),
                Glyph.EDIT,
                self.amend,
                check=partial(self._check, Action.AMEND),
                weight=rare,
            ),
            Verb(
                "case_forget",
                self.tr("Erase private details at request…"),
                Glyph.DELETE,
                self.forget,
                check=partial(self._check, Action.FORGET),
                weight=rare,
            ),
            Verb(
                "case_key",
                self.tr("Key of private details…"),
                Glyph.DATABASE,
                self._see_to_key,
                check=_key_missing,
                weight=rare,
            ),
        )

    def unmask(self) -> None:
        """Ask for the reason, then show who stands behind a complaint."""
        seen = self._seen()
        if seen is None:
            return
        found: list[cases.Petitioner] = []
        named = number(seen.row)

        def read(reason: str) -> None:
            found.append(self._acts.unmask(seen.row, reason))

        form = UnmaskForm(named, read, self._page.window())
        form.saved.connect(lambda: self._open(PetitionerDialog(named, found.pop(), self._page.window())))
        self._open(form)

    def amend(self) -> None:
        """Ask for corrected private details, and why."""
        seen = self._seen()
        if seen is not None:
            self._open(form_of_row("followup_case", seen.row, self._amend_form, cases.row))

    def _amend_form(self, row: cases.CaseRow) -> AmendForm:
        return AmendForm(number(row), partial(self._acts.amend, row), self._page.window())

    def forget(self) -> None:
        """Ask how the person asked for it, then erase who stands behind a complaint."""
        seen = self._seen()
        if seen is not None:
            self._open(form_of_row("followup_case", seen.row, self._forget_form, cases.row))

    def _forget_form(self, row: cases.CaseRow) -> ForgetForm:
        return ForgetForm(number(row), partial(self._acts.forget, row), self._page.window())

    def _see_to_key(self) -> None:
        """Make the office's key, or bring it onto this machine."""
        from ui.dialogs.case_key import CaseKeyForm, once  # start-up time

        form = CaseKeyForm(self._page.desk.actor, self._page.window())
        form.made.connect(
            lambda recovery: self._open(once(self._page.desk.actor, recovery, self._page.window()))
        )
        self._open(form)

    def _open(self, dialog: QDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def _key_missing() -> DeskError | None:
    """The key is made once for the office, and restored once on each machine."""
    return CaseKeyHereError() if keys.is_here() else None
