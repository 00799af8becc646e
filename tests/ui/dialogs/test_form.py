"""Forms fit the screen, keep what was typed, and say at the field what is wrong with it."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QScrollArea

from tests.ui.clipping import clipped
from ui.dialogs.form import FormDialog, Question
from ui.widgets.banner import Banner
from xcdesk.errors import BadTextError


@pytest.fixture
def form(qtbot):
    """A form of twenty fields whose save is refused for the last one."""

    def refuse():
        raise BadTextError(field="f19", limit=40)

    made = FormDialog("登记报道", "登记", refuse)
    for number in range(20):
        made.add(f"f{number}", f"栏位 {number}", QLineEdit())
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def fields(form):
    return form.findChildren(QLineEdit)


def test_a_form_is_never_larger_than_the_screen(form):
    room = form.screen().availableGeometry().size()
    assert form.size().boundedTo(room) == form.size()


def test_fields_scroll_rather_than_shrink_and_the_verb_stays(qtbot, form):
    natural = fields(form)[0].sizeHint().height()
    form.resize(QSize(480, 340))
    qtbot.waitUntil(lambda: form.height() == 340)
    assert {field.height() for field in fields(form)} == {natural}
    assert form.rect().contains(form.save_button.geometry())
    assert [line for line in clipped(form) if "QPushButton" in line] == []


def test_tab_brings_a_hidden_field_into_view(qtbot, form):
    form.resize(QSize(480, 340))
    fields(form)[0].setFocus()
    for _ in range(19):
        qtbot.keyClick(form.focusWidget(), Qt.Key.Key_Tab)
    last = fields(form)[19]
    assert last.hasFocus()
    assert not last.visibleRegion().isEmpty()


def test_a_refusal_stands_at_its_field_and_nothing_typed_is_lost(qtbot, form):
    fields(form)[3].setText("承诺")
    qtbot.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    assert form.isVisible()
    assert fields(form)[19].hasFocus()
    assert fields(form)[3].text() == "承诺"
    (refusal,) = [each for each in form.findChildren(QLabel) if each.text().startswith("■")]
    assert refusal.isVisible()
    qtbot.keyClicks(fields(form)[3], "x")
    assert refusal.isVisible()
    qtbot.keyClicks(fields(form)[19], "x")
    assert not refusal.isVisible()
    assert not fields(form)[19].property("wrong")


def test_esc_asks_before_what_was_filled_in_is_lost_and_cancel_does_not(qtbot, form):
    qtbot.keyClicks(fields(form)[2], "x")
    qtbot.keyClicks(fields(form)[3], "x")
    qtbot.keyClick(fields(form)[3], Qt.Key.Key_Escape)
    assert form.isVisible()
    question = form.findChild(Question)
    qtbot.mouseClick(question.keep_button, Qt.MouseButton.LeftButton)
    assert form.isVisible()
    qtbot.keyClick(fields(form)[3], Qt.Key.Key_Escape)
    last = form.findChildren(Question)[-1]
    qtbot.mouseClick(last.act_button, Qt.MouseButton.LeftButton)
    assert not form.isVisible()
    form.show()
    qtbot.mouseClick(form.cancel_button, Qt.MouseButton.LeftButton)
    assert not form.isVisible()


def test_esc_leaves_a_form_with_one_field_filled_in_at_once(qtbot, form):
    qtbot.keyClicks(fields(form)[2], "x")
    qtbot.keyClick(fields(form)[2], Qt.Key.Key_Escape)
    assert not form.isVisible()


def test_a_refusal_on_top_leaves_every_field_in_view(qtbot):
    def refuse():
        raise BadTextError(field="elsewhere", limit=40)

    made = FormDialog("迁移", "开始迁移", refuse)
    for number in range(5):
        made.add(f"f{number}", f"栏位 {number}", QLineEdit(), "说明")
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    qtbot.mouseClick(made.save_button, Qt.MouseButton.LeftButton)
    assert made.findChild(Banner).title.text() == "没有完成"
    bar = made.findChild(QScrollArea).verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() == 0)


def test_enter_presses_the_button_that_has_the_focus(qtbot):
    saved = []
    form = FormDialog("登记报道", "登记", lambda: saved.append(True))
    form.add("title", "标题", QLineEdit())
    qtbot.addWidget(form)
    with qtbot.waitExposed(form):
        form.show()
    cancel = next(one for one in form.findChildren(QPushButton) if one.text() == "取消")
    cancel.setFocus()
    qtbot.keyClick(cancel, Qt.Key.Key_Return)
    assert not form.isVisible()
    assert saved == []
