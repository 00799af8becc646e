"""The two sides of a merging: outlets and units are rows that others refer to, entries of lists are codes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from xcdesk.codes import MergeKind, Vocabulary
from xcdesk.db.base import BaseModel
from xcdesk.errors import NotFoundError
from xcdesk.models import (
    Activity,
    CallNote,
    CoverageItem,
    NoneToday,
    Outlet,
    OutletSpelling,
    Term,
    Unit,
    UnitSpelling,
)
from xcdesk.services.roster.merging.rows import Reference, references
from xcdesk.services.roster.spellings import put_spelling

_OWNERS: Mapping[MergeKind, type[BaseModel]] = {
    MergeKind.OUTLET: Outlet,
    MergeKind.UNIT: Unit,
    MergeKind.TERM: Term,
}
_SPELLINGS: Mapping[MergeKind, type[OutletSpelling] | type[UnitSpelling]] = {
    MergeKind.OUTLET: OutletSpelling,
    MergeKind.UNIT: UnitSpelling,
}
_USES: Mapping[Vocabulary, tuple[Reference, ...]] = {
    Vocabulary.FORM: ((CoverageItem, "form"),),
    Vocabulary.THEME: ((CoverageItem, "theme"),),
    Vocabulary.REASON: ((NoneToday, "reason"), (CallNote, "reason")),
    Vocabulary.ACTIVITY: ((Activity, "kind"),),
}
"""Fields that hold the code of an entry of each list."""


@dataclass(frozen=True, slots=True)
class Sides:
    """The survivor and the one that becomes part of it, both as they are stored now."""

    kind: MergeKind
    kept: Any
    gone: Any

    def names(self) -> tuple[str, str]:
        """What the two are called."""
        if self.kind == MergeKind.TERM:
            return self.kept.label, self.gone.label
        return self.kept.name, self.gone.name

    def owners(self) -> tuple[object, object]:
        """What rows hold that belong to the survivor, and to the other."""
        if self.kind == MergeKind.TERM:
            return self.kept.code, self.gone.code
        return self.kept.id, self.gone.id

    def references(self) -> Iterator[Reference]:
        """Every field that may name the one that goes."""
        if self.kind == MergeKind.TERM:
            yield from _USES[self.gone.vocabulary]
        else:
            yield from references(_OWNERS[self.kind])

    def spellings(self) -> tuple[str, ...]:
        """By what the survivor will be known besides."""
        if self.kind == MergeKind.TERM:
            gone = self.gone
            known = {self.kept.label, self.kept.short, self.kept.code, *self.kept.spellings.split("\n")}
            words = (gone.label, gone.short, *gone.spellings.split("\n"), gone.code)
            return tuple(word for word in dict.fromkeys(words) if word and word not in known)
        table: Any = _SPELLINGS[self.kind]
        query = table.select().where(getattr(table, self.kind.value) == self.gone.id).order_by(table.id)
        return tuple(dict.fromkeys([self.gone.name, *(row.spelling for row in query)]))

    def take_name(self) -> bool:
        """Let the survivor be known by the name of the other; whether it was not already.

        Raises:
            SpellingTakenError: the name stands for a third.
        """
        if self.kind != MergeKind.TERM:
            return put_spelling(_SPELLINGS[self.kind], self.kept.id, self.gone.name)
        words = [word for word in self.kept.spellings.split("\n") if word]
        Term.update(spellings="\n".join([*words, *self.spellings()])).where(Term.id == self.kept.id).execute()
        return True


def side(kind: MergeKind, row_id: int) -> Any:
    """One of the two as stored; raises `NotFoundError`."""
    table: Any = _OWNERS[kind]
    row = table.get_or_none(table.id == row_id)
    if row is None:
        raise NotFoundError(what=kind.value, name=row_id)
    return row


def owner_table(kind: MergeKind) -> type[BaseModel]:
    """Table of the two sides."""
    return _OWNERS[kind]


def give_name_back(kind: MergeKind, kept: Any, gone: Mapping[str, Any], spellings: list[str]) -> None:
    """Take from the survivor what it was known by for the sake of the other."""
    if kind == MergeKind.TERM:
        words = [word for word in kept.spellings.split("\n") if word and word not in spellings]
        Term.update(spellings="\n".join(words)).where(Term.id == kept.id).execute()
        return
    table: Any = _SPELLINGS[kind]
    mine = (getattr(table, kind.value) == kept.id) & (table.spelling == gone["name"])
    table.delete().where(mine).execute()
    put_spelling(table, gone["id"], gone["name"])
