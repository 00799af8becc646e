"""The installer for Windows: installs, is installed over, moves, refuses, removes, and never touches data.

``XCDESK_HANDED_OUT`` names the folder with what is handed out, ``XCDESK_EARLIER_SETUP`` the installer of the
release before it; ``python dev.py windows`` makes both and runs this in their order.
"""

import json
import os
import shutil
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from tests import releases
from tests.frozen.conftest import WINDOWS, painted_at
from tests.xcdesk.db.test_releases import NEW_ENTRIES, counted
from ui.settings import Preferences
from xcdesk import __version__
from xcdesk.files import sha256

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not WINDOWS, reason="the installer for Windows")]

CHINESE, ENGLISH = "执行力提升年宣传工作台", "Publicity desk"
ENTRY = r"Software\Microsoft\Windows\CurrentVersion\Uninstall\xcdesk"
POLICY = r"Software\Policies\xcdesk"
IN_USE, NEWER_THERE = 3, 5
PATIENCE = 120
GUO = 2
"""A clerk in the database of the first release."""

if sys.platform == "win32":
    import winreg

    def entry() -> dict[str, object]:
        """What Windows lists among its programs; {} where we are not in the list."""
        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, ENTRY) as key:
                values = [winreg.EnumValue(key, number) for number in range(winreg.QueryInfoKey(key)[1])]
        except OSError:
            return {}
        return {name: value for name, value, _ in values}

    def say(hive: int, key_name: str, name: str, value: str) -> None:
        with winreg.CreateKey(hive, key_name) as key:
            winreg.SetValueEx(key, name, 0, winreg.REG_EXPAND_SZ, value)

    def unsay(hive: int, key_name: str) -> None:
        winreg.DeleteKey(hive, key_name)


@pytest.fixture(scope="module")
def handed_out() -> Path:
    """The folder with installer, zip and sums."""
    named = os.environ.get("XCDESK_HANDED_OUT")
    return Path(named) if named else pytest.skip("nothing was handed out: python dev.py windows")


@pytest.fixture(scope="module")
def setup(handed_out: Path) -> Path:
    """The installer of this version."""
    return handed_out / f"xcdesk-{__version__}-setup.exe"


@pytest.fixture(scope="module")
def earlier() -> Path:
    """The installer of the release before it."""
    return Path(os.environ["XCDESK_EARLIER_SETUP"])


@pytest.fixture(scope="module")
def person() -> dict[str, str]:
    """Variables of whoever installs: nothing of ours, no folder laid down for data."""
    return {name: value for name, value in os.environ.items() if not name.startswith(("XCDESK_", "QT_"))}


@pytest.fixture
def local() -> Path:
    """%LOCALAPPDATA%."""
    return Path(os.environ["LOCALAPPDATA"])


@pytest.fixture
def programs() -> Path:
    """The start menu of whoever installs."""
    return Path(os.environ["APPDATA"]) / "Microsoft" / "Windows" / "Start Menu" / "Programs"


def install(setup: Path, to: Path | None = None) -> int:
    """Install in silence, into a folder that is named as installers want it: last and without quotes."""
    into = "" if to is None else f" /D={to}"
    return subprocess.run(f'"{setup}" /S{into}', check=False, timeout=PATIENCE * 3).returncode


def remove() -> None:
    """Take the program away in silence; what removes runs on as a copy of itself."""
    subprocess.run(str(entry()["QuietUninstallString"]), check=True, timeout=PATIENCE)
    end = time.monotonic() + PATIENCE
    while entry() and time.monotonic() < end:
        time.sleep(0.2)
    assert entry() == {}


def shortcuts(programs: Path) -> list[str]:
    return [name for name in (CHINESE, ENGLISH) if (programs / f"{name}.lnk").is_file()]


def ask(program: Path, *words: str, person: dict[str, str]) -> dict[str, object]:
    """The answer of the installed console program."""
    command = [program / "xcdesk-cli.exe", *words, "--json"]
    done = subprocess.run(command, check=True, env=person, stdin=subprocess.DEVNULL, capture_output=True)
    return json.loads(done.stdout.decode("utf-8"))


def test_what_is_handed_out_is_what_the_list_of_sums_says(handed_out, setup):
    sums = dict(line.split(" *") for line in (handed_out / "SHA256SUMS.txt").read_text().splitlines())
    found = {sha256(path): path.name for path in handed_out.glob("xcdesk-*")}
    assert sums == found
    assert setup.name in found.values()
    assert setup.stat().st_size <= 60_000_000


def test_the_earlier_release_is_replaced_and_its_data_are_left_as_they_are(local, programs, earlier, setup):
    place, desk = local / "Programs" / "xcdesk", local / "xcdesk" / "xcdesk.db"
    named = earlier.name.split("-")[1]
    assert install(earlier) == 0
    assert (place / "_internal" / "of-the-earlier.dll").is_file()
    assert entry()["DisplayVersion"] == named
    desk.parent.mkdir(exist_ok=True)
    releases.lay(named, desk)
    kept = sha256(desk)
    assert install(setup) == 0
    assert not (place / "_internal" / "of-the-earlier.dll").exists()
    assert (entry()["DisplayVersion"], entry()["InstallLocation"]) == (__version__, str(place))
    assert len(shortcuts(programs)) == 1
    assert sha256(desk) == kept


def test_the_new_version_opens_the_data_of_the_earlier_with_every_row(local, person, earlier):
    """Those are upgraded now, by the installed program, and a copy of how they were is kept."""
    named, desk = earlier.name.split("-")[1], local / "xcdesk" / "xcdesk.db"
    before = counted(desk)
    answer = ask(local / "Programs" / "xcdesk", "check", person=person)
    assert [check for check in answer["checks"] if not check["ok"]] == []
    new = NEW_ENTRIES.get(named, {})
    assert {name: rows - new.get(name, 0) for name, rows in counted(desk).items() if name in before} == before
    assert len(list((desk.parent / "backups").glob("*-before-*.db"))) == 1
    Preferences(desk.parent / "window.ini").person = GUO


def test_the_installed_window_shows_the_office_with_the_plugin_of_windows(person, local, tmp_path):
    program = local / "Programs" / "xcdesk" / "xcdesk.exe"
    proof = subprocess.run([program, "--selftest", tmp_path], check=False, env=person, timeout=PATIENCE)
    told = json.loads((tmp_path / "window.json").read_text(encoding="utf-8"))["checks"]
    assert next(check["detail"] for check in told if check["name"] == "screen") == "windows"
    wrong = [check for check in told if not check["ok"] and check["name"] != "preview"]  # no page was printed
    assert (wrong, proof.returncode) == ([], 1)


def test_an_installation_over_a_running_program_is_refused(setup, person, local):
    """It runs with the office of the earlier release in its window."""
    log = local / "xcdesk" / "xcdesk.log"
    log.unlink(missing_ok=True)
    with subprocess.Popen([local / "Programs" / "xcdesk" / "xcdesk.exe"], env=person) as window:
        try:
            painted_at(log, time.time() + PATIENCE)
            assert install(setup) == IN_USE
            assert window.poll() is None
        finally:
            window.terminate()
    assert install(setup) == 0


def test_a_newer_version_is_not_replaced_unasked(setup):
    say(winreg.HKEY_CURRENT_USER, ENTRY, "DisplayVersion", "99.0")
    assert install(setup) == NEWER_THERE
    say(winreg.HKEY_CURRENT_USER, ENTRY, "DisplayVersion", __version__)


def test_an_administrator_lays_down_where_program_and_data_lie(setup, person, local, tmp_path):
    """By the command line, by the policy of the machine, by the file beside the installer."""
    before, named = local / "Programs" / "xcdesk", tmp_path / "宣传 程序"
    assert install(setup, named) == 0
    assert not before.exists()  # it has moved
    say(winreg.HKEY_LOCAL_MACHINE, POLICY, "InstallDir", str(tmp_path / "policy"))
    assert install(setup) == 0
    assert (tmp_path / "policy" / "xcdesk.exe").is_file()
    assert not named.exists()
    unsay(winreg.HKEY_LOCAL_MACHINE, POLICY)
    beside = tmp_path / "share"
    beside.mkdir()
    shutil.copy(setup, beside)
    lines = f"[setup]\nInstallDir={before}\n[program]\nDataDir={tmp_path / '数据'}\n"
    (beside / "xcdesk.ini").write_text(lines, encoding="gbk")
    assert install(beside / setup.name) == 0
    ask(before, "init", person=person)
    assert (tmp_path / "数据" / "xcdesk.db").is_file()


def test_removing_leaves_the_data_and_nothing_else(local, programs):
    kept = sha256(local / "xcdesk" / "xcdesk.db")
    remove()
    end = time.monotonic() + PATIENCE
    while (local / "Programs" / "xcdesk").exists() and time.monotonic() < end:
        time.sleep(0.2)
    assert not (local / "Programs" / "xcdesk").exists()
    assert shortcuts(programs) == []
    assert sha256(local / "xcdesk" / "xcdesk.db") == kept


def test_the_portable_program_keeps_its_data_beside_itself(handed_out, person, tmp_path):
    with zipfile.ZipFile(handed_out / f"xcdesk-{__version__}-portable.zip") as archive:
        archive.extractall(tmp_path / "随身")
    program = tmp_path / "随身" / "xcdesk"
    ask(program, "init", person=person)
    assert (program / "data" / "xcdesk.db").is_file()
