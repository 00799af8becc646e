"""The working days of the office, seen and set in their window."""

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from ui.dialogs.calendar import CalendarDialog, OwnDayForm
from xcdesk.services.office import own_days, people, workdays

MAY_DAY = dt.date(2026, 5, 1)
MONDAY = dt.date(2026, 3, 9)


@pytest.fixture
def sitter():
    return "chen"


@pytest.fixture
def calendar(qtbot, desk, monkeypatch):
    monkeypatch.setenv("XCDESK_TODAY", "2026-03-04")
    dialog = CalendarDialog(desk, None)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def days(dialog):
    return [line.sort.day for line in dialog.model.rows()]


def enter(qtbot, dialog, day, note):
    """Set a day through the form."""
    qtbot.keyClick(dialog, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    form = dialog.findChild(OwnDayForm)
    form.day.set_day(day)
    form.sort.choose("rests")
    form.note.setText(note)
    assert "工作日" in form.published.text()
    qtbot.mouseClick(form.save_button, Qt.MouseButton.LeftButton)


def test_a_day_is_set_changed_taken_back_and_seen_by_whoever_counts(qtbot, desk, calendar):
    assert MAY_DAY in days(calendar)
    assert MONDAY not in days(calendar)
    enter(qtbot, calendar, MONDAY, "停电检修")
    assert workdays.load().after(dt.date(2026, 3, 6), 1) == dt.date(2026, 3, 10)
    assert calendar.row().own.note == "停电检修"
    qtbot.keyClick(calendar, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert workdays.own_days() == ()
    desk.undo.redo()
    assert MONDAY in days(calendar)
    calendar.listing.choose(days(calendar).index(MONDAY))
    qtbot.keyClick(calendar.listing.table, Qt.Key.Key_Delete)
    assert workdays.own_days() == ()
    calendar.listing.choose(days(calendar).index(MAY_DAY))
    assert not calendar.verbs.action("clear").isEnabled()  # the office has not set it


def test_a_year_that_is_not_published_is_marked_and_a_clerk_only_looks(qtbot, desk, calendar):
    assert not calendar.notice.isVisible()
    calendar.year.choose("2028")
    assert calendar.notice.isVisible()
    assert days(calendar) == []
    other = CalendarDialog(replace(desk, actor=people.actor("guo")), None)
    qtbot.addWidget(other)
    assert not other.verbs.action("add").isEnabled()


def test_what_somebody_else_has_said_meanwhile_is_not_overwritten(qtbot, desk, calendar):
    enter(qtbot, calendar, MONDAY, "停电检修")
    own_days.set_day(people.actor("chen"), MONDAY, working=True, note="照常上班")
    qtbot.keyClick(calendar, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert calendar.notice.isVisible()
    assert workdays.own_days()[0].note == "照常上班"
