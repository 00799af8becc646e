"""Console commands for who keeps a PostgreSQL server: its roles, what each may do, who may sign in."""

import argparse
from dataclasses import asdict

from xcdesk.cli import asking
from xcdesk.cli.frame import Answer, Command, Desk
from xcdesk.server import roles
from xcdesk.server.roles import Admitted
from xcdesk.wording import text


def _told(who: Admitted) -> str:
    return text("server.admitted", name=who.name, role=who.server_role, password=who.password)


def _setup(desk: Desk) -> Answer:
    admitted = roles.set_up(desk.actor())
    lines = [text("server.set_up", count=len(admitted)), *map(_told, admitted)]
    if admitted:
        lines.append(text("server.hand_over"))
    return Answer({"admitted": [asdict(who) for who in admitted]}, lines)


def _script(_desk: Desk) -> Answer:
    written = "\n".join(f"{statement.rstrip().rstrip(';')};" for statement in roles.script())
    return Answer({"sql": written}, (written,))


def _password(desk: Desk) -> Answer:
    who = roles.give_password(desk.actor(), desk.words.login, _wanted(desk))
    return Answer(asdict(who), (_told(who),))


def _wanted(desk: Desk) -> str:
    return asking.new_password(desk.words.login) if desk.words.choose else roles.invented()


def _password_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("login", help="login of the person")
    parser.add_argument("--choose", action="store_true", help="type the password instead of having one made")


COMMANDS = (
    Command("server setup", "Write roles, rights and guards on the server; admit everybody.", _setup),
    Command("server script", "Show what setup writes, as SQL.", _script),
    Command("server password", "Give somebody another password at the server.", _password, _password_options),
)
