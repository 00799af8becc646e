"""How long departments have, when lights turn, how long private details are kept; and erasing what is due."""

from collections.abc import Callable, Sequence
from dataclasses import asdict

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ui import format as shown
from ui.dialogs.form import FormDialog, Question
from ui.messages import text
from ui.widgets.fields import NumberField
from xcdesk.services.cases import CaseRules
from xcdesk.services.cases.private import DueErasure

translate = QCoreApplication.translate
_MOST = 3650
_LISTED = 8


class CaseRulesForm(FormDialog):
    """Every rule with its number; ``save`` gets the rules as typed and as they were on the screen."""

    help_topic = "followup#rules"

    def __init__(
        self, rules: CaseRules, save: Callable[[CaseRules, CaseRules], object], parent: QWidget | None
    ) -> None:
        title, verb = translate("CaseRulesForm", "Rules of follow-up"), translate("CaseRulesForm", "Save")
        super().__init__(title, verb, lambda: save(self.typed(), rules), parent)
        self.numbers: dict[str, NumberField] = {}
        for name, value in asdict(rules).items():
            self.numbers[name] = NumberField(int(value), _MOST)
            self.add(name, text(f"case_rules.{name}"), self.numbers[name])

    def typed(self) -> CaseRules:
        """What the form holds."""
        return CaseRules(**{name: field.value() for name, field in self.numbers.items()})


def erasing(due: Sequence[DueErasure], parent: QWidget | None) -> Question:
    """The question before private details go for good, with what would go."""
    named = [one.number for one in due[:_LISTED]]
    if len(due) > _LISTED:
        named.append("…")
    words = translate(
        "CaseRulesForm",
        "Erase the private details of {count}? {numbers}. Cases and their history stay; names and telephones "
        "cannot be brought back.",
    ).format(count=shown.count(len(due), "items"), numbers=shown.listed(named))
    erase, keep = translate("CaseRulesForm", "Erase for good"), translate("CaseRulesForm", "Keep them")
    return Question(words, erase, keep, parent)
