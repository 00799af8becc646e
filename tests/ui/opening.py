"""Opens the program on a database as a person does, paints its window once and closes it."""

from PySide6.QtWidgets import QApplication

from ui.app import Session
from ui.settings import Preferences
from ui.theme import theme
from xcdesk import settings, store


def main(database: str) -> None:
    """Open, paint, close."""
    app = QApplication([])
    theme.current().start(app)
    preferences = Preferences(settings.home() / "window.ini")
    preferences.person = 1
    session = Session(preferences)
    session.start(database)
    if session.window is None:
        raise RuntimeError("no window was shown")
    session.window.grab()
    session.window.close()
    store.close_store()
