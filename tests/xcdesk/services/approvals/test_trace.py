"""The trace copy: what it compares, how it is marked on the page, and that it is filed with the issue."""

import io

import pdfplumber
import pytest

from tests.xcdesk.services.approvals.review_hands import KIND, agree
from xcdesk import issued, office
from xcdesk.services import approvals
from xcdesk.services.approvals import NewMaterial, TextChange, trace
from xcdesk.services.approvals.trace import Span
from xcdesk.services.issuing import papers
from xcdesk.services.upkeep import material_check

OLD = "# 关于办结时限的通知\n办结时限由七个工作日压缩到五个工作日。\n"
NEW = OLD.replace("五个", "三个")


def on_its_way(clerk):
    """A draft rewritten before anybody saw it, then once more in review."""
    row = approvals.create(clerk, NewMaterial(KIND, "通知", "随手记的。"))
    approvals.edit(clerk, row.id, TextChange("通知", OLD))
    approvals.submit(clerk, row.id)
    return approvals.edit(clerk, row.id, TextChange("通知", NEW))


def marks(pdf):
    """Characters struck through and underlined, as measured on the page."""
    found = {"struck": "", "under": ""}
    with pdfplumber.open(io.BytesIO(pdf)) as pages:
        for page in pages.pages:
            for line in (one for one in page.lines if abs(one["top"] - one["bottom"]) < 1):
                for char in page.chars:
                    middle = (char["x0"] + char["x1"]) / 2
                    if not (line["x0"] <= middle <= line["x1"] and char["size"] == pytest.approx(16)):
                        continue
                    below = line["top"] - char["top"]
                    if 4 < below < 14:
                        found["struck"] += char["text"]
                    elif 14 <= below < 22:
                        found["under"] += char["text"]
    return found


def test_it_begins_with_what_others_were_the_first_to_see_and_marks_every_change(clerk, leader):
    row = on_its_way(clerk)
    assert trace.usual(row.id) == Span(2, 3)
    assert trace.trace(row.id).lines == approvals.diff(row.id, 2, 3).lines[1:]
    assert marks(issued.trace_pages(row.id)) == {"struck": "五", "under": "三"}
    assert "随" in marks(issued.trace_pages(row.id, Span(1, 3)))["struck"]


def test_it_is_filed_beside_the_clean_copy_and_stays_as_it_went_out(clerk, leader):
    row = agree(leader, on_its_way(clerk))
    office.issue_material(clerk, row.id)
    paper = papers.of_material(row.id)
    assert [file.kind for file in paper.files] == ["pdf", "docx", "trace"]
    assert paper.files[-1].name == paper.files[0].name.replace(".pdf", "_修改痕迹.pdf")
    assert issued.trace_pages(row.id) == papers.content(paper, "trace")
    assert material_check.differing() == ()
    correction = office.correct_material(clerk, row.id, reason="数字有误")
    approvals.edit(clerk, correction.id, TextChange("通知", OLD))
    assert trace.usual(correction.id) == Span(1, 2)


@pytest.mark.file_engine
def test_a_text_that_nobody_changed_has_no_trace_copy_beside_it(clerk, leader):
    row = approvals.create(clerk, NewMaterial(KIND, "通知", OLD))
    agree(leader, approvals.submit(clerk, row.id))
    office.issue_material(clerk, row.id)
    assert [file.kind for file in papers.of_material(row.id).files] == ["pdf", "docx"]
