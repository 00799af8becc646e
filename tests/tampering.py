"""What somebody with the database in hand could do behind the program's back, on either engine."""

from xcdesk.db.base import database, is_sqlite


def drop_trigger(table: str, verb: str) -> None:
    """Take the guard against one verb (``update``, ``delete``) off an append-only table."""
    where = "" if is_sqlite(database) else f" ON {table}"
    database.execute_sql(f"DROP TRIGGER {table}_no_{verb}{where}")
