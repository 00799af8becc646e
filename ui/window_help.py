"""What a window answers when it is asked: help, shortcuts, why something is grey, what program this is."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

import xcdesk
from ui.language import language
from ui.pages.page import Page
from ui.widgets.banner import Banner
from ui.widgets.buttons import button
from ui.widgets.detail_pane import Field
from ui.widgets.verbs import VerbSet, plain_name
from xcdesk import handbook

if TYPE_CHECKING:
    from ui.dialogs.answers import Section
    from xcdesk.services.roster.roster_prints import Printout

_SEEN = "version_seen"
_FORGETFUL = "0.1.0"
"""The version that did not remember yet who had used it."""

# A dialog is loaded when it is shown: start-up time.


def shortcuts(verbs: VerbSet) -> tuple[Field, ...]:
    """Every shortcut with the verb that it carries out."""
    native = QKeySequence.SequenceFormat.NativeText
    return tuple(
        Field(action.shortcut().toString(native), plain_name(action))
        for action in verbs.actions()
        if not action.shortcut().isEmpty()
    )


class WindowHelp(QObject):
    """What only tells: the help, dialogs above ``window``, and what of them goes on paper."""

    def __init__(
        self,
        window: QWidget,
        page: Callable[[], Page],
        pages: Callable[[], Sequence[Page]],
        verbs: Callable[[], VerbSet],
    ) -> None:
        super().__init__(window)
        self._window, self._page, self._pages, self._verbs = window, page, pages, verbs

    def show_help(self) -> None:
        """Show what the help says of the control in focus, else of the page in front."""
        from ui.help.topics import topic_of

        self.show_topic(topic_of(QApplication.focusWidget() or self._window))

    def show_contents(self) -> None:
        """Show the first page of the help."""
        self.show_topic("index")

    def show_news(self) -> None:
        """Show what is new in this version and in those before."""
        self._page().clear_notice()
        self.show_topic(handbook.NEWS)

    def offer_news(self, *, used_before: bool) -> None:
        """Say once to each person at this machine that the program is newer than it was.

        ``used_before`` tells whether this machine ever showed a window; in a new office nothing is new.
        """
        page = self._page()
        kept, person = page.desk.preferences, page.desk.actor.id
        now, seen = xcdesk.__version__, kept.remembered(_SEEN, person)
        if seen == now:
            return
        kept.remember(_SEEN, person, now)
        if used_before and handbook.news_since(seen or _FORGETFUL, now, language()):
            title = self.tr("The program is version {version} now").format(version=now)
            text = self.tr(
                "Your data are as they were. What is new can be read at any time in the menu Help."
            )
            look = button(self.tr("See what is new"), None, on_click=self.show_news)
            close = button(self.tr("Close"), None, on_click=page.clear_notice)
            page.show_notice(Banner("info", title, text, (look, close)))

    def print_guide(self) -> None:
        """Show the quick guide on its pages, to be printed."""
        from xcdesk import guide

        self._print(self.tr("Quick guide"), guide.quick_guide)

    def show_shortcuts(self) -> None:
        """List the shortcuts of the page and of the window."""
        from ui.dialogs.answers import ShortcutsDialog

        sections = [*_places(self._page()), self._everywhere()]
        ShortcutsDialog(sections, self.print_shortcuts, self._window).open()

    def print_shortcuts(self) -> None:
        """Show the shortcuts of every tab on pages, to be printed."""
        from xcdesk import guide

        title, heads = self.tr("Shortcuts"), (self.tr("Keys"), self.tr("Do"))
        found = [self._everywhere(), *(place for page in self._pages() for place in _places(page))]
        places = [
            guide.Keys(place.title, tuple((line.name, line.value) for line in place.lines))
            for place in found
            if place.lines
        ]
        self._print(title, lambda: guide.shortcut_list(title, heads, places))

    def show_reasons(self) -> None:
        """List the grey verbs of the page and of the window with their reasons."""
        from ui.dialogs.answers import ReasonsDialog

        refused = [*self._page().verbs.refused(), *self._verbs().refused()]
        ReasonsDialog(refused, self._window).open()

    def show_about(self) -> None:
        """Tell name, version and licence."""
        from ui.dialogs.answers import AboutDialog

        AboutDialog(xcdesk.__version__, self._window).open()

    def _everywhere(self) -> "Section":
        from ui.dialogs.answers import Section

        return Section(self.tr("Everywhere"), shortcuts(self._verbs()))

    def _print(self, title: str, made: "Callable[[], Printout]") -> None:
        """Show pages above whatever is in front, to be printed or kept as PDF."""
        from ui.dialogs.printout import Printable, PrintoutDialog
        from xcdesk import sheets

        shown = Printable(lambda: sheets.pages_of(made()).pdf, lambda: title)
        above = QApplication.activeWindow() or self._window
        dialog = PrintoutDialog(self._page().desk, shown, title, above)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def show_topic(self, topic: str) -> None:
        """Show the passage of a topic."""
        from ui.help.window import show

        show(topic)


def _places(page: Page) -> "Sequence[Section]":
    """The shortcuts of a page, and of parts of it that have keys of their own."""
    from ui.dialogs.answers import Section

    inside = (Section(name, shortcuts(verbs)) for name, verbs in page.more_verbs().items())
    return (Section(page.name(), shortcuts(page.verbs)), *inside)
