"""What the user hands on when the program itself was at fault."""

import logging
import traceback
from collections.abc import Callable

from PySide6.QtGui import QGuiApplication

log = logging.getLogger(__name__)


def copy_details(error: BaseException) -> Callable[[], None]:
    """Log a fault of ours now; the call returned puts its details on the clipboard."""
    log.error("unexpected error", exc_info=error)
    details = "".join(traceback.format_exception(error))

    def copy() -> None:
        QGuiApplication.clipboard().setText(details)

    return copy
