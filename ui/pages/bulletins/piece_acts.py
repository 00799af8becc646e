"""What the bulletins page writes to single pieces: each act by its name, with the way to take it back."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QCoreApplication

from ui.pages.acts import Version, Write
from ui.pages.bulletins.acts import BulletinActs
from ui.pages.page import Page
from ui.undo import Act
from xcdesk.codes import OF_ONE_ISSUE, ContributionState, PieceKind
from xcdesk.services.issuing import candidates, tray
from xcdesk.services.issuing.bulletins import DraftRow
from xcdesk.services.issuing.candidates import NewPiece
from xcdesk.services.issuing.pieces import Piece, PieceRow
from xcdesk.services.issuing.tray import PieceText
from xcdesk.services.targets import contributions
from xcdesk.services.targets.contributions import ContributionRow, NewContribution


@dataclass(slots=True)
class _Writing:
    """A piece that is being written: all its saves in a row are one act."""

    key: str
    before: PieceText
    text: PieceText
    after: Version
    act: Act | None = None


class PieceActs(BulletinActs):
    """Writes to contributions and candidates; what happens to one can be taken back by its name."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._writing: _Writing | None = None

    def receive(self, new: NewContribution) -> Piece:
        """Take a contribution in."""
        made = contributions.receive(self.actor, new)

        def again(_version: int) -> int:
            return contributions.receive_again(self.actor, made, new)

        def withdraw(version: int) -> int:
            contributions.withdraw(self.actor, made, version)
            return 0

        name = QCoreApplication.translate("bulletins", "Receive “{title}”").format(title=new.title)
        self.swing(name, Write(f"contribution:{made}", again, withdraw), Version(0), Version(1))
        return Piece(made, 1)

    def change(self, row: ContributionRow, new: NewContribution) -> None:
        """Write what was typed over a contribution."""
        before = NewContribution(
            received_on=row.received_on,
            title=row.title,
            body=row.body,
            outlet=row.outlet,
            unit=row.unit,
            section=row.section,
            contact=row.contact,
            source_line=row.source_line,
            author=row.author,
        )

        def put(wanted: NewContribution) -> Callable[[int], int]:
            return lambda version: tray.change(self.actor, Piece(row.id, version), wanted)

        name = QCoreApplication.translate("bulletins", "Edit “{title}”").format(title=row.title)
        self.step(name, Write(f"contribution:{row.id}", put(new), put(before)), row.version)

    def rewrite(self, row: PieceRow, text: PieceText) -> None:
        """Save what was typed into the text of a piece; saves that follow one another are one act."""
        running = self._writing
        if running is None or running.key != row.key or running.act is not self._page.desk.undo.last():
            running = _Writing(row.key, text_of(row), text, Version(row.version))
        running.after.number = tray.rewrite(self.actor, row.piece, text)
        running.text = text
        if running.act is None:
            self._begin(running, row)
            return
        self.settle(row.key, running.after)
        self.tell()

    def _begin(self, running: _Writing, row: PieceRow) -> None:
        def forth(version: int) -> int:
            return tray.rewrite(self.actor, replace(row.piece, version=version), running.text)

        def back(version: int) -> int:
            return tray.rewrite(self.actor, replace(row.piece, version=version), running.before)

        name = QCoreApplication.translate("bulletins", "Edit “{title}”").format(title=row.name)
        before = self.version(row.key, row.version)
        self._writing = running
        self.swing(name, Write(row.key, forth, back), before, running.after)
        running.act = self._page.desk.undo.last()

    def add(self, draft: DraftRow, new: NewPiece, name: str, before: str | None = None) -> Piece:
        """Write something of our own into an issue; taken back, it is gone as if it had never been.

        Args:
            draft: the issue.
            new: what is written.
            name: of the act.
            before: key of the piece that it goes in front of; None puts it last in its section.
        """
        made = candidates.write(self.actor, new)
        kept: dict[str, Any] = {}

        def put(piece: Piece) -> int:
            version = tray.include(self.actor, draft.id, piece)
            if before is None:
                return version
            taken = replace(piece, version=version)
            return tray.place(self.actor, draft.id, taken, new.section, before)

        def forth(_version: int) -> int:
            return put(candidates.mark_again(self.actor, kept))

        def back(version: int) -> int:
            out = tray.remove(self.actor, draft.id, replace(made, version=version))
            kept.update(candidates.unmark(self.actor, replace(made, version=out)))
            return 0

        self.swing(name, Write(made.key, forth, back), Version(0), Version(put(made)))
        return made

    def unmark(self, row: PieceRow) -> None:
        """Take the mark off a candidate."""
        kept: dict[str, Any] = {}

        def forth(version: int) -> int:
            kept.update(candidates.unmark(self.actor, replace(row.piece, version=version)))
            return 0

        def back(_version: int) -> int:
            return candidates.mark_again(self.actor, kept).version

        name = QCoreApplication.translate("bulletins", "Take the mark off “{title}”")
        self._step(name, row, forth, back)

    def include(self, draft: DraftRow, row: PieceRow) -> None:
        """Take a piece into an issue."""
        name = QCoreApplication.translate("bulletins", "Include “{title}”")
        self._step(name, row, self._including(draft, row), self._removing(draft, row))

    def remove(self, draft: DraftRow, row: PieceRow) -> None:
        """Take a piece out of an issue; taken back, it stands where it stood.

        Figures of the log, paragraphs and notes are no candidates: no other issue finds them in its tray.
        """
        behind = tray.follower(draft.id, row.piece)
        include, place = self._including(draft, row), self._placing(draft, row, row.section, behind)
        kept: dict[str, Any] = {}

        def forth(version: int) -> int:
            out = self._removing(draft, row)(version)
            if row.kind in OF_ONE_ISSUE:
                kept.update(candidates.unmark(self.actor, replace(row.piece, version=out)))
            return out

        def back(version: int) -> int:
            return place(include(candidates.mark_again(self.actor, kept).version if kept else version))

        self._step(QCoreApplication.translate("bulletins", "Take out “{title}”"), row, forth, back)

    def move(self, draft: DraftRow, row: PieceRow, step: int) -> None:
        """Move a piece one place up (-1) or down (1) in its section."""
        move = tray.move_up if step < 0 else tray.move_down
        behind = tray.follower(draft.id, row.piece)
        self._moved_piece(
            row,
            lambda version: move(self.actor, draft.id, replace(row.piece, version=version)),
            self._placing(draft, row, row.section, behind),
        )

    def place(self, draft: DraftRow, row: PieceRow, section: str, before: str | None = None) -> None:
        """Put a piece into a section, in front of another piece or last."""
        behind = tray.follower(draft.id, row.piece)
        self._moved_piece(
            row,
            self._placing(draft, row, section, before),
            self._placing(draft, row, row.section, behind),
        )

    def decline(self, row: PieceRow) -> None:
        """Leave a piece unused, or lay a declined one back among the unused."""

        def decline(version: int) -> int:
            if row.kind == PieceKind.CONTRIBUTION:
                return contributions.decline(self.actor, row.id, version)
            return candidates.decline(self.actor, replace(row.piece, version=version))

        def put_back(version: int) -> int:
            if row.kind == PieceKind.CONTRIBUTION:
                return contributions.put_back(self.actor, row.id, version)
            return candidates.put_back(self.actor, replace(row.piece, version=version))

        if row.state == ContributionState.DECLINED:
            name = QCoreApplication.translate("bulletins", "Put back “{title}”")
            self._step(name, row, put_back, decline)
        else:
            self._step(QCoreApplication.translate("bulletins", "Decline “{title}”"), row, decline, put_back)

    def _moved_piece(self, row: PieceRow, forth: Callable[[int], int], back: Callable[[int], int]) -> None:
        self._step(QCoreApplication.translate("bulletins", "Move “{title}”"), row, forth, back)

    def _step(
        self, name: str, row: PieceRow, forth: Callable[[int], int], back: Callable[[int], int]
    ) -> None:
        self.step(name.format(title=row.name), Write(row.key, forth, back), row.version)

    def _including(self, draft: DraftRow, row: PieceRow) -> Callable[[int], int]:
        return lambda version: tray.include(self.actor, draft.id, replace(row.piece, version=version))

    def _removing(self, draft: DraftRow, row: PieceRow) -> Callable[[int], int]:
        return lambda version: tray.remove(self.actor, draft.id, replace(row.piece, version=version))

    def _placing(
        self, draft: DraftRow, row: PieceRow, section: str, before: str | None
    ) -> Callable[[int], int]:
        return lambda version: tray.place(
            self.actor, draft.id, replace(row.piece, version=version), section, before
        )


def text_of(row: PieceRow) -> PieceText:
    """What of a piece can be edited."""
    return PieceText(row.title, row.body, row.source_line, row.author)
