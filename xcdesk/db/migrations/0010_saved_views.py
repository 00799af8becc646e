"""Views of the log are kept beside searches: each kind has names of its own."""

from typing import Any

from peewee import CharField, Database, DateTimeField, ForeignKeyField, Model


class User(Model):
    class Meta:
        table_name = "desk_user"


class SavedSearch(Model):
    user = ForeignKeyField(User, on_delete="RESTRICT")
    kind = CharField(max_length=16, default="search")
    name = CharField(max_length=40)
    removed_at = DateTimeField(null=True)

    class Meta:
        table_name = "saved_search"


def up(migrator: Any, db: Database) -> None:
    """Add the kind; what was kept before is a search."""
    migrator.migrate(
        migrator.drop_index("saved_search", "saved_search_once"),
        migrator.add_column("saved_search", "kind", CharField(max_length=16, default="search")),
    )
    with db.bind_ctx((User, SavedSearch)):
        once = SavedSearch.index(
            SavedSearch.user,
            SavedSearch.kind,
            SavedSearch.name,
            unique=True,
            name="saved_search_once",
            where=SavedSearch.removed_at.is_null(),
        )
        db.execute(once)
