"""Says what is cut off in any window of the program, or larger than the screen, in type of a size.

``python -m tests.ui.windows_at_size DATABASE LANGUAGE TEXT_SIZE`` prints one line for each fault. The office
is written to.
"""

import sys
import tempfile
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.clipping import clipped, overlapping
from tests.ui.gallery.office import prepare
from tests.ui.gallery.walk import every_window
from ui import translation
from ui.changes import Changes
from ui.desk import Desk
from ui.main_window import MainWindow
from ui.pages.catalogue import all_pages
from ui.settings import Preferences
from ui.tasks import TaskRunner
from ui.theme import theme
from ui.theme.theme import Choice
from ui.undo import UndoStack
from ui.widgets.window_size import room_on_screen
from xcdesk import settings, store
from xcdesk.services.office import people


def main(database: str, language: str, text_size: int) -> list[str]:
    """Every fault of every window, once, with the name of the first that has it."""
    app = QApplication([])
    theme.current().text_size = text_size
    theme.current().start(app)
    theme.current().apply(Choice.LIGHT)
    store.open_store(database)
    translation.install("en" if language == "en" else "zh")
    prepare()
    preferences = Preferences(settings.home() / "window.ini")
    desk = Desk(people.actor("guo"), TaskRunner(store.connection), Changes(), UndoStack(), preferences)
    window = MainWindow(desk, all_pages(desk))
    window.resize(room_on_screen(window))
    window.show()
    window.start()
    found: dict[str, str] = {}
    with tempfile.TemporaryDirectory() as folder:
        for name, shown in every_window(window, Path(folder)):
            for line in (*clipped(shown), *overlapping(shown), *_too_large(shown)):
                found.setdefault(line, name)
    window.close()
    store.close_store()
    return [f"{name}: {line}" for line, name in found.items()]


def _too_large(shown: QWidget) -> list[str]:
    room, needs = shown.screen().availableGeometry().size(), shown.size()
    fits = needs.width() <= room.width() and needs.height() <= room.height()
    return [] if fits else [f"{needs.width()}x{needs.height()}"]


if __name__ == "__main__":
    sys.stdout.write("\n".join(main(sys.argv[1], sys.argv[2], int(sys.argv[3]))))
