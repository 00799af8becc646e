"""What makes the open data give way to others: a backup, an encrypted file, a server, the practice office."""

from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.dialogs.backups.encryption import ToEncrypt
from ui.dialogs.backups.window import GoneBack
from ui.dialogs.first_run import FirstRun
from ui.main_window import MainWindow
from ui.moving_away import MovingAway
from ui.refusals import UnsavedTextError
from ui.ways_in import WaysIn
from xcdesk import store


class Sitting(Protocol):
    """What holds the window, and opens what comes next."""

    window: QWidget | None

    @property
    def ways_in(self) -> WaysIn:
        """What asks for passphrases and restores backups."""

    def open(self, place: str, key: str = "") -> None:
        """Open a database and let somebody in."""

    def replace(self, window: QWidget) -> None:
        """Show another window in the place of the present one."""

    def ways_to_begin(self) -> FirstRun:
        """The page of the first start, in the place of any window."""


class WaysOut(QObject):
    """Takes the window away once nothing typed is lost with it, and the data are no longer in use."""

    def __init__(self, sitting: Sitting, parent: QObject) -> None:
        super().__init__(parent)
        self._sitting = sitting

    def offer(self, window: MainWindow) -> None:
        """Let what a window asks for take its place."""
        window.tools.gone_back.connect(self._go_back)
        window.tools.move_asked.connect(self._move_away)
        window.tools.encryption_asked.connect(self._encrypt)

    def may_leave(self) -> bool:
        """Whether the window can give way to other data; says why where text would be lost."""
        window = self._sitting.window
        if isinstance(window, MainWindow):
            if _holds_text(window):
                return False
            window.desk.runner.shutdown()
        return True

    def _go_back(self, done: GoneBack) -> None:
        """Leave the open file for another; nothing of the window may have it open any more."""
        if isinstance(self._sitting.window, MainWindow):
            self._sitting.window.desk.runner.shutdown()
        self._sitting.ways_in.go_back(done)

    def _encrypt(self, asked: ToEncrypt) -> None:
        """Let the file of the data be written anew, unless something typed would be lost."""
        window = self._sitting.window
        if not (isinstance(window, MainWindow) and _holds_text(window)):
            self._sitting.replace(self._sitting.ways_in.encryption_form(asked))

    def _move_away(self, address: str) -> None:
        """Leave the file for a server, with the progress where the window was."""
        window = self._sitting.window
        if not isinstance(window, MainWindow):
            return
        place, key = str(store.where().path), store.key()
        away = MovingAway(place, key, window.desk.actor.login, self)
        away.arrived.connect(self._sitting.open)
        away.stayed.connect(partial(self._stay, place, key))
        page = self._sitting.ways_to_begin()
        store.close_store()
        away.begin(address, page)

    def _stay(self, place: str, key: str, error: BaseException) -> None:
        """Go on in the file, and say why it did not go."""
        self._sitting.open(place, key)
        if isinstance(self._sitting.window, MainWindow):
            self._sitting.window.page().show_failure(error)


def _holds_text(window: MainWindow) -> bool:
    """Whether typed text would be lost with the window; says so in its page."""
    if window.unsaved():
        window.page().show_failure(UnsavedTextError())
        return True
    return False
