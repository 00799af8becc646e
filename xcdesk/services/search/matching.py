"""Which rows hold words, asked of the word index: one way for the one box, the log's filter, the console."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from peewee import Expression, Select, Table, fn

from xcdesk.db import word_index
from xcdesk.db.base import database, is_sqlite
from xcdesk.normalise import folded
from xcdesk.services.office.days import ALWAYS, Days

LONGEST = 500
"""Characters that are looked for; no name or title is as long."""


_PAIR = 2
"""Characters that the index of a server knows for sure to stand together."""


def words(typed: str) -> tuple[str, ...]:
    """What was typed as words that all have to be there, in the form in which they are compared."""
    return tuple(dict.fromkeys(folded(typed[:LONGEST]).split()))


def keys(table: str, wanted: Sequence[str], span: Days = ALWAYS) -> Any:
    """Query over the index of a table for the keys of rows that hold each of the words.

    The column ``key`` sorts by day; `item_of` is the row's id.

    Args:
        table: the table that is searched.
        wanted: what `words` answers.
        span: only rows of these days.
    """
    source = word_index.BY_TABLE[table]
    if is_sqlite(database):
        index: Any = Table(source.index, ("rowid", source.index)).bind(database)
        key = index.rowid
        asked = [Expression(getattr(index, source.index), "MATCH", " AND ".join(map(_phrase, wanted)))]
    else:
        index = Table(source.index, ("key", "words", "pairs")).bind(database)
        key = index.key
        parts = {part for word in wanted for part in (word_index.pairs(word) or [word])}
        asked = [Expression(index.pairs, "@>", fn.string_to_array("\n".join(sorted(parts)), "\n"))]
        asked += [index.words.contains(word) for word in wanted if len(word) > _PAIR]
    if span.since is not None:
        asked.append(key >= word_index.key_from(span.since))
    if span.until is not None:
        asked.append(key < word_index.key_from(span.until + dt.timedelta(days=1)))
    return index.select(key.alias("key")).where(*asked)


def item_of(found: Any) -> Any:
    """Id of the row that a key of `keys` (as a subquery) stands for."""
    return found.c.key.bin_and(word_index.ID_MASK)


def ids(found: Any) -> Any:
    """Query for the ids of the rows whose keys `keys` finds."""
    found = found.alias("found")
    return Select((found,), (item_of(found),))


def _phrase(word: str) -> str:
    parts = " ".join(word_index.pairs(word) or [word]).replace('"', '""')
    return f'"{parts}"*' if len(word) == 1 else f'"{parts}"'
