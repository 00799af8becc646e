"""Keeps the database of a release, so that every later version is tested to migrate from it.

``python -m tests.releases`` writes ``tests/data/releases/<version>.db.xz``: a small office in which
everything was done once (`tests.worked_office`), as the program left it on the disk. Run it once, when a
version is released; what is there already is never written again.
"""

import lzma
import os
import sys
import tempfile
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

import xcdesk
from tests import worked_office
from xcdesk import settings, store
from xcdesk.db import base

FOLDER = Path(__file__).parent / "data" / "releases"
_ENDING = ".db.xz"
_FIRST = ".sql"
"""What the first release was kept as, when its schema could still be written out as text."""


class ReleaseError(Exception):
    """Why a release is not kept."""


def kept() -> dict[str, Path]:
    """Every release that is kept, by its version."""
    found = (path for path in FOLDER.iterdir() if path.name.endswith((_ENDING, _FIRST)))
    return {path.name.removesuffix(_ENDING).removesuffix(_FIRST): path for path in sorted(found)}


def lay(version: str, place: Path) -> None:
    """Put the database of a kept release at ``place``, closed, as an office of that version has it."""
    path = kept()[version]
    if path.suffix != _FIRST:
        place.write_bytes(lzma.decompress(path.read_bytes()))
        return
    base.create_sqlite(place)
    old = sqlcipher.connect(str(place))
    old.executescript(path.read_text(encoding="utf-8"))
    old.close()


def keep(folder: Path) -> Path:
    """Write the database of this version into ``folder`` and return its path.

    Raises:
        ReleaseError: it is there already, or a table has no row.
    """
    target = folder / f"{xcdesk.__version__}{_ENDING}"
    if target.exists():
        raise ReleaseError(f"{target} is there already; a released database is never written again")
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        place = scratch / "desk.db"
        store.open_store(place, create=True)
        try:
            worked_office.fill(scratch)
            empty = worked_office.empty_tables()
        finally:
            store.close_store()
        if empty:
            raise ReleaseError(f"tests/worked_office.py leaves no row in {', '.join(empty)}")
        target.write_bytes(lzma.compress(place.read_bytes(), preset=lzma.PRESET_EXTREME))
    return target


def main() -> int:
    """Keep this version; its settings and its key are those of nobody."""
    with tempfile.TemporaryDirectory() as home:
        os.environ[settings.HOME_VARIABLE] = home
        try:
            sys.stdout.write(f"{keep(FOLDER)}\n")
        except ReleaseError as problem:
            sys.stderr.write(f"{problem}\n")
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
