"""Use cases over several parts: a bulletin goes to review with the figures of that moment."""

import datetime as dt
import io

import pdfplumber
import pytest

from xcdesk import office
from xcdesk.codes import MaterialKind, MaterialState, Series
from xcdesk.models import Bulletin
from xcdesk.services import approvals
from xcdesk.services.approvals import NewMaterial, TextChange
from xcdesk.services.issuing import bulletins, numbering
from xcdesk.services.issuing.numbering import FiguresMovedError
from xcdesk.services.log import coverage
from xcdesk.services.record.entries import NewItem

MARCH = dt.date(2019, 3, 5)


@pytest.fixture
def circular(clerk):
    """A circular drafted before the first report was logged."""
    draft = bulletins.draft(clerk, Series.CIRCULAR, MARCH)
    coverage.log_items(clerk, [NewItem(MARCH, "许昌日报", "一")])
    return draft


def test_a_bulletin_is_submitted_with_the_figures_of_that_moment(clerk, circular):
    row = office.submit_material(clerk, circular.material)
    assert row.state == MaterialState.IN_REVIEW
    assert "报道1篇、1次" in bulletins.get(circular.id).text


def test_a_text_that_changed_since_it_was_seen_is_not_submitted(clerk, circular):
    seen = approvals.row(circular.material).version
    bulletins.draft(clerk, Series.CIRCULAR, MARCH)
    with pytest.raises(approvals.refusals.MaterialChangedError):
        office.submit_material(clerk, circular.material, version=seen)


def test_a_text_edited_by_hand_is_submitted_as_it_is(clerk, circular):
    approvals.edit(clerk, circular.material, TextChange("通报", "手工写的正文。\n"))
    office.submit_material(clerk, circular.material)
    assert bulletins.get(circular.id).text == "手工写的正文。\n"


def test_other_material_is_submitted_and_issued_without_a_number(clerk, leader):
    made = approvals.create(clerk, NewMaterial(MaterialKind.NOTICE, "通知", "正文。\n"))
    seen = office.submit_material(clerk, made.id)
    approvals.agree(leader, made.id, seen_hash=seen.text_hash)
    assert office.issue_material(clerk, made.id).state == MaterialState.ISSUED


def test_a_circular_whose_log_moved_after_the_sign_off_is_not_issued(clerk, leader, circular):
    seen = office.submit_material(clerk, circular.material)
    approvals.agree(leader, circular.material, seen_hash=seen.text_hash)
    coverage.log_items(clerk, [NewItem(MARCH, "许昌晨报", "二")])
    with pytest.raises(FiguresMovedError):
        office.issue_material(clerk, circular.material)
    assert bulletins.current(Series.CIRCULAR, MARCH).state == MaterialState.APPROVED


@pytest.mark.file_engine
def test_an_issue_prints_the_end_of_the_record_that_it_keeps_and_a_reprint_is_the_same(
    clerk, leader, circular, tmp_path
):
    seen = office.submit_material(clerk, circular.material)
    approvals.agree(leader, circular.material, seen_hash=seen.text_hash)
    office.issue_material(clerk, circular.material)
    kept = Bulletin.get_by_id(circular.id)
    row = numbering.row(circular.id)
    before = numbering.content(circular.id, "pdf")
    with pdfplumber.open(io.BytesIO(before)) as pdf:
        printed = pdf.pages[-1].extract_text()
    assert f"存证：{kept.record_count}/{kept.record_digest[:12]}" in printed.replace(" ", "")
    coverage.log_items(clerk, [NewItem(MARCH, "许昌晨报", "三")])
    office.reprint(row, tmp_path / "again.pdf")
    assert (tmp_path / "again.pdf").read_bytes() == before
