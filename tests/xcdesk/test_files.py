"""Names that anybody may have made up become safe ones; files are written whole, or beside what is held."""

import shutil

import pytest

from xcdesk.files import (
    FileHeldError,
    FileInUseError,
    named_after,
    safe_name,
    scratch_folder,
    write_file,
)
from xcdesk.wording import sentence


@pytest.mark.parametrize(
    ("given", "safe"),
    [
        ("../../etc/passwd.png", "passwd.png"),
        ("C:\\Windows\\System32\\cmd.pdf", "cmd.pdf"),
        ("扫描\u202egnp.exe.pdf", "扫描gnp.exe.pdf"),
        ("CON.png", "_CON.png"),
        ("nul", "_nul"),
        ("com1.tar.png", "_com1.tar.png"),
        ("a\0b\x07.png", "ab.png"),
        ("一行\n两行.png", "一行两行.png"),
        ('截图?<1>|*:".png', "截图__1_____.png"),
        ("  . 空白 . ", "空白"),
        ("x.png. . ", "x.png"),
        ("", "证据"),
        ("...", "证据"),
        ("长" * 300 + ".png", "长" * 65 + ".png"),
        ("n" * 300 + ".png", "n" * 116 + ".png"),
        ("e\u0301.png", "é.png"),
        ("\u200b\u2066.png", "证据.png"),
        ("报道.png:流.exe", "报道.png_流.exe"),
    ],
)
def test_a_hostile_name_becomes_a_safe_one(given, safe, tmp_path):
    assert safe_name(given, "证据") == safe
    (tmp_path / safe).write_bytes(b"x")
    assert [path.name for path in tmp_path.iterdir()] == [safe]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("关于1/2季度情况的通报（送审稿）", "关于1_2季度情况的通报（送审稿）"),
        ("..\\..\\起步", "_._起步"),
        ("第3.5期. ", "第3.5期"),
        ("nul", "_nul"),
        ("长" * 300, "长" * 66),
        ("n" * 300, "n" * 100),
    ],
)
def test_a_name_from_words_of_the_office_keeps_all_of_them(words, name):
    assert named_after(words) == name


@pytest.fixture
def held(tmp_path, monkeypatch):
    """A file that cannot be replaced, as one that Excel has open on Windows."""
    path = tmp_path / "通报.xlsx"
    path.write_bytes(b"old")

    def refuse(part, target):
        raise PermissionError(13, "used by another process", str(target))

    monkeypatch.setattr("pathlib.Path.replace", refuse)
    return path


def test_a_file_that_is_held_open_is_refused_with_another_name(held):
    held.with_stem("通报_2").touch()
    with pytest.raises(FileHeldError) as refused:
        write_file(held, b"new")
    assert refused.value.facts["other"] == held.with_stem("通报_3")
    assert "通报_3.xlsx" in sentence(refused.value, "zh")
    assert held.read_bytes() == b"old"
    assert not held.with_name("通报.xlsx.part").exists()


@pytest.mark.parametrize(("code", "times"), [(5, 2), (32, 4), (33, 1)])
def test_a_file_that_is_held_for_a_moment_is_written_all_the_same(tmp_path, monkeypatch, code, times):
    """As a scanner of viruses does on Windows, right after a file was written."""
    path, done, tries = tmp_path / "通报.xlsx", type(tmp_path).replace, []

    def refuse_first(part, target):
        tries.append(part)
        if len(tries) <= times:
            error = PermissionError(13, "used by another process", str(target))
            error.winerror = code
            raise error
        return done(part, target)

    monkeypatch.setattr("pathlib.Path.replace", refuse_first)
    monkeypatch.setattr("time.sleep", lambda _seconds: None)
    write_file(path, b"new")
    assert path.read_bytes() == b"new"


def test_a_scratch_folder_whose_file_is_held_for_a_moment_is_removed_all_the_same(monkeypatch):
    """As by a process of ours that has just ended; what is held for longer is no failure of the work."""
    tries, remove = [], shutil.rmtree

    def refuse_first(folder, *rest, **more):
        tries.append(folder)
        if len(tries) <= held:
            error = PermissionError(13, "used by another process", folder)
            error.winerror = 32
            raise error
        remove(folder, *rest, **more)

    monkeypatch.setattr("shutil.rmtree", refuse_first)
    monkeypatch.setattr("time.sleep", lambda _seconds: None)
    held = 2
    with scratch_folder() as folder:
        (folder / "pages.pdf").touch()
    assert (folder.exists(), len(tries)) == (False, 3)
    held = 99
    with scratch_folder() as folder:
        pass
    assert folder.exists()
    folder.rmdir()


def test_a_place_that_takes_no_file_offers_no_other_name(tmp_path):
    (tmp_path / "plain").touch()
    with pytest.raises(FileInUseError) as refused:
        write_file(tmp_path / "plain" / "x.pdf", b"new")
    assert type(refused.value) is FileInUseError
