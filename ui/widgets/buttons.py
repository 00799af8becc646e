"""Buttons of the kinds that the style sheet knows."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton, QWidget

from ui.theme.icons import Glyph, icon

ICON_AND_GAP = QSize(21, 16)


class Kind(StrEnum):
    """Look of a button; at most one primary in a region."""

    NORMAL = "normal"
    PRIMARY = "primary"
    PLAIN = "plain"
    LINK = "link"
    SEGMENT = "segment"
    CHIP = "chip"


def restyle(widget: QWidget) -> None:
    """Let the style sheet look again after a property it selects by has changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def set_glyph(target: QPushButton, glyph: Glyph, kind: Kind) -> None:
    """Give a button its drawing, with the gap that a style sheet cannot make."""
    target.setIcon(icon(glyph, "on_accent" if kind is Kind.PRIMARY else "text2"))
    target.setIconSize(ICON_AND_GAP if target.text() else QSize(16, 16))


def _without_argument(act: Callable[[], object]) -> Callable[[], object]:
    """Keep the ``checked`` of the signal from an act that takes nothing."""
    return lambda: act()  # noqa: PLW0108  # the lambda is what drops it


def button(
    text: str,
    glyph: Glyph | None = None,
    kind: Kind = Kind.NORMAL,
    on_click: Callable[[], object] | None = None,
) -> QPushButton:
    """Push button with a verb for its name; ``on_click`` takes no argument."""
    made = QPushButton(text)
    made.setProperty("kind", kind.value)
    made.setAutoDefault(False)
    if glyph is not None:
        set_glyph(made, glyph, kind)
    if on_click is not None:
        made.clicked.connect(_without_argument(on_click))
    return made
