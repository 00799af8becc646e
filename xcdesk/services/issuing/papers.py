"""Notices, releases and other material that is no bulletin: number and frozen files, as bulletins have."""

import datetime as dt
import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from peewee import fn

from xcdesk.codes import MaterialKind, MaterialState
from xcdesk.db.base import database
from xcdesk.models import Material, MaterialFile, MaterialIssue
from xcdesk.services.issuing.numbering import FileRow, IssueFiles, NoSuchFileError, void_reasons
from xcdesk.services.record import audit
from xcdesk.services.record.actor import Actor


@dataclass(frozen=True, slots=True)
class PaperNumber:
    """What an issue is called: its number among those of its kind in a year, and its day."""

    year: int
    number: int
    issued_on: dt.date


@dataclass(frozen=True, slots=True)
class PaperRow:
    """One issue in the register of its kind; it stays there when it is void, with the reason."""

    id: int
    kind: MaterialKind
    material: int
    title: str
    state: MaterialState
    year: int
    number: int
    issued_on: dt.date
    pages: int
    void_reason: str
    files: tuple[FileRow, ...]


FreezePaper = Callable[[PaperNumber], IssueFiles]
"""Makes the files of an issue once its number is known."""


def under_number(
    actor: Actor, material: int, *, on: dt.date, freeze: FreezePaper, act: Callable[[], object]
) -> PaperRow:
    """Issue what is no bulletin: state, number and frozen files in one transaction, or nothing of it.

    Args:
        actor: who issues.
        material: its text in the approval queue.
        on: day of issue, whose year the number belongs to.
        freeze: makes the files.
        act: sends the text out in the approval queue.

    Raises:
        DeskError: ``act`` or ``freeze`` refuses.
    """
    with database.atomic():
        act()  # its entry of the record makes every other desk wait, so that the number is ours alone
        found: Any = Material.get_by_id(material)
        number = PaperNumber(on.year, _last(found.kind, on.year) + 1, on)
        made = freeze(number)
        kept = _keep(found, number, made)
        digests = {file.kind: hashlib.sha256(file.content).hexdigest() for file in made.files}
        audit.record(
            actor,
            "material.numbered",
            f"material:{material}",
            kind=found.kind.value,
            year=number.year,
            number=number.number,
            **digests,
        )
        return _rows([kept])[0]


def register(kind: MaterialKind | None = None) -> tuple[PaperRow, ...]:
    """Every issue of a kind or of all, the latest number first."""
    query = MaterialIssue.select()
    if kind is not None:
        query = query.where(MaterialIssue.kind == kind)
    return _rows(
        list(query.order_by(MaterialIssue.kind, MaterialIssue.year.desc(), MaterialIssue.number.desc()))
    )


def of_material(material: int) -> PaperRow | None:
    """The issue of a material; None before it went out, and for a bulletin."""
    found = MaterialIssue.get_or_none(MaterialIssue.material == material)
    return None if found is None else _rows([found])[0]


def content(paper: PaperRow, kind: str) -> bytes:
    """Bytes of one file exactly as they went out; raises `NoSuchFileError`."""
    found = MaterialFile.get_or_none((MaterialFile.issue == paper.id) & (MaterialFile.kind == kind))
    if found is None:
        raise NoSuchFileError(title=paper.title, kind=kind.upper())
    return bytes(found.content)


def _last(kind: MaterialKind, year: int) -> int:
    used = MaterialIssue.select(fn.MAX(MaterialIssue.number)).where(
        (MaterialIssue.kind == kind) & (MaterialIssue.year == year)
    )
    return int(used.scalar() or 0)


def _keep(found: Material, number: PaperNumber, made: IssueFiles) -> MaterialIssue:
    anchor = audit.anchor()  # nothing was recorded since the files were made, so that it is the printed one
    kept = MaterialIssue.create(
        material=found.id,
        kind=found.kind,
        year=number.year,
        number=number.number,
        issued_on=number.issued_on,
        pages=made.pages,
        record_count=anchor.count,
        record_digest=anchor.digest,
    )
    for file in made.files:
        digest = hashlib.sha256(file.content).hexdigest()
        MaterialFile.create(issue=kept, kind=file.kind, name=file.name, sha256=digest, content=file.content)
    return kept


def _rows(found: Sequence[MaterialIssue]) -> tuple[PaperRow, ...]:
    files: dict[int, list[FileRow]] = {one.id: [] for one in found}
    columns = (MaterialFile.issue, MaterialFile.kind, MaterialFile.name, MaterialFile.sha256)
    query = MaterialFile.select(*columns, fn.LENGTH(MaterialFile.content)).order_by(MaterialFile.id)
    kept: Iterable[tuple[int, str, str, str, int]] = (
        query.where(MaterialFile.issue.in_(list(files))).tuples().execute()
    )
    for one, kind, name, sha256, size in kept:
        files[one].append(FileRow(kind, name, sha256, size))
    materials = {
        row.id: row for row in Material.select().where(Material.id.in_([one.material_id for one in found]))
    }
    reasons = void_reasons(list(materials))
    return tuple(
        PaperRow(
            id=one.id,
            kind=one.kind,
            material=one.material_id,
            title=materials[one.material_id].title,
            state=materials[one.material_id].state,
            year=one.year,
            number=one.number,
            issued_on=one.issued_on,
            pages=one.pages,
            void_reason=reasons.get(one.material_id, ""),
            files=tuple(files[one.id]),
        )
        for one in found
    )
