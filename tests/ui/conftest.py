"""What window tests share: the look, the Chinese words compiled, a desk over a real database."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from ui import translation
from ui.app import Session
from ui.changes import Changes
from ui.desk import Desk
from ui.main_window import MainWindow
from ui.pages.catalogue import PageSet
from ui.pages.page import Page
from ui.settings import Preferences
from ui.tasks import TaskRunner
from ui.theme import theme
from ui.theme.theme import Choice
from ui.undo import UndoStack
from ui.widgets import spoken
from xcdesk import clock, practice, store
from xcdesk.resources import resource
from xcdesk.services.office import people


@pytest.fixture(scope="session")
def chinese_words() -> None:
    """``zh_CN.qm`` as new as its source; renamed into place, since several runs may do it at once."""
    source = resource("translations", "zh_CN.ts")
    built = source.with_suffix(".qm")
    if built.exists() and built.stat().st_mtime >= source.stat().st_mtime:
        return
    part = built.with_name(f"zh_CN.{os.getpid()}.part")
    tool = Path(sys.executable).with_name("pyside6-lrelease")
    subprocess.run([tool, "-silent", source, "-qm", part], check=True)
    part.replace(built)


@pytest.fixture(scope="session")
def looks(qapp) -> None:
    """The application in its own style."""
    theme.current().start(qapp)
    spoken.start()


@pytest.fixture(autouse=True)
def window_surroundings(looks: None, chinese_words: None) -> Iterator[None]:
    """Chinese words and the light theme for every test."""
    translation.install("zh")
    if theme.current().choice is not Choice.LIGHT:
        theme.current().apply(Choice.LIGHT)
    yield
    translation.install("zh")


@pytest.fixture(scope="session")
def practice_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The practice office as of 28 March 2019, closed; tests copy its folder."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(clock.TODAY_VARIABLE, "2019-03-28")
        return practice.make(tmp_path_factory.mktemp("practice") / "office")


@pytest.fixture
def practice_place(practice_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A practice office of the test's own."""
    monkeypatch.setenv(clock.TODAY_VARIABLE, "2019-03-28")
    shutil.copytree(practice_file.parent, tmp_path / "office")
    return (tmp_path / "office" / practice_file.name).as_posix()


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    """Settings of a desk nobody has used."""
    return Preferences(tmp_path / "window.ini")


@pytest.fixture
def sitter() -> str:
    """Login of who sits at the desk: an invented clerk, unless a module says otherwise."""
    return "guo"


@pytest.fixture
def desk(db: str, preferences: Preferences, sitter: str) -> Iterator[Desk]:
    """The desk of somebody over a founded office."""
    made = Desk(people.actor(sitter), TaskRunner(store.connection), Changes(), UndoStack(), preferences)
    yield made
    for window in QApplication.topLevelWidgets():
        window.hide()  # what still waits for a pause in typing must not ask a closed database
    assert made.runner.shutdown()


@pytest.fixture
def session(qtbot, preferences: Preferences) -> Iterator[Session]:
    """A sitting at a desk, with nothing open yet."""
    made = Session(preferences)
    yield made
    if made.window is not None:
        made.window.close()
    store.close_store()


class PagesOnDemand(PageSet):
    """The pages of a window that makes those alone to which somebody goes, and none beside the work.

    To make all six takes longer than most tests; what wants them asks the window for its ``pages``.
    """

    @override
    def missing(self) -> int | None:
        return None


def open_window(qtbot, desk: Desk, front: str) -> MainWindow:
    """The shown main window at the smallest screen, with the page of one tab alone."""
    window = MainWindow(desk, PagesOnDemand(desk))
    qtbot.addWidget(window)
    window.resize(1366, 728)
    window.show_page(front)
    window.start()
    with qtbot.waitSignal(window.safe):  # painted: what then takes the focus has taken it
        window.show()
    window.activateWindow()
    return window


@pytest.fixture
def front() -> str:
    """Key of the tab at which windows open: Today, unless the tests of another page say otherwise."""
    return "today"


@pytest.fixture
def make_window(qtbot, desk: Desk, front: str) -> Callable[[], MainWindow]:
    """Builder of the shown main window; a page is made when somebody goes to it."""
    return partial(open_window, qtbot, desk, front)


@pytest.fixture
def show_alone(qtbot, desk: Desk) -> Callable[[Page], Page]:
    """Shows a page without the window around it, which takes most of the time."""

    def show(page: Page) -> Page:
        qtbot.addWidget(page)
        page.resize(1366, 640)
        desk.changes.changed.connect(lambda _areas: page.reload())
        with qtbot.waitExposed(page):
            page.show()
        page.activateWindow()
        page.reload()
        page.focus_first()
        return page

    return show


@pytest.fixture
def window(make_window: Callable[[], MainWindow]) -> MainWindow:
    """The shown main window in Chinese."""
    return make_window()
