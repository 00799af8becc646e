"""The steps that each kind of material passes: set by the office, one version after another, never rewritten.

What is under review keeps the steps it was submitted with.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from peewee import fn

from xcdesk.codes import MaterialKind, Role, StepMode
from xcdesk.db.base import database
from xcdesk.errors import StaleRowError
from xcdesk.models import ReviewStep, ReviewStepPerson, User
from xcdesk.services.approvals import refusals
from xcdesk.services.approvals.seats import Step
from xcdesk.services.record import audit, permissions, rows
from xcdesk.services.record.actor import Actor
from xcdesk.services.record.permissions import Permission

MOST_STEPS = 4
_LONGEST_NAME = 40
_MOST_HOURS = 400


@dataclass(frozen=True, slots=True)
class NewStep:
    """A step as it is set.

    Attributes:
        role: whose step it is; of those named, the role that they sign as.
        mode: how many of those who sit there must agree.
        hours: target in working hours, 0 for none.
        people: ids of the persons named, in the order in which they sign in turn; none for the whole role.
    """

    name: str
    role: Role
    mode: StepMode = StepMode.ANY
    hours: int = 0
    people: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Template:
    """The steps of a kind; ``number`` counts their versions."""

    kind: MaterialKind
    number: int
    steps: tuple[Step, ...]


def steps_of(kind: MaterialKind) -> tuple[Step, ...]:
    """Review steps of a kind in their order, as they are now; never none."""
    return template(kind).steps


def template(kind: MaterialKind) -> Template:
    """The steps of a kind that are in force."""
    return history(kind)[0]


def history(kind: MaterialKind) -> tuple[Template, ...]:
    """The steps of a kind as they are, and as they were before, the latest first."""
    named = _named(kind)
    found: dict[int, list[Step]] = {}
    query = ReviewStep.select().where(ReviewStep.kind == kind).order_by(ReviewStep.position)
    for row in query:
        found.setdefault(row.template, []).append(_step(row, named.get(row.id, ())))
    return tuple(Template(kind, number, tuple(found[number])) for number in sorted(found, reverse=True))


def save(actor: Actor, kind: MaterialKind, steps: Sequence[NewStep], *, over: int | None = None) -> Template:
    """Set the steps of a kind, as a new version of them.

    Args:
        actor: a leader or an administrator.
        kind: of material.
        steps: one to four.
        over: number of the version that was on the screen; None takes whatever is there.

    Raises:
        NotAllowedError, BadStepsError, MissingTextError, BadTextError, StaleRowError: nothing was written.
    """
    refused = permissions.refusal(actor, Permission.SETTINGS)
    if refused is not None:
        raise refused
    with database.atomic():
        wanted = _checked(steps)
        present = template(kind)
        if over is not None and over != present.number:
            raise StaleRowError(table="review_step", id=kind.value)
        number = _last(kind) + 1
        for position, step in enumerate(wanted, start=1):
            _write(kind, number, position, step)
        audit.record(
            actor,
            "review.steps_saved",
            f"review:{kind.value}",
            template=number,
            steps=[_facts(step) for step in wanted],
        )
        return template(kind)


def _checked(steps: Sequence[NewStep]) -> list[NewStep]:
    if not 1 <= len(steps) <= MOST_STEPS:
        raise refusals.BadStepsError(field="steps", most=MOST_STEPS)
    known: Any = User.select(User.id).where(User.active & (User.role != Role.ADMINISTRATOR)).tuples()
    fit = {person for (person,) in known}
    for step in steps:
        if step.role == Role.ADMINISTRATOR or not fit.issuperset(step.people):
            raise refusals.BadStepsError(field="people", most=MOST_STEPS)
        if not 0 <= step.hours <= _MOST_HOURS:
            raise refusals.BadStepsError(field="hours", most=MOST_STEPS)
    return [
        NewStep(
            rows.required_text("step_name", step.name, _LONGEST_NAME),
            step.role,
            step.mode,
            step.hours,
            tuple(dict.fromkeys(step.people)),
        )
        for step in steps
    ]


def _write(kind: MaterialKind, number: int, position: int, step: NewStep) -> None:
    made = ReviewStep.create(
        kind=kind,
        template=number,
        position=position,
        name=step.name,
        role=step.role,
        mode=step.mode,
        hours=step.hours,
    )
    for place, person in enumerate(step.people, start=1):
        ReviewStepPerson.create(step=made, person=person, place=place)


def _facts(step: NewStep) -> dict[str, Any]:
    return {
        "name": step.name,
        "role": step.role.value,
        "mode": step.mode.value,
        "hours": step.hours,
        "people": list(step.people),
    }


def _last(kind: MaterialKind) -> int:
    found: Any = ReviewStep.select(fn.MAX(ReviewStep.template)).where(ReviewStep.kind == kind).scalar()
    return int(found or 0)


def _named(kind: MaterialKind) -> dict[int, tuple[int, ...]]:
    query: Any = ReviewStepPerson.select(ReviewStepPerson.step, ReviewStepPerson.person).join(ReviewStep)
    named: Iterable[tuple[int, int]] = (
        query.where(ReviewStep.kind == kind).order_by(ReviewStepPerson.place).tuples()
    )
    found: dict[int, tuple[int, ...]] = {}
    for step, person in named:
        found[step] = (*found.get(step, ()), person)
    return found


def _step(row: ReviewStep, named: tuple[int, ...]) -> Step:
    by_role = row.mode == StepMode.ANY and not named
    return Step(row.position, row.name, Role(row.role), StepMode(row.mode), row.hours, by_role, named)
