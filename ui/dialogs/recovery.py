"""Shows a recovery code once, with the page that is to be printed and locked away."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QFileDialog, QWidget
from typing_extensions import override

from ui.dialogs.print_form import PrintForm
from ui.errors import show_error
from ui.printing import Habits
from ui.tasks import TaskRunner
from ui.theme.icons import Glyph
from ui.theme.tokens import Role, Space
from ui.widgets.banner import Banner
from ui.widgets.buttons import Kind, button
from ui.widgets.labels import label
from ui.widgets.layouts import across, down
from ui.widgets.notice import Notice
from ui.widgets.page_preview import PagePreview
from xcdesk import sheets, store
from xcdesk.errors import DeskError
from xcdesk.files import write_file
from xcdesk.progress import Operation
from xcdesk.services.record.actor import Actor


@dataclass(frozen=True, slots=True)
class ShownOnce:
    """What is shown this once: its title, what it is for, and its page."""

    title: str
    words: str
    pages: Callable[[], bytes]


class RecoveryDialog(QDialog):
    """Goes away only once somebody has said that the code is kept: it is shown this once."""

    def __init__(
        self, actor: Actor, code: str, parent: QWidget | None, shown: "ShownOnce | None" = None
    ) -> None:
        super().__init__(parent)
        self._shown = shown or ShownOnce(
            self.tr("Recovery code"),
            self.tr(
                "If an administrator forgets the password, this code is the way back. It is shown this once: "
                "print the page, seal it and lock it away."
            ),
            lambda: sheets.printed_recovery(actor, code).pdf,
        )
        self.setWindowTitle(self._shown.title)
        self._pdf = b""
        self._runner = TaskRunner(store.connection, self)
        self.code = label(code, Role.FIGURE)
        self.code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.code.setAccessibleName(self.windowTitle())
        self.preview = PagePreview()
        self.preview.setAccessibleName(self.windowTitle())
        self._notice = Notice()
        self.print_button = button(self.tr("Print…"), Glyph.PRINT, Kind.PRIMARY, self._print)
        self.print_button.setShortcut("Ctrl+P")
        self.pdf_button = button(self.tr("Export PDF…"), Glyph.DOCUMENT_PDF, Kind.NORMAL, self._export)
        self.pdf_button.setShortcut("Ctrl+E")
        self.kept = QCheckBox(self.tr("The code is printed or written down"))
        self.go_on = button(self.tr("Continue"), None, Kind.NORMAL, self.accept)
        self.kept.toggled.connect(self.go_on.setEnabled)
        self.go_on.setEnabled(False)
        self._arrange()
        self._set_page()

    @override
    def reject(self) -> None:
        """Esc and the cross of the window leave it open until the code is kept."""
        if self.kept.isChecked():
            self.accept()
        else:
            self.kept.setFocus()

    def _arrange(self) -> None:
        for waiting in (self.print_button, self.pdf_button):
            waiting.setEnabled(False)
        column = down(
            label(self.windowTitle(), Role.TITLE),
            label(self._shown.words, tone="second", wrap=True),
            self.code,
            self._notice,
            margins=Space.L,
            gap=Space.M,
        )
        column.addWidget(self.preview, 1)
        column.addLayout(across(self.print_button, self.pdf_button, None, self.kept, self.go_on))
        self.setLayout(column)
        self.resize(720, 660)

    def _set_page(self) -> None:
        task = self._runner.create(partial(_printed, self._shown.pages))
        task.succeeded.connect(self._show)
        task.failed.connect(self._say_failed)
        self._runner.start(task)

    def _show(self, pdf: bytes) -> None:
        self._pdf = pdf
        self.preview.show_pdf(pdf)
        for ready in (self.print_button, self.pdf_button):
            ready.setEnabled(True)
        self.print_button.setFocus()

    def _print(self) -> None:
        try:
            form = PrintForm(self._pdf, self.preview.document, self._runner, Habits(), self)
        except DeskError as error:
            self._say_failed(error)
            return
        form.finished.connect(form.deleteLater)
        form.open()

    def _export(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Save as"), f"{self.windowTitle()}.pdf")
        if not chosen:
            return
        try:
            write_file(Path(chosen), self._pdf)
        except DeskError as error:
            self._say_failed(error)
            return
        words = self.tr("Delete the file once it is printed.")
        self._notice.show_banner(Banner("ok", self.tr("Written: {path}").format(path=chosen), words))

    def _say_failed(self, error: BaseException) -> None:
        if isinstance(error, DeskError):
            self._notice.refuse(self.tr("Not done"), error)
        else:
            show_error(self, error)


def _printed(pages: Callable[[], bytes], operation: Operation) -> bytes:
    operation.check()
    return pages()
