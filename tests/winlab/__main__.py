"""``python -m tests.winlab [STEP …]``: builds the Windows program and lets it prove itself.

On Linux everything runs under Wine, in the lab of `lab.py`; on Windows it runs as it is. The files that are
handed out are left in dist/windows. Without names of steps all are taken, one after another.
"""

import os
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Protocol
from xml.etree import ElementTree

from packaging.version import Version

from resources.packaging import package
from tests import releases
from tests.winlab import lab

ROOT = lab.ROOT
PLACE = ROOT / "build" / "windows"
OUT = ROOT / "dist" / "windows"
FOLDER = PLACE / "xcdesk"
LARGEST_SETUP = 60_000_000
"""Bytes; what an office can send round on a stick or by its mail."""
CORE = "not slow and not postgres and not posix"
SHARED = ("-n", "2", "--dist", "loadfile")
"""Two at a time, as ``python dev.py test`` has it."""


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
    """The unit suite of the core on the file engine, part by part: one that hangs takes no other with it."""
    told, failed = Counter[str](), []
    for name, tests in _parts(ROOT / "tests" / "xcdesk"):
        try:
            told += _proved(machine, name, "-q", *SHARED, "-m", CORE, *tests)
        except lab.LabError as problem:
            failed.append(str(problem))
    if failed:
        raise lab.LabError("; ".join(failed))
    return _counted(told)


def _parts(suite: Path) -> Iterator[tuple[str, list[str]]]:
    """The folders of a suite with tests, then the modules that lie beside them, each with a name."""
    for folder in sorted(suite.iterdir()):
        if any(folder.rglob("test_*.py")):
            yield folder.name, [folder.relative_to(ROOT).as_posix()]
    yield suite.name, [path.relative_to(ROOT).as_posix() for path in sorted(suite.glob("test_*.py"))]


def program(machine: Machine) -> str:
    """The folder with both programs, as ``build.spec`` makes it."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    options = ("--log-level", "ERROR", "--noconfirm", "--distpath", machine.inside(PLACE))
    code = machine.module("PyInstaller", *options, "--workpath", machine.inside(PLACE / "work"), "build.spec")
    if not code:
        files = [path for path in FOLDER.rglob("*") if path.is_file()]
        return f"{len(files)} files, {sum(path.stat().st_size for path in files) / 1e6:.0f} MB"
    raise lab.LabError(f"PyInstaller ended with exit code {code}")


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
        "XCDESK_EARLIER_SETUP": machine.inside(_earlier_setup()),
    }
    return _counted(_proved(machine, "frozen", "-v", "tests/frozen", extra=named))


def _earlier_setup() -> Path:
    """The installer of the release before this one, with a file that this one no longer has.

    The program in it is today's: the earlier one is not built again. What it left in the data folder is the
    database that is kept of each release.
    """
    named = max(set(releases.kept()) - {package.version()}, key=Version)
    earlier = PLACE / "earlier" / "xcdesk"
    shutil.rmtree(earlier, ignore_errors=True)
    shutil.copytree(FOLDER, earlier, copy_function=os.link)
    (earlier / "_internal" / "of-the-earlier.dll").write_bytes(b"earlier")
    return package.make_setup(earlier, earlier.parent, named, quickly=True)


def _proved(machine: Machine, name: str, *words: str, extra: Mapping[str, str] | None = None) -> Counter[str]:
    """Run tests; how many passed and how many were skipped.

    Raises:
        LabError: one failed, or pytest itself did.
    """
    report = PLACE / f"{name}.xml"
    report.unlink(missing_ok=True)
    told = ("-p", "no:cacheprovider", "--junitxml", machine.inside(report))
    code = machine.module("pytest", *told, *words, extra=extra)
    if not report.is_file():
        raise lab.LabError(f"{name}: pytest ended with exit code {code}")
    suite = next(ElementTree.parse(report).iter("testsuite"))  # noqa: S314  # pytest wrote it just now
    count = Counter({each: int(suite.get(each, 0)) for each in ("tests", "skipped", "failures", "errors")})
    wrong = count.pop("failures") + count.pop("errors")
    if code or wrong:
        raise lab.LabError(f"{name}: {wrong} of {count['tests']} failed, exit code {code}")
    return count


def _counted(told: Counter[str]) -> str:
    return f"{told['tests'] - told['skipped']} passed, {told['skipped']} skipped"


STEPS: dict[str, Callable[[Machine], str]] = {
    step.__name__: step for step in (program, packages, checks, core)
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
