"""Corrections: what was issued stands until its correction is issued, and there is one at a time."""

import pytest

from tests.xcdesk.services.approvals.review_hands import KIND, agree, in_review
from xcdesk.codes import MaterialState
from xcdesk.services import approvals
from xcdesk.services.approvals import Expediting, NewMaterial, refusals
from xcdesk.services.upkeep import material_check


def test_a_correction_is_a_new_text_and_both_name_the_other(clerk, leader):
    row = agree(leader, in_review(clerk))
    row = approvals.issue(clerk, row.id)
    with pytest.raises(refusals.WordsNeededError):
        approvals.correct(clerk, row.id, reason=" ")
    new = approvals.correct(clerk, row.id, reason="数字有误")
    older = approvals.row(row.id)
    assert (older.state, older.corrected_by) == (MaterialState.ISSUED, new.id)
    assert (new.state, new.corrects, new.text_hash) == (MaterialState.DRAFT, row.id, row.text_hash)
    with pytest.raises(refusals.CorrectedAlreadyError):
        approvals.correct(clerk, row.id, reason="数字有误")


def test_a_text_stands_until_its_correction_is_issued(clerk, leader):
    row = approvals.issue(clerk, agree(leader, in_review(clerk)).id)
    first = approvals.correct(clerk, row.id, reason="数字有误")
    approvals.discard(clerk, first.id)
    older = approvals.row(row.id)
    assert (older.state, older.corrected_by) == (MaterialState.ISSUED, None)
    second = approvals.correct(clerk, row.id, reason="日期有误")
    with pytest.raises(refusals.RivalCorrectionError):
        approvals.restore(clerk, first.id)
    sent = approvals.submit(clerk, second.id)
    sent = approvals.send_back(leader, sent.id, seen_hash=sent.text_hash, opinion="不用更正")
    approvals.terminate(clerk, sent.id, reason="原文无误")
    assert approvals.row(row.id).state == MaterialState.ISSUED
    again = approvals.submit(clerk, approvals.restore(clerk, first.id).id)
    agree(leader, again)
    assert approvals.row(row.id).state == MaterialState.ISSUED
    approvals.issue(clerk, again.id)
    older = approvals.row(row.id)
    assert (older.state, older.corrected_by) == (MaterialState.CORRECTED, first.id)
    assert material_check.differing() == ()


def test_a_check_stays_owed_until_the_correction_goes_out(clerk, leader, hu, zhou):
    row = approvals.create(clerk, NewMaterial(KIND, "通知", "文字"))
    terms = Expediting("防汛", hu.id)
    approvals.expedite(leader, row.id, terms, seen_hash=row.text_hash)
    new = approvals.correct(clerk, row.id, reason="数字有误")
    assert approvals.row(row.id).check_due is not None
    approvals.expedite(zhou, new.id, terms, seen_hash=new.text_hash)
    older = approvals.row(row.id)
    assert (older.state, older.check_due) == (MaterialState.CORRECTED, None)
