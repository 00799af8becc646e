"""Lists of outlets and of units in somebody's own workbook, found by their headings."""

import openpyxl
import pytest

from xcdesk.codes import ContactRole, OutletKind, Tier, UnitKind
from xcdesk.importers import roster_lists
from xcdesk.services.roster.proposing import ProposedPerson, Standing


@pytest.fixture
def book(tmp_path):
    def build(*rows):
        made = openpyxl.Workbook()
        for row in rows:
            made.active.append(row)
        made.save(tmp_path / "名册.xlsx")
        return tmp_path / "名册.xlsx"

    return build


def test_outlets_come_with_kind_tier_deadline_and_the_people_beside_their_telephones(db, book):
    place = book(
        ("全市新闻单位联络表",),
        ("序号", "媒体单位", "级别", "截稿时间", "责任领导", "职务", "电话", "联络员", "联系电话"),
        (1, "《许昌日报》", "市级", "17：30", "孙八", "总编辑", "0374-1", "周九", "0374-2"),
        (2, "大河健康报", "省级", None, None, None, None, "吴十", "0374-3"),
        (3, "某某工作室", None, None, None, None, None, None, None),
        ("", "合计", "", "", "", "", "", "", ""),
    )
    (sheet,) = roster_lists.look(place)
    first, second, third = sheet.outlets
    assert (first.standing, first.like) == (Standing.KNOWN, "许昌日报")
    assert (second.name, second.kind, second.tier) == ("大河健康报", OutletKind.NEWSPAPER, Tier.PROVINCIAL)
    assert second.people == (ProposedPerson(ContactRole.LIAISON, "吴十", "", "0374-3"),)
    assert (second.place, third.standing) == (4, Standing.KINDLESS)
    assert sheet.units == ()


def test_units_are_told_from_outlets_and_have_their_kind_from_their_names(db, book):
    (sheet,) = roster_lists.look(
        book(("单位名称",), ("禹州市",), ("市体育局",), ("新区",), ("许昌烟草公司",))
    )
    assert [(one.name, one.kind, one.standing) for one in sheet.units] == [
        ("禹州市", UnitKind.COUNTY, Standing.KNOWN),
        ("市体育局", UnitKind.DEPARTMENT, Standing.NEW),
        ("新区", UnitKind.COUNTY, Standing.NEW),
        ("许昌烟草公司", UnitKind.ENTERPRISE, Standing.NEW),
    ]


def test_a_workbook_without_such_a_list_holds_none(db, book):
    assert roster_lists.look(book(("日期", "标题"), ("2019-03-05", "一"))) == ()
