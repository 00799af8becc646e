"""Folders looked through off the window's thread, for a share may be slow; and what was passed over there."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal

from ui import format as shown
from ui.tasks import TaskRunner
from ui.widgets.banner import Banner
from ui.widgets.progress_strip import ProgressStrip
from xcdesk.importers import gathering
from xcdesk.importers.gathering import Gathered, Passed


class FolderWalk(QObject):
    """Looks for files in what is handed over, each time as a task that can be stopped."""

    found = Signal(object)  # Gathered
    failed = Signal(object)  # error

    def __init__(self, runner: TaskRunner, strip: ProgressStrip) -> None:
        super().__init__(strip)
        self._runner, self._strip = runner, strip

    def walk(self, given: Sequence[Path]) -> None:
        """Look through folders; what is found comes as a signal."""
        task = self._runner.create(lambda operation: gathering.gather(given, operation))
        self._strip.watch(task, self.tr("Looking through {name}").format(name=given[0].name))
        task.succeeded.connect(self.found)
        task.failed.connect(self.failed)
        self._runner.start(task)


def left_out(found: Gathered) -> Banner | None:
    """What of the files that were handed over is not in the queue; None when all of it is."""
    translate = QCoreApplication.translate
    words = []
    if not found.files:
        words.append(translate("imports", "There is no file with a table here."))
    if found.passed:
        parts = shown.listed(_passed(why, found.passed[why]) for why in Passed if why in found.passed)
        words.append(translate("imports", " Passed over: {parts}.").format(parts=parts))
    if found.beyond:
        text = translate("imports", " Only the first {count} files were taken.")
        words.append(text.format(count=len(found.files)))
    return Banner("info", "".join(words).strip()) if words else None


def _passed(why: Passed, count: int) -> str:
    translate = QCoreApplication.translate
    words = {
        Passed.LOCK: translate("imports", "{count} lock files of Excel (~$…)"),
        Passed.SYSTEM: translate("imports", "{count} files of the system"),
        Passed.PICTURE: translate("imports", "{count} pictures and recordings"),
        Passed.DOCUMENT: translate("imports", "{count} documents and PDFs"),
        Passed.OTHER: translate("imports", "{count} other files without tables"),
    }
    return words[why].format(count=count)
