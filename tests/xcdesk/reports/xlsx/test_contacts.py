"""The contact book as a workbook, read back as a spreadsheet program would."""

import datetime as dt

import openpyxl

from xcdesk import sheets
from xcdesk.services.roster import outlet_changes, outlets, tenure_changes
from xcdesk.services.roster.tenure_changes import TenureChange

DAY = dt.date(2019, 3, 28)


def read(path):
    return openpyxl.load_workbook(path).active


def test_each_outlet_is_one_line_with_leader_and_liaison(clerk, tmp_path, monkeypatch):
    monkeypatch.setenv("XCDESK_TODAY", DAY.isoformat())
    outlet_changes.mark_verified(clerk, 1, 1, DAY)
    path = tmp_path / "通讯录.xlsx"
    assert sheets.write_book(path) == 5
    sheet = read(path)
    heads = [sheet.cell(3, column).value for column in (1, 2, 3, 4, 5, 8, 11, 12, 13)]
    assert heads == [
        "序号", "层级", "媒体单位", "类别", "责任领导", "联络员", "其他联系人", "核实日期", "备注"
    ]  # fmt: skip
    assert [sheet.cell(4, column).value for column in (5, 6, 7)] == ["姓名", "职务", "办公电话"]
    daily = outlets.outlets()[0]
    first = [sheet.cell(5, column).value for column in (1, 3, 5, 7, 8)]
    assert first == [1, "许昌日报", daily.leader.name, daily.leader.phone, daily.liaison.name]
    assert sheet.cell(5, 12).value.date() == DAY
    assert (sheet.cell(9, 8).value, sheet.cell(9, 12).value) == ("缺", "未核实")
    assert (sheet.freeze_panes, sheet.page_setup.orientation) == ("D5", "landscape")
    assert sheet.print_title_rows == "$3:$4"


def test_what_looks_like_a_formula_stays_text(clerk, tmp_path):
    person = outlets.outlets()[0].leader
    tenure_changes.change_tenure(clerk, person.id, 1, TenureChange("=1+1", "@SUM(A1)", "+86"))
    path = tmp_path / "b.xlsx"
    sheets.write_book(path)
    cells = [read(path).cell(5, column) for column in (5, 6, 7)]
    assert [(cell.value, cell.data_type) for cell in cells] == [
        ("=1+1", "s"),
        ("@SUM(A1)", "s"),
        ("+86", "s"),
    ]
