"""Console commands on the people of the office: accounts, passwords and the way back."""

import argparse
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from xcdesk import sheets
from xcdesk.cli import asking
from xcdesk.cli.frame import Answer, Command, Desk
from xcdesk.codes import Role
from xcdesk.errors import DeskError
from xcdesk.services.accounts import keeping, recovery, secrets
from xcdesk.services.accounts.keeping import AccountRow, Particulars
from xcdesk.services.office import people
from xcdesk.services.record import permissions
from xcdesk.services.record.actor import Actor
from xcdesk.services.record.permissions import ALLOWED
from xcdesk.wording import Listed, listed, text


class NoAccountError(DeskError):
    """No account has this login, not even a disabled one."""

    code = "user.no_account"


def _payload(person: Actor | AccountRow) -> dict[str, str]:
    return {"login": person.login, "name": person.name, "post": person.post, "role": person.role.value}


def _account_payload(row: AccountRow) -> dict[str, object]:
    return {**_payload(row), "active": row.active, "state": row.state.value}


def _line(row: AccountRow) -> str:
    role, state = text(f"role.{row.role.value}"), text(f"user.state.{row.state.value}")
    return text("user.line", login=row.login, name=row.name, post=row.post, role=role, state=state)


def _list(desk: Desk) -> Answer:
    found = [row for row in keeping.accounts() if row.active or desk.words.all]
    return Answer({"users": [_account_payload(row) for row in found]}, [_line(row) for row in found])


def _add(desk: Desk) -> Answer:
    words, by = desk.words, desk.actor()
    first = asking.new_password(words.name) if secrets.is_protected() else ""
    made = keeping.add_user(by, Particulars(words.login, words.name, words.post, Role(words.role)), first)
    return Answer(_payload(made), (_line(keeping.account(made.id)),))


def _change(desk: Desk) -> Answer:
    words, row = desk.words, _named(desk)
    typed = {"login": words.new_login, "name": words.name, "post": words.post}
    wanted = replace(row.told, **{name: value for name, value in typed.items() if value is not None})
    if words.role:
        wanted = replace(wanted, role=Role(words.role))
    keeping.change_user(desk.actor(), row.id, row.version, wanted)
    return _told(row)


def _disable(desk: Desk) -> Answer:
    row = _named(desk)
    keeping.disable(desk.actor(), row.id, row.version)
    return _told(row)


def _enable(desk: Desk) -> Answer:
    row = _named(desk)
    keeping.enable(desk.actor(), row.id, row.version)
    return _told(row)


def _unlock(desk: Desk) -> Answer:
    row = _named(desk)
    secrets.unlock(desk.actor(), row.id)
    return _told(row)


def _password(desk: Desk) -> Answer:
    """One's own, or as an administrator that of somebody else."""
    words = desk.words
    own = people.actor(words.user)
    if words.login in (None, own.login):
        now = asking.password_of(own) if secrets.standing(own).has_password else ""
        secrets.set_password(own, now, asking.new_password(own.name))
        return Answer({"login": own.login}, (text("user.changed"),))
    row, by = _named(desk), desk.actor()
    secrets.give_password(by, row.id, asking.new_password(row.name))
    return Answer({"login": row.login}, (text("user.given", name=row.name),))


def _recover(desk: Desk) -> Answer:
    person = people.actor(desk.words.login)
    code = recovery.recover(person, asking.recovery_code(), asking.new_password(person.name))
    return _code(desk, person, code)


def _recovery(desk: Desk) -> Answer:
    by = desk.actor()
    return _code(desk, by, recovery.make(by))


def _code(desk: Desk, by: Actor, code: str) -> Answer:
    """A new code: into a file to be printed, or shown this once."""
    if desk.words.sheet is None:
        return Answer({"login": by.login, "code": code}, (text("user.recovery_code", code=code),))
    sheets.write_recovery(by, code, desk.words.sheet)
    file = str(desk.words.sheet)
    return Answer({"login": by.login, "file": file}, (text("recovery.written", file=file),))


def _roles(_desk: Desk) -> Answer:
    payload: Mapping[str, list[str]] = {
        permission.value: [role.value for role in Role if role in ALLOWED[permission]]
        for permission in permissions.Permission
    }
    lines = [
        text(
            "permission.line",
            act=text(f"permission.{permission}"),
            roles=listed(text(f"role.{role}") for role in roles),
            why=text(f"permission.{permission}.why"),
        )
        for permission, roles in payload.items()
    ]
    return Answer({"permissions": payload}, lines)


def _named(desk: Desk) -> AccountRow:
    for row in keeping.accounts():
        if desk.words.login in {row.login, row.name}:
            return row
    known = Listed(tuple(row.login for row in keeping.accounts()))
    raise NoAccountError(name=desk.words.login, known=known)


def _told(row: AccountRow) -> Answer:
    now = keeping.account(row.id)
    return Answer(_account_payload(now), (_line(now),))


def _list_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--all", action="store_true", help="disabled ones as well")


def _login(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("login", help="login or name of the person")


def _add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("login", help="short name to sign in with")
    parser.add_argument("--name", required=True, help="full name as printed")
    parser.add_argument("--post", default="", help="post as printed")
    parser.add_argument("--role", choices=[role.value for role in Role], required=True)


def _change_options(parser: argparse.ArgumentParser) -> None:
    _login(parser)
    parser.add_argument("--login", dest="new_login", help="another login")
    parser.add_argument("--name", help="full name as printed")
    parser.add_argument("--post", help="post as printed")
    parser.add_argument("--role", choices=[role.value for role in Role])


def _password_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("login", nargs="?", help="somebody else, as an administrator; otherwise one's own")


def _sheet_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--sheet", type=Path, metavar="FILE.pdf", help="write the code as a page to print")


def _recover_options(parser: argparse.ArgumentParser) -> None:
    _login(parser)
    _sheet_option(parser)


def _command(
    name: str,
    summary: str,
    run: Callable[[Desk], Answer],
    options: Callable[[argparse.ArgumentParser], None] = _login,
) -> Command:
    return Command(f"user {name}", summary, run, options)


COMMANDS = (
    _command("list", "List the people who may sign in.", _list, _list_options),
    _command("add", "Add a person.", _add, _add_options),
    _command("change", "Change login, name, post or role.", _change, _change_options),
    _command("disable", "Let nobody sign in with an account any more.", _disable),
    _command("enable", "Let somebody sign in again.", _enable),
    _command("unlock", "Open an account that was shut after wrong passwords.", _unlock),
    _command("password", "Set one's own password, or give somebody one.", _password, _password_options),
    _command("recover", "Set an administrator's password by the recovery code.", _recover, _recover_options),
    _command("recovery", "Make a new recovery code.", _recovery, _sheet_option),
    _command("roles", "Who may do what.", _roles, lambda _parser: None),
)
