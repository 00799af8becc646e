"""An issue keeps the faces that drew it and what stood around its text: copies can be numbered later."""

from typing import Any

from peewee import Database, TextField


def up(migrator: Any, _db: Database) -> None:
    """Add the two columns, empty for what was issued before."""
    migrator.migrate(
        migrator.add_column("bulletin", "faces", TextField(default="")),
        migrator.add_column("bulletin", "around", TextField(default="")),
    )
