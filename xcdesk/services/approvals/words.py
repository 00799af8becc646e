"""Words for roles, acts, states and people in what the approval queue says."""

from collections.abc import Iterable

from xcdesk.codes import MaterialState, Role
from xcdesk.services.approvals.rows import EventRow, MaterialRow
from xcdesk.services.approvals.seats import Person
from xcdesk.wording import Label, Language, Listed, text


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


def why_words(row: MaterialRow, language: Language | None = None) -> str:
    """Why a material waits for the person who asked, in a clause; empty when it does not."""
    why = row.why
    if why is None:
        return ""
    reason = text(f"material.why.{why.reason.value}", language, by=why.given_by)
    if not why.behalf_of:
        return reason
    return text("material.why.behalf", language, name=why.behalf_of, why=reason)


def short_why(row: MaterialRow, language: Language | None = None) -> str:
    """The same in a few words, for a line of the queue."""
    why = row.why
    if why is None:
        return ""
    if why.behalf_of:
        return text("material.why_short.behalf", language, name=why.behalf_of)
    return text(f"material.why_short.{why.reason.value}", language, by=why.given_by)


def who_words(event: EventRow, language: Language | None = None) -> str:
    """Who did it, and for whom: a signature recorded from paper names both."""
    if event.sheet is not None:
        return text("material.who_paper", language, who=event.who, name=event.concerning)
    if event.behalf_of:
        return text("material.who_behalf", language, who=event.who, name=event.behalf_of)
    return event.who
