"""Files taken from folders: what is passed over and why, how many at most, stopped at any time."""

import threading

import pytest

from xcdesk.errors import Cancelled
from xcdesk.importers import gathering
from xcdesk.importers.gathering import Passed
from xcdesk.progress import Operation

OTHERS = (
    "~$乙.xlsx",
    ".隐藏",
    "desktop.ini",
    "Thumbs.db",
    "照片.JPG",
    "红头文件.pdf",
    "报告.docx",
    "往年.zip",
)


@pytest.fixture
def folder(tmp_path):
    """A folder as a county keeps it."""
    (tmp_path / "禹州市").mkdir()
    for name in ("乙.xlsx", "甲.xls", *OTHERS, "禹州市/丙.csv", "禹州市/没有后缀"):
        (tmp_path / name).write_bytes(b"")
    return tmp_path


def test_a_folder_gives_its_tables_and_those_of_its_folders_and_counts_the_rest(folder):
    found = gathering.gather([folder])
    assert [path.name for path in found.files] == [*sorted(["乙.xlsx", "甲.xls"]), "丙.csv", "没有后缀"]
    assert found.passed == {
        Passed.LOCK: 1,
        Passed.SYSTEM: 3,
        Passed.PICTURE: 1,
        Passed.DOCUMENT: 2,
        Passed.OTHER: 1,
    }
    assert not found.beyond


def test_a_file_named_by_itself_is_read_unless_it_is_a_lock(folder):
    named = [folder / "红头文件.pdf", folder / "~$乙.xlsx"]
    found = gathering.gather(named)
    assert (found.files, found.passed) == ((named[0],), {Passed.LOCK: 1})


def test_a_folder_without_end_is_cut_off(folder, monkeypatch):
    monkeypatch.setattr(gathering, "MOST_FILES", 2)
    assert (len(gathering.gather([folder]).files), gathering.gather([folder]).beyond) == (2, True)


def test_a_walk_is_stopped(folder):
    stop = threading.Event()
    stop.set()
    with pytest.raises(Cancelled):
        gathering.gather([folder], Operation(cancelled=stop))
