"""Fixtures of dialogs: county returns as files, and the import queue that takes them in."""

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from msoffcrypto.format.ooxml import OOXMLFile

from tests.ui.dialogs.import_hands import FIRST, HEAD, LEFT, opened, settle
from ui.dialogs.importing.queue import ImportQueue


@pytest.fixture
def front() -> str:
    """Windows behind dialogs show the page that is made fastest; which one it is makes no difference."""
    return "followup"


@pytest.fixture
def make_file(tmp_path: Path) -> Callable[..., Path]:
    """Builder of county returns as Excel files."""

    def build(*rows: tuple[object, ...], name: str = "鄢陵县3月.xlsx") -> Path:
        book = openpyxl.Workbook()
        book.active.append(HEAD)
        for row in rows:
            book.active.append(row)
        book.save(tmp_path / name)
        return tmp_path / name

    return build


@pytest.fixture
def queue(qtbot, desk, request) -> ImportQueue:
    """The empty queue: over the main window, opened by its verb, in tests that use the window too."""
    if "window" in request.fixturenames:
        window = request.getfixturevalue("window")
        window.menus.verbs.trigger("import")
        return window.imports.queue
    return opened(qtbot, desk)


@pytest.fixture
def read(qtbot, queue: ImportQueue) -> Callable[..., None]:
    """Puts files into the queue and waits until they have been read."""

    def build(*paths: Path) -> None:
        queue.add(paths)
        settle(qtbot, queue)

    return build


@pytest.fixture
def write(qtbot, queue: ImportQueue) -> Callable[[], None]:
    """Clicks the button that imports."""

    def click() -> None:
        qtbot.mouseClick(queue.import_button, LEFT)
        settle(qtbot, queue)

    return click


@pytest.fixture
def locked(make_file, tmp_path: Path) -> Path:
    """A return that asks for a password."""
    target = tmp_path / "加密.xlsx"
    with make_file(FIRST, name="明文.xlsx").open("rb") as source, target.open("wb") as stream:
        OOXMLFile(source).encrypt("示例", stream)
    return target
