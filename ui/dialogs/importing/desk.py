"""Where imports begin: the queue and the list of imports of one window, made when they are first needed."""

import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.desk import Desk
from ui.widgets.dropping import local_files

if TYPE_CHECKING:
    from ui.dialogs.importing.acts import ImportActs
    from ui.dialogs.importing.batches import ImportBatchesDialog
    from ui.dialogs.importing.queue import ImportQueue
    from ui.dialogs.returns.status import ReturnsDialog
    from xcdesk.importers.said import Said
    from xcdesk.services.counts.item_filter import ItemFilter


class ImportDesk(QObject):
    """Opens the import queue over ``window``, which also takes files that are dropped on it."""

    said = Signal(str)
    behind_asked = Signal(object, str)  # ItemFilter, words about it

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        self._acts: ImportActs | None = None
        self.queue: ImportQueue | None = None
        self.records: ImportBatchesDialog | None = None
        self.returns: ReturnsDialog | None = None
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def show(self, files: Sequence[Path] = ()) -> None:
        """Show the queue and add files to it."""
        if self.queue is None:
            # Importing this here spares start-up time.
            from ui.dialogs.importing.queue import ImportQueue

            self.queue = ImportQueue(self._desk, self._shared_acts(), self._window)
            self.queue.said.connect(self.said)
            self.queue.behind_asked.connect(self._show_behind)
            self.queue.records_asked.connect(self.show_records)
        self.queue.show()
        self.queue.raise_()
        self.queue.activateWindow()
        self.queue.add(files)

    def show_said(self, said: "Mapping[Path, Said]") -> None:
        """Show the queue with files of which somebody has said something before they are read."""
        self.show()
        if self.queue is not None:
            self.queue.add_said(said)

    def show_records(self, batch: int | None = None) -> None:
        """Show the list of imports, at one of them if it is named."""
        if self.records is None:
            # Importing this here spares start-up time.
            from ui.dialogs.importing.batches import ImportBatchesDialog

            self.records = ImportBatchesDialog(self._desk, self._shared_acts(), self._window)
        self.records.show()
        self.records.raise_()
        self.records.activateWindow()
        if batch is not None:
            self.records.choose(batch)

    def show_returns(self, month: dt.date | None = None) -> None:
        """Show who has sent, for the month that holds a day or for the one last shown."""
        if self.returns is None:
            # Importing this here spares start-up time.
            from ui.dialogs.returns.status import ReturnsDialog

            self.returns = ReturnsDialog(self._desk, self._window)
            self.returns.said.connect(self.said)
            self.returns.batch_asked.connect(self.show_batch)
        if month is not None:
            self.returns.show_month(month)
        self.returns.show()
        self.returns.raise_()
        self.returns.activateWindow()

    def show_batch(self, batch: int) -> None:
        """Show one import in the list of imports."""
        self.show_records()
        if self.records is not None:
            self.records.choose(batch)

    def _show_behind(self, chosen: "ItemFilter", words: str) -> None:
        """Show rows of the log; the queue stands over the window and would hide them, so it closes."""
        if self.queue is not None:
            self.queue.close()
        self.behind_asked.emit(chosen, words)

    def _shared_acts(self) -> "ImportActs":
        """One object for queue and list, so that each hears what the other undoes."""
        if self._acts is None:
            # Importing this here spares start-up time.
            from ui.dialogs.importing.acts import ImportActs

            self._acts = ImportActs(self._desk, self)
        return self._acts

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QDropEvent):  # also the base of the event of entering
            return super().eventFilter(watched, event)
        files = local_files(event.mimeData())
        if not files:
            return False
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            self.show(files)
        return True
