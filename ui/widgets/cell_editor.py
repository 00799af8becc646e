"""An editor over one cell of a table, which stays open with its words while they are refused."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QPushButton, QWidget
from typing_extensions import override

from ui.theme.tokens import Role
from ui.widgets.buttons import restyle
from ui.widgets.labels import label
from ui.widgets.layouts import across, clear, down
from ui.widgets.name_field import NameField

_LEAST = 200
_NOTE = 420
"""Width of the words under an editor, in pixels at 100 %."""


class Step(StrEnum):
    """Where the work goes on after a cell."""

    STAY = "stay"
    DOWN = "down"
    UP = "up"
    RIGHT = "right"
    LEFT = "left"
    ALL = "all"


class _Field(NameField):
    """The line itself: Enter, Tab and Ctrl+Enter finish it, Esc gives it up."""

    finished = Signal(Step)
    given_up = Signal()
    left = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Enter reaches the line before the list of names that is open under it, with the name marked there.
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            everywhere = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.finished.emit(Step.ALL if everywhere else Step.UP if back else Step.DOWN)
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.offer_all()
        else:
            super().keyPressEvent(event)

    @override
    def focusNextPrevChild(self, next: bool) -> bool:  # Qt's own signature
        self.finished.emit(Step.RIGHT if next else Step.LEFT)
        return True

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        elsewhere = {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}
        if event.reason() not in elsewhere:
            self.left.emit()


class CellEditor(QWidget):
    """One line over a cell. ``names`` are offered; ``hint`` stands under it until something is refused."""

    finished = Signal(str, Step)
    given_up = Signal()

    def __init__(self, over: QWidget, name: str, names: Sequence[str] = (), hint: str = "") -> None:
        super().__init__(over)
        self._box = QRect()
        self.field = _Field(names)
        self.field.setAccessibleName(name)
        self._words = label(hint, Role.CAPTION, wrap=True)
        self._buttons = across()
        self._note = QFrame()
        self._note.setObjectName("banner")
        self._note.setLayout(down(self._words, self._buttons, margins=(8, 4, 8, 4), gap=4))
        self.field.setParent(self)
        self._note.setParent(self)
        self._say(hint, "info")
        self.field.finished.connect(self._finish)
        self.field.left.connect(lambda: self._finish(Step.STAY))
        self.field.given_up.connect(self.given_up)

    def start(self, text: str, box: QRect, *, marked: bool) -> None:
        """Show ``text`` over ``box``; ``marked`` so that typing replaces it."""
        self.field.setText(text)
        self.put(box)
        self.show()
        self.raise_()
        self.field.setFocus()
        if marked:
            self.field.selectAll()

    def put(self, box: QRect) -> None:
        """Stand over ``box``, wide enough to type in, inside the table; words below, or above at its foot."""
        self._box = box
        over = self.parentWidget()
        room = over.rect() if over is not None else box
        spoken = not self._note.isHidden()
        field = min(max(box.width(), _LEAST), room.width())
        width = min(max(field, _NOTE if spoken else 0), room.width())
        at = max(0, min(box.left(), room.right() - field + 1))
        left = max(0, min(at, room.right() - width + 1))
        height = max(box.height(), self.field.sizeHint().height())
        below = self._note.heightForWidth(width) if spoken else 0
        top = max(0, min(box.top(), room.bottom() - height - below + 1))
        self.setGeometry(left, top, width, height + below)
        self.field.setGeometry(at - left, 0, field, height)
        self._note.setGeometry(0, height, width, below)

    def refuse(self, sentence: str, buttons: Sequence[QPushButton] = (), *, hold: bool = True) -> None:
        """Say why the words are not taken; they stay, and ``hold`` puts the keyboard back on them."""
        self.field.setProperty("wrong", True)
        restyle(self.field)
        clear(self._buttons)
        for made in buttons:
            self._buttons.addWidget(made)
        self._buttons.addStretch(1)
        self._say(f"■ {sentence}", "warn")
        self.put(self._box)
        if hold:
            self.field.setFocus()

    def _say(self, words: str, tone: str) -> None:
        self._words.setText(words)
        self._note.setProperty("tone", tone)
        restyle(self._note)
        self._note.setVisible(bool(words))

    def _finish(self, step: Step) -> None:
        self.field.hide_offer()
        self.finished.emit(self.field.name(), step)
