"""``python -m tests.winlab [STEP …]``: builds the Windows program and lets it prove itself.

On Linux everything runs under Wine, in the lab of `lab.py`; on Windows it runs as it is. The files that are
handed out are left in dist/windows. Without names of steps all are taken, one after another.
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Protocol

from resources.packaging import package
from tests.winlab import lab

ROOT = lab.ROOT
PLACE = ROOT / "build" / "windows"
OUT = ROOT / "dist" / "windows"
FOLDER = PLACE / "xcdesk"
LARGEST_SETUP = 60_000_000
"""Bytes; what an office can send round on a stick or by its mail."""
CORE = "not slow and not postgres and not posix"


class Machine(Protocol):
    """Where programs of Windows run."""

    def module(self, name: str, *arguments: Path | str, extra: Mapping[str, str] | None = None) -> int:
        """Run a module of Python and return its exit code."""

    def inside(self, path: Path) -> str:
        """What Windows calls a path."""


class Windows:
    """Windows itself."""

    def module(self, name: str, *arguments: Path | str, extra: Mapping[str, str] | None = None) -> int:
        """Run a module of Python and return its exit code."""
        surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen", **(extra or {})}
        command = [sys.executable, "-m", name, *map(str, arguments)]
        return subprocess.run(command, check=False, cwd=ROOT, env=surroundings).returncode

    def inside(self, path: Path) -> str:
        """The path as it is."""
        return str(path)


def core(machine: Machine) -> str:
    """The unit suite of the core on the file engine."""
    return _passed(machine.module("pytest", "-q", "-p", "no:cacheprovider", "-m", CORE, "tests/xcdesk"))


def program(machine: Machine) -> str:
    """The folder with both programs, as ``build.spec`` makes it."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    options = ("--log-level", "ERROR", "--noconfirm", "--distpath", machine.inside(PLACE))
    code = machine.module("PyInstaller", *options, "--workpath", machine.inside(PLACE / "work"), "build.spec")
    if not code:
        files = [path for path in FOLDER.rglob("*") if path.is_file()]
        return f"{len(files)} files, {sum(path.stat().st_size for path in files) / 1e6:.0f} MB"
    return _passed(code)


def packages(_machine: Machine) -> str:
    """Installer, portable zip and the list of their SHA-256."""
    shutil.rmtree(OUT, ignore_errors=True)
    handed = package.package(FOLDER, OUT)
    size = handed.setup.stat().st_size
    if size > LARGEST_SETUP:
        raise lab.LabError(f"the installer has {size / 1e6:.1f} MB")
    return f"installer {size / 1e6:.1f} MB, zip {handed.portable.stat().st_size / 1e6:.1f} MB"


def checks(machine: Machine) -> str:
    """The built programs, and the installer from the first installation to its removal."""
    named = {
        "XCDESK_FOLDER": machine.inside(FOLDER),
        "XCDESK_HANDED_OUT": machine.inside(OUT),
        "XCDESK_OLDER_SETUP": machine.inside(_older_setup()),
    }
    return _passed(machine.module("pytest", "-v", "-p", "no:cacheprovider", "tests/frozen", extra=named))


def _older_setup() -> Path:
    """The installer of a version before this one, small: what it leaves has to be gone after upgrading."""
    older = PLACE / "older" / "xcdesk"
    (older / "_internal").mkdir(parents=True, exist_ok=True)
    for name in ("xcdesk.exe", "xcdesk-cli.exe", "_internal/of-the-older.dll"):
        (older / name).write_bytes(b"older")
    return package.package(older, PLACE / "older", "0.0.1").setup


def _passed(code: int) -> str:
    if code:
        raise lab.LabError(f"ended with exit code {code}")
    return "passed"


STEPS: dict[str, Callable[[Machine], str]] = {
    step.__name__: step for step in (core, program, packages, checks)
}


def main(names: list[str]) -> int:
    """Take the named steps, all without names; prints what became of each and returns the exit code."""
    told = []
    machine: Machine = Windows() if sys.platform == "win32" else lab.make(PLACE / "lab")
    for name in names or STEPS:
        began = time.monotonic()
        try:
            result, failed = STEPS[name](machine), False
        except (lab.LabError, package.PackageError) as problem:
            result, failed = f"FAILED: {problem}", True
        told.append((failed, f"{name:9} {time.monotonic() - began:5.0f} s  {result}"))
    where = "on Windows" if sys.platform == "win32" else "under Wine"
    sys.stdout.write(f"\n{where}:\n" + "".join(f"  {line}\n" for _, line in told))
    return int(any(failed for failed, _ in told))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
