"""The contents of an issue in the making: pieces taken in, taken out, moved; its text follows at once."""

from collections.abc import Callable
from dataclasses import dataclass

from xcdesk.codes import ContributionState
from xcdesk.db.base import database
from xcdesk.errors import DeskError
from xcdesk.models import Bulletin, Contribution
from xcdesk.services import audit, bulletins, contributions, rows
from xcdesk.services.actor import Actor
from xcdesk.services.contributions import ContributionRow, NewContribution, TakenError


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


def include(actor: Actor, bulletin: int, piece: Piece) -> None:
    """Accept a contribution into an issue, as the last of its section.

    Raises:
        UnderReviewError, AlreadyIssuedError: the issue takes nothing more.
        TakenError, IssuedError: the contribution stands in another issue.
    """

    def take(issue: Bulletin, row: Contribution) -> None:
        if contributions.bulletin_of(row) not in {None, issue.id}:
            raise TakenError(title=row.title)
        _save(
            row, piece.version, state=ContributionState.ACCEPTED, bulletin=issue.id, position=_last(issue) + 1
        )

    _change(actor, bulletin, piece, "contribution.accepted", take)


def remove(actor: Actor, bulletin: int, piece: Piece) -> None:
    """Take a contribution out of an issue; it waits for another."""

    def lay_back(issue: Bulletin, row: Contribution) -> None:
        _require_in(issue, row)
        _save(row, piece.version, state=ContributionState.RECEIVED, bulletin=None, position=0)

    _change(actor, bulletin, piece, "contribution.put_back", lay_back)


def move_up(actor: Actor, bulletin: int, piece: Piece) -> None:
    """Let a piece change places with the one before it in its section; raises `NoFurtherError`."""
    _change(actor, bulletin, piece, "contribution.moved", lambda issue, row: _swap(issue, row, piece, -1))


def move_down(actor: Actor, bulletin: int, piece: Piece) -> None:
    """Let a piece change places with the one after it in its section; raises `NoFurtherError`."""
    _change(actor, bulletin, piece, "contribution.moved", lambda issue, row: _swap(issue, row, piece, 1))


def move_to_section(actor: Actor, bulletin: int, piece: Piece, section: str) -> None:
    """Let a piece be the last of another section, which may be a new one."""
    name = rows.clean_text("section", section, 40)

    def put(issue: Bulletin, row: Contribution) -> None:
        _require_in(issue, row)
        _save(row, piece.version, section=name, position=_last(issue) + 1)

    _change(actor, bulletin, piece, "contribution.moved", put)


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
    actor: Actor, bulletin: int, piece: Piece, act: str, do: Callable[[Bulletin, Contribution], None]
) -> None:
    """One act on one piece: rows, text and record in one transaction."""
    with database.atomic():
        issue = bulletins.load(bulletin)
        bulletins.require_open(issue)
        do(issue, contributions.require(piece.id))
        audit.record(actor, act, f"contribution:{piece.id}", bulletin=bulletin)
        bulletins.refresh(actor, issue)


def _save(row: Contribution, version: int, **changes: object) -> None:
    rows.save_versioned(row, version, changes)


def _swap(issue: Bulletin, row: Contribution, piece: Piece, step: int) -> None:
    _require_in(issue, row)
    section = [other for other in contributions.in_bulletin(issue.id) if other.section == row.section]
    place = next(number for number, other in enumerate(section) if other.id == row.id) + step
    if not 0 <= place < len(section):
        raise NoFurtherError(title=row.title)
    neighbour: ContributionRow = section[place]
    _save(row, piece.version, position=neighbour.position)
    _save(contributions.require(neighbour.id), neighbour.version, position=row.position)


def _last(issue: Bulletin) -> int:
    return max((other.position for other in contributions.in_bulletin(issue.id)), default=0)


def _require_in(issue: Bulletin, row: Contribution) -> None:
    if contributions.bulletin_of(row) != issue.id:
        raise NotInIssueError(title=row.title)
