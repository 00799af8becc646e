"""What lies beside each backup and tells what it is: time, act, rows, digest, and the end of the record."""

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from xcdesk.files import to_disk, write_file

ENDING = ".json"


@dataclass(frozen=True, slots=True)
class RecordEnd:
    """The record as a backup holds it: how many entries, and the digests of the first and the last.

    The first tells of which office it is, the last and the count betray a record that was cut afterwards.
    """

    count: int
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What is known of a backup without opening it.

    Attributes:
        sha256: digest of its bytes, hex.
        rows: how many rows it holds; ``tables`` how many in each table, empty in manifests of earlier
            versions.
        schema: name of its last migration.
        at: when it was taken, UTC.
        record: the end of its record.
        reason: the act that it was taken for.
        keyed: whether it is encrypted as a whole.
        drafts: count of texts kept while they are typed and when the last was kept, which no record tells.
    """

    sha256: str
    rows: int
    schema: str
    at: dt.datetime
    record: RecordEnd
    reason: str = ""
    keyed: bool = False
    drafts: str = ""
    tables: Mapping[str, int] = field(default_factory=dict)


def path_of(backup: Path) -> Path:
    """Where the manifest of a backup lies."""
    return backup.with_suffix(ENDING)


def write(backup: Path, manifest: Manifest) -> None:
    """Write the manifest of a backup to the disk; raises `FileInUseError` or ``OSError``."""
    told: dict[str, Any] = {"file": backup.name, "ok": True, **asdict(manifest)}
    told["at"] = manifest.at.isoformat(timespec="seconds")
    path = path_of(backup)
    write_file(path, json.dumps(told, ensure_ascii=False, indent=1).encode())
    to_disk(path)


def read(backup: Path) -> Manifest:
    """The manifest of a backup.

    Raises:
        OSError, ValueError: there is none, or it is none.
    """
    told = json.loads(path_of(backup).read_text(encoding="utf-8"))
    try:
        return Manifest(
            sha256=str(told["sha256"]),
            rows=int(told["rows"]),
            schema=str(told["schema"]),
            at=dt.datetime.fromisoformat(told["at"]),
            record=RecordEnd(**told["record"]),
            reason=str(told.get("reason") or _reason_in(backup)),
            keyed=bool(told.get("keyed", False)),
            drafts=str(told.get("drafts", "")),
            tables={str(name): int(count) for name, count in told.get("tables", {}).items()},
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(str(path_of(backup))) from error


def _reason_in(backup: Path) -> str:
    """The act as the name of the file tells it: ``<day>-<time>-<microseconds>-<act>.db``."""
    return backup.stem.split("-", 3)[-1]
