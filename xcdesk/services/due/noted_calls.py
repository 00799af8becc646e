"""Calls to outlets that owe something (催报), as they were noted: read here, noted in `calls`."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from peewee import JOIN

from xcdesk.codes import CallAnswer, QuotaSubject, Vocabulary
from xcdesk.models import CallNote, User
from xcdesk.services.office import terms


@dataclass(frozen=True, slots=True)
class CallRow:
    """One call; ``reason`` is in words, ``by`` the name of who phoned, ``at`` in UTC."""

    id: int
    outlet_id: int
    day: dt.date
    subject: QuotaSubject
    answer: CallAnswer
    person: str
    reason: str
    note: str
    by: str
    at: dt.datetime
    version: int


def calls(outlet_id: int, limit: int = 20) -> tuple[CallRow, ...]:
    """The last calls to an outlet, the latest first."""
    query = _query().where((CallNote.outlet == outlet_id) & CallNote.removed_at.is_null())
    return _rows(query.order_by(CallNote.called_at.desc(), CallNote.id.desc()).limit(limit))


def latest(subject: QuotaSubject, since: dt.date, until: dt.date) -> Mapping[int, CallRow]:
    """The latest call to each outlet about what it owed from ``since`` to ``until``."""
    asked = (CallNote.subject == subject) & CallNote.day.between(since, until)
    query = _query().where(asked & CallNote.removed_at.is_null())
    return {row.outlet_id: row for row in _rows(query.order_by(CallNote.called_at, CallNote.id))}


def _query() -> Any:
    return CallNote.select(CallNote, User).join(User, JOIN.LEFT_OUTER)


def _rows(query: Iterable[CallNote]) -> tuple[CallRow, ...]:
    found = list(query)
    words = terms.labels(Vocabulary.REASON) if found else {}
    return tuple(
        CallRow(
            row.id,
            row.outlet_id,
            row.day,
            row.subject,
            row.answer,
            row.person,
            words.get(row.reason, row.reason),
            row.note,
            row.called_by.name if row.called_by is not None else "",
            row.called_at,
            row.version,
        )
        for row in found
    )
