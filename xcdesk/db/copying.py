"""A server's database as a file: every table copied as it stands, so that a backup needs no server tools."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from peewee import Database

from xcdesk.db import base, triggers, upgrade, word_index


def copy_to_file(source: Database, path: Path) -> None:
    """Write all rows of ``source`` into a new SQLite file of the same schema version.

    One transaction of the source is read, so the copy is of one moment.
    """
    base.create_sqlite(path)
    target = base.sqlite(path)
    target.connect()
    try:
        present = upgrade.schema_name(source)
        if present:
            upgrade.runner(target).up(present)
        target.execute_sql("PRAGMA foreign_keys = 0")  # parents and children in any order
        with source.atomic(), target.atomic():
            source.execute_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            for table in sorted(source.get_tables()):
                if table != "schema_migration" and not word_index.is_index(table):
                    _copy_table(source, target, table)
            triggers.create(target)
        target.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        target.execute_sql("PRAGMA journal_mode = delete")
    finally:
        target.close()


_FEW = frozenset({"stored_chunk"})
"""Tables of large rows, which are fetched a few at a time: a server sends all that it is asked for."""
_ROWS = 16


def _copy_table(source: Database, target: Database, table: str) -> None:
    columns = [column.name for column in source.get_columns(table)]
    names = ", ".join(f'"{name}"' for name in columns)
    marks = ", ".join("?" for _ in columns)
    insert = f'INSERT INTO "{table}" ({names}) VALUES ({marks})'  # noqa: S608  # names from the schema
    for rows in _fetched(source, table, columns):
        target.connection().executemany(insert, (tuple(map(_plain, row)) for row in rows))


def _fetched(source: Database, table: str, columns: Sequence[str]) -> Iterator[Iterable[Any]]:
    """The rows of a table, large ones a few at a time in the order of their numbers."""
    names = ", ".join(f'"{name}"' for name in columns)
    every = f'SELECT {names} FROM "{table}"'  # noqa: S608
    if table not in _FEW:
        yield source.execute_sql(every)
        return
    last, at = 0, columns.index("id")
    while rows := source.execute_sql(f"{every} WHERE id > {last} ORDER BY id LIMIT {_ROWS}").fetchall():
        yield rows
        last = rows[-1][at]


def _plain(value: Any) -> Any:
    """A value as peewee would have stored it in a file."""
    return bytes(value) if isinstance(value, memoryview) else value
