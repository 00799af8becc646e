"""Console commands on the office as a whole: a new database."""

import argparse

from xcdesk import store
from xcdesk.cli import asking
from xcdesk.cli.frame import Answer, Command, Desk
from xcdesk.codes import Role
from xcdesk.db import upgrade
from xcdesk.db.base import database
from xcdesk.services.accounts import keeping
from xcdesk.services.accounts.keeping import Particulars
from xcdesk.services.office import founding
from xcdesk.wording import text


def _init_options(parser: argparse.ArgumentParser) -> None:
    kinds = parser.add_mutually_exclusive_group()
    kinds.add_argument("--sample", action="store_true", help="add invented people, all marked 示例")
    kinds.add_argument("--first", metavar="LOGIN", help="the first person, an administrator with a password")
    parser.add_argument("--name", default="", help="full name of the first person, as printed")
    parser.add_argument("--post", default="", help="post of the first person, as printed")


def _init(desk: Desk) -> Answer:
    location = store.open_store(desk.database, create=True)
    try:
        code = _found(desk)
        schema = upgrade.schema_name(database)
    finally:
        store.close_store()
    payload = {"database": str(location), "schema": schema}
    line = text("console.init_done", database=location)
    if not code:
        return Answer(payload, (line,))
    return Answer({**payload, "code": code}, (line, text("user.recovery_code", code=code)))


def _found(desk: Desk) -> str:
    """Fill the new database; returns the recovery code where its first person was named, else ""."""
    words = desk.words
    if not words.first:
        founding.found(sample=words.sample)
        return ""
    first = Particulars(words.first, words.name or words.first, words.post, Role.ADMINISTRATOR)
    return keeping.set_up(first, asking.new_password(first.name))[1]


COMMANDS = (
    Command("init", "Make a new database with the roster and the lists.", _init, _init_options, opens=False),
)
