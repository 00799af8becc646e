"""A new office is set up step by step: by keyboard, with proposals, undone, put off, taken up again."""

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from tests.ui.clipping import clipped
from tests.ui.roster_hands import in_front
from ui import translation
from ui.dialogs.passwords_once import PasswordsOnce
from ui.dialogs.setting_up.people import PastedPeople
from ui.dialogs.setting_up.proposals import ProposalsDialog
from ui.dialogs.setting_up.window import SetUpDialog
from ui.pages.today.side import TodaySide
from xcdesk import store
from xcdesk.codes import Role
from xcdesk.services.accounts import keeping
from xcdesk.services.accounts.keeping import Particulars
from xcdesk.services.office import setting_up
from xcdesk.services.office.setting_up import Step, StepState
from xcdesk.services.roster import outlets, units


@pytest.fixture
def db(tmp_path):
    """An office as its first person finds it: nobody is on the roster yet."""
    store.open_store(tmp_path / "desk.db", create=True)
    keeping.set_up(Particulars("zs", "张三", "主任", Role.ADMINISTRATOR), "一句好记的长话吧", roster=False)
    yield str(tmp_path / "desk.db")
    store.close_store()


@pytest.fixture
def sitter():
    return "zs"


@pytest.fixture
def front():
    return "today"


@pytest.fixture
def dialog(window):
    window.show()
    window.open("setup", ())
    return window.findChild(SetUpDialog)


def words(widget):
    return "\n".join(part.text() for part in widget.findChildren(QLabel))


def click(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_outlets_and_units_are_proposed_ticked_taken_and_given_back(qtbot, window, desk, dialog):
    click(qtbot, dialog.ways["outlets"])
    proposed = window.findChild(ProposalsDialog)
    qtbot.keyClick(proposed.table, Qt.Key.Key_Space)  # not the first
    qtbot.keyClick(in_front(qtbot, proposed), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(outlets.outlets()))
    names = [row.name for row in outlets.outlets()]
    assert "许昌日报" not in names
    assert "许昌晨报" in names
    assert setting_up.progress().steps[Step.OUTLETS] is StepState.DONE
    assert dialog.ways["outlets"].text() == "参考名单…"
    desk.undo.undo()
    assert outlets.outlets() == ()
    desk.undo.redo()
    assert [row.name for row in outlets.outlets()] == names
    click(qtbot, dialog.ways["units"])
    click(qtbot, window.findChildren(ProposalsDialog)[-1].act_button)
    assert units.units()


def test_a_workbook_of_the_office_is_proposed_in_the_same_way(qtbot, window, dialog, tmp_path):
    book = openpyxl.Workbook()
    for row in (("媒体单位", "类型", "联络员"), ("许昌手机台", "网站", "钱七"), ("工作室", "", "")):
        book.active.append(row)
    book.save(tmp_path / "名册.xlsx")
    window.beginning.setting_up.read_list(tmp_path / "名册.xlsx", of_units=False)
    qtbot.waitUntil(lambda: window.findChild(ProposalsDialog) is not None, timeout=20_000)
    proposed = window.findChild(ProposalsDialog)
    assert [one.name for one in proposed.model.chosen()] == ["许昌手机台"]
    click(qtbot, proposed.act_button)
    assert [row.liaison.name for row in outlets.outlets()] == ["钱七"]
    window.beginning.setting_up.read_list(tmp_path / "名册.xlsx", of_units=True)
    qtbot.waitUntil(lambda: "名册.xlsx" in words(dialog.notice), timeout=20_000)


def test_people_are_pasted_and_their_passwords_shown_once(qtbot, window, dialog, tmp_path):
    click(qtbot, dialog.ways["people"])
    form = window.findChild(PastedPeople)
    assert not form.act_button.isEnabled()
    form.field.setPlainText("李四，副主任，领导\n王五")
    assert "2" in form.act_button.text()
    click(qtbot, form.act_button)
    qtbot.waitUntil(lambda: window.findChild(PasswordsOnce) is not None)
    told = window.findChild(PasswordsOnce)
    qtbot.keyClick(told, Qt.Key.Key_Escape)
    assert told.isVisible()
    told.save(tmp_path / "密码.txt")
    assert "李四\tls\t" in (tmp_path / "密码.txt").read_text(encoding="utf-8-sig")
    click(qtbot, told.kept)
    click(qtbot, told.done_button)
    assert {row.login: row.role for row in keeping.accounts()}["ls"] is Role.LEADER


def test_steps_are_skipped_taken_up_and_go_on_from_today_until_dismissed(qtbot, window, desk, dialog):
    before = setting_up.progress().settled
    click(qtbot, dialog.skips[Step.IMPORT])
    assert setting_up.progress().settled == before + 1
    click(qtbot, dialog.skips[Step.IMPORT])
    assert setting_up.progress().settled == before
    desk.undo.undo()
    assert setting_up.progress().settled == before + 1
    click(qtbot, dialog.close_button)
    side = window.findChild(TodaySide)
    assert f"已完成 {before + 1} / 5" in words(side)
    setting_up.dismiss(desk.actor)
    window.page().reload()
    assert "已完成" not in words(side)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_nothing_is_cut_off(qtbot, dialog, language):
    translation.install(language)
    dialog.reload()
    assert clipped(dialog) == []
