"""A bulletin keeps how its counting rules were worded when its text was put together."""

from typing import Any

from peewee import Database, TextField


def up(migrator: Any, _db: Database) -> None:
    """Add the column; what was put together before has the words of the program."""
    migrator.migrate(migrator.add_column("bulletin", "wording", TextField(default="")))
