"""What the queue and the page of a material show: whose turn it is, what happened, what changed."""

import datetime as dt

import pytest

from xcdesk.codes import MaterialKind, MaterialState, Role
from xcdesk.errors import NotFoundError
from xcdesk.models import ReviewStep
from xcdesk.services import approvals
from xcdesk.services.approvals import Action, Change, NewMaterial, QueueFilter, ReturnTo, TextChange, Verdict

TEXT = "收件当日转办，办结时限由七个工作日压缩到五个工作日。\n"


def draft(actor, title, needed_by=None, kind=MaterialKind.NOTICE):
    return approvals.create(actor, NewMaterial(kind, title, TEXT, needed_by))


def in_review(actor, title="关于报送稿件的通知", needed_by=None, kind=MaterialKind.NOTICE):
    return approvals.submit(actor, draft(actor, title, needed_by, kind).id)


def agree(actor, row, opinion=""):
    seen = approvals.row(row.id).text_hash
    return approvals.agree(actor, row.id, seen_hash=seen, opinion=opinion)


def titles(rows):
    return [row.title for row in rows]


def test_the_queue_is_in_the_order_in_which_texts_are_needed(clerk, leader):
    draft(clerk, "不急")
    draft(clerk, "周五要", dt.date(2019, 3, 8))
    draft(clerk, "周三要", dt.date(2019, 3, 6))
    done = agree(leader, in_review(clerk, "已印发", dt.date(2019, 3, 1)))
    approvals.issue(clerk, done.id)
    assert titles(approvals.queue(clerk)) == ["周三要", "周五要", "不急", "已印发"]


def test_what_waits_for_me_is_at_a_step_of_my_role(clerk, leader, hire):
    reviewer = hire("hu", "示例·胡某", "科长", Role.REVIEWER)
    ReviewStep.update(position=2).where(ReviewStep.kind == MaterialKind.CIRCULAR).execute()
    ReviewStep.create(kind=MaterialKind.CIRCULAR, position=1, name="核稿", role=Role.REVIEWER)
    notice = in_review(clerk, "通知")
    circular = in_review(clerk, "通报", kind=MaterialKind.CIRCULAR)
    draft(clerk, "草稿")
    assert titles(approvals.waiting_for(leader)) == ["通知"]
    assert titles(approvals.waiting_for(reviewer)) == ["通报"]
    assert approvals.waiting_for(clerk) == ()
    agree(leader, notice)
    agree(reviewer, circular)
    assert titles(approvals.waiting_for(leader)) == ["通报"]


def test_the_queue_is_searched_by_title_and_by_people(clerk, leader):
    in_review(clerk, "公益广告词：说到做到100%")
    draft(leader, "领导自己起草")
    assert titles(approvals.queue(clerk, search="100%")) == ["公益广告词：说到做到100%"]
    assert titles(approvals.queue(clerk, search=leader.name)) == ["领导自己起草"]
    assert approvals.queue(clerk, search="没有") == ()
    assert titles(approvals.queue(clerk, QueueFilter.SUBMITTED_BY_ME)) == ["公益广告词：说到做到100%"]
    assert len(approvals.queue(clerk, limit=1)) == 1


def test_steps_tell_who_decided_what_on_which_text(clerk, leader):
    ReviewStep.create(kind=MaterialKind.NOTICE, position=2, name="主任签发", role=Role.LEADER)
    row = in_review(clerk)
    first, second = approvals.detail(clerk, row.id).steps
    assert (first.verdict, second.verdict) == (Verdict.WAITING, Verdict.NOT_YET)
    assert first.people == (leader.name,)
    assert first.at is None
    row = agree(leader, row, "可以")
    first, second = approvals.detail(clerk, row.id).steps
    assert (first.verdict, first.opinion, first.revision) == (Verdict.AGREED, "可以", 1)
    assert first.text_hash == row.text_hash
    assert second.verdict == Verdict.WAITING


def test_steps_forget_verdicts_on_an_older_text(clerk, leader):
    ReviewStep.create(kind=MaterialKind.NOTICE, position=2, name="主任签发", role=Role.LEADER)
    row = agree(leader, in_review(clerk))
    approvals.send_back(leader, row.id, seen_hash=row.text_hash, opinion="数字不对", to=ReturnTo.HERE)
    verdicts = [step.verdict for step in approvals.detail(clerk, row.id).steps]
    assert verdicts == [Verdict.AGREED, Verdict.RETURNED]
    approvals.submit(clerk, row.id)
    verdicts = [step.verdict for step in approvals.detail(clerk, row.id).steps]
    assert verdicts == [Verdict.AGREED, Verdict.WAITING]
    approvals.edit(clerk, row.id, TextChange("关于报送稿件的通知", "改了。"))
    verdicts = [step.verdict for step in approvals.detail(clerk, row.id).steps]
    assert verdicts == [Verdict.WAITING, Verdict.NOT_YET]


def test_a_page_has_every_action_with_its_answer(clerk, leader):
    row = in_review(clerk)
    seen = approvals.detail(leader, row.id)
    assert [each.action for each in seen.actions] == list(Action)
    can = {each.action for each in seen.actions if each.refusal is None}
    at_the_step = {Action.CLAIM, Action.ADD, Action.HAND_OVER, Action.CONSULT}
    of_a_leader = {Action.CHASE, Action.PAPER, Action.EXPEDITE}
    assert can == {Action.EDIT, Action.AGREE, Action.RETURN} | at_the_step | of_a_leader
    assert seen.refusal(Action.RECALL).code == "material.not_submitter"
    assert seen.refusal(Action.ISSUE).code == "material.not_now"


def test_versions_tell_who_wrote_them_and_which_was_signed(clerk, leader, hire):
    row = in_review(clerk)
    approvals.edit(leader, row.id, TextChange("关于报送稿件的通知", "第二版。"))
    leader_two = hire("zhou", "示例·周某", "主任", Role.LEADER)
    agree(leader_two, row)
    newest, oldest = approvals.versions(row.id)
    assert (newest.revision, newest.who, newest.signed) == (2, leader.name, True)
    assert (oldest.revision, oldest.who, oldest.signed) == (1, clerk.name, False)


def test_a_changed_word_shows_within_its_line(clerk):
    row = draft(clerk, "时限")
    approvals.edit(clerk, row.id, TextChange("时限", TEXT.replace("五个", "三个") + "另起一段。"))
    seen = approvals.diff(row.id, 1, 2)
    title, changed, added = seen.lines
    assert not title.changed
    assert [(piece.change, piece.text) for piece in changed.pieces if piece.change != Change.SAME] == [
        (Change.REMOVED, "五"),
        (Change.ADDED, "三"),
    ]
    assert added.pieces[0].change == Change.ADDED
    assert seen.changed == 2


def test_a_word_put_in_or_taken_out_stands_alone_in_its_line(clerk):
    row = draft(clerk, "时限")
    approvals.edit(clerk, row.id, TextChange("时限", TEXT.replace("当日", "").replace("，", "，一律", 1)))
    _, line = approvals.diff(row.id, 1, 2).lines
    assert [(piece.change, piece.text) for piece in line.pieces if piece.change != Change.SAME] == [
        (Change.REMOVED, "当日"),
        (Change.ADDED, "一律"),
    ]


def test_lines_that_have_nothing_in_common_are_not_mixed(clerk):
    row = draft(clerk, "时限")
    approvals.edit(clerk, row.id, TextChange("时限", "完全另写。"))
    seen = approvals.diff(row.id, 1, 2)
    assert [line.pieces[0].change for line in seen.lines] == [Change.SAME, Change.REMOVED, Change.ADDED]
    back = approvals.diff(row.id, 2, 1)
    assert back.changed == 2


def test_a_revision_that_is_not_there_is_said_so(clerk):
    row = draft(clerk, "时限")
    with pytest.raises(NotFoundError):
        approvals.diff(row.id, 1, 2)


def test_what_is_under_review_keeps_the_steps_it_was_submitted_with(clerk, leader):
    ReviewStep.create(kind=MaterialKind.NOTICE, position=2, name="主任签发", role=Role.LEADER)
    row = agree(leader, in_review(clerk))
    approvals.save_steps(leader, MaterialKind.NOTICE, [approvals.NewStep("只有一步", Role.LEADER)])
    assert (approvals.row(row.id).step_name, approvals.row(row.id).step_count) == ("主任签发", 2)
    assert agree(leader, row).state == MaterialState.APPROVED
    assert in_review(clerk, "下一份").step_name == "只有一步"
