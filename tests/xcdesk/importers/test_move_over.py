"""Old ledgers: what a sheet is taken for, what a person says instead, how it compares with what is kept."""

import datetime as dt

import pytest

from tests.ledgers import HEAD, ROSTER_HEAD, SENT_HEAD, keep
from xcdesk.importers import apply, move_over, plan, roster_lists
from xcdesk.importers.apply import Duplicates
from xcdesk.importers.move_over import Meaning
from xcdesk.services.counts import counting
from xcdesk.services.roster import proposing
from xcdesk.services.trackers import manuscript_changes


@pytest.fixture
def ledgers(tmp_path):
    """A folder as an office keeps it: a year's ledger with a sheet a month, its roster, a note, a picture."""
    folder = tmp_path / "台账"
    january = (
        ("2019年1月报道登记",),
        HEAD,
        (dt.date(2019, 1, 3), "许昌日报", "甲", "禹州市"),
        (dt.date(2019, 1, 4), "许昌晨报", "乙", "长葛市"),
        (dt.date(2019, 1, 5), "无名报", "丙", "长葛市"),
        ("合计", "", "3篇", ""),
    )
    roster = (ROSTER_HEAD, ("许昌日报", "报纸", ""), ("许昌手机台", "网站", "钱七"))
    sent = (
        ("2019年单位来稿",),
        SENT_HEAD,
        ("2019-01-08", "禹州市", "一稿", "许昌日报"),
        ("2019-01-09", "没有的局", "二稿", "许昌日报"),
        ("合计", "", "2篇", ""),
    )
    february = (HEAD, (dt.date(2019, 2, 3), "许昌日报", "丁", "禹州市"))
    sheets = {
        "1月": january,
        "2月": february,
        "通讯录": roster,
        "说明": [("本表由办公室保管",)],
        "来稿": sent,
    }
    keep(folder / "2019年台账.xlsx", sheets)
    (folder / "照片.jpg").write_bytes(b"\xff\xd8")
    return folder


def by_name(found):
    return {sheet.name: sheet for sheet in found.sheets()}


@pytest.mark.file_engine
def test_each_sheet_is_proposed_as_what_it_is_and_compared_with_what_is_kept(clerk, ledgers):
    found = move_over.survey([ledgers], clerk)
    sheets = by_name(found)
    assert {name: sheet.meaning for name, sheet in sheets.items()} == {
        "1月": Meaning.COVERAGE,
        "2月": Meaning.COVERAGE,
        "通讯录": Meaning.OUTLETS,
        "说明": Meaning.NOTHING,
        "来稿": Meaning.MANUSCRIPTS,
    }
    assert found.passed == 1
    january = sheets["1月"].told
    assert (january.rows, january.stated, january.lacking, january.wrong, january.there) == (3, 3, 2, 1, 0)
    assert (sheets["通讯录"].told.there, sheets["通讯录"].told.lacking) == (1, 1)
    assert not sheets["通讯录"].done
    told = sheets["来稿"].told
    assert (told.rows, told.stated, told.lacking, told.wrong) == (2, 2, 1, 1)
    new = [row.new for row in move_over.manuscripts_of(sheets["来稿"]) if row.enters]
    manuscript_changes.add_many(clerk, new)
    assert by_name(move_over.survey([ledgers], clerk))["来稿"].told.there == 1


def test_what_goes_through_the_previews_counts_as_here_and_nothing_is_doubled(clerk, ledgers):
    said = {f"{ledgers / '2019年台账.xlsx'}|2月": Meaning.NOTHING}
    found = move_over.survey([ledgers], clerk, said)
    left = move_over.left_out(found.sheets())
    (path,) = left
    assert left[path].left_out == {"2月", "通讯录", "说明", "来稿"}
    apply.apply(plan.look(path, left[path]), clerk)
    assert counting.tally(dt.date(2019, 1, 1), dt.date(2019, 12, 31), ()).totals.placements == 2
    (listed,) = roster_lists.look(path, only=["通讯录"], of_units=False)
    proposing.take_outlets(clerk, [one for one in listed.outlets if one.standing in proposing.TAKEN])
    again = by_name(move_over.survey([ledgers], clerk))
    january = again["1月"].told
    assert (january.there, january.counted, january.lacking, january.wrong) == (2, 2, 0, 1)
    assert again["通讯录"].done
    assert again["2月"].told.lacking == 1  # left out before, and still to be had
    apply.apply(plan.look(path, left[path]), clerk, Duplicates.SKIP)
    assert counting.tally(dt.date(2019, 1, 1), dt.date(2019, 12, 31), ()).totals.placements == 2


@pytest.mark.file_engine
def test_a_file_that_cannot_be_read_is_named_and_the_others_go_on(clerk, ledgers):
    (ledgers / "坏的.xlsx").write_bytes(b"PK\x03\x04 nothing")
    found = move_over.survey([ledgers], clerk)
    assert [file.path.name for file in found.files if file.refusal is not None] == ["坏的.xlsx"]
    assert len(found.sheets()) == 5
