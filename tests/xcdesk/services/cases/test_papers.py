"""Slips, notices and the ledger on paper: right numbers, days of their own, and nobody's private details."""

import datetime as dt
import io

import docx
import pypdfium2
import pytest

from tests.xcdesk.services.cases.conftest import (
    MONDAY,
    OTHER_UNIT,
    SOMEBODY,
    UNIT,
    accepted,
    answer,
    dispatched,
    new,
)
from xcdesk import case_pages
from xcdesk.codes import CallBack, CaseKind, CaseSheet, NoticeLevel
from xcdesk.services import cases
from xcdesk.services.cases import Action, Request, papers

pytestmark = pytest.mark.usefixtures("monday")


def words(pdf: bytes) -> str:
    """Text of all pages."""
    with pypdfium2.PdfDocument(pdf) as document:
        return "".join(page.get_textpage().get_text_bounded() for page in document)


def paper_of(actor, case: int, kind: CaseSheet, at: int = 0):
    """The latest sheet of a kind, or an earlier one."""
    found = [event for event in papers.sheets(cases.detail(actor, case)) if event.sheet == kind]
    return case_pages.sheet(actor, case, found[at].id)


def text_of(paper) -> str:
    """Everything that stands on a sheet."""
    blocks = paper.document.blocks
    return "\n".join(line for block in blocks for line in (block.text, *map(" ".join, block.rows)))


def test_a_dispatch_slip_keeps_its_unit_and_names_nobody(clerk, leader, key, tmp_path):
    case = cases.register(clerk, new(CaseKind.COMPLAINT, petitioner=SOMEBODY, body="来件人反映多次跑腿"))
    cases.act(clerk, case.id, Action.FILE)
    cases.act(clerk, case.id, Action.DISPATCH, Request(helpers=("市财政局",)))
    due = cases.row(case.id).due
    cases.act(leader, case.id, Action.TRANSFER, Request(unit=OTHER_UNIT, words="职责已划转"))
    first, second = (
        paper_of(clerk, case.id, CaseSheet.DISPATCH, 1),
        paper_of(clerk, case.id, CaseSheet.DISPATCH),
    )
    assert (first.number, second.number) == (1, 2)
    assert f"承办单位 {UNIT}" in text_of(first)
    assert f"承办单位 {OTHER_UNIT}" in text_of(second)
    assert f"办理期限 {due.year}年{due.month}月{due.day}日" in text_of(first)
    assert "协办单位 市财政局" in text_of(first)
    printed = words(case_pages.printed(first).pdf)
    case_pages.write_docx(first, tmp_path / "slip.docx")
    edited = docx.Document(io.BytesIO((tmp_path / "slip.docx").read_bytes()))
    document = "".join(part.text for part in edited.paragraphs)
    document += "".join(cell.text for table in edited.tables for row in table.rows for cell in row.cells)
    for made in (printed, document):
        assert "来件人反映多次跑腿" in made.replace("\r\n", "")
        assert "〔2019〕1号" in made
        assert not any(told in made for told in (SOMEBODY.name, SOMEBODY.phone, SOMEBODY.address))


def test_a_slip_of_a_short_case_takes_one_page_with_its_receipt(clerk, tmp_path):
    for kind in (CaseKind.COMPLAINT, CaseKind.COMMITMENT):
        case = dispatched(clerk, kind)
        slip = paper_of(clerk, case.id, CaseSheet.DISPATCH)
        made = case_pages.printed(slip)
        assert made.pages == 1
        assert "签收回执" in words(made.pdf)
        case_pages.write_docx(slip, tmp_path / "slip.docx")
        edited = docx.Document(str(tmp_path / "slip.docx"))
        first = edited.paragraphs[0]  # no line stands above the name
        assert (first.text, first.style.name, first.style.font.size.pt) == ("交办单", "公文单据报头", 40)


def test_notices_have_their_colour_and_their_own_day_due(clerk, leader, monday):
    case = accepted(clerk, due=MONDAY + dt.timedelta(days=2))
    cases.act(clerk, case.id, Action.NOTICE, Request(level=NoticeLevel.BLUE, words="期限将至"))
    monday(MONDAY + dt.timedelta(days=4))
    cases.act(clerk, case.id, Action.CHASE, Request(person="示例·办某", channel="电话"))
    cases.act(leader, case.id, Action.NOTICE, Request(level=NoticeLevel.RED, words="逾期未报"))
    red, blue = paper_of(clerk, case.id, CaseSheet.NOTICE), paper_of(clerk, case.id, CaseSheet.NOTICE, 1)
    assert (blue.masthead, blue.level, blue.number) == ("蓝色督办单", NoticeLevel.BLUE, 1)
    assert (red.masthead, red.level, red.number) == ("红色督办单", NoticeLevel.RED, 2)
    assert "已催办 1次" in text_of(red)
    assert "已发督办单 蓝色督办单〔2019〕1号" in text_of(red)
    assert "办理期限 2019年3月6日" in text_of(red)
    assert case_pages.printed(blue).pdf != case_pages.printed(red).pdf


def test_a_closing_slip_tells_what_came_of_it(clerk, colleague, key):
    case = answer(clerk, accepted(clerk, CaseKind.COMPLAINT))
    cases.act(colleague, case.id, Action.PASS)
    cases.act(colleague, case.id, Action.CALL_BACK, Request(said=CallBack.FAIRLY))
    cases.act(colleague, case.id, Action.CLOSE)
    told = text_of(paper_of(clerk, case.id, CaseSheet.CLOSING))
    for line in (
        "时效 按期办结",
        "办理结果 已解决",
        "回访结果 基本满意",
        "已经整改",
        "延期0次，退单0次，催办0次，重办0次",
    ):
        assert line in told


def test_the_ledger_is_numbered_once_its_month_is_over(clerk, monday):
    accepted(clerk)
    assert case_pages.ledger(MONDAY).number is None
    monday(dt.date(2019, 4, 1))
    paper = case_pages.ledger(MONDAY)
    assert (paper.number, paper.year, paper.day) == (3, 2019, dt.date(2019, 4, 1))
    made = case_pages.printed(paper)
    text = words(made.pdf)
    assert "〔2019〕3号" in text
    assert "统计口径" in text
    assert not made.missing
    assert "没有交办的事项" in text_of(case_pages.ledger(MONDAY, (CaseKind.COMMITMENT,)))


def test_sheets_of_many_cases_stand_in_one_file_each_with_its_own_head(clerk, leader):
    first, second = (accepted(clerk, due=MONDAY) for _ in "一二")
    given = Request(words="临近期限", level=NoticeLevel.BLUE)
    cases.act(clerk, first.id, Action.NOTICE, given)
    bare = cases.register(clerk, new())
    found = case_pages.latest_sheets(clerk, [first, second, bare])
    assert [paper.level for paper in found] == [NoticeLevel.BLUE, None]
    whole = case_pages.printed_together(found)
    assert whole.pages == sum(case_pages.printed(paper).pages for paper in found)
    told = words(whole.pdf)
    assert "督办单" in told
    assert "交办单" in told
    assert whole.pdf == case_pages.printed_together(found).pdf
    with pytest.raises(case_pages.NoSheetsError):
        case_pages.latest_sheets(clerk, [bare])
