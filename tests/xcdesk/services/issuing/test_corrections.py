"""Corrections of issues: begun with the pieces that went out, edited in their place, named on both sides."""

import datetime as dt
import io

import docx
import pdfplumber
import pytest

from xcdesk import clock, office
from xcdesk.codes import MaterialKind, PieceKind, Series
from xcdesk.services import approvals
from xcdesk.services.approvals import NewMaterial
from xcdesk.services.issuing import bulletins, candidates, corrections, numbering, pieces, register, tray
from xcdesk.services.issuing.candidates import NewPiece
from xcdesk.services.issuing.tray import Piece, PieceText
from xcdesk.services.log import coverage
from xcdesk.services.record.entries import NewItem
from xcdesk.services.targets import contributions, weekly
from xcdesk.services.targets.contributions import NewContribution
from xcdesk.texts.documents import from_text

DAY = dt.date(2019, 3, 12)
BODY = "# 看似标题\n全市受理三十八件。\n一、主要做法\n| 看似 | 表 |"


@pytest.fixture
def issued(clerk, leader, on_day):
    """Signs a draft off and issues it; gives its number."""
    on_day(DAY)

    def out(material):
        row = office.submit_material(clerk, material)
        approvals.agree(leader, material, seen_hash=row.text_hash)
        return office.issue_material(clerk, material, on=DAY)

    return out


@pytest.fixture
def first(clerk, issued):
    """An issue with an editor's note, a contribution and an item of our own in a section of its own."""
    draft = bulletins.draft(clerk, Series.INTERNAL_REFERENCE, DAY)
    note = NewPiece(PieceKind.NOTE, PieceText("", "示例按语。"))
    own = NewPiece(PieceKind.OWN, PieceText("本办稿", "一、背景\n\n正文。"), "专题")
    came = contributions.receive(clerk, NewContribution(DAY, "来稿", BODY, outlet="许昌日报"))
    for piece in (Piece(came, 1), candidates.write(clerk, own), candidates.write(clerk, note)):
        tray.include(clerk, draft.id, piece)
    issued(draft.material)
    return bulletins.get(draft.id)


def words(content):
    with pdfplumber.open(io.BytesIO(content)) as pdf:
        return "".join(pdf.pages[0].extract_text().split())


def named(entry):
    return register.note_words(entry, "zh")


@pytest.mark.file_engine
def test_a_correction_is_edited_piece_by_piece_and_names_the_issue_it_corrects(clerk, issued, first):
    made = corrections.correct(clerk, first.material, reason="示例：数字有误")
    draft = bulletins.of_material(made.id)
    assert (draft.text, draft.by_hand) == (first.text, False)
    assert bulletins.is_up_to_date(draft.id)
    held = {row.name: row for row in pieces.in_bulletin(draft.id)}
    assert held["来稿"].source == "许昌日报"
    tray.rewrite(clerk, held["来稿"].piece, PieceText("来稿", "全市受理三十九件。", "许昌日报"))
    assert "三十九件" in bulletins.get(draft.id).text
    assert "三十八件" in bulletins.get(first.id).text
    (count,) = [one for one in weekly.week_counts(*clock.week_of(DAY)) if one.outlet == "许昌日报"]
    assert count.done == 1
    assert not pieces.to_choose_from(DAY + dt.timedelta(days=1), None)[1:]

    issued(made.id)
    newer, older = register.entries()
    assert (named(newer), named(older)) == ("更正2019年第1期", "已由2019年第2期更正")
    told = "更正：本期更正2019年第1期（总第1期，2019年3月12日印发），该期内容以本期为准。"
    assert told in words(numbering.content(draft.id, "pdf"))
    assert "更正" not in words(numbering.content(first.id, "pdf"))
    document = docx.Document(io.BytesIO(numbering.content(draft.id, "docx")))
    assert told in [paragraph.text for paragraph in document.paragraphs]
    assert corrections.correction(first.material).number == 2
    assert corrections.corrected(made.id).number == 1


@pytest.mark.file_engine
def test_pieces_of_a_correction_that_is_given_up_come_back_once(clerk, leader, first):
    made = corrections.correct(clerk, first.material, reason="示例")
    approvals.discard(clerk, made.id)
    again = corrections.correct(clerk, first.material, reason="示例")
    assert bulletins.of_material(again.id).text == first.text
    approvals.discard(clerk, again.id)
    approvals.void(leader, first.material, reason="示例")
    anew = bulletins.draft(clerk, Series.INTERNAL_REFERENCE, DAY)
    assert from_text(anew.text).titles == ("来稿", "本办稿")


@pytest.mark.file_engine
def test_the_correction_of_a_circular_counts_the_log_again(clerk, issued, on_day):
    draft = bulletins.draft(clerk, Series.CIRCULAR, DAY)
    issued(draft.material)
    coverage.log_items(clerk, [NewItem(DAY, "许昌日报", "补登的一篇")])
    made = corrections.correct(clerk, draft.material, reason="示例：漏登一篇")
    newer = bulletins.of_material(made.id)
    assert not newer.by_hand
    assert not bulletins.is_up_to_date(newer.id)
    issued(made.id)
    assert "报道1篇、1次" in bulletins.get(newer.id).text
    assert "更正：本期更正2019年第1期" in words(numbering.content(newer.id, "pdf"))


@pytest.mark.file_engine
def test_a_corrected_notice_names_the_number_of_the_one_before(clerk, issued):
    notice = approvals.create(clerk, NewMaterial(MaterialKind.NOTICE, "示例通知", "三月十日开会。\n"))
    issued(notice.id)
    made = office.correct_material(clerk, notice.id, reason="示例：日期有误")
    issued(made.id)
    newer = register.of_material(made.id)
    assert "更正：本件更正〔2019〕1号" in words(register.content(newer, "pdf"))
    assert corrections.printed(notice.id) == ""
