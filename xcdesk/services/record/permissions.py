"""Who may do what: one table of roles, asked by the windows beforehand and by the record at every act."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from xcdesk.codes import Role
from xcdesk.db.base import database, is_sqlite
from xcdesk.errors import DeskError
from xcdesk.models import User
from xcdesk.services.record.actor import PROGRAM, Actor
from xcdesk.wording import Label, Listed

_TOLD = 4
"""People that a refusal names at most."""


class Permission(StrEnum):
    """What is not everybody's."""

    WORK = "work"
    ROSTER = "roster"
    QUOTAS = "quotas"
    SETTINGS = "settings"
    PURGE = "purge"
    VOID = "void"
    PEOPLE = "people"


_EVERYBODY = frozenset(Role)
_OVERSEERS = frozenset({Role.LEADER, Role.ADMINISTRATOR})

ALLOWED: Mapping[Permission, frozenset[Role]] = {
    Permission.WORK: _EVERYBODY,
    Permission.ROSTER: _EVERYBODY,
    Permission.QUOTAS: _EVERYBODY - {Role.CLERK},
    Permission.SETTINGS: _OVERSEERS,
    Permission.PURGE: _OVERSEERS,
    Permission.VOID: frozenset({Role.LEADER}),
    Permission.PEOPLE: frozenset({Role.ADMINISTRATOR}),
}
"""The table. Who signs off a text is not in it: that is the role of each review step."""

OF_AREAS: Mapping[str, Permission] = {"roster": Permission.ROSTER, "quota": Permission.QUOTAS}
OF_ACTS: Mapping[str, Permission] = {
    "office.settings_saved": Permission.SETTINGS,
    "office.page_saved": Permission.SETTINGS,
    "office.rule_worded": Permission.SETTINGS,
    "office.setup_skipped": Permission.SETTINGS,
    "office.setup_taken_up": Permission.SETTINGS,
    "office.setup_dismissed": Permission.SETTINGS,
    "office.setup_brought_back": Permission.SETTINGS,
    "office.moved": Permission.SETTINGS,
    "office.day_set": Permission.SETTINGS,
    "office.encrypted": Permission.SETTINGS,
    "office.passphrase_changed": Permission.SETTINGS,
    "office.decrypted": Permission.SETTINGS,
    "office.exported": Permission.SETTINGS,
    "office.copied": Permission.PEOPLE,
    "office.backed_up": Permission.PEOPLE,
    "office.day_cleared": Permission.SETTINGS,
    "returns.rules_saved": Permission.QUOTAS,
    "case.rules_saved": Permission.QUOTAS,
    "case.private_erased": Permission.PURGE,
    "trash.purged": Permission.PURGE,
    "material.voided": Permission.VOID,
    "material.expedited": Permission.VOID,
    "review.steps_saved": Permission.SETTINGS,
    "user.added": Permission.PEOPLE,
    "user.changed": Permission.PEOPLE,
    "user.disabled": Permission.PEOPLE,
    "user.enabled": Permission.PEOPLE,
    "user.password_given": Permission.PEOPLE,
    "user.unlocked": Permission.PEOPLE,
    "user.recovery_made": Permission.PEOPLE,
    "user.server_set_up": Permission.PEOPLE,
}
"""Acts of the record that are not everybody's; of an area all of them, unless one is named here."""

BY_ITSELF = frozenset({"trash.purged_old", "office.restored"})
"""Acts of the program, which take nobody's leave; a server that keeps the rules asks it of who sits there."""


class NotAllowedError(DeskError):
    """The role does not have this; facts ``act``, ``why``, ``role`` and ``people``, who may."""

    code = "user.not_allowed"


class DisabledError(DeskError):
    """The account was disabled; fact ``name``."""

    code = "user.disabled"


def may(role: Role, permission: Permission) -> bool:
    """Whether a role has a permission."""
    return role in ALLOWED[permission]


def stands_in(role: Role, permission: Permission) -> bool:
    """Whether a role records what another would decide: an administrator, where no leader has an account."""
    if (role, permission) != (Role.ADMINISTRATOR, Permission.VOID):
        return False
    return not User.select().where(User.active & (User.role == Role.LEADER)).exists()


def refusal(actor: Actor, permission: Permission) -> DeskError | None:
    """None, or the refusal that tells why this role lacks it and who has it."""
    return None if may(actor.role, permission) else _not_allowed(actor.role, permission)


def require(actor: Actor, permission: Permission) -> None:
    """Refuse what is not everybody's to whoever may not do it, as his account stands now.

    Raises:
        DisabledError: the account was disabled, perhaps while its owner still sits at another desk.
        NotAllowedError: his role does not have it.
    """
    role = _role_now(actor)
    if role is None:
        raise DisabledError(name=actor.name)
    if not may(role, permission) and not stands_in(role, permission):
        raise _not_allowed(role, permission)


def require_act(actor: Actor, action: str) -> None:
    """`require` what an act of the record takes; what the program does by itself takes no one's leave."""
    if action in BY_ITSELF and actor.login == PROGRAM:
        return
    of_area = OF_AREAS.get(action.partition(".")[0], Permission.WORK)
    require(actor, OF_ACTS.get(action, of_area))


def _role_now(actor: Actor) -> Role | None:
    """The role of an account as it stands, None if it is disabled; every act asks, so without a builder."""
    mark = "?" if is_sqlite(database) else "%s"
    query = f"SELECT role, active FROM desk_user WHERE id = {mark}"  # noqa: S608  # own words
    row = database.execute_sql(query, (actor.id,)).fetchone()
    return Role(row[0]) if row is not None and row[1] else None


def _not_allowed(role: Role, permission: Permission) -> NotAllowedError:
    holders: Any = User.select(User.name).where(User.active & User.role.in_(ALLOWED[permission]))
    names = [name for (name,) in holders.order_by(User.id).tuples()]
    return NotAllowedError(
        act=Label(f"permission.{permission.value}"),
        why=Label(f"permission.{permission.value}.why"),
        role=role.value,
        people=Listed(tuple(names[:_TOLD])) or Label("material.nobody"),
    )
