"""Many files in the import queue: dropped, pasted, read one after another, stopped, written in one act."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton

from tests.ui.dialogs.import_hands import (
    ALIKE,
    FAULTY,
    FIRST,
    HEAD,
    LEFT,
    NONE,
    SECOND,
    mime,
    notices,
    settle,
    states,
    titles,
    words,
)
from ui.tablemodels.import_file import FileState
from ui.tablemodels.import_rows import TITLE
from xcdesk.importers import batches
from xcdesk.progress import Operation

THIRD = ("2019-03-08", "许昌晨报", "丙县推出一窗受理新举措", "消息", "2版")


def test_a_folder_dropped_on_the_window_is_read_without_lock_files(qtbot, window, make_file, tmp_path):
    make_file(FIRST)
    (tmp_path / "~$鄢陵县3月.xlsx").write_bytes(b"lock")
    folder = tmp_path / "报送"
    folder.mkdir()
    (folder / "现场.jpg").write_bytes(b"picture")
    for path in [*tmp_path.glob("*.xlsx")]:
        path.rename(folder / path.name)
    data, place = mime(folder), QPointF(600, 400)
    copy = Qt.DropAction.CopyAction
    QApplication.sendEvent(window, QDragEnterEvent(place.toPoint(), copy, data, LEFT, NONE))
    QApplication.sendEvent(window, QDropEvent(place, copy, data, LEFT, NONE))
    queue = window.imports.queue
    settle(qtbot, queue)
    assert [file.path.name for file in queue.files.files] == ["鄢陵县3月.xlsx"]
    assert "已略过：1 个 Excel 锁定文件（~$…）、1 个图片和音视频。" in notices(queue)


def test_copied_files_are_pasted(qtbot, queue, make_file):
    QGuiApplication.clipboard().setMimeData(mime(make_file(FIRST)))
    queue.verbs.trigger("paste")
    settle(qtbot, queue)
    assert states(queue) == [FileState.READY]
    QGuiApplication.clipboard().clear()  # PySide6 6.11 dies at exit over mime data that is still held


def test_dropped_lock_files_are_left_out_with_a_word(qtbot, queue, make_file):
    make_file(FIRST)
    lock = make_file(FIRST).with_name("~$鄢陵县3月.xlsx")
    lock.write_bytes(b"lock")
    queue.add([lock])
    assert "1 个" in notices(queue)
    assert states(queue) == []


@pytest.fixture
def many(make_file):
    """Three returns in which nothing is left to decide, and one with a wrong row."""
    ready = [make_file(row, name=name) for row, name in zip((FIRST, SECOND, THIRD), "甲乙丙", strict=True)]
    named = [path.rename(path.with_name(f"鄢陵县{path.name}.xlsx")) for path in ready]
    return [*named, make_file(FAULTY, name="禹州市3月.xlsx")]


def test_all_that_are_ready_are_written_in_one_act_and_taken_back_in_one(qtbot, queue, read, many):
    read(*many)
    assert queue.ready_button.text() == "导入全部就绪的 3 份"
    qtbot.keyClick(
        queue, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    settle(qtbot, queue)
    assert states(queue) == [*[FileState.IMPORTED] * 3, FileState.WAITING]
    assert titles() == sorted([FIRST[2], SECOND[2], THIRD[2]])
    assert len({batch.id for batch in batches.listed()}) == 3
    assert "3 份" in notices(queue)
    assert not queue.verbs.action("import_ready").isEnabled()
    assert queue._desk.undo.undo_name() == "导入 3 份"
    queue._desk.undo.undo()
    settle(qtbot, queue)
    assert titles() == []
    assert "移除 3 条" in notices(queue)
    queue._desk.undo.redo()
    settle(qtbot, queue)
    assert len(titles()) == 3


def test_progress_over_several_files_names_the_one_in_hand_and_moves_within_it(queue, read, many):
    read(*many)
    told = []
    queue._acts.work_all(queue.files.ready()[1:2])(Operation(lambda *step: told.append(step)))
    name = "第 1 份，共 1 份：鄢陵县乙.xlsx"
    stages = ("辨认各行各列", "与台账比对", "写入")
    assert [note for *_, note in told if note] == [name, *(f"{name} · {stage}" for stage in stages)]
    steps = [note or (done, total) for done, total, note in told]
    within = [steps[steps.index(f"{name} · {stage}") + 1] for stage in stages]
    assert within == [(0, 1)] * 3


def test_a_stop_within_a_file_leaves_nothing_of_it(queue, read, many):
    read(*many)
    stopping = Operation(lambda _done, _total, note: stopping.cancelled.set() if "写入" in note else None)
    assert queue._acts.work_all(queue.files.ready()[:2])(stopping) == []
    assert titles() == []


def test_what_a_stop_left_unwritten_is_said(qtbot, queue, read, many):
    read(*many)
    asked = queue.files.ready()
    queue.runs.asked = len(asked)
    outcomes = queue._acts.work_all(asked[:2])(Operation())  # a stop comes between two files
    queue.runs._all_written(outcomes)
    settle(qtbot, queue)
    assert states(queue)[:3] == [FileState.IMPORTED, FileState.IMPORTED, FileState.READY]
    assert "已停止，还有 1 份没有导入" in notices(queue)


def test_a_file_that_now_resembles_another_is_left_for_a_person(qtbot, queue, read, make_file):
    read(make_file(FIRST, name="鄢陵县甲.xlsx"), make_file(ALIKE, name="鄢陵县乙.xlsx"))
    assert states(queue) == [FileState.READY, FileState.READY]
    queue.verbs.trigger("import_ready")
    settle(qtbot, queue)
    assert titles() == [FIRST[2]]
    assert states(queue) == [FileState.IMPORTED, FileState.WAITING]
    assert "鄢陵县乙.xlsx" in notices(queue)


def test_stopped_reading_keeps_the_files_and_reads_on_when_asked(qtbot, queue, many):
    queue.add(many)
    queue.reading.show()
    stop = next(one for one in queue.reading.findChildren(QPushButton) if one.isVisible())
    qtbot.mouseClick(stop, LEFT)
    settle(qtbot, queue)
    assert states(queue) == [FileState.STOPPED] * 4
    assert titles() == []
    queue.queue.setCurrentIndex(queue.files.index(1))
    qtbot.keyClick(queue.queue, Qt.Key.Key_F5)
    settle(qtbot, queue)
    assert states(queue)[:2] == [FileState.STOPPED, FileState.READY]


def test_one_file_can_be_taken_out_while_the_others_are_read(qtbot, queue, many):
    queue.add(many)
    assert states(queue) == [FileState.READING, *[FileState.QUEUED] * 3]
    queue.queue.setFocus()
    qtbot.keyClick(queue.queue, Qt.Key.Key_Delete)
    settle(qtbot, queue)
    assert states(queue) == [FileState.READY, FileState.READY, FileState.WAITING]


def test_the_chosen_file_is_read_before_the_others_that_wait(qtbot, queue, many):
    came = []
    queue.reader.changed.connect(lambda file: came.append(file.title) if file.decisions else None)
    queue.add(many)
    queue.queue.setCurrentIndex(queue.files.index(3))
    settle(qtbot, queue)
    assert came.index(many[3].name) == 1


def test_del_in_the_rows_leaves_the_queue_alone(qtbot, queue, read, many):
    read(*many)
    queue.preview.table.setFocus()
    qtbot.keyClick(queue.preview.table, Qt.Key.Key_Delete)
    assert len(queue.files.files) == 4


def test_files_stand_in_the_order_of_what_has_to_be_done(qtbot, queue, read, many):
    read(*many)
    queue.verbs.trigger("by_state")
    assert states(queue) == [FileState.WAITING, *[FileState.READY] * 3]
    assert queue.file.path == many[0]
    assert queue.tally.text() == "待核对 1 · 就绪 3"
    queue.verbs.trigger("by_state")
    assert [file.path for file in queue.files.files] == many


def test_a_broken_file_is_read_again_once_it_has_been_mended(qtbot, queue, read, make_file):
    path = make_file(FIRST)
    sound = path.read_bytes()
    path.write_bytes(sound[:400])
    read(path)
    assert states(queue) == [FileState.REFUSED]
    path.write_bytes(sound)
    again = next(
        one for one in queue._stack.currentWidget().findChildren(QPushButton) if one.text() == "重新读取"
    )
    qtbot.mouseClick(again, LEFT)
    settle(qtbot, queue)
    assert states(queue) == [FileState.READY]


TYPED = 'application/x-qt-windows-mime;value="XML Spreadsheet"'
TEXT = "\n".join("\t".join(str(cell or "") for cell in row) for row in (HEAD, FIRST, SECOND))
NAMESPACE = "urn:schemas-microsoft-com:office:spreadsheet"


def marked_up(row: str, cell: str) -> str:
    """The rows that are copied, in some language of marks."""
    rows = ("".join(cell.format(text or "") for text in texts) for texts in (HEAD, FIRST, SECOND))
    return "".join(row.format(cells) for cells in rows)


def pasted(kind: str) -> QMimeData:
    """What Excel puts on the clipboard: always text, mostly a page, and on Windows typed cells as well."""
    data = QMimeData()
    data.setText(TEXT)
    if kind == "page":
        data.setHtml(f"<html><body><table>{marked_up('<tr>{}</tr>', '<td>{}</td>')}</table></body></html>")
    if kind == "typed":
        rows = marked_up("<Row>{}</Row>", '<Cell><Data ss:Type="String">{}</Data></Cell>')
        book = f'<Worksheet ss:Name="Sheet1"><Table>{rows}</Table></Worksheet>'
        root = f'<Workbook xmlns="{NAMESPACE}" xmlns:ss="{NAMESPACE}">{book}</Workbook>'
        data.setData(TYPED, f'<?xml version="1.0"?>{root}'.encode() + b"\0")
    return data


@pytest.mark.parametrize("kind", ["text", "page", "typed"])
def test_rows_copied_in_excel_come_in_like_a_file_and_ask_for_their_sender(qtbot, queue, kind):
    QGuiApplication.clipboard().setMimeData(pasted(kind))
    qtbot.keyClick(queue, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, queue)
    QGuiApplication.clipboard().clear()  # PySide6 6.11 dies at exit over mime data that is still held
    assert queue.preview.head.name.accessibleName() == "粘贴的行 1"
    assert words(queue, TITLE) == [FIRST[2], SECOND[2]]
    assert states(queue) == [FileState.WAITING]
    assert "请指明报送单位" in notices(queue)
    queue.preview.head.sent_by.choose("禹州市")
    queue.preview.head.sent_by.activated.emit(queue.preview.head.sent_by.currentIndex())
    settle(qtbot, queue)
    assert states(queue) == [FileState.READY]
    qtbot.mouseClick(queue.import_button, LEFT)
    settle(qtbot, queue)
    assert titles() == sorted([FIRST[2], SECOND[2]])


def test_words_that_are_no_table_are_not_pasted(queue):
    QGuiApplication.clipboard().setText("只是一句话")
    queue.verbs.trigger("paste")
    QGuiApplication.clipboard().clear()
    assert states(queue) == []
    assert "剪贴板里没有可粘贴的内容" in notices(queue)


def test_f6_goes_round_the_parts(qtbot, queue, read, make_file):
    read(make_file(FIRST, FAULTY))
    queue.queue.setFocus()
    seen = []
    for _ in range(4):
        qtbot.keyClick(queue, Qt.Key.Key_F6)
        seen.append(queue.focusWidget())
    preview = queue.preview
    assert seen == [next(iter(preview.chips.values())), preview.table, queue.cancel_button, queue.queue]
    qtbot.keyClick(queue, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert queue.focusWidget() is queue.cancel_button
