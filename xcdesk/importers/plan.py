"""A file ready to be decided on: what it says, and what it would do to the coverage log. Writes nothing."""

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from xcdesk import clock, files
from xcdesk.codes import BatchState
from xcdesk.errors import DeskError
from xcdesk.importers import compare, marks, understand, worker
from xcdesk.importers.compare import Alike, Match
from xcdesk.importers.raw import RawBook
from xcdesk.importers.records import CheckedBook, Field, Level, Problem, RowStatus, SheetKind
from xcdesk.importers.refusals import NoRowsError
from xcdesk.importers.understand import Request
from xcdesk.lexicon import Lexicon
from xcdesk.models import ImportBatch, RememberedMapping, Unit
from xcdesk.progress import Operation
from xcdesk.services import audit
from xcdesk.services import lexicon as words
from xcdesk.services.audit import Anchor


class UnknownUnitError(DeskError):
    """The sender is not on the roster of units."""

    code = "unit.unknown"


class NoPiecesError(NoRowsError):
    """No sheet can be read as pieces: required columns are lacking."""

    code = "file.no_rows"


@dataclass(frozen=True, slots=True)
class Said:
    """What the person who imports says of a file; each part may be left to the file itself.

    Attributes:
        sender: a unit by name or spelling.
        year: for days without one.
        heading_rows: row number (from 1) of the heading by sheet name, as clicked.
        fields: field of each heading, by signature of the headings, as set in the preview.
    """

    sender: str | None = None
    year: int | None = None
    heading_rows: Mapping[str, int] | None = None
    fields: Mapping[str, Mapping[str, Field]] | None = None


@dataclass(frozen=True, slots=True)
class FilePlan:
    """One file as it would be imported.

    Attributes:
        sha256: of the file's bytes.
        raw: as read, for the preview and the returned workbook.
        checked: as understood, before the log was looked at.
        book: the same with the final state of each row.
        matches: logged items that its rows speak of.
        anchor: end of the record when the log was looked at; every change of the log moves it.
        alike: other pieces that its rows may repeat.
        remarks: on the file as a whole.
    """

    path: Path
    sha256: str
    raw: RawBook
    checked: CheckedBook
    book: CheckedBook
    matches: tuple[Match, ...]
    anchor: Anchor
    alike: tuple[Alike, ...] = ()
    remarks: tuple[Problem, ...] = ()

    def counts(self) -> dict[RowStatus, int]:
        """How many rows stand in each state."""
        found = Counter(row.status for sheet in self.book.sheets for row in sheet.rows)
        return {status: found[status] for status in RowStatus}


def prepare(path: Path, said: Said | None = None, operation: Operation | None = None) -> FilePlan:
    """Read a file in its own process, understand it and compare it with the log.

    Raises:
        RefusedFileError: it cannot be read, or holds neither pieces nor counts.
        UnknownUnitError: the sender given is not on the roster.
        Cancelled: the user stopped it.
    """
    said = said or Said()
    _request(path, said, words.load())  # an unknown sender is refused before the file is read
    return consider(path, marks.taken_out(worker.read_book(path, operation)), said)


def consider(path: Path, raw: RawBook, said: Said, sha256: str = "") -> FilePlan:
    """The plan of a file that has been read: once more after a click on another heading row or sender.

    ``sha256`` spares a file that was read before, and may be gone by now.

    Raises:
        RefusedFileError: it holds neither pieces nor counts.
        UnknownUnitError: the sender given is not on the roster.
    """
    lexicon = words.load()
    request = _request(path, said, lexicon)
    book = understand.understand(raw, lexicon, request)
    if book.sender is None and raw.answers:
        request = replace(request, sender=_sender_of(raw.answers))
        book = understand.understand(raw, lexicon, request)
    known = _remembered(book.sender)
    if known:
        request = replace(request, remembered={**known, **request.remembered})
        book = understand.understand(raw, lexicon, request)
    _refuse_without_pieces(path, book)
    anchor = audit.anchor()
    compared = compare.compare(book, lexicon)
    digest = sha256 or files.sha256(path)
    remarks = _remarks(digest, book)
    return FilePlan(path, digest, raw, book, compared.book, compared.matches, anchor, compared.alike, remarks)


def _request(path: Path, said: Said, lexicon: Lexicon) -> Request:
    sender = None
    if said.sender is not None:
        unit = lexicon.unit(said.sender)
        if unit is None:
            raise UnknownUnitError(name=said.sender)
        sender = unit.name
    return Request(path.name, sender, said.year, said.heading_rows or {}, said.fields or {})


def _sender_of(numbered: str) -> str | None:
    """Sender of the file whose returned workbook bears this number, None where that is not known."""
    low, high = marks.between(numbered)
    batch = (
        ImportBatch.select(ImportBatch, Unit)
        .join(Unit)
        .where((ImportBatch.sha256 >= low) & (ImportBatch.sha256 < high) & Unit.active)
        .order_by(ImportBatch.id.desc())
        .first()
    )
    return None if batch is None else str(batch.sender.name)


def _remembered(sender: str | None) -> dict[str, dict[str, Field]]:
    """Fields by heading that earlier imports of this sender used, by signature."""
    if sender is None:
        return {}
    rows = RememberedMapping.select().join(Unit).where(Unit.name == sender)
    return {
        row.signature: {name: Field(field) for name, field in json.loads(row.mapping).items()} for row in rows
    }


def _refuse_without_pieces(path: Path, book: CheckedBook) -> None:
    if all(sheet.kind == SheetKind.UNKNOWN for sheet in book.sheets):
        raise NoPiecesError(name=path.name, reason="no sheet has columns of day, outlet and title")


def _remarks(sha256: str, book: CheckedBook) -> tuple[Problem, ...]:
    remarks = []
    earlier = (
        ImportBatch.select()
        .where((ImportBatch.sha256 == sha256) & (ImportBatch.state == BatchState.APPLIED))
        .order_by(ImportBatch.id.desc())
        .first()
    )
    if earlier is not None:
        day = clock.local(earlier.imported_at).date().isoformat()
        remarks.append(Problem("import.same_file", Level.WARNING, facts={"day": day, "batch": earlier.id}))
    if book.sender is None and book.stranger:
        remarks.append(Problem("unit.unknown", Level.WARNING, facts={"name": book.stranger}))
    elif book.sender is None:
        remarks.append(Problem("unit.missing", Level.WARNING))
    return tuple(remarks)
