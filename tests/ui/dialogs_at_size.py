"""Says what is cut off in dialogs, or larger than the screen, in type of a size; prints one line each.

``python -m tests.ui.dialogs_at_size DATABASE LANGUAGE TEXT_SIZE``
"""

import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from tests.ui.clipping import clipped
from tests.ui.gallery import Gallery
from ui import translation
from ui.changes import Changes
from ui.desk import Desk
from ui.settings import Preferences
from ui.tasks import TaskRunner
from ui.theme import theme
from ui.theme.theme import Choice
from ui.undo import UndoStack
from xcdesk import settings, store
from xcdesk.services.office import people

WAIT_MS = 5
LONGEST_WAITS = 500


def main(database: str, language: str, text_size: int) -> list[str]:
    """Every fault of every dialog."""
    app = QApplication([])
    theme.current().text_size = text_size
    theme.current().start(app)
    theme.current().apply(Choice.LIGHT)
    store.open_store(database)
    translation.install("en" if language == "en" else "zh")
    preferences = Preferences(settings.home() / "window.ini")
    desk = Desk(people.actor("guo"), TaskRunner(store.connection), Changes(), UndoStack(), preferences)
    below = QWidget()
    below.show()
    found: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        for opener in Gallery(desk, below, Path(folder)).openers.values():
            dialog = opener()
            dialog.show()
            _settle(desk, dialog)
            found += [f"{type(dialog).__name__}: {line}" for line in (*clipped(dialog), *_too_large(dialog))]
            dialog.hide()
            dialog.deleteLater()
    store.close_store()
    return found


def _too_large(dialog: QDialog) -> list[str]:
    room, needs = dialog.screen().availableGeometry().size(), dialog.size()
    fits = needs.width() <= room.width() and needs.height() <= room.height()
    return [] if fits else [f"{needs.width()}x{needs.height()}"]


def _settle(desk: Desk, dialog: QDialog) -> None:
    """Let what the dialog reads find its place."""
    _wait()
    for _ in range(LONGEST_WAITS):
        if not any(runner.busy() for runner in (desk.runner, *dialog.findChildren(TaskRunner))):
            break
        _wait()
    _wait()


def _wait() -> None:
    """Let events come; unlike QTest.qWait this lets the threads of tasks run meanwhile."""
    loop = QEventLoop()
    QTimer.singleShot(WAIT_MS, loop.quit)
    loop.exec()


if __name__ == "__main__":
    sys.stdout.write("\n".join(main(sys.argv[1], sys.argv[2], int(sys.argv[3]))))
