"""Putting things back from the trash, each by itself, so that one in the way does not hold up the others."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from xcdesk.db.base import database
from xcdesk.errors import DeskError
from xcdesk.services.log.coverage import ItemVersion
from xcdesk.services.record.actor import Actor
from xcdesk.services.trash.kinds import KINDS
from xcdesk.services.trash.listing import TrashKey


@dataclass(frozen=True, slots=True)
class Refused:
    """Something that could not be put back, and why."""

    key: TrashKey
    error: DeskError


@dataclass(frozen=True, slots=True)
class Restored:
    """What is back, at the versions of now, and what was refused."""

    back: tuple[TrashKey, ...]
    refused: tuple[Refused, ...]


def restore(actor: Actor, chosen: Sequence[TrashKey]) -> Restored:
    """Put things back, in one transaction; what something else stands in the place of is left and named."""
    back: list[TrashKey] = []
    refused: list[Refused] = []
    with database.atomic():
        for key in chosen:
            try:
                with database.atomic():
                    version = KINDS[key.kind].restore(actor, ItemVersion(key.id, key.version))
            except DeskError as error:
                refused.append(Refused(key, error))
            else:
                back.append(replace(key, version=version))
        for kind, items in _by_kind(back):
            told = KINDS[kind].restored
            if told is not None:
                told(actor, items)
    return Restored(tuple(back), tuple(refused))


def restore_all(actor: Actor, chosen: Sequence[TrashKey]) -> tuple[TrashKey, ...]:
    """Put things back, all of them or none.

    Raises:
        DeskError: one of them cannot be put back; nothing was written.
    """
    with database.atomic():
        done = restore(actor, chosen)
        if done.refused:
            raise done.refused[0].error
    return done.back


def put_away(actor: Actor, chosen: Sequence[TrashKey]) -> tuple[TrashKey, ...]:
    """Lay things into the trash again that were put back: all of them or none.

    Raises:
        StaleRowError: somebody changed one of them meanwhile; nothing was written.
    """
    with database.atomic():
        gone = []
        for key in chosen:
            version = KINDS[key.kind].remove(actor, ItemVersion(key.id, key.version))
            gone.append(replace(key, version=version))
        for kind, items in _by_kind(gone):
            told = KINDS[kind].removed
            if told is not None:
                told(actor, items)
    return tuple(gone)


def _by_kind(keys: Sequence[TrashKey]) -> list[tuple[str, list[ItemVersion]]]:
    found: dict[str, list[ItemVersion]] = {}
    for key in keys:
        found.setdefault(key.kind, []).append(ItemVersion(key.id, key.version))
    return list(found.items())
