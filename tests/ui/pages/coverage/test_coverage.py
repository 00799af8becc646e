"""The coverage page as a clerk uses it: typing into the matrix, the log below, undo by name."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu, QWidget

from tests.ui.coverage_hands import MONDAY, TUESDAY, go, titles, typed
from tests.ui.focus import focus_order
from ui.dialogs.call_form import CallForm
from ui.dialogs.log_item import LogItemForm
from ui.pages.coverage.page import CoveragePage
from xcdesk.codes import OutletKind, Tier
from xcdesk.services.counts.item_filter import ItemFilter
from xcdesk.services.grid import none_days
from xcdesk.services.grid.matrix import CellState
from xcdesk.services.grid.none_days import Cell
from xcdesk.services.log import coverage, coverage_log
from xcdesk.services.log.coverage import ItemVersion
from xcdesk.services.office import people
from xcdesk.services.record.entries import ItemChange
from xcdesk.services.roster import outlet_changes
from xcdesk.services.roster.outlet_changes import NewOutlet


@pytest.fixture
def office(coverage_office):
    return coverage_office


@pytest.fixture
def page(office, window) -> CoveragePage:
    shown = window.page()
    assert isinstance(shown, CoveragePage)
    return shown


def test_the_day_of_today_is_current_when_the_page_opens(page):
    assert page.matrix.cell().day == TUESDAY
    assert page.matrix.view.hasFocus()


def test_the_matrix_has_its_height_as_soon_as_it_is_read(qtbot, page):
    page.window().resize(1366, 2000)
    qtbot.waitUntil(lambda: page.halves.sizes()[0] > page.matrix.view.preferred_height())
    before, wish = page.halves.sizes()[0], page.matrix.view.preferred_height()
    for name in ("许昌甲报", "许昌乙报"):
        outlet_changes.add_outlet(page.desk.actor, NewOutlet(name, OutletKind.NEWSPAPER, Tier.MUNICIPAL))
    page.reload()
    assert page.halves.sizes()[0] - before == page.matrix.view.preferred_height() - wish > 0


def test_a_figure_is_a_count_and_enter_goes_down(qtbot, page, office):
    go(page, "许昌日报", TUESDAY)
    qtbot.keyClick(typed(qtbot, page, "3"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.matrix.cell() == Cell(office["许昌晨报"], TUESDAY))
    assert coverage_log.count(ItemFilter(since=TUESDAY)).placements == 3


def test_any_other_text_is_a_title_and_tab_goes_right(qtbot, page, office):
    go(page, "许昌日报", MONDAY)
    qtbot.keyClick(typed(qtbot, page, "A new promise"), Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: page.matrix.cell() == Cell(office["许昌日报"], TUESDAY))
    assert titles(since=MONDAY, outlet_ids=(office["许昌日报"],)) == ["A new promise", "承诺之一"]


def test_escape_leaves_the_cell_as_it_was(qtbot, page):
    go(page, "许昌日报", TUESDAY)
    qtbot.keyClick(typed(qtbot, page, "9"), Qt.Key.Key_Escape)
    assert coverage_log.count(ItemFilter(since=TUESDAY)).placements == 0


def test_the_first_letter_of_a_composition_is_not_lost(qtbot, page, office):
    go(page, "许昌日报", TUESDAY)
    QCoreApplication.sendEvent(page.matrix.view, QInputMethodEvent("c", []))
    editor = page.matrix.view.viewport().findChild(QLineEdit)
    QCoreApplication.sendEvent(editor, QInputMethodEvent("chengnuo", []))
    event = QInputMethodEvent()
    event.setCommitString("承诺兑现")
    QCoreApplication.sendEvent(editor, event)
    assert editor.text() == "承诺兑现"
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: titles(since=TUESDAY) == ["承诺兑现"])


def test_a_duplicate_is_refused_with_its_reason_in_the_page(qtbot, page):
    go(page, "许昌日报", MONDAY)
    with qtbot.captureExceptions() as wrong:
        page.commands.type_into(page.matrix.cell(), "承诺之一")
    assert wrong == []
    assert coverage_log.count(ItemFilter(since=MONDAY)).placements == 2
    assert any("承诺之一" in part.accessibleName() for part in page.notice.findChildren(QWidget))


def test_moving_in_the_matrix_narrows_the_log(page):
    go(page, "许昌晨报", MONDAY)
    assert [page.log.model.row(at).title for at in range(page.log.model.rowCount())] == ["承诺之二"]
    page.log.scope.click()
    assert page.log.model.rowCount() == 2


def test_every_act_is_taken_back_and_done_again_by_its_name(page, window):
    go(page, "许昌日报", TUESDAY)
    page.commands.type_into(page.matrix.cell(), "2")
    assert "2" in window.desk.undo.undo_name()
    window.desk.undo.undo()
    assert coverage_log.count(ItemFilter(since=TUESDAY)).placements == 0
    window.desk.undo.redo()
    assert coverage_log.count(ItemFilter(since=TUESDAY)).placements == 2


def test_none_today_is_asked_with_its_reason_and_taken_back_by_del(qtbot, page, office):
    go(page, "许昌人民广播电台", TUESDAY)
    page.verbs.trigger("none_today")
    menu = page.findChild(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly)
    next(action for action in menu.actions() if action.text() == "停播").trigger()
    assert page.matrix.content().state is CellState.NONE
    page.verbs.trigger("remove")
    assert page.matrix.content().state is CellState.OPEN
    assert none_days.none_rows(TUESDAY, TUESDAY) == ()


def test_the_form_logs_and_a_refusal_keeps_what_was_typed(qtbot, page, window):
    go(page, "许昌电视台", TUESDAY)
    page.verbs.trigger("item_log")
    form = window.findChild(LogItemForm)
    assert form.outlet.currentText() == "许昌电视台"
    qtbot.keyClicks(form.title, "Window")
    form.unit.setEditText("没有这个单位")
    qtbot.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    assert form.isVisible()
    assert form.title.text() == "Window"
    form.unit.setEditText("市水利局")
    qtbot.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    assert titles(since=TUESDAY) == ["Window"]


def test_editing_changes_only_what_differs(qtbot, page, window):
    go(page, "许昌日报", MONDAY)
    page.log.table.selectRow(0)
    page.verbs.trigger("item_edit")
    form = window.findChild(LogItemForm)
    assert form.form.key() == "news"
    form.title.setText("承诺之三")
    qtbot.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    (row,) = coverage_log.page(ItemFilter(since=MONDAY, search="之三")).rows
    assert (row.form, row.version) == ("news", 2)
    window.desk.undo.undo()
    assert titles(since=MONDAY, search="之一") == ["承诺之一"]


def test_two_chosen_reports_become_one_piece(page):
    page.log.scope_cleared.emit()
    assert page.verbs.refused()
    page.log.table.selectAll()
    page.verbs.trigger("group")
    assert coverage_log.count(ItemFilter(since=MONDAY)).pieces == 1
    page.log.table.selectAll()
    page.verbs.trigger("ungroup")
    assert coverage_log.count(ItemFilter(since=MONDAY)).pieces == 2


def test_removed_reports_come_back(page, window):
    page.log.scope_cleared.emit()
    page.log.table.setFocus()
    page.log.table.selectAll()
    page.verbs.trigger("remove")
    assert coverage_log.count().placements == 0
    window.desk.undo.undo()
    assert coverage_log.count().placements == 2


def test_the_liaison_is_shown_with_the_telephone(page):
    go(page, "许昌日报", TUESDAY)
    page.verbs.trigger("call")
    (dialog,) = [one for one in page.window().findChildren(CallForm) if one.isVisible()]
    assert any("0374-0000002" in part.text() for part in dialog.findChildren(QLabel))


def test_weeks_show_titles_and_the_log_sorts_by_its_headings(page):
    page.period.unit.choose("week")
    model = page.matrix.model
    assert model.columnCount() == 7
    assert model.index(0, 0).data() == "承诺之一"
    header = page.log.table.horizontalHeader()
    header.setSortIndicator(1, Qt.SortOrder.AscendingOrder)
    assert [page.log.model.row(at).outlet for at in range(2)] == ["许昌日报", "许昌晨报"]


def test_the_filter_says_when_nothing_is_found(qtbot, page):
    page.search.setText("没有这样的标题")
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert page.log.model.rowCount() == 0
    assert "没有这样的标题" in page.log._stack.currentWidget().accessibleName()


def test_a_cell_is_read_aloud_as_a_sentence(page, office):
    go(page, "许昌日报", MONDAY)
    spoken = page.matrix.view.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "许昌日报，3月4日，1 篇"


def test_tab_order_runs_from_the_verbs_to_the_log(page):
    order = focus_order(page)
    views = [part for part in order if part in (page.matrix.view, page.log.table)]
    assert views == [page.matrix.view, page.log.table]


def test_another_page_opens_a_report_here(page, window, office):
    (row,) = coverage_log.page(ItemFilter(search="承诺之二")).rows
    window.open("coverage", row.id)
    assert page.matrix.cell() == Cell(office["许昌晨报"], MONDAY)
    assert [chosen.id for chosen in page.log.rows()] == [row.id]


def test_acts_on_one_report_are_taken_back_in_turn(page, window):
    (row,) = coverage_log.page(ItemFilter(search="承诺之一")).rows
    (other,) = coverage_log.page(ItemFilter(search="承诺之二")).rows
    acts = page.commands._acts
    acts.change(row, ItemChange(title="第二稿"))
    acts.change(coverage_log.item(row.id), ItemChange(title="第三稿"))
    acts.group([coverage_log.item(row.id), other])
    acts.remove([coverage_log.item(row.id)])
    for _ in range(4):
        window.desk.undo.undo()
    back = coverage_log.item(row.id)
    assert (back.title, back.group, back.removed_at) == ("承诺之一", None, None)
    for _ in range(4):
        window.desk.undo.redo()
    assert coverage_log.item(row.id).title == "第三稿"
    assert coverage_log.item(row.id).removed_at is not None


def test_undo_never_takes_back_what_another_desk_has_done_since(page, window):
    (row,) = coverage_log.page(ItemFilter(search="承诺之一")).rows
    page.commands._acts.change(row, ItemChange(title="第二稿"))
    newer = coverage_log.item(row.id)
    coverage.change_item(people.actor("chen"), ItemVersion(row.id, newer.version), ItemChange(title="别人的"))
    window.menus.verbs.trigger("undo")
    assert coverage_log.item(row.id).title == "别人的"
    assert window.page().notice.isVisible()
