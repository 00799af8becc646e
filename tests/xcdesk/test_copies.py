"""Numbered copies of an issue: for everybody or each receiver, and the list on which they sign."""

import datetime as dt
import io

import pdfplumber
import pytest

from xcdesk import copies, office
from xcdesk.codes import Series
from xcdesk.models import Bulletin
from xcdesk.reports.pdf.particulars import from_json
from xcdesk.services import approvals
from xcdesk.services.issuing import bulletins, numbering
from xcdesk.services.office import page_setup
from xcdesk.services.office.page_setup import PageSetup, Receiver, ReceiverList, SeriesSetup

MARCH = dt.date(2019, 3, 5)


@pytest.fixture
def circular(clerk):
    """A circular in the making."""
    return bulletins.draft(clerk, Series.CIRCULAR, MARCH)


@pytest.mark.file_engine
def test_an_issue_is_printed_by_the_page_set_up_and_keeps_how(clerk, leader, circular):
    receivers = (Receiver(ReceiverList.REPORT, "市委办公室", 12), Receiver(ReceiverList.SEND, "禹州市", 5))
    pages = SeriesSetup("情况专报", "内部使用", receivers=receivers, kept=3)
    page_setup.save(leader, PageSetup(red="#0000FF", series={Series.CIRCULAR: pages}))
    assert copies.print_run(numbering.row(circular.id)) == 20
    seen = office.submit_material(clerk, circular.material)
    approvals.agree(leader, circular.material, seen_hash=seen.text_hash)
    office.issue_material(clerk, circular.material, on=MARCH)
    row = numbering.row(circular.id)
    with pdfplumber.open(io.BytesIO(numbering.content(circular.id, "pdf"))) as pdf:
        first, last = (page.extract_text().replace(" ", "") for page in (pdf.pages[0], pdf.pages[-1]))
        red = {tuple(char["non_stroking_color"]) for char in pdf.pages[0].chars if char["size"] > 40}
    assert "情况专报" in first
    assert "内部使用" in first
    assert red == {(0, 0, 1)}
    assert "报：市委办公室。" in last
    assert "共印20份" in last
    assert "XCFang-Regular" in row.faces
    assert copies.print_run(row) == 20
    assert from_json(numbering.around(row.id)).number == row.number
    made = copies.numbered_copies(row)
    assert (made.copies, made.as_issued, [file.name for file in made.files]) == (
        20,
        True,
        ["情况专报2019年第1期_份号000001-000020.pdf"],
    )
    each = copies.numbered_copies(row, each=True)
    assert [file.name.partition("_份号")[2] for file in each.files] == [
        "000001-000012_市委办公室.pdf",
        "000013-000017_禹州市.pdf",
        "000018-000020_本办存档.pdf",
    ]
    with pdfplumber.open(io.BytesIO(copies.copies_register(row).pdf)) as pdf:
        words = "".join(page.extract_text() for page in pdf.pages).replace(" ", "")
    assert "000001—000012市委办公室12" in words
    assert "000018—000020本办存档3" in words


def test_copies_are_numbered_of_what_was_issued_and_kept_its_page_alone(clerk, circular):
    with pytest.raises(copies.NotIssuedError):
        copies.numbered_copies(numbering.row(circular.id))
    Bulletin.update(number=1, running=1, year=2019).where(Bulletin.id == circular.id).execute()
    with pytest.raises(copies.NoCopiesError):
        copies.copies_register(numbering.row(circular.id))
