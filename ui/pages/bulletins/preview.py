"""Right column of the bulletins page: the pages as they will be printed, 400 ms after the last change."""

from dataclasses import dataclass

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.desk import Desk
from ui.messages import sentence
from ui.theme.icons import Glyph
from ui.theme.tokens import Role
from ui.widgets.buttons import Kind, button
from ui.widgets.card import Pane
from ui.widgets.labels import label, tip
from ui.widgets.layouts import down
from ui.widgets.page_preview import PagePreview
from xcdesk import office
from xcdesk.errors import DeskError
from xcdesk.progress import Operation
from xcdesk.services.issuing import bulletins, numbering

_WAIT_MS = 400


@dataclass(frozen=True, slots=True)
class Preview:
    """Printed pages of a bulletin, and whether its figures are those of the log."""

    bulletin: int
    pdf: bytes
    up_to_date: bool


class PreviewPane(QWidget):
    """Prints the bulletin in hand as a task; the page before stays until the new one is there."""

    printed = Signal(object)  # Preview

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._wanted: int | None = None
        self._working = False
        self._due = False
        self.content = b""
        self.view = PagePreview()
        self.view.setAccessibleName(self.tr("Page"))
        self.view.turned.connect(self._tell)
        self.place = label("", Role.CAPTION, "muted")
        self.scale = label("", Role.CAPTION, "muted")
        self.back = button("", Glyph.ARROW_UP, Kind.PLAIN, lambda: self.view.turn(-1))
        self.forth = button("", Glyph.ARROW_DOWN, Kind.PLAIN, lambda: self.view.turn(1))
        for made, name in ((self.back, self.tr("Page before")), (self.forth, self.tr("Next page"))):
            made.setAccessibleName(name)
            made.setToolTip(tip(name))
        heading = label(self.tr("Page"), Role.HEADING)
        pane = Pane(self.view, (heading, self.place, None, self.back, self.forth, self.scale))
        pane.setObjectName("well")
        self.setLayout(down(pane))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT_MS)
        self._timer.timeout.connect(self._print)
        self._tell()

    def show_bulletin(self, bulletin: int | None) -> None:
        """Show the pages of another bulletin, or of the same one after a change; None shows nothing."""
        changed, self._wanted = bulletin != self._wanted, bulletin
        if changed:
            self.content = b""
            self.view.clear()
        self._due = bulletin is not None
        self._wait()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._wait()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        # Nothing is begun for a window that closes: its runner has waited for the last task already.
        self._timer.stop()
        super().hideEvent(event)

    def _wait(self) -> None:
        """Print a little later, so that some changes in a row are printed once."""
        if self._due and self.isVisible():
            self._timer.start()
        else:
            self._timer.stop()

    def _print(self) -> None:
        wanted = self._wanted
        if wanted is None or self._working:
            return
        self._working, self._due = True, False
        task = self._desk.runner.create(lambda operation: _printed(wanted, operation))
        task.succeeded.connect(self._show)
        task.failed.connect(self._show_failure)
        self._desk.runner.start(task)

    def _show(self, made: Preview) -> None:
        self._working = False
        self._wait()
        if made.bulletin == self._wanted:
            self.content = made.pdf
            self.view.show_pdf(made.pdf)
            self.printed.emit(made)

    def _show_failure(self, error: BaseException) -> None:
        self._working = False
        self._wait()
        words = sentence(error) if isinstance(error, DeskError) else self.tr("The page could not be printed.")
        self.place.setText(words)

    def _tell(self) -> None:
        if not self.view.pages:
            waits = self.tr("Printing…")
            self.place.setText(waits if self._wanted is not None else "")
            self.scale.setText("")
        else:
            words = self.tr("{page} of {pages}, as it will be printed")
            self.place.setText(words.format(page=self.view.page + 1, pages=self.view.pages))
            self.scale.setText(f"{self.view.percent()} %")
        self.back.setEnabled(self.view.page > 0)
        self.forth.setEnabled(self.view.page + 1 < self.view.pages)


def _printed(bulletin: int, operation: Operation) -> Preview:
    """Pages as they went out, or as they would go out now; runs on a thread of its own."""
    operation.check()
    row = numbering.row(bulletin)
    if row.number is not None:
        return Preview(bulletin, numbering.content(bulletin, office.PDF), up_to_date=True)
    draft = bulletins.get(bulletin)
    pdf = office.proof_pdf(draft).pdf
    return Preview(bulletin, pdf, up_to_date=not draft.open or bulletins.is_up_to_date(bulletin))
