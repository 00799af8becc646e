"""One desk at a time: rows and numbers that nobody else gets at until the transaction ends.

A file has one writer, who holds it from the beginning of his transaction; only on a server is there anything
to do.
"""

from typing import Any

from xcdesk.db.base import database, is_sqlite


def held(query: Any) -> Any:
    """The query of rows, so that those it reads are held against the other desks."""
    return query if is_sqlite(database) else query.for_update()


def alone(number: int) -> None:
    """Wait until no other desk is at what ``number`` stands for, and keep the others waiting."""
    if not is_sqlite(database):
        database.execute_sql("SELECT pg_advisory_xact_lock(%s)", (number,))
