"""How an understood book travels from the reading process to the program: JSON, one column a line.

As with `wire`, the program takes nothing from the process that could run, and takes only what might have come
of the file: names are those of the roster, days are days, states and codes are known ones. Most columns
repeat a few words, which are sent once; a column of its own words is sent as it stands.
"""

import datetime as dt
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TextIO

from xcdesk.importers.records import (
    CheckedBook,
    CheckedRow,
    CheckedSheet,
    Correction,
    Field,
    How,
    Level,
    Meaning,
    Problem,
    Record,
    RowStatus,
    SheetKind,
    TableBelow,
)
from xcdesk.lexicon import Lexicon

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False).encode
Words = list[Any]
Check = Callable[[Words], Words]


def write_checked(book: CheckedBook, stream: TextIO) -> None:
    """Send a book as understood."""
    _put(stream, [book.sender, book.stranger, len(book.sheets)])
    for sheet in book.sheets:
        _put(stream, _head(sheet))
        rows = sheet.rows
        _put(stream, [row.row for row in rows])
        _put(stream, _column([row.status for row in rows]))
        records = [row.record for row in rows]
        days, *texts = zip(*records, strict=True) if records else [()] * len(Record._fields)
        _put(stream, _column([day and day.toordinal() for day in days]))
        for values in texts:
            _put(stream, _column(values))
        _put(stream, [[at, list(map(_problem, row.problems))] for at, row in enumerate(rows) if row.problems])
        _put(
            stream,
            [[at, list(map(_typed, row.corrections))] for at, row in enumerate(rows) if row.corrections],
        )


def _put(stream: TextIO, value: object) -> None:
    stream.write(_encode(value) + "\n")


def _column(values: Sequence[object]) -> list[object]:
    """Values one by one, or words and the place of each among them where they repeat."""
    words = dict.fromkeys(values)
    if len(words) * 2 > len(values):
        return [list(values)]
    places = {word: place for place, word in enumerate(words)}
    return [list(words), list(map(places.__getitem__, values))]


def _head(sheet: CheckedSheet) -> dict[str, object]:
    return {
        "name": sheet.name,
        "hidden": sheet.hidden,
        "kind": sheet.kind,
        "header_row": sheet.header_row,
        "header_rows": sheet.header_rows,
        "names": sheet.names,
        "meanings": _meanings(sheet.meanings),
        "problem": sheet.problem and _problem(sheet.problem),
        "hidden_rows": sheet.hidden_rows,
        "hidden_columns": sheet.hidden_columns,
        "below": [[table.header_row, _meanings(table.meanings)] for table in sheet.below],
    }


def _meanings(meanings: Iterable[tuple[int, Meaning]]) -> list[object]:
    return [[place, known.field, known.how] for place, known in meanings]


def _problem(problem: Problem) -> list[object]:
    return [problem.code, problem.level, problem.field, problem.column, problem.place, dict(problem.facts)]


def _typed(correction: Correction) -> list[str]:
    return [correction.field, correction.said, correction.typed]


def read_checked(stream: TextIO, lexicon: Lexicon) -> CheckedBook:
    """Receive a book as understood by the words of ``lexicon``.

    Raises:
        ValueError, LookupError, TypeError: the message is cut off or not one of ours.
    """
    sender, stranger, count = json.loads(stream.readline())
    reader = _Reader(stream, lexicon)
    reader.units([sender])
    reader.texts([stranger])
    return CheckedBook(sender, tuple(reader.sheet() for _ in range(count)), stranger)


class _Reader:
    """Reads the sheets of one message."""

    def __init__(self, stream: TextIO, lexicon: Lexicon) -> None:
        self._stream = stream
        self.units = _among(unit.name for unit in lexicon.units)
        self._checks: Mapping[Field, Check] = {
            Field.OUTLET: _among(outlet.name for outlet in lexicon.outlets),
            Field.FORM: _among(term.code for term in lexicon.forms),
            Field.THEME: _among(term.code for term in lexicon.themes),
            Field.TIER: _among(term.code for term in lexicon.tiers),
            Field.UNIT: self.units,
            Field.DATE: _days,
        }

    def sheet(self) -> CheckedSheet:
        """The next sheet."""
        head = dict(self._line())
        problem, below = head.pop("problem"), head.pop("below")
        head["kind"] = SheetKind(head["kind"])
        head["names"] = tuple(self.texts(head["names"]))
        head["meanings"] = _known_meanings(head["meanings"])
        return CheckedSheet(
            **head,
            rows=self._rows(),
            problem=problem and _known_problem(problem),
            below=tuple(TableBelow(row, _known_meanings(meanings)) for row, meanings in below),
        )

    def _rows(self) -> tuple[CheckedRow, ...]:
        numbers: list[int] = self._line()
        states = self._column(_states)
        columns = [self._column(self._checks.get(Field(name), self.texts)) for name in Record._fields]
        problems = {at: tuple(map(_known_problem, told)) for at, told in self._line()}
        typed = {at: tuple(map(_known_typed, told)) for at, told in self._line()}
        if {len(states), *map(len, columns)} != {len(numbers)}:
            raise ValueError("columns of different lengths")
        rows = list(map(CheckedRow, numbers, states, map(Record, *columns)))
        for at in problems.keys() | typed.keys():
            rows[at] = rows[at]._replace(problems=problems.get(at, ()), corrections=typed.get(at, ()))
        return tuple(rows)

    def _column(self, check: Check) -> list[Any]:
        words, *places = self._line()
        known = check(words)
        return list(map(known.__getitem__, places[0])) if places else known

    def _line(self) -> Any:
        return json.loads(self._stream.readline())

    @staticmethod
    def texts(words: Words) -> Words:
        """Texts, or none."""
        if not set(map(type, words)) <= {str, type(None)}:
            raise TypeError("no texts")
        return words


def _among(names: Iterable[str]) -> Check:
    """Lets pass what is among ``names``, or none of them."""
    known: frozenset[str | None] = frozenset((None, *names))

    def check(words: Words) -> Words:
        if not known >= set(words):
            raise ValueError("unknown names")
        return words

    return check


def _days(words: Words) -> Words:
    return [None if word is None else dt.date.fromordinal(word) for word in words]


def _states(words: Words) -> Words:
    return list(map(RowStatus, words))


def _known_meanings(sent: Iterable[tuple[int, str | None, str]]) -> tuple[tuple[int, Meaning], ...]:
    return tuple(
        (place, Meaning(None if field is None else Field(field), How(how))) for place, field, how in sent
    )


def _known_problem(sent: Sequence[Any]) -> Problem:
    code, level, field, column, place, facts = sent
    held = {
        name: tuple(map(Field, fact)) if isinstance(fact, list) else fact
        for name, fact in dict(facts).items()
    }
    return Problem(code, Level(level), field and Field(field), column, place, held)


def _known_typed(sent: Sequence[str]) -> Correction:
    field, said, typed = sent
    return Correction(Field(field), said, typed)
