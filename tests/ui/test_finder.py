"""The one box: finds things and verbs as one types, narrows by chips, opens the very place."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QPushButton

from ui.dialogs.form import FormDialog
from ui.finder.rows import ROW_ROLE, Look
from ui.help.window import HelpWindow
from xcdesk.codes import MaterialKind
from xcdesk.services import approvals
from xcdesk.services.approvals import NewMaterial
from xcdesk.services.log import coverage
from xcdesk.services.record.entries import NewItem
from xcdesk.services.search import saved_searches
from xcdesk.services.targets import contributions
from xcdesk.services.targets.contributions import NewContribution

DAY = dt.date(2019, 3, 5)


@pytest.fixture
def office(desk):
    """Reports of two outlets and counties, a contribution and a material."""
    made = [
        coverage.log_item(desk.actor, NewItem(DAY, "许昌日报", "窗口提速", unit="禹州市")),
        coverage.log_item(desk.actor, NewItem(dt.date(2019, 2, 1), "许昌电视台", "窗口访谈", unit="长葛市")),
    ]
    contributions.receive(desk.actor, NewContribution(DAY, "窗口来稿", "正文", outlet="许昌日报"))
    approvals.create(desk.actor, NewMaterial(MaterialKind.NOTICE, "窗口通知", "正文"))
    return made


@pytest.fixture
def finder(qtbot, office, make_window):
    """The box with the focus."""
    window = make_window()
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.focusWidget() is window.finder.field
    qtbot.waitUntil(window.finder.panel.isVisible)
    return window.finder


def rows(finder):
    model = finder.panel.model
    return [model.index(at, 0).data(ROW_ROLE) for at in range(model.rowCount())]


def texts(finder):
    return [row.text for row in rows(finder) if row.look is Look.ROW]


def heading(finder, text):
    """What stands at the right of a heading."""
    return next((row.aside for row in rows(finder) if row.look is Look.HEADING and row.text == text), None)


def type_in(qtbot, finder, text):
    """Commit text as an input method does, and wait until the answer and its counts have come."""
    typed = QInputMethodEvent()
    typed.setCommitString(text)
    QApplication.sendEvent(finder.field, typed)
    settle(qtbot, finder)


def settle(qtbot, finder):
    qtbot.waitUntil(lambda: not finder.asker.waits())
    qtbot.waitUntil(lambda: not finder.parent().desk.runner.busy())


def choose(qtbot, finder, text):
    """Go to a row with the arrow keys and press Enter."""
    settle(qtbot, finder)
    for _ in range(len(rows(finder))):
        if finder.panel.current().text == text:
            break
        qtbot.keyClick(finder.field, Qt.Key.Key_Down)
    assert finder.panel.current().text == text
    qtbot.keyClick(finder.field, Qt.Key.Key_Return)


def chips(finder):
    return [chip for chip in finder.field.findChildren(QPushButton) if chip.isVisible()]


def test_an_empty_box_offers_every_prefix_with_an_example(finder):
    assert texts(finder)[:2] == ["单位:", "媒体:"]
    assert "层级:" in texts(finder)
    assert all(row.aside for row in rows(finder) if row.look is Look.ROW)


def test_hits_stand_in_groups_with_counts_newest_first(qtbot, finder):
    type_in(qtbot, finder, "窗口")
    assert heading(finder, "报道") == "2"
    assert [text for text in texts(finder) if text.startswith("窗口")] == [
        "窗口提速", "窗口访谈", "窗口通知", "窗口来稿",
    ]  # fmt: skip
    assert "在登记中查看全部 2 篇报道" in texts(finder)


def test_a_screen_reader_is_told_the_current_row_and_the_chips(qtbot, finder):
    type_in(qtbot, finder, "单位:禹州 ")
    type_in(qtbot, finder, "窗口")
    assert finder.field.accessibleDescription() == "单位：禹州，报道，窗口提速，许昌日报  ·  2019年3月5日"


def test_enter_opens_the_report_in_its_place(qtbot, finder, office):
    type_in(qtbot, finder, "窗口")
    choose(qtbot, finder, "窗口访谈")
    window = finder.parent()
    assert window.page().key == "coverage"
    assert [row.id for row in window.page().log.rows()] == [office[1]]
    assert not finder.panel.isVisible()
    assert finder.field.text() == ""


@pytest.mark.parametrize(
    ("typed", "row", "page"),
    [("xcrb", "许昌日报", "roster"), ("鄢陵", "鄢陵县", "roster"), ("窗口", "窗口通知", "approvals"),
     ("窗口", "窗口来稿", "bulletins"), ("行风", "行风热线", "roster")],
)  # fmt: skip
def test_everything_found_opens_where_it_is_kept(qtbot, finder, typed, row, page):
    type_in(qtbot, finder, typed)
    choose(qtbot, finder, row)
    assert finder.parent().page().key == page


def test_a_unit_that_was_found_is_chosen_in_its_list(qtbot, finder):
    type_in(qtbot, finder, "鄢陵")
    choose(qtbot, finder, "鄢陵县")
    assert finder.parent().page().view().row().name == "鄢陵县"


def test_a_verb_is_found_by_its_name_and_by_initials(qtbot, finder):
    type_in(qtbot, finder, "督")
    assert (rows(finder)[0].text, texts(finder)[0]) == ("命令", "督办")
    qtbot.keyClick(finder.field, Qt.Key.Key_Backspace)
    type_in(qtbot, finder, "db")
    choose(qtbot, finder, "督办")
    assert finder.parent().page().key == "followup"


def test_what_the_office_has_stands_above_verbs_that_only_hold_the_word(qtbot, finder):
    type_in(qtbot, finder, "登")  # no verb begins with it on this page but 登记报道
    headings = [row.text for row in rows(finder) if row.look is Look.HEADING]
    assert headings[0] == "命令"
    qtbot.keyClick(finder.field, Qt.Key.Key_Backspace)
    type_in(qtbot, finder, "日")
    headings = [row.text for row in rows(finder) if row.look is Look.HEADING]
    assert headings.index("媒体单位") < headings.index("命令")


def test_a_whole_name_and_enter_open_it_and_tab_narrows_to_it(qtbot, finder):
    type_in(qtbot, finder, "许昌日报")
    qtbot.keyClick(finder.field, Qt.Key.Key_Tab)
    settle(qtbot, finder)
    assert [chip.accessibleName() for chip in chips(finder)] == ["去掉 媒体：许昌日报"]
    qtbot.keyClick(finder.field, Qt.Key.Key_Backspace)
    type_in(qtbot, finder, "许昌日报")
    qtbot.keyClick(finder.field, Qt.Key.Key_Return)
    assert finder.parent().page().key == "roster"


def test_a_prefix_that_is_finished_becomes_a_chip_and_backspace_takes_it_away(qtbot, finder):
    type_in(qtbot, finder, "单位:禹州 ")
    type_in(qtbot, finder, "窗口")
    assert [chip.accessibleName() for chip in chips(finder)] == ["去掉 单位：禹州"]
    assert [text for text in texts(finder) if text.startswith("窗口")] == ["窗口提速"]
    for _ in range(3):
        qtbot.keyClick(finder.field, Qt.Key.Key_Backspace)
    settle(qtbot, finder)
    assert chips(finder) == []
    assert "单位:" in texts(finder)


def test_a_chip_is_taken_away_by_a_click(qtbot, finder):
    type_in(qtbot, finder, "单位:禹州 窗口")
    type_in(qtbot, finder, " ")
    qtbot.mouseClick(chips(finder)[0] if chips(finder) else finder.field, Qt.MouseButton.LeftButton)
    settle(qtbot, finder)
    assert chips(finder) == []
    assert QApplication.focusWidget() is finder.field


def test_a_name_that_is_typed_is_offered_as_a_chip(qtbot, finder):
    type_in(qtbot, finder, "禹州")
    choose(qtbot, finder, "单位：禹州市")
    settle(qtbot, finder)
    assert [chip.accessibleName() for chip in chips(finder)] == ["去掉 单位：禹州市"]
    assert finder.field.text() == ""
    assert heading(finder, "报道") == "1"


def test_a_prefix_that_is_chosen_offers_its_values(qtbot, finder):
    choose(qtbot, finder, "层级:")
    settle(qtbot, finder)
    assert texts(finder)[:4] == ["层级：县级", "层级：市级", "层级：省级", "层级：国家级"]


def test_all_reports_are_shown_in_the_log_whatever_its_month(qtbot, finder):
    type_in(qtbot, finder, "窗口")
    choose(qtbot, finder, "在登记中查看全部 2 篇报道")
    page = finder.parent().page()
    qtbot.waitUntil(lambda: page.log.model.rowCount() == 2)
    assert page.search.query() == "窗口"
    assert page.log.scope.text() == "搜索：窗口"


def test_help_is_found_by_title_and_section_and_opened_by_enter(qtbot, finder):
    type_in(qtbot, finder, "恢复码")
    qtbot.waitUntil(lambda: heading(finder, "帮助") is not None)
    found = [(row.text, row.aside) for row in rows(finder) if row.kind == "帮助"]
    assert found[0] == ("3 收好恢复码", "十步：从安装到印出第一期内部参考")
    assert ("恢复码", "账号、密码和恢复码") in found
    choose(qtbot, finder, "恢复码")
    shown = next(one for one in QApplication.topLevelWidgets() if isinstance(one, HelpWindow))
    qtbot.waitUntil(shown.isVisible)
    assert shown.topic == "accounts#recovery"
    shown.close()


def test_what_stands_nowhere_is_said_with_a_way_out(qtbot, finder):
    type_in(qtbot, finder, "没有这回事")
    assert [row.look for row in rows(finder)] == [Look.HEADING, Look.NOTE]
    assert "没有这回事" in rows(finder)[0].text
    qtbot.keyClick(finder.field, Qt.Key.Key_Return)
    assert finder.panel.isVisible()


def test_escape_goes_back_to_the_page_and_forgets(qtbot, finder):
    type_in(qtbot, finder, "窗口")
    qtbot.keyClick(finder.field, Qt.Key.Key_Escape)
    assert not finder.panel.isVisible()
    assert finder.field.text() == ""
    assert finder.parent().page().isAncestorOf(QApplication.focusWidget())


def test_the_answer_to_an_older_question_is_dropped(qtbot, finder):
    finder.field.setText("访谈")
    finder.asker.ask()
    finder.field.setText("提速")
    finder.asker.ask()
    settle(qtbot, finder)
    assert "窗口提速" in texts(finder)
    assert "窗口访谈" not in texts(finder)


def test_a_search_is_kept_used_renamed_and_removed_and_each_act_taken_back(qtbot, finder, desk):
    type_in(qtbot, finder, "单位:禹州 ")
    choose(qtbot, finder, "保存这个搜索…")
    name(qtbot, finder, "禹州")
    assert [(row.name, row.words) for row in saved_searches.kept(desk.actor)] == [("禹州", "单位:禹州")]
    assert texts(finder)[0] == "禹州"
    qtbot.keyClick(finder.field, Qt.Key.Key_F2)
    name(qtbot, finder, "禹州的")
    settle(qtbot, finder)
    assert texts(finder)[0] == "禹州的"
    qtbot.keyClick(finder.field, Qt.Key.Key_Delete)
    assert saved_searches.kept(desk.actor) == ()
    for expected in ("禹州的", "禹州", None):
        desk.undo.undo()
        assert [row.name for row in saved_searches.kept(desk.actor)] == ([expected] if expected else [])
    desk.undo.redo()
    settle(qtbot, finder)
    choose(qtbot, finder, "禹州")
    assert len(chips(finder)) == 1


def name(qtbot, finder, text):
    """Fill in the form that asks for a name."""
    form = finder.parent().findChild(FormDialog)
    qtbot.waitUntil(form.isVisible)
    field = form._fields["name"]
    field.setText(text)
    qtbot.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: finder.parent().findChild(FormDialog) is None)
    finder.parent().activateWindow()
    qtbot.waitUntil(finder.field.hasFocus)
    finder.close()
    finder.focus()
    settle(qtbot, finder)
