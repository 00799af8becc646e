"""Notices and the like: their numbers without gaps, their files for good, their corrections."""

import datetime as dt
import hashlib

import pdfplumber
import pytest
from peewee import DatabaseError

from tests import issuing
from tests.tampering import drop_trigger
from xcdesk import issued, office
from xcdesk.codes import MaterialKind, MaterialState, Role, Series
from xcdesk.db.base import database
from xcdesk.models import MaterialFile, MaterialIssue
from xcdesk.services import approvals
from xcdesk.services.approvals import Expediting, NewMaterial
from xcdesk.services.issuing import bulletins, corrections, numbering, papers
from xcdesk.services.issuing.numbering import IssueFiles, NewFile
from xcdesk.services.record import anchors, audit
from xcdesk.services.upkeep import checks

DAY = dt.date(2019, 3, 11)


def signed(clerk, leader, kind=MaterialKind.NOTICE):
    row = approvals.create(clerk, NewMaterial(kind, "关于报送的通知", "收件当日转办。\n"))
    approvals.submit(clerk, row.id)
    return approvals.agree(leader, row.id, seen_hash=row.text_hash)


def freeze(number):
    return IssueFiles((NewFile("pdf", "notice.pdf", f"{number.year}/{number.number}".encode()),), 1)


def issue(clerk, row, on=DAY):
    return issuing.paper(clerk, row.id, version=row.version, on=on, freeze=freeze)


def test_numbers_run_by_kind_and_year_and_a_void_one_stays(clerk, leader):
    first, second = issue(clerk, signed(clerk, leader)), issue(clerk, signed(clerk, leader))
    other = issue(clerk, signed(clerk, leader, MaterialKind.TOPIC_PAGE))
    following = issue(clerk, signed(clerk, leader), on=dt.date(2020, 1, 2))
    assert [(row.year, row.number) for row in (first, second, other, following)] == [
        (2019, 1),
        (2019, 2),
        (2019, 1),
        (2020, 1),
    ]
    approvals.void(leader, second.material, reason="数字有误")
    assert issue(clerk, signed(clerk, leader)).number == 3
    (void,) = (row for row in papers.register(MaterialKind.NOTICE) if row.material == second.material)
    assert (void.number, void.state, void.void_reason) == (2, MaterialState.VOIDED, "数字有误")


def test_a_failing_print_takes_neither_number_nor_state(clerk, leader):
    row = signed(clerk, leader)

    def fail(number):
        raise OSError("paper")

    with pytest.raises(OSError, match="paper"):
        issuing.paper(clerk, row.id, version=row.version, on=DAY, freeze=fail)
    assert approvals.row(row.id) == row
    assert issue(clerk, row).number == 1


def test_what_went_out_never_changes_and_a_changed_byte_is_found(clerk, leader):
    kept = issue(clerk, signed(clerk, leader))
    for table, change in ((MaterialFile, {"content": b"x"}), (MaterialIssue, {"number": 9})):
        with pytest.raises(DatabaseError, match="append-only"), database.atomic():
            table.update(**change).execute()
    assert papers.content(kept, "pdf") == b"2019/1"
    with pytest.raises(numbering.NoSuchFileError):
        papers.content(kept, "xlsx")
    drop_trigger("material_file", "update")
    MaterialFile.update(content=b"x").execute()
    wrong = {check.name: check.detail for check in checks.run() if not check.ok}
    assert "notice.pdf" in wrong["issued"]


@pytest.mark.file_engine
def test_a_notice_is_printed_under_its_number_with_the_end_of_the_record(clerk, leader, tmp_path):
    row = office.issue_material(clerk, signed(clerk, leader).id, on=DAY)
    assert row.state == MaterialState.ISSUED
    kept = papers.of_material(row.id)
    assert [file.kind for file in kept.files] == ["pdf", "docx"]
    content = papers.content(kept, "pdf")
    assert hashlib.sha256(content).hexdigest() == kept.files[0].sha256
    assert issued.save(row.id, tmp_path / "again.pdf") == "pdf"
    assert (tmp_path / "again.pdf").read_bytes() == content
    with pytest.raises(issued.NoIssuedFileError):
        issued.save(row.id, tmp_path / "again.xlsx")
    path = tmp_path / "notice.pdf"
    path.write_bytes(content)
    with pdfplumber.open(path) as printed:
        words = "".join(page.extract_text() for page in printed.pages).replace(" ", "")
    for expected in ("〔2019〕1号", "关于报送的通知", "收件当日转办。"):
        assert expected in words
    end = next(one for one in anchors.kept() if "2019" in one.place)
    assert f"{end.anchor.count}/{end.anchor.digest[:12]}" in words
    assert audit.verify(anchors.kept()).ok


@pytest.mark.file_engine
def test_issued_first_it_has_number_and_file_at_once(clerk, leader, hire):
    owner = hire("hu", "示例·胡某", "科长", Role.REVIEWER).id
    row = approvals.create(clerk, NewMaterial(MaterialKind.NOTICE, "紧急通知", "立即转移。\n"))
    office.expedite_material(leader, row.id, Expediting("防汛", owner), seen_hash=row.text_hash)
    assert papers.of_material(row.id).number == 1


@pytest.mark.file_engine
def test_figures_that_still_follow_the_log_are_not_issued_first(clerk, leader, hire):
    owner = hire("hu", "示例·胡某", "科长", Role.REVIEWER).id
    text = "共 {{pieces 2019-03-01 2019-03-31}} 篇。\n"
    row = approvals.create(clerk, NewMaterial(MaterialKind.NOTICE, "通知", text))
    with pytest.raises(office.LiveFiguresError):
        office.expedite_material(leader, row.id, Expediting("防汛", owner), seen_hash=row.text_hash)
    assert papers.register() == ()


def test_the_correction_of_a_bulletin_is_the_next_issue_of_its_period(clerk, leader):
    def issue_bulletin(material):
        made = IssueFiles((NewFile("pdf", "1.pdf", b"pdf"),), 4)
        return issuing.bulletin(clerk, material, version=None, on=DAY, freeze=lambda _: made)

    draft = bulletins.draft(clerk, Series.INTERNAL_REFERENCE, DAY)
    row = approvals.submit(clerk, draft.material)
    approvals.agree(leader, draft.material, seen_hash=row.text_hash)
    first = issue_bulletin(draft.material)
    new = corrections.correct(clerk, draft.material, reason="单位名称有误")
    again = bulletins.current(Series.INTERNAL_REFERENCE, DAY)
    assert (again.material, again.state) == (new.id, MaterialState.DRAFT)
    assert numbering.row(first.id).state == MaterialState.ISSUED
    approvals.submit(clerk, new.id)
    approvals.agree(leader, new.id, seen_hash=new.text_hash)
    assert (first.number, issue_bulletin(new.id).number) == (1, 2)
    assert numbering.row(first.id).state == MaterialState.CORRECTED
