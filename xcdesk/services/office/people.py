"""Who sits at a desk: the people there are, and the actor in whose name a change is made."""

from typing import Any

from peewee import SQL

from xcdesk.db.base import database, is_guarded
from xcdesk.errors import DeskError
from xcdesk.models import User
from xcdesk.services.record.actor import PROGRAM, Actor
from xcdesk.wording import Listed


class UnknownUserError(DeskError):
    """No active account has this login or name."""

    code = "user.unknown"


class NobodyNamedError(DeskError):
    """Who acts must be said: the program's own account is not for people here; fact ``known``."""

    code = "user.nobody_named"


def actors() -> tuple[Actor, ...]:
    """Everybody who may sit down here, in the order of entry; at a server that knows its people, himself."""
    query: Any = User.select().where(User.active).order_by(User.id)
    if is_guarded(database):
        query = query.where(User.id == SQL("desk.me()"))
    return tuple(actor_of(row) for row in query)


def actor(name: str | None = None) -> Actor:
    """The person called ``name`` (login or full name); for None the program's own account.

    Raises:
        UnknownUserError: with the names there are.
        NobodyNamedError: this office has people, so that one of them must be named.
    """
    known = actors()
    wanted = name or PROGRAM
    for person in known:
        if wanted in {person.login, person.name}:
            return person
    names = Listed(tuple(person.login for person in known))
    if name is None:
        raise NobodyNamedError(known=names)
    raise UnknownUserError(name=wanted, known=names)


def has_password(person: Actor) -> bool:
    """Whether somebody must prove that he is it before he sits down."""
    return bool(User.select().where((User.id == person.id) & (User.secret != "")).exists())


def program() -> Actor:
    """The program's own account, in whose name it tidies up; people sit at it until one is entered."""
    return actor_of(User.get(User.login == PROGRAM))


def actor_of(row: User) -> Actor:
    """The person whose account this is."""
    return Actor(row.id, row.login, row.name, row.post, row.role)
