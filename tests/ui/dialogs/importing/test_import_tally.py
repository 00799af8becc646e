"""Tables of counts in the import queue, beside what the log counts."""

import datetime as dt

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.dialogs.import_hands import FIRST, LEFT, SECOND, notices, settle, states
from ui.tablemodels.import_file import FileState
from xcdesk.services.returns import returns_status

STATED, LOGGED, DIFFERENCE, RESULT = 3, 4, 5, 6


@pytest.fixture
def counts(tmp_path):
    """A table that counts two pieces of one outlet, of which one is logged, and one of another."""
    book = openpyxl.Workbook()
    for row in (("鄢陵县2019年3月发稿数量统计表",), ("媒体", "篇数"), ("许昌日报", 2), ("许昌电视台", 1)):
        book.active.append(row)
    book.save(tmp_path / "鄢陵县数量统计2019年3月.xlsx")
    return tmp_path / "鄢陵县数量统计2019年3月.xlsx"


@pytest.fixture
def compared(qtbot, queue, read, make_file, counts):
    """The queue with two reports logged, showing the table of counts."""
    read(make_file(FIRST, SECOND))
    qtbot.mouseClick(queue.import_button, LEFT)
    settle(qtbot, queue)
    read(counts)
    queue.queue.setCurrentIndex(queue.files.index(1))
    settle(qtbot, queue)
    return queue


def cells(queue, column: int) -> list[str]:
    model = queue.preview.tally.model
    return [model.index(row, column).data() for row in range(model.rowCount())]


def test_what_a_table_states_stands_beside_what_is_logged(compared):
    assert states(compared)[1] == FileState.COUNTS
    assert compared.preview.views.key == "tally"
    assert cells(compared, STATED) == ["2", "1"]
    assert cells(compared, LOGGED) == ["1", "1"]
    assert cells(compared, DIFFERENCE) == ["+1", "0"]
    assert cells(compared, RESULT) == ["表内多报", "相符"]


def test_a_table_of_counts_is_noted_as_received_and_taken_back(qtbot, compared):
    assert compared.import_button.text() == "登记收到"
    qtbot.keyClick(compared, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, compared)
    assert states(compared)[1] == FileState.IMPORTED
    assert compared.files.files[1].look().below == "已登记收到"
    assert compared.preview.views.key == "tally"
    assert "登记收到，只有数字" in notices(compared)
    assert sent_by("鄢陵县") == ["鄢陵县3月.xlsx", "鄢陵县数量统计2019年3月.xlsx"]
    compared._desk.undo.undo()
    settle(qtbot, compared)
    assert states(compared)[1] == FileState.COUNTS
    assert sent_by("鄢陵县") == ["鄢陵县3月.xlsx"]


def test_tables_of_counts_are_among_the_files_that_are_ready(qtbot, queue, read, make_file, counts):
    read(make_file(FIRST), counts)
    assert queue.ready_button.text() == "导入全部就绪的 2 份"
    qtbot.mouseClick(queue.ready_button, LEFT)
    settle(qtbot, queue)
    assert states(queue) == [FileState.IMPORTED, FileState.IMPORTED]


def sent_by(unit: str) -> list[str]:
    status = returns_status.status(dt.date(2019, 3, 1))
    return [
        file.file for one in (*status.units, *status.others) if one.unit.name == unit for file in one.files
    ]


def test_only_what_differs_can_be_shown(qtbot, compared):
    only = compared.preview.tally.only
    assert only.text() == "只看不符 1"
    qtbot.mouseClick(only, LEFT)
    assert cells(compared, RESULT) == ["表内多报"]


def test_a_figure_opens_the_rows_behind_it(qtbot, window, compared):
    tally = compared.preview.tally
    tally.table.setFocus()
    tally.table.select_row(1)
    qtbot.keyClick(tally.table, Qt.Key.Key_Return)
    QApplication.sendPostedEvents()
    assert not compared.isVisible()  # it would stand over what was asked for
    page = window.page()
    assert page.key == "coverage"
    model = page.log.model
    assert [model.row(at).title for at in range(model.rowCount())] == [SECOND[2]]


def test_reports_that_are_logged_later_are_counted(qtbot, compared, read, make_file):
    third = ("2019-03-09", "许昌日报", "丙县推出一窗受理新举措", "消息", None)
    read(make_file(third, name="鄢陵县3月补.xlsx"))
    compared.queue.setCurrentIndex(compared.files.index(2))
    qtbot.mouseClick(compared.import_button, LEFT)
    settle(qtbot, compared)
    compared.queue.setCurrentIndex(compared.files.index(1))
    settle(qtbot, compared)
    assert cells(compared, RESULT) == ["相符", "相符"]
