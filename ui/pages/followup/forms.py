"""Registering, changing and taking out a case, and its acts: at once, or through the form of each."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from ui.dialogs.case_act import ASKING, CaseActForm
from ui.dialogs.case_form import CaseForm
from ui.pages.followup.acts import CaseActs
from ui.pages.page import Page
from xcdesk.codes import CaseKind
from xcdesk.services import cases
from xcdesk.services.cases import Action, CaseDetail, CaseRow, Request


class CaseForms(QObject):
    """Opens the forms over the page; ``seen`` gives the case shown, ``usual`` the kind that is registered."""

    def __init__(
        self,
        page: Page,
        acts: CaseActs,
        seen: Callable[[], CaseDetail | None],
        usual: Callable[[], CaseKind],
    ) -> None:
        super().__init__(page)
        self._page, self._acts, self._seen, self._usual = page, acts, seen, usual

    def do(self, action: Action) -> None:
        """Carry an act out at once, or ask for what it takes."""
        seen = self._seen()
        if seen is None:
            return
        row = seen.row
        if action not in ASKING:
            self._page.attempt(lambda: self._acts.act(row, action, Request()))
            return
        self._open(self._act_form(seen, action))

    def _act_form(self, seen: CaseDetail, action: Action) -> CaseActForm:
        row = seen.row
        made = CaseActForm(
            seen, action, lambda given: self._acts.act(row, action, given), self._page.window()
        )
        made.of_row("followup_case", row.id, partial(self._act_again, row.id, action))
        return made

    def _act_again(self, case: int, action: Action) -> CaseActForm | None:
        """The form of an act on a case as it is by now; None where that cannot be done any more."""
        actor = self._page.desk.actor
        if cases.refusal(actor, case, action) is not None:
            return None
        return self._act_form(cases.detail(actor, case), action)

    def register(self, kind: CaseKind | None = None, unit: str = "") -> None:
        """Ask for a new case, of the usual kind unless another is given, and show it."""
        made: list[CaseRow] = []
        form = CaseForm(
            None,
            kind or self._usual(),
            lambda form: made.append(self._acts.register(form.new())),
            self._page.window(),
        )
        if unit:
            form.unit.setText(unit)
        form.opened.connect(self._page.open)
        form.saved.connect(lambda: self._page.open(made[-1].id))
        self._open(form)

    def edit(self) -> None:
        """Ask for what is to change in a case that no department has yet."""
        seen = self._seen()
        if seen is not None:
            self._open(self._edit_form(seen))

    def _edit_form(self, seen: CaseDetail) -> CaseForm:
        def save(form: CaseForm) -> None:
            self._acts.change(seen, form.change())

        made = CaseForm(seen, seen.row.kind, save, self._page.window())
        made.opened.connect(self._page.open)
        case, actor = seen.row.id, self._page.desk.actor
        made.of_row("followup_case", case, lambda: self._edit_form(cases.detail(actor, case)))
        return made

    def remove(self) -> None:
        """Lay the case shown into the trash."""
        seen = self._seen()
        if seen is not None:
            self._page.attempt(lambda: self._acts.remove(seen.row))

    def _open(self, form: CaseForm | CaseActForm) -> None:
        form.finished.connect(form.deleteLater)
        form.open()
