"""The right side: where a material stands, what can be done with it, and why something cannot."""

import functools
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLineEdit, QWidget
from typing_extensions import override

from ui import format as shown
from ui.desk import Desk
from ui.pages.approvals.banners import Banners
from ui.pages.approvals.picture import next_words, picture
from ui.pages.approvals.text_panel import TextPanel
from ui.tablemodels.material_steps import STEP_COLUMNS, StepLine, step_lines, step_words
from ui.tablemodels.materials import RecordsModel, revision_word, row_state
from ui.theme import theme
from ui.theme.tokens import Role, Space, State
from ui.widgets.buttons import Kind
from ui.widgets.chips import StateChip
from ui.widgets.elided import Elided
from ui.widgets.flow import Flow
from ui.widgets.labels import label
from ui.widgets.layouts import across, boxed, down
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.state_picture import StatePicture
from ui.widgets.table_view import TableView
from ui.widgets.verb_bar import VerbButton
from ui.widgets.verbs import VerbSet
from xcdesk.codes import MaterialState
from xcdesk.services.approvals import Action, MaterialDetail, ReturnTo

ROOMY = 800
"""Height of the window in pixels from which the steps are a table; below it they are one line."""
MOST_LINES = 6
"""Lines of the table of steps that are shown without scrolling."""
_TITLE_ROOM = 420
"""Pixels up to which a title stands on one line beside its state."""
_TITLE_LEAST = 200
"""Pixels at 100 % that a long title needs beside its state; with less it stands above it."""
_ALL_THERE_IS = 100

_DECIDING = (Action.AGREE, Action.CHECK)
_UNDER_THE_PICTURE = (
    Action.AGREE,
    Action.CHECK,
    Action.RETURN,
    Action.ADD,
    Action.HAND_OVER,
    Action.CONSULT,
    Action.ADVISE,
    Action.CHASE,
    Action.CORRECT,
    Action.ARCHIVE,
    Action.RESTORE,
)
_SHOWN = {
    MaterialState.IN_REVIEW: frozenset(
        (
            Action.AGREE,
            Action.RETURN,
            Action.ADD,
            Action.HAND_OVER,
            Action.CONSULT,
            Action.ADVISE,
            Action.CHASE,
        )
    ),
    MaterialState.ISSUED: frozenset((Action.CHECK, Action.CORRECT, Action.ARCHIVE)),
    MaterialState.CORRECTED: frozenset((Action.CORRECT, Action.ARCHIVE)),
    MaterialState.ARCHIVED: frozenset((Action.CORRECT,)),
    MaterialState.DISCARDED: frozenset((Action.RESTORE,)),
}
"""Verbs that stand under the picture in each state."""
_PAPERS = frozenset(("material_sheet", "material_print"))
"""What is printed of every material: its record, and its text to be signed on paper."""
_ONLY_WHERE_MEANT = frozenset((Action.ADVISE, Action.CHECK))
"""Verbs that are shown to those alone who were asked, or where a check is owed."""


class MaterialPane(QFrame):
    """Everything about one material; the verbs are the page's own."""

    help_topic = "approvals#decide"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pane")
        self.seen: MaterialDetail | None = None
        self.title = label("", Role.TITLE, wrap=True)
        self.title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.chip = StateChip(State.NOT_YET)
        self.stamp = Elided(Role.CAPTION, "text3")
        self._head = across(self.title, boxed(across(self.chip, None, self.stamp)))
        self.picture = StatePicture()
        self.next = label("", Role.CAPTION, "second", wrap=True)
        self.opinion = QLineEdit()
        self.opinion.setAccessibleName(self.tr("Opinion"))
        self.return_to = Segmented(
            (
                Segment(ReturnTo.START, self.tr("Then from the start")),
                Segment(ReturnTo.HERE, self.tr("Then back to this step")),
            )
        )
        self._deciding = QWidget()
        self._deciding.setLayout(across(self.opinion, self.return_to))
        self._acts = across()
        self.buttons: dict[Action, VerbButton] = {}
        self.banners = Banners()
        self._steps: RecordsModel[StepLine] = RecordsModel(STEP_COLUMNS, self)
        self.steps = TableView(states=(2,))
        self.steps.setModel(self._steps)
        self.steps.set_widths((170, 190, 220, 120, 150), stretch=2)
        self.steps.setAccessibleName(self.tr("Steps"))
        self.steps_line = label("", Role.CAPTION, "second", wrap=True)
        self.text = TextPanel(desk)
        self._lay_out()

    def take_verbs(self, verbs: VerbSet) -> None:
        """Show the verbs of the page: those that decide stand under the picture."""
        made: dict[Action, Callable[[Kind], VerbButton]] = {}
        words: dict[Action, str] = {}
        for verb in verbs:
            if verb.id in {f"material_{each}" for each in Action}:
                act = Action(verb.id.removeprefix("material_"))
                made[act] = functools.partial(VerbButton, verb, verbs.action(verb.id))
                words[act] = verb.text.rstrip("…")
        for act in _UNDER_THE_PICTURE:
            self.buttons[act] = made[act](Kind.PRIMARY if act in _DECIDING else Kind.NORMAL)
        self.agree, self.give_back = self.buttons[Action.AGREE], self.buttons[Action.RETURN]
        papers = [VerbButton(verb, verbs.action(verb.id), Kind.PLAIN) for verb in verbs if verb.id in _PAPERS]
        self._acts.addWidget(Flow((*self.buttons.values(), None, *papers)))
        self.banners.take_verbs(made, words)
        self._words = words

    def show_material(self, seen: MaterialDetail) -> None:
        """Show another material, or the same as it is now."""
        self.seen, row = seen, seen.row
        self.title.setText(row.title)
        self.chip.set_state(*row_state(row))
        self.stamp.set_text("  ".join(self._stamp(seen)))
        self.picture.show_picture(picture(seen))
        self.next.setText(next_words(seen, self._words))
        self.banners.show_material(seen)
        lines = step_lines(seen)
        self._steps.set_rows(lines)
        self.steps_line.setText("　→　".join(step_words(line) for line in lines if line.seat is None))
        self._show_deciding(seen)
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

    def _fit_title(self) -> None:
        """Left to itself a wrapped label asks for about half its line; a long title takes two."""
        line = self.title.fontMetrics().horizontalAdvance(self.title.text()) + Space.XS
        beside = self.chip.sizeHint().width() + self.stamp.sizeHint().width() + 3 * Space.L
        room = max(0, min(_TITLE_ROOM, self.width() - beside - 2 * Space.L))
        crowded = line > room and room < theme.scaled(_TITLE_LEAST)
        way = QBoxLayout.Direction
        self._head.setDirection(way.TopToBottom if crowded else way.LeftToRight)
        self.title.setMinimumWidth(0 if crowded else min(line, room))
        self.stamp.setMinimumWidth(0 if crowded else self.stamp.sizeHint().width())
        self._head.setStretch(0, _ALL_THERE_IS if line > room and not crowded else 0)
        self._head.setStretch(1, 0 if crowded else 1)

    def _stamp(self, seen: MaterialDetail) -> list[str]:
        row = seen.row
        parts = [revision_word(row.revision, row.text_hash), shown.instant(row.changed_at)]
        if row.claimed_by:
            parts.insert(0, self.tr("{name} is at it").format(name=row.claimed_by))
        return parts

    def _show_deciding(self, seen: MaterialDetail) -> None:
        """The field for an opinion where this person decides now, and the verbs that the state has."""
        decides = [act for act in _DECIDING if seen.refusal(act) is None]
        self._deciding.setVisible(bool(decides))
        self.return_to.setVisible(Action.AGREE in decides)
        hint = self.tr("Opinion: may stay empty to agree; to return it, write what is to be changed")
        found_right = self.tr("Opinion on the check; may stay empty. What is wrong is corrected or voided")
        self.opinion.setPlaceholderText(hint if Action.AGREE in decides else found_right)
        there = _SHOWN.get(seen.row.state, frozenset())
        for act, made in self.buttons.items():
            meant = act not in _ONLY_WHERE_MEANT or seen.refusal(act) is None
            owed = act is Action.CHECK and seen.row.unchecked
            made.setVisible(act in there and (meant or owed))

    def _lay_out(self) -> None:
        column = down(
            self._head,
            self.picture,
            self.next,
            self._acts,
            self._deciding,
            self.banners,
            self.steps,
            self.steps_line,
            self.text,
            margins=(Space.L, 10, Space.L, Space.M),
            gap=Space.S,
        )
        column.setStretch(8, 1)
        self.setLayout(column)

    def _fold(self) -> None:
        self._fit_title()
        roomy = self.window().height() >= ROOMY
        self.steps.setVisible(roomy)
        self.steps_line.setVisible(not roomy)
        rows = min(self._steps.rowCount(), MOST_LINES)
        header = self.steps.horizontalHeader().sizeHint().height()
        self.steps.setFixedHeight(header + rows * theme.row_height() + 4)
