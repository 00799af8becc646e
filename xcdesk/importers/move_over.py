"""An office's own ledgers before they are moved over: what each sheet means, and what of it is kept by now.

Nothing is read in a way of its own here: sheets are understood by `plan`, `caselists`, `tallies` and
`roster_lists`, which also write what a person confirms. Looking again after that compares what the sheets
say with what is counted.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from pathlib import Path

from xcdesk.errors import DeskError
from xcdesk.importers import caselists, gathering, manuscript_rows, plan, roster_lists, tallies
from xcdesk.importers.caselists.lines import CaseLine
from xcdesk.importers.cells import Grid
from xcdesk.importers.lines import is_total
from xcdesk.importers.manuscript_rows import PastedRow
from xcdesk.importers.plan import FilePlan
from xcdesk.importers.raw import RawSheet
from xcdesk.importers.records import CheckedSheet, RowStatus, SheetKind
from xcdesk.importers.refusals import RefusedFileError
from xcdesk.importers.roster_lists import RosterSheet
from xcdesk.importers.said import Said
from xcdesk.importers.session import Fate
from xcdesk.importers.tallies import StatedCount, TallySheet
from xcdesk.progress import Operation
from xcdesk.services.record.actor import Actor
from xcdesk.services.roster.proposing import TAKEN, Standing

_FIGURE = re.compile(r"\d+")
_SEARCHED = 12
"""Rows at the top of a sheet among which a heading of manuscripts is looked for."""


class Meaning(StrEnum):
    """What a sheet of an office's own ledgers is."""

    OUTLETS = "outlets"
    UNITS = "units"
    COVERAGE = "coverage"
    TALLY = "tally"
    CASES = "cases"
    MANUSCRIPTS = "manuscripts"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Told:
    """What a sheet says against what is kept now.

    Attributes:
        rows: rows that say something, or figures of a table of counts.
        stated: the total in the sheet's own line of sums; None where it has none.
        there: of the rows those that are kept, or whose figure agrees.
        lacking: those that are not kept yet.
        differing: kept otherwise, or another figure.
        wrong: what cannot be taken as it stands.
        counted: what is counted for the same now, in tables of counts that name their time.
    """

    rows: int = 0
    stated: int | None = None
    there: int = 0
    lacking: int = 0
    differing: int = 0
    wrong: int = 0
    counted: int | None = None


@dataclass(frozen=True, slots=True)
class SheetFound:
    """One sheet of a file: what it is taken for, and what it tells by that.

    Attributes:
        place: index from 0.
        proposed: what it seems to be; ``meaning`` is what somebody has said, or the same.
    """

    file: Path
    place: int
    name: str
    proposed: Meaning
    meaning: Meaning
    told: Told = field(default_factory=Told)

    @property
    def key(self) -> str:
        """How it is known again in a later sitting."""
        return f"{self.file}|{self.name}"

    @property
    def done(self) -> bool:
        """Whether all of it is kept, or it is nothing."""
        return self.meaning is Meaning.NOTHING or (self.told.rows > 0 and self.told.lacking == 0)


@dataclass(frozen=True, slots=True)
class FileFound:
    """One file with its sheets; ``refusal`` is why it could not be read."""

    path: Path
    sheets: tuple[SheetFound, ...] = ()
    refusal: DeskError | None = None


@dataclass(frozen=True, slots=True)
class Survey:
    """All that was looked through: files, how many others a folder held, and whether it held too many."""

    files: tuple[FileFound, ...]
    passed: int = 0
    beyond: bool = False

    def sheets(self) -> tuple[SheetFound, ...]:
        """Every sheet of every file."""
        return tuple(sheet for file in self.files for sheet in file.sheets)


def survey(
    given: Iterable[Path],
    actor: Actor,
    said: Mapping[str, Meaning] | None = None,
    operation: Operation | None = None,
) -> Survey:
    """Look through files, and those of folders; nothing is written.

    Args:
        given: files and folders.
        actor: in whose name lists of cases are compared.
        said: what somebody has said that sheets mean, by `SheetFound.key`.
        operation: told how many files are done.

    Raises:
        Cancelled: somebody stopped it.
    """
    operation = operation or Operation()
    found = gathering.gather(given, operation)
    files = [
        _file(path, actor, said or {}, operation)
        for path in operation.each(found.files, len(found.files), every=1)
    ]
    return Survey(tuple(files), sum(found.passed.values()), found.beyond)


def manuscripts_of(sheet: SheetFound) -> tuple[PastedRow, ...]:
    """The rows of a sheet as manuscripts, for their preview.

    Raises:
        RefusedFileError: the file cannot be read any more.
    """
    seen = plan.look(sheet.file)
    return manuscript_rows.read_table(_table(Grid(seen.raw.sheets[sheet.place])))


def left_out(sheets: Iterable[SheetFound]) -> Mapping[Path, Said]:
    """What is said of each file that has something for the import: which of its sheets are not meant."""
    by_file: dict[Path, list[SheetFound]] = {}
    for sheet in sheets:
        by_file.setdefault(sheet.file, []).append(sheet)
    return {
        path: Said(left_out=frozenset(one.name for one in own if one.meaning not in _IMPORTED))
        for path, own in by_file.items()
        if any(one.meaning in _IMPORTED and not one.done for one in own)
    }


_IMPORTED = frozenset((Meaning.COVERAGE, Meaning.TALLY, Meaning.CASES))


def _file(path: Path, actor: Actor, said: Mapping[str, Meaning], operation: Operation) -> FileFound:
    try:
        seen = plan.look(path, None, Operation(cancelled=operation.cancelled))  # its steps are none of ours
    except RefusedFileError as error:
        return FileFound(path, refusal=error)
    looked = _Looked(seen, actor)
    sheets: list[SheetFound] = []
    for place, (raw, checked) in enumerate(zip(seen.raw.sheets, seen.book.sheets, strict=True)):
        proposed = _proposed(raw, checked, as_cases=looked.as_cases)
        one = SheetFound(path, place, raw.name, proposed, proposed)
        meaning = said.get(one.key, proposed)
        sheets.append(replace(one, meaning=meaning, told=looked.told(place, meaning)))
    return FileFound(path, tuple(sheets))


class _Looked:
    """A file as read, and what its sheets tell by one meaning or another; each is worked out once."""

    def __init__(self, seen: FilePlan, actor: Actor) -> None:
        self._seen, self._actor = seen, actor

    @cached_property
    def as_cases(self) -> bool:
        """Whether the file is a list of cases, as the queue of imports decides it."""
        pieces = any(sheet.kind is SheetKind.COVERAGE for sheet in self._seen.book.sheets)
        return not pieces and caselists.seems(self._seen.raw)

    def told(self, place: int, meaning: Meaning) -> Told:
        """What one sheet tells."""
        grid = Grid(self._seen.raw.sheets[place])
        if meaning is Meaning.COVERAGE:
            return _pieces(self._seen.book.sheets[place], grid)
        if meaning is Meaning.TALLY:
            return _figures([one for table in self._tables if table.sheet == place for one in table.counts])
        if meaning is Meaning.CASES:
            return _cases([line.fate for line in self._lines if line.place.sheet == place], grid)
        if meaning is Meaning.MANUSCRIPTS:
            return _sent(manuscript_rows.read_table(_table(grid)), grid)
        if meaning is Meaning.NOTHING:
            return Told()
        return _names(roster_lists.sheet_of(grid, of_units=meaning is Meaning.UNITS))

    @cached_property
    def _tables(self) -> Sequence[TallySheet]:
        return tallies.compare(self._seen)

    @cached_property
    def _lines(self) -> Sequence[CaseLine]:
        seen = self._seen
        said = caselists.CaseSaid()
        return caselists.consider(seen.path, seen.raw, said, None, seen.sha256, actor=self._actor).lines


def _proposed(raw: RawSheet, checked: CheckedSheet, *, as_cases: bool) -> Meaning:
    if raw.hidden or not raw.cells:
        return Meaning.NOTHING
    if as_cases:
        return Meaning.CASES
    if _heading_of_manuscripts(Grid(raw)) is not None:
        return Meaning.MANUSCRIPTS
    return Meaning.COVERAGE if checked.kind is SheetKind.COVERAGE else _of_names(raw, checked)


def _of_names(raw: RawSheet, checked: CheckedSheet) -> Meaning:
    """A list for the roster, counts, or nothing: counts stand beside names of units too."""
    listed = roster_lists.sheet_of(Grid(raw))
    if listed is not None and listed.outlets:
        return Meaning.OUTLETS
    if checked.kind is SheetKind.TALLY:
        return Meaning.TALLY
    return Meaning.NOTHING if listed is None else Meaning.UNITS


def _pieces(sheet: CheckedSheet, grid: Grid) -> Told:
    counts = Counter(row.status for row in sheet.rows)
    there = counts[RowStatus.SAME] + counts[RowStatus.DUPLICATE]
    differing = counts[RowStatus.CHANGED] + counts[RowStatus.CONFLICT]
    wrong, lacking = counts[RowStatus.ERROR], counts[RowStatus.NEW]
    rows = there + differing + wrong + lacking
    return Told(rows, _stated(grid), there, lacking, differing, wrong, there + differing)


def _figures(counts: Sequence[StatedCount]) -> Told:
    known = [one for one in counts if one.difference is not None]
    agreeing = sum(one.difference == 0 for one in known)
    sums = [one for one in counts if one.total and not one.labels] or [one for one in counts if one.total]
    last = sums[-1] if sums else None
    counted = None
    if last is not None and last.counted is not None:
        counted = last.counted.placements if last.placements else last.counted.pieces
    return Told(
        rows=len(counts),
        stated=None if last is None else last.stated,
        there=agreeing,
        differing=len(known) - agreeing,
        wrong=len(counts) - len(known),
        counted=counted,
    )


def _cases(fates: Sequence[Fate], grid: Grid) -> Told:
    count = Counter(fates)
    lacking, differing, wrong = count[Fate.NEW], count[Fate.CHANGED], count[Fate.WRONG]
    there = count[Fate.SAME] + count[Fate.TWIN]
    rows = there + lacking + differing + wrong
    return Told(rows, _stated(grid), there, lacking, differing, wrong, there + differing)


def _names(listed: RosterSheet | None) -> Told:
    outlets, units = ((), ()) if listed is None else (listed.outlets, listed.units)
    standings = [*(one.standing for one in outlets), *(one.standing for one in units)]
    lacking = sum(one in TAKEN for one in standings)
    there = sum(one is Standing.KNOWN for one in standings)
    return Told(len(standings), None, there, lacking, 0, len(standings) - lacking - there, there)


def _sent(rows: Sequence[PastedRow], grid: Grid) -> Told:
    lacking, there = sum(row.enters for row in rows), sum(row.there for row in rows)
    return Told(len(rows), _stated(grid), there, lacking, 0, len(rows) - lacking - there, there)


def _heading_of_manuscripts(grid: Grid) -> int | None:
    rows = range(min(grid.height, _SEARCHED))
    return next((row for row in rows if manuscript_rows.is_heading(list(grid.texts(row).values()))), None)


def _table(grid: Grid) -> list[tuple[str, ...]]:
    """The cells of a sheet from the heading of its manuscripts on, without its lines of sums."""
    first = _heading_of_manuscripts(grid) or 0
    rows = [
        tuple(grid.text(row, column) for column in range(grid.width)) for row in range(first, grid.height)
    ]
    return [cells for cells in rows if not any(map(is_total, cells))]


def _stated(grid: Grid) -> int | None:
    """The largest figure of the last line of sums of a sheet."""
    for row in range(grid.height - 1, -1, -1):
        texts = list(grid.texts(row).values())
        if any(map(is_total, texts)):
            figures = list(_numbers(texts))
            return max(figures) if figures else None
    return None


def _numbers(texts: Iterable[str]) -> Iterator[int]:
    for shown in texts:
        yield from (int(figure) for figure in _FIGURE.findall(shown))
