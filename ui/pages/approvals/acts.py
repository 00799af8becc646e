"""What the verbs of the page do to the material shown: at once, or with the opinion typed there."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from ui.changes import Area
from ui.pages.approvals.detail_pane import MaterialPane
from ui.pages.page import Page
from ui.undo import Act
from xcdesk import office
from xcdesk.services import approvals
from xcdesk.services.approvals import MaterialRow, ReturnTo
from xcdesk.services.record.actor import Actor


class Acts(QObject):
    """Acts on the material in ``pane``; each is given the version that was on the screen."""

    def __init__(self, page: Page, pane: MaterialPane) -> None:
        super().__init__(page)
        self.page, self.pane = page, pane

    def claim(self) -> None:
        """Say that one is at it, or no longer."""
        row = self.row()
        mine = row.claimed_by == self.actor.name
        done = self.tr("No longer claimed") if mine else self.tr("Claimed")
        self.do(lambda: approvals.claim(self.actor, row.id, version=row.version), done, keeping=True)

    def agree(self) -> None:
        """Agree to exactly the text on the screen."""
        row, opinion = self.row(), self.pane.opinion.text()
        self.do(
            lambda: approvals.agree(
                self.actor, row.id, seen_hash=row.text_hash, opinion=opinion, version=row.version
            ),
            self.tr("Agreed"),
        )

    def give_back(self) -> None:
        """Return it with the opinion typed; without one the field asks for it."""
        row, opinion = self.row(), self.pane.opinion.text()
        to = ReturnTo(self.pane.return_to.key)
        done = self.do(
            lambda: approvals.send_back(
                self.actor, row.id, seen_hash=row.text_hash, opinion=opinion, to=to, version=row.version
            ),
            self.tr("Returned"),
        )
        if not done:
            self.pane.opinion.setFocus()

    def check(self) -> None:
        """Find right what was issued first."""
        row, opinion = self.row(), self.pane.opinion.text()
        self.do(
            lambda: approvals.check(
                self.actor, row.id, seen_hash=row.text_hash, opinion=opinion, version=row.version
            ),
            self.tr("Checked"),
        )

    def chase(self) -> None:
        """Remind those whose turn it is."""
        row = self.row()
        self.do(lambda: approvals.chase(self.actor, row.id), self.tr("Chased"), keeping=True)

    def issue(self) -> None:
        """Issue it with its number and its files, which takes a moment."""
        row = self.row()
        self.page.run(
            lambda _: office.issue_material(self.actor, row.id, version=row.version),
            self.tr("Issuing…"),
            self._issued,
        )

    def archive(self) -> None:
        """Put away what was issued."""
        row = self.row()
        self.do(lambda: approvals.archive(self.actor, row.id, version=row.version), self.tr("Archived"))

    def discard(self) -> None:
        """Put a draft that was never submitted into the trash; undo takes it out."""
        row = self.row()
        if self.do(lambda: approvals.discard(self.actor, row.id, version=row.version), self.tr("Discarded")):
            self._undoable(row)

    def restore(self) -> None:
        """Take a draft out of the trash."""
        row = self.row()
        self.do(lambda: approvals.restore(self.actor, row.id, version=row.version), self.tr("Restored"))

    @property
    def actor(self) -> Actor:
        """Who sits here."""
        return self.page.desk.actor

    def row(self) -> MaterialRow:
        """The material shown."""
        seen = self.pane.seen
        if seen is None:
            raise RuntimeError("verbs on nothing are refused before")
        return seen.row

    def do(self, act: Callable[[], object], done: str, *, keeping: bool = False) -> bool:
        """Carry an act out and tell of it; ``keeping`` leaves the opinion that is being typed."""
        row = self.row()
        went_through = self.page.attempt(act)
        if went_through:
            self.tell(done, row, keeping=keeping)
        return went_through

    def tell(self, done: str, row: MaterialRow, *, keeping: bool = False) -> None:
        """Say what was done to a material, and that it was written."""
        words = self.tr("{done}: {title}").format(done=done, title=row.title)
        if not keeping:
            self.pane.forget_opinion()
        self.page.desk.changes.tell(Area.MATERIALS, Area.BULLETINS)
        self.page.said.emit(words)

    def _issued(self, row: MaterialRow) -> None:
        self.tell(self.tr("Issued"), row)

    def _undoable(self, row: MaterialRow) -> None:
        name = self.tr("Discard “{title}”").format(title=row.title)

        def write(act: Callable[..., object]) -> Callable[[], None]:
            def run() -> None:
                act(self.actor, row.id)
                self.page.desk.changes.tell(Area.MATERIALS)

            return run

        self.page.desk.undo.push(Act(name, write(approvals.restore), write(approvals.discard)))
