"""The approvals page, used as people use it: clicks, keys, and what then stands on the screen."""

import datetime as dt

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from tests.ui.pages.approvals.hands import OTHER, TEXT, TITLE, approved, draft, in_review, settle
from ui.dialogs.form import Question
from ui.dialogs.material_forms import RecallForm, SubmitForm
from ui.dialogs.void_material import VoidDialog
from xcdesk.codes import MaterialKind, MaterialState
from xcdesk.services import approvals
from xcdesk.services.approvals import QueueFilter, ReturnTo, TextChange
from xcdesk.services.issuing import pieces
from xcdesk.texts.documents import from_text, to_text

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def click(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def button(widget, text):
    settle()
    return next(each for each in widget.findChildren(QPushButton) if each.text() == text and each.isVisible())


def shown(widget):
    """All text of the labels that can be seen."""
    settle()
    return "\n".join(part.text() for part in widget.findChildren(QLabel) if part.isVisible())


def test_the_first_material_is_drafted_by_keyboard(qtbot, open_page, clerk):
    page = open_page(clerk)
    assert "还没有文稿" in shown(page)
    qtbot.keyClick(page.window(), Qt.Key.Key_N, CTRL)
    assert QApplication.focusWidget() is page.editor.title
    page.editor.title.setText(TITLE)
    page.editor.composer.set_text(TEXT)
    qtbot.keyClick(page.editor.body, Qt.Key.Key_S, CTRL)
    (row,) = approvals.queue(clerk)
    assert (row.title, row.kind) == (TITLE, MaterialKind.NOTICE)
    assert page.detail.title.text() == TITLE
    assert QApplication.focusWidget() is page.queue.list


def test_a_text_is_submitted_and_agreed_to(qtbot, open_page, clerk, leader):
    row = draft(clerk)
    page = open_page(clerk)
    qtbot.keyClick(page.queue.list, Qt.Key.Key_S, CTRL | SHIFT)
    form = page.findChild(SubmitForm)
    form.note.setPlainText("请尽快")
    click(qtbot, form.save_button)
    assert "先是“事实”" in shown(form)
    for box in form.points.values():
        qtbot.keyClick(box, Qt.Key.Key_Space)
    click(qtbot, form.save_button)
    assert approvals.row(row.id).state == MaterialState.IN_REVIEW
    assert approvals.log(row.id)[-1].opinion == "请尽快"
    page = open_page(leader)
    window = page.window()
    assert "1" in window.tabs.tabText(3)
    assert page.queue.filter == QueueFilter.WAITING_FOR_ME
    page.detail.opinion.setText("可以")
    click(qtbot, page.detail.agree)
    assert approvals.row(row.id).state == MaterialState.APPROVED
    assert approvals.log(row.id)[-1].opinion == "可以"
    qtbot.waitUntil(lambda: window.tabs.tabText(3) == "审签")
    assert "现在没有等您签的文稿" in shown(page)
    assert "已同意：" in shown(window.status)


def test_agreeing_works_by_keyboard_alone(qtbot, open_page, clerk, leader):
    row = in_review(clerk)
    page = open_page(leader)
    qtbot.keyClick(page.window(), Qt.Key.Key_F6)
    assert QApplication.focusWidget() is page.detail.opinion
    qtbot.keyClicks(page.detail.opinion, "ok")
    qtbot.keyClick(page.detail.opinion, Qt.Key.Key_Return, CTRL)
    assert approvals.row(row.id).state == MaterialState.APPROVED


def test_a_return_asks_for_an_opinion_in_the_page(qtbot, bare_page, clerk, leader):
    row = in_review(clerk)
    page = bare_page(leader)
    click(qtbot, page.detail.give_back)
    assert "还没有写意见" in shown(page)
    assert QApplication.focusWidget() is page.detail.opinion
    qtbot.keyClicks(page.detail.opinion, "add figures")
    click(qtbot, button(page.detail.return_to, "改后回到本环节"))
    click(qtbot, page.detail.give_back)
    returned = approvals.row(row.id)
    assert returned.state == MaterialState.RETURNED
    assert approvals.submit(clerk, row.id).step == 1
    assert page.detail.opinion.text() == ""


def test_a_returned_text_shows_what_is_to_be_changed(bare_page, clerk, leader):
    row = in_review(clerk)
    approvals.send_back(leader, row.id, seen_hash=row.text_hash, opinion="请补充数字", to=ReturnTo.HERE)
    page = bare_page(clerk)
    assert "请补充数字" in shown(page.detail)
    assert page.verbs.action("material_submit").isEnabled()


def test_the_banner_says_why_one_cannot_sign_ones_own_text(qtbot, bare_page, clerk, leader):
    row = in_review(clerk)
    approvals.edit(leader, row.id, TextChange(TITLE, OTHER))
    page = bare_page(leader)
    assert not page.detail.agree.isEnabled()
    assert "为什么“同意”点不了？" in shown(page.detail)
    assert "您写过第 2 版" in shown(page.detail)
    click(qtbot, button(page.detail, "查看改动"))
    assert "五三个工作日" in page.detail.text.changes.toPlainText()
    assert page.detail.text.changes.isVisible()


def test_the_way_out_in_the_banner_is_the_verb_itself(qtbot, bare_page, clerk):
    row = in_review(clerk)
    page = bare_page(clerk)
    click(qtbot, button(page.detail, "撤回…"))
    click(qtbot, page.findChild(RecallForm).save_button)
    assert approvals.row(row.id).state == MaterialState.DRAFT


def test_a_verdict_on_a_text_changed_meanwhile_is_refused_and_the_opinion_stays(
    qtbot, bare_page, clerk, leader
):
    row = in_review(clerk)
    page = bare_page(leader)
    page.detail.opinion.setText("可以")
    approvals.edit(clerk, row.id, TextChange(TITLE, OTHER))
    click(qtbot, page.detail.agree)
    assert "在您打开之后动过这份文稿" in shown(page)
    assert page.detail.opinion.text() == "可以"
    assert approvals.row(row.id).state == MaterialState.IN_REVIEW


def test_a_stale_save_keeps_the_text_and_leads_to_the_present_one(qtbot, bare_page, clerk, leader):
    row = draft(clerk)
    page = bare_page(clerk)
    qtbot.keyClick(page.queue.list, Qt.Key.Key_F2)
    approvals.edit(leader, row.id, TextChange(TITLE, OTHER))
    page.editor.body.setPlainText("我的文字。")
    qtbot.keyClick(page.editor.body, Qt.Key.Key_S, CTRL)
    assert page.editor.body.toPlainText() == "我的文字。"
    click(qtbot, button(page.editor, "复制我的文字，读入现在的文字"))
    assert QGuiApplication.clipboard().text() == "我的文字。\n"
    assert "三个工作日" in page.editor.body.toPlainText()
    page.editor.body.append("我的文字。")
    click(qtbot, page.editor.save_button)
    assert "我的文字。" in approvals.detail(clerk, row.id).text


def test_a_text_not_saved_is_asked_about(qtbot, bare_page, clerk):
    row = draft(clerk)
    page = bare_page(clerk)
    qtbot.keyClick(page.queue.list, Qt.Key.Key_F2)
    qtbot.keyClicks(page.editor.body, "x")
    qtbot.keyClick(page.editor.body, Qt.Key.Key_Escape)
    assert "还没有保存" in shown(page.editor)
    click(qtbot, button(page.editor, "不保存，关闭"))
    assert page.detail.isVisible()
    assert approvals.row(row.id).revision == 1
    qtbot.keyClick(page.queue.list, Qt.Key.Key_F2)
    qtbot.keyClick(page.editor.body, Qt.Key.Key_Escape)
    assert page.detail.isVisible()


def test_verbs_are_grey_while_a_text_is_written_and_say_why(qtbot, open_page, clerk):
    draft(clerk)
    page = open_page(clerk)
    qtbot.keyClick(page.queue.list, Qt.Key.Key_F2)
    reasons = {each.text: each.reason for each in page.verbs.refused()}
    assert "正在改稿" in reasons["送审…"]
    page.window().reload_page()
    assert page.editor.isVisible()


def test_an_untitled_draft_is_refused_at_its_field(qtbot, bare_page, clerk):
    page = bare_page(clerk)
    click(qtbot, button(page, "起草文稿"))
    page.editor.composer.set_text(TEXT)
    click(qtbot, page.editor.save_button)
    assert "还没有标题" in shown(page.editor)
    assert QApplication.focusWidget() is page.editor.title
    assert page.editor.composer.text() == to_text(from_text(TEXT))


def test_what_was_signed_off_is_issued_by_its_shortcut(qtbot, bare_page, clerk, leader):
    row = approved(clerk, leader)
    page = bare_page(clerk)
    qtbot.keyClick(page.queue.list, Qt.Key.Key_I, CTRL | SHIFT)
    qtbot.waitUntil(lambda: approvals.row(row.id).state == MaterialState.ISSUED)
    qtbot.waitUntil(lambda: page.detail.chip.word == "已印发")


def test_voiding_asks_for_its_reason(qtbot, bare_page, clerk, leader):
    row = approved(clerk, leader)
    page = bare_page(leader)
    page.queue.segments.choose(QueueFilter.ALL)
    page.verbs.trigger("material_void")
    dialog = page.findChild(VoidDialog)
    click(qtbot, dialog.save_button)
    assert dialog.isVisible()
    assert "还没有写原因" in shown(dialog)
    dialog.reason.setText("数字有误")
    click(qtbot, dialog.save_button)
    assert approvals.row(row.id).state == MaterialState.VOIDED
    assert page.detail.chip.word == "已作废"


def test_a_list_without_rows_says_so(qtbot, bare_page, clerk):
    draft(clerk)
    page = bare_page(clerk)
    click(qtbot, button(page.queue, "我送审的"))
    assert "您还没有送审过文稿" in shown(page.queue)
    click(qtbot, button(page.queue, "全部"))
    page.search.setText("没有的词")
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert "没有符合筛选的文稿" in shown(page.queue)
    assert "还没有选中文稿" in shown(page)
    qtbot.keyClick(page.search, Qt.Key.Key_Escape)
    assert page.detail.title.text() == TITLE


def test_another_page_opens_a_material_wherever_it_stands(open_page, clerk, leader):
    in_review(clerk, "等我签的")
    row = draft(clerk, "别人的草稿")
    page = open_page(leader)
    page.window().open("approvals", row.id)
    assert page.detail.title.text() == "别人的草稿"


def test_versions_and_record_open_with_enter(qtbot, bare_page, clerk):
    row = draft(clerk)
    approvals.edit(clerk, row.id, TextChange(TITLE, OTHER))
    approvals.edit(clerk, row.id, TextChange(TITLE, OTHER + "另起一段。"))
    page = bare_page(clerk)
    panel = page.detail.text
    click(qtbot, button(panel, "全部版本"))
    panel.versions.setFocus()
    panel.versions.select_row(1)
    qtbot.keyClick(panel.versions, Qt.Key.Key_Return)
    assert panel.changes.isVisible()
    assert "第2版与第1版相比" in panel.note.text()
    click(qtbot, button(panel, "办理记录"))
    assert panel.record.model().rowCount() == 3


def test_what_people_typed_is_never_markup(bare_page, clerk):
    evil = "<img src='/etc/passwd'><b>粗</b>"
    draft(clerk, evil, f"{evil}\n| <i>a</i> | b |\n")
    page = bare_page(clerk)
    assert page.detail.title.text() == evil
    assert evil in page.detail.text.text.toPlainText()
    assert "<i>a</i>" in page.detail.text.text.toPlainText()


def test_f6_leaves_out_what_is_not_on_the_screen(qtbot, open_page, clerk):
    in_review(clerk)
    page = open_page(clerk)
    assert not page.detail.opinion.isVisible()
    qtbot.keyClick(page.window(), Qt.Key.Key_F6)
    assert QApplication.focusWidget() is page.detail.text.text


def test_a_saved_draft_is_shown_even_when_the_filter_would_hide_it(qtbot, open_page, clerk):
    draft(clerk)
    page = open_page(clerk)
    page.search.setText("报送")
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    qtbot.keyClick(page.window(), Qt.Key.Key_N, CTRL)
    page.editor.title.setText("另一份")
    click(qtbot, page.editor.save_button)
    assert page.detail.title.text() == "另一份"


def test_enter_in_the_list_goes_to_the_text(qtbot, bare_page, clerk):
    draft(clerk)
    page = bare_page(clerk)
    qtbot.keyClick(page.queue.list, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is page.detail.text.text


def test_closing_the_window_asks_before_typed_text_is_lost(qtbot, open_page, clerk):
    page = open_page(clerk)
    window = page.window()
    page.verbs.trigger("material_new")
    qtbot.keyClicks(page.side.editor.title, "Half a notice")
    window.close()
    question = window.findChild(Question)
    assert window.isVisible()
    question.keep_button.click()
    assert page.side.editor.title.text() == "Half a notice"
    window.close()
    window.findChildren(Question)[-1].act_button.click()
    assert not window.isVisible()


def test_signed_material_is_marked_for_the_bulletin_and_taken_back(bare_page, desk, clerk, leader):
    made, other = approved(clerk, leader), draft(clerk, "另一篇")
    page = bare_page(clerk)
    page.open(made.id)
    page.verbs.trigger("material_mark")
    assert [row.title for row in pieces.to_choose_from(dt.date(2100, 1, 1), None)] == [TITLE]
    desk.undo.undo()
    assert pieces.to_choose_from(dt.date(2100, 1, 1), None) == ()
    page.open(other.id)
    assert "还没有签发" in {one.text: one.reason for one in page.verbs.refused()}["标为备选稿"]
