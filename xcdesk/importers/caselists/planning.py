"""A list ready to be decided on: what it says, and what each row would do. Writes nothing."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePath

from xcdesk import clock, collecting, files
from xcdesk.codes import STANDING, BatchKind
from xcdesk.errors import DeskError
from xcdesk.importers import headings, mapping, marks, own_kind, recode, worker
from xcdesk.importers.caselists import kinds, lines, remembering, tables
from xcdesk.importers.caselists.answering import Answers
from xcdesk.importers.caselists.fields import CaseField, ListKind
from xcdesk.importers.caselists.lines import CaseLine
from xcdesk.importers.caselists.refusals import NoCaseTableError
from xcdesk.importers.caselists.registering import Registering
from xcdesk.importers.caselists.tables import CaseTable, Columns
from xcdesk.importers.cells import Grid
from xcdesk.importers.dates import find_context
from xcdesk.importers.headings import Heading
from xcdesk.importers.plan import UnknownUnitError
from xcdesk.importers.raw import RawBook, RawSheet
from xcdesk.importers.session import Fate
from xcdesk.lexicon import Lexicon
from xcdesk.models import ImportBatch
from xcdesk.progress import Operation, Stage, Steps
from xcdesk.services.record import audit
from xcdesk.services.record.actor import Actor
from xcdesk.services.record.audit import Anchor
from xcdesk.services.roster import lexicon as words
from xcdesk.wording import Label, Listed


@dataclass(frozen=True, slots=True)
class CaseSaid:
    """What the person who imports says of a list; each part may be left to the file itself.

    Attributes:
        kind: what it holds.
        unit: who has sent it; rows that name no unit are about it.
        year: for days without one.
        heading_rows: row number (from 1) of the heading by sheet name.
        fields: field of each column by signature of the headings and key of the column.
        with_hidden: read hidden rows, columns and sheets too.
        encoding: of a file of text, instead of the one that was found.
    """

    kind: ListKind | None = None
    unit: str | None = None
    year: int | None = None
    heading_rows: Mapping[str, int] = field(default_factory=dict)
    fields: Mapping[str, Columns] = field(default_factory=dict)
    with_hidden: bool = False
    encoding: str | None = None

    def with_field(self, table: CaseTable, column: int, meaning: CaseField | None) -> "CaseSaid":
        """The same with a column called ``meaning``, None for not used; no other column is it any more."""
        others = self.fields.get(table.signature, {})
        kept = {key: known for key, known in others.items() if known is None or known != meaning}
        taken = {table.keys[at]: None for at, known in table.fields.items() if known == meaning}
        return replace(
            self,
            fields={
                **self.fields,
                table.signature: {**kept, **taken, table.keys[column]: meaning},
            },
        )


@dataclass(frozen=True, slots=True)
class CasePlan:
    """A file understood and compared with the cases that are there.

    Attributes:
        sha256: of the file.
        kind: what it holds; ``unit`` is the roster name of who sent it, if that can be told.
        tables: sheets with a table.
        lines: every row below their headings.
        anchor: end of the record when the cases were looked at.
        refusal: why nothing of it can be imported, or None.
        earlier: day on which the very file was imported before, as text; "" when it was not.
    """

    path: Path
    sha256: str
    said: CaseSaid
    raw: RawBook
    kind: ListKind
    unit: str | None
    tables: tuple[CaseTable, ...]
    lines: tuple[CaseLine, ...]
    anchor: Anchor
    refusal: DeskError | None = None
    earlier: str = ""

    def counts(self) -> Mapping[Fate, int]:
        """How many rows have each fate."""
        found = Counter(line.fate for line in self.lines)
        return {fate: found[fate] for fate in Fate}


def look(
    path: Path, said: CaseSaid | None = None, operation: Operation | None = None, *, actor: Actor
) -> CasePlan:
    """Have a file read in a process of its own, and compare it with the cases.

    Raises:
        RefusedFileError: it cannot be read.
        UnknownUnitError, WrongEncodingError: what was said of it does not fit.
        Cancelled: the user stopped it.
    """
    said, operation = said or CaseSaid(), operation or Operation()
    operation.begin(Stage.READING)
    with worker.reading(path, said.encoding) as begun:
        raw = recode.book_of(begun, said.encoding, operation)
    raw = marks.taken_out(raw)
    own_kind.require(raw, path.name)
    return consider(path, raw, said, operation, actor=actor)


def again(before: CasePlan, said: CaseSaid, operation: Operation | None = None, *, actor: Actor) -> CasePlan:
    """The same file by what is said of it now; read anew only for another encoding."""
    if said.encoding != before.said.encoding:
        return look(before.path, said, operation, actor=actor)
    return consider(before.path, before.raw, said, operation, before.sha256, actor=actor)


@collecting.paused()
def consider(
    path: Path,
    raw: RawBook,
    said: CaseSaid,
    operation: Operation | None = None,
    sha256: str = "",
    *,
    actor: Actor,
) -> CasePlan:
    """The plan of a file that has been read; ``sha256`` spares one that was read before.

    Raises:
        UnknownUnitError: the unit that was said is none of the roster.
        Cancelled: the user stopped it.
    """
    operation = operation or Operation()
    operation.begin(Stage.UNDERSTANDING)
    lexicon, anchor = words.load(), audit.anchor()
    read = _understood(path, raw, said, lexicon)
    operation.begin(Stage.COMPARING)
    lacks = tables.lacking(read.tables, read.kind, unit_said=read.unit is not None)
    rows: tuple[CaseLine, ...] = ()
    if read.made and not lacks:
        judge = _judge(read.kind, actor, lexicon, read.unit)
        rows = _lines(read.made, judge, (path.name, said.year), Steps(operation, 0))
    digest = sha256 or files.sha256(path)
    return CasePlan(
        path=path,
        sha256=digest,
        said=said,
        raw=raw,
        kind=read.kind,
        unit=read.unit,
        tables=read.tables,
        lines=rows,
        anchor=anchor,
        refusal=_refusal(path, read.made, lacks),
        earlier=_earlier(digest),
    )


@dataclass(frozen=True, slots=True)
class _Understood:
    """What a file says of itself: what it lists, of which unit, and its sheets with their columns."""

    kind: ListKind
    unit: str | None
    made: Sequence[tuple[Grid, CaseTable]]

    @property
    def tables(self) -> tuple[CaseTable, ...]:
        return tuple(table for _, table in self.made)


def _understood(path: Path, raw: RawBook, said: CaseSaid, lexicon: Lexicon) -> _Understood:
    grids = [(at, Grid(_seen(sheet, said))) for at, sheet in enumerate(raw.sheets)]
    grids = [(at, grid) for at, grid in grids if not grid.sheet.hidden]
    kind = said.kind or kinds.guess(raw, path.name)
    found = _headed(grids, said)
    titles = [line for _, grid, heading in found for line in headings.title_lines(grid, heading)]
    unit = _unit(said, [*titles, PurePath(path.name).stem, *(grid.sheet.name for _, grid in grids)], lexicon)
    return _Understood(kind, unit, _tables(found, kind, said, remembering.of(unit)))


def _tables(
    found: Sequence[tuple[int, Grid, Heading]],
    kind: ListKind,
    said: CaseSaid,
    remembered: Mapping[str, Columns],
) -> list[tuple[Grid, CaseTable]]:
    """Sheets with what their columns hold: by what is said of this file, then by what was said before."""
    made = []
    for at, grid, heading in found:
        signature = mapping.signature(heading.names)
        known = {**remembered.get(signature, {}), **said.fields.get(signature, {})}
        made.append((grid, tables.table_of(grid, at, heading, kind, known)))
    return made


def _judge(kind: ListKind, actor: Actor, lexicon: Lexicon, unit: str | None) -> Answers | Registering:
    """Who says what becomes of a row."""
    if kind is ListKind.ANSWERS:
        return Answers(actor, lexicon, unit)
    return Registering(kind, lexicon, unit)


def _headed(grids: Sequence[tuple[int, Grid]], said: CaseSaid) -> list[tuple[int, Grid, Heading]]:
    """Sheets with their headings; where no words are known at all, with what may be one."""
    rows = said.heading_rows
    known = [(at, grid, tables.find(grid, rows.get(grid.sheet.name))) for at, grid in grids]
    if not any(heading for _, _, heading in known):
        known = [(at, grid, tables.first(grid)) for at, grid in grids]
    return [(at, grid, heading) for at, grid, heading in known if heading is not None]


def _lines(
    made: Sequence[tuple[Grid, CaseTable]],
    judge: Answers | Registering,
    file: tuple[str, int | None],
    steps: Steps,
) -> tuple[CaseLine, ...]:
    """What becomes of every row; ``file`` is its name and the year that was said."""
    name, year = file
    lexicon, found = words.load(), []
    for grid, table in made:
        texts = (*headings.title_lines(grid, table.heading), grid.sheet.name, PurePath(name).stem)
        context = find_context(texts, year)
        found += [judge.line(row, table) for row in steps.each(lines.read(grid, table, context, lexicon))]
    return tuple(found)


def _seen(sheet: RawSheet, said: CaseSaid) -> RawSheet:
    if not said.with_hidden:
        return sheet
    return replace(sheet, hidden=False, hidden_rows=frozenset(), hidden_columns=frozenset())


def _unit(said: CaseSaid, texts: Sequence[str], lexicon: Lexicon) -> str | None:
    """The unit that was said, else the one that a title line, the file's or a sheet's name names."""
    if said.unit is not None:
        found = lexicon.unit(said.unit)
        if found is None:
            raise UnknownUnitError(name=said.unit)
        return found.name
    units = (lexicon.unit_within(text) for text in texts)
    return next((unit.name for unit in units if unit is not None), None)


def _refusal(path: Path, made: Sequence[object], lacks: Sequence[CaseField]) -> DeskError | None:
    if made and not lacks:
        return None
    names = tuple(Label(f"case_field.{one.value}") for one in lacks or (CaseField.TITLE, CaseField.UNIT))
    return NoCaseTableError(name=path.name, lacking=Listed(names))


def _earlier(sha256: str) -> str:
    """Day on which the very file was imported as a list before; "" when it was not."""
    batch = ImportBatch
    same = (batch.sha256 == sha256) & (batch.kind != BatchKind.COVERAGE) & batch.state.in_(STANDING)
    found = batch.select().where(same).order_by(batch.id.desc()).first()
    return "" if found is None else clock.local(found.imported_at).date().isoformat()
