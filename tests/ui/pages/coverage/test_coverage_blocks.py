"""Blocks of the matrix as in a sheet: fill, copy, paste with a preview, empty; each act has one name."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

from tests.ui.coverage_hands import MONDAY, NAMES, TUESDAY, go, titles, typed
from ui.dialogs.block_preview import BlockPreview
from xcdesk import store
from xcdesk.services.backups import listing
from xcdesk.services.counts.item_filter import ItemFilter
from xcdesk.services.grid import cells, none_days
from xcdesk.services.log import coverage_log

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def office(coverage_office):
    return coverage_office


@pytest.fixture
def page(coverage_page):
    return coverage_page


@pytest.fixture
def key(qtbot, page):
    """Presses a key in the matrix, so many times."""

    def press(name, modifier=Qt.KeyboardModifier.NoModifier, times=1):
        for _ in range(times):
            qtbot.keyClick(page.matrix.view, name, modifier)

    return press


@pytest.fixture
def preview(page):
    """The preview that is open."""

    def find():
        (dialog,) = [one for one in page.window().findChildren(BlockPreview) if one.isVisible()]
        return dialog

    return find


def counts(office, day):
    """Reports of a day by outlet, in the order of the roster."""
    return [coverage_log.count(ItemFilter(day, day, outlet_ids=(office[name],))).placements for name in NAMES]


def put_on_clipboard(text):
    QGuiApplication.clipboard().setText(text)


def test_a_count_is_filled_down_and_taken_back_as_one(page, office, key):
    go(page, "许昌日报", TUESDAY)
    page.commands.type_into(page.matrix.cell(), "2")
    key(Qt.Key.Key_Down, SHIFT, 3)
    key(Qt.Key.Key_D, CTRL)
    assert counts(office, TUESDAY) == [2, 2, 2, 2, 0]
    assert "3" in page.desk.undo.undo_name()
    page.desk.undo.undo()
    assert counts(office, TUESDAY) == [2, 0, 0, 0, 0]
    page.desk.undo.redo()
    assert counts(office, TUESDAY) == [2, 2, 2, 2, 0]


def test_a_fill_that_changes_nothing_says_so(qtbot, page, office, key):
    go(page, "许昌日报", TUESDAY)
    page.commands.type_into(page.matrix.cell(), "2")
    key(Qt.Key.Key_Down, SHIFT, 1)
    key(Qt.Key.Key_D, CTRL)
    name = page.desk.undo.undo_name()
    with qtbot.waitSignal(page.said) as said:
        key(Qt.Key.Key_D, CTRL)
    assert said.args == ["没有要改的：选中的格子里已经是这个内容。"]
    assert page.desk.undo.undo_name() == name
    assert counts(office, TUESDAY)[:2] == [2, 2]


def test_a_reason_is_filled_right(page, office, key):
    go(page, "许昌电视台", dt.date(2019, 3, 1))
    page.commands.type_into(page.matrix.cell(), "停播")
    key(Qt.Key.Key_Right, SHIFT, 2)
    key(Qt.Key.Key_R, CTRL)
    said = [(none.cell.day.day, none.label) for none in none_days.none_rows(MONDAY.replace(day=1), TUESDAY)]
    assert said == [(1, "停播"), (2, "停播"), (3, "停播")]


def test_titles_are_filled_down_in_a_week(page, key):
    page.period.unit.choose("week")
    go(page, "许昌日报", MONDAY)
    key(Qt.Key.Key_Down, SHIFT, 2)
    key(Qt.Key.Key_D, CTRL)
    assert sorted(titles(since=MONDAY)) == ["承诺之一", "承诺之一", "承诺之一", "承诺之二"]


def test_a_fill_that_cannot_be_written_everywhere_is_shown_first(page, office, key, preview, qtbot):
    go(page, "许昌人民广播电台", MONDAY)
    page.commands.type_into(page.matrix.cell(), "停播")
    go(page, "许昌日报", MONDAY)
    page.commands.type_into(page.matrix.cell(), "3")
    go(page, "许昌电视台", MONDAY)
    page.commands.type_into(page.matrix.cell(), "0")
    page.matrix.view.selectionModel().clear()
    go(page, "许昌人民广播电台", MONDAY)
    key(Qt.Key.Key_Up, SHIFT, 2)
    put_on_clipboard("停播")
    key(Qt.Key.Key_V, CTRL)
    rows = preview().model.rows()
    assert [row.deed.value for row in rows] == ["refused", "refused", "same"]
    assert not preview().write_button.isEnabled()


def test_a_block_goes_out_as_a_table_and_comes_back(page, office, key, preview, qtbot):
    go(page, "许昌日报", MONDAY)
    page.commands.type_into(page.matrix.cell(), "3")
    go(page, "许昌晨报", TUESDAY)
    page.commands.type_into(page.matrix.cell(), "停播")
    go(page, "许昌日报", MONDAY)
    key(Qt.Key.Key_Right, SHIFT)
    key(Qt.Key.Key_Down, SHIFT)
    key(Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "3\t\r\n1\t停播\r\n"
    go(page, "许昌电视台", MONDAY)
    key(Qt.Key.Key_V, CTRL)
    assert [row.now.outlet.name for row in preview().model.rows()] == [
        "许昌电视台",
        "许昌廉政网",
        "许昌廉政网",
    ]
    assert counts(office, MONDAY) == [3, 1, 0, 0, 0]
    qtbot.mouseClick(preview().write_button, Qt.MouseButton.LeftButton)
    assert counts(office, MONDAY) == [3, 1, 0, 3, 1]
    assert len(none_days.none_rows(TUESDAY, TUESDAY)) == 2


def test_headings_can_be_copied_and_find_their_rows_and_days(page, office, preview):
    go(page, "许昌日报", MONDAY)
    page.verbs.trigger("copy_all")
    assert QGuiApplication.clipboard().text() == "媒体单位\t3月4日\r\n许昌日报\t1\r\n"
    put_on_clipboard("媒体单位\t3月5日\r\n市电台\t2\r\n某某报\t1\r\n")
    page.verbs.trigger("paste")
    said = " ".join(part.text() for part in preview().findChildren(QLabel))
    assert "名称" in said
    assert "1 格" in said
    preview().accept()
    assert counts(office, TUESDAY) == [0, 0, 2, 0, 0]


def test_several_titles_in_one_cell_become_several_reports(page, key, preview):
    go(page, "许昌日报", MONDAY)
    put_on_clipboard('"承诺之一\n承诺之三；承诺之四"\r\n')
    key(Qt.Key.Key_V, CTRL)
    (row,) = preview().model.rows()
    assert (row.titles, row.known) == (("承诺之三", "承诺之四"), ("承诺之一",))
    preview().accept()
    assert sorted(titles(since=MONDAY)) == ["承诺之一", "承诺之三", "承诺之二", "承诺之四"]
    page.desk.undo.undo()
    assert sorted(titles(since=MONDAY)) == ["承诺之一", "承诺之二"]


def test_one_copied_cell_fills_the_chosen_block(page, office, key, preview):
    go(page, "许昌日报", TUESDAY)
    key(Qt.Key.Key_Down, SHIFT, 4)
    put_on_clipboard("1")
    key(Qt.Key.Key_V, CTRL)
    preview().accept()
    assert counts(office, TUESDAY) == [1, 1, 1, 1, 1]


def test_a_paste_over_what_changed_meanwhile_is_refused_and_shown_anew(page, key, preview, office):
    go(page, "许昌日报", TUESDAY)
    put_on_clipboard("2")
    key(Qt.Key.Key_V, CTRL)
    cells.set_count(page.desk.actor, none_days.Cell(office["许昌日报"], TUESDAY), 1)
    preview().accept()
    assert preview().notice.isVisible()
    assert preview().model.rows()[0].now.count == 1
    preview().accept()
    assert counts(office, TUESDAY)[0] == 2


def test_an_empty_clipboard_is_said_and_nothing_opens(page, key):
    put_on_clipboard("—")
    go(page, "许昌日报", TUESDAY)
    key(Qt.Key.Key_V, CTRL)
    assert page.notice.isVisible()
    assert not page.window().findChildren(BlockPreview)


def test_delete_empties_the_block_and_undo_brings_it_back(page, office, key):
    go(page, "许昌人民广播电台", MONDAY)
    page.commands.type_into(page.matrix.cell(), "停播")
    go(page, "许昌日报", MONDAY)
    key(Qt.Key.Key_Down, SHIFT, 2)
    page.verbs.trigger("remove")
    assert counts(office, MONDAY) == [0, 0, 0, 0, 0]
    assert none_days.none_rows(MONDAY, MONDAY) == ()
    page.desk.undo.undo()
    assert counts(office, MONDAY) == [1, 1, 0, 0, 0]
    assert len(none_days.none_rows(MONDAY, MONDAY)) == 1


def test_one_cell_cannot_be_filled_and_the_verb_says_why(page):
    go(page, "许昌日报", MONDAY)
    assert any("Shift" in one.reason for one in page.verbs.refused())


def test_a_typed_reason_is_none_today(qtbot, page, office):
    go(page, "许昌日报", TUESDAY)
    page.commands.type_into(page.matrix.cell(), "无刊")
    assert [none.label for none in none_days.none_rows(TUESDAY, TUESDAY)] == ["无刊期"]


def test_lines_pasted_while_a_cell_is_typed_into_are_titles_of_the_cell(qtbot, page, preview):
    go(page, "许昌日报", TUESDAY)
    editor = typed(qtbot, page, "ab")
    put_on_clipboard("承诺之三\n承诺之四")
    qtbot.keyClick(editor, Qt.Key.Key_V, CTRL)
    qtbot.waitUntil(lambda: any(one.isVisible() for one in page.window().findChildren(BlockPreview)))
    assert [row.now.cell.day for row in preview().model.rows()] == [TUESDAY, TUESDAY]
    assert titles(since=TUESDAY) == []


def test_keys_of_the_matrix_leave_a_cell_that_is_being_typed_alone(qtbot, page):
    go(page, "许昌日报", TUESDAY)
    editor = typed(qtbot, page, "ab")
    put_on_clipboard("cd")
    qtbot.keyClick(editor, Qt.Key.Key_V, CTRL)
    assert editor.text() == "abcd"
    assert not page.window().findChildren(BlockPreview)


def test_a_large_block_is_written_after_a_backup_or_not_at_all(
    qtbot, page, office, key, preview, monkeypatch
):
    monkeypatch.setenv("XCDESK_TODAY", "2019-03-20")
    folder = store.backup_folder(store.where())
    folder.write_text("a file where the folder should be")
    days = [MONDAY + dt.timedelta(days) for days in range(2, 12)]
    go(page, NAMES[0], days[0])
    put_on_clipboard("\r\n".join("\t".join("1" * len(days)) for _ in NAMES))
    key(Qt.Key.Key_V, CTRL)
    dialog = preview()
    qtbot.mouseClick(dialog.write_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(dialog.notice.isVisible)  # the strip tells of the backup before
    assert any("备份" in one.text() for one in dialog.notice.findChildren(QLabel))
    assert counts(office, days[0]) == [0] * len(NAMES)
    folder.unlink()
    with qtbot.waitSignal(dialog.written):
        qtbot.mouseClick(dialog.write_button, Qt.MouseButton.LeftButton)
    assert counts(office, days[0]) == [1] * len(NAMES)
    assert [each.reason for each in listing.backups()] == ["before-bulk-edit"]
    page.desk.undo.undo()
    assert counts(office, days[0]) == [0] * len(NAMES)
