"""The process that reads a file: its limits hold, its death is a refusal, and it can be stopped."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from xcdesk import wording
from xcdesk.errors import Cancelled
from xcdesk.importers import worker
from xcdesk.importers.limits import Limits
from xcdesk.importers.refusals import (
    BY_CODE,
    DamagedFileError,
    NotOpenedError,
    RefusedFileError,
    TooLargeFileError,
    UnreadableFileError,
)
from xcdesk.importers.worker import read_book
from xcdesk.progress import Operation

MEBI = 1 << 20
IGNORED = {getattr(signal, "SIGCHLD", 0)}
"""Signals of which nobody dies; Windows has none."""


@pytest.fixture(scope="module")
def slow_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file that takes seconds to read."""
    path = tmp_path_factory.mktemp("slow") / "大表.csv"
    path.write_text("许昌日报,标题,3月5日,消息\n" * 450_000, encoding="gb18030")
    return path


def in_background(action: Callable[[], object]) -> tuple[threading.Thread, list[BaseException]]:
    caught: list[BaseException] = []

    def run() -> None:
        try:
            action()
        except (RefusedFileError, Cancelled) as exc:
            caught.append(exc)

    thread = threading.Thread(target=run)
    thread.start()
    return thread, caught


def child() -> psutil.Process:
    """The reading process, once it has begun."""
    for _ in waiting():
        for process in readers():
            return process
    raise AssertionError("no reading process")


def readers() -> list[psutil.Process]:
    """Reading processes that are alive."""
    return [each for each in psutil.Process().children() if is_reading(each)]


def is_reading(process: psutil.Process) -> bool:
    try:
        return worker.ARGUMENT in process.cmdline()
    except (psutil.Error, OSError):  # it has begun or ended just now
        return False


def all_ended() -> bool:
    """Whether no reading process is alive; a system may take a moment to bury one that was ended."""
    return any(not readers() for _ in waiting())


def waiting(seconds: float = 5.0) -> Iterator[None]:
    end = time.monotonic() + seconds
    pause = threading.Event()
    while time.monotonic() < end:
        yield
        pause.wait(0.01)


def test_a_killed_reader_is_a_refusal(slow_file: Path) -> None:
    thread, caught = in_background(lambda: read_book(slow_file))
    child().kill()
    thread.join(5)
    assert [type(each) for each in caught] == [DamagedFileError]


def test_a_stopped_import_ends_the_reader_at_once(slow_file: Path) -> None:
    operation = Operation()
    thread, caught = in_background(lambda: read_book(slow_file, operation))
    reader = child()
    operation.cancelled.set()
    thread.join(1)
    assert [type(each) for each in caught] == [Cancelled]
    reader.wait(5)


def test_a_reader_that_takes_too_long_is_ended(slow_file: Path) -> None:
    start = time.monotonic()
    with pytest.raises(TooLargeFileError):
        read_book(slow_file, limits=Limits(seconds=0.4))
    assert time.monotonic() - start < 1
    assert all_ended()


def test_a_reader_that_wants_too_much_memory_is_refused(slow_file: Path) -> None:
    with pytest.raises(TooLargeFileError):
        read_book(slow_file, limits=Limits(memory=96 * MEBI))


@pytest.mark.posix
def test_the_memory_of_a_reader_ends_at_one_gibibyte() -> None:
    attempt = (
        "from xcdesk.importers import limits; limits.limit_this_process(limits.Limits().memory);"
        "block = bytearray(800 << 20); print('first', flush=True); more = bytearray(300 << 20)"
    )
    done = subprocess.run(
        [sys.executable, "-c", attempt],
        capture_output=True,
        text=True,
        env=worker._environment(),
        check=False,
    )
    assert done.stdout == "first\n"
    assert "MemoryError" in done.stderr


def test_nothing_is_left_in_the_temporary_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    source = tmp_path / "甲.csv"
    source.write_text("甲,乙\n", encoding="utf-8")
    assert read_book(source).sheets[0].cells == (("甲", "乙"),)
    source.write_bytes(b"")
    with pytest.raises(RefusedFileError):
        read_book(source)
    assert list(tmp_path.iterdir()) == [source]


@pytest.mark.parametrize("name", ["没有.xlsx", "."])
def test_a_file_that_cannot_be_opened_is_refused_by_that_name(tmp_path: Path, name: str) -> None:
    with pytest.raises(NotOpenedError):
        read_book(tmp_path / name)


def test_modules_in_the_current_folder_are_not_the_readers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit(3)")
    (tmp_path / "甲.csv").write_text("甲,乙\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert read_book(tmp_path / "甲.csv").sheets[0].cells == (("甲", "乙"),)


def test_an_ordinary_command_line_is_none_of_the_readers_business() -> None:
    assert worker.worker_main([]) is None
    assert worker.worker_main(["import", "a.xlsx"]) is None


def test_a_frozen_program_starts_its_console_program_as_the_reader(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "xcdesk"))
    assert worker._program() == [str(tmp_path / "xcdesk"), worker.ARGUMENT]
    (tmp_path / "xcdesk-cli").touch()
    assert worker._program() == [str(tmp_path / "xcdesk-cli"), worker.ARGUMENT]


def test_the_reader_loads_neither_windows_nor_tables_nor_needless_parsers(tmp_path: Path) -> None:
    source = tmp_path / "甲.csv"
    source.write_text("甲,乙\n", encoding="utf-8")
    script = (
        "import sys; from xcdesk.importers.worker import ARGUMENT, worker_main;"
        f"worker_main([ARGUMENT, {str(source)!r}, {os.devnull!r}, str(1 << 30)]); print(*sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, env=worker._environment(), check=True
    )
    assert not {"peewee", "PySide6", "openpyxl", "xlrd", "python_calamine"} & set(done.stdout.split())


@pytest.mark.parametrize("code", sorted(BY_CODE))
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_refusal_says_which_file_and_what_to_do(code: str, language: wording.Language) -> None:
    said = wording.sentence(BY_CODE[code](name="报送.xls", reason="x"), language)
    assert "报送.xls" in said
    assert said.count("。" if language == "zh" else ".") >= 1


def test_an_answer_cut_off_is_a_refusal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = tmp_path / "甲.csv"
    source.write_text("甲,乙\n", encoding="utf-8")
    silent = [sys.executable, "-c", "import sys; open(sys.argv[2], 'w').write('[\"csv\",\"\",1]\\n')"]
    monkeypatch.setattr(worker, "_program", lambda: silent)
    with pytest.raises(DamagedFileError):
        read_book(source)


def test_the_next_file_is_read_while_the_caller_is_busy_and_never_two_at_once(tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.csv" for number in range(3)]
    for number, path in enumerate(paths):
        path.write_text(f"甲,{number}\n", encoding="utf-8")
    seen = []
    for begun in worker.ahead(paths):
        assert len(readers()) == 1
        seen.append((begun.path, begun.book().sheets[0].cells))
    assert seen == [(path, (("甲", str(number)),)) for number, path in enumerate(paths)]
    assert all_ended()


def test_files_nobody_asks_for_are_not_waited_for(tmp_path: Path) -> None:
    missing, there = tmp_path / "没有.csv", tmp_path / "甲.csv"
    there.write_text("甲,乙\n", encoding="utf-8")
    readings = worker.ahead([missing, there, missing])
    assert [next(readings).path, next(readings).path] == [missing, there]
    with pytest.raises(NotOpenedError):
        next(readings).book()
    readings.close()
    assert all_ended()


def test_text_is_read_in_the_encoding_that_a_person_chose(tmp_path: Path) -> None:
    source = tmp_path / "甲.csv"
    source.write_bytes("日期,標題\n3月5日,機關作風\n".encode("big5"))
    book = read_book(source, encoding="big5")
    assert (book.encoding, book.sheets[0].cells[0]) == ("big5", ("日期", "標題"))
    with pytest.raises(UnreadableFileError):
        read_book(source, encoding="utf-8")


@pytest.mark.posix
@pytest.mark.parametrize(
    "act",
    [
        *(f"import os; os.kill(os.getpid(), {int(each)})" for each in set(range(1, 16)) - IGNORED),
        "import ctypes; ctypes.string_at(0)",
        "import sys; sys.setrecursionlimit(10**9); exec('def f(): f()'); f()",
        "import sys; sys.setrecursionlimit(10**9); eval('(' * 90 + ')' * 90)",
        "held = [bytearray(1 << 20) for _ in range(4096)]",
        "raise SystemExit(7)",
        "pass",
    ],
)
def test_whatever_ends_the_reader_is_a_refusal_by_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, act: str
) -> None:
    source = tmp_path / "甲.csv"
    source.write_text("甲,乙\n", encoding="utf-8")
    limit = "from xcdesk.importers import limits; limits.limit_this_process(256 << 20)\n"
    monkeypatch.setattr(worker, "_program", lambda: [sys.executable, "-c", limit + act])
    with pytest.raises(RefusedFileError) as caught:
        read_book(source)
    assert caught.value.facts["name"] == source.name
