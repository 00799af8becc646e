"""Many rows at once: peewee's builder takes ten times as long over them as the engine."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any, TypeVar

from peewee import Model

from xcdesk.db.base import database, is_sqlite

T = TypeVar("T")
ROWS = 400
"""Rows that one statement takes at most: engines limit its parameters."""


def chunks(rows: Sequence[T], size: int = ROWS) -> Iterator[Sequence[T]]:
    """``rows`` in pieces that one statement can take."""
    for start in range(0, len(rows), size):
        yield rows[start : start + size]


def insert(model: type[Model], names: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """Add rows, inside the caller's transaction.

    Args:
        model: the table.
        names: its fields, in the order of each row; what is not named takes the default of the model.
        rows: values as the columns store them: plain text for codes, rows of other tables by number.
    """
    fields = model._meta.fields
    given = {fields[name].column_name: None for name in names}
    rest = {
        field.column_name: field.db_value(field.default() if callable(field.default) else field.default)
        for field in model._meta.sorted_fields
        if field.default is not None and field.column_name not in given
    }
    columns = ", ".join(f'"{name}"' for name in (*given, *rest))
    mark = "?" if is_sqlite(database) else "%s"
    one = f"({', '.join([mark] * (len(given) + len(rest)))})"
    start = f'INSERT INTO "{model._meta.table_name}" ({columns}) VALUES '  # noqa: S608  # names of our own
    tail = tuple(rest.values())
    for some in chunks(rows):
        values = list(chain.from_iterable(chain(row, tail) for row in some))
        database.execute_sql(start + ", ".join([one] * len(some)), values)


def matching(query: str, names: Sequence[str], rows: Sequence[Sequence[Any]]) -> Iterator[tuple[Any, ...]]:
    """What ``query`` finds for a table ``wanted`` of ``rows``, no more than `ROWS`.

    ``names`` are its columns; before them stands ``place``, the index of the row.
    """
    mark = "?" if is_sqlite(database) else "%s"
    lines = ", ".join(f"({place}, {', '.join([mark] * len(names))})" for place in range(len(rows)))
    table = f"WITH wanted(place, {', '.join(names)}) AS (VALUES {lines})"
    return iter(database.execute_sql(f"{table} {query}", list(chain.from_iterable(rows))).fetchall())


def reserve(model: type[Model], count: int) -> Sequence[int]:
    """Numbers for ``count`` new rows, inside the caller's transaction; nobody else is given them.

    A file has one writer, who holds the lock since the transaction began; a server keeps a sequence.
    """
    table = model._meta.table_name
    if is_sqlite(database):
        (last,) = database.execute_sql(f'SELECT COALESCE(MAX("id"), 0) FROM "{table}"').fetchone()  # noqa: S608
        return range(last + 1, last + 1 + count)
    taken = "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)"
    return [number for (number,) in database.execute_sql(taken, (f'public."{table}"', count)).fetchall()]
