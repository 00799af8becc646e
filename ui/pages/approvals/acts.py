"""What the verbs of the page do to the material shown, each by the service of that name."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from ui.changes import Area
from ui.dialogs.void_material import VoidDialog
from ui.pages.approvals.detail_pane import MaterialPane
from ui.pages.page import Page
from xcdesk import office
from xcdesk.services import approvals
from xcdesk.services.approvals import MaterialRow, ReturnTo
from xcdesk.services.record.actor import Actor


class Acts(QObject):
    """Acts on the material in ``pane``; each is given the version that was on the screen."""

    def __init__(self, page: Page, pane: MaterialPane) -> None:
        super().__init__(page)
        self._page, self._pane = page, pane

    def submit(self) -> None:
        """Send it to review."""
        row = self._row()
        self._do(
            lambda: office.submit_material(self._actor, row.id, version=row.version), self.tr("Submitted")
        )

    def recall(self) -> None:
        """Take it back from review."""
        row = self._row()
        self._do(lambda: approvals.recall(self._actor, row.id, version=row.version), self.tr("Recalled"))

    def agree(self) -> None:
        """Agree to exactly the text on the screen."""
        row, opinion = self._row(), self._pane.opinion.text()
        self._do(
            lambda: approvals.agree(
                self._actor, row.id, seen_hash=row.text_hash, opinion=opinion, version=row.version
            ),
            self.tr("Agreed"),
        )

    def give_back(self) -> None:
        """Return it with the opinion typed; without one the field asks for it."""
        row, opinion = self._row(), self._pane.opinion.text()
        to = ReturnTo(self._pane.return_to.key)
        done = self._do(
            lambda: approvals.send_back(
                self._actor, row.id, seen_hash=row.text_hash, opinion=opinion, to=to, version=row.version
            ),
            self.tr("Returned"),
        )
        if not done:
            self._pane.opinion.setFocus()

    def issue(self) -> None:
        """Issue it; a bulletin gets its number and its file with it, which takes a moment."""
        row = self._row()
        self._page.run(
            lambda _: office.issue_material(self._actor, row.id, version=row.version),
            self.tr("Issuing…"),
            self._issued,
        )

    def void(self) -> None:
        """Ask for the reason, then void it for good."""
        row = self._row()

        def void(reason: str) -> None:
            approvals.void(self._actor, row.id, reason=reason, version=row.version)

        dialog = VoidDialog(row.title, void, self._page)
        dialog.saved.connect(lambda: self._tell(self.tr("Voided")))
        dialog.open()

    @property
    def _actor(self) -> Actor:
        return self._page.desk.actor

    def _row(self) -> MaterialRow:
        seen = self._pane.seen
        if seen is None:
            raise RuntimeError("verbs on nothing are refused before")
        return seen.row

    def _do(self, act: Callable[[], object], done: str) -> bool:
        went_through = self._page.attempt(act)
        if went_through:
            self._tell(done)
        return went_through

    def _issued(self, _row: MaterialRow) -> None:
        self._tell(self.tr("Issued"))

    def _tell(self, done: str) -> None:
        words = self.tr("{done}: {title}").format(done=done, title=self._row().title)
        self._pane.forget_opinion()
        self._page.desk.changes.tell(Area.MATERIALS)
        self._page.said.emit(words)
