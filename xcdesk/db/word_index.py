"""The word index: which rows hold a stretch of text, newest first, however many rows there are.

Each table of `SOURCES` has an index table beside it that holds, for every row that can be found, the pairs of
neighbouring characters of its texts: FTS5 on the file engine, an array under GIN on the server. A row's key
in it is ``(day << 32) | id``, so that hits come out by date for nothing.

A further table takes a line in `SOURCES`, and a migration that makes its index table as 0005 does.

Triggers note in ``search_due`` every row that is written, whoever writes it; the handle carries the index out
for the noted rows before it commits (`settle`). Rows go in by key, many at once: FTS5 starts a new segment
whenever a key is lower than the one before, so that an index kept row by row would make an import of rows in
no order of days several times slower. An import of many files leaves its rows on the list until all are
written (`put_off`).
"""

import datetime as dt
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from operator import add
from typing import Any

from peewee import Database

from xcdesk.normalise import folded

_ID_BITS = 32
ID_MASK = (1 << _ID_BITS) - 1
"""Part of a key that is the row's id."""

_CHUNK = 10_000
_here = threading.local()


@dataclass(frozen=True, slots=True)
class Source:
    """A table whose texts are found.

    Attributes:
        texts: columns that are searched; a stretch never runs from one into the next.
        day: column that dates the row; a moment counts as its day in UTC.
        hidden: column that is set while the row is not to be found; "" where there is none.
    """

    table: str
    texts: tuple[str, ...]
    day: str
    hidden: str = ""

    @property
    def index(self) -> str:
        """Name of the index table."""
        return f"{self.table}_search"

    @property
    def watched(self) -> str:
        """Columns whose change puts a row on the list."""
        return ", ".join(filter(None, (*self.texts, self.day, self.hidden)))

    def live(self, row: str) -> str:
        """Condition under which a row can be found."""
        return f"{row}.{self.hidden} IS NULL" if self.hidden else "1 = 1"


SOURCES = (
    Source("coverage_item", ("title", "author", "url", "note"), "day", "removed_at"),
    Source("material", ("title", "body"), "created_at"),
    Source("contribution", ("title", "body", "section", "contact"), "received_on"),
    Source("import_batch", ("file_name",), "imported_at"),
    Source("followup_case", ("title", "body", "promise", "answer"), "received_on", "removed_at"),
)
BY_TABLE = {source.table: source for source in SOURCES}


def key_from(day: dt.date) -> int:
    """Lowest key of a day."""
    return day.toordinal() << _ID_BITS


def words_of(texts: Iterable[str]) -> str:
    """What is searched of a row: its texts as they are compared, one a line."""
    return "\n".join(line for line in map(folded, texts) if line)


def pairs(word: str) -> list[str]:
    """Neighbouring characters of a word, in order."""
    return list(map(add, word, word[1:]))


@contextmanager
def put_off() -> Iterator[None]:
    """Let what this thread commits in the block stay on the list; whoever searches asks for it first."""
    _here.put_off = getattr(_here, "put_off", 0) + 1
    try:
        yield
    finally:
        _here.put_off -= 1


def settle(handle: Any) -> None:
    """Bring the index in step with the rows noted since, inside the caller's transaction, unless put off."""
    if not getattr(_here, "put_off", 0):
        while step(handle):
            pass


def step(handle: Any) -> bool:
    """Index some thousand of the rows noted, inside the caller's transaction; whether there were any."""
    if not behind(handle):
        return False
    engine = _engine(handle)
    for source in SOURCES:
        due = handle.execute_sql(_take(source)).fetchall()
        if due:
            gone = [was for _, was in due if was is not None]
            if gone:
                engine.remove(handle, source, gone)
            engine.add(handle, source, _rows(handle, engine, source, [item for item, _ in due]))
            return True
    return False


def behind(handle: Any) -> bool:
    """Whether rows wait: put off, or written outside our transactions, as by a tool of the engine."""
    return _made(handle) and handle.execute_sql(_engine(handle).any_due).fetchone() is not None


def make_triggers(handle: Database) -> None:
    """Make the triggers, on a file anew; a table that lacked one is indexed anew, by the next commit."""
    if not _made(handle):
        return
    engine, there = _engine(handle), trigger_names(handle)
    for source in SOURCES:
        complete = there.issuperset(_names(source))
        if complete and engine is _Server:  # only its owner may
            continue
        for statement in engine.triggers(source):
            handle.execute_sql(statement)
        if not complete:
            _begin_anew(handle, source)


def make_anew(handle: Database) -> None:
    """Make the triggers that are not there, and index every row anew by the next commit."""
    make_triggers(handle)
    for source in SOURCES:
        _begin_anew(handle, source)


def _begin_anew(handle: Database, source: Source) -> None:
    """Empty the index of a table and note all its rows."""
    handle.execute_sql(_engine(handle).empty(source))
    handle.execute_sql(f"DELETE FROM search_due WHERE source = '{source.table}'")  # noqa: S608  # own words
    handle.execute_sql(
        f"INSERT INTO search_due (source, item) SELECT '{source.table}', id FROM {source.table}"  # noqa: S608
    )


def missing_triggers(handle: Database) -> tuple[str, ...]:
    """Names of triggers that should be there and are not, or are switched off."""
    if not _made(handle):
        return ()
    there = trigger_names(handle)
    return tuple(name for source in SOURCES for name in _names(source) if name not in there)


def trigger_names(handle: Database) -> set[str]:
    """Names of all triggers that are in force."""
    return {row[0] for row in handle.execute_sql(_engine(handle).listing).fetchall()}


def differences(handle: Database) -> int:
    """How many rows the index lacks, or holds and should not; rows on the list do not count."""
    engine = _engine(handle)
    wrong = 0
    for source in SOURCES:
        due = f"(SELECT item FROM search_due WHERE source = '{source.table}')"  # noqa: S608  # own words
        rows = (
            f"SELECT {engine.key(source, 't')} AS k FROM {source.table} t "  # noqa: S608
            f"WHERE {source.live('t')} AND t.id NOT IN {due}"
        )
        key = engine.key_column
        kept = f"SELECT {key} AS k FROM {source.index} WHERE ({key} & {ID_MASK}) NOT IN {due}"  # noqa: S608
        for one, other in ((rows, kept), (kept, rows)):
            query = f"SELECT count(*) FROM (SELECT k FROM ({one}) a EXCEPT SELECT k FROM ({other}) b) c"  # noqa: S608
            wrong += handle.execute_sql(query).fetchone()[0]
    return wrong


def is_index(table: str) -> bool:
    """Whether a table holds nothing but what can be made again from the rows."""
    return table == "search_due" or any(table.startswith(source.index) for source in SOURCES)


def _names(source: Source) -> tuple[str, ...]:
    return tuple(f"{source.index}_{verb}" for verb in ("insert", "update", "delete"))


def _made(handle: Any) -> bool:
    """Whether the database has the index; asked until it has, as it is being upgraded."""
    if not handle.word_index_made:
        handle.word_index_made = handle.table_exists("search_due")
    return bool(handle.word_index_made)


def _take(source: Source) -> str:
    """Takes noted rows off the list and answers them."""
    chunk = f"SELECT item FROM search_due WHERE source = '{source.table}' ORDER BY item LIMIT {_CHUNK}"  # noqa: S608
    return (
        f"DELETE FROM search_due WHERE source = '{source.table}' AND item IN ({chunk}) "  # noqa: S608
        "RETURNING item, was"
    )


def _rows(
    handle: Any, engine: "type[_File | _Server]", source: Source, items: Sequence[int]
) -> list[tuple[int, str]]:
    """Keys and words of the rows that can be found, by key."""
    query = (
        f"SELECT {engine.key(source, 't')}, {', '.join(source.texts)} FROM {source.table} t "  # noqa: S608
        f"WHERE t.id IN ({', '.join(map(str, items))}) AND {source.live('t')} ORDER BY 1"
    )
    return [(key, words_of(texts)) for key, *texts in handle.execute_sql(query)]


def _engine(handle: Any) -> "type[_File | _Server]":
    return _File if handle.on_file else _Server


class _File:
    """SQLite: FTS5 without content over the pairs as words, with their places, so that no hit is wrong."""

    any_due = "SELECT 1 FROM search_due LIMIT 1"
    listing = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    key_column = "rowid"

    @staticmethod
    def key(source: Source, row: str) -> str:
        """Key of a row, in SQL; day 1 is 1 January of the year 1."""
        day = f"CAST(julianday(date({row}.{source.day})) - 1721424.5 AS INTEGER)"
        return f"(({day} << 32) | {row}.id)"

    @staticmethod
    def empty(source: Source) -> str:
        return f"INSERT INTO {source.index} ({source.index}) VALUES ('delete-all')"  # noqa: S608

    @classmethod
    def triggers(cls, source: Source) -> list[str]:
        """Statements that make the triggers."""
        was = f"CASE WHEN {source.live('OLD')} THEN {cls.key(source, 'OLD')} END"
        acts = (
            ("INSERT", "NEW.id", "NULL"),
            (f"UPDATE OF {source.watched}", "OLD.id", was),
            ("DELETE", "OLD.id", was),
        )
        drops = [f"DROP TRIGGER IF EXISTS {name}" for name in _names(source)]
        makes = [
            f"CREATE TRIGGER {name} AFTER {act} ON {source.table} BEGIN "
            f"{cls._note(source.table, item, key)}; END"
            for name, (act, item, key) in zip(_names(source), acts, strict=True)
        ]
        return [*drops, *makes]

    @staticmethod
    def _note(table: str, item: str, key: str) -> str:
        """Puts a row on the list unless it is there.

        Not ``OR IGNORE``: that gives way to what the statement that fired the trigger says of conflicts.
        """
        return (
            f"INSERT INTO search_due (source, item, was) VALUES ('{table}', {item}, {key}) "  # noqa: S608
            "ON CONFLICT DO NOTHING"
        )

    @staticmethod
    def remove(handle: Any, source: Source, keys: list[int]) -> None:
        statement = f"DELETE FROM {source.index} WHERE rowid = ?"  # noqa: S608
        handle.connection().executemany(statement, ((key,) for key in sorted(keys)))

    @classmethod
    def add(cls, handle: Any, source: Source, rows: list[tuple[int, str]]) -> None:
        statement = f"INSERT INTO {source.index} (rowid, pairs) VALUES (?, ?)"  # noqa: S608
        handle.connection().executemany(statement, ((key, cls.document(words)) for key, words in rows))

    @staticmethod
    def document(words: str) -> str:
        """Pairs parted by blanks; the last character before a blank or an end stands alone."""
        return " ".join(" ".join((*pairs(part), part[-1])) for part in words.split())


class _Server:
    """PostgreSQL: characters and pairs in an array, and the words themselves to look at once more."""

    any_due = "SELECT 1 FROM search_due WHERE current_setting('transaction_read_only') = 'off' LIMIT 1"
    listing = "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled IN ('O', 'A')"
    key_column = "key"

    @staticmethod
    def key(source: Source, row: str) -> str:
        """Key of a row, in SQL; day 1 is 1 January of the year 1."""
        return f"((({row}.{source.day}::date - DATE '0001-01-01' + 1)::bigint << 32) | {row}.id)"

    @staticmethod
    def empty(source: Source) -> str:
        return f"DELETE FROM {source.index}"  # noqa: S608

    @classmethod
    def triggers(cls, source: Source) -> list[str]:
        """Statements that make the triggers and what they call."""
        was = f"CASE WHEN {source.live('OLD')} THEN {cls.key(source, 'OLD')} END"
        note = "INSERT INTO search_due (source, item, was) VALUES ('{}', {}, {}) ON CONFLICT DO NOTHING;"
        fresh, known = note.format(source.table, "NEW.id", "NULL"), note.format(source.table, "OLD.id", was)
        function = (
            f"CREATE OR REPLACE FUNCTION {source.index}_note() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            f"IF TG_OP = 'INSERT' THEN {fresh} ELSE {known} END IF; RETURN NULL; END $$"
        )
        acts = zip(_names(source), ("INSERT", f"UPDATE OF {source.watched}", "DELETE"), strict=True)
        triggers = (
            f"CREATE OR REPLACE TRIGGER {name} AFTER {act} ON {source.table} "
            f"FOR EACH ROW EXECUTE FUNCTION {source.index}_note()"
            for name, act in acts
        )
        return [function, *triggers]

    @staticmethod
    def remove(handle: Any, source: Source, keys: list[int]) -> None:
        handle.execute_sql(f"DELETE FROM {source.index} WHERE key = ANY(%s)", (keys,))  # noqa: S608

    @classmethod
    def add(cls, handle: Any, source: Source, rows: list[tuple[int, str]]) -> None:
        statement = f"INSERT INTO {source.index} (key, words, pairs) VALUES (%s, %s, %s)"  # noqa: S608
        with handle.connection().cursor() as cursor:
            cursor.executemany(statement, [(key, words, cls.elements(words)) for key, words in rows])

    @staticmethod
    def elements(words: str) -> list[str]:
        """Every character and every pair, once."""
        parts = words.split()
        return sorted({*"".join(parts)} | {pair for part in parts for pair in pairs(part)})
