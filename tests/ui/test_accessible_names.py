"""Every page and every dialog can be worked by keyboard alone and by ear alone."""

import pytest
from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from tests.ui import access
from tests.ui.clipping import clipped, overlapping
from tests.ui.gallery.dialogs import every_dialog, unopened
from tests.ui.gallery.ground import Ground
from ui.dialogs.form import FormDialog
from ui.dialogs.recovery import RecoveryDialog
from ui.dialogs.server.admitted import AdmittedDialog
from ui.lock import LockDialog
from ui.tasks import TaskRunner
from ui.widgets.segmented import Segmented

STAYS = frozenset({RecoveryDialog, AdmittedDialog, LockDialog})
"""Dialogs that Esc must not shut: what is shown once, and the lock."""


@pytest.fixture
def sqlite_place(practice_place) -> str:
    """The practice office, of which every dialog is opened."""
    return practice_place


def settle(qtbot, desk, window: QWidget) -> None:
    """Wait until nothing is being read for a window."""
    runners = (desk.runner, *window.findChildren(TaskRunner))
    qtbot.waitUntil(lambda: not any(one.busy() for one in runners), timeout=20_000)


def test_every_page_can_be_worked_by_keyboard_and_by_ear(qtbot, window):
    faults = set()
    for page in window.pages:
        window.show_page(page.key)
        settle(qtbot, window.desk, window)
        faults |= access.unheard(window) | access.out_of_reach(window) | access.hidden_verbs(window)
        for segments in page.findChildren(Segmented):
            for segment in segments.findChildren(QPushButton):
                if segment.isVisible():
                    segment.click()
                    settle(qtbot, window.desk, window)
                    faults |= access.unheard(window)
    window.show_page("coverage")
    for key in window.page().trackers.views:
        window.open("coverage", (key,))
        faults |= access.unheard(window)
    window.page().part.choose("log")
    window.page().verbs.trigger("log_detail")
    assert faults | access.unheard(window) == set()


def test_every_dialog_can_be_worked_by_keyboard_and_by_ear_and_nothing_in_it_is_cut_off(
    qtbot, desk, tmp_path
):
    below = QWidget()
    qtbot.addWidget(below)
    below.show()
    openers = every_dialog(Ground(desk, below, tmp_path))
    faults = set()
    for kind, opener in openers.items():
        dialog = opener()
        dialog.show()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        settle(qtbot, desk, dialog)
        faults |= looked_at(dialog, kind)
        dialog.hide()
        dialog.deleteLater()
    assert faults == set()
    assert unopened(openers) == set(), "tests/ui/gallery opens every dialog"


def looked_at(dialog: QDialog, kind: type[QDialog]) -> set[str]:
    """Every fault of a dialog that is open; Esc has shut it then."""
    faults = (
        access.taken_keys(dialog)
        | access.unheard(dialog)
        | {f"{kind.__name__}: {line}" for line in (*clipped(dialog), *overlapping(dialog))}
    )
    if isinstance(dialog, FormDialog):
        faults |= access.unlabelled(dialog)
    faults |= access.out_of_reach(dialog) | access.hidden_verbs(dialog)
    without = access.without_way_out(dialog)
    return faults | (set() if kind in STAYS else without)
