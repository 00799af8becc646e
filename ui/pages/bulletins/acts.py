"""What the bulletins page writes: each act under its own name, with the way to take it back."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from typing_extensions import override

from ui.changes import Area
from ui.pages.acts import PageActs, Version, Write
from ui.pages.page import Page
from xcdesk.codes import ContributionState, Series
from xcdesk.services.issuing import bulletins, tray
from xcdesk.services.issuing.bulletins import DraftRow
from xcdesk.services.issuing.tray import Piece
from xcdesk.services.targets import contributions
from xcdesk.services.targets.contributions import ContributionRow, NewContribution


class BulletinActs(PageActs):
    """Writes for one desk; what happens to a piece can be taken back by its name."""

    def __init__(self, page: Page) -> None:
        super().__init__(page, Area.BULLETINS)

    @override
    def done(self, name: str, undo: Callable[[], None], redo: Callable[[], None]) -> None:
        super().done(name, self._also(undo), self._also(redo))
        self._page.desk.changes.tell(Area.MATERIALS)

    def tell(self) -> None:
        """Say that bulletins and their texts have changed."""
        self._page.desk.changes.tell(Area.BULLETINS, Area.MATERIALS)

    def receive(self, new: NewContribution) -> int:
        """Take a contribution in; returns its id."""
        made = contributions.receive(self.actor, new)

        def again(_version: int) -> int:
            return contributions.receive_again(self.actor, made, new)

        def withdraw(version: int) -> int:
            contributions.withdraw(self.actor, made, version)
            return 0

        name = QCoreApplication.translate("bulletins", "Receive “{title}”").format(title=new.title)
        self.swing(name, Write(f"contribution:{made}", again, withdraw), Version(0), Version(1))
        return made

    def change(self, row: ContributionRow, new: NewContribution) -> None:
        """Write what was typed over a contribution."""
        before = NewContribution(
            row.received_on, row.title, row.body, row.outlet, row.unit, row.section, row.contact
        )

        def put(wanted: NewContribution) -> Callable[[int], int]:
            return lambda version: tray.change(self.actor, Piece(row.id, version), wanted)

        name = QCoreApplication.translate("bulletins", "Edit “{title}”")
        self._step(name, row, put(new), put(before))

    def include(self, draft: DraftRow, row: ContributionRow) -> None:
        """Take a contribution into an issue."""
        name = QCoreApplication.translate("bulletins", "Include “{title}”")
        self._step(name, row, self._including(draft, row), self._removing(draft, row))

    def remove(self, draft: DraftRow, row: ContributionRow) -> None:
        """Take a contribution out of an issue; taken back, it stands where it stood."""
        behind = tray.follower(draft.id, row.id)
        include, place = self._including(draft, row), self._placing(draft, row, row.section, behind)
        name = QCoreApplication.translate("bulletins", "Take out “{title}”")
        self._step(name, row, self._removing(draft, row), lambda version: place(include(version)))

    def move(self, draft: DraftRow, row: ContributionRow, step: int) -> None:
        """Move a piece one place up (-1) or down (1) in its section."""
        move = tray.move_up if step < 0 else tray.move_down
        behind = tray.follower(draft.id, row.id)
        self._moved(
            row,
            lambda version: move(self.actor, draft.id, Piece(row.id, version)),
            self._placing(draft, row, row.section, behind),
        )

    def place(self, draft: DraftRow, row: ContributionRow, section: str, before: int | None = None) -> None:
        """Put a piece into a section, in front of another piece or last."""
        behind = tray.follower(draft.id, row.id)
        self._moved(
            row,
            self._placing(draft, row, section, before),
            self._placing(draft, row, row.section, behind),
        )

    def decline(self, row: ContributionRow) -> None:
        """Leave a contribution unused, or lay a declined one back among the unused."""

        def decline(version: int) -> int:
            return contributions.decline(self.actor, row.id, version)

        def put_back(version: int) -> int:
            return contributions.put_back(self.actor, row.id, version)

        if row.state == ContributionState.DECLINED:
            name = QCoreApplication.translate("bulletins", "Put back “{title}”")
            self._step(name, row, put_back, decline)
        else:
            self._step(QCoreApplication.translate("bulletins", "Decline “{title}”"), row, decline, put_back)

    def draft(self, series: Series, day: dt.date) -> None:
        """Start the bulletin of a period, or bring its figures up to date."""
        bulletins.draft(self.actor, series, day)
        self.tell()

    def build_anew(self, draft: DraftRow) -> None:
        """Replace a text edited by hand."""
        bulletins.build_anew(self.actor, draft.id)
        self.tell()

    def submit(self, draft: DraftRow) -> None:
        """Send a bulletin to review."""
        bulletins.submit(self.actor, draft.id)
        self.tell()

    def _moved(self, row: ContributionRow, forth: Callable[[int], int], back: Callable[[int], int]) -> None:
        self._step(QCoreApplication.translate("bulletins", "Move “{title}”"), row, forth, back)

    def _step(
        self, name: str, row: ContributionRow, forth: Callable[[int], int], back: Callable[[int], int]
    ) -> None:
        write = Write(f"contribution:{row.id}", forth, back)
        self.step(name.format(title=row.title), write, row.version)

    def _also(self, act: Callable[[], None]) -> Callable[[], None]:
        """Texts in approvals follow the pieces."""

        def told() -> None:
            act()
            self._page.desk.changes.tell(Area.MATERIALS)

        return told

    def _including(self, draft: DraftRow, row: ContributionRow) -> Callable[[int], int]:
        return lambda version: tray.include(self.actor, draft.id, Piece(row.id, version))

    def _removing(self, draft: DraftRow, row: ContributionRow) -> Callable[[int], int]:
        return lambda version: tray.remove(self.actor, draft.id, Piece(row.id, version))

    def _placing(
        self, draft: DraftRow, row: ContributionRow, section: str, before: int | None
    ) -> Callable[[int], int]:
        return lambda version: tray.place(self.actor, draft.id, Piece(row.id, version), section, before)
