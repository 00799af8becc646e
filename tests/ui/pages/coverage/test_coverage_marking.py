"""Reports are marked for the bulletin where a clerk sees them: in a cell of the matrix and in the log."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt

from tests.ui.coverage_hands import go
from tests.ui.roster_hands import form
from ui.dialogs.log_item import LogItemForm
from ui.pages.coverage.page import LOG
from ui.tablemodels.coverage_columns import MARK
from ui.theme.tokens import State
from ui.widgets.column_filter import Blank, ChoiceFilter
from ui.widgets.state_cell import STATE_ROLE
from xcdesk.services.issuing import pieces
from xcdesk.services.log import coverage, coverage_log
from xcdesk.services.office import people
from xcdesk.services.record.entries import NewItem

MONDAY = dt.date(2019, 3, 4)
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(db, monkeypatch, make_window):
    monkeypatch.setenv("XCDESK_TODAY", "2019-03-05")
    rows = [
        NewItem(MONDAY, "许昌日报", "甲"),
        NewItem(MONDAY, "许昌日报", "乙"),
        NewItem(MONDAY, "许昌晨报", "丙"),
    ]
    coverage.log_items(people.actor("guo"), rows)
    return make_window().page()


def marked():
    return [row.title for row in pieces.to_choose_from(dt.date(2019, 3, 10), None)]


def test_the_reports_of_a_cell_are_marked_and_undo_takes_the_marks_off(qtbot, page, desk):
    go(page, "许昌日报", MONDAY)
    qtbot.keyClick(page.matrix.view, Qt.Key.Key_B, CTRL)
    assert sorted(marked()) == ["乙", "甲"]
    desk.undo.undo()
    assert marked() == []
    desk.undo.redo()
    assert len(marked()) == 2


def test_a_report_of_the_log_is_marked_once(qtbot, page):
    go(page, "许昌晨报", MONDAY)
    qtbot.waitUntil(lambda: page.log.model.rowCount() == 1)
    page.log.table.setFocus()
    page.log.table.selectRow(0)
    cell = page.log.model.index(0, MARK)
    assert (cell.data(), cell.data(STATE_ROLE)) == ("", None)
    qtbot.keyClick(page.log.table, Qt.Key.Key_B, CTRL)
    qtbot.keyClick(page.log.table, Qt.Key.Key_B, CTRL)
    assert marked() == ["丙"]
    assert page.notice.isVisible()
    assert (cell.data(), cell.data(STATE_ROLE)) == ("备选", State.NOT_YET)


def test_a_report_that_was_just_logged_is_chosen_to_be_marked(qtbot, page):
    page.part.choose(LOG)
    page.verbs.trigger("item_log")
    logging = form(qtbot, page, LogItemForm)
    logging.start_with("许昌电视台", dt.date(2019, 2, 1))
    logging.title.setText("最早的一篇")
    qtbot.mouseClick(logging.save_button, Qt.MouseButton.LeftButton)
    assert [row.title for row in page.log.rows()] == ["最早的一篇"]
    page.verbs.trigger("mark")
    assert marked() == ["最早的一篇"]


def test_the_log_is_filtered_by_what_is_marked(qtbot, page):
    page.part.choose(LOG)
    chosen = next(row for row in coverage_log.page().rows if row.title == "乙")
    page.log.table.clearSelection()
    page.log.choose(chosen.id)
    page.verbs.trigger("mark")
    page.log.filters.open(MARK)
    asked = page.log.filters.findChild(ChoiceFilter)
    asked.choices[Blank.FILLED].click()
    qtbot.mouseClick(asked.apply_button, Qt.MouseButton.LeftButton)
    assert [row.title for row in page.log.model.rows(range(page.log.model.rowCount()))] == ["乙"]
    assert "已标" in page.log.filters.words()
