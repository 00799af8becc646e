"""The contents of an issue in the making: pieces taken in, taken out, moved; its text follows at once."""

from collections.abc import Callable
from dataclasses import dataclass

from xcdesk.codes import OF_ONE_ISSUE, ContributionState, PieceKind
from xcdesk.db.base import database
from xcdesk.errors import DeskError
from xcdesk.models import Bulletin, Candidate, Contribution
from xcdesk.services.issuing import bulletins, pieces
from xcdesk.services.issuing.pieces import Piece, PieceRow
from xcdesk.services.record import audit, rows
from xcdesk.services.record.actor import Actor
from xcdesk.services.targets import contributions
from xcdesk.services.targets.contributions import NewContribution, NoTitleError, TakenError

__all__ = ["Piece"]

TITLE_LIMIT, SOURCE_LIMIT, AUTHOR_LIMIT, SECTION_LIMIT = 200, 120, 80, 40


class NotInIssueError(DeskError):
    """The piece does not stand in this issue (any more)."""

    code = "bulletin.not_in_issue"


class NoFurtherError(DeskError):
    """The piece is at the end of its section already."""

    code = "bulletin.not_first"


@dataclass(frozen=True, slots=True)
class PieceText:
    """What of a piece is edited for print; an empty source line is the usual one, who sent it or ran it."""

    title: str
    body: str
    source_line: str = ""
    author: str = ""


def include(actor: Actor, bulletin: int, piece: Piece) -> int:
    """Accept a piece into an issue, as the last of its section; return its new version.

    Raises:
        UnderReviewError, AlreadyIssuedError: the issue takes nothing more.
        TakenError, IssuedError: the piece stands in another issue.
    """

    def take(issue: Bulletin, row: Contribution | Candidate) -> int:
        if pieces.bulletin_of(row) not in {None, issue.id}:
            raise TakenError(title=row.title)
        last = max((other.position for other in pieces.in_bulletin(issue.id)), default=0) + 1
        changes = {"state": ContributionState.ACCEPTED, "bulletin": issue.id, "position": last}
        return rows.save_versioned(row, piece.version, changes)

    return _change(actor, bulletin, piece, "accepted", take)


def remove(actor: Actor, bulletin: int, piece: Piece) -> int:
    """Take a piece out of an issue, so that it waits for another; return its new version."""

    def lay_back(issue: Bulletin, row: Contribution | Candidate) -> int:
        _require_in(issue, row)
        changes = {"state": ContributionState.RECEIVED, "bulletin": None, "position": 0}
        return rows.save_versioned(row, piece.version, changes)

    return _change(actor, bulletin, piece, "put_back", lay_back)


def place(actor: Actor, bulletin: int, piece: Piece, section: str, before: str | None = None) -> int:
    """Put a piece into a section, which may be a new one; return its new version.

    Args:
        actor: who moves it.
        bulletin: the issue it stands in.
        piece: which one.
        section: name of the section.
        before: key of the piece it goes in front of; None, or one that is gone, puts it last.
    """
    name = rows.clean_text("section", section, SECTION_LIMIT)

    def put(issue: Bulletin, row: Contribution | Candidate) -> int:
        _require_in(issue, row)
        held = {other.key: other for other in pieces.in_bulletin(issue.id)}
        others = [key for key in held if key != piece.key]
        at = others.index(before) if before in others else len(others)
        # Only the moved piece is what somebody edited: the others keep their versions.
        for position, key in enumerate([*others[:at], piece.key, *others[at:]], start=1):
            if held[key].position != position:
                set_place(held[key], position, held[key].section)
        return rows.save_versioned(row, piece.version, {"section": name})

    return _change(actor, bulletin, piece, "moved", put)


def set_place(row: PieceRow, position: int, section: str) -> None:
    """Write where a piece stands; its version stays, for nobody has edited it."""
    model: type[Contribution] | type[Candidate] = (
        Contribution if row.kind == PieceKind.CONTRIBUTION else Candidate
    )
    model.update(position=position, section=section).where(model.id == row.id).execute()


def move_up(actor: Actor, bulletin: int, piece: Piece) -> int:
    """Put a piece in front of the one before it in its section; raises `NoFurtherError` at the end."""
    section, at = _standing(bulletin, piece)
    if at == 0:
        raise NoFurtherError(title=section[at].name)
    return place(actor, bulletin, piece, section[at].section, section[at - 1].key)


def move_down(actor: Actor, bulletin: int, piece: Piece) -> int:
    """Put a piece behind the one after it in its section; raises `NoFurtherError` at the end."""
    section, at = _standing(bulletin, piece)
    if at + 1 == len(section):
        raise NoFurtherError(title=section[at].name)
    behind = section[at + 2].key if at + 2 < len(section) else None
    return place(actor, bulletin, piece, section[at].section, behind)


def follower(bulletin: int, piece: Piece) -> str | None:
    """Key of the piece after this one in its section; None for the last."""
    section, at = _standing(bulletin, piece)
    return section[at + 1].key if at + 1 < len(section) else None


def change(actor: Actor, piece: Piece, new: NewContribution) -> int:
    """Write what was typed over a contribution, in an issue or not; return its new version.

    Raises:
        IssuedError: it went out already.
        UnderReviewError: its issue is under review.
        StaleRowError: somebody else saved it meanwhile.
    """
    with database.atomic():
        row = contributions.require(piece.id)
        issue = _open_issue_of(row)
        stepped = contributions.overwrite(actor, row, piece.version, new)
        if issue is not None:
            bulletins.refresh(actor, issue)
    return stepped


def rewrite(actor: Actor, piece: Piece, text: PieceText) -> int:
    """Edit the text of a piece as it will be printed; return its new version.

    Raises:
        NoTitleError: it needs a title, or a contribution its text.
        IssuedError, UnderReviewError: its issue takes no change.
        StaleRowError: somebody else saved it meanwhile.
    """
    fields = text_fields(piece.kind, text)
    with database.atomic():
        row = pieces.require(piece)
        issue = _open_issue_of(row)
        stepped = rows.save_versioned(row, piece.version, fields)
        changes = audit.differences(row, fields, untold=("body",))
        audit.record(actor, _act(piece, "changed"), piece.key, title=fields["title"], changes=changes)
        if issue is not None:
            bulletins.refresh(actor, issue)
    return stepped


def text_fields(kind: PieceKind, text: PieceText) -> dict[str, str]:
    """Columns of an edited text, cleaned; raises `NoTitleError` where a piece of this kind must have one."""
    fields = {
        "title": rows.clean_text("title", text.title, TITLE_LIMIT),
        "body": rows.clean_text("body", text.body),
        "source_line": rows.clean_text("source_line", text.source_line, SOURCE_LIMIT),
        "author": rows.clean_text("author", text.author, AUTHOR_LIMIT),
    }
    if not fields["title"] and kind not in OF_ONE_ISSUE:
        raise NoTitleError(field="title")
    if not fields["body"] and kind == PieceKind.CONTRIBUTION:
        raise NoTitleError(field="body")
    return fields


def _change(
    actor: Actor,
    bulletin: int,
    piece: Piece,
    act: str,
    do: Callable[[Bulletin, Contribution | Candidate], int],
) -> int:
    """One act on one piece: rows, text and record in one transaction; its new version."""
    with database.atomic():
        issue = bulletins.load(bulletin)
        bulletins.require_open(issue)
        stepped = do(issue, pieces.require(piece))
        audit.record(actor, _act(piece, act), piece.key, bulletin=bulletin)
        bulletins.refresh(actor, issue)
    return stepped


def _act(piece: Piece, act: str) -> str:
    """``contribution.moved``, ``candidate.moved``."""
    return f"{piece.key.partition(':')[0]}.{act}"


def _standing(bulletin: int, piece: Piece) -> tuple[list[PieceRow], int]:
    """The section that a piece stands in, in order, and its place there."""
    held = pieces.in_bulletin(bulletin)
    row = next((other for other in held if other.key == piece.key), None)
    if row is None:
        raise NotInIssueError(title=pieces.get(piece.kind, piece.id).name)
    section = [other for other in held if other.section == row.section]
    return section, section.index(row)


def _open_issue_of(row: Contribution | Candidate) -> Bulletin | None:
    """The issue that a piece stands in; raises unless that may still be changed."""
    number = pieces.bulletin_of(row)
    if number is None:
        return None
    issue = bulletins.load(number)
    bulletins.require_open(issue)
    return issue


def _require_in(issue: Bulletin, row: Contribution | Candidate) -> None:
    if pieces.bulletin_of(row) != issue.id:
        raise NotInIssueError(title=row.title)
