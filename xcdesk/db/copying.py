"""A server's database as a file: every table copied as it stands, so that a backup needs no server tools."""

from pathlib import Path

from peewee import Database

from xcdesk.db import base, triggers, upgrade, whole_tables, word_index
from xcdesk.progress import Operation, Steps


def copy_to_file(source: Database, path: Path, operation: Operation) -> None:
    """Write all rows of ``source`` into a new SQLite file of the same schema version.

    One transaction of the source is read, so the copy is of one moment.

    Raises:
        PeeweeException: the file cannot be written, or the server does not hand everything out.
        Cancelled: somebody asked to stop; what was begun of the file is left.
    """
    base.create_sqlite(path)
    target = base.sqlite(path)
    target.connect()
    try:
        present = upgrade.schema_name(source)
        if present:
            upgrade.runner(target).up(present)
        target.execute_sql("PRAGMA foreign_keys = 0")  # parents and children in any order
        with whole_tables.one_moment(source), target.atomic():
            wanted = [name for name in sorted(source.get_tables()) if _is_copied(name)]
            for done, table in enumerate(wanted):
                operation.report(done, len(wanted), "")
                _copy_table(source, target, table, operation)
            triggers.create(target)
        target.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        target.execute_sql("PRAGMA journal_mode = delete")
    finally:
        target.close()


def _is_copied(table: str) -> bool:
    return table != "schema_migration" and not word_index.is_index(table)


def _copy_table(source: Database, target: Database, table: str, operation: Operation) -> None:
    kinds = whole_tables.kinds(source, table)
    columns = whole_tables.columns(kinds)
    rows = Steps(operation, 0).each(whole_tables.read(source, table, columns))
    whole_tables.write(target, table, columns, whole_tables.plain(rows, columns, kinds))
