"""A table as a workbook, read back as a spreadsheet program would."""

import datetime as dt

import openpyxl
import pytest

from xcdesk import wording
from xcdesk.files import FileInUseError
from xcdesk.reports.xlsx.table import write_table

HEADING = [["统计表"], ["单位", "日期", "篇"]]


def read(path):
    book = openpyxl.load_workbook(path)
    return book.active


def test_text_stays_text_and_numbers_stay_numbers(tmp_path):
    path = tmp_path / "表.xlsx"
    hostile = ["=1+1", "+1", "-1", "@SUM(A1)", "http://example.cn", "0374", "<b>x</b>"]
    rows = [[words, dt.date(2019, 3, 5), number] for number, words in enumerate(hostile)]
    write_table(path, HEADING, [*rows, ["许昌市", None, 3]])
    sheet = read(path)
    assert [sheet.cell(number, 1).value for number in range(3, 10)] == hostile
    assert {sheet.cell(number, 1).data_type for number in range(3, 10)} == {"s"}
    assert all(sheet.cell(number, 1).hyperlink is None for number in range(3, 10))
    assert (sheet["C4"].value, sheet["C4"].data_type) == (1, "n")
    assert sheet["B3"].value.date() == dt.date(2019, 3, 5)
    assert sheet["B10"].value is None


def test_what_a_cell_cannot_hold_is_left_out_and_what_does_not_fit_is_said(tmp_path):
    path = tmp_path / "表.xlsx"
    long, astral = "长" * 40_000, "𠮷" * 20_000
    write_table(path, HEADING, [["a\x00b\x07\x1bc\nd\ufffe"], [long], [astral], ["满" * 32_767]], ["\x01注"])
    sheet = read(path)
    assert sheet["A3"].value == "abc\nd"
    for cell, whole in ((sheet["A4"].value, long), (sheet["A5"].value, astral)):
        assert len(cell.encode("utf-16-le")) // 2 <= 32_767
        kept = cell[: cell.index("…")]
        assert whole.startswith(kept)
        assert f"还有 {len(whole) - len(kept)} 字没有写入" in cell
    assert sheet["A6"].value == "满" * 32_767
    assert sheet["A8"].value == "注"


def test_the_head_stays_in_view_and_columns_fit_their_words(tmp_path):
    path = tmp_path / "表.xlsx"
    write_table(path, HEADING, [["国网许昌供电公司", dt.date(2019, 3, 5), 1], ["很长的计数规则" * 20]])
    sheet = read(path)
    assert sheet.freeze_panes == "A3"
    assert 16 <= sheet.column_dimensions["A"].width < 30


def test_a_place_that_cannot_be_written_is_refused_and_leaves_what_was_there(tmp_path):
    folder = tmp_path / "表.xlsx"
    folder.mkdir()
    (folder / "x").touch()
    with pytest.raises(FileInUseError) as refused:
        write_table(folder, HEADING, [])
    assert str(folder) in wording.sentence(refused.value)
    assert list(tmp_path.iterdir()) == [folder]
    (tmp_path / "plain").touch()
    with pytest.raises(FileInUseError):
        write_table(tmp_path / "plain" / "t.xlsx", HEADING, [])
