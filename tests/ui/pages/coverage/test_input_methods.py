"""Chinese is typed through an input method: nothing of it is lost, and nothing happens before it is there."""

from types import SimpleNamespace

import pytest
from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from tests.ui.coverage_hands import TUESDAY, go, titles
from ui.dialogs.log_item import NameBox
from ui.editor.composer import Composer
from ui.widgets.cell_editor import CellEditor, Step
from ui.widgets.chip_field import ChipField
from ui.widgets.fields import Option, long_field
from ui.widgets.name_field import NameField
from ui.widgets.pick_field import PickField
from ui.widgets.search_box import PAUSE_MS, SearchBox
from ui.widgets.title_field import TitleField

FIGURE = "{{pieces 2019-03-01 2019-03-31}}"


def compose(field: QWidget, letters: str) -> None:
    """Letters stand in the field underlined, as an input method shows them before a word is chosen."""
    QCoreApplication.sendEvent(field, QInputMethodEvent(letters, []))


def commit(field: QWidget, words: str) -> None:
    """A word was chosen, by a digit, by blank or by Enter: the input method keeps the key to itself."""
    event = QInputMethodEvent()
    event.setCommitString(words)
    QCoreApplication.sendEvent(field, event)


def pick_field() -> PickField:
    made = PickField("媒体单位", 200)
    made.set_options([Option("1", "许昌日报"), Option("2", "许昌晨报")])
    return made


FIELDS = {
    "search": lambda: SearchBox("筛选"),
    "pick": pick_field,
    "name": lambda: NameField(["许昌日报"]),
    "title": lambda: TitleField("标题"),
    "finder": lambda: ChipField("搜索", "Ctrl+K", 300),
    "long": long_field,
}


@pytest.mark.parametrize("make", FIELDS.values(), ids=FIELDS)
def test_nothing_is_said_of_letters_that_are_no_word_yet_and_the_word_is_taken_whole(qtbot, make):
    field = make()
    qtbot.addWidget(field)
    field.show()
    field.setFocus()
    heard = []
    for name in ("textEdited", "searched", "entered", "accepted", "returnPressed", "left"):
        if hasattr(field, name):
            getattr(field, name).connect(lambda *told, name=name: heard.append(name))
    for letters in ("x", "xu", "xu'chang", "xu'chang'ri'bao"):
        compose(field, letters)
    assert (words_of(field), heard) == ("", [])
    commit(field, "许昌日报")
    compose(field, "3")
    commit(field, "3")
    assert words_of(field) == "许昌日报3"


def words_of(field: QWidget) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def test_the_filter_waits_for_the_word(qtbot):
    box = SearchBox("筛选")
    qtbot.addWidget(box)
    box.show()
    compose(box, "xu'chang")
    with qtbot.assertNotEmitted(box.searched, wait=2 * PAUSE_MS):
        compose(box, "xu'chang'ri")
    with qtbot.waitSignal(box.searched) as said:
        commit(box, "许昌")
    assert said.args == ["许昌"]


def test_a_composed_word_chooses_from_a_box_of_names(qtbot):
    box = NameBox(["许昌日报", "许昌晨报"])
    qtbot.addWidget(box)
    box.show()
    box.lineEdit().clear()
    compose(box.lineEdit(), "chen'bao")
    commit(box.lineEdit(), "许昌晨报")
    assert box.currentText() == "许昌晨报"


def test_an_editor_over_a_cell_stays_open_while_a_word_is_composed(qtbot):
    table = QWidget()
    qtbot.addWidget(table)
    table.resize(600, 300)
    table.show()
    editor = CellEditor(table, "标题")
    ended = []
    editor.finished.connect(lambda *told: ended.append(told))
    editor.given_up.connect(lambda: ended.append("given up"))
    editor.start("旧标题", QRect(10, 10, 200, 28), marked=True)
    compose(editor.field, "xin'biao'ti")
    assert ended == []
    commit(editor.field, "新标题")
    assert ended == []
    qtbot.keyClick(editor.field, Qt.Key.Key_Return)
    assert ended == [("新标题", Step.DOWN)]


@pytest.fixture
def composer(qtbot):
    made = Composer(lambda _source: SimpleNamespace(text="12", rule="口径"))
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    made.edit.setFocus()
    return made


@pytest.mark.parametrize("behind", [True, False], ids=["behind", "before"])
def test_a_word_composed_beside_a_figure_is_text_and_the_figure_stays(composer, behind):
    edit = composer.edit
    edit.set_markup(f"三月刊播{FIGURE}篇。")
    cursor = edit.textCursor()
    cursor.setPosition(edit.toPlainText().index("\ufffc") + behind)
    edit.setTextCursor(cursor)
    for letters in ("x", "xin", "xin'wen"):
        compose(edit, letters)
    assert edit.markup().strip() == f"三月刊播{FIGURE}篇。"
    commit(edit, "新闻")
    there = f"{FIGURE}新闻" if behind else f"新闻{FIGURE}"
    assert edit.markup().strip() == f"三月刊播{there}篇。"
    compose(edit, "gao")
    commit(edit, "稿")
    assert "新闻稿" in edit.markup()


def test_a_word_composed_in_a_heading_stays_in_it_and_is_undone_as_typing(qtbot, composer):
    edit = composer.edit
    edit.set_markup("一、情况\n\n三月。")
    cursor = edit.textCursor()
    cursor.setPosition(len("一、情况"))
    edit.setTextCursor(cursor)
    style = edit.current_style()
    compose(edit, "shuo'ming")
    commit(edit, "说明")
    assert edit.current_style() is style
    assert "一、情况说明" in edit.markup()
    edit.undo()
    assert "一、情况\n" in edit.markup()


def test_a_day_of_the_matrix_takes_a_composed_title_with_figures_in_it(qtbot, coverage_page):
    view = coverage_page.matrix.view
    go(coverage_page, "许昌日报", TUESDAY)
    compose(view, "d")
    editor = view.viewport().findChild(QLineEdit)
    for letters in ("di", "di'3", "di'3'qi"):
        compose(editor, letters)
    assert titles(since=TUESDAY) == []
    commit(editor, "第3期")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: titles(since=TUESDAY) == ["第3期"])
