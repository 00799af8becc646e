"""Forms keep what was typed, and say at the field what is wrong."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from ui.dialogs.form import FormDialog, Question
from ui.widgets.fields import DayField, Option, PickBox, long_field, text_field
from xcdesk.errors import BadTextError, NotFoundError


@pytest.fixture
def form(qtbot):
    refusals = []

    def save():
        if refusals:
            raise refusals.pop()

    made = FormDialog("登记报道", "登记报道", save)
    made.refusals = refusals
    made.title = text_field("", 10)
    made.add("outlet", "媒体单位", PickBox([Option("1", "许昌日报"), Option("2", "许昌晨报")]))
    made.add("title", "标题", made.title, "最多 10 字")
    made.add("note", "备注", long_field())
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def words(form) -> str:
    return "\n".join(part.text() for part in form.findChildren(QLabel) if part.isVisible())


def test_refusal_about_a_field_stands_under_it_and_the_focus_goes_there(qtbot, form):
    qtbot.keyClicks(form.title, "abc")
    form.refusals.append(BadTextError(field="title", limit=10))
    qtbot.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    assert form.isVisible()
    assert "■ " in words(form)
    assert form.title.property("wrong")
    assert form.title.text() == "abc"
    qtbot.waitUntil(form.title.hasFocus)


def test_other_refusals_stand_on_top_and_go_away_with_the_next_try(qtbot, form):
    form.refusals.append(NotFoundError(what="媒体单位", name="许昌日报"))
    qtbot.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "许昌日报" in words(form))
    with qtbot.waitSignal(form.saved):
        qtbot.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not form.isVisible()


def test_day_goes_in_and_out_unchanged(qtbot):
    field = DayField(dt.date(2019, 3, 5))
    qtbot.addWidget(field)
    assert field.day() == dt.date(2019, 3, 5)


def test_choice_stays_when_the_options_change(qtbot):
    box = PickBox([Option("a", "消息"), Option("b", "通讯")])
    qtbot.addWidget(box)
    box.choose("b")
    box.set_options([Option("c", "评论"), Option("b", "通讯")])
    assert box.key() == "b"
    box.set_options([])
    assert box.key() == ""


def test_question_starts_on_the_safe_side(qtbot):
    question = Question("作废第17期？期号保留在登记簿，不能恢复。", "作废第17期", "不作废")
    qtbot.addWidget(question)
    question.show()
    question.activateWindow()
    qtbot.waitUntil(question.keep_button.hasFocus)
    with qtbot.assertNotEmitted(question.agreed):
        qtbot.keyClick(question.keep_button, Qt.Key.Key_Return)
    question.show()
    with qtbot.waitSignal(question.agreed):
        qtbot.mouseClick(question.act_button, Qt.MouseButton.LeftButton)
