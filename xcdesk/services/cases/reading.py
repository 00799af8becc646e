"""One case with everything that its page shows."""

from typing import Any

from xcdesk.models import Case, CaseEvent, CaseLink, CaseUnit, CoverageItem, Outlet, Unit
from xcdesk.services.cases import acts, case_files, facts
from xcdesk.services.cases.rows import CaseDetail, EventRow, LinkRow
from xcdesk.services.record.actor import Actor


def detail(actor: Actor, case_id: int) -> CaseDetail:
    """A case, for the person who asks; raises `NotFoundError`."""
    case = facts.find(case_id)
    merged: Any = Case.select(Case.id).where(Case.merged_into == case_id).order_by(Case.id).tuples()
    return CaseDetail(
        row=facts.rows_of([case])[0],
        body=case.body,
        answer=case.answer,
        reply=case.reply,
        helpers=helpers(case_id),
        events=log(case_id),
        files=case_files.of_case(case_id),
        links=links(case_id),
        merged=tuple(number for (number,) in merged),
        actions=acts.actions(actor, case_id),
    )


def log(case_id: int) -> tuple[EventRow, ...]:
    """Everything that happened to a case, oldest first; raises `NotFoundError`."""
    facts.find(case_id)
    query = CaseEvent.select().where(CaseEvent.case == case_id).order_by(CaseEvent.id)
    return tuple(
        EventRow(
            id=event.id,
            at=event.at,
            who=event.who_name,
            post=event.who_post,
            action=event.action,
            from_state=event.from_state,
            to_state=event.to_state,
            round=event.round,
            words=event.words,
            day=event.day,
            detail=event.detail,
            concerning=event.concerning,
            sheet=event.sheet,
            sheet_year=event.sheet_year,
            sheet_number=event.sheet_number,
        )
        for event in query
    )


def helpers(case_id: int) -> tuple[str, ...]:
    """Names of the units that help with a case."""
    query: Any = Unit.select(Unit.name).join(CaseUnit).where(CaseUnit.case == case_id)
    return tuple(name for (name,) in query.order_by(CaseUnit.id).tuples())


def links(case_id: int) -> tuple[LinkRow, ...]:
    """Reports that belong to a case, the oldest first; those in the trash are left out."""
    item = CoverageItem
    query: Any = item.select(item.id, item.day, Outlet.name, item.title, item.url)
    query = query.join(Outlet).switch(item).join(CaseLink, on=(CaseLink.item == item.id))
    query = query.where((CaseLink.case == case_id) & item.removed_at.is_null()).order_by(item.day, item.id)
    return tuple(LinkRow(*found) for found in query.tuples())
