"""Buttons of the kinds that the style sheet knows."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from ui.theme import theme
from ui.theme.icons import Glyph, icon
from ui.widgets.labels import caption

_ICON, _GAP = 16, 5
_ENTERS = frozenset((Qt.Key.Key_Return, Qt.Key.Key_Enter))
_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class Kind(StrEnum):
    """Look of a button; at most one primary in a region."""

    NORMAL = "normal"
    PRIMARY = "primary"
    PLAIN = "plain"
    LINK = "link"
    SEGMENT = "segment"
    CHIP = "chip"


class PushButton(QPushButton):
    """Enter presses the button that has the focus, never the default one of the form instead of it.

    Qt's automatic defaults do so as well, but make Enter in a list press whichever button comes first.
    """

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setAutoDefault(False)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTERS and not event.modifiers() & _HELD:
            self.click()
            return
        super().keyPressEvent(event)


def restyle(widget: QWidget) -> None:
    """Let the style sheet look again after a property it selects by has changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def set_glyph(target: QPushButton, glyph: Glyph, kind: Kind) -> None:
    """Give a button its drawing, with the gap that a style sheet cannot make."""
    target.setIcon(icon(glyph, "on_accent" if kind is Kind.PRIMARY else "text2"))
    side = theme.scaled(_ICON)
    target.setIconSize(QSize(side + _GAP if target.text() else side, side))


def _without_argument(act: Callable[[], object]) -> Callable[[], object]:
    """Keep the ``checked`` of the signal from an act that takes nothing."""
    return lambda: act()  # noqa: PLW0108  # the lambda is what drops it


def button(
    text: str,
    glyph: Glyph | None = None,
    kind: Kind = Kind.NORMAL,
    on_click: Callable[[], object] | None = None,
) -> QPushButton:
    """Push button with a verb for its name, shown letter by letter; ``on_click`` takes no argument."""
    made = PushButton(caption(text))
    made.setProperty("kind", kind.value)
    if glyph is not None:
        set_glyph(made, glyph, kind)
    if on_click is not None:
        made.clicked.connect(_without_argument(on_click))
    return made
