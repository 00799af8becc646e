"""Many cells of the matrix at once: what a pasted, filled or cleared block would do, and doing it.

`plan` reads and writes nothing; `apply` writes all that the plan may write in one transaction, or refuses
when the cells have changed since; `swing` takes such an act back and does it again.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import Any

from xcdesk.db.base import database
from xcdesk.errors import DeskError, NotFoundError, StaleRowError
from xcdesk.lexicon import OutletName
from xcdesk.models import CoverageItem, NoneToday, Outlet
from xcdesk.services.grid.cell_plans import CellNow, CellPlan, Deed, Said, decide
from xcdesk.services.grid.cell_texts import read_text
from xcdesk.services.grid.none_days import Cell
from xcdesk.services.log import coverage
from xcdesk.services.log.coverage import ItemVersion
from xcdesk.services.record import audit, entries
from xcdesk.services.record.actor import Actor

MOST_CELLS = 2_000
"""More cells than these are not written in one act."""


class BlockChangedError(DeskError):
    """Somebody has changed one of the cells since the plan was made."""

    code = "coverage.block_changed"


class BlockTooLargeError(DeskError):
    """More cells than one act takes."""

    code = "coverage.block_too_large"


@dataclass(frozen=True, slots=True)
class CellText:
    """What a person wants a cell to hold, as `cell_texts.read_text` reads it; "" empties the cell."""

    cell: Cell
    text: str


@dataclass(frozen=True, slots=True)
class NoneSwap:
    """What was said of a cell before an act and after it; None for nothing."""

    cell: Cell
    before: Said | None
    after: Said | None

    def turned(self) -> "NoneSwap":
        """The way back."""
        return NoneSwap(self.cell, self.after, self.before)


@dataclass(frozen=True, slots=True)
class BlockChange:
    """What an act did: reports that it brought and took away, at their versions of now, and reasons."""

    added: tuple[ItemVersion, ...]
    removed: tuple[ItemVersion, ...]
    nones: tuple[NoneSwap, ...]


def plan(wishes: Sequence[CellText]) -> tuple[CellPlan, ...]:
    """What would happen to each cell, in the order of the wishes.

    Raises:
        NotFoundError: an outlet is not there any more.
        BlockTooLargeError: more cells than one act takes.
    """
    if len(wishes) > MOST_CELLS:
        raise BlockTooLargeError(count=len(wishes), most=MOST_CELLS)
    now = _now([wish.cell for wish in wishes])
    words = read_text([wish.text for wish in wishes])
    return tuple(decide(now[wish.cell], wanted) for wish, wanted in zip(wishes, words, strict=True))


def apply(actor: Actor, plans: Sequence[CellPlan]) -> BlockChange:
    """Carry out every plan that changes something; those that are refused are left out.

    Raises:
        BlockChangedError: a cell is not any more what its plan says; nothing was written.
    """
    plans = [each for each in plans if each.writes]
    with database.atomic():
        now = _now([each.now.cell for each in plans])
        if any(now[each.now.cell] != each.now for each in plans):
            raise BlockChangedError()
        gone = coverage.take_away([item for each in plans for item in each.away])
        made = tuple(ItemVersion(item, 1) for each in plans for item in _log(actor, each))
        swaps = tuple(swap for each in plans if (swap := _none(actor, each)) is not None)
        _record(actor, "coverage.block_written", made, gone, swaps)
    return BlockChange(made, gone, swaps)


def swing(
    actor: Actor, back: Sequence[ItemVersion], away: Sequence[ItemVersion], nones: Sequence[NoneSwap]
) -> tuple[ItemVersion, ...]:
    """Put reports back, take others away and say what ``nones`` say after; the answer is their new versions.

    Raises:
        StaleRowError: a report or a reason was changed meanwhile; nothing was written.
        DuplicateItemError: a title has been logged again in the meantime.
    """
    with database.atomic():
        gone = coverage.take_away(away)
        returned = coverage.put_back(back)
        for swap in nones:
            _say(actor, swap)
        _record(actor, "coverage.block_swung", returned, gone, nones)
    return (*returned, *gone)


def _now(wanted: Iterable[Cell]) -> Mapping[Cell, CellNow]:
    """What each cell holds, read at once."""
    cells = list(dict.fromkeys(wanted))
    if not cells:
        return {}
    outlets = {
        row.id: row for row in Outlet.select().where(Outlet.id.in_({cell.outlet_id for cell in cells}))
    }
    for cell in cells:
        if cell.outlet_id not in outlets:  # joined to another one since
            raise NotFoundError(what="outlet", name=cell.outlet_id)
    days = {cell.day for cell in cells}
    found: dict[Cell, list[CoverageItem]] = {cell: [] for cell in cells}
    for row in _in_log(outlets, days):
        found.get(Cell(row.outlet_id, row.day), []).append(row)
    said = {
        Cell(row.outlet_id, row.day): Said(row.reason, row.note)
        for row in NoneToday.select().where(NoneToday.outlet.in_(list(outlets)) & NoneToday.day.in_(days))
    }
    return {cell: _cell(cell, outlets[cell.outlet_id], found[cell], said.get(cell)) for cell in cells}


def _in_log(outlets: Iterable[int], days: Iterable[Any]) -> Any:
    return (
        CoverageItem.select()
        .where(
            CoverageItem.outlet.in_(list(outlets))
            & CoverageItem.day.in_(list(days))
            & CoverageItem.removed_at.is_null()
        )
        .order_by(CoverageItem.id)
    )


def _cell(cell: Cell, outlet: Outlet, rows: Sequence[CoverageItem], said: Said | None) -> CellNow:
    name = OutletName(outlet.id, outlet.name, outlet.tier.value)
    titled = tuple(ItemVersion(row.id, row.version) for row in rows if row.title_key)
    bare = tuple(ItemVersion(row.id, row.version) for row in rows if not row.title_key)
    keys = frozenset(row.title_key for row in rows if row.title_key)
    return CellNow(cell, name, titled, bare, keys, said, active=outlet.active)


def _log(actor: Actor, each: CellPlan) -> list[int]:
    """Log the new reports of one cell; those without a title carry the outlet's tier as well."""
    common = {
        "outlet": each.now.cell.outlet_id,
        "day": entries.checked_day(each.now.cell.day),
        "tier": each.now.outlet.tier,
    }
    titles = (*each.titles, *repeat("", each.bare))
    return [coverage.write_item(actor, {**common, **entries.stored_title(title)}) for title in titles]


def _none(actor: Actor, each: CellPlan) -> NoneSwap | None:
    after = each.said
    if each.now.said == after:
        return None
    swap = NoneSwap(each.now.cell, each.now.said, after)
    if each.deed != Deed.LOG:  # what is logged takes the reason back by itself
        _say(actor, swap)
    return swap


def _say(actor: Actor, swap: NoneSwap) -> None:
    """Replace what is said of a cell, if it still is what it was."""
    here = (NoneToday.outlet == swap.cell.outlet_id) & (NoneToday.day == swap.cell.day)
    row = NoneToday.get_or_none(here)
    if (None if row is None else Said(row.reason, row.note)) != swap.before:
        raise StaleRowError(table="none_today", id=swap.cell.outlet_id)
    if row is not None:
        NoneToday.delete().where(here).execute()
    if swap.after is not None:
        NoneToday.create(
            outlet=swap.cell.outlet_id,
            day=swap.cell.day,
            reason=swap.after.reason,
            note=swap.after.note,
            logged_by=actor.id,
            version=1 if row is None else row.version + 1,
        )


def _record(
    actor: Actor,
    action: str,
    back: Sequence[ItemVersion],
    away: Sequence[ItemVersion],
    nones: Sequence[NoneSwap],
) -> None:
    said = [
        [swap.cell.outlet_id, swap.cell.day.isoformat(), swap.after.reason if swap.after else ""]
        for swap in nones
    ]
    audit.record(
        actor,
        action,
        "coverage_items",
        ids=[item.id for item in back],
        removed=[item.id for item in away],
        nones=said,
    )
