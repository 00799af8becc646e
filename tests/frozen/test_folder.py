"""The built folder works on its own: no Python, no source tree, no settings of this machine."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform != "linux", reason="the folder for Linux")]

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The folder as ``build.spec`` makes it."""
    place = tmp_path_factory.mktemp("frozen")
    options = ["--log-level", "ERROR", "--distpath", place / "dist", "--workpath", place / "work"]
    subprocess.run([sys.executable, "-m", "PyInstaller", *options, "build.spec"], check=True, cwd=ROOT)
    return place / "dist" / "xcdesk"


def run(folder, home, name, *arguments):
    """Run one of the two programs in surroundings that know nothing of this tree."""
    surroundings = {"XCDESK_HOME": str(home), "QT_QPA_PLATFORM": "offscreen", "LANG": "C.UTF-8"}
    command = [folder / name, *arguments]
    return subprocess.run(
        command, check=False, cwd=home, env=surroundings, capture_output=True, text=True, timeout=300
    )


def test_the_console_program_proves_itself(folder, tmp_path):
    done = run(folder, tmp_path, "xcdesk-cli", "selftest", tmp_path / "proof", "--json")
    answer = json.loads(done.stdout)
    assert [check for check in answer["checks"] if not check["ok"]] == []
    assert (done.returncode, answer["ok"]) == (0, True)
    assert "preview" in {check["name"] for check in answer["checks"]}  # the window program was asked too


def test_the_main_job_is_done_by_the_folder_alone(folder, tmp_path):
    """Every sample is read, by the folder's own reading process, and both bulletins are printed."""
    done = run(folder, tmp_path, "xcdesk-cli", "demo", tmp_path / "demo", "--no-window", "--json")
    answer = json.loads(done.stdout)
    assert (answer["imported"]["refused"], answer["imported"]["new"] > 100) == (0, True)
    files = [Path(file) for bulletin in answer["bulletins"] for file in bulletin["files"]]
    assert {file.suffix for file in files} == {".pdf", ".docx", ".xlsx"}
    assert all(file.stat().st_size for file in files)


def test_a_new_office_is_made_with_the_shipped_migrations(folder, tmp_path):
    done = run(folder, tmp_path, "xcdesk-cli", "--database", tmp_path / "desk.db", "init", "--json")
    assert done.returncode == 0, done.stderr
    newest = max(path.stem for path in (ROOT / "xcdesk" / "db" / "migrations").glob("0*.py"))
    assert json.loads(done.stdout)["schema"] == newest


def test_nothing_of_qt_is_shipped_that_is_never_loaded(folder):
    names = [path.name.lower() for path in folder.rglob("*")]
    assert [name for name in names if any(part in name for part in ("webengine", "qt6quick", "qt6qml"))] == []
    assert any(name.startswith("libqt6pdf.") for name in names)


def test_the_licences_of_qt_lie_in_the_folder(folder):
    assert (folder / "_internal" / "resources" / "licenses" / "LGPL-3.0.txt").is_file()
