"""What a page shows when it has no rows: never used, or nothing found."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from ui.theme import theme
from ui.theme.icons import Glyph
from ui.theme.tokens import Role, Space
from ui.widgets.banner import GlyphBox
from ui.widgets.labels import label
from ui.widgets.layouts import across, down

_WIDTH = 420
_STEP = 8


class EmptyState(QWidget):
    """A drawing, a heading, one sentence, and at most two ways in, the first of them primary.

    ``low`` puts it into a few lines without the drawing, for a part of a page that comes and goes.
    """

    def __init__(
        self,
        glyph: Glyph,
        title: str,
        text: str,
        actions: Sequence[QPushButton] = (),
        *,
        low: bool = False,
    ) -> None:
        super().__init__()
        heading = label(title, Role.HEADING)
        heading.setAlignment(Qt.AlignmentFlag.AlignCenter)
        sentence = label(text, tone="second", wrap=True)
        sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        sentence.setFixedWidth(_even_width(sentence))
        self.ways_in = tuple(actions)
        self.setLayout(
            down(
                None,
                *(() if low else (across(None, GlyphBox(glyph, "text3", 40), None),)),
                heading,
                across(None, sentence, None),
                across(None, *actions, None),
                None,
                margins=Space.XS if low else Space.L,
                gap=Space.XS if low else Space.M,
            )
        )
        self.setAccessibleName(f"{title} {text}")


def _even_width(sentence: QLabel) -> int:
    """The least width in pixels that takes no more lines, so that no word is left alone in the last."""
    most = theme.scaled(_WIDTH)
    height = sentence.heightForWidth(most)
    narrower = range(most // 2, most, _STEP)
    return next((width for width in narrower if sentence.heightForWidth(width) <= height), most)


def nothing_found(query: str, clear: QPushButton) -> EmptyState:
    """The state of a filtered page without rows; ``clear`` is the button that takes the filter away."""
    title = QCoreApplication.translate("EmptyState", "No record matches “{query}”").format(query=query)
    text = QCoreApplication.translate(
        "EmptyState", "Try fewer words, or clear the filter to see all records."
    )
    return EmptyState(Glyph.SEARCH, title, text, (clear,))
