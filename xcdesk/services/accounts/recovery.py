"""The way back for an administrator who forgot his password: a code on paper, good for once."""

import secrets as chance
import unicodedata
from typing import Any

from xcdesk import clock
from xcdesk.codes import Role
from xcdesk.db.base import database
from xcdesk.db.locks import held
from xcdesk.errors import DeskError
from xcdesk.models import RecoveryCode, User
from xcdesk.services.accounts import hashing, rules, secrets
from xcdesk.services.record import audit, permissions
from xcdesk.services.record.actor import Actor
from xcdesk.wording import Listed

_SIGNS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""No 0 O, 1 I L, U V: what is read wrongly from paper."""
_GROUPS, _IN_GROUP = 5, 4


class NotAdministratorError(DeskError):
    """The code is for administrators; anybody else is given a password by one of them. Fact ``people``."""

    code = "user.not_administrator"


class WrongCodeError(DeskError):
    """This is not the code that is of use, or there is none."""

    code = "user.wrong_code"


def is_missing() -> bool:
    """Whether administrators have passwords and there is no code that would help them."""
    there = RecoveryCode.select().where(RecoveryCode.spent_at.is_null())
    return secrets.is_protected() and not there.exists()


def make(by: Actor) -> str:
    """Make a new code, which takes the place of the one before, and return it to be printed.

    Raises:
        NotAllowedError: ``by`` is no administrator.
    """
    code = _new()
    hashed = hashing.make(_canonical(code))
    with database.atomic():
        _spend_all()
        RecoveryCode.create(secret=hashed, made_by=by.id)
        audit.record(by, "user.recovery_made", f"desk_user:{by.id}")
    return code


def recover(actor: Actor, code: str, new: str) -> str:
    """Give an administrator a new password for the code on paper, and return the code that comes next.

    Raises:
        NotAdministratorError: the account is another one's; an administrator gives it a password.
        WeakPasswordError: the new password will not do.
        WrongCodeError: the code is not the one of use.
        DisabledError: the account was disabled.
    """
    _require_administrator(actor)
    rules.require_password(new, actor.login, actor.name, field="new")
    next_code = _new()
    fields = {"secret": hashing.make(new), "pin": "", "must_change": False, "tries": 0, "shut_until": None}
    hashed = hashing.make(_canonical(next_code))
    with database.atomic():
        there = RecoveryCode.select().where(RecoveryCode.spent_at.is_null()).order_by(RecoveryCode.id.desc())
        kept = held(there).first()
        if kept is None or not hashing.fits(kept.secret, _canonical(code)):
            raise WrongCodeError(field="code")
        _spend_all()
        RecoveryCode.create(secret=hashed, made_by=actor.id)
        secrets.write(actor.id, **fields)
        audit.record(actor, "user.recovered", f"desk_user:{actor.id}", login=actor.login)
    return next_code


def _require_administrator(actor: Actor) -> None:
    row = User.get(User.id == actor.id)
    if not row.active:
        raise permissions.DisabledError(name=row.name)
    if row.role != Role.ADMINISTRATOR:
        who: Any = User.select(User.name).where(User.active & (User.role == Role.ADMINISTRATOR)).tuples()
        raise NotAdministratorError(name=row.name, people=Listed(tuple(name for (name,) in who)))


def _new() -> str:
    """``7KQM-…``: about 98 bits, more than anybody tries through."""
    groups = ("".join(chance.choice(_SIGNS) for _ in range(_IN_GROUP)) for _ in range(_GROUPS))
    return "-".join(groups)


def _canonical(code: str) -> str:
    """The signs alone, as printed, however they were typed."""
    plain = unicodedata.normalize("NFKC", code).upper()
    return "".join(sign for sign in plain if sign in _SIGNS)


def _spend_all() -> None:
    RecoveryCode.update(spent_at=clock.utc_now()).where(RecoveryCode.spent_at.is_null()).execute()
