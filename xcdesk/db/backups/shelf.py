"""A folder of backups: what lies in it, thinned out, and carried to a second folder."""

import contextlib
import datetime as dt
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from xcdesk import clock
from xcdesk.db.backups import manifest, retention
from xcdesk.db.backups.manifest import Manifest, RecordEnd
from xcdesk.db.backups.taking import ENDING, PART
from xcdesk.errors import DeskError
from xcdesk.files import in_place_of, sha256, to_disk

_TORSO_AGE = dt.timedelta(hours=6)
"""Age from which a copy that was never ended is one that nobody is still making."""


class NoOutsideError(DeskError):
    """The second folder is not there: the stick is not in, the share not connected; fact ``folder``."""

    code = "backup.no_outside"


class OutsideFailedError(DeskError):
    """The copy in the second folder could not be written, or is not what was to be copied."""

    code = "backup.outside_failed"


@dataclass(frozen=True, slots=True)
class Lying:
    """One backup in a folder, with its size in bytes."""

    path: Path
    size: int
    told: Manifest


def lying(folder: Path) -> tuple[Lying, ...]:
    """The backups in a folder, the newest first.

    What has no readable manifest was never ended or is none of ours; `copies.verify` refuses it too.
    """
    return tuple(_each(folder))


def _each(folder: Path) -> Iterator[Lying]:
    found = sorted(folder.glob(f"*{ENDING}"), reverse=True)
    return (each for each in map(_lying, found) if each is not None)


def _lying(path: Path) -> Lying | None:
    try:
        return Lying(path, path.stat().st_size, manifest.read(path))
    except (OSError, ValueError):
        return None


def record_ends(folder: Path) -> Iterator[tuple[str, Manifest]]:
    """What the manifests in a folder say, by the name of the backup, the oldest first.

    A manifest whose backup is gone still tells how far the record once reached.
    """
    for path in sorted(folder.glob(f"*{manifest.ENDING}")):
        backup = path.with_suffix(ENDING)
        with contextlib.suppress(OSError, ValueError):
            yield backup.name, manifest.read(backup)


def thin(folder: Path, office: RecordEnd) -> tuple[Path, ...]:
    """Remove the backups of this office that have become too many, and return which they were.

    The backups of another office in the same folder are not touched; they begin with another entry of the
    record. A file that cannot be removed is left for the next time.
    """
    mine = [each for each in lying(folder) if each.told.record.first == office.first]
    kept = retention.kept((_local(each) for each in mine), clock.local(clock.utc_now()))
    gone = [each.path for each in mine if _local(each) not in kept]
    for path in (*gone, *_torsos(folder)):
        remove(path)
    return tuple(gone)


def remove(backup: Path) -> bool:
    """Take a backup away with its manifest; whether it is gone, since another program may hold it."""
    try:
        backup.unlink(missing_ok=True)
        manifest.path_of(backup).unlink(missing_ok=True)
    except OSError:
        return False
    return True


def _local(each: Lying) -> dt.datetime:
    return clock.local(each.told.at)


def _torsos(folder: Path) -> Iterator[Path]:
    """Copies that a kill has left unended."""
    border = (clock.utc_now() - _TORSO_AGE).replace(tzinfo=dt.UTC).timestamp()
    for path in folder.glob(f"*{PART}"):
        with contextlib.suppress(OSError):
            if path.stat().st_mtime < border:
                yield path


def carry(backup: Path, outside: Path) -> Path:
    """Copy a backup and its manifest into the second folder, read it back there, and return the copy.

    Raises:
        NoOutsideError: the folder is not there; it is never made, since an unplugged stick would leave its
            copies on this machine's own disk.
        OutsideFailedError: the copy cannot be written or is not the same.
    """
    if not outside.is_dir():
        raise NoOutsideError(folder=outside)
    target = outside / backup.name
    try:
        said = manifest.read(backup)
        with in_place_of(target) as part:
            shutil.copyfile(backup, part)
            to_disk(part)
            if sha256(part) != said.sha256:
                raise OutsideFailedError(folder=outside)
            manifest.write(target, said)
        to_disk(target)
    except (OSError, ValueError, DeskError) as error:
        with contextlib.suppress(OSError):
            if not target.exists():
                manifest.path_of(target).unlink(missing_ok=True)
        raise OutsideFailedError(folder=outside) from error
    return target


def same_disk(one: Path, other: Path) -> bool:
    """Whether two folders lie on one disk, so that one fault takes both."""
    try:
        return one.stat().st_dev == other.stat().st_dev
    except OSError:
        return False


def newest(folder: Path, office: RecordEnd) -> Lying | None:
    """The newest backup of an office in a folder; None when there is none."""
    return next((each for each in _each(folder) if each.told.record.first == office.first), None)


def readable_by_anybody(folder: Path) -> Sequence[Path]:
    """Backups that are not encrypted."""
    return [each.path for each in lying(folder) if not each.told.keyed]
