"""Shows a recovery code once, with the page that is to be printed and locked away."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QCheckBox, QFileDialog, QWidget
from typing_extensions import override

from ui.dialogs.pages_dialog import PagesDialog
from ui.printing import Habits
from ui.tasks import TaskRunner
from ui.theme.icons import Glyph
from ui.theme.tokens import Role, Space
from ui.widgets.banner import Banner
from ui.widgets.buttons import Kind, button
from ui.widgets.labels import label
from ui.widgets.layouts import across, down
from ui.widgets.window_size import usual_size
from xcdesk import sheets, store
from xcdesk.files import write_file
from xcdesk.services.office import practising
from xcdesk.services.record.actor import Actor

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class ShownOnce:
    """What is shown this once: its title, what it is for, and its page."""

    title: str
    words: str
    pages: Callable[[], bytes]


class RecoveryDialog(PagesDialog):
    """Goes away only once somebody has said that the code is kept: it is shown this once."""

    help_topic = "accounts#recovery"

    def __init__(
        self, actor: Actor, code: str, parent: QWidget | None, shown: ShownOnce | None = None
    ) -> None:
        once = shown or _recovery_page(actor, code)
        super().__init__(once.title, TaskRunner(store.connection), Habits(), parent)
        self._runner.setParent(self)
        self._words = once.words
        self.code = label(code, Role.FIGURE)
        self.code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.code.setAccessibleName(self.windowTitle())
        self.print_button = button(self.tr("Print…"), Glyph.PRINT, Kind.PRIMARY, self.print_pages)
        self.print_button.setShortcut("Ctrl+P")
        self.pdf_button = button(self.tr("Export PDF…"), Glyph.DOCUMENT_PDF, Kind.NORMAL, self._export)
        self.pdf_button.setShortcut("Ctrl+E")
        self.kept = QCheckBox(self.tr("The code is printed or written down"))
        self.go_on = button(self.tr("Continue"), None, Kind.NORMAL, self.accept)
        self.kept.toggled.connect(self.go_on.setEnabled)
        self.go_on.setEnabled(False)
        self._arrange()
        self.set_pages(once.pages)

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
            label(self._words, tone="second", wrap=True),
            self.code,
            self.notice,
            margins=Space.L,
            gap=Space.M,
        )
        column.addWidget(self.preview, 1)
        column.addLayout(across(self.print_button, self.pdf_button, None, self.kept, self.go_on))
        self.setLayout(column)
        usual_size(self, 720, 660)

    @override
    def pages_set(self) -> None:
        for ready in (self.print_button, self.pdf_button):
            ready.setEnabled(True)
        self.print_button.setFocus()

    def _export(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save as"), f"{practising.file_name(self.windowTitle())}.pdf"
        )
        if not chosen:
            return
        if not self.attempt(lambda: write_file(Path(chosen), self.pdf)):
            return
        words = self.tr("Delete the file once it is printed.")
        self.notice.show_banner(Banner("ok", self.tr("Written: {path}").format(path=chosen), words))


def _recovery_page(actor: Actor, code: str) -> ShownOnce:
    words = translate(
        "RecoveryDialog",
        "If an administrator forgets the password, this code is the way back. It is shown this once: "
        "print the page or write the code down, seal it and lock it away.",
    )
    title = translate("RecoveryDialog", "Recovery code")
    return ShownOnce(title, words, lambda: sheets.printed_recovery(actor, code).pdf)
