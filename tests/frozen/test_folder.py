"""The built folder works on its own: no Python, no source tree, no settings of this machine."""

import json
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.utils import canonicalize_name

from tests.frozen.conftest import ROOT, WINDOWS
from tests.xcdesk.importers.test_bounds import HOSTILE
from xcdesk.importers import worker
from xcdesk.importers.limits import Limits
from xcdesk.importers.refusals import TooLargeFileError

pytestmark = pytest.mark.slow
MEMORY_BOMB = "long text in 100,000 cells.xlsx"


def test_the_console_program_proves_itself(run, tmp_path):
    done = run("xcdesk-cli", "selftest", tmp_path / "proof", "--json")
    answer = json.loads(done.stdout)
    assert [check for check in answer["checks"] if not check["ok"]] == []
    assert (done.returncode, answer["ok"]) == (0, True)
    assert "preview" in {check["name"] for check in answer["checks"]}  # the window program was asked too


def test_the_main_job_is_done_by_the_folder_alone(run, tmp_path):
    """Every sample is read, by the folder's own reading process, and both bulletins are printed."""
    done = run("xcdesk-cli", "demo", tmp_path / "demo", "--no-window", "--json")
    answer = json.loads(done.stdout)
    assert (answer["imported"]["refused"], answer["imported"]["new"] > 100) == (0, True)
    files = [Path(file) for bulletin in answer["bulletins"] for file in bulletin["files"]]
    assert {file.suffix for file in files} == {".pdf", ".docx", ".xlsx"}
    assert all(file.stat().st_size for file in files)


def test_a_bomb_ends_the_reading_process_and_not_the_program(run, tmp_path):
    """A workbook of half a megabyte that takes gigabytes; the return beside it is read all the same."""
    HOSTILE[MEMORY_BOMB](tmp_path / "bomb.xlsx")
    place = ("xcdesk-cli", "--database", tmp_path / "desk.db")
    assert run(*place, "init").returncode == 0
    genuine = ROOT / "resources" / "samples" / "禹州市3月.csv"
    done = run(*place, "import", tmp_path / "bomb.xlsx", genuine, "--dry-run", "--json")
    bomb, other = json.loads(done.stdout)["files"]
    assert bomb["refused"]["code"] == "file.too_large"
    assert "bomb.xlsx" in bomb["refused"]["message"]
    assert (other["refused"], len(other["sheets"])) == (None, 1)


@pytest.mark.parametrize(
    ("limits", "reason"), [(Limits(memory=96 << 20), "memory"), (Limits(seconds=0.5), "more than 0.5 s")]
)
def test_the_reading_process_is_held_to_its_limits(folder, tmp_path, monkeypatch, limits, reason):
    HOSTILE["100,000 rows of 12.xlsx"](tmp_path / "large.xlsx")
    reader = folder / ("xcdesk-cli.exe" if WINDOWS else "xcdesk-cli")
    monkeypatch.setattr(worker, "_program", lambda: [str(reader), worker.ARGUMENT])
    with pytest.raises(TooLargeFileError) as refused:
        worker.read_book(tmp_path / "large.xlsx", limits=limits)
    assert refused.value.facts["reason"].startswith(reason)


def test_a_new_office_is_made_with_the_shipped_migrations(run, tmp_path):
    done = run("xcdesk-cli", "--database", tmp_path / "desk.db", "init", "--json")
    assert done.returncode == 0, done.stderr
    newest = max(path.stem for path in (ROOT / "xcdesk" / "db" / "migrations").glob("0*.py"))
    assert json.loads(done.stdout)["schema"] == newest


def test_nothing_is_shipped_that_is_never_loaded(folder):
    names = [path.name.lower() for path in folder.rglob("*")]
    unwanted = (
        "webengine",
        "qt6quick",
        "qt6qml",
        "libavif",
        "libgtk",
        "opengl32sw",
        "pytest",
        "build_fonts",
        ".nsi",
    )
    assert [name for name in names if any(part in name for part in unwanted)] == []
    assert {"qt6pdf.dll", "libqt6pdf.so.6"} & set(names)
    assert [path for path in folder.rglob("*") if not path.exists()] == []  # links to what was left out


def test_the_licences_of_all_parts_lie_in_the_folder(folder):
    """Of each library that is no part of a package for Python it is known what it comes under."""
    inside = folder / "_internal"
    texts = {path.name for path in (inside / "resources" / "licenses").iterdir()}
    assert {"LGPL-3.0.txt", "GPL-3.0.txt", "PDFium.txt", "Qt-third-parties.txt", "Python.txt"} <= texts
    told = {path.name for path in (inside / "licenses").iterdir()}
    owners = packages_distributions()
    shipped = {canonicalize_name(each) for path in inside.iterdir() for each in owners.get(path.name, ())}
    assert len(shipped) > 10
    of_qt = {"pyside6-essentials", "pyside6-addons", "shiboken6"}
    assert shipped - told - of_qt == set()
    assert WINDOWS or (inside / "licenses" / "debian" / "libxcb-cursor0.txt").is_file()
