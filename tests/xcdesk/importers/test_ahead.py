"""Many files: each is read and understood by a process of its own while the caller is busy with the last."""

import contextlib
import io
import json
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from tests.sheets import lexicon, read, sheet
from xcdesk.importers import plan, worker
from xcdesk.importers.checked_wire import read_checked, write_checked
from xcdesk.importers.records import CheckedBook, RowStatus
from xcdesk.importers.refusals import DamagedFileError
from xcdesk.services.roster import spellings

HEAD = "日期,媒体,标题,体裁\n"
LINE = "2019年3月{0}日,许昌日报,第{0}篇报道的标题,消息\n"

forked = pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")


@pytest.fixture
def paths(tmp_path: Path) -> list[Path]:
    """Four returns of one row; the third with so many more that its process understands it."""
    found = [tmp_path / f"鄢陵县3月{number}.csv" for number in range(1, 5)]
    for number, path in enumerate(found, 1):
        path.write_text(HEAD + LINE.format(number) * (3000 if number == 3 else 1), encoding="utf-8")
    return found


def readers() -> list[psutil.Process]:
    """Reading processes that are alive, with the one that forks."""
    return [each for each in psutil.Process().children(recursive=True) if worker.ARGUMENT in words(each)]


def words(process: psutil.Process) -> list[str]:
    """Command line of a process; none once it has ended."""
    try:
        return process.cmdline()
    except psutil.NoSuchProcess:
        return []


def days(begun: worker.Reading) -> list[str]:
    return [row[0] for row in begun.book().sheets[0].cells[1:2]]


def test_each_file_comes_from_a_process_of_its_own_and_none_is_left(paths: list[Path]) -> None:
    seen = []
    for begun in worker.ahead(paths):
        assert len(readers()) <= 2, "one that reads, and the one that forks it"
        seen += days(begun)
    assert seen == [f"2019年3月{number}日" for number in range(1, 5)]
    assert readers() == []


@forked
def test_a_forked_reader_that_is_killed_is_a_refusal_and_the_next_file_is_read(paths: list[Path]) -> None:
    seen: list[object] = []
    for place, begun in enumerate(worker.ahead(paths)):
        if place == 2:
            os.kill(begun._process.pid, 9)
            with pytest.raises(DamagedFileError):
                begun.book()
        else:
            seen += days(begun)
    assert seen == ["2019年3月1日", "2019年3月2日", "2019年3月4日"]


@forked
def test_a_job_that_ends_early_ends_the_forked_reader_as_well(paths: list[Path]) -> None:
    with contextlib.closing(worker.ahead(paths)) as readings:
        days(next(readings))
        days(next(readings))
        assert len(readers()) == 2
    assert readers() == []


@forked
def test_without_the_process_that_forks_files_are_read_the_usual_way(paths: list[Path]) -> None:
    seen: list[str] = []
    for place, begun in enumerate(worker.ahead(paths)):
        if place == 1:
            begun._process.wait(30)  # told of its end, and no other has begun
            (parent,) = (each for each in psutil.Process().children() if worker.ARGUMENT in words(each))
            parent.kill()
        seen += days(begun)
    assert seen == [f"2019年3月{number}日" for number in range(1, 5)]


def test_what_the_process_understood_is_what_the_program_would(db: str, paths: list[Path]) -> None:
    understood = []
    for begun in plan.ahead(paths):
        found = plan.look(begun.path, begun=begun)
        checked = begun.checked()
        if checked is not None:
            understood.append(begun.path)
            assert checked == found.checked == plan.consider(begun.path, found.raw, found.said).checked
        assert found.counts()[RowStatus.NEW] == 1
    assert understood == paths[2:3]


def test_the_first_of_several_is_left_to_the_program_that_waits_for_it(db: str, paths: list[Path]) -> None:
    told = []
    for begun in plan.ahead([paths[2]] * 2):
        found = plan.look(begun.path, begun=begun)
        told.append((begun.checked() is not None, found.counts()[RowStatus.NEW]))
    assert told == [(False, 1), (True, 1)]


def test_words_learnt_while_a_file_is_read_count(db: str, clerk, tmp_path: Path) -> None:
    path = tmp_path / "鄢陵县3月.csv"
    path.write_text(HEAD + LINE.format(5).replace("许昌日报", "许市日刊") * 3000, encoding="utf-8")
    for begun in plan.ahead([path]):
        begun.book()
        spellings.learn_outlet_spelling(clerk, 1, "许市日刊")
        assert begun.checked().sheets[0].rows[0].status == RowStatus.ERROR
        row = plan.look(path, begun=begun).book.sheets[0].rows[0]
        assert (row.status, row.record.outlet) == (RowStatus.NEW, lexicon().outlets[0].name)


ROWS = (
    ("日期", "媒体", "标题", "体裁", "版面", "备注"),
    ("3月5日", "许昌日报", "机关作风建设", "消息", "3版", "甲\udcff"),
    ("3月6日", "谁知道报", "办事指南", "消息", None, None),
    ("3月7日", "许昌晨报", None, "怪体裁", "A04", None),
    ("合计", None, "2篇", None, None, None),
)


def sent(book: CheckedBook) -> list[str]:
    stream = io.StringIO(newline="\n")
    write_checked(book, stream)
    return stream.getvalue().splitlines(keepends=True)


def received(lines: list[str]) -> CheckedBook:
    return read_checked(io.StringIO("".join(lines), newline="\n"), lexicon())


def test_a_book_arrives_as_it_was_understood() -> None:
    plain, counts = sheet(*ROWS), sheet(("甲", "乙"), ("丙", 1), name="表二")
    for book in (read(plain, counts), read(sheet(name="空")), read(plain, file_name="无名.xlsx")):
        assert received(sent(book)) == book


def forgeries() -> Iterator[tuple[str, list[str]]]:
    """The same message with one line that the reading process never sends there."""
    lines = sent(read(sheet(*ROWS)))
    yield "cut off", lines[:-2]
    for place in range(len(lines)):
        for what, forged in (("number", 1), ("text", "甲"), ("column", [["甲", "乙"], [0, 5]])):
            told = json.dumps(forged) + "\n"
            yield f"line {place} is a {what}", [*lines[:place], told, *lines[place + 1 :]]


def test_an_answer_that_is_none_of_ours_is_not_taken() -> None:
    for what, lines in forgeries():
        try:
            received(lines)
        except (ValueError, LookupError, TypeError):
            continue
        raise AssertionError(what)


def test_names_that_are_not_on_the_roster_are_not_taken() -> None:
    book = read(sheet(*ROWS))
    (one,) = book.sheets
    strange = one.rows[0]._replace(record=one.rows[0].record._replace(outlet="他处日报"))
    with pytest.raises(ValueError, match="unknown names"):
        received(sent(replace(book, sheets=(replace(one, rows=(strange, *one.rows[1:])),))))
