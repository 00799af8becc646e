"""The script that sets everything up says what it lacks and what it can do."""

import os
import shutil
import sys

import pytest

import dev


def test_without_a_verb_it_lists_them_all(capsys):
    assert dev.main([]) == 2
    listed = capsys.readouterr().out
    assert all(f"  {verb} " in listed for verb in dev.VERBS)


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="Debian's packages")
def test_without_root_it_prints_the_exact_line_to_run(monkeypatch, capsys):
    monkeypatch.setattr(dev, "_loads", lambda library: library != "libEGL.so.1")
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert dev.main(["setup"]) == 1
    assert capsys.readouterr().out.endswith(
        "apt-get update && apt-get install -y --no-install-recommends libegl1\n"
    )


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Debian's packages")
def test_what_builds_the_windows_program_is_named_where_it_is_missing(monkeypatch, capsys):
    there = shutil.which
    monkeypatch.setattr(dev, "set_up", lambda: None)
    monkeypatch.setattr(shutil, "which", lambda name: None if name == "makensis" else there(name) or name)
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert dev.main(["windows"]) == 1
    assert " nsis" in capsys.readouterr().out


def test_a_changed_lock_file_asks_for_a_new_set_up(monkeypatch, tmp_path):
    before = dev.fingerprint()
    changed = tmp_path / "requirements.lock"
    changed.write_bytes(dev.LOCK.read_bytes() + b"\n")
    monkeypatch.setattr(dev, "LOCK", changed)
    assert dev.fingerprint() != before
