"""Rows as JSON and back, and moving rows from one owner to another."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from xcdesk.db.base import BaseModel
from xcdesk.models.tables import TABLES

_AT_ONCE = 500
"""Ids named in one statement."""

Reference = tuple[type[BaseModel], str]
"""A table, and its field that names the owner."""


def references(owner: type[BaseModel]) -> Iterator[Reference]:
    """Every table that refers to ``owner``, parents before children."""
    for table in TABLES:
        for field, referred in table._meta.refs.items():
            if referred is owner:
                yield table, field.name


def name_of(table: type[BaseModel]) -> str:
    """Name of a table in the database."""
    return str(table._meta.table_name)


def table_of(name: str) -> type[BaseModel]:
    """The table of this name."""
    return next(table for table in TABLES if name_of(table) == name)


def held(table: type[BaseModel], field: str, owner: object) -> list[int]:
    """Ids of the rows that name ``owner``."""
    key: Any = table
    query = key.select(key.id).where(getattr(key, field) == owner).order_by(key.id)
    return [row for (row,) in query.tuples()]


def move(reference: Reference, ids: Sequence[int], owners: tuple[object, object]) -> None:
    """Let rows that name the first of ``owners`` name the second; those that name another by now stay."""
    table, field = reference
    key: Any = table
    before, after = owners
    changes: dict[str, object] = {field: after}
    if "version" in key._meta.fields:
        changes["version"] = key.version + 1
    for start in range(0, len(ids), _AT_ONCE):
        some = ids[start : start + _AT_ONCE]
        key.update(changes).where(key.id.in_(some) & (getattr(key, field) == before)).execute()


def dumped(row: BaseModel) -> dict[str, Any]:
    """A row whole, as JSON can hold it."""
    return {name: _plain(value) for name, value in row.__data__.items()}


def put(table: type[BaseModel], data: Mapping[str, Any]) -> None:
    """Write a dumped row as it was, under its own id."""
    fields = table._meta.fields
    table.insert({name: fields[name].python_value(value) for name, value in data.items()}).execute()


def remove(table: type[BaseModel], row_id: int) -> None:
    """Take a row out of its table."""
    key: Any = table
    key.delete().where(key.id == row_id).execute()


def _plain(value: Any) -> Any:
    if isinstance(value, dt.datetime):
        return value.isoformat(sep=" ", timespec="microseconds")
    return value.isoformat() if isinstance(value, dt.date) else value
