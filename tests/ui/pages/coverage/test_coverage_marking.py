"""Reports are marked for the bulletin where a clerk sees them: in a cell of the matrix and in the log."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt

from tests.ui.coverage_hands import go
from xcdesk.services.issuing import pieces
from xcdesk.services.log import coverage
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
    qtbot.keyClick(page.log.table, Qt.Key.Key_B, CTRL)
    qtbot.keyClick(page.log.table, Qt.Key.Key_B, CTRL)
    assert marked() == ["丙"]
    assert page.notice.isVisible()
