"""The window of the help: contents or finds at the left, the page at the right, back and forward."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSplitter, QWidget
from shiboken6 import isValid
from typing_extensions import override

from ui.help.contents import Contents
from ui.help.reader import Reader
from ui.language import language
from ui.refusals import NoPageThatWayError
from ui.theme import theme
from ui.theme.icons import Glyph
from ui.theme.theme import scaled
from ui.widgets.layouts import down
from ui.widgets.search_box import SearchBox
from ui.widgets.verb_bar import VerbBar
from ui.widgets.verbs import Verb, VerbSet
from ui.widgets.window_size import usual_size
from xcdesk import handbook
from xcdesk.errors import DeskError

_SIDE = 290
"""Pixels of the contents at 100 %."""


@dataclass(slots=True)
class _Visit:
    """A page that was read: what was asked for, and how far down it was left."""

    topic: str
    down: int | None = None


class HelpWindow(QWidget):
    """Stands beside the work and never stops the program from ending; Esc closes it."""

    help_topic = "index#this-help"

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("ground")
        self.setWindowTitle(self.tr("Help"))
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.language, self.text_size = language(), theme.current().text_size
        self._visits: list[_Visit] = []
        self._at = -1
        self._words = ""
        self.contents, self.reader = Contents(), Reader()
        self.reader.setAccessibleName(self.tr("Page of the help"))
        self.search = SearchBox(self.tr("Search the help  Ctrl+F"))
        self.verbs = VerbSet(self._make_verbs(), self)
        halves = QSplitter()
        halves.addWidget(self.contents)
        halves.addWidget(self.reader)
        halves.setStretchFactor(1, 1)
        halves.setSizes([scaled(_SIDE), 3 * scaled(_SIDE)])
        column = down(VerbBar(self.verbs, trail=(self.search,)), gap=0)
        column.addWidget(halves, 1)
        self.setLayout(column)
        usual_size(self, 1020, 700)
        self.contents.chosen.connect(self.show_topic)
        self.reader.followed.connect(self.show_topic)
        self.search.searched.connect(self._search)
        theme.current().changed.connect(self._show_again)

    @property
    def topic(self) -> str:
        """What is shown, as it was asked for."""
        return self._visits[self._at].topic if self._visits else ""

    def show_topic(self, topic: str) -> None:
        """Show a page of the help, or one of its headings; ``#heading`` is one of the page in view."""
        here, _ = handbook.parts_of(self.topic)
        page, heading = handbook.parts_of(topic)
        wanted = "#".join(filter(None, (page or here, heading)))
        if wanted == self.topic:
            self._visits[self._at].down = None
            self._turn(self._at)
            return
        self._leave()
        self._visits[self._at + 1 :] = [_Visit(wanted)]
        self._turn(self._at + 1)

    def back(self) -> None:
        """Show the page that was read before, where it was left."""
        self._leave()
        self._turn(self._at - 1)

    def forward(self) -> None:
        """Show the page that was left by going back."""
        self._leave()
        self._turn(self._at + 1)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        super().keyPressEvent(event)

    def _make_verbs(self) -> tuple[Verb, ...]:
        back, forward = partial(self._that_way, -1), partial(self._that_way, 1)
        return (
            Verb("back", self.tr("Back"), Glyph.CHEVRON_LEFT, self.back, "Alt+Left", back),
            Verb("forward", self.tr("Forward"), Glyph.CHEVRON_RIGHT, self.forward, "Alt+Right", forward),
            Verb("contents", self.tr("Contents"), Glyph.NOTE, self._show_contents, "Alt+Home"),
            Verb("search", self.tr("Search"), Glyph.SEARCH, self.search.setFocus, "Ctrl+F"),
        )

    def _that_way(self, step: int) -> DeskError | None:
        return None if 0 <= self._at + step < len(self._visits) else NoPageThatWayError()

    def _leave(self) -> None:
        """Remember how far down the page in view is read."""
        if self._at >= 0:
            self._visits[self._at].down = self.reader.verticalScrollBar().value()

    def _turn(self, at: int) -> None:
        self._at = at
        visit = self._visits[at]
        key, heading = handbook.parts_of(visit.topic)
        self.reader.show_page(handbook.page(key, self.language), heading, self._words)
        if visit.down is not None:
            self.reader.verticalScrollBar().setValue(visit.down)
        self.contents.show_place(visit.topic)
        self.verbs.refresh()

    def _show_again(self) -> None:
        if isValid(self) and self._at >= 0:
            self._leave()
            self._turn(self._at)

    def _show_contents(self) -> None:
        self.search.clear()
        self.contents.show_contents()
        self.contents.enter()

    def _search(self, words: str) -> None:
        self._words = words
        if words:
            self.contents.show_finds(words, handbook.search(words, self.language))
        else:
            self.contents.show_contents()


_shown: list[HelpWindow] = []
"""The one window of the help, once somebody has asked; nobody else owns it."""


def show(topic: str) -> HelpWindow:
    """Show a topic in the window of the help, in the language and the size of the other windows."""
    window = next(filter(isValid, _shown), None)
    if window is not None and (window.language, window.text_size) != (language(), theme.current().text_size):
        window.close()
        window = None
    if window is None:
        window = HelpWindow()
        _shown[:] = [window]
    window.show()
    window.show_topic(topic or handbook.page_keys()[0])
    window.activateWindow()
    window.reader.setFocus()
    return window
