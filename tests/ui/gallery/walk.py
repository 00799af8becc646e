"""Shows every window of the program in turn to whoever looks at them: dialogs, scenes, by name."""

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtWidgets import QApplication, QMenu, QWidget

from tests.ui.gallery.dialogs import every_dialog
from tests.ui.gallery.ground import Ground
from tests.ui.gallery.scenes import SCENES, Stage
from tests.ui.gallery.settling import settle
from ui.main_window import MainWindow
from ui.pages.approvals.page import ApprovalsPage


def every_window(
    window: MainWindow, folder: Path, wanted: Callable[[str], bool] = lambda _name: True
) -> Iterator[tuple[str, QWidget]]:
    """Name and widget of every scene and dialog that is ``wanted``; each is closed after the look."""
    stage = Stage(window, folder)
    for name, scene in SCENES.items():
        if wanted(name):
            yield name, _shown(window, scene(stage))
            _clear(window)
    for kind, opener in every_dialog(Ground(window.desk, window, folder)).items():
        name = f"{kind.__module__.removeprefix('ui.').removeprefix('dialogs.')}-{kind.__name__}"
        if wanted(name):
            dialog = _shown(window, opener())
            yield name, dialog
            dialog.hide()
            dialog.deleteLater()


def _shown(window: MainWindow, widget: QWidget) -> QWidget:
    widget.show()
    widget.activateWindow()
    settle(window.desk, widget)
    return widget


def _clear(window: MainWindow) -> None:
    """Put away what a scene has opened; the main window stays."""
    for other in QApplication.topLevelWidgets():
        if other is not window and other.isVisible():
            other.hide()
            if not isinstance(other, QMenu):  # they belong to the window
                other.deleteLater()
    for page in window.pages:
        if isinstance(page, ApprovalsPage) and page.side.writing:
            page.editor.leave()
