"""Delegation and paper: others sign, or for others, and never on a text of their own."""

import datetime as dt

import pytest
from peewee import DatabaseError

from tests.xcdesk.services.approvals.review_hands import (
    KIND,
    SHEET,
    agree,
    in_review,
    leave,
    on_paper,
    refusal,
    signed,
    stands_in,
    waiting,
)
from xcdesk import clock, wording
from xcdesk.codes import MaterialState, Role, SeatState, StepMode
from xcdesk.db.base import database
from xcdesk.errors import NotFoundError
from xcdesk.models import PaperSheet, User
from xcdesk.services import approvals
from xcdesk.services.approvals import (
    Action,
    NewDelegation,
    NewMaterial,
    NewStep,
    TextChange,
    WhyMe,
    refusals,
)
from xcdesk.services.office import people

pytestmark = pytest.mark.file_engine  # the paths beside go through all of it on both engines


# ---- delegation ------------------------------------------------------------------------------------------


def test_a_delegate_decides_in_the_name_of_the_other_and_it_is_written_so(clerk, leader, hu):
    row = in_review(clerk)
    assert isinstance(refusal(hu, row, Action.AGREE), refusals.NotYourStepError)
    stands_in(leader, hu)
    (mine,) = approvals.waiting_for(hu)
    assert (mine.why.reason, mine.why.behalf_of) == (WhyMe.ROLE, leader.name)
    assert agree(hu, row).state == MaterialState.APPROVED
    event = approvals.log(row.id)[-1]
    assert (event.who, event.behalf_of) == (hu.name, leader.name)
    (step,) = approvals.detail(clerk, row.id).steps
    assert (step.people, step.behalf_of) == ((hu.name,), leader.name)


def test_a_delegation_holds_on_its_days_only(clerk, leader, hu, on_day):
    row = in_review(clerk)
    made = stands_in(leader, hu)
    on_day(made.until + dt.timedelta(days=1))
    assert isinstance(refusal(hu, row, Action.AGREE), refusals.NotYourStepError)
    assert approvals.delegations() == ()
    on_day(made.until)
    assert approvals.delegations() == (made,)
    approvals.end_delegation(leader, made.id, version=made.version)
    assert isinstance(refusal(hu, row, Action.AGREE), refusals.NotYourStepError)


def test_a_delegate_never_meets_himself(clerk, leader, hu, steps):
    steps(NewStep("核稿", Role.REVIEWER), NewStep("签发", Role.LEADER))
    stands_in(leader, hu)
    row = agree(hu, in_review(clerk))
    with pytest.raises(refusals.MeetsHimselfError):
        agree(hu, row)
    assert agree(leader, row).state == MaterialState.APPROVED


def test_a_delegate_does_not_sign_what_the_other_wrote(leader, hu, zhou):
    row = in_review(leader)
    stands_in(leader, hu)
    refused = refusal(hu, row, Action.AGREE)
    assert isinstance(refused, refusals.PrincipalsTextError)
    assert zhou.name in wording.sentence(refused, "en")


def test_what_is_lent_is_not_handed_on(clerk, leader, hu, zhou):
    row = in_review(clerk)
    stands_in(leader, hu)
    with pytest.raises(refusals.LentSeatError):
        approvals.hand_over(hu, row.id, zhou.id, why="出差")


def test_a_delegation_that_contradicts_itself_is_refused(clerk, leader, hu):
    today = clock.today()
    day = dt.timedelta(days=1)
    stands_in(leader, hu)
    for principal, delegate, since, until, reason in (
        (leader, leader, today, today, "self"),
        (leader, people.actor(), today, today, "people"),
        (leader, hu, today, today - day, "days"),
        (hu, leader, today, today, "mutual"),
        (leader, hu, today + day, today + day, "twice"),
    ):
        with pytest.raises(refusals.BadDelegationError) as caught:
            approvals.delegate(leader, NewDelegation(principal.id, delegate.id, since, until))
        assert caught.value.facts["field"] == f"delegation.{reason}"
    with pytest.raises(refusals.NotPrincipalError):
        approvals.delegate(clerk, NewDelegation(leader.id, hu.id, today, today))
    with pytest.raises(NotFoundError):
        approvals.end_delegation(leader, 999, version=1)


def test_whoever_is_administrator_by_now_signs_for_nobody(clerk, hu, sun, steps):
    steps(NewStep("审核", Role.REVIEWER, StepMode.ALL, 0, (hu.id,)))
    row = in_review(clerk)
    stands_in(hu, sun)
    assert waiting(hu) == waiting(sun) == [("通知", WhyMe.NAMED)]
    User.update(role=Role.ADMINISTRATOR).where(User.id.in_((hu.id, sun.id))).execute()
    for person in map(people.actor, ("hu", "sun")):
        assert isinstance(refusal(person, row, Action.AGREE), refusals.AdministratorError)
        assert waiting(person) == []


def test_nobody_signs_his_own_words_put_back_by_another(clerk, leader, zhou):
    row = approvals.create(zhou, NewMaterial(KIND, "通知", "收件当日转办。"))
    approvals.edit(clerk, row.id, TextChange("通知", "收件次日转办。"))
    row = agree(leader, approvals.submit(clerk, row.id))
    row = approvals.edit(clerk, row.id, TextChange("通知", "收件当日转办。"))
    assert row.state == MaterialState.IN_REVIEW
    assert isinstance(refusal(zhou, row, Action.AGREE), refusals.OwnTextError)
    assert agree(leader, row).state == MaterialState.APPROVED


# ---- paper -----------------------------------------------------------------------------------------------


def test_a_sheet_signs_the_step_off_and_stays_marked_as_paper(clerk, leader, lin, tmp_path):
    row = on_paper(lin, in_review(clerk), signed("示例·市领导"))
    assert row.state == MaterialState.APPROVED
    event = approvals.log(row.id)[-1]
    assert (event.who, event.action, event.sheet.signatory) == (lin.name, Action.PAPER, "示例·市领导")
    (step,) = approvals.detail(clerk, row.id).steps
    assert (step.paper, step.people, step.behalf_of) == (True, ("示例·市领导",), "")
    approvals.write_scan(event.sheet.id, tmp_path / "sheet.pdf")
    assert (tmp_path / "sheet.pdf").read_bytes() == SHEET
    assert approvals.issue(clerk, row.id).state == MaterialState.ISSUED
    with pytest.raises(DatabaseError, match="append-only"), database.atomic():
        PaperSheet.update(signatory="别人").execute()


def test_a_sheet_counts_for_the_seat_of_its_signatory(clerk, leader, lin, zhou, steps):
    steps(NewStep("会签", Role.LEADER, StepMode.ALL))
    row = in_review(clerk)
    with pytest.raises(refusals.NotSignatoryError):
        on_paper(lin, row, signed("示例·市领导"))
    assert on_paper(lin, row, signed(leader.name, leader.id)).state == MaterialState.IN_REVIEW
    seats = {seat.name: (seat.state, seat.paper) for seat in approvals.detail(clerk, row.id).steps[0].seats}
    assert seats == {leader.name: (SeatState.AGREED, True), zhou.name: (SeatState.OPEN, False)}
    assert agree(zhou, row).state == MaterialState.APPROVED


def test_nobody_records_his_own_sheet_nor_one_of_a_writer(clerk, leader, lin):
    row = in_review(clerk)
    for recorder, sheet, kind in (
        (clerk, signed(leader.name, leader.id), refusals.OwnPaperError),
        (leader, signed(leader.name), refusals.OwnSheetError),
        (lin, signed(clerk.name), refusals.WritersSheetError),
        (leader, signed(lin.name), refusals.NotSignatoryError),
        (lin, signed("示例·市领导", on=clock.today() + dt.timedelta(days=1)), refusals.LaterSheetError),
        (lin, signed("示例·市领导", scan="签批单.exe"), refusals.ScanFormatError),
    ):
        with pytest.raises(kind):
            on_paper(recorder, row, sheet)
    assert approvals.row(row.id) == row


def test_an_office_of_one_person_works_through_paper_and_not_by_itself(clerk, leader):
    leave(leader)
    row = in_review(clerk)
    assert isinstance(refusal(clerk, row, Action.AGREE), refusals.NotYourStepError)
    with pytest.raises(refusals.WritersSheetError):
        on_paper(people.actor(), row, signed(clerk.name))
    row = on_paper(clerk, row, signed("示例·市领导"))
    assert approvals.issue(clerk, row.id).state == MaterialState.ISSUED


def test_a_step_whose_people_all_wrote_is_signed_on_paper(clerk, leader, steps):
    steps(NewStep("会签", Role.LEADER, StepMode.ALL))
    row = in_review(clerk)
    approvals.edit(leader, row.id, TextChange("通知", "收件次日转办。"))
    row = approvals.row(row.id)
    refused = refusal(leader, row, Action.AGREE)
    assert "纸上签批后代录" in wording.sentence(refused, "zh")
    assert on_paper(people.actor(), row, signed("示例·市领导")).state == MaterialState.APPROVED


def test_a_writer_who_has_left_signs_no_sheet_either(clerk, leader, lin):
    row = in_review(lin)
    leave(lin)
    with pytest.raises(refusals.WritersSheetError):
        on_paper(clerk, row, signed(lin.name))
