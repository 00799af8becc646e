"""Console commands on how the office reviews: the steps of each kind, and who stands in for whom."""

import argparse

from xcdesk.cli.frame import Answer, Command, Desk, day, number
from xcdesk.codes import MaterialKind, Role, StepMode
from xcdesk.services import approvals
from xcdesk.services.approvals import DelegationRow, NewDelegation, NewStep, Template
from xcdesk.services.office import people
from xcdesk.wording import text

_FIELDS = 5


def _steps(desk: Desk) -> Answer:
    """The steps of a kind; set anew where any are given."""
    words, kind = desk.words, approvals.kind_of(desk.words.kind)
    if words.step:
        wanted = [_new_step(written, words) for written in words.step]
        return _told(approvals.save_steps(desk.actor(), kind, wanted))
    return _told(approvals.template(kind))


def _new_step(written: str, words: argparse.Namespace) -> NewStep:
    """``name:role:mode:hours:login+login``, of which all after the role may be left out."""
    parts = [*written.split(":"), "", "", ""]
    if len(parts) > _FIELDS + 3 or parts[1] not in set(Role) or (parts[2] or "any") not in set(StepMode):
        words.wrong_usage(f"--step {written}")
    persons = tuple(people.actor(name).id for name in parts[4].split("+") if name)
    hours = int(parts[3]) if parts[3].isdecimal() else 0
    return NewStep(parts[0], Role(parts[1]), StepMode(parts[2] or "any"), hours, persons)


def _told(template: Template) -> Answer:
    names = {person.id: person.name for person in people.actors()}
    steps = [
        {
            "position": step.position,
            "name": step.name,
            "role": step.role,
            "mode": step.mode,
            "hours": step.hours,
            "people": [names.get(person, "") for person in step.people],
        }
        for step in template.steps
    ]
    lines = [
        text(
            "material.step_line",
            position=step.position,
            name=step.name,
            role=approvals.role_label(step.role),
            mode=text(f"material.mode.{step.mode.value}"),
            people="、".join(names.get(person, "") for person in step.people),
        )
        for step in template.steps
    ]
    return Answer({"kind": template.kind, "template": template.number, "steps": steps}, lines)


def _delegate(desk: Desk) -> Answer:
    words, actor = desk.words, desk.actor()
    principal = people.actor(words.principal) if words.principal else actor
    new = NewDelegation(principal.id, people.actor(words.delegate).id, words.since, words.until, words.note)
    return _row(approvals.delegate(actor, new))


def _delegations(desk: Desk) -> Answer:
    rows = approvals.delegations(past=desk.words.past)
    return Answer({"delegations": [_payload(row) for row in rows]}, [_line(row) for row in rows])


def _end(desk: Desk) -> Answer:
    words = desk.words
    version = next((row.version for row in approvals.delegations(past=True) if row.id == words.id), 0)
    return _row(approvals.end_delegation(desk.actor(), words.id, version=version))


def _row(row: DelegationRow) -> Answer:
    return Answer(_payload(row), (_line(row),))


def _payload(row: DelegationRow) -> dict[str, object]:
    return {
        "id": row.id,
        "principal": row.principal,
        "delegate": row.delegate,
        "since": row.since,
        "until": row.until,
        "note": row.note,
        "made_by": row.made_by,
    }


def _line(row: DelegationRow) -> str:
    return text(
        "delegation.line",
        id=row.id,
        principal=row.principal,
        delegate=row.delegate,
        since=row.since,
        until=row.until,
    )


def _steps_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--kind", required=True, choices=[each.value for each in MaterialKind])
    parser.add_argument(
        "--step",
        action="append",
        metavar="NAME:ROLE[:MODE[:HOURS[:LOGIN+LOGIN]]]",
        help="sets the steps anew; once for each, in their order",
    )
    parser.set_defaults(wrong_usage=parser.error)


def _delegate_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--principal", metavar="NAME", help="who will be away; oneself unless named")
    parser.add_argument("--delegate", required=True, metavar="NAME")
    parser.add_argument("--since", required=True, type=day)
    parser.add_argument("--until", required=True, type=day)
    parser.add_argument("--note", default="")


def _delegations_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--past", action="store_true", help="those that ended too")


def _end_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", type=number, metavar="ID")


COMMANDS = (
    Command("material steps", "The review steps of a kind, or new ones.", _steps, _steps_options),
    Command("material delegate", "Let somebody stand in for another.", _delegate, _delegate_options),
    Command("material delegations", "Who stands in for whom.", _delegations, _delegations_options),
    Command("material end-delegation", "End a delegation.", _end, _end_options),
)
