"""The right side: where a material stands, what can be done with it, and why something cannot."""

import functools
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from ui import format as shown
from ui.desk import Desk
from ui.pages.approvals.picture import picture
from ui.pages.approvals.text_panel import TextPanel
from ui.tablemodels.materials import (
    MARKS,
    STEP_COLUMNS,
    RecordsModel,
    revision_word,
    state_word,
    verdict_word,
)
from ui.theme import theme
from ui.theme.icons import Glyph
from ui.theme.tokens import Role, Space, State
from ui.widgets.banner import Banner
from ui.widgets.buttons import Kind, button
from ui.widgets.chips import StateChip
from ui.widgets.labels import label
from ui.widgets.layouts import across, down
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.state_picture import StatePicture
from ui.widgets.table_view import TableView
from ui.widgets.verb_bar import VerbButton
from ui.widgets.verbs import VerbSet
from xcdesk.codes import MaterialState
from xcdesk.services.approvals import Action, MaterialDetail, ReturnTo, StepRow, Verdict

ROOMY = 800
"""Height of the window in pixels from which the steps are a table; below it they are one line."""
_TITLE_ROOM = 420
"""Pixels up to which a title stands on one line beside its state."""
_ALL_THERE_IS = 100

_MAIN_ACT = {
    MaterialState.DRAFT: Action.SUBMIT,
    MaterialState.RETURNED: Action.SUBMIT,
    MaterialState.IN_REVIEW: Action.AGREE,
    MaterialState.APPROVED: Action.ISSUE,
}
"""What comes next in each state: the act whose refusal stands as a banner."""

_WAYS_OUT = {
    "material.not_your_step": (Action.RECALL,),
    "material.administrator": (Action.RECALL,),
    "material.own_submission": (Action.RECALL,),
    "material.own_text": (Action.RECALL,),
    "material.empty": (Action.EDIT,),
    "material.not_writer": (Action.EDIT,),
    "material.sign_off_broken": (Action.EDIT,),
}
"""Acts that lead out of a refusal, offered where this person can do them."""


class MaterialPane(QFrame):
    """Everything about one material; the verbs are the page's own."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pane")
        self.seen: MaterialDetail | None = None
        self._verbs: dict[Action, Callable[[Kind], VerbButton]] = {}
        self._words: dict[Action, str] = {}
        self.title = label("", Role.TITLE, wrap=True)
        self.title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.chip = StateChip(State.NOT_YET)
        self.stamp = label("", Role.CAPTION, "muted")
        self._head = across(self.title, self.chip, None, self.stamp)
        self.picture = StatePicture()
        self.opinion = QLineEdit()
        self.opinion.setAccessibleName(self.tr("Opinion"))
        self.opinion.setPlaceholderText(
            self.tr("Opinion: may stay empty to agree; to return it, write what is to be changed")
        )
        self.return_to = Segmented(
            (
                Segment(ReturnTo.START, self.tr("Then from the start")),
                Segment(ReturnTo.HERE, self.tr("Then back to this step")),
            )
        )
        self._deciding = QWidget()
        self._deciding.setLayout(across(self.opinion, self.return_to))
        self._acts = across(None)
        self._banner: QVBoxLayout = down()
        self._steps: RecordsModel[StepRow] = RecordsModel(STEP_COLUMNS, self)
        self.steps = TableView(states=(2,))
        self.steps.setModel(self._steps)
        self.steps.set_widths((140, 190, 200, 120, 150), stretch=2)
        self.steps.setAccessibleName(self.tr("Steps"))
        self.steps_line = label("", Role.CAPTION, "second", wrap=True)
        self.text = TextPanel(desk)
        self._lay_out()

    def take_verbs(self, verbs: VerbSet) -> None:
        """Show the verbs of the page: those that decide stand under the picture."""
        for verb in verbs:
            if verb.id in {f"material_{each}" for each in Action}:
                act = Action(verb.id.removeprefix("material_"))
                self._verbs[act] = functools.partial(VerbButton, verb, verbs.action(verb.id))
                self._words[act] = verb.text
        self.agree = self._verbs[Action.AGREE](Kind.PRIMARY)
        self.give_back = self._verbs[Action.RETURN](Kind.NORMAL)
        self._acts.insertWidget(0, self.agree)
        self._acts.insertWidget(1, self.give_back)

    def show_material(self, seen: MaterialDetail) -> None:
        """Show another material, or the same as it is now."""
        self.seen, row = seen, seen.row
        self.title.setText(row.title)
        # Left to itself a wrapped label asks for about half its line.
        line = self.title.fontMetrics().horizontalAdvance(row.title) + Space.XS
        self.title.setMinimumWidth(min(line, _TITLE_ROOM))
        self._head.setStretch(0, _ALL_THERE_IS if line > _TITLE_ROOM else 0)
        self.chip.set_state(MARKS[row.state], state_word(row.state))
        stamp = (revision_word(row.revision, row.text_hash), shown.instant(row.changed_at))
        self.stamp.setText("  ".join(stamp))
        self.picture.show_picture(picture(seen))
        self._show_banners(seen)
        self._steps.set_rows(seen.steps)
        self.steps_line.setText("　→　".join(_step_words(step) for step in seen.steps))
        decides = seen.refusal(Action.AGREE) is None
        self._deciding.setVisible(decides)
        for verb in (self.agree, self.give_back):
            verb.setVisible(row.state == MaterialState.IN_REVIEW)
        self.text.show_material(seen)
        self._fold()

    def show_nothing(self) -> None:
        """Forget the material; the page shows something else."""
        self.seen = None
        self.forget_opinion()

    def forget_opinion(self) -> None:
        """Empty the opinion, because it was given or belongs to another material."""
        self.opinion.clear()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _lay_out(self) -> None:
        column = down(
            self._head,
            self.picture,
            self._acts,
            self._deciding,
            self._banner,
            self.steps,
            self.steps_line,
            self.text,
            margins=(Space.L, 10, Space.L, Space.M),
            gap=Space.S,
        )
        column.setStretch(7, 1)
        self.setLayout(column)

    def _fold(self) -> None:
        roomy = self.window().height() >= ROOMY
        self.steps.setVisible(roomy)
        self.steps_line.setVisible(not roomy)
        rows = self._steps.rowCount()
        header = self.steps.horizontalHeader().sizeHint().height()
        self.steps.setFixedHeight(header + rows * theme.row_height() + 4)

    def _show_banners(self, seen: MaterialDetail) -> None:
        """What was asked for in a return, and why what comes next cannot be done, each as a banner."""
        while (item := self._banner.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        returned = next((step for step in seen.steps if step.verdict is Verdict.RETURNED), None)
        if returned is not None:
            title = self.tr("{name} returned it").format(name=shown.listed(returned.people))
            self._banner.addWidget(Banner("warn", title, returned.opinion))
        action = _MAIN_ACT.get(seen.row.state)
        refusal = seen.refusal(action) if action else None
        if action is None or refusal is None:
            return
        title = self.tr("Why is “{verb}” grey?").format(verb=self._words[action])
        self._banner.addWidget(Banner.refusal(title, refusal, self._ways_out(seen, refusal.code)))

    def _ways_out(self, seen: MaterialDetail, code: str) -> list[QPushButton]:
        able = [each for each in _WAYS_OUT.get(code, ()) if seen.refusal(each) is None]
        ways: list[QPushButton] = [self._verbs[each](Kind.NORMAL) for each in able]
        if code == "material.own_text" and seen.row.revision > 1:
            words = self.tr("See the changes")
            ways.append(button(words, Glyph.HISTORY, Kind.NORMAL, self.text.show_changes))
        return ways


def _step_words(step: StepRow) -> str:
    words = f"{step.position} {step.name} {'、'.join(step.people)} {verdict_word(step.verdict)}"
    return f"{words} {shown.instant(step.at)}" if step.at else words
