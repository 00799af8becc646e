"""The year as one column a week: looked at, read aloud, and opened to be written in."""

import pytest
from PySide6.QtCore import Qt

from tests.ui.coverage_hands import MONDAY


@pytest.fixture
def page(coverage_page):
    coverage_page.period.unit.choose("year")
    return coverage_page


def week(page, number, row=0):
    model = page.matrix.year_model
    column = next(
        at for at in range(model.columnCount()) if model.week(at).since.isocalendar().week == number
    )
    return model.index(row, column)


def test_a_year_shows_pieces_by_week_and_the_log_follows(page):
    at = week(page, 10)
    assert at.data() == "1"
    assert "许昌日报，第10周，1 篇" in at.data(Qt.ItemDataRole.AccessibleTextRole)
    page.matrix.year_view.setFocus()
    page.matrix.year_view.setCurrentIndex(week(page, 10, 1))
    page.matrix.year_view.setCurrentIndex(at)
    assert [page.log.model.row(each).title for each in range(page.log.model.rowCount())] == ["承诺之一"]


def test_the_number_of_every_week_is_read_whole(page):
    header = page.matrix.year_view.horizontalHeader()
    assert header.count() >= 52
    assert [at for at in range(header.count()) if header.sectionSizeHint(at) > header.sectionSize(at)] == []


def test_nothing_is_written_into_a_year_and_the_verbs_say_why(qtbot, page):
    reasons = {one.text: one.reason for one in page.verbs.refused()}
    assert "按年只能查看" in reasons["今日无稿…"]
    qtbot.keyClick(page.matrix.year_view, Qt.Key.Key_3)
    assert page.log.model.rowCount() == 2


def test_enter_opens_the_week(qtbot, page):
    page.matrix.year_view.setFocus()
    page.matrix.year_view.setCurrentIndex(week(page, 10))
    qtbot.keyClick(page.matrix.year_view, Qt.Key.Key_Return)
    assert page.period.unit.key == "week"
    assert page.period.bounds()[0] == MONDAY
    assert page.matrix.view.hasFocus()
