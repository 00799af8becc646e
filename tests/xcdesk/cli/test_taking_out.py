"""Everything written out, and diagnostics, at the console."""

import json
import zipfile

import pytest

pytestmark = pytest.mark.file_engine


def test_everything_and_diagnostics_are_written(console, db, tmp_path):
    done = console("--database", db, "--user", "chen", "export", tmp_path / "out", "--json").json
    assert (tmp_path / "out" / "tables" / "outlet.xlsx").is_file()
    assert done["rows"] > 100
    again = console("--database", db, "--user", "chen", "export", tmp_path / "out", "--json").json
    assert again["error"]["code"] == "export.not_empty"
    assert console("--database", db, "diagnostics", tmp_path / "d.zip").code == 0
    with zipfile.ZipFile(tmp_path / "d.zip") as packed:
        assert json.loads(packed.read("database.json"))["rows"]["outlet"] == 18


def test_a_database_that_does_not_open_is_diagnosed_by_its_refusal(console, tmp_path):
    (tmp_path / "text.db").write_text("no database")
    made = tmp_path / "d.zip"
    assert console("--database", tmp_path / "text.db", "diagnostics", made).code == 0
    with zipfile.ZipFile(made) as packed:
        assert json.loads(packed.read("program.json"))["refused"] == "store.foreign"
