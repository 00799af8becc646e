"""What this machine remembers of backups: the last failure, the last copy outside, the last rehearsal.

It is kept apart from the backups: where the folder cannot be written, that must be remembered all the same.
"""

import datetime as dt
import json
import logging
import threading
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from xcdesk import settings
from xcdesk.errors import DeskError
from xcdesk.files import write_file

log = logging.getLogger(__name__)

_ALONE = threading.Lock()
"""A backup of the half hour and one by hand may end at the same time."""


@dataclass(frozen=True, slots=True)
class Memory:
    """What is remembered of one database; times are UTC, None for never.

    Attributes:
        failed_at: when the last backup could not be taken; None once one could be taken after that.
        failed_reason: the act that it was to be taken for.
        failed_code: code of the refusal.
        outside_at: when a copy was carried to the second folder last.
        rehearsed_at: when a backup was restored for practice last.
        rehearsed_ok: whether it held what it should.
        rehearsed_rows: how many rows that were.
    """

    failed_at: dt.datetime | None = None
    failed_reason: str = ""
    failed_code: str = ""
    outside_at: dt.datetime | None = None
    rehearsed_at: dt.datetime | None = None
    rehearsed_ok: bool = True
    rehearsed_rows: int = 0


def recall(place: str) -> Memory:
    """What is remembered of the database at ``place``."""
    said = _all().get(place)
    if not isinstance(said, dict):
        return Memory()
    known: dict[str, Any] = {each.name: said[each.name] for each in fields(Memory) if each.name in said}
    try:
        times = {name: _time(value) for name, value in known.items() if name.endswith("_at")}
        return Memory(**{**known, **times})
    except (TypeError, ValueError):
        return Memory()


def remember(place: str, **changed: Any) -> None:
    """Remember something more of the database at ``place``.

    What cannot be written is not remembered: the backup itself matters more.
    """
    try:
        with _ALONE:
            everything = _all()
            everything[place] = asdict(replace(recall(place), **changed))
            write_file(_path(), json.dumps(everything, default=str, indent=1).encode())
    except DeskError as error:
        log.warning("not remembered: %s", error.code)


def _all() -> dict[str, Any]:
    try:
        said = json.loads(_path().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return said if isinstance(said, dict) else {}


def _path() -> Path:
    return settings.home() / "backups.json"


def _time(value: object) -> dt.datetime | None:
    return None if value is None else dt.datetime.fromisoformat(str(value))
