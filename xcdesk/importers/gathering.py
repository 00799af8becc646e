"""Files to read among those handed over: folders are walked, what is no table is passed over and counted."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType

from xcdesk.progress import Operation

MOST_FILES = 500
"""Files taken at once."""
_LOCK = "~$"
"""How Excel names the lock file beside a workbook that is open."""
_EVERY = 200


class Passed(StrEnum):
    """Why a file of a folder is not read."""

    LOCK = "lock"
    SYSTEM = "system"
    PICTURE = "picture"
    DOCUMENT = "document"
    OTHER = "other"


_SYSTEM = frozenset({"desktop.ini", "thumbs.db", "ehthumbs.db", "folder.htt", "autorun.inf"})
_PICTURES = "jpg jpeg png gif bmp tif tiff webp heic psd mp4 mov avi wmv mp3 wav"
_DOCUMENTS = "pdf ofd doc docx wps ppt pptx dps ceb caj rtf eml msg"
_OTHERS = "zip rar 7z exe dll lnk url tmp bak log json py js css db iso"
_KINDS: Mapping[str, Passed] = MappingProxyType(
    {
        f".{ending}": kind
        for kind, endings in (
            (Passed.PICTURE, _PICTURES),
            (Passed.DOCUMENT, _DOCUMENTS),
            (Passed.OTHER, _OTHERS),
        )
        for ending in endings.split(" ")
    }
)
"""What an ending says a file is; any other may hold a table, which its bytes tell."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """Files to read, by name within each folder.

    Attributes:
        passed: how many were passed over, and why. A file named by itself is read whatever it is called,
            unless it is a lock file.
        beyond: whether a folder holds more than `MOST_FILES`; nobody means to import a whole disk.
    """

    files: tuple[Path, ...]
    passed: Mapping[Passed, int] = field(default_factory=dict)
    beyond: bool = False


def gather(given: Iterable[Path], operation: Operation | None = None) -> Gathered:
    """Files named, and those of folders named and of the folders inside them.

    Raises:
        Cancelled: the user stopped it.
    """
    operation = operation or Operation()
    found: list[Path] = []
    passed: Counter[Passed] = Counter()
    for at, one in enumerate(_each(given)):
        operation.check()
        if at % _EVERY == 0:
            operation.report(0, 0, one.path.parent.name)
        why = _passed(one)
        if why is not None:
            passed[why] += 1
        elif len(found) < MOST_FILES:
            found.append(one.path)
        else:
            return Gathered(tuple(found), passed, beyond=True)
    return Gathered(tuple(found), passed)


def files(given: Iterable[Path]) -> Iterator[Path]:
    """Files to read among those named and in the folders named."""
    yield from gather(given).files


@dataclass(frozen=True, slots=True)
class _Met:
    """A file, and whether it was named by itself."""

    path: Path
    named: bool


def _each(given: Iterable[Path]) -> Iterator[_Met]:
    for path in given:
        if not os.path.isdir(path):  # noqa: PTH112  # Path.is_dir raises for a name that is too long
            yield _Met(path, named=True)
            continue
        for folder, inner, names in os.walk(path):
            inner[:] = sorted(name for name in inner if not name.startswith("."))
            yield from (_Met(Path(folder, name), named=False) for name in sorted(names))


def _passed(one: _Met) -> Passed | None:
    """Why a file is passed over, None when it is read."""
    name = one.path.name.casefold()
    if name.startswith(_LOCK):
        return Passed.LOCK
    if one.named:
        return None
    if name.startswith(".") or name in _SYSTEM:
        return Passed.SYSTEM
    return _KINDS.get(one.path.suffix.casefold())
