"""Where the log stands: the first report, a day, what is chosen when another list comes; its menus."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from tests.ui.log_hands import LAST_YEAR, MONDAY, F, cell, titles
from ui.dialogs.day_forms import GoToDayForm
from xcdesk.codes import ContactRole
from xcdesk.services.counts.item_filter import ItemFilter
from xcdesk.services.log import coverage
from xcdesk.services.log.arrangement import Order
from xcdesk.services.record.entries import NewItem
from xcdesk.services.roster import outlets, tenure_history
from xcdesk.services.roster.tenure_history import PastTenure
from xcdesk.services.roster.tenures import Span


@pytest.fixture
def office(log_office):
    return log_office


@pytest.fixture
def page(log_page):
    return log_page


def test_the_detail_pane_names_who_was_responsible_that_day(page, desk):
    before = Span(dt.date(2018, 1, 1), dt.date(2018, 12, 31))
    outlet = next(row for row in outlets.outlets() if row.name == "许昌日报")
    entered = PastTenure(outlet.id, ContactRole.LEADER, "示例·何某", before, "总编辑", "0374-1")
    tenure_history.enter_tenure(desk.actor, entered)
    coverage.log_item(desk.actor, NewItem(LAST_YEAR, "许昌日报", "往年之四"))
    page.reload()
    page.verbs.trigger("log_detail")
    cell(page, "往年之四", F.TITLE)
    page.log._show_chosen()
    words = " ".join(part.text() for part in page.log.detail.findChildren(QLabel))
    assert "责任领导（当日）" in words
    assert "示例·何某  0374-1" in words
    cell(page, "承诺之一", F.TITLE)
    page.log._show_chosen()
    assert "示例·何某" not in " ".join(part.text() for part in page.log.detail.findChildren(QLabel))


def test_the_first_report_is_chosen_on_entering_the_whole_log(page):
    assert [row.title for row in page.log.rows()] == ["承诺之二"]


def test_all_chosen_reports_of_one_list_are_not_all_of_the_next(page):
    page.verbs.trigger("items_all")
    assert page.log.chosen_count() == 3
    page.log.filters.ask(ItemFilter(holds=((F.TITLE, "承诺"),)))
    assert page.log.chosen_count() == 0
    page.log.filters.clear()
    assert page.log.chosen_count() == 0


def test_the_log_goes_to_a_day_or_to_the_next_one_with_reports(qtbot, page, window):
    page.log.sort_by(Order(F.TITLE))
    for typed, title in ((dt.date(2019, 1, 1), "窗口之三"), (MONDAY, "承诺之二")):
        page.verbs.trigger("log_day")
        form = window.findChildren(GoToDayForm)[-1]
        form.day.set_day(typed)
        qtbot.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
        assert [row.title for row in page.log.rows()] == [title]
    page.log.filters.ask(ItemFilter(holds=((F.TITLE, "没有这样的"),)))
    page.verbs.trigger("log_day")
    form = window.findChildren(GoToDayForm)[-1]
    qtbot.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    assert form.isVisible()
    form.reject()


def test_days_without_reports_lead_to_those_with_the_latest(qtbot, page):
    page.turn()
    page.period.go_to(dt.date(2019, 12, 1))
    assert titles(page) == []
    way = next(one for one in page.log.findChildren(QPushButton) if one.text().startswith("看"))
    qtbot.mouseClick(way, Qt.MouseButton.LeftButton)
    assert titles(page) == ["承诺之二", "承诺之一"]


def test_rare_verbs_stand_in_groups(page):
    entries = [action for action in page.bar._menu.actions() if not action.isSeparator()]
    assert len(entries) <= 10
    groups = [action.menu().title() for action in entries if action.menu() is not None]
    assert groups == ["选中的报道", "列表与列", "矩阵格子", "时段", "证据与记录"]
    assert all(action.menu() is not None for action in entries[-len(groups) :])
