"""Habits of Windows that no other system has, tested where it is: held files, code pages, folders."""

import contextlib
import ctypes
import locale
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

import openpyxl
import pytest

from xcdesk import settings
from xcdesk.files import FileHeldError, put_in_place, safe_name, scratch_folder, write_file
from xcdesk.importers.worker import _environment, read_book
from xcdesk.wording import sentence

pytestmark = pytest.mark.skipif(sys.platform != "win32", reason="Windows")

GENERIC_READ_WRITE, SHARE_READ, OPEN_EXISTING = 0xC0000000, 1, 3


@contextlib.contextmanager
def open_in_excel(path: Path) -> Iterator[None]:
    """Hold a file as Excel does: others may read it and neither write, replace nor remove it."""
    kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    kernel.CreateFileW.restype = ctypes.c_void_p
    kernel.CreateFileW.argtypes = [ctypes.c_wchar_p, *[ctypes.c_uint32] * 2, ctypes.c_void_p]
    kernel.CreateFileW.argtypes += [*[ctypes.c_uint32] * 2, ctypes.c_void_p]
    kernel.CloseHandle.argtypes = [ctypes.c_void_p]
    handle = kernel.CreateFileW(str(path), GENERIC_READ_WRITE, SHARE_READ, None, OPEN_EXISTING, 0, None)
    assert handle != ctypes.c_void_p(-1).value
    try:
        yield
    finally:
        kernel.CloseHandle(handle)


@pytest.fixture
def returned(tmp_path: Path) -> Path:
    """A workbook as a county sends it."""
    book = openpyxl.Workbook()
    book.active.append(["日期", "标题"])
    book.active.append(["3月5日", "机关作风"])
    book.save(tmp_path / "报送表.xlsx")
    return tmp_path / "报送表.xlsx"


def test_an_export_onto_a_file_open_in_excel_is_refused_with_another_name(returned):
    before = returned.read_bytes()
    with open_in_excel(returned):
        with pytest.raises(FileHeldError) as refused:
            write_file(returned, b"new")
        assert "报送表_2.xlsx" in sentence(refused.value, "zh")
    assert returned.read_bytes() == before
    assert [path.name for path in returned.parent.iterdir() if path.suffix == ".part"] == []
    write_file(returned, b"new")
    assert returned.read_bytes() == b"new"


def test_a_file_that_a_scanner_has_for_a_moment_is_replaced(returned, tmp_path):
    part = tmp_path / "part"
    part.write_bytes(b"new")
    with contextlib.ExitStack() as scanner:
        scanner.enter_context(open_in_excel(returned))
        threading.Timer(0.2, scanner.pop_all().close).start()
        put_in_place(part, returned)
    assert returned.read_bytes() == b"new"


def test_a_return_is_read_while_it_is_open_in_excel(returned):
    with open_in_excel(returned):
        assert read_book(returned).sheets[0].cells[1][1] == "机关作风"


def test_the_reading_process_is_in_a_job_that_holds_it_to_its_memory():
    asked = (0x0502, 512 << 20)  # time and memory of the process, no report when it dies; that many bytes
    attempt = (
        "import ctypes; from xcdesk.importers import limits; limits.limit_this_process(512 << 20)\n"
        "kernel, told, inside = ctypes.WinDLL('kernel32'), limits._ExtendedLimits(), ctypes.c_int()\n"
        "kernel.IsProcessInJob(ctypes.c_void_p(-1), None, ctypes.byref(inside))\n"
        "size = ctypes.sizeof(told)\n"
        "kernel.QueryInformationJobObject(None, 9, ctypes.byref(told), size, None)\n"
        "print(inside.value, told.BasicLimitInformation.LimitFlags, told.ProcessMemoryLimit)"
    )
    told = subprocess.run(
        [sys.executable, "-c", attempt], check=True, capture_output=True, env=_environment()
    )
    inside, *limits = map(int, told.stdout.split())
    assert inside == 1
    # A system that tells nothing of the limits it has taken does not hold them either: there the watch does.
    assert tuple(limits) in (asked, (0, 0))


def test_a_scratch_folder_waits_for_what_still_holds_its_file():
    with contextlib.ExitStack() as holder, scratch_folder() as folder:
        (folder / "errors").touch()
        holder.enter_context(open_in_excel(folder / "errors"))
        threading.Timer(0.2, holder.pop_all().close).start()
    assert not folder.exists()


def test_the_data_lie_in_the_local_folder_of_the_person_whatever_his_name(monkeypatch):
    monkeypatch.delenv(settings.HOME_VARIABLE)
    local = subprocess.run(["cmd", "/u", "/c", "echo %LOCALAPPDATA%"], check=True, capture_output=True).stdout
    assert settings.home() == Path(local.decode("utf-16-le").strip()) / "xcdesk"


def test_a_console_in_gbk_is_answered_in_gbk_and_json_in_utf_8(sqlite_place, monkeypatch):
    if locale.getpreferredencoding(do_setlocale=False) != "cp936":
        pytest.skip("no Chinese Windows")
    monkeypatch.delenv("PYTHONIOENCODING", raising=False)
    command = [sys.executable, "-m", "xcdesk", "--database", sqlite_place, "roster", "book"]
    told = [
        subprocess.run([*command, *more], check=True, capture_output=True).stdout
        for more in ((), ("--json",))
    ]
    assert "许昌日报" in told[0].decode("gbk")
    assert "许昌日报" in told[1].decode("utf-8")


@pytest.mark.parametrize(
    "given", ["CON.xlsx", "nul", "a:b?.pdf", "通报. .", "LPT1.第3期.docx", "x" * 300 + ".pdf"]
)
def test_names_that_windows_does_not_take_are_made_such_that_it_does(tmp_path, given):
    path = tmp_path / safe_name(given)
    write_file(path, b"1")
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def test_the_zone_of_the_office_is_known_without_a_database_of_the_system():
    assert ZoneInfo("Asia/Shanghai").key == "Asia/Shanghai"
