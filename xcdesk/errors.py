"""Failures the user can act on: a code and its facts, no wording.

The sentence for a code stands in ``resources/labels`` and is looked up by `xcdesk.wording`.
"""

from typing import ClassVar


class DeskError(Exception):
    """Base of every expected failure: the user can read it and do something about it.

    A subclass sets ``code``; ``facts`` fill the named placeholders of its sentence.
    """

    code: ClassVar[str] = "desk.error"

    def __init__(self, **facts: object) -> None:
        self.facts = facts
        super().__init__(f"{self.code} {facts}")

    @property
    def key(self) -> str:
        """Key of its sentence in the catalogue: its code, where no fact asks for other words."""
        return self.code


class Cancelled(Exception):  # noqa: N818  # not an error: the user asked for it
    """The user stopped a long operation; nothing of it was written."""


class StaleRowError(DeskError):
    """Somebody else saved this row after it was read; the save was refused."""

    code = "desk.stale"


class NotFoundError(DeskError):
    """There is no such row (any more)."""

    code = "desk.not_found"


class BadTextError(DeskError):
    """Text holds characters that no database or document may hold (NUL, lone surrogates), or is too long."""

    code = "desk.bad_text"


class MissingTextError(DeskError):
    """A field that must be filled was left empty."""

    code = "desk.missing_text"
