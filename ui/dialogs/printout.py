"""A list before it is printed: the true pages, to a printer, a PDF or a workbook."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget
from typing_extensions import override

from ui.desk import Desk
from ui.dialogs.other_name import other_name
from ui.dialogs.pages_dialog import PagesDialog
from ui.printing import Habits
from ui.theme.icons import Glyph
from ui.theme.tokens import Role, Space
from ui.widgets.banner import Banner
from ui.widgets.buttons import Kind, button
from ui.widgets.labels import label
from ui.widgets.layouts import across, down
from ui.widgets.verb_bar import VerbButton
from ui.widgets.verbs import Verb, VerbSet, Weight
from ui.widgets.window_size import usual_size
from xcdesk import sheets
from xcdesk.errors import DeskError
from xcdesk.files import write_file
from xcdesk.services.office import practising
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


class PrintoutDialog(PagesDialog):
    """Pages are set off the GUI thread; PgUp and PgDn turn them."""

    help_topic = "printing#lists"

    def __init__(self, desk: Desk, shown: Printable, title: str, parent: QWidget | None) -> None:
        super().__init__(title, desk.runner, Habits(desk.preferences, desk.actor.id), parent)
        self._shown = shown
        self.preview.turned.connect(self._say_page)
        self.page = label("", Role.CAPTION, "muted")
        self.verbs = VerbSet(self._verbs(), self)
        looks = {"print": Kind.PRIMARY}
        buttons = [
            VerbButton(verb, self.verbs.action(verb.id), looks.get(verb.id, Kind.NORMAL))
            for verb in self.verbs
        ]
        close = button(self.tr("Close"), None, Kind.NORMAL, self.reject)
        head = across(label(title, Role.TITLE), None, self.page)
        column = down(head, self.notice, margins=Space.L, gap=Space.M)
        column.addWidget(self.preview, 1)
        column.addLayout(across(*buttons, None, close))
        self.setLayout(column)
        usual_size(self, 820, 680)
        self.set_pages(shown.pages)

    def _verbs(self) -> tuple[Verb, ...]:
        found = [
            Verb("print", self.tr("Print…"), Glyph.PRINT, self.print_pages, "Ctrl+P", weight=Weight.PRIMARY),
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

    @override
    def pages_set(self) -> None:
        self.preview.setFocus()

    def _say_page(self) -> None:
        words = self.tr("Page {page} of {pages}")
        self.page.setText(words.format(page=self.preview.page + 1, pages=self.preview.pages))

    def _export_pdf(self) -> None:
        self._write("pdf", lambda path: write_file(path, self.pdf))

    def _export_book(self) -> None:
        if self._shown.book is not None:
            self._write("xlsx", self._shown.book)

    def _export_document(self) -> None:
        if self._shown.document is not None:
            self._write("docx", self._shown.document)

    def _write(self, ending: str, write: Callable[[Path], object]) -> None:
        name = f"{practising.file_name(self._shown.name())}.{ending}"
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Save as"), name)
        if chosen:
            self._write_to(write, Path(chosen))

    def _write_to(self, write: Callable[[Path], object], path: Path) -> None:
        try:
            write(path)
        except DeskError as error:
            ways = other_name(error, path, partial(self._write_to, write))
            self.notice.refuse(self.tr("Not done"), error, ways)
            return
        self.notice.show_banner(Banner("ok", self.tr("Written: {path}").format(path=path)))
