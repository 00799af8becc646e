"""Settings that all desks of the office share: a JSON object for each key, read and written whole."""

import json
from collections.abc import Mapping
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, TypeVar

from xcdesk.errors import StaleRowError
from xcdesk.models import Setting

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

S = TypeVar("S", bound="DataclassInstance")


def read(key: str) -> dict[str, Any]:
    """What was written under a key; empty where nothing was."""
    row = Setting.get_or_none(Setting.key == key)
    return dict(json.loads(row.value)) if row else {}


def known(usual: S, saved: Mapping[str, Any]) -> S:
    """``usual`` with what was saved of its fields; another program's further fields are passed over."""
    names = {field.name for field in fields(usual)}
    return replace(usual, **{name: value for name, value in saved.items() if name in names})


def require_same(key: str, now: S, over: S | None) -> None:
    """Refuse to write over what somebody has saved meanwhile; ``over`` None overwrites whatever there is.

    Raises:
        StaleRowError: what stands under the key is not ``over`` any more.
    """
    if over is not None and now != over:
        raise StaleRowError(table="setting", id=key)


def write(key: str, value: Mapping[str, Any]) -> None:
    """Put ``value`` under a key, within the caller's transaction, which also writes the record."""
    step = {Setting.value: _text(value), Setting.version: Setting.version + 1}
    if not Setting.update(step).where(Setting.key == key).execute():
        add(key, value)


def add(key: str, value: Mapping[str, Any]) -> None:
    """`write` for a key that has nothing yet; raises `IntegrityError` if somebody was first."""
    Setting.create(key=key, value=_text(value))


def _text(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
