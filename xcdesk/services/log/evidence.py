"""Evidence of reports (证据): scans, pictures, pages and recordings, attached, changed and taken away."""

import datetime as dt
import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from peewee import JOIN, IntegrityError, fn

from xcdesk import clock, settings
from xcdesk.db import bulk
from xcdesk.db.base import database
from xcdesk.errors import DeskError, NotFoundError
from xcdesk.files import free_path, safe_name
from xcdesk.models import CoverageItem, Evidence, StoredFile, User
from xcdesk.progress import Operation
from xcdesk.services.log import stored_files
from xcdesk.services.log.stored_files import Opener
from xcdesk.services.record import audit, rows
from xcdesk.services.record.actor import Actor

FORMATS: Mapping[str, str] = {
    **dict.fromkeys(("png", "jpg", "jpeg", "bmp", "gif", "webp", "tif", "tiff", "heic"), "picture"),
    **dict.fromkeys(("pdf", "ofd"), "page"),
    **dict.fromkeys(("mp3", "wav", "m4a", "aac", "amr", "wma", "ogg", "flac"), "sound"),
    **dict.fromkeys(("mp4", "mov", "avi", "mkv", "wmv", "flv", "mpg", "mpeg", "ts", "webm"), "video"),
    **dict.fromkeys(("docx", "doc", "wps", "xlsx", "xls", "et", "pptx", "ppt", "txt", "eml"), "document"),
}
"""Endings that are taken, and what such a file is. Programs, scripts and web pages are not among them."""

_LABEL, _SOURCE = 120, 500


class FormatError(DeskError):
    """Files of this ending are not taken as evidence; facts ``name`` and ``ending``."""

    code = "evidence.format"


class AttachedTwiceError(DeskError):
    """The report has this very file already; fact ``name``, the label it has there."""

    code = "evidence.twice"


@dataclass(frozen=True, slots=True)
class Particulars:
    """What is written down about a piece of evidence; a ``label`` of "" keeps the name of the file."""

    captured_on: dt.date | None = None
    source: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file to attach: what it is called, and how it is opened."""

    name: str
    opened: Opener

    @classmethod
    def at(cls, path: Path) -> "NewFile":
        """A file on this machine."""
        return cls(path.name, lambda: path.open("rb"))


@dataclass(frozen=True, slots=True)
class EvidenceVersion:
    """A piece of evidence and the version of it that somebody has before their eyes."""

    id: int
    version: int


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """A piece of evidence of a report; ``kind`` is what its ending says it is, ``added_at`` in UTC."""

    id: int
    item_id: int
    label: str
    kind: str
    size: int
    sha256: str
    captured_on: dt.date | None
    source: str
    added_by: str
    added_at: dt.datetime
    version: int


def attach(
    actor: Actor,
    item_id: int,
    files: Sequence[NewFile],
    told: Particulars,
    operation: Operation | None = None,
) -> tuple[EvidenceVersion, ...]:
    """Attach files to a report in one transaction, all or none.

    Raises:
        NotFoundError: there is no such report.
        FormatError, AttachedTwiceError: one of them is not taken; nothing was written.
        Cancelled: the user stopped it; nothing was written.
        DeskError: a code of area ``evidence``; nothing was written.
    """
    fields = _fields(told)
    made = []
    with database.atomic():
        if CoverageItem.get_or_none(CoverageItem.id == item_id) is None:
            raise NotFoundError(what="coverage_item", name=item_id)
        for each in files:
            label = _label(told.label if len(files) == 1 else "", each.name)
            _require_format(label)
            file = stored_files.store(label, each.opened, operation)
            row = _once(label, partial(_create, actor, item=item_id, file=file, **fields, label=label))
            _record(actor, "evidence.attached", row)
            made.append(EvidenceVersion(int(row.id), 1))
    return tuple(made)


def change(actor: Actor, piece: EvidenceVersion, told: Particulars) -> EvidenceVersion:
    """Change what is written down about a piece; its ending stays. Returns its new version.

    Raises:
        StaleRowError: somebody changed it meanwhile.
    """
    with database.atomic():
        row = _get(piece.id)
        ending = row.label.rpartition(".")[2]
        label = _label(told.label, row.label)
        if not label.casefold().endswith(f".{ending.casefold()}"):
            label = safe_name(f"{label}.{ending}")
        fields = {**_fields(told), "label": label}
        changes = audit.differences(row, fields)
        stepped = rows.save_versioned(row, piece.version, fields)
        _record(actor, "evidence.changed", row, changes=changes)
    return EvidenceVersion(piece.id, stepped)


def remove(actor: Actor, piece: EvidenceVersion) -> EvidenceVersion:
    """Lay a piece into the trash; `restore` puts it back.

    Raises:
        StaleRowError: somebody changed it meanwhile.
    """
    with database.atomic():
        row = _get(piece.id)
        stepped = rows.save_versioned(row, piece.version, {"removed_at": clock.utc_now()})
        _record(actor, "evidence.removed", row)
    return EvidenceVersion(piece.id, stepped)


def restore(actor: Actor, piece: EvidenceVersion) -> EvidenceVersion:
    """Put a piece back from the trash.

    Raises:
        StaleRowError: somebody changed it meanwhile.
        AttachedTwiceError: the same file has been attached again in the meantime.
    """
    with database.atomic():
        row = _get(piece.id)
        put = partial(rows.save_versioned, row, piece.version, {"removed_at": None})
        stepped = _once(row.label, put)
        _record(actor, "evidence.restored", row)
    return EvidenceVersion(piece.id, stepped)


def together(
    step: Callable[[EvidenceVersion], EvidenceVersion], pieces: Sequence[EvidenceVersion]
) -> list[EvidenceVersion]:
    """Do the same to several pieces in one transaction, all or none; returns their new versions."""
    with database.atomic():
        return [step(piece) for piece in pieces]


def of_item(item_id: int) -> tuple[EvidenceRow, ...]:
    """The evidence of a report, as it was attached."""
    chosen = (Evidence.item == item_id) & Evidence.removed_at.is_null()
    query = Evidence.select(Evidence, StoredFile, User).join(StoredFile)
    query = query.switch(Evidence).join(User, JOIN.LEFT_OUTER).where(chosen).order_by(Evidence.id)
    return tuple(_row(row) for row in query)


def counts(item_ids: Sequence[int]) -> Mapping[int, int]:
    """How many pieces of evidence reports have; one without any is not named."""
    found: dict[int, int] = {}
    for some in bulk.chunks(item_ids):
        there = Evidence.item.in_(some) & Evidence.removed_at.is_null()
        query: Any = Evidence.select(Evidence.item, fn.COUNT(Evidence.id)).where(there)
        found |= dict(query.group_by(Evidence.item).tuples())
    return found


def save_copy(evidence_id: int, folder: Path) -> Path:
    """Write a verified copy under its label, or the next free name, into a folder; returns its path.

    Raises:
        DamagedFileError: what is kept is not what was stored; nothing was written.
        FileInUseError: the folder cannot be written.
    """
    row = _get(evidence_id)
    path = free_path(folder / safe_name(row.label))
    stored_files.write_to(row.file_id, row.label, path)
    return path


def copy_to_open(evidence_id: int) -> Path:
    """A verified copy for another program to show, in a folder of its own; the kept file is never handed out.

    Raises:
        DamagedFileError: what is kept is not what was stored.
        FileInUseError: the copy cannot be written.
    """
    folder = _shown() / str(evidence_id)
    shutil.rmtree(folder, ignore_errors=True)  # one that is still open stays beside the new one
    return save_copy(evidence_id, folder)


def forget_copies() -> None:
    """Delete the copies that other programs have shown; those still open are left for the next time."""
    shutil.rmtree(_shown(), ignore_errors=True)


def erase(ids: Sequence[int]) -> None:
    """Delete pieces, and each content that nothing refers to any more, inside the caller's transaction."""
    pieces = Evidence.id.in_(list(ids))
    query: Any = Evidence.select(Evidence.file).where(pieces).tuples()
    files = {file for (file,) in query}
    Evidence.delete().where(pieces).execute()
    for file in files:
        stored_files.drop_unused(file)


def erase_of_items(item_ids: Sequence[int]) -> None:
    """Delete all evidence of reports that are about to be deleted, inside the caller's transaction."""
    query: Any = Evidence.select(Evidence.id).where(Evidence.item.in_(list(item_ids))).tuples()
    found = [piece for (piece,) in query]
    if found:
        erase(found)


def damaged() -> tuple[str, ...]:
    """Labels of evidence and of whatever else is kept whose file is not what was stored, or is not there."""
    files: Any = StoredFile.select(StoredFile.id).tuples()
    wrong = [file for (file,) in list(files) if not stored_files.is_whole(file)]
    labels: list[str] = []
    for table in stored_files.KEEPERS:
        query: Any = table.select(table.label).where(table.file.in_(wrong)).order_by(table.id)
        labels += [label for (label,) in query.tuples()]
    return tuple(labels)


def kind_of(name: str) -> str:
    """What a file is by its ending: a value of `FORMATS`, "" for one that is not taken."""
    return FORMATS.get(name.rpartition(".")[2].casefold(), "")


def _shown() -> Path:
    return settings.home() / "shown"


def _fields(told: Particulars) -> dict[str, Any]:
    source = rows.clean_text("source", told.source, _SOURCE)
    return {"captured_on": told.captured_on, "source": source}


def _label(wanted: str, name: str) -> str:
    """A safe label that keeps the ending of the file."""
    given = rows.clean_text("label", wanted, _LABEL)
    if not given:
        return safe_name(name, "证据")
    return safe_name(given if kind_of(given) else f"{given}.{name.rpartition('.')[2]}", "证据")


def _require_format(label: str) -> None:
    if not kind_of(label):
        raise FormatError(name=label, ending=label.rpartition(".")[2] if "." in label else "")


def _create(actor: Actor, **fields: Any) -> Evidence:
    return Evidence.create(**fields, added_by=actor.id)


def _once(label: str, write: Callable[[], Any]) -> Any:
    try:
        with database.atomic():
            return write()
    except IntegrityError as error:
        raise AttachedTwiceError(name=label) from error


def _record(actor: Actor, action: str, row: Evidence, **facts: object) -> None:
    audit.record(actor, action, f"evidence:{row.id}", item=row.item_id, label=row.label, **facts)


def _get(evidence_id: int) -> Evidence:
    row = Evidence.get_or_none(Evidence.id == evidence_id)
    if row is None:
        raise NotFoundError(what="evidence", name=evidence_id)
    return row


def _row(row: Any) -> EvidenceRow:
    return EvidenceRow(
        row.id,
        row.item_id,
        row.label,
        kind_of(row.label),
        row.file.size,
        row.file.sha256,
        row.captured_on,
        row.source,
        row.added_by.name if row.added_by is not None else "",
        row.added_at,
        row.version,
    )
