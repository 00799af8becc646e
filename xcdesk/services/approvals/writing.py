"""How an act is written down: the material, one event, one entry of the record, in one transaction."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from xcdesk import clock
from xcdesk.codes import MaterialState
from xcdesk.db.base import database, is_guarded
from xcdesk.models import Material, MaterialEvent
from xcdesk.services.approvals import facts, listing
from xcdesk.services.approvals.rows import CREATED, MENDED, Action, MaterialRow, Point
from xcdesk.services.approvals.rules import MACHINE
from xcdesk.services.approvals.seats import Person
from xcdesk.services.approvals.situation import Request, Situation
from xcdesk.services.record import audit, rows
from xcdesk.services.record.actor import Actor

_EARLIEST = 10_000_000
_SHUT = frozenset(
    (
        MaterialState.ISSUED,
        MaterialState.CORRECTED,
        MaterialState.VOIDED,
        MaterialState.ARCHIVED,
        MaterialState.DISCARDED,
    )
)
PAST = {
    CREATED: "material.created",
    Action.EDIT: "material.edited",
    Action.SUBMIT: "material.submitted",
    Action.RECALL: "material.recalled",
    Action.CLAIM: "material.claimed",
    Action.AGREE: "material.agreed",
    Action.RETURN: "material.returned",
    Action.ADD: "material.reviewer_added",
    Action.HAND_OVER: "material.handed_over",
    Action.CONSULT: "material.consulted",
    Action.ADVISE: "material.advised",
    Action.CHASE: "material.chased",
    Action.PAPER: "material.signed_on_paper",
    Action.EXPEDITE: "material.expedited",
    Action.CHECK: "material.checked",
    Action.ISSUE: "material.issued",
    Action.CORRECT: "material.corrected",
    Action.VOID: "material.voided",
    Action.ARCHIVE: "material.archived",
    Action.DISCARD: "material.discarded",
    Action.RESTORE: "material.restored",
    Action.TERMINATE: "material.terminated",
    MENDED: "material.mended",
}
"""What the record calls each act of an event."""


@dataclass(frozen=True, slots=True)
class Act:
    """What is written down of one act.

    Attributes:
        step, step_name: where it was done; a step of None is where the material is afterwards.
        behalf_of: for whom it was decided.
        concerning: names of those whom it is about.
        checked: points that were ticked.
    """

    action: str
    source: MaterialState
    target: MaterialState
    step: int | None = None
    step_name: str = ""
    opinion: str = ""
    behalf_of: Person | None = None
    concerning: str = ""
    checked: Iterable[Point] = ()


def decided(
    action: Action,
    now: Situation,
    target: MaterialState,
    behalf_of: Person | None = None,
    concerning: str = "",
) -> Act:
    """An act at the step in hand."""
    step = now.step
    return Act(
        action,
        now.state,
        target,
        step.position if step else 0,
        step.name if step else "",
        now.request.opinion or "",
        behalf_of,
        concerning,
    )


def begin(
    actor: Actor, material_id: int, action: Action, request: Request
) -> tuple[Material, Situation, MaterialState]:
    """Hold the material, and fire an act on it: the material, the situation, and the state it leads to.

    Raises:
        DeskError: the act is refused, for the reason that its button gave.
    """
    facts.hold(material_id)
    material = facts.find(material_id)
    now = facts.situation(actor, facts.dossier(material), request)
    target = MACHINE.fire(action, now.state, now)
    if is_guarded(database):
        _ask_the_server(material, action, request)
    return material, now, target


def _ask_the_server(material: Material, action: Action, request: Request) -> None:
    """Have the server look for itself; nothing of the material changes there without its leave.

    Raises:
        PeeweeException: it refuses, having other facts than this desk.
    """
    seen = (request.version or material.version, request.seen_hash or material.text_hash)
    database.execute_sql("SELECT desk.act(%s, %s, %s, %s)", (material.id, action.value, *seen))


def move(actor: Actor, material: Material, act: Act, changes: Mapping[str, Any]) -> MaterialRow:
    """Write a transition: the material, its event and its audit row."""
    needed = changes.get("needed_by", material.needed_by)
    rank = rank_of(act.target, needed)
    changes = {**changes, "state": act.target, "rank": rank, "changed_at": clock.utc_now()}
    rows.save_versioned(material, material.version, changes)
    note(actor, Material.get_by_id(material.id), act)
    return listing.row(material.id)


def settled(material: Material) -> dict[str, Any]:
    """What ends a check that was owed."""
    return {"checked_at": clock.utc_now()} if facts.is_unchecked(material) else {}


def rank_of(state: MaterialState, needed: Any) -> int:
    """Place in the queue: what is needed soonest first, then what has no day, then what is over."""
    if state in _SHUT:
        return 0
    return 1 if needed is None else _EARLIEST - int(needed.toordinal())


def note(actor: Actor, material: Material, act: Act) -> MaterialEvent:
    """Write down an act: its event and its audit row."""
    event = MaterialEvent.create(
        material=material,
        who=actor.id,
        who_name=actor.name,
        who_post=actor.post,
        action=act.action,
        from_state=act.source,
        to_state=act.target,
        step=material.step if act.step is None else act.step,
        step_name=act.step_name,
        revision=material.revision,
        text_hash=material.text_hash,
        opinion=act.opinion,
        behalf_of=act.behalf_of.id if act.behalf_of else None,
        behalf_name=act.behalf_of.name if act.behalf_of else "",
        concerning=act.concerning,
        checked=",".join(point.value for point in Point if point in set(act.checked)),
    )
    more = {"behalf_of": act.behalf_of.name} if act.behalf_of else {}
    if act.concerning:
        more["concerning"] = act.concerning
    audit.record(
        actor,
        PAST[act.action],
        f"material:{material.id}",
        **{"from": act.source, "to": act.target, "revision": material.revision, "hash": material.text_hash},
        **more,
    )
    return event
