"""Today as a clerk walks through it: lines of all cards, what Enter does, where the arrow leads."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton

from tests.ui.clipping import clipped
from tests.ui.roster_hands import form, in_front
from ui.dialogs.call_form import CallForm
from ui.dialogs.log_item import LogItemForm
from ui.dialogs.matter_form import MatterForm, ResolveForm
from ui.dialogs.printout import PrintoutDialog
from ui.pages.today import elsewhere
from ui.pages.today.duties import Deed, Subject
from ui.theme.tokens import State
from ui.widgets.chips import StateChip
from ui.widgets.pace_bar import PaceBar
from xcdesk import clock, store
from xcdesk.codes import CaseKind, MaterialKind, Role
from xcdesk.services import approvals, cases
from xcdesk.services.approvals import Expediting, NewMaterial
from xcdesk.services.cases import Action, NewCase, Request
from xcdesk.services.due import noted_calls, today
from xcdesk.services.grid import none_days
from xcdesk.services.grid.none_days import Cell
from xcdesk.services.log import coverage
from xcdesk.services.office import people
from xcdesk.services.record.entries import NewItem

TUESDAY = dt.date(2019, 3, 5)


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


def call_form(qtbot, page) -> CallForm:
    return form(qtbot, page, CallForm)


def test_f7_shows_whom_to_phone_and_notes_none_today_with_its_reason(qtbot, office, page):
    page.cards.lines()[0].setFocus()
    press(qtbot, Qt.Key.Key_F7)
    dialog = call_form(qtbot, page)
    assert "0374-0000006" in " ".join(part.text() for part in dialog.findChildren(QLabel))
    assert clipped(dialog) == []
    dialog.answer.choose("none_today")
    dialog.reason.choose("off_air")
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    radio = office["许昌人民广播电台"]
    said = {row.cell.outlet_id: row.reason for row in none_days.none_rows(TUESDAY, TUESDAY)}
    assert said[radio] == "off_air"
    page.desk.undo.undo()
    assert radio not in {row.cell.outlet_id for row in none_days.none_rows(TUESDAY, TUESDAY)}
    assert noted_calls.calls(radio) == ()


def test_a_noted_call_stands_in_the_line_and_in_the_next_form(qtbot, page):
    press(qtbot, Qt.Key.Key_F7)
    dialog = call_form(qtbot, page)
    qtbot.keyClicks(dialog.note, "15:00")
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    in_front(qtbot, page.window())
    line = page.cards.lines()[0].accessibleName()
    assert line.startswith("办理中，许昌人民广播电台，16:00 截稿，")
    assert "示例·郭某：会报，15:00" in line
    page.cards.lines()[0].setFocus()
    press(qtbot, Qt.Key.Key_F7)
    dialog = call_form(qtbot, page)
    assert any("会报，15:00" in part.text() for part in dialog.findChildren(QLabel))
    log = next(made for made in dialog.findChildren(QPushButton) if made.text() == "已刊播，登记报道…")
    qtbot.mouseClick(log, Qt.MouseButton.LeftButton)
    assert form(qtbot, page, LogItemForm).outlet.currentText() == "许昌人民广播电台"


def test_enter_past_the_deadline_shows_whom_to_phone(qtbot, monkeypatch, page):
    monkeypatch.setenv(clock.TIME_VARIABLE, "16:30")
    page.reload()
    assert page.cards.lines()[0].accessibleName() == (
        "逾期，许昌人民广播电台，16:00 截稿，尚未询问，还没有过报道，示例·冯某 0374-0000006，打电话并登记"
    )
    press(qtbot, Qt.Key.Key_Return)
    assert call_form(qtbot, page).answer.key() == "will_send"


def test_line_of_an_outlet_that_said_why_leads_to_its_cell(qtbot, office, page):
    qtbot.mouseClick(page.cards.lines()[3].verb, Qt.MouseButton.LeftButton)
    assert page.window().page().matrix.cell() == Cell(office["许昌晨报"], TUESDAY)


def held(qtbot, page, key):
    held_keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(page.window(), key, held_keys)
    return QGuiApplication.clipboard().text()


def test_reminder_names_who_owes_what_until_when_and_goes_to_the_clipboard(qtbot, page):
    page.cards.lines()[0].setFocus()
    copied = held(qtbot, page, Qt.Key.Key_C)
    assert copied.startswith("许昌人民广播电台（16:00 截稿）：您好，今天（3月5日 星期二）")
    assert "今日无稿" in copied
    at = titles(page).index("许昌日报")
    qtbot.mouseClick(page.cards.lines()[at].verb, Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("许昌日报：您好")
    assert "第10周内部参考来稿" in copied
    returns = next(at for at, title in enumerate(titles(page)) if "襄城县" in title)
    page.cards.lines()[returns].setFocus()
    copied = held(qtbot, page, Qt.Key.Key_C)
    assert "2019年2月宣传报道报送表" in copied


def test_one_reminder_for_all_of_a_card(qtbot, page):
    page.cards.lines()[0].setFocus()
    copied = held(qtbot, page, Qt.Key.Key_A)
    assert copied.startswith(
        "许昌人民广播电台（16:00 截稿）、许昌电视台（18:00 截稿）、许昌廉政网（17:30 截稿）：您好"
    )
    assert "许昌晨报" not in copied  # it said why


def test_verbs_of_a_line_are_grey_where_they_mean_nothing(page):
    page.cards.lines()[-1].setFocus()
    assert not page.verbs.action("call").isEnabled()
    assert not page.verbs.action("remind").isEnabled()
    assert page.verbs.action("matter_resolve").isEnabled()
    page.cards.lines()[0].setFocus()
    assert page.verbs.action("call").isEnabled()
    assert page.verbs.action("remind").isEnabled()
    assert not page.verbs.action("matter_resolve").isEnabled()
    assert not page.verbs.action("chart_table").isEnabled()


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


def test_what_was_issued_unchecked_stands_on_top_in_red_until_it_is_checked(page, hire):
    clerk, leader = people.actor("guo"), people.actor("chen")
    made = approvals.create(clerk, NewMaterial(MaterialKind.NOTICE, "紧急通知", "立即转移。"))
    owner = hire("hu", "示例·胡某", "科长", Role.REVIEWER)
    approvals.expedite(leader, made.id, Expediting("防汛", owner.id), seen_hash=made.text_hash)
    page.reload()
    for who in (clerk, leader, owner):
        shown = elsewhere.duties(today.today(who))[Subject.WAITING]
        assert [(duty.state, duty.deed) for duty in shown] == [(State.LATE, Deed.SIGN)]
    assert "1 件先发后审未补审" in words(page)
    at = titles(page).index("先发后审")
    page.cards.lines()[at].setFocus()
    assert not page.verbs.action("matter_resolve").isEnabled()
    assert "补审之后它才消失" in page.verbs.action("matter_resolve").toolTip()
    approvals.check(owner, made.id, seen_hash=made.text_hash)
    page.reload()
    assert "先发后审" not in titles(page)


def test_tab_counts_what_is_still_to_be_done(page):
    lines = len(page.cards.lines())
    assert page.window().tabs.tabText(0) == f"今日  {lines - 1}"


def test_pace_tells_the_day_on_which_the_target_is_reached(office, page, monkeypatch):
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
    monkeypatch.setenv("XCDESK_TODAY", "2019-12-31")
    page.reload()
    assert "2 次，按现在的进度 2023年满 10 次" in words(page)


def test_interviews_are_counted_and_cases_that_turn_red_are_named(page, monkeypatch):
    assert "0 / 95" in words(page)
    assert "从承诺事项中计数" in words(page)
    assert "没有在办的督办事项" in words(page)
    clerk = people.actor("guo")
    made = cases.register(clerk, NewCase(CaseKind.FINDING, "窗口无人值守", "市教育局"))
    page.reload()
    assert "今日没有转红的督办事项" in words(page)
    cases.act(clerk, made.id, Action.FILE)
    cases.act(clerk, made.id, Action.DISPATCH, Request(due=TUESDAY))
    page.reload()
    assert "督查〔2019〕1号 窗口无人值守" in titles(page)
    duty = elsewhere.duties(today.today(clerk))[Subject.CASES][0]
    assert (duty.state, duty.place.target) == (State.SOON, made.id)
    monkeypatch.setenv("XCDESK_TODAY", "2019-03-08")
    page.reload()
    assert "今日没有新转红的；另有 1 件逾期" in words(page)


def test_backup_is_taken_by_the_button_and_told_on_page_and_status_line(qtbot, page):
    qtbot.mouseClick(page.side.back_up, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: store.last_backup(store.where()) is not None and not page.desk.runner.busy())
    chips = [chip.word for chip in page.side.findChildren(StateChip) if chip.isVisible()]
    assert any(word.endswith("已备份") for word in chips)
    assert [
        chip for chip in page.side.findChildren(StateChip) if chip.width() < chip.sizeHint().width()
    ] == []
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


def test_a_matter_is_pinned_given_to_somebody_and_resolved(qtbot, page):
    held(qtbot, page, Qt.Key.Key_P)
    dialog = form(qtbot, page, MatterForm)
    qtbot.keyClicks(dialog.title, "link check")
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    in_front(qtbot, page.window())
    at = titles(page).index("link check")
    page.cards.lines()[at].setFocus()
    press(qtbot, Qt.Key.Key_F2)
    dialog = form(qtbot, page, MatterForm)
    dialog.owner.choose(str(people.actor("chen").id))
    dialog.due.known.setChecked(True)
    dialog.due.field.set_day(TUESDAY - dt.timedelta(days=1))
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    in_front(qtbot, page.window())
    line = page.cards.lines()[titles(page).index("link check")]
    assert line.accessibleName().startswith("逾期，link check，示例·陈某，3月4日前")
    line.setFocus()
    press(qtbot, Qt.Key.Key_Return)
    dialog = form(qtbot, page, ResolveForm)
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()  # it asks how
    qtbot.keyClicks(dialog.how, "done")
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert "link check" not in titles(page)
    for _ in range(3):
        page.desk.undo.undo()
    assert "link check" not in titles(page)
    for _ in range(2):
        page.desk.undo.redo()
    assert "link check" in titles(page)


def test_the_keyboard_comes_back_to_the_next_line_when_a_form_took_one_away(qtbot, page):
    in_front(qtbot, page.window())
    resolved = page.cards.lines()[-1]
    resolved.setFocus()
    press(qtbot, Qt.Key.Key_F8)
    dialog = form(qtbot, page, ResolveForm)
    qtbot.keyClicks(dialog.how, "done")
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    in_front(qtbot, page.window())
    assert page.cards.lines()[-1] is not resolved
    assert page.cards.lines()[-1].hasFocus()


def test_gaps_of_last_week_open_the_place_where_they_are_seen_to(qtbot, page):
    at = next(at for at, title in enumerate(titles(page)) if "内部参考来稿缺" in title)
    page.cards.lines()[at].setFocus()
    press(qtbot, Qt.Key.Key_Right)
    assert page.window().page().quotas.shows_weeks()


def test_every_step_of_the_pace_opens_its_report(qtbot, office, page):
    clerk = people.actor("guo")
    coverage.log_items(
        clerk, [NewItem(dt.date(2019, 1, day), "许昌日报", f"t{day}", tier="provincial") for day in (5, 9)]
    )
    page.segments.choose("pace")
    page.focus_first()
    chart = page.pace.charts[0]
    assert chart.hasFocus()
    assert "2 次，按现在的进度" in chart.accessibleName()
    press(qtbot, Qt.Key.Key_Right)
    assert chart.accessibleName().endswith("1月9日，t9")
    press(qtbot, Qt.Key.Key_Return)
    there = page.window().page()
    assert there.key == "coverage"
    assert [row.title for row in there.log.rows()] == ["t9"]


def test_every_bar_opens_its_rows_and_a_chart_is_copied_as_a_table(qtbot, page):
    clerk = people.actor("guo")
    coverage.log_items(clerk, [NewItem(TUESDAY, "许昌电视台", f"f{n}", "feature") for n in (1, 2)])
    page.segments.choose("charts")
    page.focus_first()
    assert page.charts.first().accessibleName() == "报道形式，通讯，2 篇 · 2 次"
    copied = held(qtbot, page, Qt.Key.Key_T)
    assert copied.splitlines()[:3] == ["报道形式\t篇\t次", "通讯\t2\t2", "消息\t1\t1"]
    held(qtbot, page, Qt.Key.Key_G)
    assert not QGuiApplication.clipboard().pixmap().isNull()
    press(qtbot, Qt.Key.Key_Return)
    there = page.window().page()
    assert there.log.model.rowCount() == 2
    assert "2019年3月 通讯" in there.log.scope.text()


def test_the_list_of_today_is_shown_before_it_is_printed_and_written_as_a_pdf(
    qtbot, page, monkeypatch, tmp_path
):
    path = tmp_path / "清单.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    page.verbs.trigger("list_print")
    dialog = form(qtbot, page, PrintoutDialog)
    qtbot.waitUntil(lambda: dialog.preview.drawn)
    dialog.verbs.trigger("pdf")
    assert path.read_bytes().startswith(b"%PDF")


def test_nothing_is_cut_off_on_the_smallest_screen(page):
    for view in ("list", "pace", "charts"):
        page.segments.choose(view)
        assert clipped(page) == []
