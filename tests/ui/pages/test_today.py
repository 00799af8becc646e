"""Today as a clerk walks through it: lines of all cards, what Enter does, where the arrow leads."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton

from ui.dialogs.log_item import LogItemForm
from ui.pages.today import TodayPage
from ui.widgets.chips import StateChip
from ui.widgets.pace_bar import PaceBar
from xcdesk import clock, store
from xcdesk.codes import MaterialKind
from xcdesk.services import approvals, cells, coverage, people
from xcdesk.services.approvals import NewMaterial
from xcdesk.services.cells import Cell
from xcdesk.services.entries import NewItem
from xcdesk.services.outlets import outlets

TUESDAY = dt.date(2019, 3, 5)


@pytest.fixture
def office(db, monkeypatch):
    """Tuesday 5 March 2019: the daily has run something today, the morning paper has no issue."""
    monkeypatch.setenv("XCDESK_TODAY", "2019-03-05")
    monkeypatch.setattr(clock, "utc_now", at_nine)
    clerk = people.actor("guo")
    known = {row.name: row.id for row in outlets()}
    coverage.log_items(clerk, [NewItem(TUESDAY, "许昌日报", "承诺之一", "news")])
    cells.set_none_today(clerk, Cell(known["许昌晨报"], TUESDAY), "no_issue")
    return known


@pytest.fixture
def page(office, window) -> TodayPage:
    shown = window.page()
    assert isinstance(shown, TodayPage)
    return shown


def at_nine() -> dt.datetime:
    """The instant at which these tests happen, before every deadline."""
    return dt.datetime(2019, 3, 5, 9).astimezone(dt.UTC).replace(tzinfo=None)


def titles(page):
    return [line.accessibleName().split("，")[1] for line in page.cards.lines()]


def words(page):
    return " ".join(part.text() for part in page.findChildren(QLabel) if part.isVisible())


def press(qtbot, key):
    qtbot.keyClick(QApplication.focusWidget(), key)


def test_silent_outlets_come_first_and_the_one_that_said_why_last(page):
    assert titles(page)[:4] == ["许昌人民广播电台", "许昌电视台", "许昌廉政网", "许昌晨报"]
    assert "应报 5 家，还有 4 家没有报道" in words(page)


def test_first_line_has_the_focus_and_the_arrows_walk_through_all_cards(qtbot, page):
    lines = page.cards.lines()
    assert lines[0].hasFocus()
    for _ in range(4):
        press(qtbot, Qt.Key.Key_Down)
    assert lines[4].hasFocus()
    press(qtbot, Qt.Key.Key_Up)
    assert lines[3].hasFocus()


def test_enter_on_a_silent_outlet_opens_the_form_for_it_and_saving_takes_the_line_away(qtbot, page):
    page.cards.lines()[1].setFocus()
    press(qtbot, Qt.Key.Key_Return)
    form = page.window().findChild(LogItemForm)
    assert (form.outlet.currentText(), form.day.day()) == ("许昌电视台", TUESDAY)
    qtbot.keyClicks(form.title, "ni hao")
    qtbot.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    assert "许昌电视台" not in titles(page)[:3]
    assert page.cards.line() is page.cards.lines()[1]


def test_logged_outlet_comes_back_by_undo(qtbot, page):
    before = titles(page)
    page.cards.lines()[0].verb.click()
    form = page.window().findChild(LogItemForm)
    qtbot.keyClicks(form.title, "x")
    qtbot.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    page.desk.undo.undo()
    assert titles(page) == before


def test_right_arrow_opens_the_cell_of_the_outlet(qtbot, office, page):
    press(qtbot, Qt.Key.Key_Right)
    there = page.window().page()
    assert there.key == "coverage"
    assert there.matrix.cell() == Cell(office["许昌人民广播电台"], TUESDAY)


def test_f7_shows_whom_to_phone_and_notes_none_today(qtbot, page):
    page.cards.lines()[0].setFocus()
    press(qtbot, Qt.Key.Key_F7)
    assert "许昌人民广播电台联络员" in words(page)
    none = next(made for made in page.findChildren(QPushButton) if made.text() == "今日无稿…")
    qtbot.mouseClick(none, Qt.MouseButton.LeftButton)
    menu = next(each for each in page.findChildren(QMenu) if each.isVisible())
    action = next(each for each in menu.actions() if each.text() == "停播")
    qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
    said = {row.cell.outlet_id: row.reason for row in cells.none_rows(TUESDAY, TUESDAY)}
    assert "off_air" in said.values()


def test_enter_past_the_deadline_shows_whom_to_phone(qtbot, monkeypatch, page):
    monkeypatch.setattr(clock, "utc_now", lambda: at_nine() + dt.timedelta(hours=7, minutes=30))
    page.reload()
    assert page.cards.lines()[0].accessibleName() == (
        "逾期，许昌人民广播电台，16:00 截稿，尚未询问，还没有过报道，打电话并登记"
    )
    press(qtbot, Qt.Key.Key_Return)
    assert "许昌人民广播电台联络员" in words(page)


def test_line_of_an_outlet_that_said_why_leads_to_its_cell(qtbot, office, page):
    qtbot.mouseClick(page.cards.lines()[3].verb, Qt.MouseButton.LeftButton)
    assert page.window().page().matrix.cell() == Cell(office["许昌晨报"], TUESDAY)


def test_reminder_names_who_owes_what_and_goes_to_the_clipboard(qtbot, page):
    at = titles(page).index("许昌日报")
    qtbot.mouseClick(page.cards.lines()[at].verb, Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("许昌日报：您好")
    assert "第10周内部参考来稿" in copied
    page.cards.lines()[-1].setFocus()
    qtbot.keyClick(
        page.window(), Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert "2月宣传情况报送表" in QGuiApplication.clipboard().text()
    assert "襄城县" in QGuiApplication.clipboard().text()


def test_verbs_of_a_line_are_grey_where_they_mean_nothing(page):
    page.cards.lines()[-1].setFocus()
    assert not page.verbs.action("call").isEnabled()
    assert page.verbs.action("remind").isEnabled()
    page.cards.lines()[0].setFocus()
    assert page.verbs.action("call").isEnabled()
    assert not page.verbs.action("remind").isEnabled()


def test_text_waits_on_the_page_of_the_leader_alone_and_opens_in_approvals(qtbot, page, desk):
    assert "没有等您签的文稿" in words(page)
    clerk, leader = people.actor("guo"), people.actor("chen")
    made = approvals.create(clerk, NewMaterial(MaterialKind.NOTICE, "关于推进会的通知", "正文"))
    approvals.submit(clerk, made.id)
    object.__setattr__(desk, "actor", leader)
    page.reload()
    at = titles(page).index("关于推进会的通知")
    page.cards.lines()[at].setFocus()
    press(qtbot, Qt.Key.Key_Return)
    there = page.window().page()
    assert there.key == "approvals"
    assert there.queue.current().id == made.id


def test_tab_counts_what_is_still_to_be_done(page):
    lines = len(page.cards.lines())
    assert page.window().tabs.tabText(0) == f"今日  {lines - 1}"


def test_pace_tells_the_day_on_which_the_target_is_reached(office, page):
    clerk = people.actor("guo")
    coverage.log_items(
        clerk, [NewItem(dt.date(2019, 1, day), "许昌日报", f"t{day}", tier="provincial") for day in (5, 9)]
    )
    page.reload()
    assert "2 次，按现在的进度 11月16日满 10 次" in words(page)
    assert "0 次，按现在的进度到不了 10 次" in words(page)
    bar = next(made for made in page.findChildren(PaceBar) if made.accessibleName().startswith("许昌日报"))
    assert bar.filled() == pytest.approx(0.2)
    assert bar.mark() == pytest.approx(64 / 365)


def test_interviews_and_cases_say_that_they_come_later(page):
    assert "0 / 95" in words(page)
    assert "从承诺事项中计数" in words(page)
    assert "督办在后续版本里提供" in words(page)


def test_backup_is_taken_by_the_button_and_told_on_page_and_status_line(qtbot, page):
    qtbot.mouseClick(page.side.back_up, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: store.last_backup(store.where()) is not None and not page.desk.runner.busy())
    chips = [chip.word for chip in page.side.findChildren(StateChip) if chip.isVisible()]
    assert any(word.endswith("已备份") for word in chips)
    said = " ".join(part.text() for part in page.window().status.findChildren(QLabel))
    assert "已备份并核验" in said
    assert "尚未备份" not in said


def test_a_card_with_nothing_says_so_in_one_line(page):
    clerk = people.actor("guo")
    for name in ("许昌晨报", "许昌人民广播电台", "许昌电视台", "许昌廉政网"):
        coverage.log_item(clerk, NewItem(TUESDAY, name, "承诺"))
    page.reload()
    assert "今日应报的 5 家均已登记" in words(page)


def test_f6_goes_to_the_backup_button_and_back(qtbot, page):
    press(qtbot, Qt.Key.Key_F6)
    assert page.side.back_up.hasFocus()
    press(qtbot, Qt.Key.Key_Escape)
    assert page.cards.lines()[0].hasFocus()
