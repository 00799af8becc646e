"""Bulletins: put together from their pieces, changed piece by piece, left alone once under review."""

import datetime as dt
import re

import pytest

from xcdesk.codes import MaterialState, Series
from xcdesk.errors import StaleRowError
from xcdesk.models import CoverageItem, Outlet, Unit
from xcdesk.normalise import title_key
from xcdesk.services import approvals
from xcdesk.services.issuing import bulletins, tray
from xcdesk.services.issuing.tray import Piece
from xcdesk.services.targets import contributions
from xcdesk.services.targets.contributions import NewContribution, TakenError
from xcdesk.texts.documents import BlockKind, Drawn, from_text

DAY = dt.date(2019, 3, 12)


def receive(clerk, title, unit="", body="示例正文。"):
    outlet = "" if unit else "许昌日报"
    return contributions.receive(clerk, NewContribution(DAY, title, body, outlet=outlet, unit=unit))


def piece(contribution):
    return Piece(contribution, contributions.get(contribution).version)


def run(outlet, title, unit=None, day=DAY, group=None):
    tier = Outlet.get(Outlet.name == outlet).tier
    CoverageItem.create(
        outlet=Outlet.get(Outlet.name == outlet),
        day=day,
        title=title,
        title_key=title_key(title),
        tier=tier,
        unit=Unit.get(Unit.name == unit) if unit else None,
        form="news",
        group=group,
    )


def titles(issue):
    return from_text(bulletins.get(issue.id).text).titles


@pytest.fixture
def issue(clerk):
    return bulletins.draft(clerk, Series.INTERNAL_REFERENCE, DAY)


@pytest.fixture
def three(clerk, issue):
    made = [receive(clerk, name) for name in ("甲", "乙", "丙")]
    for one in made:
        tray.include(clerk, issue.id, piece(one))
    return made


def test_a_new_draft_is_a_material_of_its_week(clerk, issue):
    row = approvals.row(issue.material)
    assert (row.title, row.state) == ("内部参考（2019年第11周）", MaterialState.DRAFT)
    assert (issue.period.since, issue.period.until) == (dt.date(2019, 3, 11), dt.date(2019, 3, 17))
    assert bulletins.draft(clerk, Series.INTERNAL_REFERENCE, DAY).id == issue.id


def test_pieces_stand_in_their_sections_in_order(clerk, issue, three):
    tray.include(clerk, issue.id, piece(receive(clerk, "丁", unit="禹州市")))
    blocks = from_text(bulletins.get(issue.id).text).blocks
    heads = [block.text for block in blocks if block.kind in {BlockKind.SECTION, BlockKind.TITLE}]
    assert heads == ["部门新举措", "甲", "乙", "丙", "县市区动态", "丁", "数字"]
    sources = [block.text for block in blocks if block.kind == BlockKind.SOURCE]
    assert sources == ["许昌日报", "许昌日报", "许昌日报", "禹州市"]


def test_a_piece_moves_up_and_down_and_to_another_section(clerk, issue, three):
    tray.move_up(clerk, issue.id, piece(three[2]))
    assert titles(issue) == ("甲", "丙", "乙")
    tray.move_down(clerk, issue.id, piece(three[0]))
    assert titles(issue) == ("丙", "甲", "乙")
    tray.place(clerk, issue.id, piece(three[2]), "群众意见办理")
    assert titles(issue) == ("甲", "乙", "丙")
    with pytest.raises(tray.NoFurtherError):
        tray.move_up(clerk, issue.id, piece(three[0]))


def test_a_piece_is_put_in_front_of_another_and_the_others_keep_their_versions(clerk, issue, three):
    before = [contributions.get(one).version for one in three[:2]]
    tray.place(clerk, issue.id, piece(three[2]), "部门新举措", piece(three[0]).key)
    assert titles(issue) == ("丙", "甲", "乙")
    assert [contributions.get(one).version for one in three[:2]] == before
    assert tray.follower(issue.id, piece(three[2])) == piece(three[0]).key
    assert tray.follower(issue.id, piece(three[1])) is None


def test_a_stale_move_is_refused(clerk, issue, three):
    read = piece(three[0])
    tray.move_down(clerk, issue.id, read)
    with pytest.raises(StaleRowError):
        tray.move_down(clerk, issue.id, read)
    assert titles(issue) == ("乙", "甲", "丙")


def test_a_piece_taken_out_waits_for_another_issue(clerk, issue, three):
    tray.remove(clerk, issue.id, piece(three[1]))
    assert titles(issue) == ("甲", "丙")
    later = bulletins.draft(clerk, Series.INTERNAL_REFERENCE, DAY + dt.timedelta(days=7))
    tray.include(clerk, later.id, piece(three[1]))
    assert titles(later) == ("乙",)


def test_a_piece_stands_in_one_issue_only(clerk, issue, three):
    later = bulletins.draft(clerk, Series.INTERNAL_REFERENCE, DAY + dt.timedelta(days=7))
    with pytest.raises(TakenError):
        tray.include(clerk, later.id, piece(three[0]))


def test_a_changed_piece_changes_the_issue(clerk, issue, three):
    tray.change(clerk, piece(three[0]), NewContribution(DAY, "新题目", "新正文。", outlet="许昌日报"))
    assert titles(issue) == ("新题目", "乙", "丙")


def test_marks_within_a_contribution_stay_text(clerk, issue):
    body = "# 假标题\n| 假 | 表 |\n^ 假口径\n> 假来源\n一、小标题\n=1+1"
    tray.include(clerk, issue.id, piece(receive(clerk, '=HYPERLINK("x")', body=body)))
    blocks = from_text(bulletins.get(issue.id).text).blocks
    assert titles(issue) == ('=HYPERLINK("x")',)
    assert [block.text for block in blocks if block.kind == BlockKind.PARAGRAPH] == [
        "＃ 假标题",
        "｜ 假 | 表 |",
        "＾ 假口径",
        "＞ 假来源",
        "=1+1",
    ]


def test_the_figures_of_the_week_end_the_issue(clerk, issue, three):
    run("许昌日报", "一")
    run("许昌日报", "二", day=DAY + dt.timedelta(days=7))
    run("河南日报", "三")
    bulletins.draft(clerk, Series.INTERNAL_REFERENCE, DAY)
    blocks = from_text(bulletins.get(issue.id).text).blocks
    table = next(block for block in blocks if block.kind == BlockKind.TABLE)
    assert table.rows[1] == ("许昌日报", "1", "1", "3", "1", "完成")
    assert table.rows[2] == ("许昌晨报", "0", "0", "0", "1", "未完成")
    assert table.rows[-1] == ("合计", "1", "1", "3", "", "")
    assert blocks[-1].kind == BlockKind.RULE


def test_a_text_edited_by_hand_is_kept_until_it_is_built_anew(clerk, issue, three):
    before = bulletins.get(issue.id)
    by_hand = approvals.TextChange(before.title, before.text + "\n手工加的一段。\n")
    approvals.edit(clerk, before.material, by_hand)
    tray.remove(clerk, issue.id, piece(three[0]))
    kept = bulletins.get(issue.id)
    assert kept.by_hand
    assert "手工加的一段" in kept.text
    rebuilt = bulletins.build_anew(clerk, issue.id)
    assert not rebuilt.by_hand
    assert from_text(rebuilt.text).titles == ("乙", "丙")


def test_under_review_nothing_moves(clerk, issue, three):
    approvals.submit(clerk, issue.material)
    for act in (tray.remove, tray.move_down):
        with pytest.raises(bulletins.UnderReviewError):
            act(clerk, issue.id, piece(three[0]))
    with pytest.raises(bulletins.UnderReviewError):
        bulletins.draft(clerk, Series.INTERNAL_REFERENCE, DAY)


def test_the_circular_counts_by_unit_outlet_form_and_tier(clerk):
    run("许昌日报", "一", unit="禹州市")
    run("河南日报", "一", unit="禹州市")
    run("许昌晨报", "二", unit="市公安局")
    run("人民网", "三")
    draft = bulletins.draft(clerk, Series.CIRCULAR, DAY)
    found = [block for block in from_text(draft.text).blocks if block.kind == BlockKind.TABLE]
    months, counties = (block for block in found if block.drawn)
    by_month = (("1月", "0", "0", "0", "0"), ("2月", "0", "0", "0", "0"), ("3月", "0", "2", "1", "1"))
    assert (months.drawn, months.rows[1:]) == (Drawn.COLUMNS, by_month)
    assert (counties.drawn, counties.rows[:2]) == (Drawn.BARS, (("单位", "次"), ("禹州市", "2")))
    tables = [block.rows for block in found if block.drawn is None]
    assert tables[0][1] == ("禹州市", "2", "2", "0", "1", "1", "0")
    assert tables[0][-1] == ("小计", "2", "2", "0", "1", "1", "0")
    assert tables[1][1] == ("市公安局", "1", "1", "0", "1", "0", "0")
    assert tables[2][-1] == ("合计", "", "4", "4")
    assert tables[3][1] == ("消息", "0", "2", "1", "1", "4", "4")
    assert "另有未注明单位的报道1篇、1次" in draft.text
    assert draft.title == "关于2019年3月宣传报道情况的通报"
    assert (len(tables[0]), len(tables[1])) == (11, 3)
    assert "统计期内没有报道的是：市发展改革委、" in draft.text


def test_nobody_with_as_many_placements_as_the_third_is_left_out(clerk):
    for unit, times in (("禹州市", 3), ("长葛市", 2), ("襄城县", 1), ("鄢陵县", 1), ("市公安局", 1)):
        for number in range(times):
            run("许昌日报", f"{unit}{number}", unit)
    text = bulletins.draft(clerk, Series.CIRCULAR, DAY).text
    assert re.search(
        "居前的是：禹州市（3次）、长葛市（2次）、(襄城县|鄢陵县)（1次）、(襄城县|鄢陵县)（1次）。", text
    )
    assert "居前的是：市公安局（1次）。" in text


def test_a_period_has_one_draft_of_a_series(clerk, issue):
    assert bulletins.current(Series.INTERNAL_REFERENCE, DAY + dt.timedelta(days=5)).id == issue.id
    assert bulletins.current(Series.CIRCULAR, DAY) is None
