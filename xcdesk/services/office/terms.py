"""Editable lists: report forms, themes, reasons for none today, kinds of other activities."""

from collections.abc import Mapping
from dataclasses import dataclass

from xcdesk.codes import Vocabulary
from xcdesk.models import Term
from xcdesk.normalise import name_key


@dataclass(frozen=True, slots=True)
class TermRow:
    """One member of a list: ``short`` is what a matrix cell shows, ``spellings`` other words in returns."""

    id: int
    vocabulary: Vocabulary
    code: str
    label: str
    short: str
    spellings: tuple[str, ...]
    position: int
    active: bool
    version: int


def terms(vocabulary: Vocabulary, *, everyone: bool = False) -> tuple[TermRow, ...]:
    """Members of a list in use, in their order; ``everyone`` adds those no longer offered."""
    query = Term.select().where(Term.vocabulary == vocabulary).order_by(Term.position, Term.id)
    if not everyone:
        query = query.where(Term.active)
    return tuple(_row(row) for row in query)


def labels(vocabulary: Vocabulary) -> Mapping[str, str]:
    """Label of each code of a list, in the list's order, retired members included."""
    return {term.code: term.label for term in terms(vocabulary, everyone=True)}


def find(vocabulary: Vocabulary, written: str) -> TermRow | None:
    """Member in use that ``written`` names by code, label, short form or another spelling."""
    key = name_key(written)
    for term in terms(vocabulary):
        if key in {name_key(word) for word in (term.code, term.label, term.short, *term.spellings) if word}:
            return term
    return None


def _row(row: Term) -> TermRow:
    spellings = tuple(written for written in row.spellings.split("\n") if written)
    return TermRow(
        row.id,
        row.vocabulary,
        row.code,
        row.label,
        row.short,
        spellings,
        row.position,
        row.active,
        row.version,
    )
