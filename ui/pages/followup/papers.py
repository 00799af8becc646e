"""What belongs to follow-up besides acts: sheets, the whole case, copies of evidence, the ledger."""

import datetime as dt
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QFileDialog

from ui.pages.followup.detail import sheet_name
from ui.pages.page import Page
from ui.refusals import NoCaseSheetError
from ui.tablemodels.cases import number
from ui.theme.icons import Glyph
from ui.widgets.verbs import Verb, Weight
from xcdesk import case_pages, sheets
from xcdesk.errors import DeskError
from xcdesk.services import cases
from xcdesk.services.cases import Action, CaseDetail, EventRow, FileRow, papers
from xcdesk.services.cases.papers import CasePaper


class CasePapers(QObject):
    """Verbs that show or write something; ``seen`` gives the case shown, ``check`` why an act is grey.

    ``month`` is a day of the month whose ledger is printed.
    """

    def __init__(
        self,
        page: Page,
        seen: Callable[[], CaseDetail | None],
        check: Callable[[Action], DeskError | None],
        month: Callable[[], dt.date],
    ) -> None:
        super().__init__(page)
        self._page, self._seen, self._check, self._month = page, seen, check, month

    def verbs(self) -> Sequence[Verb]:
        """All of them."""
        rare = Weight.RARE
        return (
            Verb(
                "case_sheet",
                self.tr("Print the latest sheet"),
                Glyph.PRINT,
                self._print_latest,
                "Ctrl+P",
                self._has_sheet,
                rare,
            ),
            Verb(
                "case_print",
                self.tr("Print the whole case"),
                Glyph.PRINT,
                self._print_case,
                "Ctrl+Alt+P",
                self._chosen,
                rare,
            ),
            Verb(
                "case_ledger",
                self.tr("Print the ledger of the month"),
                Glyph.PRINT,
                self.print_ledger,
                "Ctrl+Shift+P",
                weight=rare,
            ),
        )

    def show_sheet(self, event: EventRow) -> None:
        """Show the sheet of an act on pages."""
        seen = self._seen()
        if seen is not None:
            self._show(papers.sheet(seen, event), sheet_name(event))

    def _print_case(self) -> None:
        """Show the case in front with its course on pages; private details stand in none of it."""
        seen = self._seen()
        if seen is not None:
            actor, row = self._page.desk.actor, seen.row
            self._show_pages(lambda: sheets.case(actor, row.id).pdf, number(row), number(row))

    def print_ledger(self) -> None:
        """Show the ledger of the month in front on pages."""
        self._show(case_pages.ledger(self._month()), self.tr("Ledger"))

    def save_file(self, file: FileRow) -> None:
        """Write a copy of a piece of evidence into a folder that the person chooses."""
        folder = QFileDialog.getExistingDirectory(self._page, self.tr("Save a copy into"))
        if folder and self._page.attempt(lambda: cases.save_copy(file.id, Path(folder))):
            self._page.said.emit(self.tr("Written: {path}").format(path=folder))

    def _print_latest(self) -> None:
        seen = self._seen()
        if seen is not None:
            self.show_sheet(papers.sheets(seen)[0])

    def _chosen(self) -> DeskError | None:
        return self._check(Action.EDIT) if self._seen() is None else None

    def _has_sheet(self) -> DeskError | None:
        refused, seen = self._chosen(), self._seen()
        return refused or (None if seen is not None and papers.sheets(seen) else NoCaseSheetError())

    def _show(self, paper: CasePaper, title: str) -> None:
        name, document = case_pages.file_name(paper), partial(case_pages.write_docx, paper)
        self._show_pages(lambda: case_pages.printed(paper).pdf, name, title, document)

    def _show_pages(
        self,
        pages: Callable[[], bytes],
        name: str,
        title: str,
        document: Callable[[Path], object] | None = None,
    ) -> None:
        from ui.dialogs.printout import Printable, PrintoutDialog  # start-up time

        shown = Printable(pages, lambda: name, document=document)
        self._open(PrintoutDialog(self._page.desk, shown, title, self._page.window()))

    def _open(self, dialog: QDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
