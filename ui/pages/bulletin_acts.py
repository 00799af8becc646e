"""What the bulletins page writes: each act under its own name, with the way to take it back."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from ui.changes import Area
from ui.desk import Desk
from ui.undo import Act
from xcdesk.codes import ContributionState, Series
from xcdesk.services import bulletins, contributions, tray
from xcdesk.services.bulletins import DraftRow
from xcdesk.services.contributions import ContributionRow, NewContribution
from xcdesk.services.tray import Piece


class BulletinActs:
    """Writes for one desk; every act tells the pages and most can be taken back by their name."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def receive(self, new: NewContribution) -> int:
        """Take a contribution in; returns its id."""
        made = contributions.receive(self._desk.actor, new)
        self.tell()
        return made

    def change(self, row: ContributionRow, new: NewContribution) -> None:
        """Write what was typed over a contribution."""
        tray.change(self._desk.actor, Piece(row.id, row.version), new)
        self.tell()

    def include(self, draft: DraftRow, row: ContributionRow) -> None:
        """Take a contribution into an issue."""
        tray.include(self._desk.actor, draft.id, Piece(row.id, row.version))
        name = QCoreApplication.translate("bulletins", "Include “{title}”").format(title=row.title)
        self._done(name, self._removing(draft, row), self._including(draft, row))

    def remove(self, draft: DraftRow, row: ContributionRow) -> None:
        """Take a contribution out of an issue."""
        tray.remove(self._desk.actor, draft.id, Piece(row.id, row.version))
        name = QCoreApplication.translate("bulletins", "Take out “{title}”").format(title=row.title)
        self._done(name, self._including(draft, row), self._removing(draft, row))

    def move(self, draft: DraftRow, row: ContributionRow, step: int) -> None:
        """Move a piece one place up (-1) or down (1) in its section."""
        self._moving(draft, row, step)()
        name = QCoreApplication.translate("bulletins", "Move “{title}”").format(title=row.title)
        self._done(name, self._moving(draft, row, -step), self._moving(draft, row, step))

    def move_to(self, draft: DraftRow, row: ContributionRow, section: str) -> None:
        """Move a piece to the end of another section."""
        self._putting(draft, row, section)()
        name = QCoreApplication.translate("bulletins", "Move “{title}”").format(title=row.title)
        self._done(name, self._putting(draft, row, row.section), self._putting(draft, row, section))

    def decline(self, row: ContributionRow) -> None:
        """Leave a contribution unused, or lay it back among the unused."""
        self._turning(row)()
        name = QCoreApplication.translate("bulletins", "Decline “{title}”").format(title=row.title)
        self._done(name, self._turning(row), self._turning(row))

    def draft(self, series: Series, day: dt.date) -> DraftRow:
        """Start the bulletin of a period, or bring its figures up to date."""
        made = bulletins.draft(self._desk.actor, series, day)
        self.tell()
        return made

    def build_anew(self, draft: DraftRow) -> None:
        """Replace a text edited by hand."""
        bulletins.build_anew(self._desk.actor, draft.id)
        self.tell()

    def submit(self, draft: DraftRow) -> None:
        """Send a bulletin to review."""
        bulletins.submit(self._desk.actor, draft.id)
        self.tell()

    def tell(self) -> None:
        """Say that bulletins and their texts have changed."""
        self._desk.changes.tell(Area.BULLETINS, Area.MATERIALS)

    def _done(self, name: str, undo: Callable[[], None], redo: Callable[[], None]) -> None:
        self._desk.undo.push(Act(name, self._told(undo), self._told(redo)))
        self.tell()

    def _told(self, act: Callable[[], None]) -> Callable[[], None]:
        def told() -> None:
            act()
            self.tell()

        return told

    def _including(self, draft: DraftRow, row: ContributionRow) -> Callable[[], None]:
        return lambda: tray.include(self._desk.actor, draft.id, _now(row))

    def _removing(self, draft: DraftRow, row: ContributionRow) -> Callable[[], None]:
        return lambda: tray.remove(self._desk.actor, draft.id, _now(row))

    def _moving(self, draft: DraftRow, row: ContributionRow, step: int) -> Callable[[], None]:
        move = tray.move_up if step < 0 else tray.move_down
        return lambda: move(self._desk.actor, draft.id, _now(row))

    def _putting(self, draft: DraftRow, row: ContributionRow, section: str) -> Callable[[], None]:
        return lambda: tray.move_to_section(self._desk.actor, draft.id, _now(row), section)

    def _turning(self, row: ContributionRow) -> Callable[[], None]:
        def turn() -> None:
            now = contributions.get(row.id)
            declined = now.state == ContributionState.DECLINED
            act = contributions.put_back if declined else contributions.decline
            act(self._desk.actor, now.id, now.version)

        return turn


def _now(row: ContributionRow) -> Piece:
    """The piece as it stands after the acts since."""
    return Piece(row.id, contributions.get(row.id).version)
