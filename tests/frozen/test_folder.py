"""The built folder works on its own: no Python, no source tree, no settings of this machine."""

import json
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.utils import canonicalize_name

from tests.frozen.conftest import ROOT, WINDOWS

pytestmark = pytest.mark.slow


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
