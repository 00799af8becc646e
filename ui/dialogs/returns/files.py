"""Files that the page of returns writes: blank returns and the list of who has sent."""

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from ui import format as shown
from ui.desk import Desk
from ui.dialogs.other_name import other_name
from ui.widgets.banner import Banner
from ui.widgets.progress_strip import ProgressStrip
from xcdesk.errors import DeskError
from xcdesk.files import safe_name, write_file
from xcdesk.importers import templates
from xcdesk.progress import Operation
from xcdesk.reports.xlsx import returns_list
from xcdesk.services.returns.returns_status import MonthStatus
from xcdesk.services.roster.units import UnitRow

Write = Callable[[Path], object]


class ReturnsFiles(QObject):
    """Asks where, writes, and tells how it went."""

    said = Signal(str)
    refused = Signal(object)  # Banner
    ended = Signal()

    def __init__(self, desk: Desk, strip: ProgressStrip, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._strip, self._window = desk, strip, window
        self.busy = False
        self._target = Path()

    def make_template(self, unit: UnitRow, month: dt.date) -> None:
        """Make the blank return of a unit."""
        name = templates.name_for(unit, month)
        self._ask(self.tr("Save the template"), name, lambda place: templates.write(unit, month, place))

    def make_templates(self, units: Sequence[UnitRow], month: dt.date) -> None:
        """Make the blank returns of several units, each under its own name, in a folder."""
        folder = QFileDialog.getExistingDirectory(self._window, self.tr("Folder for the templates"))
        if not folder:
            return
        self._target, self.busy = Path(folder), True

        def work(operation: Operation) -> int:
            return len(templates.write_all(units, month, Path(folder), operation))

        task = self._desk.runner.create(work)
        self._strip.watch(task, self.tr("Making templates"))
        task.succeeded.connect(self._made)
        task.failed.connect(self._failed)
        task.cancelled.connect(self._stopped)
        task.finished.connect(self._ended)
        self._desk.runner.start(task)

    def export(self, state: MonthStatus) -> None:
        """Write the list of who has sent."""
        name = self.tr("Returns {month}").format(month=shown.month(state.month))

        def write(place: Path) -> None:
            write_file(place, returns_list.content(state))

        self._ask(self.tr("Export the list"), f"{name}.xlsx", write)

    def _ask(self, title: str, name: str, write: Write) -> None:
        kinds = self.tr("Excel workbook (*.xlsx)")
        target, _ = QFileDialog.getSaveFileName(self._window, title, safe_name(name), kinds)
        if target:
            self._write(Path(target), write)

    def _write(self, target: Path, write: Write) -> None:
        """Write one file; one that is open elsewhere is offered under another name."""
        try:
            write(target)
        except DeskError as error:
            ways = other_name(error, target, lambda other: self._write(other, write))
            self.refused.emit(Banner.refusal(self.tr("Not written"), error, ways))
            return
        self.said.emit(self.tr("{file} written").format(file=target.name))

    def _made(self, count: int) -> None:
        words = self.tr("{count} written to {folder}")
        self.said.emit(words.format(count=shown.count(count, "files"), folder=self._target))

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, DeskError):
            self.refused.emit(Banner.refusal(self.tr("Not written"), error))
        else:
            raise error

    def _stopped(self) -> None:
        self.refused.emit(Banner("info", self.tr("Stopped. The templates made so far are in the folder.")))

    def _ended(self) -> None:
        self.busy = False
        self.ended.emit()
