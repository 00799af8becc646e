"""Whether a file is a list of cases, or of answers, and of which kind: by headings and title lines."""

from collections.abc import Sequence

from xcdesk.importers import headings
from xcdesk.importers.caselists import tables
from xcdesk.importers.caselists.fields import PRIVATE, CaseField, ListKind, kind_words, recognise
from xcdesk.importers.cells import Grid
from xcdesk.importers.headings import Heading
from xcdesk.importers.raw import RawBook

_ENOUGH = 3
_ABOUT = frozenset((CaseField.TITLE, CaseField.BODY, CaseField.PROMISE))


def seems(raw: RawBook) -> bool:
    """Whether some sheet plainly is such a list: a unit, or a number, beside what it is about."""
    for grid, heading in _found(raw):
        fields = _fields(grid, heading)
        about = fields & _ABOUT and CaseField.UNIT in fields
        answers = {CaseField.NUMBER, CaseField.ANSWER} <= fields
        if len(fields) >= _ENOUGH and (about or answers):
            return True
    return False


def guess(raw: RawBook, file_name: str) -> ListKind:
    """What a list most likely holds: told by its columns, then by its words; findings where nothing tells."""
    fields: set[CaseField] = set()
    lines: list[str] = []
    for grid, heading in _found(raw):
        fields |= _fields(grid, heading)
        lines += [*headings.title_lines(grid, heading), grid.sheet.name]
    if {CaseField.NUMBER, CaseField.ANSWER} <= fields or CaseField.TOKEN in fields:
        return ListKind.ANSWERS
    if CaseField.PROMISE in fields:
        return ListKind.COMMITMENT
    if fields & set(PRIVATE):
        return ListKind.COMPLAINT
    return _by_words([*lines, file_name])


def _by_words(lines: Sequence[str]) -> ListKind:
    told = "\n".join(lines)
    found = (kind for kind, words in kind_words().items() if any(word in told for word in words))
    return next(found, ListKind.FINDING)


def _found(raw: RawBook) -> list[tuple[Grid, Heading]]:
    grids = (Grid(sheet) for sheet in raw.sheets if not sheet.hidden)
    return [(grid, heading) for grid in grids if (heading := tables.find(grid)) is not None]


def _fields(grid: Grid, heading: Heading) -> set[CaseField]:
    names = (heading.names[place] for place in grid.columns)
    return {field for name in names if (field := recognise(name)) is not None}
