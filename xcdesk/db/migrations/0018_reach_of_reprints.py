"""Which outlets an external placement counts for is kept on a file (`xcdesk.db.reach`).

The table and its triggers are made with the tallies, after every migration: there is nothing to do here.
"""

from typing import Any

from peewee import Database


def up(migrator: Any, db: Database) -> None:
    """Leave the tables as they are."""
