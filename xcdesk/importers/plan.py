"""A file ready to be decided on: what it says, and what it would do to the coverage log. Writes nothing."""

from collections import Counter
from collections.abc import Callable, Generator, Iterable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from xcdesk import clock, collecting, files
from xcdesk.codes import BatchState
from xcdesk.errors import DeskError
from xcdesk.importers import beside, compare, groups, marks, memory, own_kind, recode, understand, worker
from xcdesk.importers.asked import Asked
from xcdesk.importers.compare import Alike, Keys, Match
from xcdesk.importers.groups import Reprint
from xcdesk.importers.kept_titles import KeptTitles
from xcdesk.importers.raw import RawBook
from xcdesk.importers.records import CheckedBook, Level, Problem, RowStatus, SheetKind
from xcdesk.importers.refusals import NoRowsError
from xcdesk.importers.said import Said
from xcdesk.importers.understand import Request
from xcdesk.importers.worker import Reading
from xcdesk.lexicon import Lexicon
from xcdesk.models import ImportBatch, Unit
from xcdesk.progress import Operation, Stage
from xcdesk.services.record import audit
from xcdesk.services.record.audit import Anchor
from xcdesk.services.roster import lexicon as words

_WRITTEN = (BatchState.APPLIED, BatchState.SUPERSEDED)


class UnknownUnitError(DeskError):
    """The sender is not on the roster of units."""

    code = "unit.unknown"


class NoPiecesError(NoRowsError):
    """No sheet can be read as pieces: required columns are lacking."""

    code = "file.no_rows"


@dataclass(frozen=True, slots=True)
class FilePlan:
    """One file as it would be imported.

    Attributes:
        sha256: of the file's bytes.
        said: what a person has said of it so far.
        raw: as read, for the preview and the returned workbook.
        checked: as understood, before the log was looked at.
        book: the same with the final state of each row.
        matches: logged items that its rows speak of.
        keys: of the rows of each sheet, by which the log knows them.
        anchor: end of the record when the log was looked at; every change of the log moves it.
        alike: other pieces that its rows may repeat.
        reprints: pieces that ran in another outlet too.
        remarks: on the file as a whole.
        refusal: why nothing of it can be imported, or None.
        titles: those of the log that a job of many files keeps, its own among them; told when it is written.
    """

    path: Path
    sha256: str
    said: Said
    raw: RawBook
    checked: CheckedBook
    book: CheckedBook
    matches: tuple[Match, ...]
    keys: Keys
    anchor: Anchor
    alike: tuple[Alike, ...] = ()
    reprints: tuple[Reprint, ...] = ()
    remarks: tuple[Problem, ...] = ()
    refusal: NoPiecesError | None = None
    titles: KeptTitles | None = None

    def counts(self) -> dict[RowStatus, int]:
        """How many rows stand in each state."""
        found = Counter(row.status for sheet in self.book.sheets for row in sheet.rows)
        return {status: found[status] for status in RowStatus}


def prepare(
    path: Path,
    said: Said | None = None,
    operation: Operation | None = None,
    begun: Reading | None = None,
    titles: KeptTitles | None = None,
) -> FilePlan:
    """The plan of a file that holds pieces or counts; like `look`, and refused where `look` would show why.

    ``begun`` is the reading of the file where that is under way, as `ahead` begins it; ``titles`` are what
    the job keeps of which it is a part.

    Raises:
        RefusedFileError: it cannot be read, or holds neither pieces nor counts.
        UnknownUnitError, FieldTwiceError, WrongEncodingError: what was said of it does not fit.
        Cancelled: the user stopped it.
    """
    found = look(path, said, operation, begun, titles)
    if found.refusal is not None:
        raise found.refusal
    return found


@collecting.paused()
def look(
    path: Path,
    said: Said | None = None,
    operation: Operation | None = None,
    begun: Reading | None = None,
    titles: KeptTitles | None = None,
) -> FilePlan:
    """Have a file read and understood in a process of its own, and compare it with the log.

    Raises:
        RefusedFileError: it cannot be read.
        UnknownUnitError, FieldTwiceError, WrongEncodingError: what was said of it does not fit.
        Cancelled: the user stopped it.
    """
    said, operation = said or Said(), operation or Operation()
    operation.begin(Stage.READING)
    if begun is not None:
        return _considered(path, begun, said, operation, titles)
    asked = _asked(path, said)  # an unknown sender is refused before the file is read
    with worker.reading(path, said.encoding, asked=asked) as reading:
        return _considered(path, reading, said, operation, titles)


def again(before: FilePlan, said: Said, operation: Operation | None = None) -> FilePlan:
    """The plan of the same file by what is said of it now; read anew only for another encoding.

    Raises:
        RefusedFileError: it had to be read anew and cannot be.
        UnknownUnitError, FieldTwiceError, WrongEncodingError: what was said of it does not fit.
        Cancelled: the user stopped it.
    """
    if said.encoding != before.said.encoding:
        return look(before.path, said, operation)
    return consider(before.path, before.raw, said, before.sha256, operation)


@dataclass(frozen=True, slots=True)
class Known:
    """What there is before a file is considered: what comes of its reading, and what its job keeps.

    Attributes:
        asked: by which words its reading process was to understand it; None where nothing was asked.
        checked: the file as that process has understood it; None where that is left to do.
        titles: those of the log, kept from one file to the next; None where the file comes alone.
    """

    asked: Asked | None = None
    checked: CheckedBook | None = None
    titles: KeptTitles | None = None


def ahead(paths: Iterable[Path], said: Said | None = None) -> Generator[Reading, None, None]:
    """Readings of files for `look` and `prepare`, each begun while the caller is busy with the one before."""
    return worker.ahead(paths, partial(_asked, said=said or Said()))


def _considered(
    path: Path, begun: Reading, said: Said, operation: Operation, titles: KeptTitles | None
) -> FilePlan:
    raw = recode.book_of(begun, said.encoding, operation)
    checked = begun.checked()
    if checked is None:
        raw = beside.parted(marks.taken_out(raw))
    own_kind.require(raw, path.name)
    return consider(path, raw, said, operation=operation, known=Known(begun.asked, checked, titles))


@collecting.paused()
def consider(
    path: Path,
    raw: RawBook,
    said: Said,
    sha256: str = "",
    operation: Operation | None = None,
    known: Known = Known(),
) -> FilePlan:
    """The plan of a file that has been read: once more after a click on another heading row or sender.

    ``sha256`` spares a file that was read before, and may be gone by now. As its reading process has
    understood it, it is taken where the words and what is said are those of now.

    Raises:
        UnknownUnitError, FieldTwiceError: what was said of it does not fit.
        Cancelled: the user stopped it.
    """
    operation = operation or Operation()
    operation.begin(Stage.UNDERSTANDING)
    lexicon = words.load()
    book = _understood(raw, lexicon, replace(_request(path, said, lexicon), operation=operation), known)
    operation.begin(Stage.COMPARING)
    digest = sha256 or files.sha256(path)
    made = partial(
        FilePlan,
        path=path,
        sha256=digest,
        said=said,
        raw=raw,
        checked=book,
        remarks=_remarks(digest, book),
        refusal=_refusal(path, book),
    )
    return _against_log(made, book, lexicon, operation, known.titles)


def _against_log(
    made: Callable[..., FilePlan],
    book: CheckedBook,
    lexicon: Lexicon,
    operation: Operation,
    titles: KeptTitles | None,
) -> FilePlan:
    """The plan with all that the log says to the rows of a book, as it stands at one end of the record."""
    anchor = audit.anchor()
    if titles is not None:
        titles.begin(anchor)
    compared = compare.compare(book, lexicon, operation, titles)
    operation.check()
    return made(
        book=compared.book,
        matches=compared.matches,
        keys=compared.keys,
        anchor=anchor,
        alike=compared.alike,
        reprints=groups.propose(compared.book, compared.keys, lexicon),
        titles=titles,
    )


def _understood(raw: RawBook, lexicon: Lexicon, request: Request, known: Known) -> CheckedBook:
    """The book by what is said of it; a corrected file that names nobody is from whom it answers."""
    book = _still_known(known, lexicon, request) or understand.understand(raw, lexicon, request, memory.of)
    if book.sender is None and raw.answers:
        request = replace(request, sender=_sender_of(raw.answers))
        book = understand.understand(raw, lexicon, request, memory.of)
    return book


def _asked(path: Path, said: Said) -> Asked:
    """What the reading process is asked besides the rows: to understand them by the words that hold now."""
    lexicon = words.load()
    return Asked(lexicon, _request(path, said, lexicon), memory.everything())


def _still_known(known: Known, lexicon: Lexicon, request: Request) -> CheckedBook | None:
    """A book as its reading has understood it; None if that was by other words than hold now."""
    asked, checked = known.asked, known.checked
    if asked is None or checked is None or (asked.lexicon, asked.request) != (lexicon, request):
        return None
    remembered = checked.sender is None or asked.recall(checked.sender) == memory.of(checked.sender)
    return checked if remembered else None


def _request(path: Path, said: Said, lexicon: Lexicon) -> Request:
    said.refuse_twice()
    sender = None
    if said.sender is not None:
        unit = lexicon.unit(said.sender)
        if unit is None:
            raise UnknownUnitError(name=said.sender)
        sender = unit.name
    return Request(
        file_name=path.name,
        sender=sender,
        year=said.year,
        heading_rows=said.heading_rows,
        heading_heights=said.heading_heights,
        said=said.fields,
        corrections=said.corrections,
        with_hidden=said.with_hidden,
        left_out=said.left_out,
    )


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


def _refusal(path: Path, book: CheckedBook) -> NoPiecesError | None:
    if any(sheet.kind != SheetKind.UNKNOWN for sheet in book.sheets):
        return None
    return NoPiecesError(name=path.name, reason="no sheet has columns of day, outlet and title")


def _remarks(sha256: str, book: CheckedBook) -> tuple[Problem, ...]:
    remarks = []
    earlier = (
        ImportBatch.select()
        .where((ImportBatch.sha256 == sha256) & ImportBatch.state.in_(_WRITTEN))
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
