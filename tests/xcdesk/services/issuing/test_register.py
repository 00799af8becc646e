"""The register: every number with what became of it, found by its text, written out, none missing."""

import datetime as dt
import io

import openpyxl
import pypdfium2
import pytest

from tests import issuing
from xcdesk import registers
from xcdesk.codes import MaterialKind, PieceKind, Series
from xcdesk.models import Bulletin
from xcdesk.services import approvals
from xcdesk.services.issuing import bulletins, candidates, register, tray
from xcdesk.services.issuing.candidates import NewPiece
from xcdesk.services.issuing.numbering import IssueFiles, NewFile
from xcdesk.services.issuing.register import RegisterFilter, Standing
from xcdesk.services.issuing.tray import PieceText

MONDAY = dt.date(2019, 3, 4)
FILES = IssueFiles((NewFile("pdf", "示例.pdf", b"%PDF-"),), 1)


@pytest.fixture
def put_out(clerk, leader, on_day):
    """Issues the internal reference of a week with one item in it; gives its material."""

    def build(week, words, series=Series.INTERNAL_REFERENCE):
        day = MONDAY + dt.timedelta(days=7 * week)
        on_day(day)
        draft = bulletins.draft(clerk, series, day)
        made = candidates.write(
            clerk, NewPiece(PieceKind.OWN, PieceText(words, f"正文提到{words}。"), "栏目")
        )
        tray.include(clerk, draft.id, made)
        row = bulletins.submit(clerk, draft.id)
        approvals.agree(leader, draft.material, seen_hash=row.text_hash)
        issuing.bulletin(clerk, draft.material, version=None, on=day, freeze=lambda _: FILES)
        return draft.material

    return build


@pytest.fixture
def three(put_out, leader):
    """Three issues of which the second is void, and an extra one."""
    first, second, third = put_out(0, "窗口延时"), put_out(1, "证明清单"), put_out(2, "窗口轮岗")
    approvals.void(leader, second, reason="示例：份数有误")
    return first, second, third, put_out(2, "急件", Series.EXTRA)


def names(**asked):
    return [(one.series, one.number, one.standing) for one in register.entries(RegisterFilter(**asked))]


def test_void_numbers_stay_and_no_number_is_missing(three):
    assert names(series="internal-reference") == [
        ("internal-reference", 3, Standing.STANDING),
        ("internal-reference", 2, Standing.VOID),
        ("internal-reference", 1, Standing.STANDING),
    ]
    assert [(run.series, run.last, run.void, run.lacking) for run in register.runs(register.entries())] == [
        ("extra", 1, 0, ()),
        ("internal-reference", 3, 1, ()),
    ]
    partly = register.runs(register.entries(RegisterFilter(standing=Standing.VOID)))
    assert [(run.last, run.lacking) for run in partly] == [(3, ())]
    Bulletin.update(number=9, running=9).where(Bulletin.number == 3).execute()
    assert register.runs(register.entries())[1].lacking == (3, 4, 5, 6, 7, 8)


def test_entries_are_found_by_words_of_their_text_by_year_and_by_state(three, clerk, leader):
    assert [number for _, number, _ in names(words="窗口")] == [3, 1]
    assert names(words="正文提到 清单") == [("internal-reference", 2, Standing.VOID)]
    assert names(standing=Standing.VOID, words="窗口") == []
    assert names(year=2018) == []
    notice = approvals.create(clerk, approvals.NewMaterial(MaterialKind.NOTICE, "示例通知", "通知正文。"))
    row = approvals.submit(clerk, notice.id)
    approvals.agree(leader, notice.id, seen_hash=row.text_hash)
    issuing.paper(clerk, notice.id, version=None, on=MONDAY, freeze=lambda _: FILES)
    (entry,) = register.entries(RegisterFilter(words="通知正文"))
    assert (entry.series, entry.number, entry.running, entry.bulletin) == ("notice", 1, None, None)
    assert register.content(entry, "pdf") == b"%PDF-"


def test_the_register_is_written_as_workbook_and_as_pages(three, tmp_path):
    found = register.entries()
    assert registers.write_book(found, tmp_path / "登记簿.xlsx", "zh") == 4
    sheet = openpyxl.load_workbook(tmp_path / "登记簿.xlsx").active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[1] == ["刊物", "期号", "总期号", "印发日期", "标题", "页数", "状态", "备注"]
    assert [row[1] for row in rows[2:6]] == ["2019年第3期", "2019年第1期", "2019年第2期", "2019年第1期"]
    assert rows[4][7] == "作废：示例：份数有误"
    assert rows[-1][0] == "内部参考2019年：已编至第3期，作废1期，无缺号。"
    pages = pypdfium2.PdfDocument(io.BytesIO(registers.pages(found)))
    words = "".join("".join(page.get_textpage().get_text_range() for page in pages).split())
    assert "印发登记簿" in words
    assert "份数有误" in words
