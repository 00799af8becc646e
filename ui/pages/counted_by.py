"""The rule that stands under figures on a page, in the words of the office where it has its own."""

from PySide6.QtWidgets import QLabel

from ui.language import language
from ui.theme.tokens import Role
from ui.widgets.labels import label
from xcdesk.services.office import counting_rules
from xcdesk.services.office.counting_rules import CountingRule


def rule_text(rule: CountingRule) -> str:
    """A rule in the language of the windows; what the office worded stands as it is."""
    return counting_rules.words(rule, language())


def rule_label(rule: CountingRule) -> QLabel:
    """`rule_text` in small type, for the foot of a table."""
    return label(rule_text(rule), Role.CAPTION, "muted", wrap=True)
