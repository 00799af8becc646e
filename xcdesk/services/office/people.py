"""Who sits at a desk: accounts and the actor in whose name a change is made."""

from peewee import IntegrityError

from xcdesk.codes import Role
from xcdesk.db.base import database
from xcdesk.errors import DeskError
from xcdesk.models import User
from xcdesk.services.record import audit, rows
from xcdesk.services.record.actor import Actor

OFFICE_LOGIN = "office"
"""The account that every new office has, until people are entered."""


class UnknownUserError(DeskError):
    """No active account has this login or name."""

    code = "user.unknown"


class UserExistsError(DeskError):
    """The login is taken."""

    code = "user.exists"


def actors() -> tuple[Actor, ...]:
    """Everybody who may sign in, in the order of entry."""
    return tuple(_actor(row) for row in User.select().where(User.active).order_by(User.id))


def actor(name: str | None = None) -> Actor:
    """The person called ``name`` (login or full name); the office's own account for None.

    Raises:
        UnknownUserError: with the names there are.
    """
    wanted = name or OFFICE_LOGIN
    for person in actors():
        if wanted in {person.login, person.name}:
            return person
    raise UnknownUserError(name=wanted, known="、".join(person.login for person in actors()))


def add_user(by: Actor, login: str, name: str, post: str, role: Role) -> Actor:
    """Open an account.

    Raises:
        UserExistsError: the login is taken.
    """
    fields = {
        "login": rows.required_text("login", login, 40),
        "name": rows.required_text("name", name, 40),
        "post": rows.clean_text("post", post, 40),
        "role": role,
    }
    with database.atomic():
        try:
            with database.atomic():
                made = User.create(**fields)
        except IntegrityError as error:
            raise UserExistsError(field="login", name=fields["login"]) from error
        audit.record(by, "user.added", f"desk_user:{made.id}", login=made.login, role=role.value)
    return _actor(made)


def _actor(row: User) -> Actor:
    return Actor(row.id, row.login, row.name, row.post, row.role)
