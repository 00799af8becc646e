"""Progress of a long operation, in the page, with a way to stop it."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QProgressBar, QWidget

from ui.tasks import Task
from ui.theme.tokens import Role
from ui.widgets.buttons import Kind, button
from ui.widgets.elided import Elided
from ui.widgets.labels import label
from ui.widgets.layouts import across, down

PATIENCE_MS = 300
"""A shorter operation shows nothing, so that the page does not flicker."""


class ProgressStrip(QFrame):
    """A bar with done and total, and Cancel; appears when an operation outlasts `PATIENCE_MS`.

    A ``narrow`` one has its words above the bar.
    """

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None, *, narrow: bool = False) -> None:
        super().__init__(parent)
        self._task: Task | None = None
        self._note = Elided(Role.CAPTION)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._count = label("", Role.CAPTION, "muted")
        self._cancel = button(self.tr("Cancel"), None, Kind.LINK, self._stop)
        row = across(self._bar, self._count, self._cancel)
        row.setStretch(0, 1)
        margins = (12, 2, 12, 2)
        if narrow:
            self.setLayout(down(self._note, row, margins=margins, gap=0))
        else:
            wide = across(self._note, margins=margins)
            wide.addLayout(row, 1)
            self.setLayout(wide)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self.show)
        self.hide()

    def watch(self, task: Task, note: str) -> None:
        """Show the steps of ``task`` under the words ``note`` until it has finished."""
        self._task = task
        self._note.set_text(note)
        self._bar.setRange(0, 0)
        self._count.setText("")
        self._cancel.setEnabled(True)
        task.progressed.connect(self.show_step)
        task.finished.connect(self._finish)
        self._patience.start()

    def show_step(self, done: int, total: int, note: str) -> None:
        """Move the bar; ``note`` replaces the words when it is not empty."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._count.setText(f"{done} / {total}" if total else "")
        if note:
            self._note.set_text(note)

    def _stop(self) -> None:
        self._cancel.setEnabled(False)
        if self._task is not None:
            self._task.cancel()
        self.cancelled.emit()

    def _finish(self, task: Task) -> None:
        if task is self._task:
            self._task = None
            self._patience.stop()
            self.hide()
