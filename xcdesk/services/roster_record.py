"""What the record holds about one row of the roster: every act on it, by whom and when."""

import datetime as dt
import json
from dataclasses import dataclass

from xcdesk.models import AuditEntry
from xcdesk.wording import Language, catalogue, text

_SHOWN = (
    "name",
    "before",
    "role",
    "since",
    "until",
    "spelling",
    "label",
    "state",
    "closed_on",
    "verified_on",
)
"""Facts of an act that tell a reader something; ids do not."""


@dataclass(frozen=True, slots=True)
class RecordedAct:
    """One act: when (UTC), by whom, its code, and the facts that were written down."""

    at: dt.datetime
    who: str
    action: str
    facts: tuple[tuple[str, str], ...]

    def words(self, language: Language | None = None) -> str:
        """The act in words; an act that has none yet is shown by its code."""
        key = f"act.{self.action}"
        return text(key, language) if key in catalogue() else self.action

    def details(self, language: Language | None = None) -> str:
        """Its facts in words, one behind the other."""
        return "  ".join(_shown(name, value, language) for name, value in self.facts)


def recorded_acts(kind: str, row_id: int) -> tuple[RecordedAct, ...]:
    """Every act on an outlet, unit, entry of a list or site (``outlet``, ``unit``, ``term``, ``site_link``).

    The latest stands first. Acts on reports of an outlet are not acts on the outlet.
    """
    subject = f"{kind}:{row_id}"
    query = AuditEntry.select().where(
        (AuditEntry.subject == subject) & AuditEntry.action.startswith("roster.")
    )
    return tuple(
        RecordedAct(entry.at, entry.who_name, entry.action, _facts(entry.facts))
        for entry in query.order_by(AuditEntry.id.desc())
    )


def _facts(written: str) -> tuple[tuple[str, str], ...]:
    facts = json.loads(written)
    return tuple((name, str(facts[name])) for name in _SHOWN if facts.get(name) not in (None, ""))


def _shown(name: str, value: str, language: Language | None) -> str:
    for key in (f"contact_role.{value}", f"link_state.{value}"):
        if key in catalogue():
            return text(key, language)
    return text(f"act.fact.{name}", language, value=value)
