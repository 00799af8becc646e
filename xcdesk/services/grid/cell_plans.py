"""What is to become of one cell: decided from what it holds and what a person wants, without a query."""

from dataclasses import dataclass, field
from enum import StrEnum

from xcdesk.errors import DeskError
from xcdesk.lexicon import OutletName
from xcdesk.normalise import title_key
from xcdesk.services.grid.cell_texts import Wanted
from xcdesk.services.grid.cells import (
    MOST_IN_A_CELL,
    BadCountError,
    CountBelowTitledError,
    NoneWithItemsError,
)
from xcdesk.services.grid.none_days import Cell
from xcdesk.services.log.coverage import ItemVersion
from xcdesk.services.record import entries


class Deed(StrEnum):
    """What happens to a cell."""

    LOG = "log"
    FEWER = "fewer"
    NONE = "none"
    CLEAR = "clear"
    SAME = "same"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Said:
    """Why nothing ran: code of the reason, and a note."""

    reason: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class CellNow:
    """What a cell holds.

    Attributes:
        titled, bare: its reports with and without a title, oldest first.
        keys: what the titles are compared by.
        said: the reason of none today.
        active: whether the outlet is on the roster.
    """

    cell: Cell
    outlet: OutletName
    titled: tuple[ItemVersion, ...]
    bare: tuple[ItemVersion, ...]
    keys: frozenset[str]
    said: Said | None
    active: bool

    @property
    def count(self) -> int:
        """Reports in the cell."""
        return len(self.titled) + len(self.bare)


@dataclass(frozen=True, slots=True)
class CellPlan:
    """What will happen to one cell.

    Attributes:
        titles: to be logged; ``bare`` reports without a title as well.
        away: reports to be taken away.
        said: what is said of the cell afterwards.
        known: titles wanted that the cell has already.
        refusal: why nothing of it can be written, in `Deed.REFUSED`.
    """

    now: CellNow
    deed: Deed
    titles: tuple[str, ...] = ()
    bare: int = 0
    away: tuple[ItemVersion, ...] = ()
    said: Said | None = None
    known: tuple[str, ...] = ()
    refusal: DeskError | None = field(default=None, compare=False)

    @property
    def writes(self) -> bool:
        """Whether it changes anything."""
        return self.deed not in {Deed.SAME, Deed.REFUSED}

    @property
    def count(self) -> int:
        """Reports in the cell afterwards."""
        return self.now.count + len(self.titles) + self.bare - len(self.away)


def decide(now: CellNow, wanted: Wanted) -> CellPlan:
    """What becomes of a cell that is to hold what somebody wants."""
    if wanted.empty:
        there = now.count or now.said
        return CellPlan(now, Deed.CLEAR if there else Deed.SAME, away=(*now.titled, *now.bare))
    try:
        _require(now)
        if wanted.reason:
            return _say(now, wanted.reason)
        return _log_titles(now, wanted) if wanted.titles else _set_count(now, wanted.count)
    except DeskError as refusal:
        return CellPlan(now, Deed.REFUSED, said=now.said, refusal=refusal)


def _require(now: CellNow) -> None:
    if not now.active:
        raise entries.InactiveOutletError(name=now.outlet.name)
    entries.checked_day(now.cell.day)


def _say(now: CellNow, reason: str) -> CellPlan:
    if now.count:
        raise NoneWithItemsError(outlet=now.outlet.name, day=now.cell.day, count=now.count)
    if now.said is not None and now.said.reason == reason:
        return CellPlan(now, Deed.SAME, said=now.said)
    return CellPlan(now, Deed.NONE, said=Said(reason))


def _log_titles(now: CellNow, wanted: Wanted) -> CellPlan:
    """Log the titles that the cell does not have yet; reports without a title come on top."""
    fresh: dict[str, str] = {}
    known: list[str] = []
    for title in wanted.titles:
        key = title_key(entries.stored_title(title)["title"])
        if key in now.keys or key in fresh:
            known.append(title)
        else:
            fresh[key] = title
    _require_few(now.count + len(fresh) + wanted.count)
    deed = Deed.LOG if fresh or wanted.count else Deed.SAME
    said = None if deed == Deed.LOG else now.said
    return CellPlan(now, deed, tuple(fresh.values()), wanted.count, said=said, known=tuple(known))


def _set_count(now: CellNow, count: int) -> CellPlan:
    """Make the cell hold so many reports, as a typed count does."""
    _require_few(count)
    more = count - now.count
    if more > 0:
        return CellPlan(now, Deed.LOG, bare=more)
    if -more > len(now.bare):
        raise CountBelowTitledError(count=count, titled=len(now.titled))
    if not more:
        return CellPlan(now, Deed.SAME, said=now.said)
    return CellPlan(now, Deed.FEWER, away=now.bare[more:], said=now.said)


def _require_few(count: int) -> None:
    if count > MOST_IN_A_CELL:
        raise BadCountError(count=count, most=MOST_IN_A_CELL)
