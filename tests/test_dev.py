"""The script that sets everything up says what it lacks and what it can do."""

import os
import shutil

import pytest

import dev


def test_without_a_verb_it_lists_them_all(capsys):
    assert dev.main([]) == 2
    listed = capsys.readouterr().out
    assert all(f"  {verb} " in listed for verb in dev.VERBS)


def test_a_verb_of_a_later_issue_says_so(capsys):
    assert dev.main(["windows"]) == 1
    assert "not available yet" in capsys.readouterr().out


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="Debian's packages")
def test_without_root_it_prints_the_exact_line_to_run(monkeypatch, capsys):
    monkeypatch.setattr(dev, "_loads", lambda library: library != "libEGL.so.1")
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert dev.main(["setup"]) == 1
    assert capsys.readouterr().out.endswith(
        "apt-get update && apt-get install -y --no-install-recommends libegl1\n"
    )


def test_a_changed_lock_file_asks_for_a_new_set_up(monkeypatch, tmp_path):
    before = dev.fingerprint()
    changed = tmp_path / "requirements.lock"
    changed.write_bytes(dev.LOCK.read_bytes() + b"\n")
    monkeypatch.setattr(dev, "LOCK", changed)
    assert dev.fingerprint() != before
