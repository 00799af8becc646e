"""Words for kinds, states, acts and numbers in what follow-up says."""

from typing import Protocol

from xcdesk.codes import CaseKind, CaseState
from xcdesk.wording import Label, Language, text


class Numbered(Protocol):
    """What has the number of a case."""

    @property
    def kind(self) -> CaseKind:
        """Its kind."""

    @property
    def year(self) -> int:
        """The year of its number."""

    @property
    def number(self) -> int:
        """Its number in that year."""


def number(row: Numbered, language: Language | None = None) -> str:
    """The number of a case as it is written: ``督查〔2019〕3号``."""
    return text(f"case.number.{row.kind.value}", language, year=row.year, number=row.number)


def kind_label(kind: CaseKind) -> Label:
    """Word for a kind."""
    return Label(f"case.kind.{kind.value}")


def state_label(state: CaseState) -> Label:
    """Word for a state."""
    return Label(f"case.state.{state.value}")


def action_label(action: str) -> Label:
    """Word for an act."""
    return Label(f"case.action.{action}")
