"""Writing in the approvals page: drafts that survive, comments beside the text, versions side by side."""

import os
import signal
import subprocess
import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from ui.dialogs.figure_form import FigureForm
from ui.dialogs.two_texts import TwoTexts
from ui.pages.today.duties import Subject
from ui.pages.today.elsewhere import duties
from xcdesk.codes import MaterialKind
from xcdesk.services import approvals
from xcdesk.services.approvals import NewMaterial, TextChange, comments
from xcdesk.services.due.today import today
from xcdesk.services.office import drafts, people
from xcdesk.services.office.drafts import DraftText

TEXT = "# 办结时限\n\n收件当日转办，办结时限由七个工作日压缩到五个工作日。\n"
CTRL = Qt.KeyboardModifier.ControlModifier


def draft(actor, title="关于报送稿件的通知", text=TEXT):
    return approvals.create(actor, NewMaterial(MaterialKind.NOTICE, title, text))


def press(widget, text):
    next(
        each for each in widget.findChildren(QPushButton) if each.text() == text and each.isEnabled()
    ).click()


def test_a_killed_window_offers_what_was_typed_with_both_texts(qtbot, db, bare_page, clerk, tmp_path):
    row = draft(clerk)
    command = [sys.executable, "-m", "tests.ui.pages.approvals.typist", db, str(tmp_path / "typist.ini")]
    typist = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    for told in typist.stdout:
        if int(told) > len(TEXT) + 40:
            os.kill(typist.pid, signal.SIGKILL)
            break
    typist.stdout.close()
    assert typist.wait() == -signal.SIGKILL
    page = bare_page(clerk)
    assert "关于报送稿件的通知" in page.notice.findChild(type(page.detail.title)).parent().accessibleName()
    press(page.notice, "接着写")
    typed = page.editor.composer.text()
    assert typed != TEXT
    assert typed.startswith("# 0123456789012345678901234567")
    press(page.editor, "对照两份文字")
    both = page.editor.findChild(TwoTexts)
    assert "已保存的第 1 版" in both.view.toPlainText()
    both.reject()
    qtbot.keyClick(page.editor.body, Qt.Key.Key_S, CTRL)
    assert approvals.detail(clerk, row.id).text == typed
    assert drafts.kept(clerk) == ()


def test_a_new_text_is_offered_until_it_is_saved_or_thrown_away(qtbot, bare_page, clerk):
    page = bare_page(clerk)
    page.verbs.trigger("material_new")
    page.editor.title.setText("没写完的")
    page.editor.composer.set_text("一半")
    with qtbot.waitSignal(page.editor.keeper.kept):
        page.editor.keeper.keep()
    again = bare_page(clerk)
    again.verbs.trigger("material_new")
    assert not again.notice.isVisible()
    again.editor.title.setText("没写完的")
    again.editor.leave()
    again = bare_page(clerk)
    press(again.notice, "接着写")
    assert again.editor.typed() == TextChange("没写完的", "一半\n", None)
    press(again.editor, "另起一份空白的")
    assert again.editor.typed() == TextChange("", "", None)
    assert drafts.kept(clerk) == ()


def test_a_draft_over_a_text_that_another_changed_is_not_written_over_it(bare_page, clerk):
    row = draft(clerk)
    drafts.keep(clerk, DraftText(f"material:{row.id}", row.title, "我写的", version=row.version))
    approvals.edit(people.actor("chen"), row.id, TextChange(row.title, "别人写的。\n"))
    page = bare_page(clerk)
    press(page.notice, "接着写")
    page.editor.save()
    assert page.side.writing
    assert approvals.detail(clerk, row.id).text == "别人写的。\n"
    press(page.editor, "把我的存为新一版")
    assert approvals.detail(clerk, row.id).text == "我写的\n"
    assert approvals.row(row.id).revision == 3


def test_a_draft_of_what_takes_no_changes_any_more_can_be_copied(bare_page, clerk):
    row = draft(clerk)
    drafts.keep(clerk, DraftText(f"material:{row.id}", row.title, "我写的", version=row.version))
    approvals.discard(clerk, row.id)
    page = bare_page(clerk)
    press(page.notice, "接着写")
    assert not page.side.writing
    press(page.notice, "复制写过的文字")
    assert QGuiApplication.clipboard().text() == "我写的"
    press(page.notice, "丢弃")
    assert drafts.kept(clerk) == ()


def test_what_was_never_saved_waits_on_today(clerk):
    row = draft(clerk)
    drafts.keep(clerk, DraftText(f"material:{row.id}", "写了一半", "半"))
    drafts.keep(clerk, DraftText("material:new", "", "新的"))
    waiting = duties(today(clerk))[Subject.WAITING]
    assert {duty.title for duty in waiting} == {"没有保存：写了一半", "没有保存：（无标题）"}
    assert {duty.place.target for duty in waiting} == {row.id, None}


def test_saving_what_was_not_changed_leaves_the_text_that_was_signed(qtbot, bare_page, clerk):
    row = draft(clerk, text="| a | b |\n| c |\n")
    page = bare_page(clerk)
    page.verbs.trigger("material_edit")
    qtbot.keyClick(page.editor.body, Qt.Key.Key_S, CTRL)
    assert page.detail.isVisible()
    assert approvals.row(row.id).text_hash == row.text_hash


def test_a_draft_given_up_while_it_is_written_does_not_come_back(qtbot, bare_page, clerk):
    draft(clerk)
    page = bare_page(clerk)
    page.verbs.trigger("material_edit")
    page.editor.body.append("不要了")
    page.editor.keeper.keep()
    page.editor.give_up()
    qtbot.waitUntil(lambda: not page.desk.runner.busy())
    assert drafts.kept(clerk) == ()
    assert page.detail.isVisible()


def test_a_passage_is_commented_on_while_reading_and_settled_while_writing(qtbot, bare_page, clerk):
    row = draft(clerk)
    page = bare_page(people.actor("chen"))
    page.verbs.trigger("material_comment")
    pane = page.detail.text.comments
    qtbot.keyClicks(pane.words, "check")
    qtbot.keyClick(pane.words, Qt.Key.Key_Return, CTRL)
    assert "还没有选中文字" in page.notice.findChild(type(page.detail.title)).parent().accessibleName()
    page.detail.text.text.setTextCursor(page.detail.text.text.document().find("五个工作日"))
    qtbot.keyClick(pane.words, Qt.Key.Key_Return, CTRL)
    assert pane.words.toPlainText() == ""
    page = bare_page(clerk)
    page.verbs.trigger("material_edit")
    page.editor.body.insertPlainText("加在前面")
    press(page.editor.comments, "看原文")
    assert page.editor.body.textCursor().selectedText() == "五个工作日"
    page.editor.comments.words.setPlainText("已核")
    press(page.editor.comments, "了结")
    (found,) = comments.comments(row.id)
    assert (found.words, found.answer, found.open) == ("check", "已核", False)


def test_a_figure_is_chosen_with_its_value_before_it_is_inserted(qtbot, bare_page, clerk):
    draft(clerk, text="共刊播次。\n")
    page = bare_page(clerk)
    page.verbs.trigger("material_edit")
    page.editor.composer.verbs.trigger("figure")
    form = page.editor.findChild(FigureForm)
    form.counted.choose("placements")
    form.conditions["tier"].choose("national")
    assert (form.value.text(), "国家级" in form.rule.text()) == ("0", True)
    form.since.set_day(form.until.day().replace(year=form.until.day().year + 1))
    form.save_button.click()
    assert form.isVisible()
    form.since.set_day(form.until.day())
    form.save_button.click()
    assert "{{placements " in page.editor.composer.text()
    assert "tier:national}}共刊播次" in page.editor.composer.text()


def test_the_first_change_of_a_long_text_is_in_sight(bare_page, clerk):
    lines = [f"第{each}段收件当日转办。" for each in range(80)]
    row = draft(clerk, text="\n".join(lines))
    changed = [*lines[:60], "改过的一段。", *lines[61:]]
    approvals.edit(clerk, row.id, TextChange(row.title, "\n".join(changed)))
    page = bare_page(clerk)
    page.detail.text.show_changes(1, 2)
    view = page.detail.text.changes
    for sides in ("one", "two"):
        page.detail.text.compare.sides.choose(sides)
        page.detail.text.compare.sides.chosen.emit(sides)
        ground = view.viewport().rect().adjusted(40, 4, -40, -4)  # within the cells
        first, last = (view.cursorForPosition(corner) for corner in (ground.topLeft(), ground.bottomRight()))
        seen = view.toPlainText()[first.position() : last.position()]
        assert "改过的一段" in seen
        assert "第0段" not in seen


def test_any_two_versions_stand_side_by_side(qtbot, bare_page, clerk):
    row = draft(clerk)
    for text in ("第二版。\n", "第三版。\n"):
        approvals.edit(clerk, row.id, TextChange("通知", text))
    page = bare_page(clerk)
    panel = page.detail.text
    panel.show_changes(2, 3)
    panel.compare.older.choose("1")
    panel.compare.older.activated.emit(0)
    press(panel.compare, "并排看")
    shown = panel.changes.toPlainText()
    assert "办结时限" in shown
    assert "第三版" in shown
    assert "第3版与第1版相比" in panel.note.text()
