"""Pictures of every tab for people to look at: two languages, two themes, empty and full, 100 and 150 %.

``python -m tests.shots build/shots`` draws into memory and needs no screen.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QDialog

from tests.screen import OFFSCREEN
from ui import translation
from ui.changes import Changes
from ui.desk import Desk
from ui.dialogs.first_run import FirstRun
from ui.main_window import MainWindow
from ui.pages.catalogue import all_pages
from ui.pages.followup.page import FollowUpPage
from ui.pages.followup.views import BOARD, LEDGER, TABLE, WALL
from ui.place import place_text
from ui.settings import Preferences
from ui.tasks import TaskRunner
from ui.theme import theme
from ui.theme.theme import Choice
from ui.undo import UndoStack
from xcdesk import clock, practice, settings, store
from xcdesk.services.office import founding, people

SCALES = ("1", "1.5")
TODAY = "2019-03-28"
"""A day at the end of the month that the demonstration is about."""
TIME = "09:30"
"""An hour before any deadline."""
WAIT_MS = 100
BEFORE_PREVIEW_MS = 500
LONGEST_WAITS = 100


def main(outdir: Path) -> int:
    """Draw all pictures into ``outdir``; returns the exit code of the first run that failed, else 0."""
    outdir.mkdir(parents=True, exist_ok=True)
    for scale in SCALES:
        with tempfile.TemporaryDirectory() as home:
            surroundings = {
                **os.environ,
                "QT_QPA_PLATFORM": OFFSCREEN,
                "QT_SCALE_FACTOR": scale,
                "XCDESK_HOME": home,
                clock.TODAY_VARIABLE: TODAY,
                clock.TIME_VARIABLE: TIME,
            }
            surroundings.pop("XCDESK_DATABASE", None)
            command = [sys.executable, "-m", "tests.shots", "--at-scale", scale, str(outdir)]
            code = subprocess.run(command, env=surroundings, check=False).returncode
            if code:
                return code
    return 0


def draw_all(outdir: Path, scale: str) -> None:
    """Draw the pictures of one scale; the process must have been started with it."""
    app = QApplication([])
    theme.current().start(app)
    percent = round(float(scale) * 100)
    for filled in (False, True):
        place = _office(settings.home(), filled=filled)
        for language in ("zh", "en"):
            for choice in (Choice.LIGHT, Choice.DARK):
                translation.install("en" if language == "en" else "zh")
                theme.current().apply(choice)
                ending = f"{language}-{choice}-{'full' if filled else 'empty'}-{percent}.png"
                draw_tabs(outdir, place, ending)
                _draw_first_run(outdir, ending)


def _office(home: Path, *, filled: bool) -> Path:
    """A new office, empty or with the demonstration in it; left open."""
    store.close_store()
    if filled:
        place = practice.make(home / "full")
        store.open_store(place)
        return place
    place = home / "empty.db"
    store.open_store(place, create=True)
    founding.found(sample=False)
    return place


def draw_tabs(outdir: Path, place: Path, ending: str) -> None:
    """Draw every tab over the open database into ``outdir`` as ``<number>-<tab>-<ending>``."""
    preferences = Preferences(place.with_name("shots.ini"))
    desk = Desk(people.actors()[0], TaskRunner(store.connection), Changes(), UndoStack(), preferences)
    window = MainWindow(desk, all_pages(desk))
    window.status.show_place(place_text(store.Location.parse(place)))
    window.resize(1366, 728)
    window.show()
    window.start()
    for number, page in enumerate(window.pages, 1):
        window.show_page(page.key)
        _settle(desk.runner, page.key)
        window.grab().save(str(outdir / f"{number}-{page.key}-{ending}"))
        if isinstance(page, FollowUpPage):
            _draw_views(outdir, window, page, f"{number}-{page.key}", ending)
    window.close()


def _draw_views(outdir: Path, window: MainWindow, page: FollowUpPage, name: str, ending: str) -> None:
    """Draw list, wall and ledger of follow-up, and the forms about a case that anybody can open."""
    if page.seen is None:
        return
    for view in (TABLE, WALL, LEDGER):
        page.views.segments.choose(view)
        _settle(page.desk.runner, page.key)
        window.grab().save(str(outdir / f"{name}-{view}-{ending}"))
    page.views.segments.choose(TABLE)
    for verb in ("case_new", "case_chase", "case_answer", "case_notice", "case_many_chase"):
        page.verbs.trigger(verb)
        _wait(WAIT_MS)
        for dialog in window.findChildren(QDialog):
            if dialog.isVisible():
                dialog.grab().save(str(outdir / f"{name}-{verb}-{ending}"))
                dialog.reject()
        _wait(WAIT_MS)
    page.views.segments.choose(BOARD)


def _draw_first_run(outdir: Path, ending: str) -> None:
    page = FirstRun(settings.home())
    page.show()
    _wait(WAIT_MS)
    page.grab().save(str(outdir / f"0-first-run-{ending}"))
    page.close()


def _settle(runner: TaskRunner, page: str) -> None:
    """Let the window paint, its tasks end, and what they brought find its place."""
    _wait(BEFORE_PREVIEW_MS if page == "bulletins" else WAIT_MS)
    for _ in range(LONGEST_WAITS):
        if not runner.busy():
            break
        _wait(WAIT_MS)
    _wait(WAIT_MS)


def _wait(milliseconds: int) -> None:
    """Let events come; unlike QTest.qWait this lets the threads of tasks run meanwhile."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


if __name__ == "__main__":
    if sys.argv[1] == "--at-scale":
        draw_all(Path(sys.argv[3]), sys.argv[2])
        sys.exit(0)
    sys.exit(main(Path(sys.argv[1])))
