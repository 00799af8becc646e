"""What the page of one material shows: its steps, texts and events, and every act with its answer."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from xcdesk.codes import MaterialState, SeatState
from xcdesk.errors import NotFoundError
from xcdesk.models import Consultation, MaterialEvent, MaterialVersion, PaperSheet, User
from xcdesk.services.approvals import facts, listing
from xcdesk.services.approvals.diff import compare
from xcdesk.services.approvals.rows import (
    CREATED,
    Action,
    ActionPeople,
    ActionRow,
    ConsultRow,
    EventRow,
    MaterialDetail,
    Point,
    SeatRow,
    SheetRow,
    StepRow,
    TextDiff,
    Verdict,
    VersionRow,
)
from xcdesk.services.approvals.rules import MACHINE
from xcdesk.services.approvals.seats import Bench, Person, Seat, Step, bench, expand
from xcdesk.services.approvals.situation import Request, Situation
from xcdesk.services.office import people
from xcdesk.services.record.actor import Actor
from xcdesk.texts import spoken

_WRITING = frozenset((CREATED, Action.EDIT))
"""Acts that bring a version, under the name that its writer had then."""
_WITH_SHEETS = frozenset((Action.PAPER, Action.VOID))
"""Acts that may have a signed sheet behind them."""


def detail(actor: Actor, material_id: int) -> MaterialDetail:
    """Everything the page of one material shows to ``actor``.

    An action that needs an opinion, a reason or a person is not refused for lack of it here: it has not been
    asked yet.

    Raises:
        NotFoundError: there is none with this id.
    """
    material = facts.find(material_id)
    read = facts.dossier(material)
    now = facts.situation(actor, read, Request())
    return MaterialDetail(
        row=listing.rows_of([material], actor)[0],
        text=material.body,
        steps=_step_rows(read, now),
        versions=_version_rows(read.versions, read.events, read.known),
        events=_event_rows(read.events),
        consulted=_consulted(material.id),
        actions=tuple(ActionRow(each, MACHINE.refusal(each, now.state, now)) for each in Action),
    )


def who_can(material_id: int) -> tuple[ActionPeople, ...]:
    """Every act that the material's state has, and who can do it now: what the live diagram says of it.

    Raises:
        NotFoundError: there is none with this id.
    """
    material, actors = facts.find(material_id), people.actors()
    now = facts.situation(actors[0], facts.dossier(material), Request())
    lent = facts.delegations_today()
    able: dict[Action, list[str]] = {action: [] for action in MACHINE.actions(now.state)}
    for actor in actors:
        seen = replace(now, actor=actor, principals=lent.get(actor.id, frozenset()))
        for action, refusal in MACHINE.answers(now.state, seen):
            if refusal is None:
                able[action].append(actor.name)
    return tuple(ActionPeople(action, tuple(names)) for action, names in able.items())


def text_of(material_id: int) -> str:
    """The text of a material as it is now.

    Raises:
        NotFoundError: there is none with this id.
    """
    return str(facts.find(material_id).body)


def log(material_id: int) -> tuple[EventRow, ...]:
    """Everything that happened to a material, oldest first.

    Raises:
        NotFoundError: there is none with this id.
    """
    return _event_rows(facts.events_of(facts.find(material_id).id))


def versions(material_id: int) -> tuple[VersionRow, ...]:
    """Saved texts of a material, newest first."""
    known = facts.everybody()[1]
    return _version_rows(facts.versions_of(material_id), facts.events_of(material_id), known)


def diff(material_id: int, older: int, newer: int) -> TextDiff:
    """How revision ``older`` became ``newer``, title first.

    Raises:
        NotFoundError: the material has no such revision.
    """
    found = MaterialVersion.select().where(
        (MaterialVersion.material == material_id) & MaterialVersion.revision.in_((older, newer))
    )
    texts = {each.revision: [each.title, *spoken.lines(each.body)] for each in found}
    for revision in (older, newer):
        if revision not in texts:
            raise NotFoundError(what="material", name=f"{material_id} / {revision}")
    return TextDiff(older, newer, compare(texts[older], texts[newer]))


def changed_since_signed(material_id: int) -> TextDiff | None:
    """How the text that was signed off last became the present one; None when it is the same, or none was.

    Raises:
        NotFoundError: there is none with this id.
    """
    material = facts.find(material_id)
    last = facts.sign_off(facts.events_of(material_id))
    if last is None or last.text_hash == material.text_hash:
        return None
    return diff(material_id, last.revision, material.revision)


def _consulted(material_id: int) -> tuple[ConsultRow, ...]:
    asker = User.alias()
    query: Any = (
        Consultation.select(Consultation, User, asker)
        .join(User, on=(Consultation.person == User.id))
        .switch(Consultation)
        .join(asker, on=(Consultation.asked_by == asker.id), attr="asked_by")
        .where(Consultation.material == material_id)
        .order_by(Consultation.id)
    )
    return tuple(
        ConsultRow(
            each.id,
            each.person.name,
            each.asked_by.name,
            each.question,
            each.asked_at,
            each.reply,
            each.replied_at,
        )
        for each in query
    )


def _event_rows(events: Sequence[MaterialEvent]) -> tuple[EventRow, ...]:
    recorded = [event.id for event in events if event.action in _WITH_SHEETS]
    sheets = {sheet.event_id: sheet for sheet in PaperSheet.select().where(PaperSheet.event.in_(recorded))}
    return tuple(_event_row(event, sheets.get(event.id)) for event in events)


def _event_row(event: MaterialEvent, sheet: PaperSheet | None) -> EventRow:
    return EventRow(
        event.at,
        event.who_name,
        event.who_post,
        event.action,
        event.from_state,
        event.to_state,
        event.step_name,
        event.revision,
        event.text_hash,
        event.opinion,
        event.behalf_name,
        event.concerning,
        tuple(Point(point) for point in event.checked.split(",") if point),
        None
        if sheet is None
        else SheetRow(sheet.id, sheet.signatory, sheet.post, sheet.signed_on, sheet.label),
    )


def _version_rows(
    found: Sequence[MaterialVersion], events: Sequence[MaterialEvent], known: Mapping[int, Person]
) -> tuple[VersionRow, ...]:
    wrote = {event.revision: event.who_name for event in events if event.action in _WRITING}
    signed = {
        event.revision
        for event in events
        if event.action in facts.SIGNED and event.to_state == MaterialState.APPROVED
    }
    return tuple(
        VersionRow(
            each.revision,
            each.title,
            each.text_hash,
            wrote.get(each.revision) or known[each.written_by_id].name,
            each.written_at,
            each.revision in signed,
        )
        for each in reversed(found)
    )


def _step_rows(read: facts.Dossier, now: Situation) -> tuple[StepRow, ...]:
    given = facts.standing(read.events)
    rows = []
    for step in read.steps:
        seats = read.seats.get(step.position, ()) if read.submitted else expand(step, read.people)
        here = bench(step, seats, read.people, now.barred)
        rows.append(_step_row(step, here, given.get(step.position, []), now))
    return tuple(rows)


def _step_row(step: Step, here: Bench, given: Sequence[MaterialEvent], now: Situation) -> StepRow:
    verdict = _verdict(step, given, now)
    last = given[-1] if given else None
    if verdict in {Verdict.AGREED, Verdict.RETURNED}:
        people = tuple(dict.fromkeys(_signatory(event) for event in given))
    else:
        people = tuple(
            seat.person.name for seat in here.seats if seat.state in {SeatState.OPEN, SeatState.BARRED}
        )
    return StepRow(
        position=step.position,
        name=step.name,
        role=step.role,
        verdict=verdict,
        people=people,
        opinion=last.opinion if last else "",
        at=last.at if last else None,
        revision=last.revision if last else None,
        text_hash=last.text_hash if last else "",
        mode=step.mode,
        hours=step.hours,
        paper=last is not None and last.action == Action.PAPER,
        behalf_of=last.behalf_name if last is not None and last.action != Action.PAPER else "",
        seats=tuple(_seat_row(seat, given) for seat in here.seats),
    )


def _verdict(step: Step, given: Sequence[MaterialEvent], now: Situation) -> Verdict:
    """What has become of a step: it may be in hand although some have agreed already."""
    if now.step is not None and now.step.position == step.position:
        return Verdict.WAITING
    if not given:
        return Verdict.NOT_YET
    return Verdict.RETURNED if given[-1].action == Action.RETURN else Verdict.AGREED


def _signatory(event: MaterialEvent) -> str:
    return str(event.concerning if event.action == Action.PAPER else event.who_name)


def _seat_row(seat: Seat, given: Sequence[MaterialEvent]) -> SeatRow:
    own = [event for event in given if seat.person.id == (event.behalf_of_id or event.who_id)]
    event = own[-1] if own else None
    return SeatRow(
        person=seat.person.id,
        name=seat.person.name,
        source=seat.source,
        state=seat.state,
        extra=seat.extra,
        given_by=seat.given_by,
        why=seat.why,
        hand=event.who_name if event else "",
        paper=event is not None and event.action == Action.PAPER,
        at=event.at if event else None,
        opinion=event.opinion if event else "",
    )
