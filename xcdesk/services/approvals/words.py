"""Words for roles, acts, states and people in what the approval queue says."""

from collections.abc import Iterable

from xcdesk.codes import MaterialState, Role
from xcdesk.services.approvals.seats import Person
from xcdesk.wording import Label, Listed


def names(people: Iterable[Person]) -> Listed | Label:
    """Their names in a row; words for "somebody still to be entered" when there is nobody."""
    return Listed(tuple(person.name for person in people)) or Label("material.nobody")


def role_label(role: Role) -> Label:
    """Word for a role."""
    return Label(f"role.{role.value}")


def action_label(action: str) -> Label:
    """Word for an action of an event."""
    return Label(f"material.action.{action}")


def state_label(state: MaterialState) -> Label:
    """Word for a state."""
    return Label(f"material.state.{state.value}")
