"""Dialogs that only tell: why verbs are grey, which shortcuts there are, and what this program is."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QPushButton, QWidget
from typing_extensions import override

from ui import format as shown
from ui.theme.icons import Glyph
from ui.theme.tokens import Role, Space
from ui.widgets.buttons import button
from ui.widgets.detail_pane import Field, field_grid
from ui.widgets.labels import label
from ui.widgets.layouts import Item, across, down
from ui.widgets.scroll import ScrollColumn
from ui.widgets.verbs import Refused
from ui.widgets.window_size import usual_size


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the lines under it."""

    title: str
    lines: tuple[Field, ...]


class AnswerDialog(QDialog):
    """A title and parts that scroll; Esc or Close shuts it. Destroys itself when it is closed."""

    def __init__(
        self,
        title: str,
        parts: Sequence[Item],
        parent: QWidget | None = None,
        ways: Sequence[QPushButton] = (),
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._scroll = ScrollColumn((*parts, None))
        self._scroll.focusable(title)
        close = button(self.tr("Close"), None, on_click=self.reject)
        self.setLayout(
            down(
                label(title, Role.TITLE),
                self._scroll,
                across(*ways, None, close),
                margins=Space.L,
                gap=Space.M,
            )
        )
        usual_size(self, 560, 480)
        close.setFocus()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        spare = self._scroll.viewport().height() - self._scroll.keep_height()
        if spare > 0:  # little is told in a small window
            self.resize(self.width(), self.height() - spare)


def _sections(sections: Sequence[Section]) -> list[Item]:
    parts: list[Item] = []
    for section in sections:
        if section.title:
            parts.append(label(section.title, Role.HEADING))
        parts.append(field_grid(section.lines))
    return parts


class ReasonsDialog(AnswerDialog):
    """Every grey verb of the page with its reason and its way out; verbs of one reason stand together."""

    help_topic = "index#why-grey"

    def __init__(self, refused: Sequence[Refused], parent: QWidget | None = None) -> None:
        alike: dict[str, list[str]] = {}
        for one in refused:
            alike.setdefault(one.reason, []).append(one.text.rstrip("…"))
        parts: list[Item] = []
        for reason, verbs in alike.items():
            words = (label(shown.listed(verbs), bold=True, wrap=True), label(reason, wrap=True))
            parts.append(down(*words, margins=(0, 0, 0, Space.S), gap=Space.XS))
        if not refused:
            parts = [label(self.tr("Nothing on this page is grey: every verb can be used now."), wrap=True)]
        super().__init__(self.tr("Why is it grey"), parts, parent)


class ShortcutsDialog(AnswerDialog):
    """Every shortcut that works now, made from the actions themselves."""

    help_topic = "keyboard"

    def __init__(
        self, sections: Sequence[Section], print_all: Callable[[], object], parent: QWidget | None = None
    ) -> None:
        on_paper = button(self.tr("Print those of all tabs…"), Glyph.PRINT, on_click=print_all)
        super().__init__(self.tr("Shortcuts"), _sections(sections), parent, (on_paper,))


class AboutDialog(AnswerDialog):
    """Name, version and licence, and what the program leaves to others on purpose."""

    help_topic = "index"

    def __init__(self, version: str, parent: QWidget | None = None) -> None:
        words = (
            self.tr("Version {version}, MIT licence.").format(version=version),
            self.tr(
                "It signs off what the office itself issues. It has no step that vets, holds back or takes "
                "down an outlet's own reporting, and it scores nobody's text."
            ),
            self.tr("Icons: Fluent System Icons, MIT. Windows: Qt for Python, LGPL."),
        )
        super().__init__(self.tr("About"), [label(text, wrap=True) for text in words], parent)
