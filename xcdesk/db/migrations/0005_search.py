"""The word index beside the tables that are searched, the list of rows it has to take in, saved searches."""

from typing import Any

from peewee import CharField, Database, DateTimeField, ForeignKeyField, IntegerField, Model, TextField
from playhouse.migrate import SqliteMigrator

INDEXED = ("coverage_item", "material", "contribution", "import_batch")
MARKS = "!\"#$%&''()*+,-./:;<=>?@[\\]^_`{|}~"
HASH_BYTES = 8_000_000


class User(Model):
    class Meta:
        table_name = "desk_user"


class SavedSearch(Model):
    user = ForeignKeyField(User, on_delete="RESTRICT")
    name = CharField(max_length=40)
    words = TextField()
    saved_at = DateTimeField()
    removed_at = DateTimeField(null=True)
    version = IntegerField(default=1)

    class Meta:
        table_name = "saved_search"


SavedSearch.add_index(
    SavedSearch.index(
        SavedSearch.user,
        SavedSearch.name,
        unique=True,
        name="saved_search_once",
        where=SavedSearch.removed_at.is_null(),
    )
)


def up(migrator: Any, db: Database) -> None:
    """Make the tables; the triggers that are made afterwards put every row on the list."""
    with db.bind_ctx((User, SavedSearch)):
        db.create_tables((SavedSearch,), safe=False)
    db.execute_sql(
        "CREATE TABLE search_due (source VARCHAR(40) NOT NULL, item INTEGER NOT NULL, was BIGINT, "
        "PRIMARY KEY (source, item))"
    )
    for table in INDEXED:
        if isinstance(migrator, SqliteMigrator):
            _file_index(db, f"{table}_search")
        else:
            _server_index(db, f"{table}_search")


def _file_index(db: Database, name: str) -> None:
    marks = MARKS.replace('"', '""')
    db.execute_sql(
        f"CREATE VIRTUAL TABLE {name} USING fts5(pairs, content = '', contentless_delete = 1, prefix = '1', "
        f"tokenize = \"ascii tokenchars '{marks}'\")"
    )
    db.execute_sql(f"INSERT INTO {name} ({name}, rank) VALUES ('hashsize', {HASH_BYTES})")  # noqa: S608


def _server_index(db: Database, name: str) -> None:
    db.execute_sql(
        f"CREATE TABLE {name} (key BIGINT PRIMARY KEY, words TEXT NOT NULL, pairs TEXT[] NOT NULL)"
    )
    db.execute_sql(f"CREATE INDEX {name}_pairs ON {name} USING gin (pairs)")
