"""The daily brief: what ran, who is silent and why, what came in; one bulletin for each day."""

import datetime as dt

import pytest

from xcdesk.codes import MaterialKind, Series, Tier
from xcdesk.services import approvals
from xcdesk.services.grid import cells
from xcdesk.services.grid.cells import Cell
from xcdesk.services.issuing import bulletins
from xcdesk.services.log import coverage
from xcdesk.services.record.entries import NewItem
from xcdesk.services.targets import contributions
from xcdesk.services.targets.contributions import NewContribution
from xcdesk.texts.documents import BlockKind, from_text

DAY = dt.date(2019, 3, 5)


@pytest.fixture
def day(clerk, monkeypatch):
    monkeypatch.setenv("XCDESK_TODAY", DAY.isoformat())
    coverage.log_items(clerk, [NewItem(DAY, "许昌日报", "一", unit="禹州市"), NewItem(DAY, "人民日报", "二")])
    cells.set_none_today(clerk, Cell(3, DAY), "off_air")
    contributions.receive(clerk, NewContribution(DAY, "来稿题", "正文", outlet="许昌晨报"))
    return bulletins.draft(clerk, Series.DAILY, DAY)


def test_the_brief_tells_what_ran_who_is_silent_and_what_came(day):
    found = from_text(day.text).blocks
    tables = [block.rows for block in found if block.kind == BlockKind.TABLE]
    assert day.title == "2019年3月5日宣传报道情况"
    assert "刊播本市执行力提升年活动报道2篇、2次。其中，国家级1次、省级0次、市级1次、县级0次。" in day.text
    assert tables[0][1] == ("许昌日报", "1", "1", "已刊播")
    assert tables[0][3][3] == "今日无稿：停播"
    assert tables[1][1:] == (("1", "人民日报", "国家级", "二", ""),)
    assert tables[2][1:] == (("1", "许昌日报", "市级", "一", "禹州市"),)
    assert tables[3][1:] == (("1", "许昌晨报", "来稿题"),)
    assert "尚未报送的是：许昌晨报、许昌电视台、许昌廉政网，请尽快与办公室联系。" in day.text
    assert "许昌人民广播电台、" not in day.text


def test_a_brief_is_one_bulletin_a_day_and_a_notice_in_the_queue(clerk, day):
    assert bulletins.draft(clerk, Series.DAILY, DAY).id == day.id
    assert approvals.row(day.material).kind == MaterialKind.NOTICE
    assert (day.period.since, day.period.until) == (DAY, DAY)


def test_a_day_without_anything_says_so(clerk):
    text = bulletins.draft(clerk, Series.DAILY, dt.date(2018, 1, 1)).text
    assert text.count("无。") == 3
    assert "0篇、0次" in text
    assert all(tier.value not in text for tier in Tier)
