"""Tables read and written whole, on either engine, in one form: that in which a file keeps them."""

import contextlib
import datetime as dt
import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

import peewee
from peewee import Database

from xcdesk.db.base import is_sqlite
from xcdesk.db.engine import is_guarded

Row = tuple[Any, ...]

HANDED_OUT = ("desk_user", "case_private", "text_draft")
"""Tables of which a person's session at a server sees a part; ``desk.whole_…`` hands out all of each."""
_ROWS = 2_000
_FEW = frozenset({"stored_chunk", "bulletin_file", "material_file"})
"""Tables of large rows, which are fetched a few at a time."""
_FEW_ROWS = 16


@contextlib.contextmanager
def one_moment(handle: Database) -> Iterator[None]:
    """Read everything as it stands now; nobody waits for that."""
    if is_sqlite(handle):
        with handle.atomic("DEFERRED"):
            yield
        return
    with handle.atomic():
        handle.execute_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield


def read(handle: Database, table: str, columns: Sequence[str]) -> Iterator[Row]:
    """Rows of a table by number, as they come from the engine; ``columns`` begin with the number.

    Raises:
        PeeweeException: a server does not hand all of this table out to this person.
    """
    source = f"desk.whole_{table}()" if is_guarded(handle) and table in HANDED_OUT else f'"{table}"'
    names = ", ".join(f'"{name}"' for name in columns)
    size = _FEW_ROWS if table in _FEW else _ROWS
    last = 0
    while True:
        query = f'SELECT {names} FROM {source} WHERE "id" > {last} ORDER BY "id" LIMIT {size}'  # noqa: S608  # names of our own
        rows = handle.execute_sql(query).fetchall()
        yield from rows
        if len(rows) < size:
            return
        last = rows[-1][0]


def write(handle: Database, table: str, columns: Sequence[str], rows: Iterable[Row]) -> None:
    """Add rows in the form of a file, inside the caller's transaction."""
    names = ", ".join(f'"{name}"' for name in columns)
    if is_sqlite(handle):
        marks = ", ".join("?" for _ in columns)
        handle.connection().executemany(f'INSERT INTO "{table}" ({names}) VALUES ({marks})', rows)  # noqa: S608
        return
    wrapped = getattr(peewee, "__exception_wrapper__")  # noqa: B009  # its stubs leave it out
    with (
        wrapped,
        handle.connection().cursor() as cursor,
        cursor.copy(f'COPY "{table}" ({names}) FROM STDIN') as copy,
    ):
        for row in rows:
            copy.write_row(row)


def kinds(server: Database, table: str) -> Mapping[str, str]:
    """Types of a table's columns as a server names them, by column, also where a view stands in front."""
    query = """
        SELECT attname, format_type(atttypid, NULL) FROM pg_attribute
        WHERE attrelid = to_regclass(%s) AND attnum > 0 AND NOT attisdropped
    """
    return dict(server.execute_sql(query, (f'public."{table}"',)).fetchall())


def columns(kinds: Mapping[str, str]) -> Sequence[str]:
    """The columns of a table in the order in which `read` wants them."""
    return ["id", *sorted(set(kinds) - {"id"})]


def plain(rows: Iterable[Row], columns: Sequence[str], kinds: Mapping[str, str]) -> Iterator[Row]:
    """``rows`` of either engine in the one form: a day and a moment as text, a truth as 0 or 1."""
    forms = [_FORMS.get(kinds[name], _same) for name in columns]
    for row in rows:
        yield tuple(None if value is None else form(value) for form, value in zip(forms, row, strict=True))


def digest(rows: Iterable[Row]) -> tuple[int, str]:
    """How many rows there are, and SHA-256 over all their values."""
    count, kept = 0, hashlib.sha256()
    for row in rows:
        kept.update(repr(row).encode("utf-8", "surrogatepass"))
        count += 1
    return count, kept.hexdigest()


def set_sequence(server: Database, table: str) -> None:
    """Let the numbers of new rows go on after those there are, inside the caller's transaction."""
    server.execute_sql(
        f"SELECT setval(pg_get_serial_sequence(%s, 'id'), COALESCE(MAX(id), 1), MAX(id) IS NOT NULL) "  # noqa: S608
        f'FROM "{table}"',
        (f'public."{table}"',),
    )


def _same(value: Any) -> Any:
    return value


def _moment(value: Any) -> str:
    return str(dt.datetime.fromisoformat(value) if isinstance(value, str) else value)


_FORMS: Mapping[str, Callable[[Any], Any]] = {
    "boolean": int,
    "date": str,
    "timestamp without time zone": _moment,
    "bytea": bytes,
}
