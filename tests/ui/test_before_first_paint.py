"""What lies before the first paint of the window: few modules, the first rows, and no key typed is lost."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent

from ui.main_window import MainWindow
from ui.pages.catalogue import all_pages

MODULES = Path(__file__).with_suffix(".txt")
"""Every module of ours that may be loaded before the first paint, one a line."""


@pytest.fixture
def starting(qtbot, desk) -> MainWindow:
    """A window that has been shown and not been painted."""
    window = MainWindow(desk, all_pages(desk))
    qtbot.addWidget(window)
    window.start()
    window.show()
    return window


def press(window, key, modifier=Qt.KeyboardModifier.NoModifier, text="") -> None:
    """A key as Qt hands it to a window; `QTest` would let the window be painted meanwhile."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QCoreApplication.sendEvent(window.windowHandle(), QKeyEvent(kind, key, modifier, text))


def test_first_rows_are_there_at_once_and_keep_their_places(qtbot, starting):
    page = starting.page()
    first = [(line.accessibleName(), line.y()) for line in page.cards.lines()]
    assert first
    assert page.cards.line().hasFocus()
    assert "side" not in vars(page)
    qtbot.waitUntil(lambda: "side" in vars(page))
    after = [(line.accessibleName(), line.y()) for line in page.cards.lines()]
    assert after[: len(first)] == first
    assert len(after) > len(first)


def test_what_is_typed_before_the_first_paint_is_done_after_it(qtbot, starting):
    control = Qt.KeyboardModifier.ControlModifier
    press(starting, Qt.Key.Key_Down)
    press(starting, Qt.Key.Key_3, control)
    press(starting, Qt.Key.Key_K, control)
    press(starting, Qt.Key.Key_A, text="a")
    page = starting.page()
    assert starting.tabs.currentIndex() == 0
    qtbot.waitUntil(lambda: starting.tabs.currentIndex() == 2)
    assert page.cards.line() is page.cards.lines()[1]
    assert starting._box.text() == "a"


def test_what_qt_says_of_wrong_arguments_is_loaded_when_it_is_said():
    lines = (
        "import ui",  # before Qt, as the program does
        "from PySide6.QtCore import QTimer",
        "from ui import qt_loading",
        "at_start = len(qt_loading.waiting)",
        "try:",
        "    QTimer.singleShot('soon', 1, 2, 3)",
        "except TypeError as error:",
        "    print(error)",
        "print(QTimer.setInterval.__doc__)",
        "print('waited', at_start, 'then', len(qt_loading.waiting))",
    )
    command = (sys.executable, "-c", "\n".join(lines))
    ran = subprocess.run(command, check=True, capture_output=True, text=True, cwd=Path(__file__).parents[2])
    assert "called with wrong argument types" in ran.stdout
    assert "Supported signatures:\n  PySide6.QtCore.QTimer.singleShot(msec: int" in ran.stdout
    assert "setInterval(self, msec: int" in ran.stdout
    assert "waited 6 then 2" in ran.stdout, "stubs for type checkers are never wanted"


def test_no_module_is_loaded_that_the_first_rows_do_not_need(sqlite_place):
    lines = (
        "import sys",
        "import ui",  # before Qt, as the program does
        "from tests.ui import opening",
        "opening.main(sys.argv[1])",
        "print(*sorted(name for name in sys.modules if name.split('.')[0] in ('ui', 'xcdesk')), sep='\\n')",
        "print(*sorted(sys.modules['linecache'].cache), sep='\\n')",
    )
    command = (sys.executable, "-c", "\n".join(lines), sqlite_place)
    ran = subprocess.run(command, check=True, capture_output=True, text=True, cwd=Path(__file__).parents[2])
    told = ran.stdout.split()
    root = Path(__file__).parents[2]
    ours = {str(path) for room in ("ui", "xcdesk") for path in (root / room).rglob("*.py")}
    assert ours.intersection(told) == set(), "Qt's import hook reads the source of our modules"
    loaded, allowed = (
        {name for name in told if not name.endswith(".py")},
        set(MODULES.read_text(encoding="utf-8").split()),
    )
    why = f"docs/decisions/0029-before-the-first-paint.md; if it has to be so, the list is {MODULES.name}"
    assert loaded - allowed == set(), why
    assert allowed - loaded == set(), why
