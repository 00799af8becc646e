"""The contents of an issue in the making: pieces taken in, taken out, moved; its text follows at once."""

from collections.abc import Callable
from dataclasses import dataclass

from xcdesk.codes import ContributionState
from xcdesk.db.base import database
from xcdesk.errors import DeskError
from xcdesk.models import Bulletin, Contribution
from xcdesk.services.issuing import bulletins
from xcdesk.services.record import audit, rows
from xcdesk.services.record.actor import Actor
from xcdesk.services.targets import contributions
from xcdesk.services.targets.contributions import ContributionRow, NewContribution, TakenError


class NotInIssueError(DeskError):
    """The piece does not stand in this issue (any more)."""

    code = "bulletin.not_in_issue"


class NoFurtherError(DeskError):
    """The piece is at the end of its section already."""

    code = "bulletin.not_first"


@dataclass(frozen=True, slots=True)
class Piece:
    """A contribution as the window read it."""

    id: int
    version: int


def include(actor: Actor, bulletin: int, piece: Piece) -> int:
    """Accept a contribution into an issue, as the last of its section; return its new version.

    Raises:
        UnderReviewError, AlreadyIssuedError: the issue takes nothing more.
        TakenError, IssuedError: the contribution stands in another issue.
    """

    def take(issue: Bulletin, row: Contribution) -> int:
        if contributions.bulletin_of(row) not in {None, issue.id}:
            raise TakenError(title=row.title)
        place = max((other.position for other in contributions.in_bulletin(issue.id)), default=0) + 1
        changes = {"state": ContributionState.ACCEPTED, "bulletin": issue.id, "position": place}
        return rows.save_versioned(row, piece.version, changes)

    return _change(actor, bulletin, piece, "contribution.accepted", take)


def remove(actor: Actor, bulletin: int, piece: Piece) -> int:
    """Take a contribution out of an issue, so that it waits for another; return its new version."""

    def lay_back(issue: Bulletin, row: Contribution) -> int:
        _require_in(issue, row)
        changes = {"state": ContributionState.RECEIVED, "bulletin": None, "position": 0}
        return rows.save_versioned(row, piece.version, changes)

    return _change(actor, bulletin, piece, "contribution.put_back", lay_back)


def place(actor: Actor, bulletin: int, piece: Piece, section: str, before: int | None = None) -> int:
    """Put a piece into a section, which may be a new one; return its new version.

    Args:
        actor: who moves it.
        bulletin: the issue it stands in.
        piece: which one.
        section: name of the section.
        before: id of the piece it goes in front of; None, or one that is gone, puts it last.
    """
    name = rows.clean_text("section", section, 40)

    def put(issue: Bulletin, row: Contribution) -> int:
        _require_in(issue, row)
        others = [other.id for other in contributions.in_bulletin(issue.id) if other.id != row.id]
        at = others.index(before) if before in others else len(others)
        # Only the moved piece is what somebody edited: the others keep their versions.
        for position, other in enumerate([*others[:at], row.id, *others[at:]], start=1):
            Contribution.update(position=position).where(Contribution.id == other).execute()
        return rows.save_versioned(row, piece.version, {"section": name})

    return _change(actor, bulletin, piece, "contribution.moved", put)


def move_up(actor: Actor, bulletin: int, piece: Piece) -> int:
    """Put a piece in front of the one before it in its section; raises `NoFurtherError` at the end."""
    section, at = _standing(bulletin, piece)
    if at == 0:
        raise NoFurtherError(title=section[at].title)
    return place(actor, bulletin, piece, section[at].section, section[at - 1].id)


def move_down(actor: Actor, bulletin: int, piece: Piece) -> int:
    """Put a piece behind the one after it in its section; raises `NoFurtherError` at the end."""
    section, at = _standing(bulletin, piece)
    if at + 1 == len(section):
        raise NoFurtherError(title=section[at].title)
    behind = section[at + 2].id if at + 2 < len(section) else None
    return place(actor, bulletin, piece, section[at].section, behind)


def follower(bulletin: int, piece: int) -> int | None:
    """Id of the piece after this one in its section; None for the last."""
    section, at = _standing(bulletin, Piece(piece, 0))
    return section[at + 1].id if at + 1 < len(section) else None


def change(actor: Actor, piece: Piece, new: NewContribution) -> int:
    """Write what was typed over a contribution, in an issue or not; return its new version.

    Raises:
        IssuedError: it went out already.
        UnderReviewError: its issue is under review.
        StaleRowError: somebody else saved it meanwhile.
    """
    with database.atomic():
        row = contributions.require(piece.id)
        number = contributions.bulletin_of(row)
        issue = bulletins.load(number) if number is not None else None
        if issue is not None:
            bulletins.require_open(issue)
        stepped = contributions.overwrite(actor, row, piece.version, new)
        if issue is not None:
            bulletins.refresh(actor, issue)
    return stepped


def _change(
    actor: Actor, bulletin: int, piece: Piece, act: str, do: Callable[[Bulletin, Contribution], int]
) -> int:
    """One act on one piece: rows, text and record in one transaction; its new version."""
    with database.atomic():
        issue = bulletins.load(bulletin)
        bulletins.require_open(issue)
        stepped = do(issue, contributions.require(piece.id))
        audit.record(actor, act, f"contribution:{piece.id}", bulletin=bulletin)
        bulletins.refresh(actor, issue)
    return stepped


def _standing(bulletin: int, piece: Piece) -> tuple[list[ContributionRow], int]:
    """The section that a piece stands in, in order, and its place there."""
    held = contributions.in_bulletin(bulletin)
    row = next((other for other in held if other.id == piece.id), None)
    if row is None:
        raise NotInIssueError(title=contributions.get(piece.id).title)
    section = [other for other in held if other.section == row.section]
    return section, section.index(row)


def _require_in(issue: Bulletin, row: Contribution) -> None:
    if contributions.bulletin_of(row) != issue.id:
        raise NotInIssueError(title=row.title)
