"""What the guards ask about one case, and what lists show of many, read from the tables."""

from collections import namedtuple
from collections.abc import Iterator, Sequence
from typing import Any

from peewee import JOIN, ModelSelect

from xcdesk import clock
from xcdesk.codes import Role
from xcdesk.db.base import database, is_sqlite
from xcdesk.db.locks import held
from xcdesk.errors import NotFoundError
from xcdesk.models import Case, CasePrivate, Unit
from xcdesk.services.cases import case_rules
from xcdesk.services.cases.lights import Lights
from xcdesk.services.cases.rows import Action, CaseRow, Private, Request
from xcdesk.services.cases.situation import Situation
from xcdesk.services.office import workdays
from xcdesk.services.record.actor import Actor

_SAME = (
    "version", "kind", "year", "number", "title", "source", "important", "state", "round", "received_on",
    "changed_at", "dispatched_on", "sent_on", "due", "original_due", "asked_due", "extensions", "returns",
    "return_asked", "receiver", "accepted_on", "notice", "result", "answered_on", "attempts", "called_back",
    "dissatisfied", "closed_on", "timely", "late_days", "reopened", "promise", "promised_on",
    "interviewed_on", "replied_on",
)  # fmt: skip
"""Fields that a row of a list has under the same name as the table."""
_Read = namedtuple("_Read", ("id", *_SAME, "merged_into_id", "published_id", "unit_id", "unit_name"))  # type: ignore[misc]
"""What lists need of a case, without its long texts and without making a row of the table of it."""


_AROUND = (
    "SELECT (SELECT COUNT(*) FROM case_file WHERE case_id = ? AND removed_at IS NULL), "
    "(SELECT COUNT(*) FROM case_event WHERE case_id = ? AND action = 'answer'), "
    "(SELECT who_name FROM case_event WHERE case_id = ? ORDER BY id DESC LIMIT 1), "
    "(SELECT name FROM desk_user WHERE id = ?)"
)
_LINKS = "SELECT item_id FROM case_link WHERE case_id = ?"
_LEADERS = f"SELECT name FROM desk_user WHERE active AND role = '{Role.LEADER.value}' ORDER BY id"  # noqa: S608


def cases() -> "ModelSelect[Case]":
    """Cases whole, with their unit."""
    return Case.select(Case, Unit).join(Unit, on=(Case.unit == Unit.id))


def find(case_id: int) -> Case:
    """The case; raises `NotFoundError` where there is none, or it lies in the trash."""
    found: Case | None = cases().where((Case.id == case_id) & Case.removed_at.is_null()).first()
    if found is None:
        raise NotFoundError(what="followup_case", name=case_id)
    return found


def hold(case_id: int) -> None:
    """Let no other desk act on the case until the transaction ends."""
    held(Case.select(Case.id).where(Case.id == case_id)).first()


def listed() -> "ModelSelect[Case]":
    """Cases as `rows` reads them, to be narrowed and ordered."""
    same = (getattr(Case, name) for name in _SAME)
    asked = (Case.id, *same, Case.merged_into, Case.published, Unit.id, Unit.name)
    # every case has a unit; an outer join lets the database begin with the cases
    return Case.select(*asked).join(Unit, JOIN.LEFT_OUTER, on=(Case.unit == Unit.id))


def rows(query: Any, lights: Lights | None = None) -> tuple[CaseRow, ...]:
    """What lists show of the cases of a query of `listed`, all read at once."""
    return _rows([_Read._make(values) for values in query.tuples()], lights)


def rows_of(found: Sequence[Case]) -> tuple[CaseRow, ...]:
    """The same of cases that were read whole."""
    return _rows([_Read._make(_values(case)) for case in found], None)


def _values(case: Case) -> Iterator[Any]:
    yield case.id
    yield from (getattr(case, name) for name in _SAME)
    yield from (case.merged_into_id, case.published_id, case.unit.id, case.unit.name)


def _rows(found: Sequence[Any], lights: Lights | None) -> tuple[CaseRow, ...]:
    lights = lights or Lights.now()
    query: Any = CasePrivate.select(CasePrivate.case, CasePrivate.erased_at)
    query = query.where(CasePrivate.case.in_([case.id for case in found])).tuples() if found else ()
    private = {case: Private.ERASED if erased else Private.KEPT for case, erased in query}
    return tuple(_row(case, private.get(case.id, Private.NONE), lights) for case in found)


def row(case_id: int) -> CaseRow:
    """One case as lists show it; raises `NotFoundError`."""
    return rows_of([find(case_id)])[0]


def situation(actor: Actor, case: Case, request: Request | None, action: Action | None = None) -> Situation:
    """Everything the guards ask about a case, as it is now.

    Args:
        actor: who wants to act.
        case: the case.
        request: what he gives with it; None while only a button asks.
        action: the act; what only merging asks is read for that alone.
    """
    today, days, rules = clock.today(), workdays.load(), case_rules.load()
    into = request.into if request is not None and action == Action.MERGE else None
    files, answers, last, entrant = _ask(_AROUND, case.id, case.id, case.id, case.answered_by_id)[0]
    return Situation(
        actor=actor,
        request=request,
        row=_rows([_Read._make(_values(case))], Lights.of(today, days, rules))[0],
        entrant=case.answered_by_id,
        entrant_name=entrant or "",
        evidence=files,
        answered_ever=answers > 0,
        links=frozenset(item for (item,) in _ask(_LINKS, case.id)),
        last_actor=last or "",
        leaders=tuple(name for (name,) in _ask(_LEADERS)),
        into=None if into is None else _there(into),
        today=today,
        days=days,
        rules=rules,
    )


def _ask(query: str, *values: Any) -> list[Any]:
    """Rows of a plain question; every act asks these, so without a builder."""
    mark = "?" if is_sqlite(database) else "%s"
    found: list[Any] = database.execute_sql(query.replace("?", mark), values).fetchall()
    return found


def _there(case_id: int) -> CaseRow | None:
    found = cases().where((Case.id == case_id) & Case.removed_at.is_null()).first()
    return None if found is None else rows_of([found])[0]


def _row(case: Any, private: Private, lights: Lights) -> CaseRow:
    return CaseRow(
        id=case.id,
        unit_id=case.unit_id,
        unit=case.unit_name,
        light=lights.light(case),
        private=private,
        merged_into=case.merged_into_id,
        published=case.published_id,
        **{name: getattr(case, name) for name in _SAME},
    )
