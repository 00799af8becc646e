"""What is asked outside and what was changed, on the page: forms written and taken in, trace copies shown."""

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton

from tests.ui.clipping import clipped
from tests.ui.pages.approvals.hands import OTHER, TITLE, draft, in_review, settle
from ui import translation
from ui.dialogs.consult_forms import ConsultFormsDialog, NewFormForm
from ui.dialogs.consult_reply import ReplyForm
from ui.dialogs.printout import PrintoutDialog
from xcdesk import consulting
from xcdesk.services import approvals
from xcdesk.services.approvals import TextChange, comments, consult_forms
from xcdesk.services.approvals.consult_forms import NewForm

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def place(tmp_path, monkeypatch):
    """Whoever is asked for a file names this one."""
    path = tmp_path / "单子.docx"
    for ask in ("getSaveFileName", "getOpenFileName"):
        monkeypatch.setattr(QFileDialog, ask, lambda *_words: (str(path), ""))
    return path


def words(widget):
    settle()
    return "\n".join(part.text() for part in widget.findChildren(QLabel) if part.isVisibleTo(widget))


def press(widget, text):
    next(
        each for each in widget.findChildren(QPushButton) if each.text() == text and each.isVisible()
    ).click()


def change(path):
    """What somebody outside does with the form in Word."""
    made = docx.Document(path)
    for row in made.tables[1].rows:
        paragraph = row.cells[1].paragraphs[0]
        if "五个" in paragraph.text:
            paragraph.runs[0].text = paragraph.text.replace("五个", "三个")
    made.tables[2].rows[0].cells[1].paragraphs[0].add_run("原则同意")
    made.save(path)


def test_a_form_goes_out_comes_back_and_its_words_are_taken_over(qtbot, bare_page, clerk, place):
    row = draft(clerk)
    page = bare_page(clerk)
    page.verbs.trigger("material_forms")
    dialog = page.window().findChild(ConsultFormsDialog)
    assert "还没有收到回复" not in words(dialog)
    dialog.verbs.trigger("new")
    form = dialog.findChild(NewFormForm)
    form.save_button.click()
    assert form.isVisible()
    form.receiver.setText("示例局")
    form.save_button.click()
    qtbot.waitUntil(place.exists)
    qtbot.waitUntil(lambda: not page.desk.runner.busy())
    assert "还没有收到回复" in {one.text: one.reason for one in dialog.verbs.refused()}["另存回复…"]
    change(place)
    dialog.verbs.trigger("reply")
    qtbot.waitUntil(lambda: dialog.findChild(ReplyForm) is not None)
    reply = dialog.findChild(ReplyForm)
    assert reply.save_button.text() == "收入 1 条意见"
    reply.save_button.click()
    qtbot.waitUntil(lambda: consult_forms.forms(row.id)[0].answered)
    qtbot.waitUntil(lambda: "已经收入" in str(dialog.verbs.refused()[0].reason))
    dialog.reject()
    page.reload()
    assert "示例局答复：原则同意" in words(page.detail.banners)


def test_the_words_of_a_reply_are_taken_over_while_writing(bare_page, clerk, place):
    row = draft(clerk)
    form = consulting.send(clerk, row.id, NewForm("示例局"), place)
    change(place)
    consult_forms.take_in(clerk, form, consulting.read(place, form).reply)
    page = bare_page(clerk)
    page.verbs.trigger("material_edit")
    press(page.editor.comments, "采纳")
    assert page.editor.composer.text() == OTHER.replace("\n收件", "\n\n收件")
    (said,) = comments.comments(row.id)
    assert (said.open, said.answer) == (False, "已采纳")
    page.editor.composer.edit.undo()
    assert "五个" in page.editor.composer.text()


def test_the_trace_copy_follows_the_versions_that_are_compared(qtbot, bare_page, clerk):
    row = in_review(clerk)
    approvals.edit(clerk, row.id, TextChange(TITLE, OTHER))
    page = bare_page(clerk)
    assert page.detail.text.compared() is None
    page.detail.text.show_changes(1, 2)
    assert (page.detail.text.compared().older, page.detail.text.compared().newer) == (1, 2)
    page.verbs.trigger("material_trace")
    shown = page.window().findChild(PrintoutDialog)
    qtbot.waitUntil(lambda: shown.preview.document.pageCount() == 1)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_nothing_is_cut_off(qtbot, desk, clerk, language):
    translation.install(language)
    row = draft(clerk)
    consult_forms.send(clerk, row.id, NewForm("示例市政务服务和大数据管理局", "请看时限是否可行"))
    dialog = ConsultFormsDialog(desk, row, None)
    form = NewFormForm(row.title, lambda new: None, None)
    for shown in (dialog, form):
        qtbot.addWidget(shown)
        with qtbot.waitExposed(shown):
            shown.show()
        assert clipped(shown) == []
