"""Console commands on the people of the office: who there is, and adding somebody."""

import argparse

from xcdesk.cli.frame import Answer, Command, Desk
from xcdesk.codes import Role
from xcdesk.services.office import people
from xcdesk.services.record.actor import Actor
from xcdesk.wording import text


def _payload(person: Actor) -> dict[str, str]:
    return {"login": person.login, "name": person.name, "post": person.post, "role": person.role.value}


def _line(person: Actor) -> str:
    return "  ".join((person.login, person.name, person.post, text(f"role.{person.role.value}"))).strip()


def _list(_desk: Desk) -> Answer:
    found = people.actors()
    return Answer({"users": [_payload(person) for person in found]}, [_line(person) for person in found])


def _add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("login", help="short name to sign in with")
    parser.add_argument("--name", required=True, help="full name as printed")
    parser.add_argument("--post", default="", help="post as printed")
    parser.add_argument("--role", choices=[role.value for role in Role], required=True)


def _add(desk: Desk) -> Answer:
    words = desk.words
    made = people.add_user(desk.actor(), words.login, words.name, words.post, Role(words.role))
    return Answer(_payload(made), (_line(made),))


COMMANDS = (
    Command("user list", "List the people who may sign in.", _list),
    Command("user add", "Add a person.", _add, _add_options),
)
