"""The log as a clerk works in it: filters, columns, typing into cells, many reports at once."""

import datetime as dt
import json

import openpyxl
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton

from tests.ui.log_hands import AT, F, cell, titles
from ui import translation
from ui.dialogs.form import Question
from ui.dialogs.log_columns import LogColumnsForm
from ui.dialogs.many_items import ManyItemsForm
from ui.pages.coverage import log_verbs
from ui.pages.coverage.log_pane import CoverageLogPane
from ui.pages.coverage.log_views import ViewNameForm
from ui.pages.coverage.page import CoveragePage
from ui.tablemodels.coverage_columns import COLUMNS
from xcdesk.codes import SavedKind
from xcdesk.services.counts.item_filter import ItemFilter
from xcdesk.services.log import coverage, coverage_log
from xcdesk.services.log.coverage import ItemVersion
from xcdesk.services.office import people
from xcdesk.services.record.entries import ItemChange
from xcdesk.services.search import saved_searches


@pytest.fixture
def office(log_office):
    return log_office


@pytest.fixture
def page(log_page):
    return log_page


def typed(qtbot, page, text):
    """Type over the current cell; the editor opens at the first key."""
    qtbot.keyClick(page.log.table, text[0])
    field = page.commands.of_log.editing.editor().field
    qtbot.keyClicks(field, text[1:])
    return field


def stored(title):
    (row,) = coverage_log.page(ItemFilter(holds=((F.TITLE, title),))).rows
    return row


def test_the_whole_log_holds_all_reports_and_is_remembered(page, desk):
    assert titles(page) == ["承诺之二", "承诺之一", "窗口之三"]
    assert page.log.count.text() == "3 篇 · 3 次"
    assert not page.matrix.isVisible()
    assert CoveragePage(desk).whole_log()
    page.turn()
    assert titles(page) == ["承诺之二", "承诺之一"]


def test_a_filter_is_opened_at_its_heading_and_narrows_by_ticks(qtbot, page):
    heads = page.log.table.heads
    place = heads.mark_box(AT[F.OUTLET]).center() - QPoint(4, 0)
    qtbot.mouseClick(heads.viewport(), Qt.MouseButton.LeftButton, pos=place)
    popup = page.log.filters._open
    qtbot.waitUntil(lambda: "  1" in popup.list.item(0).text())
    qtbot.keyClicks(popup.search, "hnrb")
    qtbot.keyClick(popup.search, Qt.Key.Key_Return)
    assert titles(page) == ["窗口之三"]
    assert heads._filtered == {AT[F.OUTLET]}


def test_chips_say_what_is_filtered_and_take_it_away(qtbot, page):
    page.log.filters.ask(ItemFilter(forms=("news",), holds=((F.TITLE, "承诺"),)))
    assert titles(page) == ["承诺之一"]
    chips = {chip.text(): chip for chip in page.log.filters.findChildren(QPushButton) if chip.isVisible()}
    assert list(chips) == ["标题：“承诺”", "报道形式：消息", "清除全部筛选"]
    qtbot.mouseClick(chips["报道形式：消息"], Qt.MouseButton.LeftButton)
    assert titles(page) == ["承诺之二", "承诺之一"]
    qtbot.keyClick(page, "L", Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert len(titles(page)) == 3


def test_days_are_typed_as_people_write_them(qtbot, page):
    cell(page, "承诺之一", F.DAY)
    page.verbs.trigger("log_filter")
    popup = page.log.filters._open
    qtbot.keyClicks(popup.words, "no day")
    qtbot.keyClick(popup.words, Qt.Key.Key_Return)
    assert "no day" in popup.problem.text()
    popup.words.setText("2018")
    qtbot.keyClick(popup.words, Qt.Key.Key_Return)
    assert titles(page) == ["窗口之三"]


def test_blank_and_filled_are_asked_beside_words(page):
    cell(page, "承诺之一", F.URL)
    page.verbs.trigger("log_filter")
    popup = page.log.filters._open
    next(choice for key, choice in popup.choices.items() if key == "filled").setChecked(True)
    popup.apply_button.click()
    assert titles(page) == ["承诺之一"]


def test_nothing_found_names_the_filter_and_offers_to_clear_it(page):
    page.log.filters.ask(ItemFilter(holds=((F.TITLE, "没有这样的"),)))
    empty = page.log._stack.currentWidget()
    assert "没有这样的" in empty.accessibleName()
    empty.ways_in[0].click()
    assert len(titles(page)) == 3


def test_typing_edits_the_cell_and_enter_goes_down(qtbot, page, window):
    cell(page, "承诺之二", F.NOTE)
    qtbot.keyClick(typed(qtbot, page, "later"), Qt.Key.Key_Return)
    assert stored("承诺之二").note == "later"
    assert page.log.model.row(page.log.table.currentIndex().row()).title == "承诺之一"
    window.desk.undo.undo()
    assert stored("承诺之二").note == ""


def test_names_are_found_by_their_initials_and_tab_goes_right(qtbot, page):
    cell(page, "承诺之一", F.UNIT)
    qtbot.keyClick(typed(qtbot, page, "sslj"), Qt.Key.Key_Tab)
    assert stored("承诺之一").unit == "市水利局"
    assert page.log.table.currentIndex().column() == AT[F.SLOT]


def test_f2_starts_with_what_is_there_and_escape_leaves_it(qtbot, page):
    cell(page, "承诺之一", F.TITLE)
    qtbot.keyClick(page.log.table, Qt.Key.Key_F2)
    field = page.commands.of_log.editing.editor().field
    assert field.text() == "承诺之一"
    qtbot.keyClicks(field, "x")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert page.commands.of_log.editing.editor() is None
    assert stored("承诺之一").version == 1


def test_a_refusal_stands_at_the_cell_and_the_words_stay(qtbot, page):
    cell(page, "承诺之一", F.DAY)
    field = typed(qtbot, page, "31 April")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    editor = page.commands.of_log.editing.editor()
    assert editor.field.text() == "31 April"
    assert any("31 April" in part.text() and part.isVisible() for part in editor.findChildren(QLabel))
    assert page.unsaved()
    field.setText("2019-03-02")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert stored("承诺之一").day == dt.date(2019, 3, 2)


def test_another_desks_change_is_never_overwritten_and_is_told_by_name(qtbot, page):
    cell(page, "承诺之一", F.NOTE)
    field = typed(qtbot, page, "mine")
    row = stored("承诺之一")
    other = people.actor("chen")
    coverage.change_item(other, ItemVersion(row.id, row.version), ItemChange(note="theirs"))
    qtbot.keyClick(field, Qt.Key.Key_Return)
    editor = page.commands.of_log.editing.editor()
    said = " ".join(part.text() for part in editor.findChildren(QLabel))
    assert other.name in said
    assert field.text() == "mine"
    assert stored("承诺之一").note == "theirs"
    next(iter(editor.findChildren(QPushButton))).click()
    assert page.log.model.row(titles(page).index("承诺之一")).note == "theirs"


def test_a_column_that_the_program_works_out_is_not_typed(qtbot, page):
    cell(page, "承诺之一", F.REPRINTS)
    qtbot.keyClick(page.log.table, "3")
    assert page.commands.of_log.editing.editor() is None
    assert page.notice.isVisible()


def test_ctrl_enter_writes_into_all_chosen_and_is_one_undo(qtbot, page, window):
    cell(page, "承诺之一", F.THEME)
    page.log.table.selectAll()
    field = typed(qtbot, page, "jccxjy")
    assert any("3" in part.text() for part in field.parentWidget().findChildren(QLabel))
    qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert {row.theme for row in coverage_log.page().rows} == {"results"}
    window.desk.undo.undo()
    assert {row.theme for row in coverage_log.page().rows} == {None}
    window.desk.undo.redo()
    assert {row.theme for row in coverage_log.page().rows} == {"results"}


def test_fill_down_gives_the_others_what_the_first_holds(qtbot, page):
    cell(page, "承诺之二", F.UNIT)
    page.log.table.selectAll()
    qtbot.keyClick(page.log.table, "D", Qt.KeyboardModifier.ControlModifier)
    assert {row.unit for row in coverage_log.page().rows} == {"禹州市"}


def test_the_form_for_many_changes_only_what_is_ticked(qtbot, page, window):
    page.log.table.selectAll()
    page.verbs.trigger("items_edit")
    form = window.findChild(ManyItemsForm)
    qtbot.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    assert form.isVisible()
    qtbot.keyClicks(form.part("author"), "Sample")
    qtbot.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    assert {row.author for row in coverage_log.page().rows} == {"Sample"}
    assert {row.form for row in coverage_log.page().rows} == {"news", None, "commentary"}


def test_many_reports_are_changed_and_removed_by_a_worker(qtbot, page, window, monkeypatch):
    monkeypatch.setattr(log_verbs, "AT_ONCE", 2)
    page.log.table.selectAll()
    page.commands.of_log._change_chosen(ItemChange(note="alle"))
    qtbot.waitUntil(lambda: {row.note for row in coverage_log.page().rows} == {"alle"})
    qtbot.waitUntil(lambda: window.desk.undo.undo_name() is not None)
    page.log.table.setFocus()
    page.log.table.selectAll()
    page.verbs.trigger("remove")
    qtbot.waitUntil(lambda: page.log.model.rowCount() == 0)
    window.desk.undo.undo()
    window.desk.undo.undo()
    assert {row.note for row in coverage_log.page().rows} == {""}


def test_columns_are_chosen_moved_and_fixed_and_remembered(qtbot, page, window, desk):
    page.verbs.trigger("log_columns")
    form = window.findChild(LogColumnsForm)
    form.columns.setCurrentRow(2)
    qtbot.keyClick(form.columns, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(form.columns, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    form.columns.item(3).setCheckState(Qt.CheckState.Unchecked)
    form.frozen.set_value(2)
    qtbot.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    wanted = (F.TITLE, F.DAY, F.OUTLET, F.FORM, F.TIER, F.UNIT, F.SLOT, F.AUTHOR, F.MARK)
    wanted += (F.REPRINTS, F.EVIDENCE)
    assert page.log.columns.shown() == wanted
    again = CoverageLogPane(desk)
    assert (again.columns.shown(), again.columns.frozen) == (wanted, 2)
    page.log.columns.reset()
    assert page.log.columns.shown()[:4] == (F.DAY, F.OUTLET, F.TITLE, F.THEME)


def test_a_column_that_is_new_comes_to_those_that_a_person_keeps(page, desk):
    page.log.columns.show((F.TITLE, F.REPRINTS, F.DAY), 0)
    assert CoverageLogPane(desk).columns.shown() == (F.TITLE, F.REPRINTS, F.DAY)  # taken out, it stays out
    kept = json.loads(desk.preferences.remembered("log/columns", desk.actor.id))
    del kept["known"]
    desk.preferences.remember("log/columns", desk.actor.id, json.dumps(kept))
    assert CoverageLogPane(desk).columns.shown() == (F.TITLE, F.MARK, F.REPRINTS, F.DAY)


def test_fixed_columns_stay_and_the_mouse_and_keyboard_meet_the_right_cell(qtbot, page):
    table = page.log.table
    page.log.columns.show([column.key for column in COLUMNS], 2)
    qtbot.waitUntil(lambda: table.horizontalScrollBar().maximum() > 400)
    table.horizontalScrollBar().setValue(400)
    frozen = table.frozen
    assert frozen.isVisible()
    outlet = QPoint(frozen.columnViewportPosition(AT[F.OUTLET]) + 10, frozen.rowViewportPosition(1) + 5)
    qtbot.mouseClick(frozen.viewport(), Qt.MouseButton.LeftButton, pos=outlet)
    assert table.currentIndex() == page.log.model.index(1, AT[F.OUTLET])
    assert table.horizontalScrollBar().value() == 400
    qtbot.mouseDClick(frozen.viewport(), Qt.MouseButton.LeftButton, pos=outlet)
    editor = page.commands.of_log.editing.editor()
    assert editor.geometry().left() == frozen.columnViewportPosition(AT[F.OUTLET])
    editor.given_up.emit()
    qtbot.keyClick(table, Qt.Key.Key_Right)
    shown = table.visualRect(table.currentIndex())
    assert shown.left() >= frozen.reach()


def test_a_view_is_kept_under_a_name_and_shown_again(qtbot, page, window):
    page.log.filters.ask(ItemFilter(forms=("news",)))
    page.log.columns.show([F.TITLE, F.FORM], 1)
    views = page.commands.of_log.views
    views._ask_name()
    form = window.findChild(ViewNameForm)
    qtbot.keyClicks(form.name, "News only")
    qtbot.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    views.menu.aboutToShow.emit()
    all_reports = next(action for action in views.menu.actions() if "常用列" in action.text())
    all_reports.trigger()
    assert len(titles(page)) == 3
    views.menu.aboutToShow.emit()
    views.menu.actions()[0].trigger()
    assert titles(page) == ["承诺之一"]
    assert page.log.columns.shown() == (F.TITLE, F.FORM)
    window.desk.undo.undo()
    assert saved_searches.kept(window.desk.actor, SavedKind.LOG) == ()


def test_the_view_is_exported_as_it_is_shown(qtbot, page, tmp_path, monkeypatch):
    target = tmp_path / "log.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    page.log.filters.ask(ItemFilter(holds=((F.TITLE, "承诺"),)))
    page.log.columns.show([F.TITLE, F.DAY, F.REPRINTS], 0)
    page.verbs.trigger("log_export")
    qtbot.waitUntil(target.exists)
    sheet = openpyxl.load_workbook(target).active
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0] == ("标题", "日期", "次数")
    assert rows[1] == ("承诺之二", dt.datetime(2019, 3, 4), 1)
    assert rows[2][0] == "承诺之一"
    assert [row[0] for row in rows[3:]][-2] == "2 篇 · 2 次"
    assert rows[-1][0].startswith("计数规则")


def test_chosen_rows_are_copied_as_a_table(qtbot, page):
    cell(page, "承诺之一", F.TITLE)
    qtbot.keyClick(page.log.table, "C", Qt.KeyboardModifier.ControlModifier)
    data = QGuiApplication.clipboard().mimeData()
    lines = [line.split("\t") for line in data.text().split("\n")]
    assert lines[0][:3] == ["日期", "媒体单位", "标题"]
    assert lines[1][:3] == ["2019-03-04", "许昌日报", "承诺之一"]
    assert "<td" in data.html()


def test_the_detail_pane_shows_all_of_it_and_the_piece_elsewhere(page, office):
    coverage_log_rows = page.log.model
    page.verbs.trigger("log_detail")
    page.log.table.selectAll()
    page.verbs.trigger("group")
    cell(page, "承诺之一", F.TITLE)
    page.log._show_chosen()
    words = [part.text() for part in page.log.detail.findChildren(QLabel)]
    assert page.log.detail.title.text() == "承诺之一"
    assert "xcrb.example" in words
    members = [part for part in page.log.detail.findChildren(QPushButton) if "许昌晨报" in part.text()]
    members[0].click()
    assert [row.title for row in page.log.rows()] == ["承诺之二"]
    assert coverage_log_rows.rowCount() == 3


def test_a_link_is_opened_only_after_asking(page, window):
    cell(page, "承诺之二", F.TITLE)
    assert not page.verbs.action("link_open").isEnabled()
    cell(page, "承诺之一", F.TITLE)
    page.verbs.trigger("link_open")
    asked = window.findChild(Question)
    words = " ".join(part.text() for part in asked.findChildren(QLabel))
    assert "https://xcrb.example/a?b=1" in words
    asked.keep_button.click()


def test_a_second_filter_gets_its_own_counts(qtbot, page):
    page.log.filters.open(AT[F.OUTLET])
    page.log.filters._open.close()
    qtbot.waitUntil(lambda: page.log.filters._open is None)
    page.log.filters.open(AT[F.FORM])
    popup = page.log.filters._open
    qtbot.waitUntil(lambda: popup.list.count() == 3 and "  1" in popup.list.item(0).text())
    assert popup is page.log.filters._open


@pytest.mark.parametrize("language", ["zh", "en"])
def test_headings_can_be_read_beside_their_marks(office, desk, language, qtbot):
    translation.install(language)
    pane = CoverageLogPane(desk)
    qtbot.addWidget(pane)
    heads = pane.table.heads
    for at, column in enumerate(COLUMNS):
        if not pane.table.isColumnHidden(at):
            words = heads.fontMetrics().horizontalAdvance(column.heading)
            assert heads.mark_box(at).left() - heads.sectionViewportPosition(at) > words
