"""The register of everything that went out: bulletins by series, other material by kind, void numbers too."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from xcdesk import clock
from xcdesk.codes import MaterialState, Series
from xcdesk.models import Material
from xcdesk.services.issuing import bulletins, numbering, papers
from xcdesk.services.issuing.numbering import FileRow, RegisterRow
from xcdesk.services.issuing.papers import PaperRow
from xcdesk.services.office import office_settings
from xcdesk.services.office.printed import label
from xcdesk.services.roster.roster_prints import Printout
from xcdesk.services.search import matching, waiting
from xcdesk.services.search.query import parse
from xcdesk.texts.documents import Block, BlockKind, Document
from xcdesk.wording import Language, text

_COLUMNS = ("series", "head_number", "running", "day", "head_title", "pages", "state", "note")


class Standing(StrEnum):
    """What became of an issue."""

    STANDING = "standing"
    CORRECTED = "corrected"
    VOID = "void"


@dataclass(frozen=True, slots=True)
class Entry:
    """One number and what went out under it.

    Attributes:
        series: code of the series of a bulletin, or of the kind of other material; `series_name` names it.
        running: number over all years; only bulletins have one.
        row: the issue itself.
        corrects, corrected_by: the entry that it takes the place of, and the one that took its own; an entry
            named here names no others.
    """

    series: str
    year: int
    number: int
    running: int | None
    issued_on: dt.date
    title: str
    state: MaterialState
    pages: int
    void_reason: str
    material: int
    row: RegisterRow | PaperRow
    corrects: "Entry | None" = None
    corrected_by: "Entry | None" = None

    @property
    def standing(self) -> Standing:
        """What became of it."""
        if self.state == MaterialState.VOIDED:
            return Standing.VOID
        return Standing.CORRECTED if self.state == MaterialState.CORRECTED else Standing.STANDING

    @property
    def files(self) -> tuple[FileRow, ...]:
        """What was frozen with it."""
        return self.row.files

    @property
    def bulletin(self) -> RegisterRow | None:
        """The bulletin; None for other material."""
        return self.row if isinstance(self.row, RegisterRow) else None


@dataclass(frozen=True, slots=True)
class RegisterFilter:
    """Which entries are asked for; nothing asks for all. ``words`` stand in the title or in the text."""

    series: str = ""
    year: int | None = None
    standing: Standing | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """The numbers of one series in one year: how many were given, how many of them are void, which lack."""

    series: str
    year: int
    last: int
    void: int
    lacking: tuple[int, ...]


def entries(chosen: RegisterFilter = RegisterFilter()) -> tuple[Entry, ...]:
    """The register, the latest issue first."""
    found = _linked(
        [
            *(_of_bulletin(row) for row in numbering.register() if row.number is not None),
            *(_of_paper(row) for row in papers.register()),
        ]
    )
    holding = _holding(chosen.words)
    fitting = [
        one
        for one in found
        if (not chosen.series or one.series == chosen.series)
        and (chosen.year is None or one.year == chosen.year)
        and (chosen.standing is None or one.standing == chosen.standing)
        and (holding is None or one.material in holding)
    ]
    return tuple(sorted(fitting, key=lambda one: (one.issued_on, one.series, one.number), reverse=True))


def runs(found: Iterable[Entry]) -> tuple[Run, ...]:
    """What numbers the series of some entries have in their years, whichever of them are among the entries.

    `lacking` is empty as long as the register is whole.
    """
    wanted = {(one.series, one.year) for one in found}
    numbers: Mapping[tuple[str, int], list[Entry]] = defaultdict(list)
    for one in entries():
        if (one.series, one.year) in wanted:
            numbers[one.series, one.year].append(one)
    made = []
    for (series, year), given in sorted(numbers.items()):
        there = {one.number for one in given}
        void = sum(one.standing == Standing.VOID for one in given)
        lacking = tuple(number for number in range(1, max(there)) if number not in there)
        made.append(Run(series, year, max(there), void, lacking))
    return tuple(made)


def of_material(material: int) -> Entry | None:
    """What a material went out as, be it void by now; None as long as it did not."""
    draft, paper = bulletins.of_material(material), papers.of_material(material)
    if paper is not None:
        return _of_paper(paper)
    row = None if draft is None else numbering.row(draft.id)
    return None if row is None or row.number is None else _of_bulletin(row)


def content(entry: Entry, kind: str) -> bytes:
    """Bytes of one file exactly as they went out; raises `NoSuchFileError`."""
    if isinstance(entry.row, RegisterRow):
        return numbering.content(entry.row.id, kind)
    return papers.content(entry.row, kind)


def series_name(code: str, language: Language | None = None) -> str:
    """What a series or a kind is called."""
    series = code in set(Series)
    return text(f"bulletin.series.{code}" if series else f"material.kind.{code}", language)


def number_words(entry: Entry, language: Language | None = None) -> str:
    """``2019年第3期`` of a bulletin, ``〔2019〕3号`` of other material, as the pages have it."""
    key = "register.paper_number" if entry.bulletin is None else "register.number"
    return text(key, language, year=entry.year, number=entry.number)


def note_words(entry: Entry, language: Language | None = None) -> str:
    """Why it is void, what it corrects and what corrected it; "" for most."""
    told = (
        text("register.void", language, reason=entry.void_reason) if entry.void_reason else "",
        *(
            text(f"register.{key}", language, number=number_words(other, language))
            for key, other in (("corrects", entry.corrects), ("corrected_by", entry.corrected_by))
            if other is not None
        ),
    )
    return text("register.and", language).join(filter(None, told))


def table(found: Sequence[Entry], language: Language | None = None) -> tuple[tuple[str, ...], ...]:
    """The register as a table of words, its head first."""
    head = tuple(text(f"register.{column}", language) for column in _COLUMNS)
    return (head, *(_cells(one, language) for one in found))


def printout(found: Sequence[Entry]) -> Printout:
    """The register on paper, with a line that says which numbers there are."""
    blocks = [Block(BlockKind.TABLE, rows=table(found, "zh"))]
    blocks += [Block(BlockKind.RULE, run_words(run, "zh")) for run in runs(found)]
    today = clock.today()
    under = label("register.subtitle", count=len(found), year=today.year, month=today.month, day=today.day)
    issuer = office_settings.load().issuer
    return Printout(label("register.title"), under, issuer, today, Document(tuple(blocks)))


def run_words(run: Run, language: Language | None = None) -> str:
    """``内部参考2019年：已编至第12期，作废1期，无缺号``."""
    facts = {"series": series_name(run.series, language), "year": run.year, "last": run.last}
    lacking = "、".join(map(str, run.lacking))
    key = "register.run_lacking" if lacking else "register.run"
    return text(key, language, void=run.void, lacking=lacking, **facts)


def _cells(one: Entry, language: Language | None) -> tuple[str, ...]:
    return (
        series_name(one.series, language),
        number_words(one, language),
        str(one.running or ""),
        one.issued_on.isoformat(),
        one.title,
        str(one.pages or ""),
        text(f"material.state.{one.state.value}", language),
        note_words(one, language),
    )


def _holding(words: str) -> frozenset[int] | None:
    """Texts that hold all the words, by the word index; None asks nothing."""
    sought = parse(words).words
    if not sought:
        return None
    waiting.catch_up()
    ids = matching.ids(matching.keys("material", sought))
    return frozenset(row.id for row in Material.select(Material.id).where(Material.id.in_(ids)))


def _linked(found: Sequence[Entry]) -> list[Entry]:
    """Entries with the ones that they correct or are corrected by."""
    by_material = {one.material: one for one in found}
    query: Iterable[tuple[int, int]] = (
        Material.select(Material.id, Material.corrects)
        .where(Material.corrects.is_null(False))
        .order_by(Material.id)
        .tuples()
        .execute()
    )
    pairs = [(newer, older) for newer, older in query if newer in by_material and older in by_material]
    corrects, corrected_by = dict(pairs), {older: newer for newer, older in pairs}
    return [
        replace(
            one,
            corrects=by_material.get(corrects.get(one.material, 0)),
            corrected_by=by_material.get(corrected_by.get(one.material, 0)),
        )
        for one in found
    ]


def _of_bulletin(row: RegisterRow) -> Entry:
    return Entry(
        series=row.series.value,
        year=row.year or 0,
        number=row.number or 0,
        running=row.running,
        issued_on=row.issued_on or row.period.until,
        title=row.title,
        state=row.state,
        pages=row.pages or 0,
        void_reason=row.void_reason,
        material=row.material,
        row=row,
    )


def _of_paper(row: PaperRow) -> Entry:
    return Entry(
        series=row.kind.value,
        year=row.year,
        number=row.number,
        running=None,
        issued_on=row.issued_on,
        title=row.title,
        state=row.state,
        pages=row.pages,
        void_reason=row.void_reason,
        material=row.material,
        row=row,
    )
