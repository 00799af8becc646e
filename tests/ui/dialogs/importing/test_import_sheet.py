"""What a clerk says of a sheet in its preview: heading, columns, hidden parts, encoding, single cells."""

import openpyxl
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from tests.ui.dialogs.import_hands import (
    ALIKE,
    FAULTY,
    FIRST,
    HEAD,
    LEFT,
    NONE,
    SECOND,
    STRANGE,
    notices,
    settle,
    states,
    titles,
    words,
)
from ui.dialogs.list_forms import UnitForm
from ui.dialogs.outlet_forms import OutletForm
from ui.tablemodels.import_file import FileState
from ui.tablemodels.import_rows import TITLE, column_of
from ui.tablemodels.import_sheet import MEANING_ROLE
from xcdesk.importers.records import Field
from xcdesk.services.counts.item_filter import ItemFilter
from xcdesk.services.log import coverage_log

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
DAY = column_of(Field.DATE)


@pytest.fixture
def odd_file(tmp_path):
    """A return whose heading nobody can guess, with two hidden rows and a second sheet."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "三月"
    for row in (("何时", "何处", "何事", "其他"), FIRST[:3], SECOND[:3]):
        sheet.append(row)
    sheet.append(("2019-03-09", "许昌日报", "藏在隐藏行里的一篇稿件", "消息"))
    sheet.row_dimensions[4].hidden = True
    book.create_sheet("说明").append(("没有内容",))
    book.save(tmp_path / "鄢陵县.xlsx")
    return tmp_path / "鄢陵县.xlsx"


def meanings(queue) -> list[str]:
    model = queue.preview.sheet.model
    columns = range(model.columnCount())
    return [model.headerData(at, Qt.Orientation.Horizontal, MEANING_ROLE).field for at in columns]


def how(queue, column: int) -> str:
    return queue.preview.sheet.model.headerData(column, Qt.Orientation.Horizontal, MEANING_ROLE).how


def name_column(qtbot, queue, column: int, word: str) -> None:
    """Give a column its meaning by the keyboard."""
    cells = queue.preview.sheet.cells
    cells.setFocus()
    cells.setCurrentIndex(cells.model().index(0, column))
    qtbot.keyClick(cells, Qt.Key.Key_Down, ALT)
    menu = queue.preview.sheet.menu
    menu.setActiveAction(next(action for action in menu.actions() if action.text() == word))
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    settle(qtbot, queue)


def test_heading_and_columns_are_said_by_mouse_and_keyboard(qtbot, queue, read, odd_file):
    read(odd_file)
    view = queue.preview.sheet
    if queue.preview.views.key != "sheet":
        qtbot.keyClick(queue, Qt.Key.Key_F4)
    box = view.cells.visualRect(view.model.index(0, 1))
    qtbot.mouseClick(view.cells.viewport(), LEFT, NONE, box.center())
    settle(qtbot, queue)
    assert view.model.headerData(0, Qt.Orientation.Vertical) == "1  表头"
    for column, word in enumerate(("日期", "媒体单位", "标题")):
        name_column(qtbot, queue, column, word)
    assert meanings(queue)[:3] == ["日期", "媒体单位", "标题"]
    assert how(queue, 2) == "您指定"
    assert words(queue, TITLE)[:2] == [FIRST[2], SECOND[2]]
    name_column(qtbot, queue, 1, "不导入此列")
    assert meanings(queue)[1] == "不导入"
    assert "没有认出表头" in notices(queue)
    qtbot.mouseClick(queue.undo_button, LEFT)
    settle(qtbot, queue)
    assert meanings(queue)[1] == "媒体单位"


def test_enter_points_at_another_heading_and_it_is_taken_back_by_name(qtbot, queue, read, make_file):
    read(make_file(FIRST, SECOND))
    qtbot.keyClick(queue, Qt.Key.Key_F4)
    cells = queue.preview.sheet.cells
    cells.setCurrentIndex(cells.model().index(1, 0))
    qtbot.keyClick(cells, Qt.Key.Key_Return)
    settle(qtbot, queue)
    assert queue.preview.sheet.model.headerData(1, Qt.Orientation.Vertical) == "2  表头"
    assert queue.undo_button.text() == "撤销：表头改到第 2 行"
    qtbot.mouseClick(queue.undo_button, LEFT)
    settle(qtbot, queue)
    assert queue.preview.sheet.model.headerData(0, Qt.Orientation.Vertical) == "1  表头"
    assert words(queue, TITLE) == [FIRST[2], SECOND[2]]


def test_a_click_above_a_column_offers_its_meanings(qtbot, queue, read, make_file):
    read(make_file(FIRST))
    qtbot.keyClick(queue, Qt.Key.Key_F4)
    header = queue.preview.sheet.cells.horizontalHeader()
    at = QPoint(header.sectionViewportPosition(3) + 20, header.height() // 2)
    qtbot.mouseClick(header.viewport(), LEFT, NONE, at)
    menu = queue.preview.sheet.menu
    assert [action.text() for action in menu.actions() if action.isChecked()] == ["报道形式"]
    assert "例如：消息" in header.model().headerData(
        3, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole
    )
    menu.close()


def test_the_height_of_the_heading_is_said(qtbot, queue, read, make_file):
    read(make_file(FIRST, SECOND))
    box = queue.preview.sheet.height_
    box.choose("2")
    box.activated.emit(box.currentIndex())
    settle(qtbot, queue)
    assert words(queue, TITLE) == [SECOND[2]]


def test_hidden_rows_are_read_when_asked_for(qtbot, queue, read, make_file):
    path = make_file(FIRST, SECOND)
    book = openpyxl.load_workbook(path)
    book.active.row_dimensions[3].hidden = True
    book.save(path)
    read(path)
    assert words(queue) == ["新增", "不计"]
    assert queue.preview.sheet.hidden_.text() == "也读入隐藏的 1 行"
    queue.preview.sheet.hidden_.click()
    settle(qtbot, queue)
    assert words(queue) == ["新增", "新增"]


def test_text_in_a_wrong_encoding_is_read_in_the_right_one(qtbot, queue, read, tmp_path):
    path = tmp_path / "鄢陵县.csv"
    rows = "\n".join(",".join(str(cell or "") for cell in row) for row in (HEAD, FIRST))
    path.write_bytes(rows.encode("big5hkscs", errors="ignore"))
    read(path)
    box = queue.preview.sheet.encoding
    assert not box.isHidden()
    box.choose("big5hkscs")
    box.activated.emit(box.currentIndex())
    settle(qtbot, queue)
    assert queue.file.decisions.preview.plan.raw.encoding == "big5hkscs"


def test_sheets_can_be_switched(queue, read, odd_file):
    read(odd_file)
    view = queue.preview.sheet
    assert [view.sheet.itemText(at) for at in range(view.sheet.count())] == ["三月", "说明"]
    view.sheet.choose("1")
    view.sheet.activated.emit(1)
    assert view.model.index(0, 0).data() == "没有内容"


def test_a_wrong_cell_is_corrected_in_its_row(qtbot, queue, read, make_file):
    read(make_file(FIRST, FAULTY))
    table, model = queue.preview.table, queue.preview.rows
    table.setFocus()
    table.select_row(1)
    qtbot.keyClick(table, Qt.Key.Key_F2)
    editor = table.findChild(QLineEdit)
    assert (table.currentIndex().column(), editor.text()) == (DAY, "2019-02-30")
    editor.setText("2019-02-28")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: words(queue) == ["新增", "新增"])
    cell = model.index(1, DAY)
    assert not cell.data(Qt.ItemDataRole.DecorationRole).isNull()
    assert "已更正；原表写作“2019-02-30”" in cell.data(Qt.ItemDataRole.AccessibleTextRole)
    assert "日期已更正，原表写作“2019-02-30”" in queue.preview.strip.text.text()
    assert table.currentIndex().column() == DAY
    qtbot.mouseClick(queue.import_button, LEFT)
    settle(qtbot, queue)
    assert FAULTY[2] in titles()


def test_a_correction_is_taken_back_by_its_name_or_by_the_row(qtbot, queue, read, make_file):
    read(make_file(FIRST, FAULTY))
    model = queue.preview.rows
    model.setData(model.index(1, DAY), "2019-02-28", Qt.ItemDataRole.EditRole)
    settle(qtbot, queue)
    assert queue.undo_button.text() == "撤销：第 3 行改日期"
    qtbot.keyClick(queue, Qt.Key.Key_Z, CONTROL)
    settle(qtbot, queue)
    assert words(queue) == ["新增", "有错"]
    model.setData(model.index(1, DAY), "2019-02-28", Qt.ItemDataRole.EditRole)
    settle(qtbot, queue)
    queue.preview.table.select_row(1)
    qtbot.mouseClick(queue.preview.strip.choices.unsay, LEFT)
    settle(qtbot, queue)
    assert words(queue) == ["新增", "有错"]


def test_a_double_click_edits_and_the_old_text_is_no_correction(qtbot, queue, read, make_file):
    read(make_file(FIRST, SECOND))
    table = queue.preview.table
    place = table.visualRect(queue.preview.rows.index(1, TITLE)).center()
    qtbot.mouseClick(table.viewport(), LEFT, NONE, place)
    qtbot.mouseDClick(table.viewport(), LEFT, NONE, place)
    editor = table.findChild(QLineEdit)
    assert editor.text() == SECOND[2]
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert not queue.file.told


def test_decisions_survive_what_is_said_of_the_sheet(qtbot, queue, read, make_file):
    read(make_file(FIRST, SECOND, FAULTY))
    queue.preview.table.setFocus()
    queue.preview.table.select_row(0)
    qtbot.keyClick(queue.preview.table, Qt.Key.Key_Space)
    model = queue.preview.rows
    model.setData(model.index(2, DAY), "2019-02-28", Qt.ItemDataRole.EditRole)
    settle(qtbot, queue)
    assert queue.import_button.text() == "导入 2 行"
    assert not model.is_ticked(model.line(0))


SECOND_ALIKE = ("2019-03-07", "许昌电视台", "乙局压缩审批时限过半成效", "通讯", None)


@pytest.fixture
def alike(queue, read, make_file, qtbot):
    """A queue that shows two rows which resemble what is logged."""
    read(make_file(FIRST, SECOND))
    qtbot.mouseClick(queue.import_button, LEFT)
    settle(qtbot, queue)
    read(make_file(ALIKE, SECOND_ALIKE, name="鄢陵县3月补报.xlsx"))
    queue.queue.setCurrentIndex(queue.files.index(1))
    return queue


def test_one_answer_holds_for_all_rows_like_it(qtbot, alike):
    choices = alike.preview.strip.choices.decisions
    assert choices.all_like.text() == "同类 2 行都这样定"
    choices.all_like.click()
    qtbot.mouseClick(choices.import_it, LEFT)
    assert alike.import_button.text() == "导入 2 行"
    assert states(alike)[1] == FileState.READY


def test_leaving_out_is_an_answer_too_and_is_shown_as_chosen(qtbot, alike):
    choices = alike.preview.strip.choices.decisions
    qtbot.mouseClick(choices.leave, LEFT)
    assert alike.file.decisions.open_questions() == 1
    assert [one.isChecked() for one in (choices.leave, choices.import_it)] == [True, False]


def test_the_same_item_takes_what_the_sheet_says(qtbot, alike):
    qtbot.mouseClick(alike.preview.strip.choices.decisions.update_, LEFT)
    qtbot.mouseClick(alike.import_button, LEFT)
    settle(qtbot, alike)
    assert sorted(row.title for row in coverage_log.page(ItemFilter()).rows) == sorted([ALIKE[2], SECOND[2]])


def test_both_texts_stand_side_by_side(alike):
    said = alike.preview.strip.accessibleName()
    assert f"{ALIKE[2]} | {FIRST[2]}" in said


def test_skip_and_stop_for_reports_that_are_logged_already(qtbot, queue, read, make_file):
    read(make_file(FIRST))
    qtbot.mouseClick(queue.import_button, LEFT)
    settle(qtbot, queue)
    read(make_file((*FIRST[:3], "通讯", "5版"), SECOND, name="鄢陵县更正.xlsx"))
    queue.queue.setCurrentIndex(queue.files.index(1))
    assert queue.import_button.text() == "导入 2 行"
    box = queue.preview.head.duplicates
    box.choose("skip")
    box.activated.emit(box.currentIndex())
    assert queue.import_button.text() == "导入 1 行"
    box.choose("stop")
    box.activated.emit(box.currentIndex())
    assert not queue.import_button.isEnabled()
    assert "其中 1 行台账里已经有了" in queue.import_button.toolTip()


def test_an_outlet_that_the_roster_lacks_is_added_with_its_name(qtbot, queue, read, make_file):
    read(make_file(FIRST, STRANGE))
    queue.preview.table.select_row(1)
    qtbot.mouseClick(queue.preview.strip.choices.stranger.add, LEFT)
    form = queue.findChild(OutletForm)
    assert form.name.text() == STRANGE[1]
    form.save_button.click()
    settle(qtbot, queue)
    assert words(queue) == ["新增", "新增"]
    assert queue._desk.undo.undo_name() == "新增“天外来客报”"
    for _ in range(2):
        queue._desk.undo.undo()
        settle(qtbot, queue)
        assert words(queue) == ["新增", "有错"]
        queue._desk.undo.redo()
        settle(qtbot, queue)
        assert words(queue) == ["新增", "新增"]


def test_an_unknown_sender_is_proposed_and_remembered(qtbot, queue, read, tmp_path):
    book = openpyxl.Workbook()
    for row in (("填报单位：襄成县",), HEAD, FIRST):
        book.active.append(row)
    book.save(tmp_path / "报表.xlsx")
    read(tmp_path / "报表.xlsx")
    assert states(queue) == [FileState.WAITING]
    assert "襄成县" in notices(queue)
    qtbot.mouseClick(way_out(queue, "是襄城县，以后都认"), LEFT)
    settle(qtbot, queue)
    assert states(queue) == [FileState.READY]
    queue._desk.undo.undo()
    settle(qtbot, queue)
    qtbot.mouseClick(way_out(queue, "加入名册…"), LEFT)
    assert queue.findChild(UnitForm).name.text() == "襄成县"


def way_out(queue, words: str) -> QPushButton:
    QApplication.sendPostedEvents()  # banners that were replaced go a moment later
    buttons = queue.preview.head.findChildren(QPushButton)
    return next(one for one in buttons if one.text() == words and one.isVisible())
