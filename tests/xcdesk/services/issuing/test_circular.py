"""The monthly circular made of parts: its order, its numbers, sentences of the log and words of our own."""

import datetime as dt

import pytest

from xcdesk import office, proofs
from xcdesk.codes import FigureTable, PieceKind, Series
from xcdesk.models import BulletinSection, Candidate
from xcdesk.services import approvals
from xcdesk.services.issuing import bulletins, candidates, corrections, pieces, sections, tray
from xcdesk.services.issuing.candidates import NewPiece
from xcdesk.services.issuing.tray import PieceText
from xcdesk.services.log import coverage
from xcdesk.services.record.entries import NewItem
from xcdesk.texts.documents import BlockKind, from_text

DAY = dt.date(2019, 3, 12)


@pytest.fixture
def issue(clerk, on_day):
    on_day(DAY)
    coverage.log_items(clerk, [NewItem(DAY, "许昌日报", "一", unit="禹州市")])
    return bulletins.draft(clerk, Series.CIRCULAR, DAY)


def heads(issue):
    kinds = {BlockKind.HEADING_1, BlockKind.CAPTION}
    return [block.text for block in from_text(bulletins.get(issue.id).text).blocks if block.kind in kinds]


def part(issue, figure):
    return next(row for row in pieces.in_bulletin(issue.id) if row.figure == figure.value)


def test_sections_tables_and_charts_are_numbered_in_their_order(clerk, issue):
    assert heads(issue) == [
        "一、总体情况",
        "图1　今年各月各层级刊播次数",
        "二、各县（市、区）情况",
        "表1　各县（市、区）刊播情况",
        "图2　各县（市、区）刊播次数",
        "三、市直部门和企业情况",
        "表2　市直部门和企业刊播情况",
        "四、媒体刊播情况",
        "表3　各媒体单位刊播情况",
        "表4　报道形式与层级（次）",
        "五、内部参考来稿情况",
        "表5　内部参考来稿任务完成情况（篇）",
        "六、说明",
    ]
    text = bulletins.get(issue.id).text
    assert "县级0次。详见图1。" in text
    assert "请及时报送稿件。详见表1、图2。" in text
    assert bulletins.is_up_to_date(issue.id)
    tray.move_up(clerk, issue.id, part(issue, FigureTable.FORMS).piece)
    seen = sections.arrangement(issue.id)
    sections.arrange(clerk, issue.id, sections.moved(seen, "媒体刊播情况", -1), seen)
    tray.remove(clerk, issue.id, part(issue, FigureTable.MONTHS).piece)
    assert heads(issue)[:6] == [
        "一、总体情况",
        "二、各县（市、区）情况",
        "表1　各县（市、区）刊播情况",
        "图1　各县（市、区）刊播次数",
        "三、媒体刊播情况",
        "表2　报道形式与层级（次）",
    ]
    moved = bulletins.get(issue.id).text
    assert "县级0次。\n" in moved
    assert "详见表1、图1。" in moved


def test_a_sentence_follows_the_log_until_somebody_writes_it_anew(clerk, issue):
    overall = part(issue, FigureTable.OVERALL)
    tray.rewrite(clerk, overall.piece, PieceText("", "本月共{{pieces 2019-03-01 2019-03-31}}篇，好于上月。"))
    coverage.log_items(clerk, [NewItem(DAY, "许昌晨报", "二")])
    text = bulletins.draft(clerk, Series.CIRCULAR, DAY).text
    assert "好于上月" in text
    assert "统计期内，各级媒体共刊播" not in text
    office.submit_material(clerk, issue.material)
    assert "本月共2篇，好于上月。" in bulletins.get(issue.id).text


def test_paragraphs_and_tables_of_our_own_stand_between_those_of_the_log(clerk, issue):
    new = NewPiece(
        PieceKind.TEXT,
        PieceText("", "要求如下。\n\n! 表9 分工\n\n| 单位 | 事项 |\n| 禹州市 | 报送 |"),
        "说明",
    )
    made = candidates.write(clerk, new)
    tray.include(clerk, issue.id, made)
    first = next(row for row in pieces.in_bulletin(issue.id) if row.kind == PieceKind.TEXT)
    tray.place(
        clerk, issue.id, pieces.get(made.kind, made.id).piece, "总体情况", part(issue, FigureTable.MONTHS).key
    )
    assert heads(issue)[:3] == ["一、总体情况", "表1　分工", "图1　今年各月各层级刊播次数"]
    assert pieces.get(made.kind, made.id).name.startswith("要求如下。")
    assert first.name.startswith("中央和省级媒体")
    proof = proofs.proof(issue.id)
    assert set(proof.places) == {row.key for row in pieces.in_bulletin(issue.id)}
    assert pieces.to_choose_from(DAY, None) == ()


def test_a_circular_of_an_earlier_version_gets_its_parts_when_it_is_brought_up_to_date(clerk, issue):
    wanted = bulletins.get(issue.id).text
    Candidate.delete().where(Candidate.bulletin == issue.id).execute()
    BulletinSection.delete().where(BulletinSection.bulletin == issue.id).execute()
    assert bulletins.draft(clerk, Series.CIRCULAR, DAY).text == wanted
    assert len(pieces.in_bulletin(issue.id)) == 13


@pytest.mark.file_engine
def test_the_correction_of_a_circular_keeps_how_it_was_arranged(clerk, leader, issue):
    tray.rewrite(clerk, part(issue, FigureTable.OPENING).piece, PieceText("", "示例开头语。"))
    seen = sections.arrangement(issue.id)
    sections.arrange(clerk, issue.id, sections.moved(seen, "说明", -5), seen)
    row = office.submit_material(clerk, issue.material)
    approvals.agree(leader, issue.material, seen_hash=row.text_hash)
    office.issue_material(clerk, issue.material)
    made = corrections.correct(clerk, issue.material, reason="示例")
    newer = bulletins.of_material(made.id)
    assert heads(newer)[0] == "一、说明"
    assert "示例开头语。" in newer.text
    assert len(sections.arrangement(newer.id)) == 7
