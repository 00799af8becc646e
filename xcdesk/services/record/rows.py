"""Saving rows that several desks may edit, and text that any engine and any document can hold."""

from collections.abc import Mapping
from typing import Any

from xcdesk.db.base import BaseModel
from xcdesk.errors import BadTextError, MissingTextError, StaleRowError
from xcdesk.normalise import in_order


def save_versioned(row: BaseModel, version: int, changes: Mapping[str, Any]) -> int:
    """Write ``changes`` to ``row`` if its version is still ``version``, and step the version.

    Returns:
        The new version.

    Raises:
        StaleRowError: somebody saved the row meanwhile; nothing was written.
    """
    model: Any = type(row)
    touched = (
        model.update(**changes, version=version + 1)
        .where((model.id == row.id) & (model.version == version))
        .execute()
    )
    if touched != 1:
        raise StaleRowError(table=model._meta.table_name, id=row.id)
    return version + 1


def clean_text(field: str, value: str, limit: int | None = None) -> str:
    """``value`` without surrounding blanks and marks of direction, fit for both engines and every document.

    Args:
        field: its name, for the refusal.
        value: what was typed.
        limit: most characters allowed; None for free text.

    Raises:
        BadTextError: it holds NUL or other control characters, a lone surrogate, or is too long.
    """
    text = in_order(value).strip()
    too_long = limit is not None and len(text) > limit
    if too_long or any(_forbidden(char) for char in text):
        raise BadTextError(field=field, limit=limit or "")
    return text


def storable(field: str, value: str, limit: int) -> str:
    """``value`` as it stands, but for characters that no engine holds; they are left out.

    Raises:
        BadTextError: it is too long.
    """
    if len(value) > limit:
        raise BadTextError(field=field, limit=limit)
    return "".join(char for char in in_order(value) if not _forbidden(char))


def required_text(field: str, value: str, limit: int | None = None) -> str:
    """`clean_text` of a field that may not be left empty.

    Raises:
        MissingTextError: nothing but blanks was typed.
    """
    text = clean_text(field, value, limit)
    if not text:
        raise MissingTextError(field=field)
    return text


def _forbidden(char: str) -> bool:
    return (char < " " and char not in "\t\n\r") or "\ud800" <= char <= "\udfff" or char in "\ufffe\uffff"
