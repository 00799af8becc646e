"""What the menu Tools offers: a backup now, the settings of the office."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from ui import format as shown
from ui.changes import Area
from ui.desk import Desk
from ui.pages.page import Page
from xcdesk import store
from xcdesk.progress import Operation


class OfficeTools(QObject):
    """Works in the page in front, which shows progress and refusals."""

    said = Signal(str)

    def __init__(self, desk: Desk, page: Callable[[], Page], parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._page = desk, page

    def back_up(self) -> None:
        """Take a verified backup beside the data."""
        self._page().run(_back_up, self.tr("Backing up…"), self._backed_up)

    def _backed_up(self, rows: int) -> None:
        self._desk.changes.tell(Area.BACKUPS)
        self.said.emit(self.tr("Backed up and checked, {rows}").format(rows=shown.count(rows, "rows")))


def _back_up(_operation: Operation) -> int:
    return store.back_up_now(store.where(), "by-hand").rows
