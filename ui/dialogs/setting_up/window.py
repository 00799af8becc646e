"""The steps of a new office, each with its way in; any can be put off, and all be taken up later."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QDialog, QFrame, QPushButton, QWidget

from ui.changes import Area
from ui.desk import Desk
from ui.messages import text
from ui.theme.tokens import Role, Space, State
from ui.undo import Act
from ui.widgets.buttons import Kind, button
from ui.widgets.chips import StateChip
from ui.widgets.labels import label
from ui.widgets.layouts import across, boxed, clear, down
from ui.widgets.notice import Notice
from ui.widgets.scroll import ScrollColumn
from ui.widgets.window_size import usual_size
from xcdesk.errors import DeskError
from xcdesk.services.office import setting_up
from xcdesk.services.office.setting_up import SetUp, Step, StepState

translate = QCoreApplication.translate
_MARKS = {StepState.OPEN: State.NOT_YET, StepState.DONE: State.DONE, StepState.SKIPPED: State.NONE}


class SetUpDialog(QDialog):
    """Stays open while its steps are done; ``asked`` names the way that was chosen.

    Ways are ``office``, ``people``, ``accounts``, ``outlets``, ``outlets_list``, ``units``, ``units_list``,
    ``import`` and ``move_over``.
    """

    help_topic = "settings#setup"
    asked = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setWindowTitle(self.tr("Set up the office"))
        self.notice = Notice()
        self.tally = label("", Role.HEADING)
        self.ways: dict[str, QPushButton] = {}
        self.skips: dict[Step, QPushButton] = {}
        self._cards = down(gap=Space.S)
        self.never = button(self.tr("Do not ask any more"), None, Kind.LINK, self._dismiss)
        self.close_button = button(self.tr("Later"), None, Kind.NORMAL, self.reject)
        words = self.tr(
            "Five steps, in any order. Each can be skipped; what is left waits on Today. "
            "Nothing is put on the roster before you have seen and ticked it."
        )
        column = down(
            label(self.windowTitle(), Role.TITLE),
            label(words, tone="second", wrap=True),
            self.tally,
            self.notice,
            margins=Space.L,
            gap=Space.S,
        )
        column.addWidget(ScrollColumn((self._cards, None)), 1)
        column.addLayout(across(self.never, None, self.close_button))
        self.setLayout(column)
        usual_size(self, 820, 640)
        desk.changes.changed.connect(self._hear)
        self.reload()

    def reload(self) -> None:
        """Show how far it is; once nothing is left the dialog says so and stays to be closed."""
        now = setting_up.progress()
        clear(self._cards)
        self.ways, self.skips = {}, {}
        steps = dict.fromkeys(Step, StepState.DONE) if now is None else now.steps
        for step, state in steps.items():
            self._cards.addWidget(self._card(step, state, first=now is not None and step is now.next))
        self._tell(now)

    def _tell(self, now: SetUp | None) -> None:
        self.never.setVisible(now is not None)
        if now is None:
            self.tally.setText(self.tr("The office is set up"))
            self.close_button.setText(self.tr("Close"))
            self.close_button.setFocus()
            return
        words = self.tr("{done} of {all} done").format(done=now.settled, all=len(now.steps))
        self.tally.setText(words)
        if now.next is not None:
            self.ways[_WAYS[now.next][0]].setFocus()

    def _card(self, step: Step, state: StepState, *, first: bool) -> QFrame:
        name = text(f"setup.step.{step.value}")
        words = down(label(name, Role.HEADING), label(_words(step), tone="second", wrap=True), gap=Space.XS)
        open_now = state is StepState.OPEN
        ways = [self._way(way, primary=first and not at) for at, way in enumerate(_WAYS[step])]
        chip = StateChip(_MARKS[state], text(f"setup.state.{state.value}"))
        verbs: list[QWidget] = [*ways]
        if state is not StepState.DONE:
            verbs.append(self._skip(step, name, open_now=open_now))
        row = across(words, chip, *verbs, margins=(Space.L, Space.M, Space.L, Space.M), gap=Space.S)
        row.setStretch(0, 1)
        return boxed(row, "card")

    def _way(self, way: str, *, primary: bool) -> QPushButton:
        kind = Kind.PRIMARY if primary else Kind.NORMAL
        made = button(_way_word(way), None, kind, partial(self.asked.emit, way))
        self.ways[way] = made
        return made

    def _skip(self, step: Step, name: str, *, open_now: bool) -> QPushButton:
        word = self.tr("Skip") if open_now else self.tr("Take up")
        act = partial(self._turn, step, open_now=open_now)
        made = button(word, None, Kind.PLAIN, act)
        made.setAccessibleName(self.tr("{verb}: {step}").format(verb=word, step=name))
        self.skips[step] = made
        return made

    def _turn(self, step: Step, *, open_now: bool) -> None:
        forth, back = (
            (setting_up.skip, setting_up.take_up) if open_now else (setting_up.take_up, setting_up.skip)
        )
        actor = self._desk.actor
        self._act(self.tr("Skip a step"), partial(forth, actor, step), partial(back, actor, step))

    def _dismiss(self) -> None:
        actor = self._desk.actor
        name = self.tr("Ask no more about the set-up")
        if self._act(name, partial(setting_up.dismiss, actor), partial(setting_up.bring_back, actor)):
            self.accept()

    def _act(self, name: str, forth: Callable[[], None], back: Callable[[], None]) -> bool:
        """Carry an act out, to be taken back by its name; False where it was refused."""

        def told(act: Callable[[], None]) -> None:
            act()
            self._desk.changes.tell(Area.SETTINGS)

        try:
            told(forth)
        except DeskError as error:
            self.notice.refuse(self.tr("Not done"), error)
            return False
        self._desk.undo.push(Act(name, partial(told, back), partial(told, forth)))
        return True

    def _hear(self, _areas: frozenset[Area]) -> None:
        if self.isVisible():
            self.reload()


_WAYS: dict[Step, Sequence[str]] = {
    Step.OFFICE: ("office",),
    Step.PEOPLE: ("people", "accounts"),
    Step.OUTLETS: ("outlets", "outlets_list"),
    Step.UNITS: ("units", "units_list"),
    Step.IMPORT: ("import", "move_over"),
}


def _way_word(way: str) -> str:
    return {
        "office": translate("SetUpDialog", "Fill in…"),
        "people": translate("SetUpDialog", "Paste a list…"),
        "accounts": translate("SetUpDialog", "One by one…"),
        "outlets": translate("SetUpDialog", "Proposed outlets…"),
        "outlets_list": translate("SetUpDialog", "Outlets of a workbook…"),
        "units": translate("SetUpDialog", "Proposed units…"),
        "units_list": translate("SetUpDialog", "Units of a workbook…"),
        "import": translate("SetUpDialog", "Choose files…"),
        "move_over": translate("SetUpDialog", "Old ledgers…"),
    }[way]


def _words(step: Step) -> str:
    return {
        Step.OFFICE: translate(
            "SetUpDialog", "Name of the office, mastheads, receivers and copies, as they are printed."
        ),
        Step.PEOPLE: translate(
            "SetUpDialog", "Who works here, pasted from a list; each gets a first password."
        ),
        Step.OUTLETS: translate(
            "SetUpDialog", "Those of the city, the province and the nation, or a workbook of your own."
        ),
        Step.UNITS: translate("SetUpDialog", "Counties, departments and enterprises that send and answer."),
        Step.IMPORT: translate("SetUpDialog", "The tables you keep now; see what was read before it counts."),
    }[step]
