"""One act on many cases: one rule, a list with ticks, and by name what cannot go and why."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QDialog, QFormLayout, QWidget

from ui import format as shown
from ui.dialogs.case_act import action_word, channel_box
from ui.messages import sentence
from ui.tablemodels.cases import number
from ui.tablemodels.records import Column, Shown
from ui.tablemodels.ticked import TickedModel, TickedTable
from ui.theme.tokens import Role, Space, State
from ui.widgets.buttons import Kind, button
from ui.widgets.card import Pane
from ui.widgets.fields import DayField, NumberField, Option, PickBox, text_field
from ui.widgets.labels import caption, label
from ui.widgets.layouts import across, boxed, down
from ui.widgets.window_size import usual_size
from xcdesk import clock
from xcdesk.services.cases import Action, CaseRow, Request, many
from xcdesk.services.cases.many import Asking, DueRule, MayGo
from xcdesk.services.record.actor import Actor

translate = QCoreApplication.translate
_USUAL, _DAYS, _DAY = "usual", "days", "day"
_PAUSE_MS = 300
_USUAL_DAYS, _MOST_DAYS = 10, 250


class CaseManyDialog(QDialog):
    """Shows what would go before it goes; ``agreed`` tells the cases and what is given with each."""

    help_topic = "followup#many"
    agreed = Signal(object, object)  # cases, Asking

    def __init__(self, actor: Actor, action: Action, rows: Sequence[CaseRow], parent: QWidget | None) -> None:
        super().__init__(parent)
        self._actor, self._action, self._cases = actor, action, tuple(rows)
        self.setWindowTitle(self.tr("{action}: many cases at once").format(action=action_word(action)))
        self.model = TickedModel[MayGo](
            _columns(action), lambda one: one.row.id, lambda one: one.refusal is None, self
        )
        self.table = TickedTable(self.model, stretch=3)
        self.table.setAccessibleName(self.windowTitle())
        self.tally = label("", Role.CAPTION, "second", wrap=True)
        self.act_button = button("", None, Kind.PRIMARY, self._agree)
        self._make_fields()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.look)
        self.model.ticked.connect(self._say)
        self._build()
        self.look()
        self.table.select_row(0)
        self.table.setFocus()
        usual_size(self, 920, 560)

    def look(self) -> None:
        """Ask again what would go under the rule as it stands; ticks stay where they can."""
        seen = many.look(self._actor, self._cases, self._action, self.asking())
        before = {one.row.id for one in self.model.rows()}
        on = {one.row.id for one in seen if one.row.id not in before} | {
            one.row.id for one in self.model.chosen()
        }
        here = self.table.currentIndex().row()
        self.model.show_ticked(seen, on)
        self.table.select_row(max(0, here))
        self._say()

    def asking(self) -> Asking:
        """What is given with each case."""
        if self._action == Action.DISPATCH:
            kind = self.rule.key()
            rule = DueRule(
                self.day.day() if kind == _DAY else None, self.days.value() if kind == _DAYS else None
            )
            return rule.asking(self.words.text())
        person = self.person.text() if self._action in {Action.ACCEPT, Action.CHASE} else ""
        channel = self.channel.key() if self._action == Action.CHASE else ""
        given = Request(words=self.words.text(), person=person, channel=channel)
        return lambda _: given

    def _make_fields(self) -> None:
        self.rule = PickBox(
            [
                Option(_USUAL, self.tr("as promised, or the usual days of the kind")),
                Option(_DAYS, self.tr("after so many working days")),
                Option(_DAY, self.tr("all on one day")),
            ]
        )
        self.days, self.day = NumberField(_USUAL_DAYS, _MOST_DAYS), DayField(clock.today())
        self.person, self.words, self.channel = text_field(limit=40), text_field(limit=500), channel_box()
        self.rule.currentIndexChanged.connect(lambda _: self._follow_rule())
        for changed in (self.days.textChanged, self.day.dateChanged, self.person.textChanged):
            changed.connect(lambda _: self._pause.start())

    def _build(self) -> None:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        named: list[tuple[str, QWidget]] = []
        if self._action == Action.DISPATCH:
            named += [
                (self.tr("Due"), self.rule),
                (self.tr("Working days"), self.days),
                (self.tr("On the day"), self.day),
            ]
        if self._action == Action.ACCEPT:
            named.append((self.tr("Signed for by"), self.person))
        if self._action == Action.CHASE:
            self.person.setPlaceholderText(self.tr("whoever signed for each"))
            named += [(self.tr("Spoken to"), self.person), (self.tr("How"), self.channel)]
        named.append((self.tr("Note"), self.words))
        for name, field in named:
            field.setAccessibleName(name)
            title = label(name)
            title.setBuddy(field)
            form.addRow(title, field)
        self._form = form
        hint = label(self.tr("Space ticks the rows that are chosen."), Role.CAPTION, "muted")
        cancel = button(self.tr("Cancel"), None, Kind.NORMAL, self.reject)
        column = down(label(self.windowTitle(), Role.TITLE), form, margins=Space.L, gap=Space.M)
        column.addWidget(boxed(down(Pane(self.table))), 1)
        column.addLayout(across(self.tally, None, hint))
        column.addLayout(across(None, cancel, self.act_button))
        self.setLayout(column)
        if self._action == Action.DISPATCH:
            self._follow_rule()

    def _follow_rule(self) -> None:
        """Only the field of the rule that is chosen is there."""
        kind = self.rule.key()
        self._form.setRowVisible(self.days, kind == _DAYS)
        self._form.setRowVisible(self.day, kind == _DAY)
        self._pause.start()

    def _say(self) -> None:
        ticked, left = len(self.model.chosen()), sum(one.refusal is not None for one in self.model.rows())
        words = self.tr("{count} ticked").format(count=shown.count(ticked, "items"))
        if left:
            cannot = self.tr("{left} cannot go now, for the reasons in the list")
            words = f"{words} · {cannot.format(left=shown.count(left, 'items'))}"
        self.tally.setText(words)
        act = self.tr("{action} {count}")
        act = act.format(action=action_word(self._action), count=shown.count(ticked, "items"))
        self.act_button.setText(caption(act))
        self.act_button.setShortcut("Ctrl+Return")  # a new text takes it away
        self.act_button.setEnabled(ticked > 0)

    def _agree(self) -> None:
        self.agreed.emit(tuple(one.row for one in self.model.chosen()), self.asking())
        self.accept()


def _columns(action: Action) -> Sequence[Column[MayGo]]:
    due = translate("CaseManyDialog", "Due on")
    if action == Action.DISPATCH:
        due = translate("CaseManyDialog", "Would be due on")
    return (
        Column(translate("CaseManyDialog", "Number"), 156, lambda one: Shown(number(one.row))),
        Column(translate("CaseManyDialog", "Unit"), 140, lambda one: Shown(one.row.unit)),
        Column(translate("CaseManyDialog", "Title"), 220, lambda one: Shown(one.row.title)),
        Column(due, 144, lambda one: Shown(shown.day(one.due) if one.due is not None else "")),
        Column(translate("CaseManyDialog", "Goes, or why not"), 260, _why),
    )


def _why(one: MayGo) -> Shown:
    if one.refusal is None:
        return Shown(translate("CaseManyDialog", "goes"), State.DONE)
    return Shown(sentence(one.refusal))
