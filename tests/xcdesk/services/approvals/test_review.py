"""Steps of several people, who is called in, delegation, paper, issue first."""

import datetime as dt

import pytest

from tests.diagrams import arrows
from tests.xcdesk.services.approvals.review_hands import (
    KIND,
    agree,
    in_review,
    leave,
    refusal,
    stands_in,
    waiting,
)
from xcdesk import clock
from xcdesk.codes import MaterialKind, MaterialState, Role, SeatState, StepMode
from xcdesk.errors import StaleRowError
from xcdesk.models import Material
from xcdesk.resources import root
from xcdesk.services import approvals, search
from xcdesk.services.approvals import (
    Action,
    Asked,
    Expediting,
    NewMaterial,
    NewStep,
    Point,
    QueueFilter,
    QueueOrder,
    ReturnTo,
    Sending,
    TextChange,
    Verdict,
    WhyMe,
    refusals,
)
from xcdesk.services.due import matters
from xcdesk.services.office import people
from xcdesk.services.record import permissions

pytestmark = pytest.mark.file_engine  # the paths beside go through all of it on both engines


# ---- any, all, in turn -----------------------------------------------------------------------------------


def test_all_of_a_step_must_agree_in_whatever_order(clerk, hu, sun, steps):
    steps(NewStep("会签", Role.REVIEWER, StepMode.ALL))
    row = in_review(clerk)
    assert agree(sun, row).state == MaterialState.IN_REVIEW
    assert isinstance(refusal(sun, row, Action.AGREE), refusals.AgreedAlreadyError)
    assert waiting(sun) == []
    assert waiting(hu) == [("通知", WhyMe.ROLE)]
    assert agree(hu, row).state == MaterialState.APPROVED


def test_named_people_sign_one_after_the_other(clerk, hu, sun, steps):
    steps(NewStep("依次签", Role.REVIEWER, StepMode.IN_TURN, 0, (sun.id, hu.id)))
    row = in_review(clerk)
    early = refusal(hu, row, Action.AGREE)
    assert isinstance(early, refusals.NotYourTurnError)
    assert str(early.facts["people"]) == sun.name
    assert (waiting(hu), waiting(sun)) == ([], [("通知", WhyMe.NAMED)])
    agree(sun, row)
    assert agree(hu, row).state == MaterialState.APPROVED


def test_whoever_wrote_is_left_out_of_all_and_never_decides_alone(clerk, hu, sun, steps):
    steps(NewStep("会签", Role.REVIEWER, StepMode.ALL))
    row = in_review(clerk)
    agree(hu, row)
    approvals.edit(hu, row.id, TextChange("通知", "收件次日转办。"))
    seats = {seat.name: seat.state for seat in approvals.detail(clerk, row.id).steps[0].seats}
    assert seats == {hu.name: SeatState.BARRED, sun.name: SeatState.OPEN}
    assert isinstance(refusal(hu, row, Action.AGREE), refusals.OwnTextError)
    assert agree(sun, row).state == MaterialState.APPROVED
    approvals.edit(sun, row.id, TextChange("通知", "收件第三日转办。"))
    assert agree(hu, row).state == MaterialState.APPROVED


def test_a_step_whose_people_left_falls_back_to_its_role(clerk, leader, hu, zhou, steps):
    steps(NewStep("签发", Role.LEADER, StepMode.ALL, 0, (zhou.id,)))
    row = in_review(clerk)
    assert waiting(leader) == []
    leave(zhou)
    assert waiting(leader) == [("通知", WhyMe.ROLE)]
    assert agree(leader, row).state == MaterialState.APPROVED


# ---- the steps themselves --------------------------------------------------------------------------------


def test_steps_are_set_anew_and_the_former_ones_stay_known(clerk, leader, hu, steps):
    made = steps(NewStep("核稿", Role.REVIEWER, hours=8), NewStep("签发", Role.LEADER))
    assert [step.name for step in made.steps] == ["核稿", "签发"]
    numbers = [(each.number, len(each.steps)) for each in approvals.template_history(KIND)]
    assert numbers == [(2, 2), (1, 1)]
    with pytest.raises(StaleRowError):
        approvals.save_steps(leader, KIND, [NewStep("签发", Role.LEADER)], over=1)


@pytest.mark.parametrize(
    "wanted",
    [
        [],
        [NewStep("签", Role.LEADER)] * 5,
        [NewStep("签", Role.ADMINISTRATOR)],
        [NewStep("签", Role.LEADER, people=(999,))],
        [NewStep("签", Role.LEADER, hours=-1)],
    ],
)
def test_steps_that_make_no_sense_are_refused(leader, wanted):
    with pytest.raises(refusals.BadStepsError):
        approvals.save_steps(leader, KIND, wanted)


def test_a_clerk_does_not_set_the_steps(clerk):
    with pytest.raises(permissions.NotAllowedError):
        approvals.save_steps(clerk, KIND, [NewStep("签", Role.LEADER)])


def test_time_waiting_is_told_in_working_hours_against_the_target(clerk, hu, steps):
    steps(NewStep("核稿", Role.REVIEWER, hours=8))
    row = in_review(clerk)
    friday = dt.datetime(2019, 3, 8, 16)
    Material.update(entered_at=friday - (clock.local(friday) - friday)).execute()
    late = approvals.hours_waited(approvals.row(row.id), dt.datetime(2019, 3, 11, 9))
    assert (late, approvals.row(row.id).hours) == (3.0, 8)


# ---- who is called in ------------------------------------------------------------------------------------


def test_an_added_reviewer_must_agree_besides_the_others(clerk, leader, lin):
    row = in_review(clerk)
    approvals.add(leader, row.id, lin.id, why="请核对数字")
    assert agree(leader, row).state == MaterialState.IN_REVIEW
    (mine,) = approvals.waiting_for(lin)
    assert (mine.why.reason, mine.why.given_by, mine.why.words) == (WhyMe.ADDED, leader.name, "请核对数字")
    assert approvals.why_words(mine, "en") == f"{leader.name} added you"
    assert agree(lin, row).state == MaterialState.APPROVED


def test_an_added_reviewer_alone_does_not_sign_off(clerk, leader, lin):
    row = in_review(clerk)
    approvals.add(leader, row.id, lin.id, why="请核对数字")
    assert agree(lin, row).state == MaterialState.IN_REVIEW
    assert agree(leader, row).state == MaterialState.APPROVED


def test_nobody_is_called_in_who_wrote_it_or_signs_for_nobody(clerk, leader):
    row = in_review(clerk)
    for person, kind in (
        (clerk.id, refusals.PartialPersonError),
        (leader.id, refusals.UnfitPersonError),
        (people.actor().id, refusals.UnfitPersonError),
        (999, refusals.UnfitPersonError),
    ):
        with pytest.raises(kind):
            approvals.add(leader, row.id, person, why="请把关")
    with pytest.raises(refusals.WordsNeededError):
        approvals.consult(leader, row.id, clerk.id, question=" ")


def test_a_part_is_handed_over_to_the_same_rank_and_leaves_its_giver(clerk, leader, hu, zhou):
    row = in_review(clerk)
    with pytest.raises(refusals.LowerRankError):
        approvals.hand_over(leader, row.id, hu.id, why="出差")
    approvals.hand_over(leader, row.id, zhou.id, why="出差")
    assert isinstance(refusal(leader, row, Action.AGREE), refusals.GivenAwayError)
    assert (waiting(leader), waiting(zhou)) == ([], [("通知", WhyMe.HANDED_OVER)])
    assert agree(zhou, row).state == MaterialState.APPROVED


def test_two_agreements_never_become_one_by_handing_over(clerk, leader, zhou, steps):
    steps(NewStep("会签", Role.LEADER, StepMode.ALL))
    row = in_review(clerk)
    with pytest.raises(refusals.CannotTakeOverError):
        approvals.hand_over(leader, row.id, zhou.id, why="出差")


def test_advice_is_asked_and_given_and_decides_nothing(clerk, leader, lin):
    row = in_review(clerk)
    approvals.consult(leader, row.id, lin.id, question="口径对吗")
    with pytest.raises(refusals.AskedAlreadyError):
        approvals.consult(leader, row.id, lin.id, question="口径对吗")
    (mine,) = approvals.waiting_for(lin)
    assert (mine.why.reason, mine.why.words) == (WhyMe.CONSULTED, "口径对吗")
    assert isinstance(refusal(lin, row, Action.AGREE), refusals.NotYourStepError)
    seen = approvals.row(row.id)
    approvals.advise(lin, row.id, reply="对")
    (asked,) = approvals.detail(leader, row.id).consulted
    assert (asked.person, asked.reply) == (lin.name, "对")
    assert isinstance(refusal(lin, row, Action.ADVISE), refusals.NotAskedError)
    assert agree(leader, row, version=seen.version).state == MaterialState.APPROVED


def test_it_is_chased_once_in_half_a_day(clerk, lin, leader):
    row = in_review(clerk)
    assert isinstance(refusal(lin, row, Action.CHASE), refusals.NotChaserError)
    approvals.chase(clerk, row.id)
    assert approvals.log(row.id)[-1].concerning == leader.name
    for actor in (clerk, leader):
        with pytest.raises(refusals.ChasedAlreadyError):
            approvals.chase(actor, row.id)


def test_a_claim_is_seen_and_bars_nobody(clerk, leader, zhou):
    row = in_review(clerk)
    assert approvals.claim(leader, row.id).claimed_by == leader.name
    assert approvals.claim(leader, row.id).claimed_by == ""
    approvals.claim(leader, row.id)
    assert agree(zhou, row).claimed_by == ""


def test_a_step_that_somebody_decided_is_not_recalled(clerk, hu, sun, steps):
    steps(NewStep("会签", Role.REVIEWER, StepMode.ALL))
    row = in_review(clerk)
    agree(hu, row)
    with pytest.raises(refusals.DecidedError):
        approvals.recall(clerk, row.id)


def test_a_return_to_here_leaves_the_other_steps_signed(clerk, leader, hu, steps):
    steps(NewStep("核稿", Role.REVIEWER), NewStep("签发", Role.LEADER))
    row = agree(hu, in_review(clerk))
    approvals.send_back(leader, row.id, seen_hash=row.text_hash, opinion="改", to=ReturnTo.HERE)
    approvals.submit(clerk, row.id)
    verdicts = [step.verdict for step in approvals.detail(clerk, row.id).steps]
    assert verdicts == [Verdict.AGREED, Verdict.WAITING]


# ---- issue first, check later ----------------------------------------------------------------------------


def test_what_is_issued_first_stays_in_sight_until_another_has_checked_it(clerk, leader, lin, zhou):
    row = in_review(clerk)
    row = approvals.expedite(leader, row.id, Expediting("防汛", lin.id), seen_hash=row.text_hash)
    assert (row.state, row.expedited, row.check_owner) == (MaterialState.ISSUED, True, lin.name)
    assert row.check_due > clock.today()
    assert waiting(lin) == [("通知", WhyMe.CHECK)]
    assert [each.id for each in approvals.page(zhou, Asked(QueueFilter.UNCHECKED))] == [row.id]
    pinned = matters.open_matters(clock.today())[0]
    assert pinned.symptom.target == row.id
    for act in (
        lambda: matters.resolve(clerk, pinned, "好了"),
        lambda: matters.change(clerk, pinned, pinned.terms),
    ):
        with pytest.raises(matters.CheckOwedError):
            act()
    assert isinstance(refusal(leader, row, Action.CHECK), refusals.OwnIssueError)
    assert isinstance(refusal(clerk, row, Action.CHECK), refusals.NotCheckerError)
    assert isinstance(refusal(zhou, row, Action.ARCHIVE), refusals.CheckOwedError)
    row = approvals.check(lin, row.id, seen_hash=row.text_hash, opinion="无误")
    assert (row.state, row.expedited, row.unchecked) == (MaterialState.ISSUED, True, False)
    assert matters.open_matters(clock.today())[0].symptom.target != row.id
    assert isinstance(refusal(zhou, row, Action.CHECK), refusals.NothingToCheckError)
    assert approvals.archive(clerk, row.id).state == MaterialState.ARCHIVED


def test_only_a_leader_without_a_part_in_it_issues_first(clerk, leader, lin, hu):
    row = in_review(leader)
    with pytest.raises(refusals.NotLeaderError):
        approvals.expedite(hu, row.id, Expediting("防汛", lin.id), seen_hash=row.text_hash)
    with pytest.raises(refusals.OwnTextError):
        approvals.expedite(leader, row.id, Expediting("防汛", lin.id), seen_hash=row.text_hash)
    row = in_review(clerk)
    past = Expediting("防汛", lin.id, clock.today() - dt.timedelta(days=1))
    for terms, kind in (
        (Expediting(" ", lin.id), refusals.WordsNeededError),
        (Expediting("防汛", clerk.id), refusals.PartialPersonError),
        (past, refusals.PastDueError),
    ):
        with pytest.raises(kind):
            approvals.expedite(leader, row.id, terms, seen_hash=row.text_hash)


# ---- after the issue, and drafts that come to nothing ------------------------------------------------------


def test_a_draft_nobody_saw_is_discarded_and_can_be_restored(clerk, lin):
    row = approvals.create(clerk, NewMaterial(KIND, "通知", "文字"))
    with pytest.raises(refusals.NotAuthorError):
        approvals.discard(lin, row.id)
    with pytest.raises(refusals.NeverSubmittedError):
        approvals.terminate(clerk, row.id, reason="不办了")
    assert search.search("通知").hits[0].id == row.id
    approvals.discard(clerk, row.id)
    assert search.search("通知").hits == ()
    assert approvals.queue(clerk) == ()
    assert approvals.page(clerk, Asked(state=MaterialState.DISCARDED))[0].id == row.id
    assert approvals.restore(clerk, row.id).state == MaterialState.DRAFT


def test_what_was_submitted_once_is_ended_with_a_reason(clerk, leader):
    row = in_review(clerk)
    approvals.recall(clerk, row.id)
    with pytest.raises(refusals.SubmittedBeforeError):
        approvals.discard(clerk, row.id)
    assert approvals.terminate(clerk, row.id, reason="活动取消").state == MaterialState.VOIDED
    assert approvals.log(row.id)[-1].opinion == "活动取消"


def test_every_point_is_checked_before_a_text_is_submitted(clerk):
    row = approvals.create(clerk, NewMaterial(KIND, "通知", "文字"))
    with pytest.raises(refusals.UncheckedPointsError) as caught:
        approvals.submit(clerk, row.id, sending=Sending("请审", frozenset({Point.FACTS, Point.NAMES})))
    assert caught.value.facts["count"] == 2
    approvals.submit(clerk, row.id, sending=Sending("请审", frozenset(Point)))
    event = approvals.log(row.id)[-1]
    assert (event.opinion, event.checked) == ("请审", tuple(Point))


def test_the_lines_changed_since_the_sign_off_are_shown(clerk, leader):
    row = agree(leader, in_review(clerk, "收件当日转办。\n办结后报告。"))
    assert approvals.changed_since_signed(row.id) is None
    approvals.edit(clerk, row.id, TextChange("通知", "收件次日转办。\n办结后报告。"))
    assert approvals.changed_since_signed(row.id).changed == 1


def test_the_queue_is_paged_filtered_and_ordered(clerk, leader):
    day = dt.date(2019, 3, 8)
    for number in range(5):
        new = NewMaterial(KIND, f"通知{number}", "文字", day - dt.timedelta(days=number))
        approvals.create(clerk, new)
    approvals.create(clerk, NewMaterial(MaterialKind.FINDING, "公布稿", "文字"))
    first = approvals.page(clerk, Asked(), limit=2)
    rest = approvals.page(clerk, Asked(), after=2, limit=9)
    assert [row.title for row in (*first, *rest)] == ["通知4", "通知3", "通知2", "通知1", "通知0", "公布稿"]
    assert approvals.count(clerk, Asked()) == 6
    assert approvals.count(clerk, Asked(search="通知3")) == 1
    assert [row.title for row in approvals.page(clerk, Asked(kind=MaterialKind.FINDING))] == ["公布稿"]
    newest = approvals.page(clerk, Asked(order=QueueOrder.CHANGED))[0]
    assert newest.title == "公布稿"
    approvals.submit(clerk, first[1].id)
    assert approvals.page(clerk, Asked(order=QueueOrder.WAITING))[0].id == first[1].id


def test_the_diagram_says_who_can_do_what_now(clerk, leader, lin, hu):
    stands_in(leader, hu)
    able = {each.action: each.people for each in approvals.who_can(in_review(clerk).id)}
    assert able[Action.AGREE] == (leader.name, hu.name)
    assert able[Action.RECALL] == (clerk.name,)
    assert Action.ISSUE not in able
    assert (MaterialState.ISSUED, MaterialState.CORRECTED) in {
        (arrow.source, arrow.target) for arrow in arrows(approvals.MACHINE)
    }


def test_the_page_about_approvals_shows_the_table_as_it_is():
    page = (root() / "docs" / "approvals.md").read_text(encoding="utf-8")
    drawn = page.partition("stateDiagram-v2\n")[2].partition("\n```")[0].splitlines()
    assert drawn == [
        f"    {arrow.source} --> {arrow.target}: {', '.join(arrow.actions)}"
        for arrow in arrows(approvals.MACHINE)
    ]
