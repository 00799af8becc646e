"""The steps that each kind of material passes: one to four, each with who decides and how many must agree."""

import itertools
from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget
from typing_extensions import override

from ui.changes import Area
from ui.desk import Desk
from ui.dialogs.form import FormDialog
from ui.dialogs.merge_fields import Both, Held
from ui.messages import text
from ui.refusals import NothingChosenError
from ui.theme import theme
from ui.theme.icons import Glyph
from ui.theme.tokens import Role as TypeRole
from ui.theme.tokens import Space
from ui.widgets.buttons import Kind, button
from ui.widgets.fields import NumberField, Option, PickBox, text_field
from ui.widgets.form_values import Value
from ui.widgets.labels import label
from ui.widgets.layouts import across, boxed, down
from ui.widgets.window_size import least_width
from xcdesk.codes import MaterialKind, Role, StepMode
from xcdesk.normalise import in_order
from xcdesk.services import approvals
from xcdesk.services.approvals import MOST_STEPS, NewStep, Step
from xcdesk.services.office import people
from xcdesk.services.record.actor import Actor

_MOST_HOURS = 400
_NAME_WIDTH, _HOURS_WIDTH, _PEOPLE_WIDTH = 130, 64, 210
_LINES = 4
_REVIEWING = (Role.CLERK, Role.REVIEWER, Role.LEADER)


class _Order(QListWidget):
    """People to tick, in an order that Alt+Up and Alt+Down change as dragging does."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is None or not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            super().keyPressEvent(event)
            return
        at = self.currentRow()
        to = at + step
        if at >= 0 and 0 <= to < self.count():
            self.insertItem(to, self.takeItem(at))
            self.setCurrentRow(to)


class StepEditor(QWidget):
    """One step: its name, whose it is, how many must agree, its target, and people by name if any."""

    def __init__(self, step: NewStep, known: Sequence[Actor], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = text_field(step.name, 40)
        self.name.setFixedWidth(theme.scaled(_NAME_WIDTH))
        self.role = PickBox([Option(role.value, text(f"role.{role.value}")) for role in _REVIEWING])
        self.role.choose(step.role.value)
        self.mode = PickBox([Option(mode.value, text(f"material.mode.{mode.value}")) for mode in StepMode])
        self.mode.choose(step.mode.value)
        self.hours = NumberField(step.hours, _MOST_HOURS)
        self.hours.setFixedWidth(theme.scaled(_HOURS_WIDTH))
        self.people = self._people(step.people, known)
        self.out = button(self.tr("Remove"), Glyph.DELETE, Kind.PLAIN)
        self.fields = (self.name, self.role, self.mode, self.hours, self.out, self.people)
        for field, name in (
            (self.name, self.tr("Name of the step")),
            (self.role, self.tr("Role")),
            (self.mode, self.tr("How many agree")),
            (self.hours, self.tr("Target in working hours")),
            (self.people, self.tr("People by name")),
        ):
            field.setAccessibleName(name)
        left = down(
            across(self.name, self.role, self.mode, gap=Space.XS),
            across(label(self.tr("Target in working hours")), self.hours, None, self.out, gap=Space.XS),
        )
        self.setLayout(across(boxed(left), self.people, gap=Space.M))

    def typed(self) -> NewStep:
        """What the fields hold; people in the order in which they stand."""
        items = (self.people.item(at) for at in range(self.people.count()))
        chosen = [
            int(item.data(Qt.ItemDataRole.UserRole))
            for item in items
            if item.checkState() == Qt.CheckState.Checked
        ]
        return NewStep(
            self.name.text(),
            Role(self.role.key()),
            StepMode(self.mode.key()),
            self.hours.value(),
            tuple(chosen),
        )

    def _people(self, named: Sequence[int], known: Sequence[Actor]) -> QListWidget:
        """Everybody who may sign: ticked ones first in their order; dragged, they sign in another order."""
        made = _Order()
        made.setProperty("checks", True)  # Fusion's own boxes cannot be seen in the dark
        made.setFixedSize(theme.scaled(_PEOPLE_WIDTH), _LINES * theme.row_height())
        made.setDragDropMode(QListWidget.DragDropMode.InternalMove)
        by_id = {person.id: person for person in known}
        first = [by_id[each] for each in named if each in by_id]
        for person in (*first, *(each for each in known if each.id not in named)):
            item = QListWidgetItem(in_order(person.name))
            item.setData(Qt.ItemDataRole.UserRole, person.id)
            item.setCheckState(Qt.CheckState.Checked if person.id in named else Qt.CheckState.Unchecked)
            made.addItem(item)
        return made


class ReviewStepsDialog(FormDialog):
    """Steps of one kind at a time; saving makes a new version, and texts under review keep theirs."""

    help_topic = "approvals#steps"

    def __init__(self, desk: Desk, parent: QWidget | None) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("ReviewStepsDialog", "Review steps of each kind"),
            translate("ReviewStepsDialog", "Save"),
            self._keep,
            parent,
        )
        self._desk = desk
        self._known = [each for each in people.actors() if each.role is not Role.ADMINISTRATOR]
        self._number = 0
        self._at_start: tuple[NewStep, ...] = ()
        self.editors: list[StepEditor] = []
        self.kind = PickBox(
            [Option(each.value, text(f"material.kind.{each.value}")) for each in MaterialKind]
        )
        self.kind.currentIndexChanged.connect(self._show_kind)
        self._lines = down(gap=Space.M)
        self.more = button(self.tr("Add a step"), Glyph.ADD, Kind.NORMAL, self._add)
        self.version = label("", TypeRole.CAPTION, "muted")
        self.add("kind", self.tr("Kind"), self.kind)
        hint = self.tr(
            "Nobody ticked: everybody of the role may decide. Ticked: those alone, in their order where they "
            "sign one after the other (dragged, or Alt+Up and Alt+Down). Texts that are under review keep "
            "the steps they were submitted with."
        )
        steps = down(self._lines, across(self.more, self.version, None), gap=Space.S)
        self.add("steps", self.tr("Steps"), boxed(steps), hint)
        least_width(self, 760)
        self._show_kind()
        self.of_row("review_step", 0, self._made_again)
        self.kind.setFocus()

    def _made_again(self) -> "ReviewStepsDialog":
        made = ReviewStepsDialog(self._desk, self.parentWidget())
        made.kind.choose(self.kind.key())
        return made

    @override
    def compared(self, fresh: Any) -> list[Both]:
        """The steps as a whole: those at first, those set here, those that somebody else has set."""
        mine = tuple(made.typed() for made in self.editors)
        held = (Held(steps, _words_of(steps)) for steps in (self._at_start, mine, fresh._at_start))
        return [Both("steps", self._names["steps"], *held)]

    @override
    def take(self, values: Mapping[str, Value]) -> None:
        """Show the steps that were chosen."""
        self._show_steps(values["steps"])

    def _show_kind(self) -> None:
        template = approvals.template(MaterialKind(self.kind.key()))
        self._number = template.number
        self._at_start = tuple(map(_as_set, template.steps))
        self._show_steps(self._at_start)
        words = self.tr("version {number} of these steps")
        self.version.setText(words.format(number=template.number))

    def _show_steps(self, steps: Sequence[NewStep]) -> None:
        for made in list(self.editors):
            self._take_out(made)
        for step in steps:
            self._put(step)

    def _add(self) -> None:
        self._put(NewStep("", Role.LEADER))
        self.editors[-1].name.setFocus()

    def _put(self, step: NewStep) -> None:
        made = StepEditor(step, self._known)
        made.out.clicked.connect(lambda: self._take_out(made))
        self.editors.append(made)
        self._lines.addWidget(made)
        self._count()

    def _take_out(self, made: StepEditor) -> None:
        self.editors.remove(made)
        self._lines.removeWidget(made)
        made.hide()
        made.deleteLater()
        self._count()

    def _count(self) -> None:
        """One step stays, and four are the most."""
        self.more.setEnabled(len(self.editors) < MOST_STEPS)
        for made in self.editors:
            made.out.setEnabled(len(self.editors) > 1)
        order = (self.kind, *(field for made in self.editors for field in made.fields), self.more)
        for one, other in itertools.pairwise(order):
            self.setTabOrder(one, other)
        if self.isVisible():
            self._fit()

    def _keep(self) -> None:
        if not self.editors:
            raise NothingChosenError(what=self.tr("a step"))
        steps = [made.typed() for made in self.editors]
        kind = MaterialKind(self.kind.key())
        approvals.save_steps(self._desk.actor, kind, steps, over=self._number)
        self._desk.changes.tell(Area.MATERIALS, Area.SETTINGS)


def _as_set(step: Step) -> NewStep:
    return NewStep(step.name, step.role, step.mode, step.hours, step.people)


def _words_of(steps: Sequence[NewStep]) -> str:
    """The steps in a line: their names, or the roles of those without one."""
    return " → ".join(step.name or text(f"role.{step.role.value}") for step in steps)
