"""A window in a process of its own that somebody types into; it tells each draft kept until it is killed."""

import sys
from functools import partial
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ui.changes import Changes
from ui.desk import Desk
from ui.pages.approvals import ApprovalsPage
from ui.settings import Preferences
from ui.tasks import TaskRunner
from ui.theme import theme
from ui.undo import UndoStack
from xcdesk import store
from xcdesk.services.office import people

_STEP_MS = 5
_KEEP_MS = 20


def main(place: str, settings: str) -> None:
    """Open the page of the clerk over ``place`` and type figures until killed."""
    app = QApplication([])
    theme.current().start(app)
    store.open_store(place)
    desk = Desk(
        people.actor("guo"), TaskRunner(store.connection), Changes(), UndoStack(), Preferences(Path(settings))
    )
    page = ApprovalsPage(desk)
    page.show()
    page.reload()
    page.verbs.trigger("material_edit")
    page.editor.keeper.wait_ms = _KEEP_MS
    page.editor.keeper.kept.connect(partial(_tell, page))
    typed = 0
    while True:
        QTest.keyClicks(page.editor.body, str(typed % 10))
        QTest.qWait(_STEP_MS)
        typed += 1


def _tell(page: ApprovalsPage) -> None:
    """Say how long the text is for which a draft was just kept, or a little longer."""
    sys.stdout.write(f"{len(page.editor.body.toPlainText())}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
