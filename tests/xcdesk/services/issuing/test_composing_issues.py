"""Issues laid out: candidates of every kind, sections arranged as a whole, several issues in the making."""

import datetime as dt
import io

import docx
import pytest

from tests import issuing
from tests.printed import words_of
from xcdesk import office
from xcdesk.codes import FigureTable, MaterialKind, PieceKind, Series
from xcdesk.errors import StaleRowError
from xcdesk.services import approvals
from xcdesk.services.counts.item_filter import ItemField, ItemFilter
from xcdesk.services.due import owed
from xcdesk.services.issuing import bulletins, candidates, figures, numbering, pieces, sections, tray
from xcdesk.services.issuing.candidates import NewPiece
from xcdesk.services.issuing.numbering import IssueFiles, NewFile
from xcdesk.services.issuing.pieces import Piece
from xcdesk.services.issuing.sections import Part
from xcdesk.services.issuing.tray import PieceText
from xcdesk.services.log import coverage_log
from xcdesk.services.log.arrangement import arrange
from xcdesk.services.log.marks import Mark, MarkState
from xcdesk.services.record import history
from xcdesk.services.targets import contributions, weekly
from xcdesk.services.targets.contributions import NewContribution
from xcdesk.texts.documents import BlockKind, from_text

DAY = dt.date(2019, 3, 12)


@pytest.fixture
def issue(clerk, on_day):
    on_day(DAY)
    return bulletins.draft(clerk, Series.INTERNAL_REFERENCE, DAY)


@pytest.fixture
def own(clerk, issue):
    """Writes an item of our own into a section of the issue; gives its key."""

    def build(title, section="部门新举措", kind=PieceKind.OWN, body="正文。"):
        made = candidates.write(clerk, NewPiece(kind, PieceText(title, body), section))
        tray.include(clerk, issue.id, made)
        return made.key

    return build


def read(issue):
    return [
        (block.kind.value, block.text)
        for block in from_text(bulletins.get(issue.id).text).blocks
        if block.text
    ]


def marks_of(*items):
    return [row.mark and row.mark.key for row in coverage_log.rows(items)]


def put_out(clerk, leader, draft):
    row = bulletins.submit(clerk, draft.id)
    approvals.agree(leader, draft.material, seen_hash=row.text_hash)
    made = IssueFiles((NewFile("pdf", "x.pdf", b"%PDF"),), 1)
    return issuing.bulletin(clerk, draft.material, version=None, on=DAY, freeze=lambda _: made)


def test_a_report_marked_in_the_log_is_printed_with_where_it_ran(clerk, issue, log):
    item = log("窗口延时", day=DAY, slot="3版", author="示例·李某", unit="禹州市")
    (marked,) = candidates.mark_reports(clerk, [item])
    tray.include(clerk, issue.id, marked)
    row = pieces.get(marked.kind, marked.id)
    assert (row.section, row.origin, row.sender) == ("县市区动态", item, "许昌日报")
    assert read(issue)[:3] == [
        ("section", "县市区动态"),
        ("title", "窗口延时"),
        ("source", "许昌日报3月12日3版　示例·李某"),
    ]
    assert weekly.accepted(DAY, DAY) == ()


def test_a_contribution_counts_once_it_is_taken_in_and_a_report_never_does(clerk, leader, issue, log):
    sent = contributions.receive(clerk, NewContribution(DAY, "来稿", "原文。", outlet="许昌日报"))
    tray.include(clerk, issue.id, Piece(sent, 1))
    (marked,) = candidates.mark_reports(clerk, [log("窗口延时", day=DAY, outlet="许昌晨报")])
    tray.include(clerk, issue.id, marked)
    wanted = {"许昌日报": ("1", "1", "完成"), "许昌晨报": ("0", "1", "未完成")}

    def agree():
        blocks = from_text(bulletins.get(issue.id).text).blocks
        table = next(block.rows for block in blocks if block.rows and block.rows[0][-1] == "完成情况")
        assert {row[0]: row[3:] for row in table if row[0] in wanted} == wanted
        of_month = figures.of_month(bulletins.period_of(Series.CIRCULAR, DAY)).weeks  # of the circular
        assert {one.outlet: one.done for one in of_month if one.done} == {"许昌日报": 1}
        owing = {row.who for row in owed.owed().contributions}
        assert owing & set(wanted) == {"许昌晨报"}

    agree()
    row = bulletins.submit(clerk, issue.id)
    approvals.agree(leader, issue.material, seen_hash=row.text_hash)
    office.issue_material(clerk, issue.material, on=DAY)
    agree()
    printed = words_of(numbering.content(issue.id, "pdf"))
    assert "许昌日报0011完成许昌晨报1101未完成" in printed
    assert "从报道中选登的不算来稿" in printed
    written = docx.Document(io.BytesIO(numbering.content(issue.id, "docx")))
    cells = {
        line.cells[0].text: tuple(cell.text for cell in line.cells[3:])
        for table in written.tables
        if table.rows[0].cells[-1].text == "完成情况"
        for line in table.rows
    }
    assert {name: cells[name] for name in wanted} == wanted


def test_a_report_is_marked_once_and_says_where_it_was_used(clerk, leader, issue, log):
    item, plain = log("窗口延时", day=DAY), log("没有标", day=DAY)
    (marked,) = candidates.mark_reports(clerk, [item])
    assert marks_of(item, plain) == ["mark.waiting", None]
    assert list(arrange(ItemFilter(filled=(ItemField.MARK,)))) == [item]
    assert list(arrange(ItemFilter(blank=(ItemField.MARK,)))) == [plain]
    with pytest.raises(candidates.AlreadyMarkedError):
        candidates.mark_reports(clerk, [item])
    tray.include(clerk, issue.id, marked)
    assert marks_of(item) == ["mark.taken"]
    put_out(clerk, leader, issue)
    (row,) = coverage_log.rows([item])
    assert row.mark == Mark(MarkState.PRINTED, Series.INTERNAL_REFERENCE, 1)
    assert pieces.get(marked.kind, marked.id).issue == 1
    with pytest.raises(candidates.AlreadyMarkedError) as refused:
        candidates.mark_reports(clerk, [log("另一篇", day=DAY), item])
    assert refused.value.facts["issue"] == "（已用于第1期）"
    assert len(candidates.marked_reports([item, item + 1])) == 1


def test_what_was_not_used_is_carried_on_to_the_next_issue(clerk, issue, own, log):
    item = log("没用上", day=DAY)
    (waiting,) = candidates.mark_reports(clerk, [item])
    used = own("用上了")
    later = bulletins.draft(clerk, Series.INTERNAL_REFERENCE, DAY + dt.timedelta(days=7))
    offered = {row.key for row in pieces.to_choose_from(later.period.until, later.id)}
    assert waiting.key in offered
    assert used not in offered
    candidates.decline(clerk, waiting)
    assert marks_of(item) == ["mark.declined"]


def test_signed_material_is_a_candidate_with_its_text_and_tables(clerk, leader, issue):
    text = "# 通知\n\n一段。\n\n| 单位 | 数 |\n| 甲 | 1 |\n"
    made = approvals.create(clerk, approvals.NewMaterial(MaterialKind.NOTICE, "示例通知", text))
    with pytest.raises(candidates.NotSignedError):
        candidates.mark_material(clerk, made.id)
    row = approvals.submit(clerk, made.id)
    approvals.agree(leader, made.id, seen_hash=row.text_hash)
    tray.include(clerk, issue.id, candidates.mark_material(clerk, made.id))
    assert ("paragraph", "通知") in read(issue)
    assert any(
        block.rows == (("单位", "数"), ("甲", "1"))
        for block in from_text(bulletins.get(issue.id).text).blocks
    )


def test_an_editors_note_comes_first_and_every_table_says_its_rule(clerk, issue, own, log):
    log("一", day=DAY, form="news")
    own("", "", PieceKind.NOTE, "第一段。\n第二段。")
    table = NewPiece(PieceKind.FIGURE, PieceText("", ""), "数字", FigureTable.FORMS)
    tray.include(clerk, issue.id, candidates.write(clerk, table))
    found = read(issue)
    assert found[:2] == [("note", "编者按：第一段。"), ("paragraph", "第二段。")]
    assert [kind for kind, _ in found[-4:]] == ["caption", "rule", "caption", "rule"]
    assert found[-2][1] == "报道形式与层级（次）（2019年3月11日至3月17日）"


def test_a_piece_is_rewritten_in_place_and_only_a_stale_one_is_refused(clerk, issue, own):
    sent = contributions.receive(clerk, NewContribution(DAY, "来稿", "原文。", outlet="许昌日报"))
    seen = pieces.Piece(sent, 1)
    text = PieceText("改过的题目", "改过的正文。", "综合许昌日报、许昌晨报", "示例·王某")
    tray.include(clerk, issue.id, pieces.Piece(sent, tray.rewrite(clerk, seen, text)))
    assert ("source", "综合许昌日报、许昌晨报　示例·王某") in read(issue)
    with pytest.raises(StaleRowError):
        tray.rewrite(clerk, seen, text)
    changes = {change.field for entry in history.of("contribution", sent) for change in entry.changes}
    assert changes == {"title", "body", "source_line", "author"}


def test_sections_are_added_renamed_moved_and_taken_out(clerk, issue, own):
    first, second = own("甲"), own("乙", "县市区动态")
    seen = sections.arrangement(issue.id)
    assert [part.name for part in seen] == ["部门新举措", "县市区动态", "数字"]
    wanted = sections.moved(
        sections.renamed(sections.with_section(seen, "领导批示", "数字"), "县市区动态", "基层"), "基层", -1
    )
    sections.arrange(clerk, issue.id, wanted, seen)
    assert [text for kind, text in read(issue) if kind == "section"] == ["基层", "部门新举措", "数字"]
    assert sections.arrangement(issue.id) == wanted
    shorter = sections.without(wanted, "部门新举措")
    assert shorter[0] == Part("基层", (second, first))
    sections.arrange(clerk, issue.id, shorter, wanted)
    sections.arrange(clerk, issue.id, wanted, shorter)
    assert sections.arrangement(issue.id) == wanted
    with pytest.raises(sections.SectionThereError):
        sections.renamed(wanted, "基层", "数字")


def test_an_arrangement_that_somebody_else_has_changed_is_refused(clerk, leader, issue, own):
    own("甲")
    seen = sections.arrangement(issue.id)
    sections.arrange(leader, issue.id, sections.with_section(seen, "新栏", "数字"), seen)
    with pytest.raises(StaleRowError):
        sections.arrange(clerk, issue.id, sections.moved(seen, "数字", -1), seen)


def test_the_last_section_with_pieces_stays(issue):
    held = sections.arrangement(issue.id)
    with pytest.raises(sections.OnlySectionError):
        sections.without(held, "数字")


def test_extra_issues_count_apart_and_several_are_in_the_making(clerk, leader, issue):
    extra = bulletins.draft(clerk, Series.EXTRA, DAY)
    circular = bulletins.draft(clerk, Series.CIRCULAR, DAY)
    assert [row.id for row in bulletins.in_the_making()] == [extra.id, issue.id, circular.id]
    assert extra.title == "内部参考增刊（2019年3月12日）"
    made = candidates.write(clerk, NewPiece(PieceKind.OWN, PieceText("急事", "正文。"), "部门新举措"))
    tray.include(clerk, extra.id, made)
    assert numbering.next_numbers(Series.EXTRA, DAY).number == 1
    row = put_out(clerk, leader, extra)
    assert (row.series, row.number, row.running) == (Series.EXTRA, 1, 1)
    second = bulletins.draft(clerk, Series.EXTRA, DAY)
    assert second.id != extra.id
    assert put_out(clerk, leader, issue).number == 1


def test_a_mark_is_taken_off_and_put_back_under_its_number(clerk, issue, log):
    (marked,) = candidates.mark_reports(clerk, [log("一", day=DAY)])
    kept = candidates.unmark(clerk, marked)
    assert candidates.marked_reports([kept["item"]]) == {}
    assert candidates.mark_again(clerk, kept) == marked
    declined = candidates.decline(clerk, marked)
    assert candidates.put_back(clerk, pieces.Piece(marked.id, declined, marked.kind)) == declined + 1


def test_pieces_of_a_void_issue_stand_in_the_next_one(clerk, leader, issue, own):
    own("甲", "新栏")
    row = bulletins.submit(clerk, issue.id)
    approvals.agree(leader, issue.material, seen_hash=row.text_hash)
    approvals.void(leader, issue.material, reason="示例原因")
    again = bulletins.draft(clerk, Series.INTERNAL_REFERENCE, DAY)
    assert [text for kind, text in read(again) if kind in {"section", "title"}] == ["新栏", "甲", "数字"]
    assert BlockKind.TABLE in {block.kind for block in from_text(bulletins.get(again.id).text).blocks}
