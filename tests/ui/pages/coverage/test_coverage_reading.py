"""The matrix as it is read: aloud, in its headings and tooltips, and the current cell in words."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from tests.ui.coverage_hands import MONDAY, TUESDAY, go, index
from ui.widgets.matrix_header import BADGE_ROLE
from xcdesk.services.office import people
from xcdesk.services.roster import publication_changes
from xcdesk.services.roster.publication_changes import NewException

ACROSS = Qt.Orientation.Horizontal
MAKE_UP = dt.date(2019, 4, 28)


@pytest.fixture
def page(coverage_page):
    return coverage_page


@pytest.fixture
def office(coverage_office):
    return coverage_office


def heading(page, day, role=Qt.ItemDataRole.AccessibleTextRole):
    page.period.go_to(day)
    model = page.matrix.model
    column = next(at for at in range(model.columnCount()) if model.day(at) == day)
    return model.headerData(column, ACROSS, role)


def test_a_screen_reader_gets_words_for_cells_outlets_and_days(page):
    go(page, "许昌日报", MONDAY)
    view = page.matrix.view
    table = QAccessible.queryAccessibleInterface(view)
    assert table.text(QAccessible.Text.Name) == "媒体与日期对照表"
    names = {
        table.child(at).text(QAccessible.Text.Name)
        for at in range(table.childCount())
        if table.child(at) is not None
    }
    assert {"许昌日报，3月4日，1 篇", "许昌日报，3月5日，未询问", "许昌日报", "3月5日 星期二 工作日"} <= names


def test_holidays_and_days_made_up_are_marked_and_named(page):
    assert heading(page, dt.date(2019, 4, 5)) == "4月5日 星期五 清明节"
    assert heading(page, dt.date(2019, 4, 5), BADGE_ROLE).text == "休"
    assert heading(page, MAKE_UP) == "4月28日 星期日 调休上班（劳动节）"
    badge = heading(page, MAKE_UP, BADGE_ROLE)
    assert (badge.text, badge.works) == ("班", True)
    assert heading(page, dt.date(2019, 4, 7 + 6), BADGE_ROLE) is None
    assert not page.matrix.view.grab().isNull()


def test_a_stop_of_an_outlet_is_no_day_due_and_says_why(page, office):
    stop = NewException(TUESDAY, TUESDAY, note="设备检修")
    publication_changes.add_exceptions(people.actor("guo"), [office["许昌日报"]], stop)
    page.reload()
    at = index(page, "许昌日报", TUESDAY)
    assert at.data(Qt.ItemDataRole.AccessibleTextRole) == "许昌日报，3月5日，非刊播日"
    assert "停刊停播 3月5日 设备检修" in at.data(Qt.ItemDataRole.ToolTipRole)


def test_the_current_cell_stands_in_words_over_the_log(page):
    strip = page.matrix.strip
    go(page, "许昌日报", MONDAY)
    assert strip.place.text() == "许昌日报  3月4日 星期一"
    assert strip.state.word == "1 篇"
    assert "登记于" in strip.note.accessibleName()
    assert "0374-0000002" in strip.liaison.text()
    page.commands.type_into(page.matrix.cell(), "0")
    go(page, "许昌电视台", TUESDAY)
    assert strip.state.word == "未询问"
    page.commands.type_into(page.matrix.cell(), "停播")
    assert strip.state.word == "今日无稿：停播"
