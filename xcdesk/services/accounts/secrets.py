"""Passwords and PINs: proving, setting and giving them; five wrong ones shut an account for a while."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from xcdesk import clock, store
from xcdesk.codes import Role
from xcdesk.db.base import database
from xcdesk.db.locks import held
from xcdesk.errors import DeskError, NotFoundError
from xcdesk.models import User
from xcdesk.services.accounts import hashing, rules
from xcdesk.services.record import audit, permissions
from xcdesk.services.record.actor import Actor
from xcdesk.services.record.permissions import Permission

TRIES = 5
SHUT = dt.timedelta(minutes=15)


class WrongSecretError(DeskError):
    """The password or PIN is not the right one; fact ``left``: tries before the account is shut."""

    code = "user.wrong_secret"


class WrongPasswordError(WrongSecretError):
    """The password is not the right one, where a PIN would not do; fact ``left``."""

    code = "user.wrong_password"


class ShutError(DeskError):
    """Too many wrong ones; facts ``until`` and ``minutes``."""

    code = "user.shut"


class NoPasswordError(DeskError):
    """The account has no password, which this needs."""

    code = "user.no_password"


class SamePasswordError(DeskError):
    """The new password is the one there is."""

    code = "user.same_password"


class OwnPasswordError(DeskError):
    """Nobody gives himself a password as an administrator: he changes it with the one he has."""

    code = "user.own_password"


@dataclass(frozen=True, slots=True)
class Standing:
    """How an account proves itself, and whether it must choose a password of its own first."""

    has_password: bool
    has_pin: bool
    must_change: bool


def standing(actor: Actor) -> Standing:
    """What an account has; raises `NotFoundError` for one that is not there."""
    row = _row(actor.id)
    return Standing(bool(row.secret), bool(row.pin), row.must_change)


def is_protected() -> bool:
    """Whether an administrator of the office has a password: then every new account is given one."""
    found = User.select().where(User.active & (User.role == Role.ADMINISTRATOR) & (User.secret != ""))
    return bool(found.exists())


def prove(actor: Actor, typed: str, *, pin_will_do: bool = False, field: str = "password") -> None:
    """Let somebody show that the account is his; one without a password needs no proof.

    Args:
        actor: whose account.
        typed: his password.
        pin_will_do: whether his PIN is as good: where he sits already and signs.
        field: name of the field, for the refusal.

    Raises:
        DisabledError: the account was disabled.
        ShutError: too many wrong ones; an administrator or time opens it again.
        WrongSecretError: this is not it.
    """
    row = _row(actor.id)
    if not row.active:
        raise permissions.DisabledError(name=row.name)
    if not row.secret:
        return
    left = _spend_try(row, field)
    by_pin = pin_will_do and typed.isdigit() and bool(row.pin) and hashing.fits(row.pin, typed)
    if not by_pin and not hashing.fits(row.secret, typed):
        _refuse(actor, left, WrongSecretError if pin_will_do else WrongPasswordError, field)
    _forget_tries(row, "" if by_pin else typed)


def set_password(actor: Actor, now: str, new: str) -> None:
    """Change one's own password, or set the first one.

    Args:
        actor: whose.
        now: the one there is; "" where there is none.
        new: the one to be.

    Raises:
        WeakPasswordError, SamePasswordError: the new one will not do.
        WrongSecretError, ShutError, DisabledError: as `prove`.
    """
    rules.require_password(new, actor.login, actor.name, field="new")
    prove(actor, now, field="now")
    row = _row(actor.id)
    if row.secret and hashing.fits(row.secret, new):
        raise SamePasswordError(field="new")
    with database.atomic():
        write(row.id, secret=hashing.make(new), must_change=False)
        audit.record(actor, "user.password_changed", f"desk_user:{row.id}")


def set_pin(actor: Actor, password: str, pin: str) -> None:
    """Set one's own PIN, which does for signing and unlocking; "" does without one.

    Raises:
        NoPasswordError: a PIN only stands in for a password.
        WeakPinError: it will not do.
        WrongSecretError, ShutError, DisabledError: as `prove`.
    """
    if pin:
        rules.require_pin(pin)
    if not _row(actor.id).secret:
        raise NoPasswordError(field="pin", name=actor.name)
    prove(actor, password, field="now")
    with database.atomic():
        write(actor.id, pin=hashing.make(pin) if pin else "")
        audit.record(actor, "user.pin_changed" if pin else "user.pin_removed", f"desk_user:{actor.id}")


def give_password(by: Actor, user_id: int, new: str) -> None:
    """Give somebody a password that he must change at his next start; his PIN goes with the old one.

    Raises:
        OwnPasswordError: it would be one's own.
        WeakPasswordError: it will not do.
        NotAllowedError: ``by`` is no administrator.
    """
    permissions.require(by, Permission.PEOPLE)
    row = _row(user_id)
    if by.id == user_id:
        raise OwnPasswordError(name=by.name)
    rules.require_password(new, row.login, row.name)
    hashed = hashing.make(new)
    with database.atomic():
        write(user_id, secret=hashed, pin="", must_change=True, tries=0, shut_until=None)
        audit.record(by, "user.password_given", f"desk_user:{user_id}", login=row.login)


def unlock(by: Actor, user_id: int) -> None:
    """Open an account that was shut after too many wrong ones.

    Raises:
        NotAllowedError: ``by`` is no administrator.
    """
    row = _row(user_id)
    with database.atomic():
        write(user_id, tries=0, shut_until=None)
        audit.record(by, "user.unlocked", f"desk_user:{user_id}", login=row.login)


def write(user_id: int, **fields: object) -> None:
    """Write what proves an account, inside the caller's transaction; its version stays as it is."""
    User.update(**fields).where(User.id == user_id).execute()


def _row(user_id: int) -> User:
    row = User.get_or_none(User.id == user_id)
    if row is None:
        raise NotFoundError(what="desk_user", name=user_id)
    return row


def _spend_try(row: User, field: str) -> int:
    """Take one of the tries before looking, so that several desks at once have no more; how many are left.

    While a file is only read nothing can be signed either, and nothing is counted.
    """
    if store.is_unchecked():
        return TRIES
    with database.atomic():
        now = clock.utc_now()
        fresh: Any = User.select(User.tries, User.shut_until).where(User.id == row.id)
        tries, until = held(fresh).tuples().get()
        if until is not None and until > now:
            raise _shut(row.name, until, field)
        spent = 1 if until is not None else tries + 1
        write(row.id, tries=spent, shut_until=now + SHUT if spent >= TRIES else None)
    return TRIES - spent


def _refuse(actor: Actor, left: int, wrong: type[WrongSecretError], field: str) -> None:
    """Say that it was wrong; the last try allowed stands in the record."""
    if left:
        raise wrong(field=field, left=left)
    with database.atomic():
        audit.record(actor, "user.shut", f"desk_user:{actor.id}", tries=TRIES)
    raise _shut(actor.name, clock.utc_now() + SHUT, field)


def _shut(name: str, until: dt.datetime, field: str) -> ShutError:
    minutes = -int((clock.utc_now() - until).total_seconds() // 60)
    return ShutError(field=field, name=name, minutes=minutes, until=f"{clock.local(until):%H:%M}")


def _forget_tries(row: User, password: str) -> None:
    """Begin to count anew; a password that was hashed at another cost is hashed again.

    Args:
        row: the account as it was read before it was proved.
        password: what proved it; "" where it was the PIN.
    """
    if store.is_unchecked():
        return
    with database.atomic():
        write(row.id, tries=0, shut_until=None)
        if password and hashing.is_outdated(row.secret):
            unchanged = (User.id == row.id) & (User.secret == row.secret)
            User.update(secret=hashing.make(password)).where(unchanged).execute()
