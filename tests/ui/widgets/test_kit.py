"""The parts that pages are made of behave as their users expect."""

import pytest
from PySide6.QtCore import QEvent, QStringListModel, Qt
from PySide6.QtGui import QAccessible, QColor, QStandardItem, QStandardItemModel
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.refusals import NothingChosenError
from ui.theme import theme
from ui.theme.icons import Glyph
from ui.theme.tokens import LIGHT, State
from ui.widgets.banner import Banner
from ui.widgets.buttons import Kind, button
from ui.widgets.card import Card
from ui.widgets.chips import FilterChip, StateChip
from ui.widgets.detail_pane import DetailPane, Field, field_grid
from ui.widgets.empty_state import EmptyState, nothing_found
from ui.widgets.fields import Option, PickBox
from ui.widgets.flow import Flow
from ui.widgets.labels import caption, label, tip
from ui.widgets.progress_strip import PATIENCE_MS, ProgressStrip
from ui.widgets.scroll import RoomyScroll
from ui.widgets.search_box import SearchBox
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.state_cell import STATE_ROLE
from ui.widgets.table_view import ListView, TableView
from ui.widgets.ticks_field import TicksField
from ui.widgets.two_line import TWO_LINE_ROLE, TwoLine, TwoLineDelegate
from ui.widgets.verb_bar import VerbBar
from ui.widgets.verbs import Verb, VerbSet, Weight, plain_name

MARKUP = "<font color='#FF00FF'>■■■■</font>"


def shown(qtbot, widget: QWidget, width: int = 400, height: int = 200) -> QWidget:
    qtbot.addWidget(widget)
    widget.resize(width, height)
    with qtbot.waitExposed(widget):
        widget.show()
    widget.activateWindow()
    return widget


def pixels(widget: QWidget) -> set[str]:
    image = widget.grab().toImage()
    return {
        image.pixelColor(x, y).name().upper() for x in range(image.width()) for y in range(image.height())
    }


@pytest.mark.parametrize(
    "make",
    [
        lambda: label(MARKUP),
        lambda: Banner("warn", MARKUP, MARKUP),
        lambda: field_grid([Field(MARKUP, MARKUP)]),
        lambda: Card(MARKUP, MARKUP),
        lambda: StateChip(State.LATE, MARKUP),
        lambda: nothing_found(MARKUP, button("x")),
    ],
)
def test_what_people_typed_is_never_markup(qtbot, make):
    assert "#FF00FF" not in pixels(shown(qtbot, make()))


def test_an_ampersand_in_a_name_is_shown_and_is_no_alt_key(qtbot):
    named = button("A&B公司")
    segments = Segmented((Segment("a", "甲&乙"), Segment("b", "丙")))
    segments.set_text("b", "丙&丁 2")
    ticks = TicksField([Option("1", "C&D报")])
    for owner in (named, segments, ticks):
        qtbot.addWidget(owner)
    made = [named, *segments.findChildren(QPushButton), *ticks.findChildren(QCheckBox)]
    assert [one.text() for one in made] == ["A&&B公司", "甲&&乙", "丙&&丁 2", "C&&D报"]
    assert all(one.shortcut().isEmpty() for one in made)
    assert [QAccessible.queryAccessibleInterface(one).text(QAccessible.Text.Name) for one in made] == [
        "A&B公司",
        "甲&乙",
        "丙&丁 2",
        "C&D报",
    ]
    owner = QWidget()
    qtbot.addWidget(owner)
    verbs = VerbSet([Verb("undo", "Undo", Glyph.ADD, lambda: None)], owner)
    verbs.action("undo").setText(caption("撤销：A&B公司"))
    assert plain_name(verbs.action("undo")) == "撤销：A&B公司"


def test_tooltip_shows_tags_letter_by_letter():
    assert "&lt;b&gt;" in tip("<b>16:00</b>")
    assert tip("16:00 截稿") == "16:00 截稿"


def make_verbs(owner: QWidget, ran: list[str], refusals: dict[str, NothingChosenError]) -> VerbSet:
    def verb(name: str, shortcut: str, weight: Weight = Weight.NORMAL) -> Verb:
        return Verb(
            name, name, Glyph.ADD, lambda: ran.append(name), shortcut, lambda: refusals.get(name), weight
        )

    return VerbSet(
        [verb("登记报道", "Ctrl+N", Weight.PRIMARY), verb("交办", "F8"), verb("作废", "", Weight.RARE)], owner
    )


@pytest.fixture
def page(qtbot):
    owner = QWidget()
    owner.ran, owner.refusals = [], {}
    owner.verbs = make_verbs(owner, owner.ran, owner.refusals)
    owner.bar = VerbBar(owner.verbs)
    layout = QVBoxLayout(owner)
    layout.addWidget(owner.bar)
    owner.verbs.refresh()
    return shown(qtbot, owner, 600)


def test_verb_is_carried_out_by_its_button_and_by_its_shortcut(qtbot, page):
    qtbot.mouseClick(page.bar.button("登记报道"), Qt.MouseButton.LeftButton)
    qtbot.keyClick(page, Qt.Key.Key_F8)
    assert page.ran == ["登记报道", "交办"]


def test_refused_verb_is_grey_and_says_why(qtbot, page):
    page.refusals["交办"] = NothingChosenError(what="一件督办")
    page.verbs.refresh()
    grey = page.bar.button("交办")
    assert not grey.isEnabled()
    assert "一件督办" in grey.toolTip()
    assert [(one.text, one.reason) for one in page.verbs.refused()] == [("交办", grey.toolTip())]


def test_verb_refused_since_the_last_refresh_is_not_carried_out(qtbot, page):
    page.refusals["交办"] = NothingChosenError(what="一件督办")
    qtbot.mouseClick(page.bar.button("交办"), Qt.MouseButton.LeftButton)
    assert page.ran == []
    assert not page.bar.button("交办").isEnabled()


def test_verbs_without_room_move_under_more(page):
    more = page.bar.findChildren(QPushButton)[-1]
    assert [action.text() for action in more.menu().actions()] == ["作废"]
    page.bar.resize(240, 44)
    assert not page.bar.button("交办").isVisible()
    assert [action.text() for action in more.menu().actions()] == ["交办", "作废"]
    assert page.bar.button("登记报道").isVisible()


def test_filter_is_said_after_a_pause_and_cleared_by_escape(qtbot):
    box = shown(qtbot, SearchBox("筛选"))
    with qtbot.waitSignal(box.searched) as said:
        qtbot.keyClicks(box, " abc ")
    assert said.args == ["abc"]
    with qtbot.waitSignal(box.searched) as said:
        qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert said.args == [""]


def test_segments_are_moved_by_arrow_keys(qtbot):
    control = shown(qtbot, Segmented([Segment("week", "周"), Segment("month", "月")]))
    control.findChildren(QPushButton)[0].setFocus()
    with qtbot.waitSignal(control.chosen) as chosen:
        qtbot.keyClick(control.findChildren(QPushButton)[0], Qt.Key.Key_Right)
    assert chosen.args == ["month"]
    assert control.key == "month"


def test_filter_chip_shows_its_count(qtbot):
    chip = shown(qtbot, FilterChip("只看有缺口"))
    chip.set_count(6)
    assert chip.text() == "只看有缺口 6"
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert chip.isChecked()


def test_table_frames_the_current_cell_only_while_it_has_the_focus(qtbot):
    table = TableView(states=(1,))
    model = QStandardItemModel(2, 2)
    QAbstractItemModelTester(model)
    model.setItem(0, 0, QStandardItem("许昌日报"))
    chip = QStandardItem("齐全")
    chip.setData(State.DONE, STATE_ROLE)
    model.setItem(0, 1, chip)
    table.setModel(model)
    shown(qtbot, table)
    table.select_row(0)
    table.setFocus()
    corner = table.visualRect(model.index(0, 0)).topLeft()
    framed = table.viewport().grab().toImage().pixelColor(corner.x() + 1, corner.y() + 5)
    assert framed == QColor(LIGHT.focus)
    table.clearFocus()
    plain = table.viewport().grab().toImage().pixelColor(corner.x() + 1, corner.y() + 5)
    assert plain == QColor(LIGHT.sel)
    assert table.rowHeight(0) == theme.row_height()
    assert LIGHT.ok in {name.upper() for name in pixels(table)}


def test_two_line_rows_are_tall_enough_and_speak(qtbot):
    view, delegate = ListView(), TwoLineDelegate()
    model = QStandardItemModel()
    row = TwoLine("《内部参考》第18期", State.IN_HAND, "送审中", "示例·郭某 送审", "需 11月24日前")
    item = QStandardItem(row.title)
    item.setData(row, TWO_LINE_ROLE)
    model.appendRow(item)
    view.setModel(model)
    view.setItemDelegate(delegate)
    shown(qtbot, view)
    assert view.sizeHintForRow(0) == 64
    assert row.accessible() == "《内部参考》第18期，送审中，示例·郭某 送审，需 11月24日前"
    assert LIGHT.accent_soft in {name.upper() for name in pixels(view)}


def test_plain_lists_are_painted_by_the_style(qtbot):
    view = ListView()
    view.setModel(QStringListModel(["一"]))
    delegate = TwoLineDelegate()
    view.setItemDelegate(delegate)
    assert LIGHT.text in {name.upper() for name in pixels(shown(qtbot, view))}


def test_progress_appears_only_when_work_takes_long(qtbot, desk):
    strip = ProgressStrip()
    qtbot.addWidget(strip)
    quick = desk.runner.create(lambda operation: None)
    with qtbot.waitSignal(quick.finished):
        strip.watch(quick, "正在读取")
        desk.runner.start(quick)
    qtbot.wait(PATIENCE_MS + 50)
    assert not strip.isVisible()


def test_long_work_shows_its_steps_and_can_be_stopped(qtbot, desk):
    strip = ProgressStrip()
    qtbot.addWidget(strip)

    def work(operation):
        for _ in operation.each(range(10**9), 10**9, every=100_000):
            pass

    task = desk.runner.create(work)
    strip.watch(task, "正在读取")
    desk.runner.start(task)
    qtbot.waitUntil(strip.isVisible)
    qtbot.waitUntil(lambda: any("/" in part.text() for part in strip.findChildren(QLabel)))
    with qtbot.waitSignals([task.cancelled, strip.cancelled]):
        qtbot.mouseClick(strip.findChild(QPushButton), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not strip.isVisible())


def test_detail_pane_shows_the_new_choice_on_its_own_ground(qtbot):
    pane = shown(qtbot, DetailPane((button("已核实", Glyph.CHECKMARK, Kind.PRIMARY),)), 364, 400)
    pane.show_parts("许昌日报", [field_grid([Field("联络员", "示例·孙某")])])
    pane.show_parts("许昌电视台", [field_grid([Field("联络员", "示例·李某")])])
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    words = [part.text() for part in pane.findChildren(QLabel)]
    assert "示例·李某" in words
    assert "示例·孙某" not in words
    assert LIGHT.window not in {name.upper() for name in pixels(pane)}


def test_the_sentence_of_an_empty_page_leaves_no_word_alone_in_its_last_line(qtbot):
    words = "这里还没有登记。可以登记报道，在上表中直接输入，或导入报送表。"
    empty = EmptyState(Glyph.SEARCH, "还没有报道", words)
    qtbot.addWidget(empty)
    (sentence,) = [each for each in empty.findChildren(QLabel) if each.text() == words]
    whole = sentence.fontMetrics().horizontalAdvance(words)
    lines = round(sentence.heightForWidth(sentence.width()) / sentence.heightForWidth(whole + 40))
    assert lines == 2
    assert whole - sentence.width() > 0.75 * sentence.width()


def test_what_is_wider_than_its_place_is_shown_from_its_beginning_when_it_takes_the_focus(qtbot):
    part, view = QWidget(), ListView()
    part.setLayout(QVBoxLayout())
    part.layout().addWidget(QCheckBox())
    part.layout().addWidget(view)
    view.setMinimumSize(900, 600)
    scroll = shown(qtbot, RoomyScroll(part))
    view.setFocus()
    place = view.mapTo(scroll.viewport(), view.rect().topLeft())
    assert (place.x(), place.y()) == (0, 0)


def test_parts_behind_the_gap_of_a_flow_stand_at_the_right_and_break_into_a_row_of_their_own(qtbot):
    first, last = QPushButton("一"), QPushButton("二")
    flow = shown(qtbot, Flow((first, None, last)))
    assert (first.x(), last.geometry().right()) == (0, 399)
    assert first.y() == last.y()
    flow.resize(first.width() + last.width() - 1, 200)
    assert last.y() > first.geometry().bottom()
    assert last.geometry().right() == flow.width() - 1


def test_a_box_says_in_its_tooltip_what_it_has_no_room_for(qtbot):
    box = shown(qtbot, PickBox((Option("a", "甲"), Option("b", "许昌人民广播电台和许昌电视台"))), 120, 30)
    assert box.toolTip() == ""
    box.choose("b")
    assert box.toolTip() == "许昌人民广播电台和许昌电视台"
    box.resize(400, 30)
    assert box.toolTip() == ""
