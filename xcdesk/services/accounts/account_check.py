"""Accounts against the record: a role or an account that was changed behind the program's back shows."""

import json
import tomllib
from dataclasses import dataclass

from xcdesk.codes import Role
from xcdesk.models import AuditEntry, User
from xcdesk.resources import resource

_SWITCHES = {"user.disabled": False, "user.enabled": True}


@dataclass(slots=True)
class _Told:
    """What the record tells of an account."""

    role: str
    active: bool = True


def differing() -> tuple[str, ...]:
    """Logins of accounts that stand otherwise than the record tells; ``-`` for no administrator at all."""
    told = _told()
    rows = list(User.select(User.id, User.login, User.role, User.active).order_by(User.id))
    wrong = [row.login for row in rows if told.get(str(row.id)) != _Told(row.role.value, row.active)]
    if not any(row.active and row.role == Role.ADMINISTRATOR for row in rows):
        wrong.append("-")
    return tuple(wrong)


def _told() -> dict[str, _Told]:
    """Accounts by number, as everything in the record has made them."""
    found = _founded()
    entries = AuditEntry.select().where(AuditEntry.action.startswith("user.")).order_by(AuditEntry.id)
    for entry in entries.iterator():
        number = entry.subject.partition(":")[2]
        facts = json.loads(entry.facts)
        if entry.action == "user.added":
            found[number] = _Told(facts.get("role", ""))
        elif number in found and entry.action in _SWITCHES:
            found[number].active = _SWITCHES[entry.action]
        elif number in found and "role" in facts.get("changes", {}):
            found[number].role = facts["changes"]["role"][1]
    return found


def _founded() -> dict[str, _Told]:
    """Those that an office is founded with stand in the seed, in the order of their numbers."""
    first = AuditEntry.select().order_by(AuditEntry.id).first()
    sample = first is None or json.loads(first.facts).get("sample", True)
    seed = tomllib.loads(resource("seed", "office.toml").read_text(encoding="utf-8"))
    people = [person for person in seed["user"] if sample or not person["sample"]]
    return {str(number): _Told(person["role"]) for number, person in enumerate(people, 1)}
