"""The person in whose name a change is made."""

from dataclasses import dataclass

from xcdesk.codes import Role


@dataclass(frozen=True, slots=True)
class Actor:
    """The person in whose name something is done, with name and post of this day."""

    id: int
    login: str
    name: str
    post: str
    role: Role
