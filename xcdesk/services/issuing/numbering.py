"""Numbers of issues and the files that went out: allotted and frozen together, kept for good."""

import datetime as dt
import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from peewee import fn

from xcdesk.codes import MaterialState, Series
from xcdesk.db.base import database
from xcdesk.errors import DeskError, NotFoundError
from xcdesk.models import Bulletin, BulletinFile, Material, MaterialEvent, SeriesCounter
from xcdesk.services.issuing import bulletins
from xcdesk.services.office.printed import Period
from xcdesk.services.record import audit
from xcdesk.services.record.actor import Actor
from xcdesk.wording import text

PDF, DOCX, XLSX, TRACE = "pdf", "docx", "xlsx", "trace"
"""Kinds of files that an issue is made in; the trace copy, a PDF, is filed where the text was changed."""


class FiguresMovedError(DeskError):
    """The log has changed since the circular was submitted; its figures are no longer those of the log."""

    code = "bulletin.figures_moved"


class NoSuchNumberError(DeskError):
    """No issue of the series has this number."""

    code = "bulletin.no_number"


class NoSuchFileError(DeskError):
    """The issue was not made in this format."""

    code = "bulletin.no_file"


@dataclass(frozen=True, slots=True)
class Numbers:
    """What an issue is called: its number within the year, its running number, its day."""

    year: int
    number: int
    running: int
    issued_on: dt.date


@dataclass(frozen=True, slots=True)
class NewFile:
    """One file of an issue; ``kind`` is pdf, docx, xlsx or trace."""

    kind: str
    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class IssueFiles:
    """Everything that is frozen with an issue.

    Attributes:
        files: the files, byte for byte.
        pages: pages of its PDF.
        faces: names of the faces that drew them.
        around: what stood around the text, as JSON; the numbered copies are printed with it.
    """

    files: tuple[NewFile, ...]
    pages: int
    faces: tuple[str, ...] = ()
    around: str = ""


@dataclass(frozen=True, slots=True)
class FileRow:
    """A frozen file without its bytes; ``size`` in bytes."""

    kind: str
    name: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """One bulletin in the register; numbers are None until it is issued, and stay when it is void."""

    id: int
    series: Series
    period: Period
    material: int
    title: str
    state: MaterialState
    year: int | None
    number: int | None
    running: int | None
    issued_on: dt.date | None
    pages: int | None
    void_reason: str
    files: tuple[FileRow, ...]
    faces: str = ""


Freeze = Callable[[Numbers], IssueFiles]
"""Makes the files of an issue once its numbers are known."""


def under_number(
    actor: Actor, material: int, *, on: dt.date, freeze: Freeze, act: Callable[[], object]
) -> RegisterRow:
    """Issue a bulletin: state, numbers and frozen files in one transaction, or nothing of it.

    Args:
        actor: who issues.
        material: its text in the approval queue.
        on: day of issue, whose year the number belongs to.
        freeze: makes the files.
        act: sends the text out in the approval queue.

    Raises:
        DeskError: ``act`` refuses, the figures have moved, or ``freeze`` refuses.
    """
    with database.atomic():
        found = bulletins.load(_require(material))
        counter = bulletins.lock(found.series)
        worded = bulletins.wording_of(found.id)
        if found.series == Series.CIRCULAR and bulletins.composed_now(found, worded) != found.composed_hash:
            raise FiguresMovedError(title=found.material.title)
        act()
        numbers = _allot(counter, on)
        made = freeze(numbers)
        _keep(found, numbers, made)
        facts = {file.kind: hashlib.sha256(file.content).hexdigest() for file in made.files}
        audit.record(
            actor,
            "bulletin.issued",
            f"bulletin:{found.id}",
            series=found.series.value,
            number=numbers.number,
            running=numbers.running,
            year=numbers.year,
            **facts,
        )
    return row(found.id)


def next_numbers(series: Series, on: dt.date) -> Numbers:
    """What the next issue will be called if nothing else is issued before; nothing is allotted."""
    counter = SeriesCounter.get_or_none(SeriesCounter.series == series)
    return _following(counter or SeriesCounter(series=series, year=on.year), on)


def register(series: Series | None = None) -> tuple[RegisterRow, ...]:
    """Every bulletin of a series or of all, drafts first, then the latest number first."""
    query = Bulletin.select(Bulletin, Material).join(Material)
    query = query.where(Material.state != MaterialState.DISCARDED)
    if series is not None:
        query = query.where(Bulletin.series == series)
    found = list(query.order_by(Bulletin.series, Bulletin.running.desc(nulls="first"), Bulletin.id.desc()))
    return _rows(found)


def row(bulletin: int) -> RegisterRow:
    """One bulletin as the register has it; raises `NotFoundError`."""
    return _rows([bulletins.load(bulletin)])[0]


def numbered(series: Series, number: int, year: int | None = None) -> RegisterRow:
    """The issue with this number, of ``year`` or of the last year that has it; raises `NoSuchNumberError`."""
    query = Bulletin.select().where(Bulletin.series == series, Bulletin.number == number)
    if year is not None:
        query = query.where(Bulletin.year == year)
    found = query.order_by(Bulletin.year.desc()).first()
    if found is None:
        raise NoSuchNumberError(series=text(f"bulletin.series.{series.value}"), number=number)
    return row(found.id)


def content(bulletin: int, kind: str) -> bytes:
    """Bytes of one file exactly as they went out; raises `NoSuchFileError`."""
    found = BulletinFile.get_or_none(BulletinFile.bulletin == bulletin, BulletinFile.kind == kind)
    if found is None:
        raise NoSuchFileError(title=row(bulletin).title, kind=kind.upper())
    return bytes(found.content)


def around(bulletin: int) -> str:
    """What stood around the text of an issue, as JSON; "" for issues of earlier versions of the program."""
    found: str = bulletins.load(bulletin).around
    return found


def _require(material: int) -> int:
    found = bulletins.of_material(material)
    if found is None:
        raise NotFoundError(what="bulletin", name=material)
    return found.id


def _following(counter: SeriesCounter, on: dt.date) -> Numbers:
    """Numbers after the last ones; the number starts anew with the year, the running one never."""
    used = Bulletin.select(fn.MAX(Bulletin.number)).where(
        Bulletin.series == counter.series, Bulletin.year == on.year
    )
    counted = counter.number if counter.year == on.year else 0
    return Numbers(on.year, max(used.scalar() or 0, counted) + 1, counter.running + 1, on)


def _allot(counter: SeriesCounter, on: dt.date) -> Numbers:
    numbers = _following(counter, on)
    SeriesCounter.update(year=numbers.year, number=numbers.number, running=numbers.running).where(
        SeriesCounter.id == counter.id
    ).execute()
    return numbers


def _keep(found: Bulletin, numbers: Numbers, made: IssueFiles) -> None:
    anchor = audit.anchor()  # nothing was recorded since the files were made, so that it is the printed one
    Bulletin.update(
        year=numbers.year,
        number=numbers.number,
        running=numbers.running,
        issued_on=numbers.issued_on,
        pages=made.pages,
        record_count=anchor.count,
        record_digest=anchor.digest,
        faces=", ".join(made.faces),
        around=made.around,
        version=Bulletin.version + 1,
    ).where(Bulletin.id == found.id).execute()
    for file in made.files:
        digest = hashlib.sha256(file.content).hexdigest()
        BulletinFile.create(
            bulletin=found.id, kind=file.kind, name=file.name, sha256=digest, content=file.content
        )


def _rows(found: Sequence[Bulletin]) -> tuple[RegisterRow, ...]:
    files: dict[int, list[FileRow]] = {bulletin.id: [] for bulletin in found}
    columns = (BulletinFile.bulletin, BulletinFile.kind, BulletinFile.name, BulletinFile.sha256)
    query = BulletinFile.select(*columns, fn.LENGTH(BulletinFile.content)).order_by(BulletinFile.id)
    found_files: Iterable[tuple[int, str, str, str, int]] = (
        query.where(BulletinFile.bulletin.in_(list(files))).tuples().execute()
    )
    for bulletin, kind, name, sha256, size in found_files:
        files[bulletin].append(FileRow(kind, name, sha256, size))
    reasons = void_reasons([bulletin.material.id for bulletin in found])
    return tuple(
        _row(bulletin, files[bulletin.id], reasons.get(bulletin.material.id, "")) for bulletin in found
    )


def void_reasons(materials: Sequence[int]) -> dict[int, str]:
    """Why materials were voided."""
    query = MaterialEvent.select(MaterialEvent.material, MaterialEvent.opinion).where(
        MaterialEvent.material.in_(list(materials)), MaterialEvent.to_state == MaterialState.VOIDED
    )
    found: Iterable[tuple[int, str]] = query.tuples().execute()
    return dict(found)


def _row(bulletin: Bulletin, files: Sequence[FileRow], reason: str) -> RegisterRow:
    return RegisterRow(
        id=bulletin.id,
        series=bulletin.series,
        period=Period(bulletin.period_start, bulletin.period_end),
        material=bulletin.material.id,
        title=bulletin.material.title,
        state=bulletin.material.state,
        year=bulletin.year,
        number=bulletin.number,
        running=bulletin.running,
        issued_on=bulletin.issued_on,
        pages=bulletin.pages,
        void_reason=reason,
        files=tuple(files),
        faces=bulletin.faces,
    )
