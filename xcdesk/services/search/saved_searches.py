"""Searches and views of the log that a person keeps under a name: each sees only their own."""

from dataclasses import dataclass
from typing import Any

from peewee import IntegrityError

from xcdesk import clock, pinyin
from xcdesk.codes import SavedKind
from xcdesk.db.base import database
from xcdesk.errors import DeskError, NotFoundError
from xcdesk.models import SavedSearch
from xcdesk.services.record import audit, rows
from xcdesk.services.record.actor import Actor
from xcdesk.services.search import matching

_NAME = 40
_LONGEST = {SavedKind.SEARCH: matching.LONGEST, SavedKind.LOG: 20_000}


class SavedSearchExistsError(DeskError):
    """The person keeps another search under this name."""

    code = "search.exists"


@dataclass(frozen=True, slots=True)
class SavedRow:
    """One saved search."""

    id: int
    name: str
    words: str
    version: int


def kept(actor: Actor, kind: SavedKind = SavedKind.SEARCH) -> tuple[SavedRow, ...]:
    """What the person keeps of this kind, by name."""
    mine = (SavedSearch.user == actor.id) & (SavedSearch.kind == kind)
    query = SavedSearch.select().where(mine & SavedSearch.removed_at.is_null())
    found = (SavedRow(row.id, row.name, row.words, row.version) for row in query)
    return tuple(sorted(found, key=lambda row: pinyin.sort_key(row.name)))


def keep(actor: Actor, name: str, words: str, kind: SavedKind = SavedKind.SEARCH) -> SavedRow:
    """Keep a search, or a view of the log, under a name.

    Raises:
        SavedSearchExistsError: there is one of this name.
        MissingTextError: the name or the search is empty.
        BadTextError: one of them cannot be stored.
    """
    fields = _fields(name, words, kind)
    with database.atomic():
        row = _once(fields["name"], lambda: SavedSearch.create(user=actor.id, kind=kind, **fields))
        audit.record(actor, "search.saved", f"saved_search:{row.id}", name=row.name)
    return SavedRow(row.id, row.name, row.words, row.version)


def change(actor: Actor, saved: SavedRow, name: str, words: str) -> SavedRow:
    """Give a search another name or other words.

    Raises:
        SavedSearchExistsError: there is another one of this name.
        StaleRowError: it was changed meanwhile.
        DeskError: as for `keep`; nothing was written.
    """
    with database.atomic():
        row = _own(actor, saved.id)
        fields = _fields(name, words, row.kind)
        version = _once(fields["name"], lambda: rows.save_versioned(row, saved.version, fields))
        audit.record(actor, "search.changed", f"saved_search:{row.id}", name=fields["name"])
    return SavedRow(row.id, fields["name"], fields["words"], version)


def remove(actor: Actor, saved: SavedRow) -> SavedRow:
    """Take a search off the list; the answer is what `restore` takes.

    Raises:
        StaleRowError: it was changed meanwhile.
    """
    return _move(actor, saved, "search.removed", clock.utc_now())


def restore(actor: Actor, saved: SavedRow) -> SavedRow:
    """Put a search back on the list.

    Raises:
        SavedSearchExistsError: another one has taken its name.
        StaleRowError: it was changed meanwhile.
    """
    return _move(actor, saved, "search.restored", None)


def _move(actor: Actor, saved: SavedRow, action: str, removed_at: Any) -> SavedRow:
    with database.atomic():
        row = _own(actor, saved.id)
        fields = {"removed_at": removed_at}
        version = _once(row.name, lambda: rows.save_versioned(row, saved.version, fields))
        audit.record(actor, action, f"saved_search:{row.id}", name=row.name)
    return SavedRow(row.id, row.name, row.words, version)


def _fields(name: str, words: str, kind: SavedKind) -> dict[str, str]:
    return {
        "name": rows.required_text("name", name, _NAME),
        "words": rows.required_text("words", words, _LONGEST[kind]),
    }


def _own(actor: Actor, row_id: int) -> SavedSearch:
    row = SavedSearch.get_or_none((SavedSearch.id == row_id) & (SavedSearch.user == actor.id))
    if row is None:
        raise NotFoundError(what="saved_search", name=row_id)
    return row


def _once(name: str, write: Any) -> Any:
    try:
        with database.atomic():
            return write()
    except IntegrityError as error:
        raise SavedSearchExistsError(name=name) from error
