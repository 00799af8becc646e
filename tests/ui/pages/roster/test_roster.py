"""The roster by mouse and keyboard: gaps, people, checks, programmes, spellings, and the way back."""

import datetime as dt

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from tests.ui.clipping import clipped
from tests.ui.roster_hands import CONTROL, LEFT, form, in_front, press, press_in_pane, said, undo, write
from ui.dialogs.list_forms import SpellingForm
from ui.dialogs.outlet_forms import DayForm, OutletForm, ProgrammeForm
from ui.dialogs.tenure_forms import HolderForm, PersonForm
from ui.theme.tokens import State
from ui.widgets.chips import StateChip
from ui.widgets.state_cell import STATE_ROLE
from xcdesk import clock
from xcdesk.errors import StaleRowError
from xcdesk.services.roster import outlet_changes, outlets, programmes, spellings, tenures

DAILY, WEB = "许昌日报", "许昌廉政网"


@pytest.fixture
def page(window):
    return window.page()


def names(page) -> list[str]:
    return [row.name for row in page.outlets.model.rows()]


def outlet(name: str):
    return next(row for row in outlets.outlets(everyone=True) if row.name == name)


def choose(qtbot, page, name: str) -> None:
    """Click the row of an outlet."""
    table = page.outlets.listing.table
    box = table.visualRect(table.model().index(names(page).index(name), 0))
    qtbot.mouseClick(table.viewport(), LEFT, pos=box.center())


def test_a_gap_is_a_chip_in_the_very_cell_that_is_empty(page):
    model, at = page.outlets.model, names(page).index(WEB)
    cells = [(model.index(at, column).data(), model.index(at, column).data(STATE_ROLE)) for column in (3, 4)]
    assert cells == [("示例·韩某", None), ("缺联络员", State.LATE)]


def test_the_tab_counts_the_outlets_with_gaps(window, page):
    assert window.tabs.tabText(1) == "媒体名册  1"


def test_the_chip_leaves_only_outlets_with_gaps(qtbot, page):
    qtbot.mouseClick(page.outlets.only_gaps, LEFT)
    assert names(page) == [WEB]
    qtbot.mouseClick(page.outlets.only_gaps, LEFT)
    assert len(names(page)) == len(outlets.outlets())


def test_the_filter_box_finds_an_outlet_by_the_name_of_a_person(qtbot, page):
    press(qtbot, page, Qt.Key.Key_F, ctrl=True)
    page.search.setText("韩某")
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert names(page) == [WEB]


def test_a_filter_without_an_answer_offers_to_be_cleared(qtbot, page):
    page.search.setText("没有这一家")
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    way = page.main_view()
    assert way.text() == "清除筛选"
    qtbot.mouseClick(way, LEFT)
    assert len(names(page)) == len(outlets.outlets())


def test_the_pane_says_what_is_missing_and_who_is_named(qtbot, page):
    choose(qtbot, page, WEB)
    assert "缺联络员" in said(page)
    assert "示例·韩某" in said(page)
    assert "联系方式还没有核实过" in said(page)
    chips = [chip.word for chip in page.outlets.detail.findChildren(StateChip)]
    assert chips == ["有缺口", "栏目已开"]


def test_f8_marks_the_contacts_verified_and_undo_takes_it_back(qtbot, page):
    choose(qtbot, page, DAILY)
    press(qtbot, page, Qt.Key.Key_F8)
    assert outlet(DAILY).verified_on == clock.today()
    undo(qtbot, page)
    assert outlet(DAILY).verified_on is None


def test_a_new_liaison_fills_the_gap_and_undo_opens_it_again(qtbot, page):
    choose(qtbot, page, WEB)
    press(qtbot, page, Qt.Key.Key_L, ctrl=True)
    dialog = form(qtbot, page, HolderForm)
    write(dialog.name, "示例·何某")
    qtbot.mouseClick(dialog.save_button, LEFT)
    assert outlet(WEB).gaps == ()
    assert "示例·何某" in said(page)
    undo(qtbot, page)
    assert outlet(WEB).liaison is None


def test_the_one_before_stays_in_the_history(qtbot, page):
    choose(qtbot, page, DAILY)
    before = outlet(DAILY).liaison.name
    page.verbs.trigger("liaison_change")
    dialog = form(qtbot, page, HolderForm)
    write(dialog.name, "示例·何某")
    with qtbot.waitSignal(dialog.saved):
        qtbot.keyClick(dialog, Qt.Key.Key_Return, CONTROL)
    assert outlet(DAILY).liaison.name == "示例·何某"
    assert f"联络员  {before}" in said(page)
    undo(qtbot, page)
    assert outlet(DAILY).liaison.name == before
    press(qtbot, page, Qt.Key.Key_Y, ctrl=True)
    assert outlet(DAILY).liaison.name == "示例·何某"


def test_a_day_that_overlaps_is_refused_at_the_day_and_the_name_stays(qtbot, page):
    choose(qtbot, page, DAILY)
    page.verbs.trigger("leader_change")
    dialog = form(qtbot, page, HolderForm)
    write(dialog.name, "示例·何某")
    dialog.since.set_day(dt.date(2018, 1, 1))
    qtbot.mouseClick(dialog.save_button, LEFT)
    shown = [part.text() for part in dialog.findChildren(QLabel) if part.isVisible()]
    assert any("与新任期重叠" in words for words in shown)
    assert dialog.isVisible()
    assert dialog.name.text() == "示例·何某"
    assert QApplication.focusWidget() is dialog.since
    qtbot.waitUntil(lambda: clipped(dialog) == [])


def test_several_acts_on_one_outlet_are_taken_back_one_after_the_other(qtbot, page):
    choose(qtbot, page, DAILY)
    press(qtbot, page, Qt.Key.Key_F8)
    press(qtbot, page, Qt.Key.Key_Delete)
    undo(qtbot, page)
    undo(qtbot, page)
    assert (outlet(DAILY).active, outlet(DAILY).verified_on) == (True, None)
    for _ in range(2):
        press(qtbot, page, Qt.Key.Key_Y, ctrl=True)
    assert (outlet(DAILY).active, outlet(DAILY).verified_on) == (False, clock.today())


def test_undo_leaves_what_somebody_else_changed_meanwhile(qtbot, page, leader):
    choose(qtbot, page, DAILY)
    press(qtbot, page, Qt.Key.Key_F8)
    outlet_changes.mark_verified(leader, outlet(DAILY).id, outlet(DAILY).version, dt.date(2019, 6, 1))
    with pytest.raises(StaleRowError):
        page.desk.undo.undo()
    assert outlet(DAILY).verified_on == dt.date(2019, 6, 1)


def test_an_outlet_is_added_by_keyboard_alone(qtbot, page):
    press(qtbot, page, Qt.Key.Key_N, ctrl=True)
    dialog = form(qtbot, page, OutletForm)
    write(QApplication.focusWidget(), "禹州市融媒体中心")
    dialog.tier.choose("county")
    write(dialog.deadline, "16：00")
    with qtbot.waitSignal(dialog.saved):
        qtbot.keyClick(dialog, Qt.Key.Key_Return, CONTROL)
    made = outlet("禹州市融媒体中心")
    assert (made.tier.value, made.deadline, made.publication_days) == ("county", "16:00", "1234567")
    assert page.outlets.row().name == "禹州市融媒体中心"
    undo(qtbot, page)
    assert not outlet("禹州市融媒体中心").active


@pytest.mark.parametrize(
    ("name", "deadline", "sentence"),
    [(DAILY, "", "名册里已有“许昌日报”"), ("示例报", "25:99", "截稿时间要写成 16:00"), ("", "", "还没有填")],
)
def test_a_refused_outlet_keeps_its_form_with_the_reason(qtbot, page, name, deadline, sentence):
    page.verbs.trigger("add")
    dialog = form(qtbot, page, OutletForm)
    write(dialog.name, name)
    write(dialog.deadline, deadline)
    qtbot.mouseClick(dialog.save_button, LEFT)
    shown = [part.text() for part in dialog.findChildren(QLabel) if part.isVisible()]
    assert any(sentence in words for words in shown)
    assert dialog.deadline.text() == deadline


def test_enter_opens_the_form_of_the_chosen_outlet(qtbot, page):
    choose(qtbot, page, DAILY)
    qtbot.keyClick(page.outlets.listing.table, Qt.Key.Key_Return)
    dialog = form(qtbot, page, OutletForm)
    assert dialog.name.text() == DAILY
    box = dialog.days.findChildren(type(dialog.days.focusProxy()))[6]
    qtbot.mouseClick(box, LEFT, pos=QPoint(6, box.height() // 2))
    qtbot.mouseClick(dialog.save_button, LEFT)
    assert outlet(DAILY).publication_days == "123456"
    undo(qtbot, page)
    assert outlet(DAILY).publication_days == "1234567"


def test_a_retired_outlet_leaves_the_list_and_comes_back(qtbot, page):
    choose(qtbot, page, DAILY)
    press(qtbot, page, Qt.Key.Key_Delete)
    assert DAILY not in names(page)
    qtbot.mouseClick(page.outlets.retired, LEFT)
    choose(qtbot, page, DAILY)
    assert not page.verbs.action("verify").isEnabled()
    press(qtbot, page, Qt.Key.Key_R, ctrl=True, shift=True)
    assert outlet(DAILY).active


def test_a_programme_is_added_edited_and_closed(qtbot, page):
    choose(qtbot, page, DAILY)
    page.verbs.trigger("programme_new")
    dialog = form(qtbot, page, ProgrammeForm)
    write(dialog.name, "窗口故事")
    qtbot.mouseClick(dialog.save_button, LEFT)
    press_in_pane(qtbot, page, "结束窗口故事")
    qtbot.mouseClick(form(qtbot, page, DayForm).save_button, LEFT)
    made = programmes.programmes(outlet(DAILY).id)[-1]
    assert (made.name, made.closed_on) == ("窗口故事", clock.today())
    undo(qtbot, page)
    undo(qtbot, page)
    assert "窗口故事" not in [row.name for row in programmes.programmes(outlet(DAILY).id)]


def test_a_column_that_is_closed_shows_as_a_gap(qtbot, page):
    choose(qtbot, page, DAILY)
    press_in_pane(qtbot, page, "结束执行力提升年")
    qtbot.mouseClick(form(qtbot, page, DayForm).save_button, LEFT)
    assert "未开栏目" in said(page)


def test_a_slip_of_the_pen_is_corrected_without_a_new_tenure(qtbot, page):
    choose(qtbot, page, DAILY)
    before = outlet(DAILY).leader
    press_in_pane(qtbot, page, f"更正{before.name}")
    dialog = form(qtbot, page, PersonForm)
    dialog.phone.setText("0374-1")
    qtbot.mouseClick(dialog.save_button, LEFT)
    after = outlet(DAILY).leader
    assert (after.id, after.phone) == (before.id, "0374-1")


def test_somebody_who_leaves_without_a_successor_leaves_a_gap(qtbot, page):
    choose(qtbot, page, DAILY)
    before = outlet(DAILY).leader
    press_in_pane(qtbot, page, f"{before.name}离任")
    dialog = form(qtbot, page, DayForm)
    dialog.day.set_day(clock.today() - dt.timedelta(days=1))
    qtbot.mouseClick(dialog.save_button, LEFT)
    assert outlet(DAILY).leader is None
    undo(qtbot, page)
    assert tenures.tenures(outlet(DAILY).id)[0].until is None


def test_a_spelling_is_learnt_and_a_click_takes_it_away(qtbot, page):
    choose(qtbot, page, DAILY)
    press(qtbot, page, Qt.Key.Key_S, ctrl=True, shift=True)
    dialog = form(qtbot, page, SpellingForm)
    write(dialog.spelling, "许昌报社")
    qtbot.mouseClick(dialog.save_button, LEFT)
    assert "许昌报社" in spellings.outlet_spellings(outlet(DAILY).id)
    press_in_pane(qtbot, page, "去掉写法“许昌报社”")
    qtbot.waitUntil(lambda: "许昌报社" not in spellings.outlet_spellings(outlet(DAILY).id))
    assert in_front(qtbot, page.window()).focusWidget() is page.main_view()
    undo(qtbot, page)
    assert "许昌报社" in spellings.outlet_spellings(outlet(DAILY).id)


def test_a_spelling_of_another_outlet_is_refused_by_name(qtbot, page):
    choose(qtbot, page, WEB)
    page.verbs.trigger("spelling_new")
    dialog = form(qtbot, page, SpellingForm)
    write(dialog.spelling, "许报")
    qtbot.mouseClick(dialog.save_button, LEFT)
    shown = [part.text() for part in dialog.findChildren(QLabel) if part.isVisible()]
    assert any("“许报”已是“许昌日报”的写法" in words for words in shown)


def test_f6_visits_the_list_and_the_pane(qtbot, page):
    press(qtbot, page, Qt.Key.Key_F6)
    focus = QApplication.focusWidget()
    assert page.outlets.detail.isAncestorOf(focus)


def test_every_button_of_the_pane_has_a_name_of_its_own(qtbot, page):
    choose(qtbot, page, "许昌电视台")
    parts = page.outlets.detail.findChildren(QPushButton)
    spoken = [one.accessibleName() or one.text() for one in parts]
    assert sorted(spoken) == sorted(set(spoken))


def test_another_page_can_open_an_outlet_that_the_filters_hide(qtbot, page):
    qtbot.mouseClick(page.outlets.only_gaps, LEFT)
    page.open(outlet(DAILY).id)
    assert page.outlets.row().name == DAILY
