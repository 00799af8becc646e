"""One script that sets xcdesk up, shows it and checks it, starting from a bare machine.

``python dev.py demo`` and ``python dev.py test`` each work as the very first command on Debian 12 with
Python 3.11 and nothing else. Only the standard library is used here; everything else goes into ``.venv`` with
the exact versions of ``requirements.lock``.
"""

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Callable, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BUILD = ROOT / "build"
LOCK = ROOT / "requirements.lock"
STAMP = VENV / "xcdesk-setup"
TRANSLATIONS = ROOT / "resources" / "translations"
WINDOWS = sys.platform == "win32"
PROGRAMS = VENV / ("Scripts" if WINDOWS else "bin")

# What Qt loads from the system, and the Debian package that holds it.
SYSTEM_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
# What builds the Windows program on Linux and runs it: programs, and the Debian packages that hold them.
WINDOWS_TOOLS = {
    "wine": "wine wine64",
    "xvfb-run": "xvfb xauth",
    "x86_64-w64-mingw32-gcc": "gcc-mingw-w64-x86-64",
    "makensis": "nsis",
    "osslsigncode": "osslsigncode ca-certificates",
}
CACHES = (".pytest_cache", ".mypy_cache", ".ruff_cache", ".import_linter_cache", ".hypothesis")


class SetupError(Exception):
    """The machine lacks something this script may not or cannot install; the text says what to run."""


def say(sentence: str) -> None:
    """Print one line at once, so that it stands before the output of the program it announces."""
    print(sentence, flush=True)


def run(*command: str | Path, extra: Mapping[str, str] | None = None) -> int:
    """Run a program in the project's root and return its exit code."""
    environment = {**os.environ, **(extra or {})}
    return subprocess.run([str(part) for part in command], check=False, cwd=ROOT, env=environment).returncode


def must(*command: str | Path, extra: Mapping[str, str] | None = None) -> None:
    """Run a program that has to succeed; raises ``SetupError`` otherwise."""
    code = run(*command, extra=extra)
    if code:
        raise SetupError(f"this step ended with exit code {code}: {' '.join(map(str, command))}")


def program(name: str) -> Path:
    """Path of a program of the virtual environment."""
    return PROGRAMS / (f"{name}.exe" if WINDOWS else name)


def missing_packages() -> list[str]:
    """Debian packages that Qt or the virtual environment need and this machine does not have."""
    if not sys.platform.startswith("linux"):
        return []
    missing = [package for library, package in SYSTEM_LIBRARIES.items() if not _loads(library)]
    if not VENV.is_dir() and importlib.util.find_spec("ensurepip") is None:
        missing.append(f"python3.{sys.version_info.minor}-venv")
    return missing


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def install_packages(packages: list[str]) -> None:
    """Install Debian packages; raises ``SetupError`` with the line to run where that takes other rights."""
    line = f"apt-get update && apt-get install -y --no-install-recommends {' '.join(packages)}"
    if shutil.which("apt-get") is None or os.geteuid() != 0:
        raise SetupError(f"libraries are missing; on Debian or Ubuntu run as root:\n    {line}")
    say(f"dev.py: installing {' '.join(packages)}")
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    must("apt-get", "update", "-qq", extra=quiet)
    must("apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages, extra=quiet)


def install_python_packages() -> None:
    """Make ``.venv`` and fill it with the locked versions and this project."""
    say("dev.py: filling .venv with the versions of requirements.lock (some minutes the first time)")
    if not program("pip").exists():
        venv.create(VENV, with_pip=True)
    pip = (program("pip"), "--disable-pip-version-check", "install", "--quiet", "--use-pep517")
    must(*pip, "--require-hashes", "-r", LOCK)
    must(*pip, "--no-deps", "--no-build-isolation", "-e", ROOT)


def fingerprint() -> str:
    """Changes whenever an existing ``.venv`` has to be filled again."""
    inputs = (LOCK, ROOT / "pyproject.toml", Path(__file__))
    return hashlib.sha256(b"".join(path.read_bytes() for path in inputs)).hexdigest()


def compile_translations() -> None:
    """Turn every ``.ts`` that is newer than its ``.qm`` into one."""
    for source in sorted(TRANSLATIONS.glob("*.ts")):
        built = source.with_suffix(".qm")
        if not built.exists() or built.stat().st_mtime < source.stat().st_mtime:
            must(program("pyside6-lrelease"), "-silent", source, "-qm", built)


def set_up() -> None:
    """Bring the machine to where every verb works; takes a moment when it is there already."""
    missing = missing_packages()
    if missing:
        install_packages(missing)
    state = fingerprint()
    if not STAMP.exists() or STAMP.read_text(encoding="utf-8") != state:
        install_python_packages()
        STAMP.write_text(state, encoding="utf-8")
    compile_translations()


def python(*arguments: str | Path, offscreen: bool = False) -> int:
    """Run the Python of the virtual environment; ``offscreen`` draws windows into memory."""
    return run(program("python"), *arguments, extra={"QT_QPA_PLATFORM": "offscreen"} if offscreen else None)


def pytest(*arguments: str) -> int:
    """Run tests with windows drawn into memory."""
    return python("-m", "pytest", "-q", *arguments, offscreen=True)


def demo(rest: list[str]) -> int:
    """Do the main job on samples, afresh in build/demo, and open the window if there is a screen."""
    set_up()
    target = BUILD / "demo"
    shutil.rmtree(target, ignore_errors=True)
    return python("-m", "xcdesk", "demo", target, *rest)


def test(rest: list[str]) -> int:
    """Check style, types, import rules and behaviour; pytest's closing line comes last."""
    set_up()
    checks = {
        "ruff check": (program("ruff"), "check", "--quiet", "."),
        "ruff format": (program("ruff"), "format", "--check", "--quiet", "."),
        "mypy": (program("mypy"), "--no-error-summary"),
        "lint-imports": (program("lint-imports"), "--no-logo"),
    }
    failed = [name for name, command in checks.items() if run(*command)]
    say(f"dev.py: style, types and imports: {'FAILED ' + ', '.join(failed) if failed else 'clean'}")
    # a test that waits for ever is named, with where each thread stands; its worker dies and with it the run
    watch = ("-o", "faulthandler_timeout=240", "-o", "faulthandler_exit_on_timeout=true")
    workers = ("-n", "2", "--dist", "loadfile", "--max-worker-restart", "0")
    code = pytest(*workers, *watch, "-m", "not slow and not wine", *rest)
    return code or bool(failed)


def drill(rest: list[str]) -> int:
    """Run the slow tests: kills, damage, frozen builds."""
    set_up()
    return pytest("-m", "slow and not wine", *rest)


def bench(rest: list[str]) -> int:
    """Measure speed against the peers."""
    set_up()
    return pytest("-s", "tests/bench", *rest)


def shots(rest: list[str]) -> int:
    """Photograph every window in both languages, light and dark and three sizes, into build/shots."""
    set_up()
    return python("-m", "tests.shots", BUILD / "shots", *rest, offscreen=True)


def windows(rest: list[str]) -> int:
    """Build the Windows program and its installer and let them prove themselves; on Linux under Wine."""
    set_up()
    if WINDOWS:
        return python("-m", "tests.winlab", *rest)
    lacking = (packages for tool, packages in WINDOWS_TOOLS.items() if shutil.which(tool) is None)
    missing = " ".join(lacking).split()
    if not Path("/usr/share/i18n/locales/zh_CN").is_file():
        missing.append("locales")
    if missing:
        install_packages(missing)
    return run("xvfb-run", "-a", program("python"), "-m", "tests.winlab", *rest)


def setup(_rest: list[str]) -> int:
    """Make the machine ready for the other verbs."""
    set_up()
    say("dev.py: ready")
    return 0


def clean(_rest: list[str]) -> int:
    """Remove everything that this script and the tools have made, the virtual environment included."""
    for path in (VENV, BUILD, ROOT / "dist", *(ROOT / name for name in CACHES)):
        shutil.rmtree(path, ignore_errors=True)
    for folder in ("xcdesk", "ui", "tests"):
        for cache in (ROOT / folder).rglob("__pycache__"):
            shutil.rmtree(cache)
    for built in TRANSLATIONS.glob("*.qm"):
        built.unlink()
    return 0


VERBS: dict[str, Callable[[list[str]], int]] = {
    verb.__name__: verb for verb in (setup, demo, test, bench, drill, shots, windows, clean)
}


def main(arguments: list[str]) -> int:
    """Carry out one verb; the arguments after it go to the program that the verb runs."""
    verb = VERBS.get(arguments[0]) if arguments else None
    if verb is None:
        say("usage: python dev.py VERB [arguments]\n")
        for name, each in VERBS.items():
            say(f"  {name:8} {(each.__doc__ or '').splitlines()[0]}")
        return 2
    try:
        return verb(arguments[1:])
    except SetupError as problem:
        say(f"dev.py: {problem}")
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
