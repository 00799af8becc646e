"""What an administrator sends when something is wrong: versions, settings, counts, timings and the log.

Nothing in it is the office's own content. Tables are counted, never read; the log holds no words of
exceptions anyhow, and what is known here as a name, a telephone number or a folder is struck out again.
"""

import io
import json
import platform
import sys
import time
import zipfile
from collections.abc import Callable, Iterator, Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from peewee import PeeweeException
from sqlcipher3 import dbapi2 as sqlcipher

from xcdesk import __version__, clock, logs, settings, store
from xcdesk.db import keying, triggers, upgrade
from xcdesk.db.base import SQLITE_PRAGMAS, database, is_sqlite
from xcdesk.files import write_file
from xcdesk.models import CoverageItem, Outlet, Tenure, Unit, User
from xcdesk.progress import Operation
from xcdesk.services.backups import listing, looking
from xcdesk.services.counts import counting
from xcdesk.services.counts.counting import TallyKey
from xcdesk.services.grid import matrix

LOG, CRASHES = "xcdesk.log", "crashes.log"
"""Names of the log and of what is written when the interpreter itself dies."""
_PACKAGES = ("PySide6_Essentials", "peewee", "sqlcipher3", "psycopg", "openpyxl", "reportlab", "XlsxWriter")
_SHORTEST = 2
"""Characters of a name that is struck out; a single one would strike out half the log."""
_MOST_LOG = 2_000_000


def save(path: Path, operation: Operation | None = None, more: Mapping[str, str] | None = None) -> None:
    """Write a zip file.

    Args:
        path: where; a file there is replaced once the new one is whole.
        operation: progress and cancel.
        more: what the windows know of themselves, such as the version of Qt.

    Raises:
        FileInUseError: the file is open elsewhere or the folder cannot be written.
        Cancelled: somebody asked to stop.
    """
    operation = operation or Operation()
    parts = {"program.json": _program(more or {}), "machine.json": _machine()}
    if store.is_open():
        parts |= {"database.json": _database(operation), "timings.json": _timings(operation)}
    names = _names() if store.is_open() else []
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, found in parts.items():
            words = json.dumps(found, ensure_ascii=False, indent=1, default=str)
            packed.writestr(name, struck_out(words, names))
        for log in _logs():
            packed.writestr(log.name, struck_out(_tail(log), names))
    write_file(path, held.getvalue())


def struck_out(words: str, names: list[str]) -> str:
    """Words without telephone numbers, rows, names, and the folders of this person."""
    for place in (str(settings.home()), str(Path.home())):
        words = words.replace(place, "~").replace(place.replace("\\", "\\\\"), "~")
    for name in names:
        words = words.replace(name, logs.STRUCK)
    return "\n".join(map(logs.struck_out, words.splitlines()))


def _names() -> list[str]:
    """Everything that is somebody's or something's name in this office, the longest first."""
    found: set[str] = {Path(str(store.where())).stem} - {"xcdesk", "desk"}
    columns = ((User, User.name), (User, User.login), (Tenure, Tenure.name), (Tenure, Tenure.phone))
    for model, column in (*columns, (Outlet, Outlet.name), (Unit, Unit.name)):
        query: Any = model.select(column).distinct().tuples()
        found.update(str(value) for (value,) in query.iterator())
    return sorted((name for name in found if len(name) >= _SHORTEST), key=len, reverse=True)


def _program(more: Mapping[str, str]) -> dict[str, Any]:
    return {
        "xcdesk": __version__,
        "python": sys.version,
        "frozen": bool(getattr(sys, "frozen", False)),
        "packages": {name: _version(name) for name in _PACKAGES},
        "sqlite": sqlcipher.sqlite_version,
        "at": clock.utc_now(),
        "today": clock.today(),
        **more,
    }


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:  # of another system, or left out of a built program
        return ""


def _machine() -> dict[str, Any]:
    return {
        "system": platform.platform(),
        "processor": platform.machine(),
        "encoding": sys.getfilesystemencoding(),
    }


def _database(operation: Operation) -> dict[str, Any]:
    found: dict[str, Any] = {
        "engine": "file" if is_sqlite(database) else "server",
        "schema": upgrade.schema_name(database.obj),
        "rows": looking.rows_now(operation),
        "missing_triggers": triggers.missing(database.obj),
        "backups": _backups(),
    }
    return found | (_file() if is_sqlite(database) else {})


def _file() -> dict[str, Any]:
    path = store.where().path
    wal = path.with_name(f"{path.name}-wal") if path is not None else None
    names = (*SQLITE_PRAGMAS, "page_count", "page_size", "freelist_count", "auto_vacuum")
    return {
        "pragmas": {name: database.execute_sql(f"PRAGMA {name}").fetchone()[0] for name in names},
        "bytes": path.stat().st_size if path is not None else 0,
        "log_bytes": wal.stat().st_size if wal is not None and wal.exists() else 0,
        "encrypted": store.key() != keying.PLAIN,
        "held_back": getattr(store.held_back(), "code", None),
    }


def _backups() -> dict[str, Any]:
    now = listing.standing()
    return {
        "count": len(listing.backups()),
        "last": now.last,
        "second_folder": now.outside is not None,
        "second_folder_there": now.outside_there,
        "outside_days": now.outside_days,
        "failed_at": now.memory.failed_at,
        "failed_code": now.memory.failed_code,
        "rehearsed_at": now.memory.rehearsed_at,
        "rehearsed_ok": now.memory.rehearsed_ok,
    }


def _timings(operation: Operation) -> dict[str, float | str]:
    """Milliseconds of what people wait for."""
    first, last = clock.month_of(clock.today())
    asked: dict[str, Callable[[], object]] = {
        "count_reports": lambda: CoverageItem.select().count(),
        "matrix_of_month": lambda: matrix.matrix(first, last),
        "tally_of_month": lambda: counting.tally(first, last, (TallyKey.OUTLET,)),
        "quick_check": store.check_file,
    }
    return dict(_timed(asked, operation))


def _timed(
    asked: Mapping[str, Callable[[], object]], operation: Operation
) -> Iterator[tuple[str, float | str]]:
    for name, act in asked.items():
        operation.check()
        began = time.perf_counter()
        try:
            act()
        except (PeeweeException, store.UnsoundStoreError) as error:
            yield name, type(error).__name__
        else:
            yield name, round((time.perf_counter() - began) * 1000, 1)


def _logs() -> list[Path]:
    """The log with what it was turned over from, and what was written at crashes."""
    home = settings.home()
    return sorted([*home.glob(f"{LOG}*"), *home.glob(CRASHES)])


def _tail(path: Path) -> str:
    with path.open("rb") as stream:
        stream.seek(max(0, path.stat().st_size - _MOST_LOG))
        return stream.read().decode("utf-8", "replace")
