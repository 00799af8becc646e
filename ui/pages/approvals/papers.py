"""What belongs to approvals besides the text: the review record, signed sheets, steps, delegations."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QFileDialog

from ui.pages.approvals.acts import Acts
from ui.refusals import NoSheetError
from ui.theme.icons import Glyph
from ui.widgets.verbs import Verb, Weight
from xcdesk import sheets
from xcdesk.errors import DeskError
from xcdesk.files import safe_name
from xcdesk.services import approvals
from xcdesk.services.approvals import SheetRow
from xcdesk.services.record import permissions
from xcdesk.services.record.permissions import Permission


class Papers(QObject):
    """Verbs that show or write something; ``chosen`` answers None when a material is shown."""

    def __init__(self, acts: Acts, chosen: Callable[[], DeskError | None]) -> None:
        super().__init__(acts)
        self._acts, self._chosen = acts, chosen

    def verbs(self) -> Sequence[Verb]:
        """All of them; they are rare."""
        rare = Weight.RARE
        return (
            *self._prints(),
            Verb(
                "material_forms",
                self.tr("Consulting forms…"),
                Glyph.SEND,
                self._forms,
                "Ctrl+Alt+U",
                self._chosen,
                rare,
            ),
            Verb(
                "material_scan",
                self.tr("Export the signed sheet…"),
                Glyph.ARROW_EXPORT,
                self._export_scan,
                check=self._signed_on_paper,
                weight=rare,
            ),
            Verb(
                "review_steps",
                self.tr("Steps of each kind…"),
                Glyph.SETTINGS,
                self._set_steps,
                check=lambda: permissions.refusal(self._acts.actor, Permission.SETTINGS),
                weight=rare,
            ),
            Verb("delegations", self.tr("Delegations…"), Glyph.PEOPLE, self._delegate, weight=rare),
        )

    def _prints(self) -> Sequence[Verb]:
        """What is shown on pages."""
        rare = Weight.RARE
        return (
            Verb(
                "material_sheet",
                self.tr("Review record"),
                Glyph.PRINT,
                self._print,
                "Ctrl+P",
                self._chosen,
                rare,
            ),
            Verb(
                "material_trace",
                self.tr("Trace copy"),
                Glyph.HISTORY,
                self._trace,
                "Ctrl+Shift+P",
                self._chosen,
                rare,
            ),
            Verb(
                "material_print",
                self.tr("Print the text…"),
                Glyph.PRINT,
                self._print_text,
                "Ctrl+Alt+R",
                self._chosen,
                rare,
            ),
        )

    def _print(self) -> None:
        """Show the review record on pages."""
        row, actor = self._acts.row(), self._acts.actor
        name = self.tr("Review record {title}").format(title=row.title)
        self._show(lambda: sheets.review(actor, row.id).pdf, name, self.tr("Review record"))

    def _print_text(self) -> None:
        """Show the text as it stands, under its kind, its state and its version, on pages."""
        row, actor = self._acts.row(), self._acts.actor
        self._show(lambda: sheets.material(actor, row.id).pdf, row.title, row.title)

    def _show(self, pages: Callable[[], bytes], name: str, title: str) -> None:
        from ui.dialogs.printout import Printable, PrintoutDialog  # start-up time

        page = self._acts.page
        self._open(PrintoutDialog(page.desk, Printable(pages, lambda: name), title, page.window()))

    def _trace(self) -> None:
        """Show on pages what was changed between the versions compared, else since the first review."""
        from xcdesk import issued

        row, span = self._acts.row(), self._acts.pane.text.compared()
        name = self.tr("Trace copy {title}").format(title=row.title)
        self._show(lambda: issued.trace_pages(row.id, span), name, self.tr("Trace copy"))

    def _forms(self) -> None:
        from ui.dialogs.consult_forms import ConsultFormsDialog  # start-up time

        self._open(ConsultFormsDialog(self._acts.page.desk, self._acts.row(), self._acts.page.window()))

    def _sheets(self) -> list[SheetRow]:
        """Signed sheets of the material shown, the latest first."""
        seen = self._acts.pane.seen
        events = reversed(seen.events) if seen is not None else ()
        return [event.sheet for event in events if event.sheet is not None]

    def _signed_on_paper(self) -> DeskError | None:
        return self._chosen() or (None if self._sheets() else NoSheetError())

    def _export_scan(self) -> None:
        """Write the scan of the latest sheet where the person says."""
        sheet, page = self._sheets()[0], self._acts.page
        chosen, _ = QFileDialog.getSaveFileName(page, self.tr("Save as"), safe_name(sheet.label))
        if chosen and page.attempt(lambda: approvals.write_scan(sheet.id, Path(chosen))):
            page.said.emit(self.tr("Written: {path}").format(path=chosen))

    def _set_steps(self) -> None:
        from ui.dialogs.review_steps import ReviewStepsDialog  # start-up time

        self._open(ReviewStepsDialog(self._acts.page.desk, self._acts.page.window()))

    def _delegate(self) -> None:
        from ui.dialogs.delegations import DelegationsDialog  # start-up time

        self._open(DelegationsDialog(self._acts.page.desk, self._acts.page.window()))

    def _open(self, dialog: QDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
