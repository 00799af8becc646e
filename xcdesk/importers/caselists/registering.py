"""What the rows of a list of cases would register, compared with the cases that are there."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from xcdesk.codes import CaseKind, CaseSource
from xcdesk.errors import DeskError
from xcdesk.importers.caselists.fields import CaseField, ListKind
from xcdesk.importers.caselists.lines import CaseLine, RowSaid
from xcdesk.importers.caselists.refusals import NoUnitError, TwiceError, UnknownSourceError
from xcdesk.importers.caselists.tables import CaseTable
from xcdesk.importers.session import Fate
from xcdesk.lexicon import Lexicon
from xcdesk.normalise import folded, title_key
from xcdesk.services import cases
from xcdesk.services.cases import SOURCES, CaseFilter, CaseRow, NewCase, keys, plain
from xcdesk.wording import Label, Language, Listed, text

_TITLE = 40
"""Characters of a text that make a title where the list has none."""
_LIKE = 82.0
_SHORTEST = 4
_LANGUAGES: tuple[Language, ...] = ("zh", "en")


class Registering:
    """Judges one row after the other; a row that repeats an earlier one of the file is told so."""

    def __init__(self, kind: ListKind, lexicon: Lexicon, unit: str | None) -> None:
        self._kind = CaseKind(kind.value)
        self._lexicon, self._unit = lexicon, unit
        self._keyless = _keyless() if kind is ListKind.COMPLAINT else None
        self._known: dict[int, dict[str, CaseRow]] = defaultdict(dict)
        self._seen: dict[tuple[int, str], int] = {}
        for row in cases.every(CaseFilter(kinds=(self._kind,))):
            for key in filter(None, (title_key(row.title), title_key(row.promise))):
                self._known[row.unit_id][key] = row

    def line(self, said: RowSaid, table: CaseTable) -> CaseLine:
        """What a row would do."""
        title = self._title(said)
        shown = CaseLine(
            said.place,
            table.name,
            Fate.WRONG,
            plain.masked(title, said.petitioner),
            said.text(CaseField.UNIT),
            plain.masked(_brings(said), said.petitioner),
        )
        if said.left_out:
            return _as(shown, Fate.LEFT_OUT, left_out=said.left_out)
        problems, new, unit = [*said.problems], None, None
        try:
            written = said.text(CaseField.UNIT) or self._unit or ""
            if not written:
                raise NoUnitError
            unit = cases.subject(written, self._lexicon)
            new = self._new(said, title, written)
            cases.check_new(new, self._lexicon)
            if said.petitioner and self._keyless is not None:
                problems.append(self._keyless)
        except DeskError as error:
            problems.append(error)
        private = bool(said.petitioner)
        if problems or new is None or unit is None:
            return _as(shown, Fate.WRONG, private=private, problems=tuple(problems))
        return self._compared(_as(shown, Fate.NEW, new=new, private=private, unit=self._name(unit)), unit)

    def _compared(self, line: CaseLine, unit: int) -> CaseLine:
        """The same against the cases that are there, and the rows before it."""
        new = line.new
        keys = [] if new is None else [key for key in (title_key(new.title), title_key(new.promise)) if key]
        same = next((self._known[unit][key] for key in keys if key in self._known[unit]), None)
        if same is not None:
            return _as(line, Fate.SAME, case=same)
        before = next((self._seen[unit, key] for key in keys if (unit, key) in self._seen), None)
        self._seen |= {(unit, key): line.place.row for key in keys}
        if before is not None:
            return _as(line, Fate.TWIN, problems=(TwiceError(row=before),))
        like = self._like(unit, keys[0]) if keys else None
        return line if like is None else _as(line, Fate.TWIN, case=like)

    def _like(self, unit: int, key: str) -> CaseRow | None:
        """A case of the same unit whose title is much the same."""
        from rapidfuzz import fuzz, process  # start-up time

        known = self._known[unit]
        if len(key) < _SHORTEST or not known:
            return None
        found = process.extractOne(key, known.keys(), scorer=fuzz.ratio, score_cutoff=_LIKE)
        return known[found[0]] if found is not None else None

    def _title(self, said: RowSaid) -> str:
        whole = said.text(CaseField.TITLE) or said.text(CaseField.PROMISE) or said.text(CaseField.BODY)
        return whole if len(whole) <= _TITLE or said.text(CaseField.TITLE) else f"{whole[: _TITLE - 1]}…"

    def _new(self, said: RowSaid, title: str, unit: str) -> NewCase:
        commitment = self._kind == CaseKind.COMMITMENT
        return NewCase(
            self._kind,
            title,
            unit,
            self._source(said.text(CaseField.SOURCE)),
            said.text(CaseField.BODY),
            said.important,
            said.days.get(CaseField.RECEIVED),
            said.petitioner,
            (said.text(CaseField.PROMISE) or title) if commitment else "",
            said.days.get(CaseField.PROMISED) if commitment else None,
            said.days.get(CaseField.INTERVIEWED) if commitment else None,
        )

    def _source(self, written: str) -> CaseSource | None:
        """The source by its word in either language; one that only holds the word will do."""
        if not written:
            return None
        fitting = SOURCES[self._kind]
        said = folded(written)
        words = (
            (one, folded(text(f"case.source.{one.value}", language)))
            for one in fitting
            for language in _LANGUAGES
        )
        found = next((one for one, word in words if word in said or said in word), None)
        if found is None:
            known = Listed(tuple(Label(f"case.source.{one.value}") for one in fitting))
            raise UnknownSourceError(text=written, known=known)
        return found

    def _name(self, unit: int) -> str:
        return next((one.name for one in self._lexicon.units if one.id == unit), "")


def _keyless() -> DeskError | None:
    """Why private details cannot be kept on this machine; asked once for a whole list."""
    try:
        keys.load()
    except DeskError as error:
        return error
    return None


def _brings(said: RowSaid) -> str:
    """What a row brings besides title and unit, without anything about who complained."""
    return " · ".join(_parts(said))


def _parts(said: RowSaid) -> Iterator[str]:
    for name in (CaseField.SOURCE, CaseField.PROMISE, CaseField.BODY):
        if said.text(name):
            yield said.text(name)


def _as(line: CaseLine, fate: Fate, **changes: object) -> CaseLine:
    return replace(line, fate=fate, **changes)  # type: ignore[arg-type]
