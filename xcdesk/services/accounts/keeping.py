"""Accounts: opened, changed and disabled by an administrator, never deleted; the first one of an office."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from peewee import IntegrityError

from xcdesk import clock
from xcdesk.codes import Role
from xcdesk.db.base import database
from xcdesk.db.locks import held
from xcdesk.errors import DeskError, NotFoundError
from xcdesk.models import User
from xcdesk.progress import Operation
from xcdesk.services.accounts import hashing, recovery, secrets
from xcdesk.services.accounts.rules import require_password
from xcdesk.services.office import founding, people, setting_up
from xcdesk.services.record import audit, permissions, rows
from xcdesk.services.record.actor import PROGRAM, Actor
from xcdesk.services.record.permissions import Permission


class UserExistsError(DeskError):
    """The login is taken."""

    code = "user.exists"


class PasswordNeededError(DeskError):
    """In an office with passwords an account is opened with one."""

    code = "user.password_needed"


class OwnRoleError(DeskError):
    """Nobody edits his own role."""

    code = "user.own_role"


class OwnAccountError(DeskError):
    """Nobody disables the account he works with."""

    code = "user.own_account"


class LastAdministratorError(DeskError):
    """The office would be without an administrator."""

    code = "user.last_administrator"


@dataclass(frozen=True, slots=True)
class Particulars:
    """What is told of a person: the name and the post are printed on what he signs."""

    login: str
    name: str
    post: str
    role: Role


class State(StrEnum):
    """How an account stands."""

    ACTIVE = "active"
    OPEN = "open"
    GIVEN = "given"
    SHUT = "shut"
    DISABLED = "disabled"


@dataclass(frozen=True, slots=True)
class AccountRow:
    """An account as administrators see it; ``shut_until`` (UTC) is set while wrong passwords keep it shut.

    ``state`` is open without a password, given while an administrator's password is still to be changed.
    """

    id: int
    version: int
    login: str
    name: str
    post: str
    role: Role
    active: bool
    state: State
    shut_until: dt.datetime | None

    @property
    def told(self) -> Particulars:
        """What is told of the person."""
        return Particulars(self.login, self.name, self.post, self.role)


def accounts() -> tuple[AccountRow, ...]:
    """Every account, active ones first, in the order of entry; the program's own only while it is active."""
    query = User.select().where(User.active | (User.login != PROGRAM))
    return tuple(_row(row) for row in query.order_by(User.active.desc(), User.id))


def account(user_id: int) -> AccountRow:
    """One account; raises `NotFoundError`."""
    return _row(_get(user_id))


def add_user(by: Actor, told: Particulars, password: str = "") -> Actor:
    """Open an account.

    Args:
        by: an administrator.
        told: of the person.
        password: a first one, which he changes at his first start; needed once administrators have one.

    Raises:
        UserExistsError: the login is taken.
        PasswordNeededError, WeakPasswordError: the first password is missing, or will not do.
        MissingTextError, BadTextError, NotAllowedError: nothing was written.
    """
    return add_users(by, [(told, password)])[0]


def add_users(
    by: Actor, wanted: Sequence[tuple[Particulars, str]], operation: Operation | None = None
) -> tuple[Actor, ...]:
    """`add_user` for several, all of them or none; passwords are hashed before anything is written.

    Raises:
        Cancelled: somebody asked to stop; nothing was written.
        DeskError: what `add_user` raises.
    """
    permissions.require(by, Permission.PEOPLE)
    operation = operation or Operation()
    prepared = [_first_fields(told, password) for told, password in operation.each(wanted, len(wanted))]
    with database.atomic():
        made = [_create(fields) for fields in prepared]
        for row in made:
            audit.record(by, "user.added", f"desk_user:{row.id}", login=row.login, role=row.role.value)
    return tuple(map(people.actor_of, made))


def _first_fields(told: Particulars, password: str) -> dict[str, object]:
    """Columns of a new account."""
    fields: dict[str, object] = {**_clean(told)}
    if password:
        require_password(password, told.login, told.name)
        fields |= {"secret": hashing.make(password), "must_change": True}
    elif secrets.is_protected():
        raise PasswordNeededError(field="password")
    return fields


def require_first(first: Particulars, password: str) -> None:
    """Refuse what a new office cannot begin with, before there is any.

    Raises:
        UserExistsError, MissingTextError, BadTextError, WeakPasswordError: as `set_up`.
    """
    if _clean(first)["login"] == PROGRAM:
        raise UserExistsError(field="login", name=PROGRAM)
    require_password(password, first.login, first.name)


def set_up(first: Particulars, password: str, *, roster: bool = True) -> tuple[Actor, str]:
    """Found an office in a new database, with its first person as the administrator.

    The account of the program is not for people afterwards. Without ``roster`` nobody is on it yet, and the
    office is asked step by step (`setting_up`).

    Returns:
        The person, and the recovery code to be printed.

    Raises:
        UserExistsError, MissingTextError, BadTextError, WeakPasswordError: nothing was written.
    """
    require_first(first, password)
    fields = {**_clean(first), "role": Role.ADMINISTRATOR, "secret": hashing.make(password)}
    with database.atomic():
        founding.found(sample=False, roster=roster)
        program = people.program()
        made = people.actor_of(_create(fields))
        told = {"login": made.login, "role": made.role.value}
        audit.record(program, "user.added", f"desk_user:{made.id}", **told)
        code = recovery.make(made)
        User.update(active=False, version=User.version + 1).where(User.id == program.id).execute()
        audit.record(made, "user.disabled", f"desk_user:{program.id}", login=program.login)
        if not roster:
            setting_up.begin(made)
    return made, code


def change_user(by: Actor, user_id: int, version: int, wanted: Particulars) -> int:
    """Change login, name, post and role; what was signed keeps those of its day. Returns the new version.

    Raises:
        OwnRoleError: his role would be another one, by himself.
        LastAdministratorError: nobody would be left to keep the accounts.
        UserExistsError, MissingTextError, BadTextError, StaleRowError, NotAllowedError: nothing was written.
    """
    permissions.require(by, Permission.PEOPLE)
    fields = _clean(wanted)
    with database.atomic():
        row = _get(user_id)
        if row.login == PROGRAM:
            fields["login"] = PROGRAM  # the program finds its account by it
        if by.id == user_id and wanted.role != row.role:
            raise OwnRoleError(field="role", name=row.name)
        if row.role == Role.ADMINISTRATOR and wanted.role != row.role:
            _require_another_administrator(row)
        told = audit.differences(row, {**fields, "role": wanted.role.value})
        try:
            with database.atomic():
                stepped = rows.save_versioned(row, version, fields)
        except IntegrityError as error:
            raise UserExistsError(field="login", name=wanted.login) from error
        audit.record(by, "user.changed", f"desk_user:{user_id}", changes=told)
    return stepped


def disable(by: Actor, user_id: int, version: int) -> int:
    """Let nobody sign in with an account any more; everything done with it stays. Returns the new version.

    Raises:
        OwnAccountError: it is the one he works with.
        LastAdministratorError: nobody would be left to keep the accounts.
        StaleRowError, NotAllowedError: nothing was written.
    """
    permissions.require(by, Permission.PEOPLE)
    with database.atomic():
        row = _get(user_id)
        if by.id == user_id:
            raise OwnAccountError(name=row.name)
        if row.role == Role.ADMINISTRATOR:
            _require_another_administrator(row)
        return _switch(by, row, version, active=False)


def enable(by: Actor, user_id: int, version: int) -> int:
    """Let somebody sign in again; returns the new version.

    Raises:
        StaleRowError, NotAllowedError: nothing was written.
    """
    with database.atomic():
        return _switch(by, _get(user_id), version, active=True)


def _switch(by: Actor, row: User, version: int, *, active: bool) -> int:
    stepped = rows.save_versioned(row, version, {"active": active})
    action = "user.enabled" if active else "user.disabled"
    audit.record(by, action, f"desk_user:{row.id}", login=row.login)
    return stepped


def _require_another_administrator(row: User) -> None:
    """Somebody else must be left who keeps the accounts, whatever another desk does at this moment."""
    others = User.select().where(User.active & (User.role == Role.ADMINISTRATOR)).order_by(User.id)
    found = list(held(others))
    if row.active and all(other.id == row.id for other in found):
        raise LastAdministratorError(name=row.name)


def _create(fields: Mapping[str, object]) -> User:
    try:
        with database.atomic():
            return User.create(**fields)
    except IntegrityError as error:
        raise UserExistsError(field="login", name=fields["login"]) from error


def _clean(told: Particulars) -> dict[str, object]:
    return {
        "login": rows.required_text("login", told.login, 40),
        "name": rows.required_text("name", told.name, 40),
        "post": rows.clean_text("post", told.post, 40),
        "role": told.role,
    }


def _get(user_id: int) -> User:
    row = User.get_or_none(User.id == user_id)
    if row is None:
        raise NotFoundError(what="desk_user", name=user_id)
    return row


def _row(row: User) -> AccountRow:
    shut = row.shut_until if row.shut_until is not None and row.shut_until > clock.utc_now() else None
    return AccountRow(
        id=row.id,
        version=row.version,
        login=row.login,
        name=row.name,
        post=row.post,
        role=row.role,
        active=row.active,
        state=_state(row, shut=shut is not None),
        shut_until=shut,
    )


def _state(row: User, *, shut: bool) -> State:
    standing = (
        (not row.active, State.DISABLED),
        (shut, State.SHUT),
        (not row.secret, State.OPEN),
        (row.must_change, State.GIVEN),
    )
    return next((state for holds, state in standing if holds), State.ACTIVE)
