"""What the record tells about one row, in words: by hand, among many, fields before and after."""

import datetime as dt
import re
from pathlib import Path

from xcdesk import wording
from xcdesk.codes import ContactRole, LinkState, UnitKind
from xcdesk.db.base import database
from xcdesk.models import AuditRow
from xcdesk.services.grid import cells
from xcdesk.services.grid.none_days import Cell
from xcdesk.services.issuing import tray
from xcdesk.services.issuing.tray import Piece
from xcdesk.services.log import bulk_edits, coverage
from xcdesk.services.log.coverage import ItemVersion
from xcdesk.services.record import history
from xcdesk.services.record.entries import ItemChange
from xcdesk.services.roster import links, outlet_changes, tenure_changes, units
from xcdesk.services.roster.links import LinkCheck, NewLink
from xcdesk.services.roster.tenure_changes import NewTenure
from xcdesk.services.roster.units import NewUnit
from xcdesk.services.targets import contributions, in_force, quota_versions
from xcdesk.services.targets.contributions import NewContribution

DAY = dt.date(2019, 6, 1)


def test_every_act_on_an_outlet_is_told_the_latest_first(clerk, log):
    log()
    outlet_changes.mark_verified(clerk, 1, 1, DAY)
    tenure_changes.change_holder(clerk, NewTenure(1, ContactRole.LIAISON, "示例·何某", DAY))
    found = history.of("outlet", 1)[::-1]
    assert [row.words("zh") for row in found] == ["更换人员", "核实联系方式"]
    assert found[0].details("zh") == "联络员  自 2019-06-01"
    assert (found[1].who, found[1].details("zh")) == (clerk.name, "2019-06-01")


def test_a_check_of_a_site_is_told_by_its_word(clerk):
    site = links.add_link(clerk, NewLink("首页", "https://example.cn/"))
    links.check_link(clerk, site, 1, LinkCheck(LinkState.MISSING, DAY))
    assert history.of("site_link", site)[-1].details("zh") == "缺链接"
    assert history.of("unit", 1) == ()


def test_every_act_of_the_roster_has_words_in_both_languages():
    services = Path(history.__file__).parent
    written = "".join(path.read_text(encoding="utf-8") for path in services.rglob("*.py"))
    actions = set(re.findall(r'"(roster\.[a-z_]+)"', written)) - {"roster.spelling_taken"}
    actions |= set(
        re.findall(r'"((?:coverage|quota|contribution)\.[a-z_]+)",\n? *f?"(?:coverage_item|quota)', written)
    )
    assert {f"act.{one}" for one in actions} <= set(wording.catalogue())


def test_acts_on_many_reports_stand_in_the_history_of_each(clerk, log):
    first, second, apart = log("一"), log("二"), log("三")
    chosen = [ItemVersion(first, 1), ItemVersion(second, 1)]
    bulk_edits.change_items(clerk, chosen, ItemChange(form="通讯", tier="provincial"))
    coverage.remove_items(clerk, [ItemVersion(first, 2), ItemVersion(second, 2)])
    for item in (first, second):
        _, changed, removed = history.history(item)
        assert changed.details("zh") == "报道形式：（空） → 通讯  层级：市级 → 省级"
        assert changed.details("en") == "form: (empty) → 通讯  tier: municipal → provincial"
        assert removed.words("zh") == "移入回收站"
    assert len(history.history(apart)) == 1


def test_reports_that_were_only_counted_have_a_history(clerk):
    done = cells.set_count(clerk, Cell(1, DAY), 3)
    assert [entry.action for entry in history.history(done.added[1].id)] == ["coverage.logged"]


def test_the_history_of_one_report_is_found_by_index(clerk, log):
    item = log()
    for _ in range(20):
        cells.set_count(clerk, Cell(2, DAY), 3)
        cells.set_count(clerk, Cell(2, DAY), 0)
    asked = AuditRow.select().where((AuditRow.kind == "coverage_item") & (AuditRow.row == item))
    words, values = asked.sql()
    plan = str(
        database.execute_sql(f"EXPLAIN {'QUERY PLAN ' if '?' in words else ''}{words}", values).fetchall()
    )
    assert len(history.history(item)) == 1
    assert "SCAN audit_row" not in plan


def test_what_a_unit_was_before_is_told(clerk):
    unit = units.add_unit(clerk, NewUnit("示例局", UnitKind.DEPARTMENT))
    units.change_unit(clerk, unit, 1, NewUnit("示例委", UnitKind.ENTERPRISE, active=False))
    told = history.of("unit", unit)[-1]
    assert told.details("zh") == "名称：示例局 → 示例委  类别：市直部门 → 企业  在用：是 → 否"


def test_what_a_quota_asked_before_is_told(leader):
    quota = in_force.versions()[0]
    terms = quota.terms
    wanted = type(terms)(
        terms.label, terms.subject, terms.period, 2, terms.since, terms.until, terms.members[:2]
    )
    quota_versions.change_quota(leader, quota.id, quota.version, wanted)
    (told,) = history.of("quota", quota.id)
    members, minimum = told.changes
    assert minimum.words("zh") == f"任务数：{terms.minimum} → 2"
    assert members.after == "许昌日报、许昌晨报"


def test_the_text_and_contact_of_a_contribution_are_not_told(clerk):
    new = NewContribution(DAY, "示例标题", "正文", outlet="许昌日报", contact="示例 13800000000")
    piece = contributions.receive(clerk, new)
    changed = NewContribution(DAY, "另一标题", "正文改了", outlet="许昌日报", contact="示例 13900000000")
    tray.change(clerk, Piece(piece, 1), changed)
    told = history.of("contribution", piece)[-1].details("zh")
    assert told == "标题：示例标题 → 另一标题  正文已修改  联系人已修改"
