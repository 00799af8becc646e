"""The pages of an issue in the making: where each piece stands, what to look at, which piece spoils them."""

import datetime as dt
import io
from dataclasses import replace

import pdfplumber
import pytest

from xcdesk import proofs
from xcdesk.codes import PieceKind, Series
from xcdesk.services import approvals
from xcdesk.services.issuing import bulletins, candidates, pieces, tray
from xcdesk.services.issuing.attention import Concern, PieceField
from xcdesk.services.issuing.candidates import NewPiece
from xcdesk.services.issuing.tray import PieceText
from xcdesk.services.log import coverage
from xcdesk.services.record.entries import NewItem
from xcdesk.texts.documents import BlockKind

DAY = dt.date(2019, 3, 12)
LONG = "示例正文一段，写得长一些，好占去版面上的几行字，一直写到下一页去。\n" * 30


@pytest.fixture
def issue(clerk):
    return bulletins.draft(clerk, Series.INTERNAL_REFERENCE, DAY)


@pytest.fixture
def put(clerk, issue):
    """Puts an item of our own into the issue; gives its row."""

    def build(title, body="正文。", source="示例来源", kind=PieceKind.OWN):
        made = candidates.write(clerk, NewPiece(kind, PieceText(title, body, source), "部门新举措"))
        tray.include(clerk, issue.id, made)
        return pieces.get(made.kind, made.id)

    return build


def test_each_piece_is_found_on_its_pages_one_below_the_other(issue, put):
    first, second = put("甲"), put("乙", LONG)
    found = proofs.proof(issue.id)
    assert found.up_to_date
    (head,) = found.places[first.key]
    body = found.places[second.key]
    assert (head.page, body[0].page) == (0, 0)
    assert head.top < head.bottom == body[0].top
    with pdfplumber.open(io.BytesIO(found.pdf)) as paper:
        words = paper.pages[0].extract_words()
    label = next(word for word in words if word["text"] == "【部门新举措】")
    assert label["bottom"] <= head.top, "the heading of the section belongs to none of its pieces"
    assert body[0].bottom >= max(word["bottom"] for word in words if "示例正文" in word["text"])
    assert [each.page for each in body] == [0, 1, 2, 3]
    assert body[1].top == pytest.approx(37 * 72 / 25.4)
    assert set(found.places) == {row.key for row in pieces.in_bulletin(issue.id)}


def test_a_piece_that_holds_the_head_of_another_is_not_taken_for_it(issue, put):
    rows = "| 媒体单位 | 篇 | 次 | 来稿采用（篇） | 每周至少（篇） | 完成情况 |\n| 甲 | 1 | 1 | 1 | 1 | 1 |"
    row = put("甲", f"{rows}\n\n正文。")
    found = proofs.proof(issue.id)
    assert set(found.places) == {one.key for one in pieces.in_bulletin(issue.id)}
    assert [one.key for one in found.remarks if one.concern == Concern.NO_RULE] == [row.key]


def test_an_issue_without_pieces_has_a_page_too(clerk):
    extra = bulletins.draft(clerk, Series.EXTRA, DAY)
    assert extra.period.words == "2019年3月12日"
    found = proofs.proof(extra.id)
    assert (found.places, found.remarks, found.issued) == ({}, (), False)
    assert found.pdf.startswith(b"%PDF")


def test_what_is_being_typed_is_printed_before_it_is_saved(issue, put):
    row = put("甲")
    typed = proofs.proof(issue.id, replace(row, body=LONG))
    assert len(typed.places[row.key]) == 4
    assert bulletins.get(issue.id).text.count("示例正文") == 0


def test_a_text_edited_by_hand_is_still_followed(clerk, issue, put):
    first, second = put("甲"), put("乙")
    before = bulletins.get(issue.id)
    text = before.text.replace("# 乙", "手工加的一段。\n\n# 乙")
    approvals.edit(clerk, issue.material, approvals.TextChange(before.title, text))
    found = proofs.proof(issue.id)
    assert {first.key, second.key} <= set(found.places)
    assert found.places[first.key][0].bottom < found.places[second.key][0].bottom


def test_what_to_look_at_names_the_piece_and_the_field(clerk, issue, put):
    put("没有正文", "")
    put("一个特别特别长的标题" * 8)
    put("陈𬀩介绍做法")
    item = coverage.log_item(clerk, NewItem(DAY, "许昌日报", "窗口延时"))
    (marked,) = candidates.mark_reports(clerk, [item])
    tray.rewrite(clerk, marked, PieceText("窗口延时", "示例·刘\U0003134a说。"))
    tray.include(clerk, issue.id, pieces.get(marked.kind, marked.id).piece)
    found = {(one.concern, one.name[:4], one.field) for one in proofs.proof(issue.id).remarks}
    assert found >= {
        (Concern.NO_TEXT, "没有正文", PieceField.BODY),
        (Concern.LONG_TITLE, "一个特别", PieceField.TITLE),
        (Concern.NO_EVIDENCE, "窗口延时", PieceField.TITLE),
    }
    rare = {(name, field) for concern, name, field in found if concern in {Concern.RARE, Concern.MISSING}}
    assert ("窗口延时", PieceField.BODY) in rare
    assert Concern.NO_SOURCE not in {concern for concern, _, _ in found}


def test_the_piece_that_cannot_be_printed_is_found(issue, put):
    put("好的")
    bad = put("坏的")

    def prints(document):
        if any(block.kind == BlockKind.TITLE and block.text == "坏的" for block in document.blocks):
            raise ZeroDivisionError

    assert proofs.spoilt(bulletins.laid_out(issue.id), prints) == bad.key
    assert proofs.spoilt(bulletins.laid_out(issue.id), lambda _document: None) is None
