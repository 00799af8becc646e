"""Everything that can be done with a text in review and after it, by the keys and forms of the page."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton

from tests.ui.clipping import clipped
from ui import translation
from ui.dialogs.delegations import DelegationForm, DelegationsDialog
from ui.dialogs.material_forms import ExpediteForm, PersonForm, RecallForm, WordsForm
from ui.dialogs.paper_form import PaperForm
from ui.dialogs.printout import PrintoutDialog
from ui.dialogs.review_steps import ReviewStepsDialog
from ui.dialogs.void_material import VoidOnPaperForm
from ui.widgets.verbs import Weight
from xcdesk import clock, office
from xcdesk.codes import MaterialKind, MaterialState, Role, StepMode
from xcdesk.issued import file_of
from xcdesk.models import User
from xcdesk.services import approvals
from xcdesk.services.approvals import NewMaterial, QueueFilter, TextChange
from xcdesk.services.office import people

TITLE = "关于报送稿件的通知"
TEXT = "收件当日转办。\n"


@pytest.fixture
def second(desk):
    """Another leader."""
    User.create(login="wu", name="示例·吴某", post="主任", role=Role.LEADER)
    return people.actor("wu")


def draft(actor, title=TITLE, text=TEXT):
    return approvals.create(actor, NewMaterial(MaterialKind.NOTICE, title, text))


def in_review(actor, title=TITLE):
    return approvals.submit(actor, draft(actor, title).id)


def issued(actor, leader):
    row = in_review(actor)
    approvals.agree(leader, row.id, seen_hash=row.text_hash)
    return office.issue_material(actor, row.id)


def press(qtbot, page, verb):
    """The shortcut of a verb, as typed in the list."""
    keys = page.verbs.action(verb).shortcut()[0]
    qtbot.keyClick(page.queue.list, keys.key(), keys.keyboardModifiers())


def shown(widget):
    """All text of the labels that can be seen, once what was just added has been shown."""
    for _ in range(3):
        QApplication.sendPostedEvents()
    return "\n".join(part.text() for part in widget.findChildren(QLabel) if part.isVisibleTo(widget))


def click(widget, text):
    next(
        each for each in widget.findChildren(QPushButton) if each.text() == text and each.isVisible()
    ).click()


def test_others_are_called_in_by_keys(qtbot, bare_page, clerk, leader, second):
    User.update(role=Role.REVIEWER).where(User.id == second.id).execute()
    second = people.actor("wu")
    row = in_review(clerk)
    page = bare_page(leader)
    press(qtbot, page, "material_consult")
    form = page.findChild(PersonForm)
    form.person.choose(str(second.id))
    form.save_button.click()
    assert "还没有写要征求意见的问题" in shown(form)
    form.words.setPlainText("要不要点名？")
    form.save_button.click()
    asked = bare_page(second)
    assert "征求您的意见" in asked.queue.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    press(qtbot, asked, "material_advise")
    form = asked.findChild(WordsForm)
    assert "要不要点名？" in shown(form)
    form.words.setPlainText("先不点名")
    form.save_button.click()
    page.reload()
    assert "先不点名" in shown(page.detail.banners)
    page.window().activateWindow()
    page.verbs.trigger("material_add")
    form = page.findChildren(PersonForm)[-1]
    form.person.choose(str(second.id))
    form.words.setPlainText("涉及分管工作")
    form.save_button.click()
    (step,) = approvals.detail(leader, row.id).steps
    assert [(seat.name, seat.extra) for seat in step.seats][-1] == (second.name, True)
    assert page.detail.steps.model().rowCount() == 1 + len(step.seats)


def test_a_part_is_handed_over_claimed_and_chased(qtbot, bare_page, clerk, leader, second):
    row = in_review(clerk)
    page = bare_page(leader)
    page.detail.opinion.setText("写了一半")
    press(qtbot, page, "material_claim")
    assert approvals.row(row.id).claimed_by == leader.name
    assert f"{leader.name}在办" in page.detail.stamp.text()
    assert page.detail.opinion.text() == "写了一半"
    press(qtbot, page, "material_hand_over")
    form = page.findChild(PersonForm)
    form.person.choose(str(clerk.id))
    form.words.setPlainText("出差")
    form.save_button.click()
    assert form.isVisible()
    assert "写过或送审了" in shown(form)
    form.person.choose(str(second.id))
    form.save_button.click()
    page = bare_page(clerk)
    assert second.name in page.detail.next.text()
    assert "您可以：" in page.detail.next.text()
    press(qtbot, page, "material_chase")
    assert approvals.log(row.id)[-1].action == "chase"
    assert "已经催过" in page.verbs.action("material_chase").toolTip()


def test_an_administrator_who_cannot_agree_is_led_to_the_paper_sheet_first(bare_page, clerk, administrator):
    in_review(clerk)
    page = bare_page(administrator)
    page.queue.segments.choose(QueueFilter.ALL)
    ways = page.detail.banners.findChildren(QPushButton)
    assert ways[0].text() == "登记纸质签批…"


def test_a_sheet_signed_on_paper_is_recorded_and_a_refusal_brings_the_form_back(
    qtbot, bare_page, clerk, leader, second, tmp_path
):
    row = in_review(clerk)
    scan = tmp_path / "签批单.pdf"
    scan.write_bytes(b"%PDF-1.4 sheet")
    page = bare_page(second)
    page.queue.segments.choose(QueueFilter.ALL)
    press(qtbot, page, "material_paper")
    form = page.findChild(PaperForm)
    form.person.choose(str(leader.id))
    form.save_button.click()
    assert "还没有扫描件" in shown(form)
    form.scan.line.setText(str(scan))
    form.opinion.setText("同意印发")
    form.day.set_day(clock.today() + dt.timedelta(days=3))
    form.save_button.click()
    qtbot.waitUntil(lambda: "还没有到" in shown(form))
    assert form.opinion.text() == "同意印发"
    form.day.set_day(clock.today())
    form.save_button.click()
    qtbot.waitUntil(lambda: approvals.row(row.id).state is MaterialState.APPROVED)
    qtbot.waitUntil(lambda: page.detail.chip.word == "已签发")
    assert "纸质签批代录" in page.detail.steps_line.text()


def test_a_recall_says_why(qtbot, bare_page, clerk):
    row = in_review(clerk)
    page = bare_page(clerk)
    press(qtbot, page, "material_recall")
    form = page.findChild(RecallForm)
    qtbot.keyClicks(form.words, "2 typos")
    form.save_button.click()
    event = approvals.log(row.id)[-1]
    assert (event.to_state, event.opinion) == (MaterialState.DRAFT, "2 typos")


def test_an_office_without_a_leader_voids_by_a_sheet(qtbot, bare_page, clerk, leader, tmp_path):
    row = issued(clerk, leader)
    User.update(active=False).where(User.id == leader.id).execute()
    scan = tmp_path / "作废批示.pdf"
    scan.write_bytes(b"%PDF-1.4 sheet")
    page = bare_page(people.actor("office"))
    page.queue.segments.choose(QueueFilter.ALL)
    page.verbs.trigger("material_void")
    form = page.findChild(VoidOnPaperForm)
    form.name.setText("示例·市领导")
    form.scan.line.setText(str(scan))
    form.save_button.click()
    qtbot.waitUntil(lambda: "还没有写原因" in shown(form))
    form.reason.setText("数字有误")
    form.save_button.click()
    qtbot.waitUntil(lambda: approvals.row(row.id).state is MaterialState.VOIDED)
    qtbot.waitUntil(lambda: page.detail.chip.word == "已作废")
    assert page.verbs.action("material_scan").isEnabled()


def test_what_is_issued_first_is_pinned_until_it_is_checked(qtbot, bare_page, clerk, leader, second):
    row = draft(clerk, "暴雨期间窗口调整")
    for each in range(3):
        in_review(clerk, f"别的{each}")
    page = bare_page(leader)
    page.open(row.id)
    page.verbs.trigger("material_expedite")
    form = page.findChild(ExpediteForm)
    form.reason.setPlainText("红色预警")
    form.owner.choose(str(second.id))
    form.save_button.click()
    qtbot.waitUntil(lambda: approvals.row(row.id).unchecked)
    qtbot.waitUntil(lambda: not page.desk.runner.busy())
    page.queue.segments.choose(QueueFilter.ALL)
    assert page.queue.model.row_at(0).id == row.id
    assert "还没有补审" in shown(page.detail.banners)
    page = bare_page(second)
    page.open(row.id)
    page.queue.segments.choose(QueueFilter.ALL)
    page.detail.opinion.setText("无误")
    page.verbs.trigger("material_check")
    assert not approvals.row(row.id).unchecked
    assert approvals.log(row.id)[-1].opinion == "无误"
    assert page.detail.chip.word == "已印发"


def test_a_correction_is_written_at_once_and_both_texts_name_each_other(qtbot, bare_page, clerk, leader):
    row = issued(clerk, leader)
    page = bare_page(clerk)
    page.open(row.id)
    press(qtbot, page, "material_correct")
    form = page.findChild(WordsForm)
    form.words.setPlainText("日期有误")
    form.save_button.click()
    assert page.side.writing
    page.editor.composer.set_text("收件次日转办。\n")
    page.editor.save()
    assert "这是更正稿" in shown(page.detail.banners)
    click(page.detail.banners, "打开")
    assert page.detail.seen.row.id == row.id
    assert page.detail.chip.word == "已印发", "it stands until the correction is issued"
    assert "已有更正稿" in shown(page.detail.banners)


def test_a_draft_goes_to_the_trash_and_comes_back_by_undo(qtbot, bare_page, clerk, leader):
    row = draft(clerk)
    page = bare_page(clerk)
    press(qtbot, page, "material_discard")
    assert approvals.row(row.id).state is MaterialState.DISCARDED
    page.desk.undo.undo()
    assert approvals.row(row.id).state is MaterialState.DRAFT
    sent = approvals.submit(clerk, row.id)
    approvals.send_back(leader, row.id, seen_hash=sent.text_hash, opinion="不发了")
    page.reload()
    assert not page.verbs.action("material_discard").isEnabled()
    page.verbs.trigger("material_terminate")
    form = page.findChild(WordsForm)
    form.words.setPlainText("上级已发")
    form.save_button.click()
    assert approvals.row(row.id).state is MaterialState.VOIDED


def test_a_text_changed_after_its_sign_off_says_so(qtbot, bare_page, clerk, leader):
    row = in_review(clerk)
    approvals.agree(leader, row.id, seen_hash=row.text_hash)
    approvals.edit(clerk, row.id, TextChange(TITLE, "收件次日转办。\n"))
    page = bare_page(leader)
    assert "签发后有改动：1 行" in shown(page.detail.banners)
    click(page.detail.banners, "查看改动")
    assert "当次日" in page.detail.text.changes.toPlainText()


def test_what_next_is_told_for_everybody_and_for_me(bare_page, clerk, leader):
    in_review(clerk)
    page = bare_page(clerk)
    panel = page.detail.text
    panel.segments.choose("ways")
    rows = {row[0]: row[1:] for row in cells(panel.ways.model())}
    assert rows["同意"][:2] == ("已签发", leader.name)
    assert "您不在其中" in rows["同意"][2]
    assert rows["撤回"] == ("起草", clerk.name, "您可以办")
    assert rows["催办"][0] == "仍在本环节"
    assert set(rows) == {page.verbs.action(f"material_{act}").text().rstrip("…") for act in acts_of(page)}


def cells(model):
    columns = range(model.columnCount())
    return [tuple(model.index(at, column).data() for column in columns) for at in range(model.rowCount())]


def acts_of(page):
    return approvals.MACHINE.actions(page.detail.seen.row.state)


def test_the_queue_is_narrowed_and_read_in_pages(bare_page, clerk):
    for each in range(approvals.PAGE + 5):
        draft(clerk, f"文稿{each}")
    other = in_review(clerk, "在审的")
    page = bare_page(clerk)
    model, pane = page.queue.model, page.queue
    assert model.rowCount() == approvals.PAGE
    assert pane.choose(approvals.queue(clerk, limit=500)[-1].id)
    assert model.rowCount() == approvals.PAGE + 6
    pane.state.choose("in_review")
    assert [model.row_at(at).id for at in range(model.rowCount())] == [other.id]
    pane.kind.choose("circular")
    assert model.rowCount() == 0
    page.open(other.id)
    assert page.detail.seen.row.id == other.id


def test_every_verb_has_a_key_or_is_rare_and_every_grey_one_a_reason(bare_page, clerk, leader):
    row = in_review(clerk)
    page = bare_page(leader)
    keys = [verb.shortcut for verb in page.verbs if verb.shortcut]
    assert len(keys) == len(set(keys))
    assert all(verb.shortcut or verb.weight is Weight.RARE for verb in page.verbs)
    for language in ("zh", "en"):
        translation.install(language)
        page.open(row.id)
        for refused in page.verbs.refused():
            assert "{" not in refused.reason
            assert refused.reason


def test_steps_are_set_and_texts_under_review_keep_theirs(qtbot, desk, bare_page, clerk, leader):
    row = in_review(clerk)
    page = bare_page(leader)
    page.verbs.trigger("review_steps")
    dialog = page.window().findChild(ReviewStepsDialog)
    dialog.kind.choose(MaterialKind.NOTICE.value)
    dialog.more.click()
    step = dialog.editors[-1]
    dialog.save_button.click()
    assert dialog.isVisible()
    step.name.setText("主任签发")
    step.mode.choose(StepMode.ALL.value)
    step.people.item(0).setCheckState(Qt.CheckState.Checked)
    assert clipped(dialog) == []
    dialog.save_button.click()
    steps = approvals.steps_of(MaterialKind.NOTICE)
    assert [(each.name, each.mode) for each in steps][-1] == ("主任签发", StepMode.ALL)
    assert len(approvals.detail(clerk, row.id).steps) == 1
    assert not bare_page(clerk).verbs.action("review_steps").isEnabled()


def test_a_delegation_is_entered_and_ended(qtbot, bare_page, leader, second):
    page = bare_page(leader)
    page.verbs.trigger("delegations")
    dialog = page.window().findChild(DelegationsDialog)
    dialog.verbs.trigger("add")
    form = dialog.findChild(DelegationForm)
    form.delegate.choose(str(leader.id))
    form.save_button.click()
    assert "代理人就是本人" in shown(form)
    form.delegate.choose(str(second.id))
    form.save_button.click()
    (row,) = approvals.delegations()
    assert (row.principal, row.delegate) == (leader.name, second.name)
    assert clipped(dialog) == []
    dialog.verbs.trigger("end")
    assert approvals.delegations() == ()


def test_the_review_record_is_set_on_pages(qtbot, bare_page, clerk):
    in_review(clerk)
    page = bare_page(clerk)
    press(qtbot, page, "material_sheet")
    dialog = page.window().findChild(PrintoutDialog)
    qtbot.waitUntil(lambda: dialog.preview.pages > 0, timeout=20_000)
    assert dialog.page.text() == "第 1 页，共 1 页"
    assert QKeySequence("Ctrl+P")[0] == page.verbs.action("material_sheet").shortcut()[0]


def test_the_file_that_went_out_is_saved_as_it_is(qtbot, bare_page, clerk, leader, tmp_path, monkeypatch):
    row = issued(clerk, leader)
    target = tmp_path / "notice.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    page = bare_page(clerk)
    page.open(row.id)
    page.verbs.trigger("material_file")
    assert target.read_bytes() == file_of(row.id).content
    other = in_review(clerk, "还没有印发的")
    page.reload()
    page.open(other.id)
    assert not page.verbs.action("material_file").isEnabled()
    assert "还没有印发" in page.verbs.action("material_file").toolTip()


def test_what_went_out_says_its_number_and_why_it_is_void(bare_page, clerk, leader):
    row, year = issued(clerk, leader), clock.today().year
    page = bare_page(leader)
    page.open(row.id)
    assert f"通知〔{year}〕1号" in shown(page.detail.banners)
    approvals.void(leader, row.id, reason="日期印错")
    page.reload()
    assert f"已作废：通知〔{year}〕1号" in shown(page.detail.banners)
    assert "日期印错" in shown(page.detail.banners)
