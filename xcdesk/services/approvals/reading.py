"""What the queue, the pages and the guards know about a material, read from the tables."""

from collections import defaultdict
from collections.abc import Sequence

from peewee import JOIN, Case, ModelSelect

from xcdesk.codes import MaterialKind, MaterialState, Role
from xcdesk.documents import content_hash
from xcdesk.errors import NotFoundError
from xcdesk.models import Material, MaterialEvent, MaterialVersion, ReviewStep, User
from xcdesk.services.approvals.diff import compare
from xcdesk.services.approvals.rows import (
    Action,
    ActionRow,
    EventRow,
    MaterialDetail,
    MaterialRow,
    QueueFilter,
    StepRow,
    TextDiff,
    Verdict,
    VersionRow,
)
from xcdesk.services.approvals.rules import MACHINE, Person, Request, Situation, Step
from xcdesk.services.record.actor import Actor

_Submitter = User.alias()
_CLOSED = (MaterialState.ISSUED, MaterialState.VOIDED)


def find(material_id: int) -> Material:
    """The material with its author and submitter.

    Raises:
        NotFoundError: there is none with this id.
    """
    found: Material | None = _materials().where(Material.id == material_id).first()
    if found is None:
        raise NotFoundError(what="material", name=material_id)
    return found


def steps_of(kind: MaterialKind) -> tuple[Step, ...]:
    """Review steps of a kind in their order; never none."""
    return _steps_by_kind()[kind]


def current_step(steps: Sequence[Step], position: int) -> Step:
    """The step at ``position``, or the nearest after it should the office have removed that one since."""
    return next((step for step in steps if step.position >= position), steps[-1])


def situation(actor: Actor, material: Material, request: Request) -> Situation:
    """Everything the guards ask about ``material``, as it is now."""
    steps = steps_of(material.kind)
    reviewed = material.state == MaterialState.IN_REVIEW
    step = current_step(steps, material.step) if reviewed else None
    versions = _versions(material.id)
    sign_off = _sign_off(material.id)
    signed_revision = sign_off.revision if sign_off else 0
    last = MaterialEvent.select().where(MaterialEvent.material == material).order_by(MaterialEvent.id.desc())
    submitter = material.submitted_by
    return Situation(
        actor=actor,
        request=request,
        state=material.state,
        version=material.version,
        revision=material.revision,
        text_hash=content_hash(material.title, material.body),
        is_empty=not material.body.strip(),
        author=material.author.name,
        submitter=_person(submitter) if submitter else None,
        last_actor=last.first().who_name,
        authors=frozenset(version.written_by.id for version in versions),
        writers={v.written_by.id: v.revision for v in versions if v.revision > signed_revision},
        signed_hash=sign_off.text_hash if sign_off else "",
        step=step,
        is_last_step=step is None or step == steps[-1],
        people=tuple(_person(user) for user in User.select().where(User.active).order_by(User.id)),
    )


def row_of(material: Material, steps: Sequence[Step]) -> MaterialRow:
    """What the queue shows of one material."""
    reviewed = material.state == MaterialState.IN_REVIEW
    return MaterialRow(
        id=material.id,
        kind=material.kind,
        title=material.title,
        state=material.state,
        version=material.version,
        revision=material.revision,
        text_hash=material.text_hash,
        step=material.step,
        step_name=current_step(steps, material.step).name if reviewed else "",
        step_count=len(steps),
        round=material.round,
        needed_by=material.needed_by,
        author=material.author.name,
        submitter=material.submitted_by.name if material.submitted_by else "",
        changed_at=material.changed_at,
    )


def row(material_id: int) -> MaterialRow:
    """One material as the queue shows it.

    Raises:
        NotFoundError: there is none with this id.
    """
    material = find(material_id)
    return row_of(material, steps_of(material.kind))


def queue(
    actor: Actor, which: QueueFilter = QueueFilter.ALL, search: str = "", limit: int = 500
) -> tuple[MaterialRow, ...]:
    """Materials by the day the text is needed; those without a day follow, issued and voided ones close.

    Args:
        actor: the person in front of the queue.
        which: all, those in review at a step of his role, or those he submitted.
        search: part of a title, or of the name of author or submitter.
        limit: most rows given.
    """
    steps = _steps_by_kind()
    query = _materials()
    if which == QueueFilter.WAITING_FOR_ME:
        query = query.where(Material.state == MaterialState.IN_REVIEW)
    if which == QueueFilter.SUBMITTED_BY_ME:
        query = query.where(Material.submitted_by == actor.id)
    wanted = search.strip()
    if wanted:
        query = query.where(
            Material.title.contains(wanted) | User.name.contains(wanted) | _Submitter.name.contains(wanted)
        )
    order = (
        Case(None, ((Material.state.in_(_CLOSED), 1),), 0),
        Case(None, ((Material.needed_by.is_null(), 1),), 0),
        Material.needed_by,
        Material.changed_at.desc(),
        Material.id.desc(),
    )
    return tuple(
        row_of(material, steps[material.kind])
        for material in query.order_by(*order).limit(limit)
        if which != QueueFilter.WAITING_FOR_ME
        or current_step(steps[material.kind], material.step).role == actor.role
    )


def waiting_for(actor: Actor) -> tuple[MaterialRow, ...]:
    """Materials in review at a step of this person's role, the first needed first.

    One that he may not sign because he wrote in it stays in the list: its page says who can.
    """
    return queue(actor, QueueFilter.WAITING_FOR_ME)


def detail(actor: Actor, material_id: int) -> MaterialDetail:
    """Everything the page of one material shows to ``actor``.

    An action that needs an opinion or a reason is not refused for lack of it here: it has not been asked yet.

    Raises:
        NotFoundError: there is none with this id.
    """
    material = find(material_id)
    steps = steps_of(material.kind)
    now = situation(actor, material, Request())
    happened = _events(material.id)
    return MaterialDetail(
        row=row_of(material, steps),
        text=material.body,
        steps=_step_rows(steps, now, happened),
        versions=versions(material_id),
        events=tuple(_event_row(event) for event in happened),
        actions=tuple(ActionRow(each, MACHINE.refusal(each, now.state, now)) for each in Action),
    )


def log(material_id: int) -> tuple[EventRow, ...]:
    """Everything that happened to a material, oldest first.

    Raises:
        NotFoundError: there is none with this id.
    """
    return tuple(_event_row(event) for event in _events(find(material_id).id))


def versions(material_id: int) -> tuple[VersionRow, ...]:
    """Saved texts of a material, newest first."""
    signed = {
        event.revision
        for event in _events(material_id)
        if event.action == Action.AGREE and event.to_state == MaterialState.APPROVED
    }
    return tuple(
        VersionRow(
            each.revision,
            each.title,
            each.text_hash,
            each.written_by.name,
            each.written_at,
            each.revision in signed,
        )
        for each in reversed(_versions(material_id))
    )


def diff(material_id: int, older: int, newer: int) -> TextDiff:
    """How revision ``older`` became ``newer``, title first.

    Raises:
        NotFoundError: the material has no such revision.
    """
    texts = {each.revision: [each.title, *each.body.splitlines()] for each in _versions(material_id)}
    for revision in (older, newer):
        if revision not in texts:
            raise NotFoundError(what="material", name=f"{material_id} / {revision}")
    return TextDiff(older, newer, compare(texts[older], texts[newer]))


def _steps_by_kind() -> dict[MaterialKind, tuple[Step, ...]]:
    found: dict[MaterialKind, list[Step]] = {kind: [] for kind in MaterialKind}
    for row in ReviewStep.select().order_by(ReviewStep.position):
        found[row.kind].append(Step(row.position, row.name, row.role))
    return {kind: tuple(steps) for kind, steps in found.items()}


def _materials() -> "ModelSelect[Material]":
    return (
        Material.select(Material, User, _Submitter)
        .join(User, on=Material.author == User.id)
        .switch(Material)
        .join(_Submitter, JOIN.LEFT_OUTER, on=(Material.submitted_by == _Submitter.id), attr="submitted_by")
    )


def _versions(material_id: int) -> list[MaterialVersion]:
    return list(
        MaterialVersion.select(MaterialVersion, User)
        .join(User)
        .where(MaterialVersion.material == material_id)
        .order_by(MaterialVersion.revision)
    )


def _events(material_id: int) -> list[MaterialEvent]:
    query = MaterialEvent.select().where(MaterialEvent.material == material_id)
    return list(query.order_by(MaterialEvent.id))


def _sign_off(material_id: int) -> MaterialEvent | None:
    query = MaterialEvent.select().where(
        MaterialEvent.material == material_id,
        MaterialEvent.action == Action.AGREE,
        MaterialEvent.to_state == MaterialState.APPROVED,
    )
    found: MaterialEvent | None = query.order_by(MaterialEvent.id.desc()).first()
    return found


def _person(user: User) -> Person:
    return Person(user.id, user.name, Role(user.role))


def _event_row(event: MaterialEvent) -> EventRow:
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
    )


def _standing_verdicts(happened: Sequence[MaterialEvent]) -> dict[int, MaterialEvent]:
    """Verdicts of this round by step: a text sent to review again at a step loses those from there on."""
    verdicts: dict[int, MaterialEvent] = {}
    for event in happened:
        if event.action in {Action.AGREE, Action.RETURN}:
            verdicts[event.step] = event
        elif event.to_state == MaterialState.IN_REVIEW:
            verdicts = {step: verdict for step, verdict in verdicts.items() if step < event.step}
    return verdicts


def _step_rows(
    steps: Sequence[Step], now: Situation, happened: Sequence[MaterialEvent]
) -> tuple[StepRow, ...]:
    by_role: dict[Role, list[str]] = defaultdict(list)
    for person in now.people:
        by_role[person.role].append(person.name)
    given = _standing_verdicts(happened)
    return tuple(
        _decided_step(step, given[step.position])
        if step.position in given
        else StepRow(
            step.position,
            step.name,
            step.role,
            Verdict.WAITING if now.step == step else Verdict.NOT_YET,
            tuple(by_role[step.role]),
        )
        for step in steps
    )


def _decided_step(step: Step, given: MaterialEvent) -> StepRow:
    return StepRow(
        position=step.position,
        name=step.name,
        role=step.role,
        verdict=Verdict.AGREED if given.action == Action.AGREE else Verdict.RETURNED,
        people=(given.who_name,),
        opinion=given.opinion,
        at=given.at,
        revision=given.revision,
        text_hash=given.text_hash,
    )
