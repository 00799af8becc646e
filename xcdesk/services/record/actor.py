"""The person in whose name a change is made."""

from dataclasses import dataclass

from xcdesk.codes import Role

PROGRAM = "office"
"""Login of the program's own account: a new office's only one, until people are entered."""


@dataclass(frozen=True, slots=True)
class Actor:
    """The person in whose name something is done, with name and post of this day."""

    id: int
    login: str
    name: str
    post: str
    role: Role
