"""What may become of the rows of a return, what is proposed, and one decision on many rows at once."""

from collections.abc import Iterable

from xcdesk.importers.apply import Decision, Duplicates
from xcdesk.importers.records import Chosen, RowStatus
from xcdesk.importers.session import Line

_LOGGED = {RowStatus.CHANGED, RowStatus.CONFLICT}


def allowed(line: Line) -> tuple[Decision, ...]:
    """What a person may decide on a row; it may always be left.

    Only a row that resembles or repeats another piece can be called the same one, and only a logged piece
    can be brought up to date.
    """
    if line.row.status in _LOGGED:
        return (Decision.UPDATE, Decision.LEAVE)
    if line.row.status != RowStatus.NEW:
        return (Decision.LEAVE,)
    same = (Decision.SAME_PIECE,) if line.alike or line.reprint else ()
    update = (Decision.UPDATE,) if line.alike is not None and line.alike.item is not None else ()
    return (Decision.IMPORT, *same, *update, Decision.LEAVE)


def proposed(line: Line, duplicates: Duplicates = Duplicates.UPDATE) -> Decision:
    """What becomes of a row unless somebody decides otherwise.

    A row that is much like another piece is left until a person has looked at it; one that repeats a title of
    another outlet word for word joins its group.
    """
    if not line.proposed or (line.row.status in _LOGGED and duplicates != Duplicates.UPDATE):
        return Decision.LEAVE
    return ticked(line)


def ticked(line: Line) -> Decision:
    """What a mere tick on a row stands for."""
    if line.row.status in _LOGGED:
        return Decision.UPDATE
    if line.alike is None and line.reprint is not None:
        return Decision.SAME_PIECE
    return Decision.IMPORT if line.tickable else Decision.LEAVE


def is_open(line: Line) -> bool:
    """Whether a person has to look at the row: it may be a piece that is there already."""
    return line.alike is not None or line.row.status == RowStatus.CONFLICT


def decide(lines: Iterable[Line], decision: Decision) -> dict[Chosen, Decision]:
    """One decision on many rows at once; rows that do not allow it are not among the answer."""
    return {line.place: decision for line in lines if decision in allowed(line)}
