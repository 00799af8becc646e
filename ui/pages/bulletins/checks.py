"""When something can be done on the bulletins page: None, or the refusal that says why not."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from ui.messages import text
from ui.pages.bulletins.contents import ContentsPane
from ui.pages.bulletins.preview import PreviewPane
from ui.pages.bulletins.tray import TrayPane
from ui.refusals import NothingChosenError
from xcdesk.codes import COLLECTED, LAID_OUT, ContributionState, PieceKind, Series
from xcdesk.errors import DeskError
from xcdesk.services.issuing import numbering
from xcdesk.services.issuing.bulletins import AlreadyIssuedError, DraftRow, UnderReviewError
from xcdesk.services.issuing.pieces import PieceRow
from xcdesk.services.issuing.tray import NotInIssueError
from xcdesk.services.targets.contributions import IssuedError, TakenError


class IssueThereError(DeskError):
    """The period has its bulletin already; facts ``title`` and ``state``."""

    code = "bulletin.issue_there"


class NoIssueError(DeskError):
    """There is no bulletin of the period yet."""

    code = "bulletin.no_issue"


class CountedAloneError(DeskError):
    """What is counted from the log takes no candidates, and a daily brief no pieces at all."""

    code = "bulletin.counted_alone"


class NoPageError(DeskError):
    """There is no printed page yet."""

    code = "bulletin.no_page"


class NotMarkedError(DeskError):
    """A contribution was sent in, not marked; it is declined instead."""

    code = "bulletin.not_marked"


class NoSectionError(DeskError):
    """No section is chosen."""

    code = "bulletin.no_section"


class NotByHandError(DeskError):
    """The text was not edited by hand, so there is nothing to put back."""

    code = "bulletin.not_by_hand"


@dataclass(frozen=True, slots=True)
class Hand:
    """What the page has in hand: a series, a day of its period, and the bulletin of that period if any."""

    series: Series
    day: dt.date
    draft: DraftRow | None


@dataclass(frozen=True, slots=True)
class Columns:
    """The three columns of the page."""

    tray: TrayPane
    contents: ContentsPane
    preview: PreviewPane


class BulletinChecks:
    """Each check answers what the verb of its name wants: None when it holds."""

    def __init__(self, columns: Columns, hand: Callable[[], Hand]) -> None:
        self._tray, self._contents, self._preview = columns.tray, columns.contents, columns.preview
        self._hand = hand

    def piece(self) -> PieceRow | None:
        """The piece that is meant: of the column that has the keyboard, otherwise of the contents."""
        if self._tray.table.hasFocus():
            return self._tray.row()
        return self._contents.row() or self._tray.row()

    def any_issue(self) -> DeskError | None:
        """There is a bulletin of this period."""
        return NoIssueError() if self._hand().draft is None else None

    def no_issue(self) -> DeskError | None:
        """There is none yet, so that one can be started."""
        draft = self._hand().draft
        if draft is None or (draft.series == Series.EXTRA and draft.number is not None):
            return None
        return IssueThereError(title=draft.title, state=text(f"material.state.{draft.state.value}"))

    def open_issue(self) -> DeskError | None:
        """Its contents may still be changed."""
        draft = self._hand().draft
        if draft is None:
            return NoIssueError()
        if draft.open:
            return None
        if draft.number is not None:
            return AlreadyIssuedError(number=draft.number, running=draft.running)
        return UnderReviewError(title=draft.title)

    def _chosen_open(self) -> DeskError | None:
        """What every act on a piece wants: an issue made of pieces that is still open."""
        if self._hand().series not in LAID_OUT:
            return CountedAloneError()
        return self.open_issue()

    def includable(self) -> DeskError | None:
        """The chosen contribution can be taken in."""
        refused = self.collected()
        row = self._tray.row()
        if refused is not None or row is None:
            return refused or NothingChosenError(what=text("what.contribution"))
        if row.issue is not None:
            return IssuedError(title=row.name, number=row.issue)
        return TakenError(title=row.name) if row.bulletin is not None else None

    def removable(self) -> DeskError | None:
        """The chosen piece, or the chosen section, can be taken out."""
        refused = self._chosen_open()
        if refused is None and self._contents.section() and not self._tray.table.hasFocus():
            return None
        row, draft = self.piece(), self._hand().draft
        if refused is not None or row is None or draft is None:
            return refused or NothingChosenError(what=text("what.contribution"))
        return NotInIssueError(title=row.name) if row.bulletin != draft.id else None

    def movable(self) -> DeskError | None:
        """The chosen piece or section can be moved."""
        refused = self._chosen_open()
        if refused is not None:
            return refused
        chosen = self._contents.row() is not None or self._contents.section()
        return None if chosen else NothingChosenError(what=text("what.contribution"))

    def shiftable(self) -> DeskError | None:
        """The chosen piece can be put into another section."""
        refused = self._chosen_open()
        if refused is not None:
            return refused
        return NothingChosenError(what=text("what.contribution")) if self._contents.row() is None else None

    def collected(self) -> DeskError | None:
        """Candidates and items of our own can be added."""
        if self._hand().series not in COLLECTED:
            return CountedAloneError()
        return self.open_issue()

    def laid_out(self) -> DeskError | None:
        """Pieces and sections can be added."""
        return self._chosen_open()

    def renamable(self) -> DeskError | None:
        """The chosen section can get another name."""
        refused = self._chosen_open()
        if refused is not None:
            return refused
        return None if self._contents.tree.section() else NoSectionError()

    def unmarkable(self) -> DeskError | None:
        """The mark can be taken off the chosen candidate."""
        row = self._tray.row()
        if row is None:
            return NothingChosenError(what=text("what.contribution"))
        if row.kind == PieceKind.CONTRIBUTION:
            return NotMarkedError(title=row.title)
        return TakenError(title=row.name) if row.bulletin is not None else None

    def editable(self) -> DeskError | None:
        """The chosen contribution can be written over."""
        row = self.piece() or self._tray.row()
        if row is None:
            return NothingChosenError(what=text("what.contribution"))
        return IssuedError(title=row.name, number=row.issue) if row.issue is not None else None

    def recorded(self) -> DeskError | None:
        """There is a contribution whose record can be read."""
        return NothingChosenError(what=text("what.contribution")) if self.piece() is None else None

    def declinable(self) -> DeskError | None:
        """The chosen contribution can be declined or laid back."""
        row = self._tray.row()
        if row is None:
            return NothingChosenError(what=text("what.contribution"))
        free = row.state in {ContributionState.RECEIVED, ContributionState.DECLINED}
        return None if free else TakenError(title=row.name)

    def by_hand(self) -> DeskError | None:
        """The text was edited by hand."""
        draft = self._hand().draft
        refused = self.open_issue()
        if refused is not None or draft is None:
            return refused
        return None if draft.by_hand else NotByHandError()

    def counted(self) -> DeskError | None:
        """There is a workbook of it."""
        draft = self._hand().draft
        if draft is None:
            return NoIssueError()
        if draft.series == Series.CIRCULAR:
            return None
        return numbering.NoSuchFileError(title=draft.title, kind="Excel")

    def printed(self) -> DeskError | None:
        """Its pages are there."""
        return None if self._preview.content else NoPageError()
