"""What is handed out of the Windows program: installer, portable zip and the list of their SHA-256.

``python -m resources.packaging.package FOLDER OUT`` makes them of the folder that ``build.spec`` left.
"""

import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from resources.packaging.icon import write_banner, write_ico
from xcdesk.files import sha256

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = Path(__file__).parent / "installer.nsi"
PORTABLE = "[program]\r\nDataDir=data\r\n"
"""The folder policy that goes into the zip: the data lie in the folder itself."""
_WINDOWS_NSIS = Path("C:/Program Files (x86)/NSIS/makensis.exe")


class PackageError(RuntimeError):
    """Something that is needed is not there, or a tool failed; the text says what."""


@dataclass(frozen=True, slots=True)
class Handed:
    """The files of one version."""

    setup: Path
    portable: Path
    sums: Path


def version() -> str:
    """The version of the program, without importing it."""
    text = (ROOT / "xcdesk" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'^__version__ = "(.+)"$', text, re.MULTILINE)
    if found is None:
        raise PackageError("xcdesk/__init__.py names no version")
    return found[1]


def package(folder: Path, out: Path) -> Handed:
    """Make all three of the built ``folder``; raises what `make_setup` raises."""
    named = version()
    setup = make_setup(folder, out, named)
    portable = _make_portable(folder, out / f"xcdesk-{named}-portable.zip")
    return Handed(setup, portable, write_sums((setup, portable), out / "SHA256SUMS.txt"))


def write_sums(files: Iterable[Path], target: Path) -> Path:
    """Write the list that ``sha256sum -c`` and a person with ``certutil -hashfile`` compare with."""
    lines = [f"{sha256(path)} *{path.name}\n" for path in files]
    target.write_text("".join(lines), encoding="ascii", newline="\n")
    return target


def make_setup(folder: Path, out: Path, named: str, *, quickly: bool = False) -> Path:
    """Make the installer alone; ``quickly`` makes one half as large again, for trials of upgrading.

    Raises:
        PackageError: NSIS is not there, or refuses the script.
    """
    out.mkdir(parents=True, exist_ok=True)
    target = out / f"xcdesk-{named}-setup.exe"
    copyright_line = (ROOT / "LICENSE").read_text(encoding="utf-8").splitlines()[2]
    defined = {
        "VERSION": named,
        "FOLDER": folder.resolve(),
        "ICON": write_ico(ROOT / "build" / "xcdesk.ico"),
        "BANNER": write_banner(ROOT / "build" / "banner.bmp"),
        "OUT": target.resolve(),
        "COPYRIGHT": copyright_line,
    }
    words = [f"-D{name}={value}" for name, value in defined.items()]
    if sys.platform != "win32":  # NSIS for Windows comes without what starts a 64-bit installer
        words.append("-DAMD64")
    if quickly:
        words.append("-DQUICKLY")
    command = [_makensis(), "-V2", "-WX", "-INPUTCHARSET", "UTF8", *words, str(SCRIPT)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)  # noqa: S603
    if done.returncode:
        raise PackageError(done.stdout + done.stderr)
    return target


def _makensis() -> str:
    found = shutil.which("makensis") or (str(_WINDOWS_NSIS) if _WINDOWS_NSIS.is_file() else None)
    if found is None:
        raise PackageError("NSIS is not installed (Debian: apt-get install nsis)")
    return found


def _make_portable(folder: Path, target: Path) -> Path:
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(folder.rglob("*")):
            archive.write(path, Path("xcdesk") / path.relative_to(folder))
        archive.writestr("xcdesk/xcdesk.ini", PORTABLE)
    return target


if __name__ == "__main__":
    try:
        handed = package(Path(sys.argv[1]), Path(sys.argv[2]))
    except PackageError as problem:
        sys.exit(str(problem))
    for file in (handed.setup, handed.portable, handed.sums):
        sys.stdout.write(f"{file.stat().st_size / 1e6:7.1f} MB  {file}\n")
