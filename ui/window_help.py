"""What a window answers when it is asked: help, shortcuts, why something is grey, what program this is."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

import xcdesk
from ui.pages.page import Page
from ui.widgets.detail_pane import Field
from ui.widgets.verbs import VerbSet, plain_name

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
    """Dialogs above ``window`` that only tell, of the page in front and of the verbs of the whole window."""

    def __init__(self, window: QWidget, page: Callable[[], Page], verbs: Callable[[], VerbSet]) -> None:
        super().__init__(window)
        self._window, self._page, self._verbs = window, page, verbs

    def show_help(self) -> None:
        """Show what the help says of the control in focus, else of the page in front."""
        from ui.help.topics import topic_of

        self._show(topic_of(QApplication.focusWidget() or self._window))

    def show_contents(self) -> None:
        """Show the first page of the help."""
        self._show("index")

    def show_news(self) -> None:
        """Show what is new in this version and in those before."""
        self._show("whats-new")

    def show_shortcuts(self) -> None:
        """List the shortcuts of the page and of the window."""
        from ui.dialogs.answers import Section, ShortcutsDialog

        page = self._page()
        here = Section(page.name(), shortcuts(page.verbs))
        inside = [Section(name, shortcuts(verbs)) for name, verbs in page.more_verbs().items()]
        everywhere = Section(self.tr("Everywhere"), shortcuts(self._verbs()))
        ShortcutsDialog((here, *inside, everywhere), self._window).open()

    def show_reasons(self) -> None:
        """List the grey verbs of the page and of the window with their reasons."""
        from ui.dialogs.answers import ReasonsDialog

        refused = [*self._page().verbs.refused(), *self._verbs().refused()]
        ReasonsDialog(refused, self._window).open()

    def show_about(self) -> None:
        """Tell name, version and licence."""
        from ui.dialogs.answers import AboutDialog

        AboutDialog(xcdesk.__version__, self._window).open()

    def _show(self, topic: str) -> None:
        from ui.help.window import show

        show(topic)
