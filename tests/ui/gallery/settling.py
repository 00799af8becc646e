"""Lets what a window reads find its place, for those who look at it without a test's hands."""

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer
from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.tasks import TaskRunner
from ui.widgets.page_preview import PagePreview

_STEP_MS = 10
_LONGEST_STEPS = 2_000
_PAUSE_MS = 500
"""The longest pause in typing that anything waits for."""
_ROUNDS = 3
"""What has found room moves what stands beside it."""


def wait(milliseconds: int) -> None:
    """Let events come; unlike QTest.qWait this lets the threads of tasks run meanwhile."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def settle(desk: Desk, shown: QWidget) -> None:
    """Wait until nothing is being read or drawn for a window, and all of it has its place."""
    wait(_STEP_MS)
    for _ in range(_LONGEST_STEPS):
        if not _at_work(desk, shown):
            break
        wait(_STEP_MS)
    for _ in range(_ROUNDS):
        QCoreApplication.sendPostedEvents()
        wait(1)


def _at_work(desk: Desk, shown: QWidget) -> bool:
    pauses = (one for one in shown.findChildren(QTimer) if one.isSingleShot() and one.isActive())
    if any(one.interval() <= _PAUSE_MS for one in pauses):
        return True
    runners = (desk.runner, *shown.findChildren(TaskRunner))
    previews = (each for each in shown.findChildren(PagePreview) if each.isVisible())
    return any(one.busy() for one in runners) or any(
        each.document.pageCount() and not each.drawn for each in previews
    )
