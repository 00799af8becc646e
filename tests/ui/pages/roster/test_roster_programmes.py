"""The programmes of all outlets: listed, narrowed, added, closed, removed, followed to the log."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from tests.ui.roster_hands import form, press, show, undo, write
from ui.dialogs.outlet_forms import DayForm, ProgrammeForm
from ui.dialogs.printout import PrintoutDialog
from ui.widgets.chips import FilterChip
from xcdesk.services import trash
from xcdesk.services.log import coverage
from xcdesk.services.office import people
from xcdesk.services.record.entries import NewItem

DAY = dt.date(2019, 3, 5)


@pytest.fixture
def page(qtbot, monkeypatch, make_window):
    monkeypatch.setenv("XCDESK_TODAY", DAY.isoformat())
    window = make_window()
    show(qtbot, window.page(), "栏目")
    return window.page()


def listed(page):
    return [(row.outlet, row.name) for row in page.view().model.rows()]


def choose(page, name):
    page.view().choose(next(row.id for row in page.view().model.rows() if row.name == name))


def chip(page, words):
    return next(one for one in page.view().findChildren(FilterChip) if words in one.text())


def test_all_outlets_are_in_one_list_that_chips_and_words_narrow(qtbot, page):
    assert ("许昌人民广播电台", "行风热线") in listed(page)
    outlets = [outlet for outlet, _ in listed(page)]
    assert outlets == sorted(outlets, key=outlets.index)
    chip(page, "固定栏目").click()
    assert {name for _, name in listed(page)} == {"执行力提升年"}
    chip(page, "固定栏目").click()
    write(page.search, "电视台")
    qtbot.waitUntil(lambda: {outlet for outlet, _ in listed(page)} == {"许昌电视台"})


def test_one_is_added_to_an_outlet_closed_and_taken_back(qtbot, page):
    press(qtbot, page, Qt.Key.Key_N, ctrl=True)
    asked = form(qtbot, page, ProgrammeForm)
    asked.outlet.setCurrentIndex(asked.outlet.findText("许昌晨报"))
    write(asked.name, "示例专栏")
    qtbot.mouseClick(asked.save_button, Qt.MouseButton.LeftButton)
    assert ("许昌晨报", "示例专栏") in listed(page)
    choose(page, "示例专栏")
    press(qtbot, page, Qt.Key.Key_Delete)
    qtbot.mouseClick(form(qtbot, page, DayForm).save_button, Qt.MouseButton.LeftButton)
    assert "示例专栏" not in dict(map(reversed, listed(page)))
    chip(page, "含已结束").click()
    choose(page, "示例专栏")
    assert page.view().model.rows()[page.view().listing.at()].row.closed_on == DAY
    press(qtbot, page, Qt.Key.Key_R, ctrl=True, shift=True)
    assert page.view().row().active


def test_one_added_by_mistake_goes_into_the_trash_and_comes_back(qtbot, page):
    choose(page, "行风热线")
    press(qtbot, page, Qt.Key.Key_Delete, shift=True)
    assert "行风热线" not in dict(map(reversed, listed(page)))
    assert [row.title for row in trash.page().rows] == ["行风热线"]
    undo(qtbot, page)
    assert "行风热线" in dict(map(reversed, listed(page)))
    assert trash.page().rows == ()


def test_its_reports_are_shown_in_the_log(page):
    coverage.log_item(page.desk.actor, NewItem(DAY, "许昌人民广播电台", "热线一期", programme="行风热线"))
    choose(page, "行风热线")
    page.verbs.trigger("programme_reports")
    there = page.window().page()
    assert there.key == "coverage"
    assert [there.log.model.row(at).title for at in range(there.log.model.rowCount())] == ["热线一期"]


def test_a_missing_column_is_named_and_reports_of_the_year_are_counted(qtbot, page, tmp_path, monkeypatch):
    coverage.log_item(people.actor("guo"), NewItem(DAY, "许昌晨报", "示例", programme="百姓看政"))
    assert page.view().gaps.text() == ""
    choose(page, "执行力提升年")
    press(qtbot, page, Qt.Key.Key_Delete)
    qtbot.mouseClick(form(qtbot, page, DayForm).save_button, Qt.MouseButton.LeftButton)
    assert page.view().gaps.text() == "▲ 未开办活动固定专栏：许昌日报"
    rows = page.view().model
    at = next(n for n, row in enumerate(rows.rows()) if row.name == "百姓看政")
    assert rows.index(at, rows.columnCount() - 1).data() == "1 篇 · 1 次"
    page.verbs.trigger("print_programmes")
    shown = form(qtbot, page, PrintoutDialog)
    target = tmp_path / "栏目.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    shown.verbs.trigger("xlsx")
    assert target.read_bytes().startswith(b"PK")
    shown.reject()
