"""What the record tells about one row of the roster, in words."""

import datetime as dt
import re
from pathlib import Path

from xcdesk import wording
from xcdesk.codes import ContactRole, LinkState
from xcdesk.services import links, outlets, roster_record, tenures
from xcdesk.services.links import LinkCheck, NewLink
from xcdesk.services.tenures import NewTenure

DAY = dt.date(2019, 6, 1)


def test_every_act_on_an_outlet_is_told_the_latest_first(clerk, log):
    log()
    outlets.mark_verified(clerk, 1, 1, DAY)
    tenures.change_holder(clerk, NewTenure(1, ContactRole.LIAISON, "示例·何某", DAY))
    found = roster_record.recorded_acts("outlet", 1)
    assert [row.words("zh") for row in found] == ["更换人员", "核实联系方式"]
    assert found[0].details("zh") == "联络员  自 2019-06-01"
    assert (found[1].who, found[1].details("zh")) == (clerk.name, "2019-06-01")


def test_a_check_of_a_site_is_told_by_its_word(clerk):
    site = links.add_link(clerk, NewLink("首页", "https://example.cn/"))
    links.check_link(clerk, site, 1, LinkCheck(LinkState.MISSING, DAY))
    assert roster_record.recorded_acts("site_link", site)[0].details("zh") == "缺链接"
    assert roster_record.recorded_acts("unit", 1) == ()


def test_every_act_of_the_roster_has_words_in_both_languages():
    services = Path(roster_record.__file__).parent
    written = "".join(path.read_text(encoding="utf-8") for path in services.rglob("*.py"))
    actions = set(re.findall(r'"(roster\.[a-z_]+)"', written)) - {"roster.spelling_taken"}
    about_programmes = {one for one in actions if one.startswith("roster.programme")}
    assert {f"act.{one}" for one in actions - about_programmes} <= set(wording.catalogue())
