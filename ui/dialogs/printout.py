"""A list before it is printed: the true pages, to a printer, a PDF or a workbook."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from ui.desk import Desk
from ui.dialogs.other_name import other_name
from ui.dialogs.print_form import PrintForm
from ui.errors import show_error
from ui.printing import Habits
from ui.theme.icons import Glyph
from ui.theme.tokens import Role, Space
from ui.widgets.banner import Banner
from ui.widgets.buttons import Kind, button
from ui.widgets.labels import label
from ui.widgets.layouts import across, down
from ui.widgets.notice import Notice
from ui.widgets.page_preview import PagePreview
from ui.widgets.verb_bar import VerbButton
from ui.widgets.verbs import Verb, VerbSet, Weight
from xcdesk import sheets
from xcdesk.errors import DeskError
from xcdesk.files import write_file
from xcdesk.progress import Operation
from xcdesk.services.record.actor import Actor
from xcdesk.sheets import SheetKind


@dataclass(frozen=True, slots=True)
class Printable:
    """What can be shown on pages: how they are set, the name of its file, its workbook or document if any."""

    pages: Callable[[], bytes]
    name: Callable[[], str]
    book: Callable[[Path], object] | None = None
    document: Callable[[Path], object] | None = None


def listed(kind: SheetKind, actor: Actor) -> Printable:
    """A list of the office, as ``actor`` sees it."""
    return Printable(
        lambda: sheets.printed(kind, actor).pdf,
        lambda: sheets.name(kind, actor),
        partial(sheets.write_book_as, kind, actor),
    )


class PrintoutDialog(QDialog):
    """Pages are set off the GUI thread; PgUp and PgDn turn them."""

    def __init__(self, desk: Desk, shown: Printable, title: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._desk, self._shown = desk, shown
        self._pdf = b""
        self.setWindowTitle(title)
        self.preview = PagePreview()
        self.preview.setAccessibleName(title)
        self.preview.turned.connect(self._say_page)
        self.page = label("", Role.CAPTION, "muted")
        self._notice = Notice()
        self.verbs = VerbSet(self._verbs(), self)
        looks = {"print": Kind.PRIMARY}
        buttons = [
            VerbButton(verb, self.verbs.action(verb.id), looks.get(verb.id, Kind.NORMAL))
            for verb in self.verbs
        ]
        close = button(self.tr("Close"), None, Kind.NORMAL, self.reject)
        head = across(label(title, Role.TITLE), None, self.page)
        column = down(head, self._notice, margins=Space.L, gap=Space.M)
        column.addWidget(self.preview, 1)
        column.addLayout(across(*buttons, None, close))
        self.setLayout(column)
        self.resize(820, 680)
        self._set_pages()

    def _verbs(self) -> tuple[Verb, ...]:
        found = [
            Verb("print", self.tr("Print…"), Glyph.PRINT, self._print, "Ctrl+P", weight=Weight.PRIMARY),
            Verb("pdf", self.tr("Export PDF…"), Glyph.DOCUMENT_PDF, self._export_pdf, "Ctrl+E"),
        ]
        if self._shown.book is not None:
            found.append(
                Verb("xlsx", self.tr("Export Excel…"), Glyph.TABLE, self._export_book, "Ctrl+Shift+X")
            )
        if self._shown.document is not None:
            found.append(
                Verb("docx", self.tr("Export Word…"), Glyph.EDIT, self._export_document, "Ctrl+Shift+W")
            )
        return tuple(found)

    def _set_pages(self) -> None:
        task = self._desk.runner.create(partial(_printed, self._shown.pages))
        task.succeeded.connect(self._show)
        task.failed.connect(self._say_failed)
        self._desk.runner.start(task)

    def _show(self, pdf: bytes) -> None:
        self._pdf = pdf
        self.preview.show_pdf(pdf)
        self.preview.setFocus()

    def _say_page(self) -> None:
        words = self.tr("Page {page} of {pages}")
        self.page.setText(words.format(page=self.preview.page + 1, pages=self.preview.pages))

    def _print(self) -> None:
        habits = Habits(self._desk.preferences, self._desk.actor.id)

        def ask() -> None:
            form = PrintForm(self._pdf, self.preview.document, self._desk.runner, habits, self)
            form.finished.connect(form.deleteLater)
            form.open()

        self._attempt(ask)

    def _export_pdf(self) -> None:
        self._write("pdf", lambda path: write_file(path, self._pdf))

    def _export_book(self) -> None:
        if self._shown.book is not None:
            self._write("xlsx", self._shown.book)

    def _export_document(self) -> None:
        if self._shown.document is not None:
            self._write("docx", self._shown.document)

    def _write(self, ending: str, write: Callable[[Path], object]) -> None:
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Save as"), f"{self._shown.name()}.{ending}")
        if chosen:
            self._write_to(write, Path(chosen))

    def _write_to(self, write: Callable[[Path], object], path: Path) -> None:
        try:
            write(path)
        except DeskError as error:
            ways = other_name(error, path, partial(self._write_to, write))
            self._notice.refuse(self.tr("Not done"), error, ways)
            return
        self._notice.show_banner(Banner("ok", self.tr("Written: {path}").format(path=path)))

    def _attempt(self, act: Callable[[], object]) -> None:
        try:
            act()
        except DeskError as error:
            self._notice.refuse(self.tr("Not done"), error)
            return
        self._notice.show_banner(None)

    def _say_failed(self, error: BaseException) -> None:
        if isinstance(error, DeskError):
            self._notice.refuse(self.tr("Not done"), error)
        else:
            show_error(self, error)


def _printed(pages: Callable[[], bytes], operation: Operation) -> bytes:
    operation.check()
    return pages()
