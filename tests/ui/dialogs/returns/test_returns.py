"""Who has sent, as a clerk works with it: months, reminders, nothing to report, templates, the list."""

import datetime as dt
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QPushButton

from tests.sheets import sheet
from tests.ui.clipping import clipped
from ui import translation
from ui.dialogs.returns.forms import ReceivedForm, RulesForm
from ui.dialogs.returns.status import ReturnsDialog
from ui.widgets.banner import Banner
from xcdesk import files
from xcdesk.files import FileInUseError
from xcdesk.importers import apply, plan, receipts
from xcdesk.importers.raw import RawBook
from xcdesk.importers.said import Said
from xcdesk.services.office import people
from xcdesk.services.returns import returns_rules

LEFT = Qt.MouseButton.LeftButton
GOOD = ("2019-03-05", "许昌日报", "甲镇推行首问负责制")
BAD = ("2019-03-06", "天外来客报", "乙局压缩审批时限")


@pytest.fixture
def office(db, tmp_path, monkeypatch):
    """9 April 2019: one county has sent, a part of it was sent back, one was sent back whole."""
    monkeypatch.setenv("XCDESK_TODAY", "2019-04-09")
    clerk = people.actor("guo")
    for name, rows in (("鄢陵县3月.xlsx", (GOOD, BAD)), ("襄城县3月.xlsx", (BAD,))):
        path = tmp_path / name
        path.write_text(repr(rows), "utf-8")
        book = RawBook("xlsx", "", (sheet(("日期", "媒体", "标题"), *rows),))
        read = plan.consider(path, book, Said())
        apply.apply(read, clerk)
        receipts.send_back(read, clerk)
    return clerk


@pytest.fixture
def page(qtbot, office, desk) -> ReturnsDialog:
    """The page without a main window."""
    made = ReturnsDialog(desk)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def row_of(page, name):
    return next(at for at, one in enumerate(page.model.rows()) if one.unit.name == name)


def choose(page, name):
    page.table.select_row(row_of(page, name))


def cells(page, name):
    row = row_of(page, name)
    return [page.model.index(row, column).data() for column in range(page.model.columnCount())]


def notice(page):
    return next(one.title.text() for one in page.findChildren(Banner) if one.isVisible())


def test_each_county_has_its_state_and_its_files(page):
    assert page.state.month == dt.date(2019, 3, 1)
    assert cells(page, "禹州市") == ["禹州市", "逾期未报", "", "", "", "", ""]
    assert cells(page, "鄢陵县")[1:6] == ["迟报", "4月9日", "1", "1", "待重报 1 行"]
    assert cells(page, "襄城县")[1] == "已退回待重报"
    assert "应报 9 家，已报 2" in page.summary.text()
    choose(page, "鄢陵县")
    assert [file.file for file in page.files.rows()] == ["鄢陵县3月.xlsx"]
    assert page.table.hasFocus()


def test_a_unit_without_a_file_says_so_over_the_empty_list(page):
    rows = page.model.rows()
    page.table.select_row(next(at for at, one in enumerate(rows) if not one.files))
    assert "还没有来文" in page.heading.text()
    page.table.select_row(next(at for at, one in enumerate(rows) if one.files))
    assert "还没有来文" not in page.heading.text()


def test_other_months_are_looked_at_with_the_arrows(page):
    page.period.back()
    assert page.state.month == dt.date(2019, 2, 1)
    assert not any(one.files for one in page.model.rows())


def test_the_reminder_of_one_and_of_all_goes_to_the_clipboard(qtbot, page):
    choose(page, "禹州市")
    page.verbs.trigger("chase_one")
    said = QGuiApplication.clipboard().text()
    assert "禹州市至今未报" in said
    assert "长葛市" not in said
    page.verbs.trigger("chase_all")
    said = QGuiApplication.clipboard().text()
    assert "禹州市、长葛市" in said
    assert "鄢陵县2019年3月报送表《鄢陵县3月.xlsx》有 1 行已退回" in said


def test_nothing_to_report_is_noted_and_taken_back(page, desk):
    choose(page, "禹州市")
    page.verbs.trigger("nil")
    assert cells(page, "禹州市")[1] == "迟报"
    assert not page.verbs.action("nil").isEnabled()
    assert desk.undo.undo_name() == "登记禹州市零报告"
    desk.undo.undo()
    assert cells(page, "禹州市")[1] == "逾期未报"
    desk.undo.redo()
    assert cells(page, "禹州市")[1] == "迟报"


def test_the_day_of_receipt_is_corrected_and_comes_back_by_undo(qtbot, page, desk):
    choose(page, "鄢陵县")
    page.verbs.trigger("received")
    form = page.findChild(ReceivedForm)
    form.day.set_day(dt.date(2019, 4, 10))
    qtbot.mouseClick(form.save_button, LEFT)
    assert form.isVisible()
    form.day.set_day(dt.date(2019, 4, 4))
    qtbot.mouseClick(form.save_button, LEFT)
    assert cells(page, "鄢陵县")[1:3] == ["按时", "4月4日"]
    desk.undo.undo()
    assert cells(page, "鄢陵县")[1] == "迟报"


def test_enter_on_a_file_shows_its_import(office, window):
    window.menus.verbs.trigger("returns")
    page = window.imports.returns
    choose(page, "鄢陵县")
    page.below.setFocus()
    page.below.activated.emit(page.below.currentIndex())
    records = window.imports.records
    assert records.isVisible()
    assert records.model.batch(records.table.currentIndex().row()).file == "鄢陵县3月.xlsx"


@pytest.mark.parametrize("sitter", ["chen"])
def test_who_owes_and_until_when_is_changed_in_a_form(qtbot, page, desk):
    page.verbs.trigger("rules")
    form = page.findChild(RulesForm)
    assert form.rules() == returns_rules.load()
    form.units.item(0).setCheckState(Qt.CheckState.Unchecked)
    form.due_day.setText("40")
    qtbot.mouseClick(form.save_button, LEFT)
    assert form.isVisible()
    form.due_day.setText("10")
    form.contact.setText("示例·郭某")
    qtbot.mouseClick(form.save_button, LEFT)
    assert "禹州市" not in [one.unit.name for one in page.model.rows()]
    assert cells(page, "鄢陵县")[1] == "按时"
    desk.undo.undo()
    assert cells(page, "鄢陵县")[1] == "迟报"


def test_a_template_is_made_and_a_file_in_use_gets_another_name(qtbot, page, tmp_path, monkeypatch):
    target = tmp_path / "模板.xlsx"
    target.write_text("open in Excel")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    write_file = files.write_file

    def in_use(path: Path, content: bytes) -> None:
        if path == target:
            raise FileInUseError(path=path)
        write_file(path, content)

    monkeypatch.setattr("xcdesk.importers.templates.write_file", in_use)
    choose(page, "禹州市")
    page.verbs.trigger("template")
    assert notice(page) == "没有写出"
    other = next(made for made in page.findChildren(QPushButton) if made.text() == "另存为 模板_2.xlsx")
    qtbot.mouseClick(other, LEFT)
    assert openpyxl.load_workbook(tmp_path / "模板_2.xlsx")["报送表"]["A2"].value == "填报单位：禹州市"


def test_templates_for_all_and_the_list_are_written(qtbot, page, tmp_path, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "模板"))
    page.verbs.trigger("templates")
    assert not page.verbs.action("templates").isEnabled()
    qtbot.waitUntil(lambda: page.verbs.action("templates").isEnabled())
    assert len(list((tmp_path / "模板").iterdir())) == 9
    assert notice(page).startswith("已写出 9 份")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "a.xlsx"), ""))
    page.verbs.trigger("export")
    assert openpyxl.load_workbook(tmp_path / "a.xlsx").active["A1"].value == "2019年3月报送情况表"


def test_grey_verbs_say_why(page):
    choose(page, "鄢陵县")
    refused = {one.text: one.reason for one in page.verbs.refused()}
    assert "本月已经报送" in refused["登记零报告"]


def test_the_card_of_today_opens_the_month(qtbot, office, window):
    window.show_page("today")
    shown = window.page()
    duty = next(duty for duty in shown.cards._duties if duty.place.key == "returns")
    shown.asked_for.emit(duty.place.key, duty.place.target)
    assert window.imports.returns.state.month == dt.date(2019, 3, 1)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_nothing_is_cut_off_on_the_smallest_screen(qtbot, office, desk, language):
    translation.install(language)
    page = ReturnsDialog(desk)
    qtbot.addWidget(page)
    page.show()
    page.resize(1366, 700)
    qtbot.waitUntil(lambda: page.table.viewport().width() > 1000)
    assert clipped(page) == []
