"""Pages that are set off the GUI thread, shown as they will be, and printed."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QDialog, QWidget

from ui.dialogs.print_form import PrintForm
from ui.errors import show_error
from ui.printing import Habits
from ui.tasks import TaskRunner
from ui.widgets.notice import Notice
from ui.widgets.page_preview import PagePreview
from xcdesk.errors import DeskError
from xcdesk.progress import Operation


class PagesDialog(QDialog):
    """Base: a subclass arranges ``preview`` and ``notice``, then calls `set_pages`.

    ``runner`` sets and sends the pages; ``habits`` are how this person prints.
    """

    def __init__(self, title: str, runner: TaskRunner, habits: Habits, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._runner, self._habits = runner, habits
        self.pdf = b""
        self.setWindowTitle(title)
        self.preview = PagePreview()
        self.preview.setAccessibleName(title)
        self.notice = Notice()

    def set_pages(self, pages: Callable[[], bytes]) -> None:
        """Set the pages on a thread of its own and show them."""
        task = self._runner.create(partial(_printed, pages))
        task.succeeded.connect(self._show)
        task.failed.connect(self._say_failed)
        self._runner.start(task)

    def pages_set(self) -> None:
        """Called once the pages are there."""

    def print_pages(self) -> None:
        """Ask how the pages are to be printed, and send them."""

        def ask() -> None:
            form = PrintForm(self.pdf, self.preview.document, self._runner, self._habits, self)
            form.finished.connect(form.deleteLater)
            form.open()

        self.attempt(ask)

    def attempt(self, act: Callable[[], object]) -> bool:
        """Carry an act out; True when it went through, else the refusal is shown."""
        try:
            act()
        except DeskError as error:
            self.notice.refuse(self.tr("Not done"), error)
            return False
        self.notice.show_banner(None)
        return True

    def _show(self, pdf: bytes) -> None:
        self.pdf = pdf
        self.preview.show_pdf(pdf)
        self.pages_set()

    def _say_failed(self, error: BaseException) -> None:
        if isinstance(error, DeskError):
            self.notice.refuse(self.tr("Not done"), error)
        else:
            show_error(self, error)


def _printed(pages: Callable[[], bytes], operation: Operation) -> bytes:
    operation.check()
    return pages()
