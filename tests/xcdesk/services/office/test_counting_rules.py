"""The office words what explains its figures; the figures stay, and what went out keeps its words."""

import datetime as dt
import io
import json

import openpyxl
import pytest

from xcdesk import office
from xcdesk.codes import FigureTable, Series
from xcdesk.errors import BadTextError, MissingTextError, StaleRowError
from xcdesk.models import AuditEntry
from xcdesk.services import approvals
from xcdesk.services.counts import counting
from xcdesk.services.counts.counting import TallyKey
from xcdesk.services.issuing import bulletins, figure_tables, numbering
from xcdesk.services.log import coverage
from xcdesk.services.office import counting_rules
from xcdesk.services.office.counting_rules import CountingRule, CountingRules, UnknownFactError
from xcdesk.services.office.printed import Period
from xcdesk.services.record import history
from xcdesk.services.record.entries import NewItem
from xcdesk.services.record.permissions import NotAllowedError

DAY = dt.date(2019, 3, 5)
MARCH = Period(dt.date(2019, 3, 1), dt.date(2019, 3, 31))
OWN = "口径：{统计期}，按本办公室2019年1号文件计。"
PRINTED = "口径：2019年3月1日至3月31日，按本办公室2019年1号文件计。"


def under_outlets():
    return figure_tables.blocks(FigureTable.OUTLETS, MARCH, counting_rules.load())[-1].text


def test_every_rule_has_words_a_name_and_names_for_its_facts():
    for rule in CountingRule:
        for language in ("zh", "en"):
            assert counting_rules.shipped(rule, language)
            assert history.FieldChange(f"rule_{rule.name.lower()}", "一", "二").words(language)[0] != "r"
        assert all(
            f"{{{name}}}" not in counting_rules.shipped(rule) for name in counting_rules.facts_of(rule)
        )


def test_words_of_the_office_are_printed_and_change_no_count(leader):
    coverage.log_items(leader, [NewItem(DAY, "许昌日报", "一"), NewItem(DAY, "许昌晨报", "二")])
    usual = under_outlets()
    assert usual.startswith("口径：统计期2019年3月1日至3月31日。")
    figures = counting.tally(MARCH.since, MARCH.until, (TallyKey.OUTLET,))
    counting_rules.reword(leader, CountingRule.OUTLETS, f" {OWN}\n")
    assert under_outlets() == PRINTED
    assert counting.tally(MARCH.since, MARCH.until, (TallyKey.OUTLET,)) == figures
    entry = AuditEntry.select().order_by(AuditEntry.id.desc()).first()
    assert entry.action == "office.rule_worded"
    assert "通报：各媒体单位统计表" in history.as_told(entry).details("zh")
    assert json.loads(entry.facts)["changes"]["rule_outlets"][1] == OWN
    counting_rules.as_shipped(leader, CountingRule.OUTLETS)
    assert under_outlets() == usual
    assert counting_rules.words(CountingRule.LOG, "en").startswith("Counting rule")


def test_what_cannot_be_printed_is_refused_by_name_and_nothing_is_written(leader, clerk):
    for typed, error in (
        ("口径：{本月}", UnknownFactError),
        ("口径：{{pieces 2019-03-01 2019-03-31}}", UnknownFactError),
        ("  ", MissingTextError),
        ("长" * 601, BadTextError),
    ):
        with pytest.raises(error):
            counting_rules.reword(leader, CountingRule.OUTLETS, typed)
    with pytest.raises(NotAllowedError):
        counting_rules.reword(clerk, CountingRule.OUTLETS, OWN)
    assert counting_rules.load() == CountingRules()
    counting_rules.reword(leader, CountingRule.OUTLETS, counting_rules.shipped(CountingRule.OUTLETS))
    assert counting_rules.load() == CountingRules()  # the words of the program are nobody's own
    counting_rules.reword(leader, CountingRule.OUTLETS, "^ 口径 | 甲")
    assert under_outlets() == "＾ 口径 | 甲"  # text stays text


def test_words_that_somebody_changed_meanwhile_are_not_overwritten(leader):
    seen = counting_rules.load()
    counting_rules.reword(leader, CountingRule.OUTLETS, OWN, over=seen)
    with pytest.raises(StaleRowError):
        counting_rules.reword(leader, CountingRule.FORMS, "别的", over=seen)
    assert set(counting_rules.load().own) == {CountingRule.OUTLETS}


@pytest.mark.file_engine
def test_a_signed_circular_is_issued_with_the_words_it_was_signed_with(clerk, leader):
    coverage.log_items(clerk, [NewItem(DAY, "许昌日报", "一")])
    counting_rules.reword(leader, CountingRule.OUTLETS, OWN)
    draft = bulletins.draft(clerk, Series.CIRCULAR, DAY)
    seen = office.submit_material(clerk, draft.material)
    approvals.agree(leader, draft.material, seen_hash=seen.text_hash)
    counting_rules.reword(leader, CountingRule.OUTLETS, "口径：以后的文字。")
    office.issue_material(clerk, draft.material)
    book = openpyxl.load_workbook(io.BytesIO(numbering.content(draft.id, "xlsx")))
    told = [cell.value for row in book["口径说明"].iter_rows() for cell in row if cell.value]
    assert PRINTED in told
    assert PRINTED in bulletins.get(draft.id).text
    assert "口径：以后的文字。" not in told
