"""The roster by keyboard: handover, past tenures, the quarterly check, days off, printed lists."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel

from tests.ui.clipping import clipped
from tests.ui.roster_hands import CONTROL, LEFT, form, in_front, press, press_in_pane, said, undo, write
from ui.dialogs.check_list import CheckListDialog
from ui.dialogs.day_forms import ExceptionForm, StopForm
from ui.dialogs.printout import PrintoutDialog
from ui.dialogs.row_history import RowHistory
from ui.dialogs.tenure_forms import CheckForm, HolderForm, PastTenureForm, PersonForm
from ui.dialogs.tenure_history import TenureHistory
from xcdesk import clock
from xcdesk.codes import ContactRole
from xcdesk.services.due import handover
from xcdesk.services.roster import outlets, roster_check, tenures

DAILY = 1


@pytest.fixture
def page(window, monkeypatch):
    monkeypatch.setenv("XCDESK_TODAY", "2019-03-05")
    return window.page()


def daily():
    return outlets.outlet(DAILY).outlet


def key(qtbot, dialog, key, held=Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(in_front(qtbot, dialog), key, held)


def save(qtbot, dialog) -> None:
    with qtbot.waitSignal(dialog.saved):
        qtbot.keyClick(dialog, Qt.Key.Key_Return, CONTROL)


def names(page) -> list[str]:
    return [row.name for row in page.outlets.model.rows()]


def test_a_new_liaison_takes_over_what_is_ticked_and_undo_takes_both_back(qtbot, page):
    press(qtbot, page, Qt.Key.Key_L, ctrl=True)
    dialog = form(qtbot, page, HolderForm)
    assert dialog.ticks[0].accessibleName() == "3月4日未询问、无报道"
    assert all(tick.isChecked() for tick in dialog.ticks)
    write(dialog.name, "示例·何某")
    qtbot.keyClick(dialog.ticks[0], Qt.Key.Key_Space)
    save(qtbot, dialog)
    (items,) = handover.taken_over(DAILY).values()
    assert len(items) == len(dialog.ticks) - 1
    undo(qtbot, page)
    assert handover.taken_over(DAILY) == {}
    assert daily().liaison.name == "示例·李某"


def test_a_leader_is_changed_without_a_handover(qtbot, page):
    press(qtbot, page, Qt.Key.Key_L, ctrl=True, shift=True)
    assert form(qtbot, page, HolderForm).ticks == []


@pytest.fixture
def history(qtbot, page):
    press(qtbot, page, Qt.Key.Key_H, ctrl=True)
    return form(qtbot, page, TenureHistory)


def test_the_history_tells_who_was_in_office_on_a_day(history):
    assert history.who.text() == "责任领导 示例·周某、联络员 示例·李某"
    history.day.set_day(dt.date(2018, 12, 31))
    assert history.who.text() == "无人"


def test_a_tenure_of_the_past_is_entered_and_undone_in_the_list(qtbot, page, history):
    key(qtbot, history, Qt.Key.Key_N, CONTROL)
    dialog = form(qtbot, page, PastTenureForm)
    dialog.role.choose("liaison")
    write(dialog.name, "示例·何某")
    dialog.since.field.set_day(dt.date(2018, 1, 1))
    dialog.until.known.setChecked(True)
    dialog.until.field.set_day(dt.date(2019, 1, 2))
    qtbot.mouseClick(dialog.save_button, LEFT)
    shown = [part.text() for part in dialog.findChildren(QLabel) if part.isVisible()]
    assert any("示例·李某任职" in words for words in shown)
    dialog.until.field.set_day(dt.date(2019, 1, 1))
    save(qtbot, dialog)
    assert [row.name for row in history.model.rows()][-1] == "示例·何某"
    key(qtbot, history, Qt.Key.Key_Z, CONTROL)
    assert "示例·何某" not in [row.name for row in history.model.rows()]


def test_days_are_corrected_and_a_tenure_is_taken_out_by_keyboard(qtbot, page, history):
    key(qtbot, history, Qt.Key.Key_F2)
    dialog = form(qtbot, page, PersonForm)
    dialog.since.field.set_day(dt.date(2019, 2, 1))
    save(qtbot, dialog)
    assert tenures.tenures(DAILY)[0].since == dt.date(2019, 2, 1)
    key(qtbot, history, Qt.Key.Key_Delete)
    assert [row.role for row in history.model.rows()] == [ContactRole.LIAISON]
    for _ in range(2):
        key(qtbot, history, Qt.Key.Key_Z, CONTROL)
    assert tenures.tenures(DAILY)[0].since == dt.date(2019, 1, 2)
    assert clipped(history) == []


@pytest.fixture
def check(qtbot, page):
    qtbot.keyClick(in_front(qtbot, page.window()), Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    return form(qtbot, page, CheckListDialog)


def test_the_quarter_is_worked_through_by_one_key(qtbot, check):
    for _ in range(2):
        key(qtbot, check, Qt.Key.Key_F8)
    assert roster_check.check_list().left[0].outlet.name == "许昌人民广播电台"
    assert check.row().outlet.name == "许昌人民广播电台"
    assert "已核实 2 家，共 5 家" in check.summary.text()
    key(qtbot, check, Qt.Key.Key_Z, CONTROL)
    assert len(roster_check.check_list().left) == 4
    assert clipped(check) == []


def test_a_wrong_number_is_corrected_and_verified_in_one_act(qtbot, page, check):
    before = daily().leader
    key(qtbot, check, Qt.Key.Key_F2)
    dialog = form(qtbot, page, CheckForm)
    dialog.phones[0].setText("0374-123")
    save(qtbot, dialog)
    assert (daily().leader.phone, daily().verified_on) == ("0374-123", clock.today())
    key(qtbot, check, Qt.Key.Key_Z, CONTROL)
    assert (daily().leader.phone, daily().verified_on) == (before.phone, None)
    page.desk.undo.redo()
    assert (daily().leader.phone, daily().verified_on) == ("0374-123", clock.today())


def test_a_day_off_is_entered_edited_and_taken_out(qtbot, page):
    press(qtbot, page, Qt.Key.Key_D, ctrl=True)
    dialog = form(qtbot, page, ExceptionForm)
    dialog.since.set_day(dt.date(2019, 3, 6))
    assert dialog.until.day() == dt.date(2019, 3, 6)
    save(qtbot, dialog)
    assert not daily().publishes_on(dt.date(2019, 3, 6))
    press_in_pane(qtbot, page, "编辑3月6日")
    dialog = form(qtbot, page, ExceptionForm)
    write(dialog.note, "设备检修")
    save(qtbot, dialog)
    assert "设备检修" in said(page)
    press_in_pane(qtbot, page, "删去3月6日")
    qtbot.waitUntil(lambda: daily().exceptions == ())
    for _ in range(3):
        undo(qtbot, page)
    assert daily().exceptions == ()
    assert page.desk.undo.undo_name() is None


def test_a_holiday_stops_all_ticked_outlets_at_once(qtbot, page):
    press(qtbot, page, Qt.Key.Key_D, ctrl=True, shift=True)
    dialog = form(qtbot, page, StopForm)
    assert (dialog.since.day(), dialog.note.text()) == (dt.date(2019, 4, 5), "清明节")
    save(qtbot, dialog)
    stopped = [row.name for row in outlets.outlets() if not row.publishes_on(dt.date(2019, 4, 5))]
    assert stopped == ["许昌日报", "许昌晨报"]
    undo(qtbot, page)
    assert daily().exceptions == ()


def test_the_contact_book_is_shown_and_exported(qtbot, page, tmp_path, monkeypatch):
    press(qtbot, page, Qt.Key.Key_P, ctrl=True)
    dialog = form(qtbot, page, PrintoutDialog)
    qtbot.waitUntil(lambda: dialog.preview.drawn, timeout=10_000)
    assert dialog.page.text() == "第 1 页，共 1 页"
    for verb, name in (("pdf", "册.pdf"), ("xlsx", "册.xlsx")):
        path = tmp_path / name
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, path=path: (str(path), ""))
        dialog.verbs.trigger(verb)
        assert path.stat().st_size > 1000
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path), ""))
    dialog.verbs.trigger("pdf")

    def told() -> list[str]:
        return [part.text() for part in dialog.findChildren(QLabel) if part.isVisible()]

    qtbot.waitUntil(lambda: "没有完成" in told())
    assert clipped(dialog) == []


def test_outlets_are_found_by_initials_kind_and_gap_and_sorted_by_pinyin(qtbot, page):
    page.search.setText("lzw")
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert names(page) == ["许昌廉政网"]
    page.search.setText("")
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    qtbot.mouseClick(page.outlets.gaps[outlets.Gap.LIAISON], LEFT)
    assert names(page) == ["许昌廉政网"]
    qtbot.mouseClick(page.outlets.gaps[outlets.Gap.LIAISON], LEFT)
    page.outlets.kind.choose("agency")
    assert names(page) == ["新华社"]
    page.outlets.clear_filters()
    page.outlets.order.choose("name")
    assert names(page)[:3] == ["大河报", "大河网", "光明日报"]
    assert page.outlets.gaps[outlets.Gap.LEADER].isHidden()


def test_the_record_of_a_row_is_read_by_keyboard(qtbot, page):
    press(qtbot, page, Qt.Key.Key_F8)
    press(qtbot, page, Qt.Key.Key_R, ctrl=True)
    dialog = form(qtbot, page, RowHistory)
    assert [row.words("zh") for row in dialog.model.rows()] == ["核实联系方式"]
    assert clipped(dialog) == []
