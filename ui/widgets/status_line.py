"""The status bar: is my work safe, who am I, what week is it."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QStatusBar, QWidget

from ui.theme import theme
from ui.theme.tokens import Role, State
from ui.undo import Act, UndoStack
from ui.widgets.buttons import Kind, button
from ui.widgets.chips import StateChip
from ui.widgets.elided import Elided
from ui.widgets.labels import caption, label, tip
from ui.widgets.layouts import across, boxed
from xcdesk.normalise import in_order

SHOWN_MS = 6_000
"""How long the words about a finished act stay."""


_LONGEST_NAME = 360


class StatusLine(QStatusBar):
    """Left: saved or not, where the data are, last backup; right: person, week and two keys worth knowing.

    What it says comes and goes without making it higher, or the page above would move.
    """

    undo_asked = Signal()

    def __init__(self, undo: UndoStack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._undo_stack = undo
        self._state = StateChip(State.DONE, self.tr("Saved"), ground=False)
        self._place = label("", Role.CAPTION, "muted")
        self._said = Elided(Role.CAPTION, "text2")
        self._offered: Act | None = None
        self._undo = button("", None, Kind.LINK, self.undo_asked.emit)
        self._undo.setProperty("small", True)
        self._undo.setFont(theme.font(Role.CAPTION))
        self._right = label("", Role.CAPTION, "muted")
        left = across(self._state, self._place, self._said, self._undo, None, margins=(6, 0, 0, 0))
        self.addWidget(boxed(left), 1)
        self.addPermanentWidget(boxed(across(self._right, margins=(0, 0, 10, 0))))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self._timer.timeout.connect(self._fall_silent)
        undo.changed.connect(self._fall_silent)
        undo.taken_back.connect(lambda name: self.say(self.tr("Taken back: {name}").format(name=name)))
        undo.done_again.connect(lambda name: self.say(self.tr("Done again: {name}").format(name=name)))
        self._fall_silent()

    def show_state(self, state: State, word: str) -> None:
        """Say whether the work is safe."""
        self._state.set_state(state, word)

    def show_place(self, place: str) -> None:
        """Say where the data are and when they were backed up."""
        self._place.setText(place)

    def show_person(self, text: str) -> None:
        """Say who sits here and what week it is."""
        self._right.setText(text)

    def say(self, text: str) -> None:
        """Show the words about a finished act for six seconds, with the way to take it back.

        Nothing is offered for what cannot be taken back, such as a submission: the act before it may then
        be one that cannot be taken back any more either.
        """
        self._said.set_text(text)
        last = self._undo_stack.last()
        if last is not None and last is not self._offered:
            self._offer(last)
        else:
            self._undo.hide()
        self._timer.start()

    def _offer(self, act: Act) -> None:
        self._offered = act
        words = self.tr("Undo: {name}").format(name=act.name)
        metrics = QFontMetrics(self._undo.font())
        room = theme.scaled(_LONGEST_NAME)
        self._undo.setText(caption(metrics.elidedText(in_order(words), Qt.TextElideMode.ElideMiddle, room)))
        self._undo.setAccessibleName(words)
        until = self.tr("Can be taken back until the window is closed")
        self._undo.setToolTip(tip(f"{words}\n{until}"))
        self._undo.show()

    def _fall_silent(self) -> None:
        self._said.set_text("")
        self._undo.hide()
