"""The import queue as a clerk uses it: real files in, rows looked at and ticked, written, taken back."""

import datetime as dt
import shutil
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from tests.ui.clipping import clipped
from tests.ui.dialogs.import_hands import (
    ALIKE,
    FAULTY,
    FIRST,
    LEFT,
    NONE,
    SECOND,
    STRANGE,
    notices,
    opened,
    settle,
    states,
    titles,
    words,
)
from tests.ui.focus import focus_order
from ui import translation
from ui.tablemodels.import_file import FileState
from ui.tablemodels.import_rows import TICK
from xcdesk import clock
from xcdesk.db.base import database
from xcdesk.importers.session import Fate
from xcdesk.resources import resource
from xcdesk.services.counts.item_filter import ItemFilter
from xcdesk.services.log import coverage, coverage_log
from xcdesk.services.log.coverage import ItemVersion
from xcdesk.services.record.entries import ItemChange, NewItem


def test_a_file_is_written_by_one_click_and_taken_back_by_name(qtbot, window, queue, read, write, make_file):
    read(make_file(FIRST, SECOND))
    assert queue.import_button.text() == "导入 2 行"
    assert titles() == []
    write()
    assert titles() == sorted([FIRST[2], SECOND[2]])
    assert states(queue) == [FileState.IMPORTED]
    assert window.menus.verbs.action("undo").text() == "撤销：导入“鄢陵县3月.xlsx”的 2 行"
    window.menus.verbs.trigger("undo")
    settle(qtbot, queue)
    assert titles() == []
    assert states(queue) == [FileState.READY]
    window.menus.verbs.trigger("redo")
    settle(qtbot, queue)
    assert titles() == sorted([FIRST[2], SECOND[2]])


def test_other_pages_hear_of_an_import(desk, read, write, make_file):
    heard = []
    desk.changes.changed.connect(heard.append)
    read(make_file(FIRST))
    write()
    assert {str(area) for areas in heard for area in areas} == {"coverage", "imports", "backups"}


def test_space_takes_a_tick_away_and_only_ticked_rows_are_written(qtbot, queue, read, make_file):
    read(make_file(FIRST, SECOND))
    queue.preview.table.setFocus()
    queue.preview.table.select_row(0)
    qtbot.keyClick(queue.preview.table, Qt.Key.Key_Space)
    assert queue.import_button.text() == "导入 1 行"
    qtbot.keyClick(queue, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, queue)
    assert titles() == [SECOND[2]]


def test_a_click_on_the_box_ticks(qtbot, queue, read, make_file):
    read(make_file(FIRST, SECOND))
    table = queue.preview.table
    box = table.visualRect(queue.preview.rows.index(1, TICK))
    qtbot.mouseClick(table.viewport(), LEFT, NONE, QPoint(box.x() + 11, box.center().y()))
    assert queue.import_button.text() == "导入 1 行"


@pytest.fixture
def save_to(monkeypatch) -> Callable[[Path], None]:
    """Answers the question where to save."""
    return lambda path: monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))


def test_faulty_rows_go_back_in_a_returned_workbook(qtbot, queue, read, make_file, save_to, tmp_path):
    read(make_file(FIRST, FAULTY))
    assert words(queue) == ["新增", "有错"]
    assert queue.preview.rows.index(1, TICK).data(Qt.ItemDataRole.CheckStateRole) is None
    queue.preview.table.select_row(1)
    assert "2019-02-30" in queue.preview.strip.text.text()
    target = tmp_path / "退回.xlsx"
    save_to(target)
    qtbot.mouseClick(queue.returned_button, LEFT)
    settle(qtbot, queue)
    assert states(queue) == [FileState.RETURNED]
    assert queue.files.files[0].look().below.endswith("1 行待导入")
    assert openpyxl.load_workbook(target)["Sheet"]["F3"].value.startswith("“2019-02-30”")
    assert queue.import_button.text() == "导入 1 行"


def test_a_workbook_that_cannot_be_saved_says_what_to_do(qtbot, queue, read, make_file, save_to, tmp_path):
    read(make_file(FIRST, FAULTY))
    (tmp_path / "不是文件夹").write_text("")
    save_to(tmp_path / "不是文件夹" / "退回.xlsx")
    qtbot.mouseClick(queue.returned_button, LEFT)
    settle(qtbot, queue)
    assert "没有写出" in notices(queue)
    assert states(queue) == [FileState.WAITING]


def test_unknown_outlet_is_named_once_and_known_from_then_on(qtbot, queue, read, make_file):
    read(make_file(FIRST, STRANGE))
    queue.preview.table.select_row(1)
    asked = queue.preview.strip.choices.stranger
    assert asked.learn.isVisible()
    asked.box.setCurrentIndex(asked.box.findText("许昌晨报"))
    assert asked.learn.text() == "是许昌晨报，以后都认"
    qtbot.mouseClick(asked.learn, LEFT)
    settle(qtbot, queue)
    assert words(queue) == ["新增", "新增"]
    queue._desk.undo.undo()
    settle(qtbot, queue)
    assert words(queue) == ["新增", "有错"]


def test_nobody_is_offered_at_random_for_a_name_that_resembles_none(qtbot, queue, read, make_file):
    read(make_file(FIRST, STRANGE))
    queue.preview.table.select_row(1)
    asked = queue.preview.strip.choices.stranger
    assert asked.box.key() == ""
    assert not asked.learn.isEnabled()
    queue.preview.table.setFocus()
    qtbot.keyClick(queue.preview.table, Qt.Key.Key_F6)
    assert asked.box.hasFocus()
    asked.box.setCurrentIndex(asked.box.findText("许昌晨报"))
    assert asked.learn.isEnabled()


def test_a_wrong_row_says_how_a_cell_is_corrected(queue, read, write, make_file):
    read(make_file(FIRST, FAULTY))
    queue.preview.table.select_row(1)
    assert "F2" in queue.preview.strip.title.text()
    write()
    queue.preview.table.select_row(1)
    assert "F2" not in queue.preview.strip.title.text()


def test_rows_that_are_left_out_are_not_counted_in_the_queue(queue, read, make_file):
    read(make_file(FIRST, SECOND, ("合计", None, "2篇", None, None)))
    assert queue.preview.chips[Fate.LEFT_OUT].text().endswith("1")
    assert queue.files.files[0].look().below == "2 行"


def test_changed_cells_show_both_values(queue, read, write, make_file):
    read(make_file(FIRST))
    write()
    read(make_file((*FIRST[:3], "通讯", "5版"), name="鄢陵县3月更正.xlsx"))
    queue.queue.setCurrentIndex(queue.files.index(1))
    assert words(queue) == ["更新"]
    assert words(queue, 7) == ["通讯 ← 消息"]
    assert words(queue, 8) == ["5版 ← 3版"]
    write()
    assert coverage_log.page(ItemFilter()).rows[0].slot == "5版"


@pytest.mark.parametrize("choice", ["same_piece", "import_it"])
def test_a_likely_repetition_waits_for_a_choice(qtbot, queue, read, write, make_file, choice):
    read(make_file(FIRST))
    write()
    read(make_file(ALIKE, name="鄢陵县3月补报.xlsx"))
    queue.queue.setCurrentIndex(queue.files.index(1))
    assert words(queue) == ["疑似重复"]
    assert not queue.import_button.isEnabled()
    assert FIRST[2] in queue.preview.strip.accessibleName()
    qtbot.mouseClick(getattr(queue.preview.strip.choices.decisions, choice), LEFT)
    assert queue.import_button.text() == "导入 1 行"
    write()
    sizes = {row.title: row.group_size for row in coverage_log.page(ItemFilter()).rows}
    pieces = 2 if choice == "same_piece" else 1
    assert sizes == {FIRST[2]: pieces, ALIKE[2]: pieces}


def test_rows_edited_since_are_kept_by_an_undo_and_named(qtbot, queue, read, write, make_file, clerk):
    read(make_file(FIRST, SECOND))
    write()
    row = next(row for row in coverage_log.page(ItemFilter()).rows if row.title == FIRST[2])
    change = ItemChange(row.day, row.outlet, row.title, slot="头版")
    coverage.change_item(clerk, ItemVersion(row.id, row.version), change)
    queue.reject()
    queue._desk.undo.undo()
    settle(qtbot, queue)
    assert titles() == [FIRST[2]]
    assert queue.isVisible()
    assert "许昌日报 甲镇推行首问负责制见成效" in notices(queue)


def test_files_that_cannot_be_read_say_why(queue, read, write, make_file, locked, tmp_path):
    empty = tmp_path / "空.xlsx"
    empty.write_bytes(b"")
    read(empty, locked, make_file(FIRST))
    assert states(queue) == [FileState.REFUSED, FileState.REFUSED, FileState.READY]
    below = [file.look().below for file in queue.files.files[:2]]
    assert below == ["文件里什么也没有", "设有打开密码"]
    queue.queue.setCurrentIndex(queue.files.index(1))
    assert "没有读取“加密.xlsx”：它设有打开密码" in queue._stack.currentWidget().accessibleName()
    assert not queue.import_button.isEnabled()
    write()
    assert titles() == []


def test_a_table_of_counts_is_never_read_as_reports(queue, read):
    read(resource("samples", "经济技术开发区数量统计3月.xlsx"))
    assert states(queue) == [FileState.COUNTS]
    assert queue.preview.views.key == "tally"
    assert "统计" in notices(queue)
    assert queue.import_button.text() == "登记收到"


def test_a_file_that_was_imported_before_is_named_as_repeated(queue, read, write, make_file, tmp_path):
    first = make_file(FIRST)
    read(first)
    write()
    copy = Path(shutil.copy(first, tmp_path / "副本.xlsx"))
    read(copy)
    assert states(queue) == [FileState.IMPORTED, FileState.REPEATED]
    queue.queue.setCurrentIndex(queue.files.index(1))
    assert words(queue) == ["相同"]
    assert not queue.import_button.isEnabled()


def test_a_sender_that_nothing_names_is_asked_for(qtbot, queue, read, write, make_file):
    read(make_file(FIRST, name="稿件.xlsx"))
    assert "请指明报送单位" in notices(queue)
    assert not queue.import_button.isEnabled()
    box = queue.preview.head.sent_by
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_End)
    box.choose("禹州市")
    box.activated.emit(box.currentIndex())
    settle(qtbot, queue)
    write()
    assert coverage_log.page(ItemFilter()).rows[0].unit == "禹州市"


def test_a_year_that_the_file_lacks_can_be_given(qtbot, queue, read, make_file):
    read(make_file(("3月5日", *FIRST[1:]), name="鄢陵县.xlsx"))
    assert words(queue) == ["有错"]
    box = queue.preview.head.year
    box.choose(str(clock.today().year))
    box.activated.emit(box.currentIndex())
    settle(qtbot, queue)
    assert words(queue) == ["新增"]


def test_space_ticks_all_chosen_rows_at_once(qtbot, queue, read, make_file):
    read(make_file(FIRST, SECOND, FAULTY))
    table = queue.preview.table
    table.setFocus()
    table.selectAll()
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert not queue.import_button.isEnabled()
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert queue.import_button.text() == "导入 2 行"


def test_a_stopped_import_writes_nothing(qtbot, queue, read, make_file):
    read(make_file(FIRST))
    stop = next(one for one in queue.progress.findChildren(QPushButton) if one.text() == "取消")
    with database.atomic():  # the import has to wait, so that it can be stopped in time
        queue.verbs.trigger("import_rows")
        stop.click()
    settle(qtbot, queue)
    assert "什么也没有写入" in notices(queue)
    assert titles() == []


def test_chips_narrow_the_rows_and_count_them(qtbot, queue, read, make_file):
    read(make_file(FIRST, FAULTY, SECOND))
    chip = queue.preview.chips[Fate.WRONG]
    assert chip.text() == "有错 1"
    qtbot.mouseClick(chip, LEFT)
    assert words(queue) == ["有错"]
    qtbot.mouseClick(chip, LEFT)
    assert len(words(queue)) == 3


def test_escape_writes_nothing_and_keeps_the_queue(qtbot, queue, read, make_file):
    read(make_file(FIRST))
    qtbot.keyClick(queue, Qt.Key.Key_Escape)
    assert not queue.isVisible()
    assert titles() == []
    queue.show()
    assert states(queue) == [FileState.READY]


def test_another_page_can_ask_for_the_import_of_files(qtbot, window, make_file):
    window.page().asked_for.emit("import", (make_file(FIRST),))
    settle(qtbot, window.imports.queue)
    assert states(window.imports.queue) == [FileState.READY]


def test_the_list_of_imports_takes_one_back(qtbot, window, queue, read, write, make_file):
    read(make_file(FIRST))
    write()
    window.menus.verbs.trigger("imports")
    records = window.imports.records
    assert records.model.index(0, 2).data() == "鄢陵县3月.xlsx"
    qtbot.mouseClick(records.undo_button, LEFT)
    settle(qtbot, queue)
    assert titles() == []
    assert records.model.index(0, 5).data() == "已撤销"
    assert not records.undo_button.isEnabled()
    assert window.menus.verbs.action("undo").text() == "撤销：撤销导入 鄢陵县3月.xlsx"
    window.menus.verbs.trigger("undo")
    settle(qtbot, queue)
    assert (titles(), states(queue)) == ([FIRST[2]], [FileState.IMPORTED])
    window.menus.verbs.trigger("redo")
    settle(qtbot, queue)
    assert titles() == []
    window.menus.verbs.trigger("undo")
    window.menus.verbs.trigger("undo")
    settle(qtbot, queue)
    assert titles() == []
    assert window.menus.verbs.action("undo").text() == "撤销"


def test_what_stands_elsewhere_meanwhile_is_compared_before_it_is_written(
    qtbot, queue, read, write, make_file, clerk
):
    read(make_file(FIRST, SECOND))
    coverage.log_item(clerk, NewItem(dt.date(2019, 3, 5), "许昌日报", FIRST[2]))
    write()
    assert "台账已有变化" in notices(queue)
    assert words(queue) == ["更新", "新增"]
    write()
    assert titles() == sorted([FIRST[2], SECOND[2]])


def test_keyboard_goes_from_the_queue_to_the_buttons(queue, read, make_file):
    read(make_file(FIRST, FAULTY))
    queue.preview.table.select_row(1)
    order = focus_order(queue)
    wanted = [
        queue.queue,
        queue.preview.chips[Fate.NEW],
        queue.preview.table,
        queue.returned_button,
        queue.cancel_button,
        queue.import_button,
    ]
    assert [part for part in order if part in wanted] == wanted


@pytest.mark.parametrize("language", ["zh", "en"])
def test_nothing_is_cut_off(qtbot, desk, make_file, locked, language):
    translation.install(language)
    queue = opened(qtbot, desk)
    name = "鄢陵县关于“执行力提升年”活动宣传报道情况统计汇总报送表（修改后的最终版）2019年3月.xlsx"
    long = make_file((*FIRST[:2], FIRST[2] * 8, *FIRST[3:]), STRANGE, FAULTY, ("合计", 3), name=name)
    queue.add((long, locked, make_file(FIRST, name="稿件.xlsx")))
    settle(qtbot, queue)
    found = []
    for row in range(len(queue.files.files)):
        queue.queue.setCurrentIndex(queue.files.index(row))
        for line in range(max(1, queue.preview.rows.rowCount())):
            queue.preview.table.select_row(line)
            QApplication.sendPostedEvents()
            found += clipped(queue)
    assert found == []


def test_model_of_rows_keeps_the_rules(qtmodeltester, queue, read, make_file):
    read(make_file(FIRST, FAULTY))
    qtmodeltester.check(queue.preview.rows)
    qtmodeltester.check(queue.files)


def test_room_is_left_for_what_a_file_asks_and_no_more(queue, read, write, make_file):
    read(make_file(FIRST))
    low = queue.preview.strip.height()
    assert not queue.returned_button.isVisible()
    write()
    read(make_file(ALIKE, FAULTY, name="鄢陵县3月补.xlsx"))
    queue.queue.setCurrentIndex(queue.files.index(1))
    assert queue.preview.strip.height() > low
    assert queue.returned_button.isVisible()
    queue.preview.table.select_row(1)
    assert queue.preview.strip.height() > low  # one height for all rows of a file
