"""Signing off what the office issues: who may, on which text, and what is written down of it."""

import datetime as dt
import functools
import threading

import pytest
from peewee import DatabaseError

from xcdesk import store, wording
from xcdesk.codes import MaterialKind, MaterialState, Role
from xcdesk.db.base import database
from xcdesk.errors import BadTextError, DeskError, NotFoundError, StaleRowError
from xcdesk.models import AuditEntry, Material, MaterialEvent, MaterialVersion, ReviewStep
from xcdesk.services import approvals
from xcdesk.services.approvals import NewMaterial, ReturnTo, TextChange, refusals, review_sheet
from xcdesk.services.office import people
from xcdesk.texts.documents import content_hash

TEXT = "# 承诺办结时限由七日压到三日\n> 示例局\n收件当日转办。\n"
OTHER = "# 承诺办结时限由七日压到三日\n> 示例局\n收件次日转办。\n"


@pytest.fixture
def colleague(hire):
    return hire("lin", "示例·林某", "宣传干事", Role.CLERK)


@pytest.fixture
def reviewer(hire):
    return hire("hu", "示例·胡某", "科长", Role.REVIEWER)


@pytest.fixture
def second_leader(hire):
    return hire("zhou", "示例·周某", "主任", Role.LEADER)


@pytest.fixture
def two_steps(reviewer):
    """Notices pass a reviewer before the leader."""
    ReviewStep.update(position=2).where(ReviewStep.kind == MaterialKind.NOTICE).execute()
    ReviewStep.create(kind=MaterialKind.NOTICE, position=1, name="科室核稿", role=Role.REVIEWER)
    return reviewer


def draft(actor, text=TEXT, kind=MaterialKind.NOTICE):
    return approvals.create(actor, NewMaterial(kind, "关于报送稿件的通知", text))


def in_review(actor):
    return approvals.submit(actor, draft(actor).id)


def agree(actor, row, **more):
    return approvals.agree(actor, row.id, seen_hash=approvals.row(row.id).text_hash, **more)


def send_back(actor, row, opinion="请补充数字", to=ReturnTo.START):
    return approvals.send_back(actor, row.id, seen_hash=row.text_hash, opinion=opinion, to=to)


def rewrite(actor, row, text=OTHER):
    return approvals.edit(actor, row.id, TextChange("关于报送稿件的通知", text), version=row.version)


def test_a_text_goes_from_draft_to_issue_by_two_people(clerk, leader):
    row = draft(clerk)
    assert (row.state, row.revision, row.step) == (MaterialState.DRAFT, 1, 0)
    row = approvals.submit(clerk, row.id)
    assert (row.state, row.step_name, row.submitter) == (MaterialState.IN_REVIEW, "签发", clerk.name)
    row = agree(leader, row, opinion="同意")
    assert (row.state, row.step) == (MaterialState.APPROVED, 0)
    row = approvals.issue(clerk, row.id)
    assert row.state == MaterialState.ISSUED
    assert row.text_hash == content_hash(row.title, TEXT)


def test_every_act_leaves_one_event_and_one_entry_of_the_record(clerk, leader):
    before = AuditEntry.select().count()
    row = in_review(clerk)
    send_back(leader, row)
    rewrite(clerk, approvals.row(row.id))
    approvals.submit(clerk, row.id)
    approvals.recall(clerk, row.id)
    approvals.submit(clerk, row.id)
    agree(leader, row)
    approvals.issue(clerk, row.id)
    approvals.void(leader, row.id, reason="数字有误")
    done = [event.action for event in approvals.log(row.id)]
    assert done == [
        "create",
        "submit",
        "return",
        "edit",
        "submit",
        "recall",
        "submit",
        "agree",
        "issue",
        "void",
    ]
    assert AuditEntry.select().count() - before == len(done)
    last = approvals.log(row.id)[-1]
    assert (last.who, last.post, last.opinion) == (leader.name, leader.post, "数字有误")
    assert (last.from_state, last.to_state) == (MaterialState.ISSUED, MaterialState.VOIDED)


def test_events_and_texts_cannot_be_rewritten(clerk):
    row = draft(clerk)
    for model in (MaterialEvent, MaterialVersion):
        with pytest.raises(DatabaseError, match="append-only"), database.atomic():
            model.update(revision=9).where(model.material == row.id).execute()


def test_nobody_agrees_to_a_text_he_wrote(leader, second_leader):
    row = in_review(leader)
    with pytest.raises(refusals.OwnTextError) as caught:
        agree(leader, row)
    assert str(caught.value.facts["people"]) == second_leader.name
    assert agree(second_leader, row).state == MaterialState.APPROVED


def test_a_leader_who_touched_one_word_in_review_leaves_it_to_the_other(clerk, leader, second_leader):
    row = rewrite(leader, in_review(clerk))
    with pytest.raises(refusals.OwnTextError):
        agree(leader, row)
    with pytest.raises(refusals.OwnTextError):
        send_back(leader, row)
    assert agree(second_leader, row).state == MaterialState.APPROVED


def test_a_writer_of_an_already_signed_text_may_sign_the_next_change(clerk, leader, second_leader):
    row = rewrite(leader, in_review(clerk))
    agree(second_leader, row)
    row = rewrite(clerk, approvals.row(row.id), TEXT)
    assert row.state == MaterialState.IN_REVIEW
    assert agree(leader, row).state == MaterialState.APPROVED


def test_the_submitter_is_never_the_approver_even_after_a_sign_off(clerk, leader, second_leader):
    row = in_review(leader)
    agree(second_leader, row)
    row = rewrite(clerk, approvals.row(row.id))
    with pytest.raises(refusals.OwnSubmissionError):
        agree(leader, row)


def test_an_administrator_does_not_count_as_a_leader(clerk, leader):
    row = in_review(clerk)
    with pytest.raises(refusals.AdministratorError) as caught:
        agree(people.actor(), row)
    assert str(caught.value.facts["people"]) == leader.name


def test_a_verdict_belongs_to_the_role_of_the_step(clerk, colleague):
    row = in_review(clerk)
    with pytest.raises(refusals.NotYourStepError):
        agree(colleague, row)


def test_a_verdict_on_a_text_that_changed_after_it_was_read_is_refused(clerk, colleague, leader):
    seen = in_review(clerk)
    rewrite(colleague, seen)
    with pytest.raises(refusals.OtherTextError):
        approvals.agree(leader, seen.id, seen_hash=seen.text_hash)
    with pytest.raises(refusals.MaterialChangedError) as caught:
        approvals.agree(leader, seen.id, seen_hash=seen.text_hash, version=seen.version)
    assert caught.value.facts["who"] == colleague.name
    assert approvals.row(seen.id).state == MaterialState.IN_REVIEW


def test_a_stale_save_is_refused_and_the_other_text_stays(clerk, colleague):
    seen = draft(clerk)
    rewrite(colleague, seen)
    with pytest.raises(refusals.MaterialChangedError):
        rewrite(clerk, seen, "我的文字。")
    assert MaterialVersion.select().where(MaterialVersion.material == seen.id).count() == 2
    assert (
        approvals.detail(clerk, seen.id).text
        == "# 承诺办结时限由七日压到三日\n\n> 示例局\n\n收件次日转办。\n"
    )


def test_a_change_after_sign_off_needs_a_new_review(clerk, leader):
    row = in_review(clerk)
    agree(leader, row)
    row = rewrite(clerk, approvals.row(row.id))
    assert (row.state, row.round, row.step) == (MaterialState.IN_REVIEW, 2, 1)
    with pytest.raises(refusals.NotNowError):
        approvals.issue(clerk, row.id)


def test_a_blank_line_more_is_no_change_and_keeps_the_sign_off(clerk, leader):
    row = in_review(clerk)
    row = agree(leader, row)
    same = rewrite(clerk, row, TEXT.replace("\n", "\r\n\r\n"))
    assert same == row


def test_the_day_needed_moves_without_touching_a_sign_off(clerk, leader):
    row = in_review(clerk)
    row = agree(leader, row)
    change = TextChange(row.title, TEXT, dt.date(2019, 3, 8))
    moved = approvals.edit(clerk, row.id, change, version=row.version)
    assert (moved.state, moved.needed_by) == (MaterialState.APPROVED, dt.date(2019, 3, 8))
    assert moved.version == row.version + 1
    assert [event.action for event in approvals.log(row.id)][-1] == "agree"


def test_a_text_changed_behind_the_sign_off_is_not_issued(clerk, leader):
    row = in_review(clerk)
    agree(leader, row)
    Material.update(body="偷换的文字").where(Material.id == row.id).execute()
    with pytest.raises(refusals.SignOffBrokenError):
        approvals.issue(clerk, row.id)


def test_two_steps_are_passed_in_their_order(clerk, leader, two_steps):
    row = in_review(clerk)
    assert (row.step, row.step_name, row.step_count) == (1, "科室核稿", 2)
    with pytest.raises(refusals.NotYourStepError):
        agree(leader, row)
    row = agree(two_steps, row)
    assert (row.state, row.step, row.step_name) == (MaterialState.IN_REVIEW, 2, "签发")
    assert agree(leader, row).state == MaterialState.APPROVED


def test_a_change_in_review_voids_agreements_to_the_older_text(clerk, leader, two_steps):
    row = agree(two_steps, in_review(clerk))
    row = rewrite(clerk, row)
    assert (row.step, row.round) == (1, 2)
    with pytest.raises(refusals.NotYourStepError):
        agree(leader, row)


@pytest.mark.parametrize(("to", "step"), [(ReturnTo.START, 1), (ReturnTo.HERE, 2)])
def test_a_returned_text_goes_on_where_the_return_said(clerk, leader, two_steps, to, step):
    row = agree(two_steps, in_review(clerk))
    row = send_back(leader, row, to=to)
    assert (row.state, row.step, row.round) == (MaterialState.RETURNED, 0, 2)
    row = rewrite(clerk, row)
    assert row.state == MaterialState.RETURNED
    assert approvals.submit(clerk, row.id).step == step
    approvals.recall(clerk, row.id)
    assert approvals.submit(clerk, row.id).step == step


def test_a_second_click_does_not_agree_to_the_next_step(clerk, leader):
    ReviewStep.create(kind=MaterialKind.NOTICE, position=2, name="复签", role=Role.LEADER)
    seen = in_review(clerk)
    agree(leader, seen, version=seen.version)
    with pytest.raises(refusals.MaterialChangedError):
        agree(leader, seen, version=seen.version)


def test_a_return_needs_an_opinion_and_a_void_a_reason(clerk, leader):
    row = in_review(clerk)
    with pytest.raises(refusals.OpinionNeededError):
        send_back(leader, row, opinion="  ")
    agree(leader, row)
    with pytest.raises(refusals.ReasonNeededError):
        approvals.void(leader, row.id, reason="")


def test_only_the_submitter_takes_a_text_back(clerk, colleague):
    row = in_review(clerk)
    with pytest.raises(refusals.NotSubmitterError):
        approvals.recall(colleague, row.id)
    assert approvals.recall(clerk, row.id, reason="漏了附件").state == MaterialState.DRAFT
    assert approvals.log(row.id)[-1].opinion == "漏了附件"
    sheet = review_sheet.review_sheet(clerk, row.id)
    assert "漏了附件" in [block.rows[-1][-1] for block in sheet.document.blocks if block.rows][-1]


def test_only_a_writer_submits_and_only_a_text(clerk, colleague):
    row = draft(clerk)
    with pytest.raises(refusals.NotWriterError):
        approvals.submit(colleague, row.id)
    rewrite(colleague, row)
    assert approvals.submit(colleague, row.id).submitter == colleague.name
    with pytest.raises(refusals.EmptyMaterialError):
        approvals.submit(clerk, draft(clerk, text=" \n").id)


def test_voiding_is_for_a_leader_and_for_what_was_signed_off(clerk, leader):
    row = in_review(clerk)
    with pytest.raises(refusals.NotNowError):
        approvals.void(leader, row.id, reason="有误")
    agree(leader, row)
    with pytest.raises(refusals.NotLeaderError):
        approvals.void(clerk, row.id, reason="有误")
    assert approvals.void(leader, row.id, reason="有误").state == MaterialState.VOIDED


def test_an_office_without_a_second_person_is_told_the_way_out(leader):
    row = in_review(leader)
    for language, word in (("zh", "管理员"), ("en", "administrator")):
        refusal = approvals.detail(leader, row.id).refusal(approvals.Action.AGREE)
        assert word in wording.sentence(refusal, language)


def test_kinds_are_a_closed_list_without_an_outlets_story():
    assert approvals.kind_of("notice") == MaterialKind.NOTICE
    for code in ("outlet_story", "coverage", ""):
        with pytest.raises(refusals.UnknownKindError):
            approvals.kind_of(code)
    assert len(MaterialKind) == 7


def test_a_material_has_a_title_and_text_that_every_engine_holds(clerk):
    with pytest.raises(refusals.UntitledError):
        approvals.create(clerk, NewMaterial(MaterialKind.NOTICE, " \u3000", TEXT))
    with pytest.raises(BadTextError):
        draft(clerk, text="一\x00二")
    with pytest.raises(BadTextError):
        approvals.create(clerk, NewMaterial(MaterialKind.NOTICE, "长" * 201, TEXT))
    assert Material.select().count() == 0


def test_a_material_that_is_not_there_is_said_so(clerk):
    with pytest.raises(NotFoundError):
        approvals.detail(clerk, 7)
    with pytest.raises(NotFoundError):
        approvals.submit(clerk, 7)


def test_an_issue_inside_a_transaction_that_is_taken_back_leaves_nothing(clerk, leader):
    row = agree(leader, in_review(clerk))
    before = AuditEntry.select().count()
    with database.atomic() as outer:
        approvals.issue(clerk, row.id)
        outer.rollback()
    assert approvals.row(row.id) == row
    assert AuditEntry.select().count() == before


def at_once(*acts):
    """Outcome of each act, all started at the same moment on connections of their own."""
    start = threading.Barrier(len(acts))
    outcomes = []

    def carry_out(act):
        with store.connection():
            start.wait(10)
            try:
                outcomes.append(act().state)
            except DeskError as refusal:
                outcomes.append(type(refusal))

    threads = [threading.Thread(target=carry_out, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    return outcomes


LATE = {refusals.NotNowError, refusals.MaterialChangedError, refusals.OtherTextError, StaleRowError}


def test_of_two_desks_that_decide_at_once_one_is_refused(clerk, leader, second_leader):
    seen = in_review(clerk)
    outcomes = at_once(
        *(
            functools.partial(approvals.agree, actor, seen.id, seen_hash=seen.text_hash, version=seen.version)
            for actor in (leader, second_leader)
        )
    )
    assert outcomes.count(MaterialState.APPROVED) == 1
    assert len(set(outcomes) & LATE) == 1
    assert [event.action for event in approvals.log(seen.id)].count("agree") == 1


def test_of_two_desks_that_save_at_once_one_is_refused(clerk, colleague):
    seen = draft(clerk)
    outcomes = at_once(
        *(
            functools.partial(
                approvals.edit, actor, seen.id, TextChange(seen.title, text), version=seen.version
            )
            for actor, text in ((clerk, OTHER), (colleague, "我的文字。"))
        )
    )
    assert outcomes.count(MaterialState.DRAFT) == 1
    assert len(set(outcomes) & LATE) == 1
    assert [version.revision for version in approvals.versions(seen.id)] == [2, 1]


def test_of_two_desks_that_chase_at_once_one_is_told_that_it_was_done(clerk, leader):
    row = in_review(clerk)
    outcomes = at_once(*(functools.partial(approvals.chase, actor, row.id) for actor in (clerk, leader)))
    assert sorted(map(str, outcomes)) == sorted(
        [str(MaterialState.IN_REVIEW), str(refusals.ChasedAlreadyError)]
    )
    assert [event.action for event in approvals.log(row.id)].count("chase") == 1
