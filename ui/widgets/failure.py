"""What the user hands on when the program itself was at fault."""

import logging
from collections.abc import Callable

from PySide6.QtGui import QGuiApplication

from ui.errors import report_of

log = logging.getLogger(__name__)


def copy_details(error: BaseException) -> Callable[[], None]:
    """Log a fault of ours now; the call returned puts its details on the clipboard."""
    log.error("unexpected error", exc_info=error)
    details = report_of(error)  # it is handed on: no word of it may quote a person

    def copy() -> None:
        QGuiApplication.clipboard().setText(details)

    return copy
