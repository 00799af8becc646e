"""How a failure reaches the user: one place for refusals and for our own mistakes."""

import logging
import sys
import threading
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

import xcdesk
from ui.messages import sentence
from xcdesk import clock
from xcdesk.errors import DeskError
from xcdesk.logs import way_of
from xcdesk.store import fault_of

log = logging.getLogger(__name__)


def show_error(parent: QWidget | None, error: BaseException) -> None:
    """Show ``error`` above ``parent`` without blocking; with no window yet, wait for the user."""
    error = fault_of(error) or error  # an engine's own words may quote a row; they go nowhere
    box = QMessageBox(parent)
    box.setObjectName("error_box")
    box.setTextFormat(Qt.TextFormat.PlainText)  # user data is never markup
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle(QApplication.applicationDisplayName())
    box.addButton(QApplication.translate("errors", "Close"), QMessageBox.ButtonRole.RejectRole)
    if isinstance(error, DeskError):
        log.info("refused: %s", error.code)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setText(sentence(error))
    else:
        log.error("unexpected error", exc_info=error)
        box.setIcon(QMessageBox.Icon.Critical)
        box.setText(
            QApplication.translate(
                "errors",
                "This step failed because of a fault in the program. What was saved before is safe. "
                "Copy the report and give it to your administrator.",
            )
        )
        report = report_of(error)
        box.setDetailedText(report)
        copy = box.addButton(
            QApplication.translate("errors", "Copy the report"), QMessageBox.ButtonRole.ActionRole
        )
        box.setDefaultButton(copy)
        copy.clicked.disconnect()  # a box closes at any of its buttons; this one only copies
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(report))
    if parent is None:
        box.exec()  # nothing else would keep it alive
    else:
        box.open()


def report_of(error: BaseException) -> str:
    """What an administrator needs to know of a fault of ours: versions and its way, none of its words."""
    import platform  # start-up time

    versions = f"xcdesk {xcdesk.__version__}, Python {platform.python_version()}, Qt {qVersion()}"
    moment = f"{clock.utc_now():%Y-%m-%d %H:%M:%S} UTC"
    return "\n".join((versions, platform.platform(), moment, "", way_of(error)))


class CrashHook(QObject):
    """Last resort for exceptions nobody caught: written to the log, then shown on the GUI thread."""

    caught = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.caught.connect(self._show)

    def install(self) -> None:
        """Route uncaught exceptions of this process here."""
        sys.excepthook = self._hook
        threading.excepthook = self._thread_hook

    def _hook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self.caught.emit(error)

    def _thread_hook(self, told: threading.ExceptHookArgs) -> None:
        """A thread that Python started itself: its end would otherwise be told to a console nobody has."""
        if told.exc_value is not None:
            self.caught.emit(told.exc_value)

    def _show(self, error: BaseException) -> None:
        show_error(QApplication.activeWindow(), error)
