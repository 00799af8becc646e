"""The trash in the window: found, put back with the keyboard, refused by name, emptied after a question."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tests.ui.clipping import clipped
from ui.dialogs.form import Question
from ui.dialogs.trash import TrashDialog
from xcdesk import clock
from xcdesk.models import CoverageItem
from xcdesk.services.backups import listing
from xcdesk.services.counts.item_filter import ItemFilter
from xcdesk.services.log import coverage, coverage_log
from xcdesk.services.log.coverage import ItemVersion
from xcdesk.services.office import people
from xcdesk.services.record.entries import NewItem

CONTROL = Qt.KeyboardModifier.ControlModifier
DAY = dt.date(2019, 3, 5)


@pytest.fixture
def gone(desk):
    made = [coverage.log_item(desk.actor, NewItem(DAY, "许昌日报", title)) for title in ("一号稿", "二号稿")]
    coverage.remove_items(desk.actor, [ItemVersion(item, 1) for item in made])
    return made


@pytest.fixture
def dialog(qtbot, desk, gone):
    made = TrashDialog(desk, None)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def logged() -> int:
    return coverage_log.count(ItemFilter()).placements


def test_several_are_put_back_at_once_and_taken_back_by_name(qtbot, dialog, desk):
    assert clipped(dialog) == []
    dialog.listing.table.selectAll()
    qtbot.keyClick(dialog.listing.table, Qt.Key.Key_Return, CONTROL)
    assert (logged(), desk.undo.undo_name()) == (2, "还原 2 件")
    assert dialog.listing.is_empty()
    qtbot.keyClick(dialog, Qt.Key.Key_Z, CONTROL)
    assert (logged(), len(dialog.keys())) == (0, 1)
    desk.undo.redo()
    assert logged() == 2


def test_one_that_is_in_the_log_again_is_refused_with_its_reason(dialog, desk):
    coverage.log_item(desk.actor, NewItem(DAY, "许昌日报", "一号稿"))
    dialog.listing.table.selectAll()
    dialog.verbs.trigger("restore")
    said = " ".join(part.accessibleName() for part in dialog.notice.findChildren(QWidget))
    assert "还原 1 件，1 件未还原" in said
    assert "已登记过《一号稿》" in said


def test_a_clerk_may_not_remove_for_good_and_is_told_why(dialog):
    assert "领导或管理员" in dialog.verbs.action("purge").toolTip()


def test_a_leader_removes_for_good_after_a_question(qtbot, desk, gone):
    leader = type(desk)(people.actor("chen"), desk.runner, desk.changes, desk.undo, desk.preferences)
    made = TrashDialog(leader, None)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.listing.table.selectAll()
    qtbot.keyClick(made.listing.table, Qt.Key.Key_Delete, Qt.KeyboardModifier.ShiftModifier)
    question = made.findChild(Question)
    question.keep_button.click()
    assert CoverageItem.select().count() == 2
    made.verbs.trigger("purge")
    made.findChildren(Question)[-1].act_button.click()
    qtbot.waitUntil(lambda: CoverageItem.select().count() == 0)
    assert [each.reason for each in listing.backups()] == ["before-purge"]
    assert made.listing.is_empty()


def test_the_trash_is_searched(qtbot, dialog):
    dialog.search.setText("二号")
    qtbot.waitUntil(lambda: [row.title for row in dialog.model.rows()] == ["二号稿"])
    dialog.search.setText("没有这一条")
    qtbot.waitUntil(dialog.listing.is_empty)


def test_what_is_old_is_removed_beside_the_work_and_said(qtbot, window, gone):
    CoverageItem.update(removed_at=clock.utc_now() - dt.timedelta(days=40)).execute()
    with qtbot.waitSignal(window.tools.said) as said:
        window.tools.empty_old_trash()
    assert "2 件" in said.args[0]
    assert CoverageItem.select().count() == 0


def test_the_trash_opens_from_the_menu_and_from_coverage(qtbot, window):
    window.show_page("coverage")
    window.page().verbs.trigger("removed")
    assert window.findChild(TrashDialog).isVisible()
    window.findChild(TrashDialog).close()
    window.menus.verbs.trigger("trash")
    assert any(dialog.isVisible() for dialog in window.findChildren(TrashDialog))


def test_removing_and_putting_back_are_taken_back_in_turn(qtbot, window):
    window.show_page("coverage")
    page, desk = window.page(), window.desk
    made = coverage.log_item(desk.actor, NewItem(DAY, "许昌日报", "一号稿"))
    page.commands._acts.remove([coverage_log.item(made)])
    page.verbs.trigger("removed")
    window.findChild(TrashDialog).verbs.trigger("restore")
    assert logged() == 1
    desk.undo.undo()
    assert logged() == 0
    desk.undo.undo()
    assert (logged(), desk.undo.undo_name()) == (1, None)
    desk.undo.redo()
    desk.undo.redo()
    assert logged() == 1
