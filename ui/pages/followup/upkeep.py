"""What is seen to now and then: the rules of follow-up, private details whose time is over."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from ui.changes import Area
from ui.dialogs.case_rules import CaseRulesForm, erasing
from ui.dialogs.form import form_of_now
from ui.pages.page import Page
from ui.refusals import NothingToEraseError
from ui.theme.icons import Glyph
from ui.widgets.verbs import Verb, Weight
from xcdesk.errors import DeskError
from xcdesk.services import cases
from xcdesk.services.cases import CaseRules, private
from xcdesk.services.record import permissions
from xcdesk.services.record.permissions import Permission


class CaseUpkeep(QObject):
    """Rare verbs of those who keep the office."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page

    def verbs(self) -> Sequence[Verb]:
        """Both of them."""
        rare = Weight.RARE
        return (
            Verb(
                "case_rules",
                self.tr("Rules of follow-up…"),
                Glyph.SETTINGS,
                self._set_rules,
                check=lambda: permissions.refusal(self._page.desk.actor, Permission.SETTINGS),
                weight=rare,
            ),
            Verb(
                "case_erase",
                self.tr("Erase private details that are due…"),
                Glyph.DELETE,
                self._erase,
                check=self._nothing_due,
                weight=rare,
            ),
        )

    def _set_rules(self) -> None:
        def make(now: CaseRules) -> CaseRulesForm:
            return CaseRulesForm(now, self._save, self._page.window())

        form = form_of_now("setting.cases", make, cases.load_rules)
        form.finished.connect(form.deleteLater)
        form.open()

    def _save(self, rules: CaseRules, before: CaseRules) -> None:
        cases.save_rules(self._page.desk.actor, rules, before)
        self._tell(self.tr("Rules saved"))

    def _erase(self) -> None:
        """Show what would go, and let it go only if somebody agrees."""
        due = private.due_for_erasure()
        question = erasing(due, self._page.window())
        question.agreed.connect(lambda: self._erase_now(due))
        question.finished.connect(question.deleteLater)
        question.open()

    def _erase_now(self, due: Sequence[private.DueErasure]) -> None:
        if self._page.attempt(lambda: private.erase_due(self._page.desk.actor, due)):
            self._tell(self.tr("Private details erased"))

    def _nothing_due(self) -> DeskError | None:
        refused = permissions.refusal(self._page.desk.actor, Permission.PURGE)
        if refused is not None:
            return refused
        if private.due_for_erasure():
            return None
        return NothingToEraseError(days=cases.load_rules().private_days)

    def _tell(self, words: str) -> None:
        self._page.desk.changes.tell(Area.CASES)
        self._page.said.emit(words)
