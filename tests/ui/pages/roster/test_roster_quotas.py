"""Quotas on the roster page: changed from a day on, ended, taken back, and the weeks of a year in Excel."""

import datetime as dt

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton

from tests.ui.clipping import clipped
from tests.ui.roster_hands import LEFT, form, press, show, undo, write
from ui.dialogs.quota_form import ALL_DAYS, MISTAKE, OFFICE, EndQuotaForm, QuotaForm
from xcdesk.codes import ContributionState
from xcdesk.models import Contribution
from xcdesk.services.targets import in_force, quotas

SEPTEMBER = dt.date(2019, 9, 2)


@pytest.fixture
def sitter() -> str:
    """Quotas are not for clerks."""
    return "chen"


@pytest.fixture
def page(db, monkeypatch, make_window):
    monkeypatch.setenv("XCDESK_TODAY", "2019-03-05")
    return make_window().page()


def asked(day, code="internal_reference"):
    return [row.minimum for row in quotas.quotas_on(day) if row.quota == code]


def edit(qtbot, page, at):
    show(qtbot, page, "指标")
    page.view().segments.choose("versions")
    page.view().listing.choose(at)
    press(qtbot, page, Qt.Key.Key_F2)
    return form(qtbot, page, QuotaForm)


def test_a_minimum_changes_from_a_day_on_and_the_form_says_what_that_means(qtbot, page):
    dialog = edit(qtbot, page, 1)
    dialog.minimum.set_value(2)
    dialog.since.field.set_day(SEPTEMBER)
    dialog.members.tick(1, on=False)
    assert dialog.effect.text() == "自第36周（9月2日）起，4 家每周应完成 2 篇。"
    assert clipped(dialog) == []
    qtbot.mouseClick(dialog.save_button, LEFT)
    assert asked(SEPTEMBER - dt.timedelta(days=1)) == [1] * 5
    assert asked(SEPTEMBER) == [2] * 4
    undo(qtbot, page)
    assert asked(SEPTEMBER) == [1] * 5
    page.desk.undo.redo()
    assert asked(SEPTEMBER) == [2] * 4


def test_an_overlap_is_refused_by_name_and_what_was_typed_stays(qtbot, page):
    show(qtbot, page, "指标")
    press(qtbot, page, Qt.Key.Key_N, ctrl=True)
    dialog = form(qtbot, page, QuotaForm)
    write(dialog.label, "又一项来稿")
    dialog.subject.choose("contributions")
    qtbot.mouseClick(dialog.save_button, LEFT)
    assert dialog.isVisible()  # nobody ticked
    dialog.members.tick(2, on=True)
    qtbot.mouseClick(dialog.save_button, LEFT)
    said = " ".join(part.text() for part in dialog._problems.values() if part.isVisible())
    assert "内部参考来稿" in said
    assert "许昌晨报" in said
    dialog.subject.choose("items")
    dialog.who.choose(OFFICE)
    qtbot.mouseClick(dialog.save_button, LEFT)
    assert [row.minimum for row in quotas.quotas_on(SEPTEMBER) if row.label == "又一项来稿"] == [1]
    undo(qtbot, page)
    assert "又一项来稿" not in {row.label for row in quotas.quotas_on(SEPTEMBER)}


def test_the_whole_version_is_corrected_where_that_is_meant(qtbot, page):
    dialog = edit(qtbot, page, 0)
    dialog.applies.choose(ALL_DAYS)
    dialog.minimum.set_value(3)
    assert dialog.effect.text() == "不限起始日期，5 家每个刊播日应完成 3 篇。"
    qtbot.mouseClick(dialog.save_button, LEFT)
    assert asked(dt.date(2018, 3, 5), "daily_report") == [3] * 5


def test_a_quota_ends_and_goes_on_or_is_taken_away(qtbot, page):
    show(qtbot, page, "指标")
    press(qtbot, page, Qt.Key.Key_Delete)
    dialog = form(qtbot, page, EndQuotaForm)
    qtbot.mouseClick(dialog.save_button, LEFT)
    assert asked(dt.date(2019, 3, 6), "daily_report") == []
    undo(qtbot, page)
    assert asked(dt.date(2019, 3, 6), "daily_report") == [1] * 5
    press(qtbot, page, Qt.Key.Key_Delete)
    dialog = form(qtbot, page, EndQuotaForm)
    dialog.how.choose(MISTAKE)
    qtbot.mouseClick(dialog.save_button, LEFT)
    assert "daily_report" not in {one.code for one in in_force.versions()}
    undo(qtbot, page)
    assert asked(dt.date(2019, 3, 6), "daily_report") == [1] * 5


def test_weeks_of_a_year_are_read_and_written_to_excel(qtbot, page, monkeypatch, tmp_path):
    Contribution.create(
        outlet=1, received_on=dt.date(2019, 1, 9), title="来稿", state=ContributionState.ACCEPTED
    )
    show(qtbot, page, "指标")
    view = page.view()
    view.segments.choose("weeks")
    row = [str(view.weeks.index(0, column).data()) for column in range(4)]
    assert row == ["许昌日报", "9", "1", "8"]
    assert not page.verbs.action("edit").isEnabled()
    refusals = {one.text: one.reason for one in page.verbs.refused()}
    assert "请在左上角切到“当前”" in refusals["新增指标"]
    path = tmp_path / "周.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    qtbot.mouseClick(view.export, LEFT)
    qtbot.waitUntil(lambda: path.exists() and not page.desk.runner.busy())
    lines = list(openpyxl.load_workbook(path).active.values)
    assert lines[1][:6] == ("媒体单位", "应完成周数", "完成周数", "未完成周数", "未完成的周", "第1周")
    assert lines[2][:4] == ("许昌日报", 9, 1, 8)
    assert (lines[2][5], lines[2][6]) == (0, 1)
    back = next(one for one in view.findChildren(QPushButton) if one.accessibleName() == "下一年")
    qtbot.mouseClick(back, LEFT)
    assert view.year() == 2020
    assert not view.export.isEnabled()
