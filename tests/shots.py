"""Pictures of every window for people to look at: two languages, two themes, 100 and 150 %, text of 200 %.

``python -m tests.shots build/shots [PART...]`` draws into memory and needs no screen; with parts only windows
whose name holds one of them. A folder for each form: ``zh-light-100/coverage.png``.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from PySide6.QtWidgets import QApplication

from tests.screen import OFFSCREEN
from tests.ui.gallery.office import prepare
from tests.ui.gallery.settling import settle, wait
from tests.ui.gallery.walk import every_window
from ui import translation
from ui.changes import Changes
from ui.desk import Desk
from ui.dialogs.first_run import FirstRun
from ui.main_window import USUAL, MainWindow
from ui.pages.catalogue import all_pages
from ui.place import place_text
from ui.settings import Preferences
from ui.tasks import TaskRunner
from ui.theme import theme
from ui.theme.theme import Choice
from ui.undo import UndoStack
from ui.widgets.window_size import room_on_screen
from xcdesk import clock, practice, settings, store
from xcdesk.services.office import founding, people

TODAY = "2019-03-28"
"""A day at the end of the month that the demonstration is about."""
TIME = "09:30"
"""An hour before any deadline."""


class Form(NamedTuple):
    """How large everything is, and the text in it, in percent."""

    scale: int
    text_size: int

    @property
    def name(self) -> str:
        """As folders are called."""
        return f"{self.scale}" if self.text_size == 100 else f"text{self.text_size}"


FORMS = (Form(100, 100), Form(150, 100), Form(100, 200))


def main(outdir: Path, parts: Sequence[str]) -> int:
    """Draw all pictures into ``outdir``; returns the exit code of the first run that failed, else 0."""
    for form in FORMS:
        with tempfile.TemporaryDirectory() as home:
            surroundings = {
                **os.environ,
                "QT_QPA_PLATFORM": OFFSCREEN,
                "QT_SCALE_FACTOR": str(form.scale / 100),
                "XCDESK_HOME": home,
                clock.TODAY_VARIABLE: TODAY,
                clock.TIME_VARIABLE: TIME,
            }
            surroundings.pop("XCDESK_DATABASE", None)
            given = (str(form.scale), str(form.text_size), str(outdir), *parts)
            command = [sys.executable, "-m", "tests.shots", "--in-form", *given]
            code = subprocess.run(command, env=surroundings, check=False).returncode
            if code:
                return code
    return 0


def draw_all(outdir: Path, form: Form, parts: Sequence[str]) -> None:
    """Draw the pictures of one form; the process must have been started with its scale."""
    app = QApplication([])
    theme.current().text_size = form.text_size
    theme.current().start(app)
    filled, empty = _full_office(settings.home()), _empty_office(settings.home())
    for language in ("zh", "en"):
        for choice in (Choice.LIGHT, Choice.DARK):
            translation.install("en" if language == "en" else "zh")
            theme.current().apply(choice)
            folder = outdir / f"{language}-{choice}-{form.name}"
            folder.mkdir(parents=True, exist_ok=True)
            _draw_windows(folder, filled, parts)
            if not parts:
                draw_tabs(folder, empty, "empty")
                _draw_first_run(folder)


def _full_office(home: Path) -> Path:
    """The practice office, with what the pictures need beyond it."""
    place = practice.make(home / "full")
    store.open_store(place)
    prepare()
    store.close_store()
    return place


def _empty_office(home: Path) -> Path:
    place = home / "empty.db"
    store.open_store(place, create=True)
    founding.found(sample=False)
    store.close_store()
    return place


@contextmanager
def _opened(place: Path, login: str = "") -> Iterator[MainWindow]:
    """The window over a database, for the person named or the first there is; nothing is open afterwards."""
    store.open_store(place)
    preferences = Preferences(place.with_name("shots.ini"))
    actor = people.actor(login) if login else people.actors()[0]
    desk = Desk(actor, TaskRunner(store.connection), Changes(), UndoStack(), preferences)
    window = MainWindow(desk, all_pages(desk))
    window.status.show_place(place_text(store.Location.parse(place)))
    window.resize(USUAL.boundedTo(room_on_screen(window)))
    window.show()
    window.start()
    yield window
    window.close()
    desk.runner.shutdown()
    store.close_store()


def _draw_windows(folder: Path, place: Path, parts: Sequence[str]) -> None:
    """Draw every window whose name holds one of the parts, or every one."""

    def wanted(name: str) -> bool:
        return not parts or any(part in name for part in parts)

    with tempfile.TemporaryDirectory() as files:
        # What is opened writes to the office.
        own = shutil.copytree(place.parent, Path(files) / "office") / place.name
        with _opened(own, "guo") as window:
            for name, shown in every_window(window, Path(files), wanted):
                shown.grab().save(str(folder / f"{name}.png"))


def draw_tabs(folder: Path, place: Path, ending: str) -> None:
    """Draw every tab over a database into ``folder`` as ``<tab>-<ending>.png``."""
    with _opened(place) as window:
        for page in window.pages:
            window.show_page(page.key)
            settle(window.desk, window)
            window.grab().save(str(folder / f"{page.key}-{ending}.png"))


def _draw_first_run(folder: Path) -> None:
    page = FirstRun(settings.home())
    page.show()
    wait(1)
    page.grab().save(str(folder / "first-run.png"))
    page.close()


if __name__ == "__main__":
    if sys.argv[1] == "--in-form":
        draw_all(Path(sys.argv[4]), Form(int(sys.argv[2]), int(sys.argv[3])), sys.argv[5:])
        sys.exit(0)
    sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))
