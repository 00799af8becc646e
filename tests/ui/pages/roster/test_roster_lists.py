"""Units, editable lists and quotas on the roster page, by mouse and keyboard."""

import pytest
from PySide6.QtCore import Qt

from tests.ui.roster_hands import ALT, LEFT, form, press, show, undo, write
from ui.dialogs.list_forms import SpellingForm, TermForm, UnitForm
from xcdesk.codes import Vocabulary
from xcdesk.services.office import terms
from xcdesk.services.roster import spellings, units


@pytest.fixture
def page(window):
    return window.page()


def test_a_unit_is_added_renamed_and_retired(qtbot, page):
    show(qtbot, page, "单位")
    press(qtbot, page, Qt.Key.Key_N, ctrl=True)
    dialog = form(qtbot, page, UnitForm)
    write(dialog.name, "市统计局")
    dialog.kind.choose("department")
    qtbot.mouseClick(dialog.save_button, LEFT)
    assert page.view().row().name == "市统计局"
    press(qtbot, page, Qt.Key.Key_F2)
    dialog = form(qtbot, page, UnitForm)
    dialog.name.setText("许昌市统计局")
    qtbot.mouseClick(dialog.save_button, LEFT)
    assert units.units()[-1].name == "许昌市统计局"
    press(qtbot, page, Qt.Key.Key_Delete)
    assert "许昌市统计局" not in [row.name for row in units.units()]
    for _ in range(3):
        undo(qtbot, page)
    assert [row.name for row in units.units(everyone=True) if not row.active] == ["市统计局"]


def test_a_spelling_of_a_unit_is_learnt(qtbot, page):
    show(qtbot, page, "单位")
    page.verbs.trigger("spelling_new")
    dialog = form(qtbot, page, SpellingForm)
    write(dialog.spelling, "禹州")
    qtbot.mouseClick(dialog.save_button, LEFT)
    assert "禹州" in spellings.unit_spellings(page.view().row().id)


def test_a_theme_is_added_with_its_spellings_and_goes_out_of_use(qtbot, page):
    show(qtbot, page, "词表")
    page.view().lists.choose("theme")
    page.verbs.trigger("add")
    dialog = form(qtbot, page, TermForm)
    write(dialog.label, "经验交流")
    dialog.spellings.setPlainText("交流\n经验")
    write(dialog.code, "exchange")
    qtbot.mouseClick(dialog.save_button, LEFT)
    assert terms.find(Vocabulary.THEME, "交流").label == "经验交流"
    press(qtbot, page, Qt.Key.Key_Delete)
    assert terms.find(Vocabulary.THEME, "交流") is None


def test_alt_and_an_arrow_change_the_order_of_a_list(qtbot, page):
    show(qtbot, page, "词表")
    before = [row.code for row in terms.terms(Vocabulary.FORM)]
    qtbot.keyClick(page.window(), Qt.Key.Key_Down, ALT)
    assert [row.code for row in terms.terms(Vocabulary.FORM)] == [before[1], before[0], *before[2:]]
    assert page.view().row().code == before[0]
    undo(qtbot, page)
    assert [row.code for row in terms.terms(Vocabulary.FORM)] == before
    assert not page.verbs.action("up").isEnabled()


def test_quotas_say_who_owes_what(qtbot, page):
    show(qtbot, page, "指标")
    model = page.view().now
    first = [str(model.index(0, column).data()) for column in (0, 1, 3, 4)]
    assert first == ["每日报道", "许昌日报", "0", "1"]


def test_the_name_of_what_is_added_follows_the_list_in_its_hint_too(qtbot, page):
    show(qtbot, page, "单位")
    add = page.verbs.action("add")
    assert add.text() == "新增单位"
    assert "新增单位" in add.toolTip()
    assert "媒体" not in add.toolTip()


def test_a_grey_move_says_where_entries_can_be_moved(qtbot, page):
    show(qtbot, page, "单位")
    assert "请在“词表”里" in page.verbs.action("up").toolTip()
