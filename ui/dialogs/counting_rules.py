"""The words under tables about how they are counted: the office's own, or those of the program."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from typing_extensions import override

from ui.changes import Area
from ui.desk import Desk
from ui.dialogs.form import FormDialog
from ui.dialogs.list_dialog import ListDialog
from ui.language import language
from ui.messages import text
from ui.refusals import AsShippedError, NothingChosenError
from ui.tablemodels.records import Column, Shown
from ui.theme import theme
from ui.theme.icons import Glyph
from ui.theme.tokens import Role, State
from ui.undo import Act
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import label
from ui.widgets.verbs import Verb, Weight
from xcdesk.errors import DeskError
from xcdesk.services.office import counting_rules
from xcdesk.services.office.counting_rules import CountingRule, CountingRules
from xcdesk.services.record import permissions
from xcdesk.services.record.permissions import Permission

translate = QCoreApplication.translate
_LINES = 6


@dataclass(frozen=True, slots=True)
class RuleLine:
    """One rule: its words, as they are typed, and whether they are the office's own."""

    rule: CountingRule
    words: str
    own: bool

    @property
    def name(self) -> str:
        """Under which table it stands."""
        return text(f"change.rule_{self.rule.name.lower()}")


class RuleForm(FormDialog):
    """Asks for the words of one rule; those of the program stand below them."""

    help_topic = "counting#own"

    def __init__(self, shown: RuleLine, save: Callable[[str], object], parent: QWidget | None) -> None:
        super().__init__(
            shown.name, translate("RuleForm", "Save"), lambda: save(self.wording.toPlainText()), parent
        )
        self.wording = QPlainTextEdit(shown.words)
        self.wording.setTabChangesFocus(True)
        self.wording.setFixedHeight(_LINES * theme.line_height() + 22)
        hint = self.tr("This explains the figures to readers. It never changes how anything is counted.")
        self.add("rule_wording", self.tr("Counting rule"), self.wording, hint)
        known = counting_rules.known_facts(shown.rule, language())
        if known:
            facts = self.tr("Filled in when it is printed: {facts}").format(facts=known)
            self._form.addRow("", label(facts, Role.CAPTION, "muted", wrap=True))
        usual = label(counting_rules.shipped(shown.rule, language()), tone="second", wrap=True)
        self._form.addRow(label(self.tr("As shipped")), usual)
        self.setMinimumWidth(640)


class CountingRulesDialog(ListDialog):
    """Every rule with its words; what is printed from now on has them, what went out keeps its own."""

    help_topic = "counting#own"
    watches = frozenset({Area.SETTINGS})

    def __init__(self, desk: Desk, parent: QWidget | None) -> None:
        super().__init__(
            desk, translate("CountingRulesDialog", "Counting rules"), _columns(), parent, stretch=2
        )
        words = self.tr(
            "These words stand under tables, on paper, on the screen and in workbooks. They explain how the "
            "program counts and change nothing about it. Issues that went out keep the words they were "
            "printed with."
        )
        edit, back = self.tr("Word it…"), self.tr("As shipped")
        self.finish(
            (
                Verb("edit", edit, Glyph.EDIT, self._edit, "F2", self._changeable, Weight.PRIMARY),
                Verb("as_shipped", back, Glyph.ARROW_UNDO, self._take_back, "Del", self._returnable),
            ),
            head=(label(words, Role.CAPTION, "muted", wrap=True),),
        )
        self.listing.opened.connect(lambda: self.verbs.trigger("edit"))
        self.resize(960, 600)

    @override
    def reload(self) -> None:
        before = self.row()
        self._now = counting_rules.load()
        lines = [_line(rule, self._now) for rule in CountingRule]
        at = next((at for at, line in enumerate(lines) if before and line.rule == before.rule), 0)
        self.show_rows(lines, at, EmptyState(Glyph.TABLE_SIMPLE, "", ""))

    def _edit(self) -> None:
        shown: RuleLine = self.row()
        self.open_form(self._form_of(shown.rule))

    def _form_of(self, rule: CountingRule) -> RuleForm:
        before = counting_rules.load()

        def save(typed: str) -> None:
            after = counting_rules.reword(self.desk.actor, rule, typed, before)
            self._keep(self.tr("Word a counting rule"), before, after)

        made = RuleForm(_line(rule, before), save, self)
        made.of_row(f"counting_rule.{rule.name}", 0, lambda: self._form_of(rule))
        return made

    def _take_back(self) -> None:
        shown: RuleLine = self.row()

        def act() -> None:
            before = self._now
            after = counting_rules.as_shipped(self.desk.actor, shown.rule, before)
            self._keep(self.tr("Take back a counting rule"), before, after)

        self.attempt(act)

    def _keep(self, name: str, before: CountingRules, after: CountingRules) -> None:
        """Remember an act that was carried out."""

        def put(over: CountingRules, wanted: CountingRules) -> None:
            counting_rules.save(self.desk.actor, wanted, over)
            self.desk.changes.tell(Area.SETTINGS)

        self.desk.undo.push(Act(name, partial(put, after, before), partial(put, before, after)))
        self.desk.changes.tell(Area.SETTINGS)

    def _changeable(self) -> DeskError | None:
        refused = permissions.refusal(self.desk.actor, Permission.SETTINGS)
        return refused or (NothingChosenError(what=self.tr("a rule")) if self.row() is None else None)

    def _returnable(self) -> DeskError | None:
        return self._changeable() or (None if self.row().own else AsShippedError())


def _line(rule: CountingRule, now: CountingRules) -> RuleLine:
    own = now.own.get(rule)
    if own is None:
        return RuleLine(rule, counting_rules.shipped(rule, language()), own=False)
    return RuleLine(rule, counting_rules.shown(own, language()), own=True)


def _columns() -> Sequence[Column[RuleLine]]:
    return (
        Column(translate("CountingRulesDialog", "Where it stands"), 300, lambda line: Shown(line.name)),
        Column(translate("CountingRulesDialog", "Whose words"), 120, _whose),
        Column(translate("CountingRulesDialog", "Counting rule"), 480, lambda line: Shown(line.words)),
    )


def _whose(line: RuleLine) -> Shown:
    if line.own:
        return Shown(translate("CountingRulesDialog", "the office"), State.CHANGED)
    return Shown(translate("CountingRulesDialog", "as shipped"))
