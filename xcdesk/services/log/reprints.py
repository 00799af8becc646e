"""Reprint groups (同稿多发): several placements that are one piece."""

from collections.abc import Sequence
from dataclasses import dataclass

from xcdesk.db.base import database
from xcdesk.errors import DeskError
from xcdesk.models import CoverageItem, ReprintGroup
from xcdesk.services.log import coverage
from xcdesk.services.log.coverage import ItemVersion
from xcdesk.services.record import audit, rows
from xcdesk.services.record.actor import Actor
from xcdesk.services.record.entries import NewItem


class TooFewToGroupError(DeskError):
    """A reprint group needs two placements."""

    code = "coverage.too_few_to_group"


@dataclass(frozen=True, slots=True)
class Membership:
    """The group that a row is to have or had, None for none, at a version of the row."""

    id: int
    version: int
    group: int | None


@dataclass(frozen=True, slots=True)
class Reprinted:
    """A report logged as a reprint, and the groups that the others of its piece had before."""

    made: ItemVersion
    members: tuple[Membership, ...]


def group_reprints(actor: Actor, item_ids: Sequence[int]) -> tuple[Membership, ...]:
    """Make rows one piece; groups that some of them are in join whole.

    Returns:
        The groups that all rows touched had before, at their new versions: `put_groups` undoes the act.

    Raises:
        TooFewToGroupError: fewer than two rows.
    """
    chosen = set(item_ids)
    if len(chosen) < 2:  # noqa: PLR2004  # a group of one is no group
        raise TooFewToGroupError()
    with database.atomic():
        members = _with_their_groups([coverage.get(item_id) for item_id in sorted(chosen)])
        group = ReprintGroup.create(title=next((row.title for row in members if row.title), ""))
        before = tuple(_put(row, group.id) for row in members)
        audit.record(
            actor, "coverage.grouped", "coverage_items", group=group.id, ids=[row.id for row in members]
        )
    return before


def log_reprint(actor: Actor, new: NewItem, of: int) -> Reprinted:
    """Log a report as another placement of the piece that the report ``of`` is.

    Raises:
        DeskError: a code of area ``coverage``; nothing was written.
    """
    with database.atomic():
        made = coverage.log_item(actor, new)
        before = group_reprints(actor, [of, made])
    own = next(one for one in before if one.id == made)
    return Reprinted(ItemVersion(made, own.version), tuple(one for one in before if one.id != made))


def ungroup(actor: Actor, item_ids: Sequence[int]) -> tuple[Membership, ...]:
    """Take rows out of their groups: each is a piece of its own again.

    Returns:
        The groups they had, at their new versions: `put_groups` undoes the act.
    """
    with database.atomic():
        members = [coverage.get(item_id) for item_id in sorted(set(item_ids))]
        before = tuple(_put(row, None) for row in members if row.group_id is not None)
        audit.record(actor, "coverage.ungrouped", "coverage_items", ids=[row.id for row in before])
    return before


def put_groups(actor: Actor, memberships: Sequence[Membership]) -> tuple[Membership, ...]:
    """Give rows the groups named; takes and returns what the other two return.

    Raises:
        StaleRowError: one of the rows was changed meanwhile; nothing was written.
    """
    with database.atomic():
        before = tuple(_put(coverage.get(one.id), one.group, one.version) for one in memberships)
        audit.record(actor, "coverage.regrouped", "coverage_items", ids=[one.id for one in memberships])
    return before


def _with_their_groups(chosen: list[CoverageItem]) -> list[CoverageItem]:
    ids = {row.id for row in chosen}
    groups = {row.group_id for row in chosen if row.group_id is not None}
    if not groups:
        return chosen
    joined = CoverageItem.select().where(CoverageItem.group.in_(groups) & CoverageItem.id.not_in(ids))
    return [*chosen, *joined.order_by(CoverageItem.id)]


def _put(row: CoverageItem, group: int | None, version: int | None = None) -> Membership:
    stepped = rows.save_versioned(row, row.version if version is None else version, {"group": group})
    return Membership(row.id, stepped, row.group_id)
