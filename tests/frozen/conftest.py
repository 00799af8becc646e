"""The built folder of this system, and the programs in it run as on a machine that has nothing else.

``XCDESK_FOLDER`` names a folder that was built before; without it one is built.
"""

import datetime as dt
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from ui.settings import Preferences
from xcdesk import store
from xcdesk.services.office import people

ROOT = Path(__file__).resolve().parents[2]
WINDOWS = sys.platform == "win32"
_OURS = ("XCDESK_", "PYTHON", "QT_", "VIRTUAL_ENV")

_PAINTED = re.compile(r"^(\S+ \S+) INFO ui\.first_paint ", re.MULTILINE)

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder as ``build.spec`` makes it."""
    given = os.environ.get("XCDESK_FOLDER")
    if given:
        return Path(given)
    place = tmp_path_factory.mktemp("frozen")
    options = ["--log-level", "ERROR", "--distpath", place / "dist", "--workpath", place / "work"]
    subprocess.run([sys.executable, "-m", "PyInstaller", *options, "build.spec"], check=True, cwd=ROOT)
    return place / "dist" / "xcdesk"


@pytest.fixture
def surroundings(tmp_path: Path) -> dict[str, str]:
    """Variables of a machine that knows nothing of this tree, of Python or of our settings."""
    if not WINDOWS:
        return {"XCDESK_HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen", "LANG": "C.UTF-8"}
    system = {name: value for name, value in os.environ.items() if not name.startswith(_OURS)}
    return {**system, "XCDESK_HOME": str(tmp_path)}


@pytest.fixture
def run(folder: Path, tmp_path: Path, surroundings: Mapping[str, str]) -> Run:
    """Runs one of the two programs by its name, to its end."""

    def one(name: str, *arguments: Path | str, **extra: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [folder / (f"{name}.exe" if WINDOWS else name), *arguments],
            check=False,
            cwd=tmp_path,
            env={**surroundings, **extra},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="replace",  # answers are in UTF-8; words for a Chinese console are not
            timeout=300,
        )

    return one


def furnished(home: Path, founded_file: Path) -> Path:
    """The data folder of somebody who sat here before: his window opens without asking who he is."""
    home.mkdir(exist_ok=True)
    shutil.copy(founded_file, home / "xcdesk.db")
    store.open_store(home / "xcdesk.db")
    Preferences(home / "window.ini").person = people.actor("guo").id
    store.close_store()
    return home


def painted_at(log: Path, end: float) -> float:
    """When the log says that the window was painted; waits until ``end``. Both in seconds of the epoch."""
    while time.time() < end:
        found = _PAINTED.search(log.read_text(encoding="utf-8")) if log.exists() else None
        if found is not None:
            moment = found[1].replace(",", ".")
            return dt.datetime.fromisoformat(moment).timestamp()
        time.sleep(0.02)
    raise AssertionError("the window was not painted")
