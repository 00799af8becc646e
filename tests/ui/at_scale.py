"""Says what is cut off in the empty window at the scale this process was started with; prints one line each.

``QT_SCALE_FACTOR=1.5 python -m tests.ui.at_scale DATABASE [TEXT_SIZE]``
"""

import sys
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.clipping import clipped
from ui import translation
from ui.changes import Changes
from ui.desk import Desk
from ui.main_window import MainWindow
from ui.pages.catalogue import all_pages
from ui.settings import Preferences
from ui.tasks import TaskRunner
from ui.theme import theme
from ui.theme.theme import Choice
from ui.theme.tokens import TEXT_SIZES
from ui.undo import UndoStack
from xcdesk import settings, store
from xcdesk.services.office import people

WAIT_MS = 30
LONGEST_WAITS = 100
ROUNDS = 3


def main(database: Path, text_size: int) -> list[str]:
    """Everything that is cut off on any tab in either language, in type of ``text_size`` per cent."""
    app = QApplication([])
    theme.current().text_size = text_size
    theme.current().start(app)
    theme.current().apply(Choice.LIGHT)
    store.open_store(database)
    found: list[str] = []
    for language in ("zh", "en"):
        translation.install("en" if language == "en" else "zh")
        runner = TaskRunner(store.connection)
        preferences = Preferences(settings.home() / "window.ini")
        desk = Desk(people.actor("guo"), runner, Changes(), UndoStack(), preferences)
        window = MainWindow(desk, all_pages(desk))
        window.resize(1366, 728)
        window.show()
        window.start()
        for page in window.pages:
            window.show_page(page.key)
            QTest.qWait(WAIT_MS)
            for _ in range(LONGEST_WAITS):
                if not runner.busy():
                    break
                QTest.qWait(WAIT_MS)
            for _ in range(ROUNDS):  # what has found room moves what stands beside it
                QApplication.sendPostedEvents()
                QTest.qWait(1)
            found += [f"{language} {page.key}: {line}" for line in clipped(window)]
        window.close()
    store.close_store()
    return found


if __name__ == "__main__":
    lines = main(Path(sys.argv[1]), int(sys.argv[2]) if sys.argv[2:] else TEXT_SIZES[0])
    sys.stdout.write("\n".join(lines))
