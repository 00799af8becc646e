"""The trace copy of a text (花脸稿): how one version became another, with every changed passage marked."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from xcdesk import clock
from xcdesk.models import Material, MaterialEvent
from xcdesk.services.approvals import facts, reading
from xcdesk.services.approvals.diff import DiffLine
from xcdesk.services.approvals.rows import Action, VersionRow
from xcdesk.services.office import office_settings
from xcdesk.services.office.printed import label
from xcdesk.texts.documents import Block, BlockKind


@dataclass(frozen=True, slots=True)
class TraceCopy:
    """A trace copy, ready to be set: its head, the lines of both texts, and what stands below them.

    ``head`` says which versions are compared, who wrote those between, and how changes are marked.
    """

    title: str
    subtitle: str
    issuer: str
    day: dt.date
    head: tuple[Block, ...]
    lines: tuple[DiffLine, ...]


@dataclass(frozen=True, slots=True)
class Span:
    """Two versions of a text by their revisions, the older first."""

    older: int
    newer: int


def usual(material_id: int) -> Span:
    """The versions that a trace copy compares unless others are named.

    From the text that was first sent to review, or, of a correction, the text that it corrects, to the
    present one.

    Raises:
        NotFoundError: there is no such material.
    """
    material = facts.find(material_id)
    return Span(_first(material, facts.events_of(material_id)), material.revision)


def trace(material_id: int, span: Span | None = None) -> TraceCopy:
    """How one version of a text became another; ``span`` is `usual` unless given.

    Raises:
        NotFoundError: there is no such material, or no such version of it.
    """
    chosen = span or usual(material_id)
    material, found = facts.find(material_id), reading.diff(material_id, *_ordered(chosen))
    kind = label(f"material.kind.{material.kind.value}")
    facts_ = {"kind": kind, "id": material.id, "older": found.older, "newer": found.newer}
    return TraceCopy(
        title=material.title,
        subtitle=label("trace.subtitle", **facts_),
        issuer=office_settings.load().issuer,
        day=clock.today(),
        head=tuple(_head(reading.versions(material_id), found.older, found.newer, found.changed)),
        lines=found.lines if found.lines[0].changed else found.lines[1:],  # the title stands on top already
    )


def _ordered(span: Span) -> tuple[int, int]:
    return min(span.older, span.newer), max(span.older, span.newer)


def _first(material: Material, events: Sequence[MaterialEvent]) -> int:
    """The version that others were the first to see."""
    if material.corrects_id is not None:
        return 1
    return next((event.revision for event in events if event.action == Action.SUBMIT), 1)


def _head(versions: Sequence[VersionRow], older: int, newer: int, changed: int) -> list[Block]:
    """Who wrote each of the versions, the marks, and how many lines are changed."""
    rows = [tuple(label(f"trace.head_{name}") for name in ("version", "who", "at", "digest"))]
    for each in reversed(versions):
        if older <= each.revision <= newer:
            name = label("review_sheet.revision_of", revision=each.revision)
            when = f"{clock.local(each.at):%Y-%m-%d %H:%M}"
            rows.append((name, each.who, when, each.text_hash[:16]))
    return [
        Block(BlockKind.TABLE, rows=tuple(rows)),
        Block(BlockKind.RULE, label("trace.legend", count=changed)),
    ]
