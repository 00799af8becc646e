"""A corrected file in the import queue: replaced or imported beside, taken back; and what is all logged."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from tests.ui.dialogs.import_hands import FIRST, LEFT, SECOND, notices, settle, states, titles
from ui.tablemodels.import_file import FileState
from xcdesk.codes import BatchState
from xcdesk.importers import batches

THIRD = ("2019-03-08", "许昌晨报", "丙县推出一窗受理新举措", "消息", "2版")


def press(qtbot, queue, words):
    """Click the choice of the banner that says this."""
    QApplication.sendPostedEvents()  # what is put into a layout is shown a moment later
    found = [one for one in queue.preview.head.findChildren(QPushButton) if one.text() == words]
    qtbot.mouseClick(next(one for one in found if one.isVisible()), LEFT)


def test_a_corrected_file_replaces_the_earlier_one_and_is_taken_back_as_one_act(
    qtbot, queue, read, write, make_file
):
    read(make_file(FIRST, SECOND, name="鄢陵县3月.xlsx"))
    write()
    read(make_file((*FIRST[:4], "5版"), THIRD, name="鄢陵县3月改.xlsx"))
    queue.queue.setCurrentIndex(queue.files.index(1))
    assert states(queue)[1] == FileState.WAITING
    assert "像是" in notices(queue)
    assert SECOND[2] in notices(queue)
    press(qtbot, queue, "替换那一份")
    assert states(queue)[1] == FileState.READY
    assert queue.preview.outlook.drop.isVisible()
    press(qtbot, queue, "两份并存")
    assert not queue.preview.outlook.drop.isVisible()
    press(qtbot, queue, "替换那一份")
    write()
    assert titles() == sorted([FIRST[2], THIRD[2]])
    assert "1 行移入回收站" in notices(queue)
    assert [batch.state for batch in batches.listed()] == [BatchState.APPLIED, BatchState.SUPERSEDED]
    queue._desk.undo.undo()
    settle(qtbot, queue)
    assert titles() == sorted([FIRST[2], SECOND[2]])
    queue._desk.undo.redo()
    settle(qtbot, queue)
    assert titles() == sorted([FIRST[2], THIRD[2]])


def test_a_file_imported_beside_the_earlier_one_takes_nothing_out(qtbot, queue, read, write, make_file):
    read(make_file(FIRST, SECOND, name="鄢陵县3月.xlsx"))
    write()
    read(make_file(FIRST, THIRD, name="鄢陵县3月补.xlsx"))
    queue.queue.setCurrentIndex(queue.files.index(1))
    press(qtbot, queue, "两份并存")
    write()
    assert titles() == sorted([FIRST[2], SECOND[2], THIRD[2]])
    assert {batch.state for batch in batches.listed()} == {BatchState.APPLIED}


def test_a_file_that_is_logged_already_is_noted_as_received(qtbot, queue, read, write, make_file):
    read(make_file(FIRST, SECOND, name="鄢陵县3月.xlsx"))
    write()
    read(make_file(SECOND, FIRST, name="鄢陵县三月.xlsx"))
    queue.queue.setCurrentIndex(queue.files.index(1))
    assert states(queue)[1] == FileState.READY
    assert queue.import_button.text() == "登记收到"
    qtbot.keyClick(queue, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, queue)
    assert len(batches.listed()) == 2
    assert states(queue)[1] == FileState.IMPORTED
    assert queue._desk.undo.undo_name() == "登记收到 鄢陵县三月.xlsx"
