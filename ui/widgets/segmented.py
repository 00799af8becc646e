"""Segmented control: one of a few views, side by side."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QPushButton, QWidget
from typing_extensions import override

from ui.theme import theme
from ui.theme.tokens import Role
from ui.widgets.buttons import Kind, button, restyle
from ui.widgets.labels import caption
from ui.widgets.layouts import across


class Segment(NamedTuple):
    """One choice: its key and its word."""

    key: str
    text: str


_PADDING = 28


class Segmented(QWidget):
    """Exactly one segment is on; the left and right arrow keys move it."""

    chosen = Signal(str)  # key

    def __init__(self, segments: Sequence[Segment], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = tuple(segment.key for segment in segments)
        self._buttons: dict[str, QPushButton] = {}
        group = QButtonGroup(self)
        group.setExclusive(True)
        for at, segment in enumerate(segments):
            made = button(segment.text, None, Kind.SEGMENT)
            _place(made, at, len(segments))
            made.setCheckable(True)
            _leave_room(made)
            group.addButton(made, at)
            _take_tab(made, on=False)
            self._buttons[segment.key] = made
        group.buttonToggled.connect(_take_tab)
        self._buttons[self._keys[0]].setChecked(True)
        group.idClicked.connect(lambda at: self.chosen.emit(self._keys[at]))
        self.setLayout(across(*self._buttons.values(), gap=0))

    @property
    def key(self) -> str:
        """Key of the segment that is on."""
        return next(key for key, made in self._buttons.items() if made.isChecked())

    def choose(self, key: str) -> None:
        """Turn a segment on and say so, as a click would."""
        self._buttons[key].click()

    def set_text(self, key: str, text: str) -> None:
        """Rename a segment, for example to show a count."""
        self._buttons[key].setText(caption(text))
        _leave_room(self._buttons[key])

    def offer(self, key: str, *, on: bool) -> None:
        """Offer a segment or not; one that is not offered must not be on."""
        self._buttons[key].setVisible(on)
        shown = [made for made in self._buttons.values() if not made.isHidden()]
        for at, made in enumerate(shown):
            _place(made, at, len(shown))
            restyle(made)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        at = self._keys.index(self.key) + (step or 0)
        if step is None or not 0 <= at < len(self._keys) or self._buttons[self._keys[at]].isHidden():
            super().keyPressEvent(event)
            return
        self._buttons[self._keys[at]].setFocus()
        self.choose(self._keys[at])


def _take_tab(segment: QAbstractButton, on: bool) -> None:
    """Tab comes to the segment that is on; Qt's own groups let it come to the first until one has had it."""
    segment.setFocusPolicy(Qt.FocusPolicy.StrongFocus if on else Qt.FocusPolicy.ClickFocus)


def _place(segment: QPushButton, at: int, count: int) -> None:
    """Which corners of a segment are round."""
    segment.setProperty("edge", "first" if at == 0 else "last" if at == count - 1 else "middle")


def _leave_room(segment: QPushButton) -> None:
    """Room for the bold word that the segment shows while it is on; Qt measures the plain one."""
    bold = QFontMetrics(theme.font(Role.BODY, bold=True))
    segment.setMinimumWidth(bold.horizontalAdvance(segment.text()) + _PADDING)
