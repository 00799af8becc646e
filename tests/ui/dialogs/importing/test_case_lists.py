"""A list of cases in the import queue: told from a county return, ticked, written, taken back."""

import openpyxl
import pytest
from PySide6.QtCore import Qt

from tests.ui.dialogs.import_hands import FIRST, LEFT, notices, settle, states
from ui.tablemodels.import_file import FileState
from xcdesk.codes import CaseState
from xcdesk.importers.caselists import CaseField, ListKind
from xcdesk.importers.session import Fate
from xcdesk.services import cases
from xcdesk.services.cases import Action, CaseFilter, NewCase, Request

HEAD = ("检查日期", "责任单位", "发现的问题")
ROWS = (
    ("2019-03-01", "市教育局", "窗口无人值守"),
    ("2019-03-01", "市公安局", "热线占线"),
    ("2019-03-01", "许昌日报", "报道失实"),
)


@pytest.fixture
def listed(tmp_path):
    """Builder of a list of findings as a file."""

    def build(head=HEAD, rows=ROWS, name="暗访清单.xlsx"):
        book = openpyxl.Workbook()
        for row in (head, *rows):
            book.active.append(row)
        book.save(tmp_path / name)
        return tmp_path / name

    return build


@pytest.fixture
def take(qtbot, queue):
    """Puts files into the queue and waits until they are read; gives the first."""

    def add(*paths):
        queue.add(paths)
        settle(qtbot, queue)
        qtbot.waitUntil(lambda: all(file.is_read for file in queue.files.files))
        return queue.files.files[0]

    return add


def told(queue):
    model = queue.case_preview.model
    return [model.index(row, 1).data() for row in range(model.rowCount())]


def test_a_list_is_told_from_a_return_ticked_by_space_and_written(qtbot, queue, take, listed, make_file):
    file = take(listed(), make_file(FIRST))
    assert (file.cases.plan.kind, queue.files.files[1].cases) == (ListKind.FINDING, None)
    assert told(queue) == ["新增", "新增", "有错"]
    table = queue.front.table
    table.setFocus()
    table.select_row(1)
    assert "许昌日报" not in queue.case_preview.explained.text()
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert queue.import_button.text() == "导入 1 行"
    table.select_row(2)
    assert "许昌日报" in queue.case_preview.explained.text()
    qtbot.keyClick(table, Qt.Key.Key_Space)  # a wrong row is not ticked
    assert file.ticked == 1
    qtbot.mouseClick(queue.import_button, LEFT)
    settle(qtbot, queue)
    assert [row.title for row in cases.page()] == ["窗口无人值守"]
    assert states(queue)[0] == FileState.IMPORTED
    queue.queue.setCurrentIndex(queue.files.index(0))
    qtbot.mouseClick(queue.undo_button, LEFT)
    settle(qtbot, queue)
    assert cases.count() == 0
    queue._desk.undo.undo()
    assert cases.count() == 1
    queue._desk.undo.undo()  # the import itself
    assert cases.count() == 0
    queue._desk.undo.redo()
    assert [row.number for row in cases.page()] == [1]


def test_clear_lists_go_with_all_that_are_ready_and_come_back_with_their_numbers(
    qtbot, queue, take, listed, make_file
):
    first, second, again, faulty = (
        listed(rows=ROWS[:1], name="甲.xlsx"),
        listed(rows=ROWS[1:2], name="乙.xlsx"),
        listed(rows=[("2019-03-04", "市教育局", "服务窗口无人值守")], name="丙.xlsx"),
        listed(name="丁.xlsx"),
    )
    county = make_file(FIRST).rename(first.with_name("鄢陵县甲.xlsx"))
    take(first, second, county, again, faulty)
    assert states(queue) == [*[FileState.READY] * 4, FileState.WAITING]
    queue.import_ready()
    settle(qtbot, queue)
    # what resembles a case of the first is looked at by a person
    assert states(queue) == [*[FileState.IMPORTED] * 3, *[FileState.WAITING] * 2]
    known = {row.title: row.number for row in cases.page()}
    assert set(known) == {"窗口无人值守", "热线占线"}
    queue._desk.undo.undo()
    assert (cases.count(), states(queue)[0]) == (0, FileState.READY)
    queue._desk.undo.redo()
    assert {row.title: row.number for row in cases.page()} == known


def test_columns_nobody_knows_are_named_and_that_is_taken_back(qtbot, queue, take, listed):
    file = take(listed(("甲", "乙", "丙"), name="未知.xlsx"))
    assert file.cases is None
    qtbot.mouseClick(queue.as_list, LEFT)
    settle(qtbot, queue)
    qtbot.waitUntil(lambda: file.cases is not None)
    assert file.cases.plan.refusal.code == "case_list.no_table"
    assert not queue.import_button.isEnabled()
    (table,) = file.cases.plan.tables
    for column, field in ((0, CaseField.RECEIVED), (1, CaseField.UNIT), (2, CaseField.TITLE)):
        said = file.case_said.with_field(file.cases.plan.tables[0], column, field)
        queue.case_preview.said.emit("列", said)
        settle(qtbot, queue)
    assert file.cases.plan.counts()[Fate.NEW] == 2
    queue.undo_here()
    settle(qtbot, queue)
    assert file.cases.plan.refusal is not None
    assert table.heading.top == 0


def test_answers_are_entered_once_and_are_not_undone(qtbot, queue, take, listed):
    actor = queue._desk.actor
    case = cases.register(actor, NewCase(cases.kind_of("complaint"), "补课收费", "市教育局"))
    for action, request in (
        (Action.FILE, Request()),
        (Action.DISPATCH, Request()),
        (Action.ACCEPT, Request(person="示例·签某")),
    ):
        cases.act(actor, case.id, action, request)
    head = ("编号", "办理结果", "办理情况")
    number = cases.number(case, "zh")
    file = take(listed(head, ((number, "已解决", "已责令退费"),), name="教育局反馈.xlsx"))
    assert file.cases.plan.kind == ListKind.ANSWERS
    qtbot.mouseClick(queue.import_button, LEFT)
    settle(qtbot, queue)
    assert cases.page(CaseFilter(states=(CaseState.ANSWERED,)))[0].id == case.id
    assert "登记了 1 件答复" in notices(queue)
    assert not queue.verbs.action("undo_here").isEnabled()
