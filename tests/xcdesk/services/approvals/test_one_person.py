"""An office of one person: everything passes through signed paper, and nobody signs for himself."""

import datetime as dt
import io
from dataclasses import replace

import pytest

from xcdesk import clock, office, store
from xcdesk.codes import MaterialKind, MaterialState, Role
from xcdesk.services import approvals
from xcdesk.services.accounts import keeping
from xcdesk.services.accounts.keeping import Particulars
from xcdesk.services.approvals import Action, NewMaterial, PaperSigned, refusals
from xcdesk.services.issuing import papers
from xcdesk.services.log.evidence import NewFile
from xcdesk.services.upkeep import checks
from xcdesk.wording import sentence

pytestmark = pytest.mark.file_engine

SCAN = NewFile("签批单.pdf", lambda: io.BytesIO(b"%PDF-1.4 signed"))
SHEET = PaperSigned("示例·李某", "主任", dt.date(2019, 3, 5), SCAN)


@pytest.fixture
def alone(tmp_path):
    """A real office of one person, who is its administrator."""
    store.open_store(tmp_path / "new.db", create=True)
    yield keeping.set_up(Particulars("wang", "示例·王某", "主任", Role.CLERK), "ocean-93-lamp")[0]
    store.close_store()


def in_review(actor):
    row = approvals.create(actor, NewMaterial(MaterialKind.NOTICE, "通知", "正文"))
    return approvals.submit(actor, row.id)


def issued_on_paper(actor):
    row = in_review(actor)
    with pytest.raises(refusals.AdministratorError):
        approvals.agree(actor, row.id, seen_hash=row.text_hash)
    approvals.sign_on_paper(actor, row.id, SHEET, seen_hash=row.text_hash)
    return office.issue_material(actor, row.id)


def test_what_is_issued_on_paper_is_voided_on_paper_and_by_nobody_himself(alone):
    row = issued_on_paper(alone)
    tomorrow = replace(SHEET, signed_on=clock.today() + dt.timedelta(days=1))
    with pytest.raises(refusals.SheetNeededError):
        approvals.void(alone, row.id, reason="数字有误")
    with pytest.raises(refusals.ReasonNeededError):
        approvals.void_on_paper(alone, row.id, SHEET, reason=" ")
    for sheet, kind in (
        (replace(SHEET, signatory=alone.name), refusals.NoLeadersSheetError),
        (tomorrow, refusals.LaterSheetError),
    ):
        with pytest.raises(kind):
            approvals.void_on_paper(alone, row.id, sheet, reason="数字有误")
    assert approvals.void_on_paper(alone, row.id, SHEET, reason="数字有误").state == MaterialState.VOIDED
    event = approvals.log(row.id)[-1]
    assert approvals.who_words(event, "zh") == "示例·王某代录（示例·李某签批）"
    assert [(one.number, one.void_reason) for one in papers.register()] == [(1, "数字有误")]
    assert [check.name for check in checks.run() if not check.ok] == []


def test_what_goes_wrong_is_corrected_recalled_ended_and_put_away(alone):
    row = issued_on_paper(alone)
    correction = office.correct_material(alone, row.id, reason="日期有误")
    approvals.discard(alone, correction.id)
    approvals.submit(alone, approvals.restore(alone, correction.id).id)
    approvals.recall(alone, correction.id, reason="再核一遍")
    assert approvals.terminate(alone, correction.id, reason="原文无误").state == MaterialState.VOIDED
    assert approvals.archive(alone, row.id).state == MaterialState.ARCHIVED


def test_what_takes_a_second_person_says_so_and_names_paper_as_the_way_out(alone):
    row = in_review(alone)
    for action in (Action.AGREE, Action.RETURN, Action.ADD, Action.HAND_OVER, Action.EXPEDITE):
        refusal = approvals.detail(alone, row.id).refusal(action)
        assert "在纸上签批后代录" in sentence(refusal, "zh")
        assert "signature on paper" in sentence(refusal, "en")


def test_where_a_leader_has_an_account_nobody_voids_for_him(clerk, leader, administrator):
    row = in_review(clerk)
    approvals.agree(leader, row.id, seen_hash=row.text_hash)
    for somebody in (clerk, administrator):
        with pytest.raises(refusals.NotLeaderError):
            approvals.void_on_paper(somebody, row.id, SHEET, reason="数字有误")
