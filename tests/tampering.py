"""What somebody with the database in hand could do behind the program's back, on either engine."""

from pathlib import Path

import psycopg
from sqlcipher3 import dbapi2 as sqlcipher

from xcdesk.db.base import database, is_sqlite

_PAGE = 4096


def drop_trigger(table: str, verb: str) -> None:
    """Take the guard against one verb (``update``, ``delete``) off an append-only table."""
    where = "" if is_sqlite(database) else f" ON {table}"
    database.execute_sql(f"DROP TRIGGER {table}_no_{verb}{where}")


def damage(place: str) -> None:
    """Ruin a page of a closed file that holds a table nobody reads on the way to the window."""
    plain = sqlcipher.connect(place)
    (page,) = plain.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'bulletin_file'").fetchone()
    plain.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    plain.close()
    with Path(place).open("r+b") as file:
        file.seek((page - 1) * _PAGE)
        file.write(b"\xa5" * _PAGE)


def raw(place: str, *statements: str) -> None:
    """Carry statements out with the engine's plain driver, as somebody would who has the data in hand."""
    if place.startswith("postgresql"):
        with psycopg.connect(place) as connection:
            for statement in statements:
                connection.execute(statement.encode())
        return
    plain = sqlcipher.connect(place)
    try:
        for statement in statements:
            plain.execute(statement)
        plain.commit()
    finally:
        plain.close()
