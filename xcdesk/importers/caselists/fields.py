"""What a column of a list of cases, or of answers, can hold, and the words that stand over it."""

import functools
import tomllib
from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from xcdesk.codes import BatchKind, CaseResult
from xcdesk.importers.mapping import heading_key
from xcdesk.normalise import folded
from xcdesk.resources import resource

_NEAR = 86
_SHORTEST_FUZZY = 3


class CaseField(StrEnum):
    """What a column can hold."""

    NUMBER = "number"
    TOKEN = "token"  # noqa: S105  # a check of printed facts, not a secret
    TITLE = "title"
    BODY = "body"
    UNIT = "unit"
    SOURCE = "source"
    RECEIVED = "received_on"
    IMPORTANT = "important"
    DUE = "due"
    PROMISE = "promise"
    PROMISED = "promised_on"
    INTERVIEWED = "interviewed_on"
    NAME = "name"
    PHONE = "phone"
    ADDRESS = "address"
    ID_NUMBER = "id_number"
    ANSWER = "answer"
    RESULT = "result"
    ANSWERED = "answered_on"
    CONTACT = "contact"


PRIVATE = (CaseField.NAME, CaseField.PHONE, CaseField.ADDRESS, CaseField.ID_NUMBER)
"""Columns about who complained; what stands in them goes into the encrypted table and nowhere else."""
DAYS = (CaseField.RECEIVED, CaseField.DUE, CaseField.PROMISED, CaseField.INTERVIEWED, CaseField.ANSWERED)
"""Columns that hold a day."""
_OF_ANSWERS = frozenset((CaseField.ANSWER, CaseField.RESULT, CaseField.ANSWERED, CaseField.CONTACT))


class ListKind(StrEnum):
    """What a list holds: cases of one kind, or answers to cases that are there."""

    FINDING = "finding"
    COMPLAINT = "complaint"
    COMMITMENT = "commitment"
    ANSWERS = "answers"

    @property
    def batch_kind(self) -> BatchKind:
        """Kind of its import batch."""
        return BatchKind.ANSWERS if self is ListKind.ANSWERS else BatchKind.CASES

    def fields(self) -> tuple[CaseField, ...]:
        """What columns of such a list can hold."""
        return tuple(field for field in CaseField if _fits(self, field))


def _fits(kind: ListKind, field: CaseField) -> bool:
    if kind is ListKind.ANSWERS:
        return field not in PRIVATE and field not in {
            CaseField.BODY,
            CaseField.SOURCE,
            CaseField.RECEIVED,
            CaseField.IMPORTANT,
            CaseField.INTERVIEWED,
        }
    if field in _OF_ANSWERS or field in {CaseField.NUMBER, CaseField.TOKEN, CaseField.DUE}:
        return False
    if field in PRIVATE:
        return kind is ListKind.COMPLAINT
    promised = field in {CaseField.PROMISE, CaseField.PROMISED, CaseField.INTERVIEWED}
    return kind is ListKind.COMMITMENT or not promised


@functools.cache
def _shipped() -> Mapping[str, Any]:
    return tomllib.loads(resource("words", "case_headings.toml").read_text(encoding="utf-8"))


@functools.cache
def words() -> Mapping[str, CaseField]:
    """Field of each known heading word, in the form that `heading_key` makes."""
    return {
        heading_key(word): CaseField(name)
        for name, listed in _shipped()["words"].items()
        for word in listed.split()
    }


@functools.cache
def kind_words() -> Mapping[ListKind, tuple[str, ...]]:
    """Words of titles by which a list is known, in the order in which they are asked."""
    return {ListKind(name): tuple(listed.split()) for name, listed in _shipped()["kinds"].items()}


@functools.cache
def result_words() -> Mapping[CaseResult, tuple[str, ...]]:
    """Words of results that departments use besides those of the program."""
    found = _shipped()["results"]
    return {CaseResult(name): tuple(map(folded, listed.split())) for name, listed in found.items()}


@functools.lru_cache(maxsize=1024)
def recognise(name: str) -> CaseField | None:
    """What a heading means by its words, None where nobody knows."""
    if not name:
        return None
    leaf = name.rsplit("_", 1)[-1]
    for key in dict.fromkeys((heading_key(name), heading_key(leaf))):
        if key in words():
            return words()[key]
    key = heading_key(leaf)
    if len(key) < _SHORTEST_FUZZY:
        return None
    from rapidfuzz import fuzz, process  # start-up time

    found = process.extractOne(key, words().keys(), scorer=fuzz.ratio, score_cutoff=_NEAR)
    return words()[found[0]] if found is not None else None
