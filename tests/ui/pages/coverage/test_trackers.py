"""The trackers of the coverage page: plan, manuscripts, rates and activities by keyboard and click."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton

from tests.ui import roster_hands as hands
from tests.ui.clipping import clipped
from ui.dialogs.form import Question
from ui.dialogs.pasted_manuscripts import PastedManuscripts
from ui.dialogs.printout import PrintoutDialog
from ui.dialogs.row_history import RowHistory
from ui.dialogs.tracker_forms import ActivityForm, AdvertForm, ManuscriptForm
from ui.pages.today.page import TodayPage
from xcdesk.db import bulk
from xcdesk.db.base import database
from xcdesk.models import Manuscript
from xcdesk.services.log import coverage
from xcdesk.services.record.entries import NewItem
from xcdesk.services.targets import advert_changes, adverts
from xcdesk.services.targets.advert_changes import NewAdvert
from xcdesk.services.trackers import activities, manuscript_changes, manuscripts
from xcdesk.services.trackers.manuscript_changes import NewManuscript

TODAY = dt.date(2019, 3, 14)
MONDAY = dt.date(2019, 3, 4)


@pytest.fixture
def page(monkeypatch, desk, make_window):
    monkeypatch.setenv("XCDESK_TODAY", TODAY.isoformat())
    actor = desk.actor
    advert_changes.add_advert(actor, NewAdvert(1, "2版", 3, MONDAY, wording="示例", hotline="12388"))
    coverage.log_items(
        actor,
        [
            NewItem(MONDAY, "许昌日报", "示例公益广告", "psa"),
            NewItem(dt.date(2019, 3, 7), "许昌日报", "示例：承诺公开", unit="禹州市"),
            NewItem(dt.date(2019, 3, 8), "许昌晨报", "示例：承诺公开了", unit="禹州市"),
        ],
    )
    manuscript_changes.add_manuscript(actor, NewManuscript(1, dt.date(2019, 3, 5), "示例：承诺公开", (1, 2)))
    window = make_window()
    window.open("coverage", ("adverts",))
    return window.page()


def words(page):
    return hands.said(page.trackers)


def press(qtbot, page, key, **held):
    hands.press(qtbot, page, key, **held)


def click(qtbot, page, spoken):
    parts = page.trackers.view().detail.findChildren(QPushButton)
    pressed = next(one for one in parts if spoken in (one.accessibleName(), one.text()))
    qtbot.mouseClick(pressed, Qt.MouseButton.LeftButton)


def test_the_plan_shows_what_ran_and_takes_a_line_by_keyboard(qtbot, page, desk):
    view = page.trackers.view()
    assert [view.model.index(0, at).data() for at in (0, 1, 5, 6, 7)] == [
        "许昌日报",
        "2版",
        "文本缺举报电话",
        "1 / 6",
        "少 2 次",
    ]
    assert "第10周：1 / 3 次" in [one.text() for one in view.detail.findChildren(QPushButton)]
    press(qtbot, page, Qt.Key.Key_N, ctrl=True)
    form = hands.form(qtbot, page, AdvertForm)
    assert form.hotline.text() == "12388"
    form.slot.setText("3版")
    form.per_week.setText("0")
    form.wording.setPlainText("举报请拨 12388")
    assert not form.warning.isVisible()
    form.accept()
    assert form.isVisible()
    form.per_week.setText("4")
    form.wording.setPlainText("没有电话")
    assert form.warning.isVisible()
    form.accept()
    assert [row.slot for row in adverts.adverts()] == ["2版", "3版"]
    assert view.row().slot == "3版"
    press(qtbot, page, Qt.Key.Key_Delete)
    assert [row.slot for row in adverts.adverts()] == ["2版"]
    for _ in range(2):
        hands.undo(qtbot, page)
    assert [row.slot for row in adverts.adverts()] == ["2版"]
    desk.undo.redo()
    assert [row.slot for row in adverts.adverts()] == ["2版", "3版"]


def test_a_week_opens_its_reports_and_the_way_back_keeps_the_verbs_apart(qtbot, page):
    own = page.trackers.verbs
    assert page.verbs is own
    page.window().menus.show_verbs_of(page)
    click(qtbot, page, "第10周：1 / 3 次")
    qtbot.waitUntil(lambda: page.part.key == "matrix")
    assert page.verbs is not own
    assert not own.action("tracker_add").isEnabled()
    assert page.verbs.action("item_log").isEnabled()
    assert page.log.model.rowCount() == 1
    assert page.bar.isVisible()
    page.verbs.trigger("trackers")
    assert page.verbs.action("tracker_add").isEnabled()
    assert not page._trackers.verb_sets()[0].action("item_log").isEnabled()


def test_short_outlets_stand_on_today_and_are_reminded(qtbot, page):
    page.verbs.trigger("advert_remind")
    said = QGuiApplication.clipboard().text()
    assert said.startswith("许昌日报：您好")
    assert "第10周应刊播 3 次，已登记 1 次，还差 2 次；第11周应刊播 3 次" in said
    window = page.window()
    window.show_page("today")
    today = window.page()
    assert isinstance(today, TodayPage)
    lines = [(duty.title, duty.note) for duty in today.cards._duties if duty.ask == "advert"]
    assert lines[0][0] == "许昌日报"
    assert lines[0][1].startswith("上周少 2 次，本周 0 / 3 次")


def test_a_use_is_confirmed_with_one_key_taken_back_and_undone(qtbot, page):
    page.trackers.open("manuscripts")
    assert "可能的采用" in words(page)
    press(qtbot, page, Qt.Key.Key_F9)
    (row,) = manuscripts.manuscripts()
    assert [use.outlet for use in row.uses] == ["许昌日报"]
    click(qtbot, page, "不算采用  示例：承诺公开")
    qtbot.waitUntil(lambda: not manuscripts.manuscripts()[0].used)
    hands.undo(qtbot, page)
    assert manuscripts.manuscripts()[0].used
    hands.undo(qtbot, page)
    assert not manuscripts.manuscripts()[0].used
    page.verbs.trigger("use_match")
    question = hands.form(qtbot, page, Question)
    qtbot.mouseClick(question.act_button, Qt.MouseButton.LeftButton)
    assert len(manuscripts.manuscripts()[0].uses) == 1
    page.trackers.segments.choose("rates")
    rates = page.trackers.view().model
    last = rates.rowCount() - 1
    assert [rates.index(last, at).data() for at in range(4)] == ["合计", "1", "1", "100.0%"]
    assert not page.verbs.action("tracker_edit").isEnabled()


def test_a_manuscript_is_entered_and_the_next_begins_like_it(qtbot, page):
    page.trackers.open("manuscripts")
    press(qtbot, page, Qt.Key.Key_N, ctrl=True)
    form = hands.form(qtbot, page, ManuscriptForm)
    form.unit.setText("不存在的单位")
    form.title.setText("示例")
    form.accept()
    assert "名册里没有单位“不存在的单位”" in "".join(one.text() for one in form.findChildren(QLabel))
    form.unit.setText("长葛")
    form.title.setText("示例：长葛来稿")
    form.accept()
    assert form.isVisible()
    form.outlets.tick("1")
    form.accept()
    assert page.trackers.view().row().title == "示例：长葛来稿"
    press(qtbot, page, Qt.Key.Key_N, ctrl=True)
    again = next(one for one in page.window().findChildren(ManuscriptForm) if one.isVisible())
    assert (again.unit.text(), again.outlets.ticked(), again.title.text()) == ("长葛市", ("1",), "")
    again.reject()


def test_a_long_list_is_read_by_a_worker_and_the_row_asked_for_is_chosen_then(qtbot, page, desk):
    first, count = dt.date(2019, 1, 1), manuscripts.FEW + 1
    sent = [(2, str(first + dt.timedelta(at % 50)), f"示例{at}", f"示例{at}") for at in range(count)]
    with database.atomic():
        bulk.insert(Manuscript, ("unit", "sent_on", "title", "title_key"), sent)
    page.trackers.open("manuscripts")
    view, month = page.trackers.view(), page.trackers.view().model.rowCount()
    page.trackers.period.unit.choose("year")
    assert view.model.rowCount() == month
    qtbot.waitUntil(lambda: view.model.rowCount() == count + 1)
    view.only_used.click()
    assert view.model.rowCount() == 0
    made = page.trackers.keepers["manuscripts"].acts.add(NewManuscript(1, TODAY, "示例：新来稿", (1,)))
    view.choose(made)
    qtbot.waitUntil(lambda: view.row() is not None and view.row().id == made)
    assert not view.only_used.isChecked()
    assert view.model.rowCount() == count + 2
    hands.undo(qtbot, page)
    qtbot.waitUntil(lambda: view.model.rowCount() == count + 1)


def test_what_a_colleague_changed_bears_his_name(page, desk):
    for key, table in (("adverts", "advert_plan"), ("manuscripts", "manuscript")):
        page.trackers.open(key)
        row = page.trackers.view().row()
        assert page.trackers.view().listing.table.marks.who(0) == ""
        desk.changes.lately.note([(table, row.id)], "示例·林某")
        assert page.trackers.view().listing.table.marks.who(0) == "示例·林某"


def test_an_activity_keeps_its_evidence(qtbot, page, tmp_path):
    page.trackers.open("activities")
    assert not page.trackers.view().model.rowCount()
    page.verbs.trigger("tracker_add")
    form = hands.form(qtbot, page, ActivityForm)
    form.kind.choose("speech")
    form.title.setText("示例：演讲")
    form.people.setText("80")
    form.accept()
    photo = tmp_path / "现场.jpg"
    photo.write_bytes(b"photo")
    page.trackers.keepers["activities"].attach([photo])
    qtbot.waitUntil(lambda: bool(activities.activities()[0].files))
    qtbot.waitUntil(
        lambda: "现场.jpg" in [b.text() for b in page.trackers.view().detail.findChildren(QPushButton)]
    )
    click(qtbot, page, "取出  现场.jpg")
    qtbot.waitUntil(lambda: not activities.activities()[0].files)
    hands.undo(qtbot, page)
    assert [file.label for file in activities.activities()[0].files] == ["现场.jpg"]


def test_found_lines_open_in_their_period_and_lists_are_printed_whole(qtbot, page):
    (sent,) = manuscripts.manuscripts()
    page.trackers.period.go_to(dt.date(2018, 1, 1))
    page.window().open("coverage", ("manuscripts", sent.id))
    assert page.trackers.view().row().id == sent.id
    press(qtbot, page, Qt.Key.Key_H, ctrl=True)
    record = hands.form(qtbot, page, RowHistory)
    assert [entry.words("zh") for entry in record.model.rows()] == ["登记来稿"]
    record.reject()
    hands.in_front(qtbot, page.window())
    page.verbs.trigger("tracker_print")
    shown = hands.form(qtbot, page, PrintoutDialog)
    qtbot.waitUntil(lambda: shown.preview.pages == 1)
    shown.reject()
    for key in page.trackers.views:
        page.trackers.segments.choose(key)
        qtbot.waitUntil(lambda: clipped(page) == [])


def test_whoever_left_in_the_trackers_comes_back_to_them(page, make_window):
    page.window().close()
    again = make_window()
    again.show_page("coverage")
    assert again.page().in_trackers()
    assert again.page().verbs is again.page().trackers.verbs
    assert again.page().bar.isVisible()
    assert again.page().trackers.view().model.rowCount() == 1
    again.page().part.choose("log")
    assert again.page().verbs.action("item_log").isEnabled()
    assert again.page().log.model.rowCount() == 3


def test_rows_copied_in_excel_are_entered_in_one_act(qtbot, page):
    page.trackers.open("manuscripts")
    QGuiApplication.clipboard().clear()
    with qtbot.waitSignal(page.said) as heard:
        page.verbs.trigger("manuscripts_paste")
    assert heard.args[0].startswith("剪贴板里没有表格")
    rows = (
        "序号\t报送时间\t报送单位\t稿件标题\t媒体\r\n"
        "1\t3月6日\t长葛\t示例：甲\t许报、晨报\r\n"
        "2\t\t\t示例：乙\t许昌电视台\r\n"
        "3\t3月6日\t天上局\t示例：丙\t许报\r\n"
        "4\t3月5日\t禹州市\t示例：承诺公开\t许报\r\n"
    )
    QGuiApplication.clipboard().setText(rows)
    press(qtbot, page, Qt.Key.Key_V, ctrl=True)
    shown = hands.form(qtbot, page, PastedManuscripts)
    told = [shown.model.index(at, 5).data() for at in range(4)]
    assert told == ["名册里没有单位“天上局”", "已登记过", "登记", "登记"]
    assert clipped(shown) == []
    qtbot.mouseClick(shown.enter_button, Qt.MouseButton.LeftButton)
    found = {(row.unit, row.sent_on.day, row.title, row.outlets) for row in manuscripts.manuscripts()}
    assert ("长葛市", 6, "示例：乙", ("许昌电视台",)) in found
    assert len(found) == 3
    hands.undo(qtbot, page)
    assert len(manuscripts.manuscripts()) == 1
