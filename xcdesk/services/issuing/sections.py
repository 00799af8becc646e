"""Sections of an issue: which there are, in which order, and the pieces under each, arranged as a whole."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from xcdesk.db.base import database
from xcdesk.errors import DeskError, StaleRowError
from xcdesk.models import Bulletin, BulletinSection
from xcdesk.services.issuing import bulletins, issue_text, pieces, tray
from xcdesk.services.record import audit, rows
from xcdesk.services.record.actor import Actor

_NOTHING = ""
"""Name of what stands in front of all sections: the editor's note."""


class SectionThereError(DeskError):
    """The issue has a section of this name already."""

    code = "bulletin.section_there"


class OnlySectionError(DeskError):
    """The last section that holds pieces cannot go; they would stand nowhere."""

    code = "bulletin.only_section"


@dataclass(frozen=True, slots=True)
class Part:
    """A section and the keys of its pieces in order; the one without a name comes before all others."""

    name: str
    keys: tuple[str, ...] = ()


Arrangement = tuple[Part, ...]
"""All sections of an issue in order, empty ones too."""


def arrangement(bulletin: int) -> Arrangement:
    """How an issue is arranged now."""
    held = pieces.in_bulletin(bulletin)
    names = issue_text.sections_of(issue_text.stored_sections(bulletin), held)
    front = tuple(row.key for row in held if row.section == _NOTHING)
    found = tuple(Part(name, tuple(row.key for row in held if row.section == name)) for name in names)
    return (Part(_NOTHING, front), *found) if front else found


def arrange(actor: Actor, bulletin: int, wanted: Arrangement, seen: Arrangement) -> None:
    """Put sections and pieces into another order, with other names, in one act.

    Args:
        actor: who arranges.
        bulletin: the issue.
        wanted: the new order; it holds the same pieces.
        seen: the order that the window showed.

    Raises:
        StaleRowError: somebody else moved something meanwhile; nothing was written.
        SectionThereError: a name stands there twice.
        UnderReviewError, AlreadyIssuedError: the issue takes no change.
    """
    named = _cleaned(wanted)
    with database.atomic():
        issue = bulletins.load(bulletin)
        bulletins.require_open(issue)
        if arrangement(bulletin) != seen or _keys(seen) != _keys(wanted):
            raise StaleRowError(table="bulletin", id=bulletin)
        _write(issue, named)
        audit.record(
            actor, "bulletin.arranged", f"bulletin:{bulletin}", sections=[part.name for part in named]
        )
        bulletins.refresh(actor, issue)


def with_section(held: Arrangement, name: str, behind: str) -> Arrangement:
    """A new empty section behind another one, or last; raises `SectionThereError`."""
    if any(part.name == name for part in held):
        raise SectionThereError(field="name", name=name)
    at = next((at for at, part in enumerate(held, 1) if part.name == behind), len(held))
    return (*held[:at], Part(name), *held[at:])


def renamed(held: Arrangement, old: str, new: str) -> Arrangement:
    """A section under another name; raises `SectionThereError`."""
    if new != old and any(part.name == new for part in held):
        raise SectionThereError(field="name", name=new)
    return tuple(Part(new, part.keys) if part.name == old else part for part in held)


def without(held: Arrangement, name: str) -> Arrangement:
    """A section taken out; its pieces go to the end of the one before it, or to the head of the next.

    Raises:
        OnlySectionError: there is no other section for its pieces.
    """
    named = [part for part in held if part.name != _NOTHING]
    at = next(at for at, part in enumerate(named) if part.name == name)
    gone = named.pop(at)
    if gone.keys and not named:
        raise OnlySectionError(name=name)
    if gone.keys:
        heir = max(at - 1, 0)
        into = named[heir]
        joined = into.keys + gone.keys if at else gone.keys + into.keys
        named[heir] = Part(into.name, joined)
    return (*(part for part in held if part.name == _NOTHING), *named)


def moved(held: Arrangement, name: str, step: int) -> Arrangement:
    """A section with its pieces one place up (-1) or down (1); as it was at either end."""
    names = _names(held)
    to = min(max(names.index(name) + step, 0), len(names) - 1)
    rest = [other for other in names if other != name]
    return put_before(held, name, rest[to] if to < len(rest) else None)


def put_before(held: Arrangement, name: str, before: str | None) -> Arrangement:
    """A section with its pieces in front of another one; None puts it last."""
    parts = {part.name: part for part in held}
    names = [other for other in _names(held) if other != name]
    names.insert(names.index(before) if before in names else len(names), name)
    front = (parts[_NOTHING],) if _NOTHING in parts else ()
    return (*front, *(parts[other] for other in names))


def _names(held: Arrangement) -> list[str]:
    return [part.name for part in held if part.name != _NOTHING]


def _cleaned(wanted: Arrangement) -> Arrangement:
    made: list[Part] = []
    for part in wanted:
        name = part.name and rows.required_text("name", part.name, tray.SECTION_LIMIT)
        if any(other.name == name for other in made):
            raise SectionThereError(field="name", name=name)
        made.append(Part(name, part.keys))
    return tuple(made)


def _keys(held: Iterable[Part]) -> set[str]:
    return {key for part in held for key in part.keys}


def _write(issue: Bulletin, wanted: Sequence[Part]) -> None:
    BulletinSection.delete().where(BulletinSection.bulletin == issue.id).execute()
    for position, part in enumerate((part for part in wanted if part.name), start=1):
        BulletinSection.create(bulletin=issue.id, name=part.name, position=position)
    held = {row.key: row for row in pieces.in_bulletin(issue.id)}
    position = 0
    for part in wanted:
        for key in part.keys:
            position += 1
            if (held[key].position, held[key].section) != (position, part.name):
                tray.set_place(held[key], position, part.name)
