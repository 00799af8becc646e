"""Console commands on the office as a whole: a new database."""

import argparse

from xcdesk import store
from xcdesk.cli.frame import Answer, Command, Desk
from xcdesk.db import upgrade
from xcdesk.db.base import database
from xcdesk.services.office import founding
from xcdesk.wording import text


def _init_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--sample", action="store_true", help="add invented people, all marked 示例")


def _init(desk: Desk) -> Answer:
    location = store.open_store(desk.database, create=True)
    try:
        founding.found(sample=desk.words.sample)
        schema = upgrade.schema_name(database)
    finally:
        store.close_store()
    return Answer(
        {"database": str(location), "schema": schema}, (text("console.init_done", database=location),)
    )


COMMANDS = (
    Command("init", "Make a new database with the roster and the lists.", _init, _init_options, opens=False),
)
