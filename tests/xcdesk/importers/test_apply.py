"""Writing and taking back county returns: what is new, changed, the same; one transaction, one entry."""

import datetime as dt
import json

import pytest

from xcdesk.codes import Tier
from xcdesk.db.base import database
from xcdesk.importers import apply, batches, undo
from xcdesk.importers.apply import Decision, Duplicates
from xcdesk.importers.records import Chosen
from xcdesk.models import (
    AuditEntry,
    CoverageItem,
    ImportBatch,
    ImportRow,
    NoneToday,
    Outlet,
    RememberedMapping,
)
from xcdesk.services.record import audit, rows

FIRST = ("2019-03-05", "许昌日报", "甲镇推行首问负责制", "消息", "3版")
SECOND = ("2019-03-06", "许昌电视台", "乙局压缩审批时限过半", "通讯", None)


def states(plan):
    """State of each row of the first sheet."""
    return [str(row.status) for row in plan.book.sheets[0].rows]


def codes(plan, row=0):
    """Codes of the remarks on a row."""
    return [problem.code for problem in plan.book.sheets[0].rows[row].problems]


def edit(title, **changes):
    """A person's own edit of a logged item."""
    item = CoverageItem.get((CoverageItem.title == title) & CoverageItem.removed_at.is_null())
    rows.save_versioned(item, item.version, changes)
    return item.id


def test_new_rows_are_written_whole(prepare, clerk):
    applied = apply.apply(prepare(FIRST, SECOND), clerk)
    assert (applied.added, applied.updated) == (2, 0)
    item = CoverageItem.get(CoverageItem.title == FIRST[2])
    assert (item.day, item.outlet.name, item.form, item.slot) == (
        dt.date(2019, 3, 5),
        "许昌日报",
        "news",
        "3版",
    )
    assert (item.tier, item.unit.name, item.logged_by.login) == (Tier.MUNICIPAL, "鄢陵县", clerk.login)


def test_an_import_is_one_entry_of_the_record_and_the_last_thing_written(prepare, clerk):
    plan, before = prepare(FIRST, SECOND), audit.anchor().count
    apply.apply(plan, clerk)
    assert audit.anchor().count == before + 1
    entry = AuditEntry.select().order_by(AuditEntry.id.desc()).first()
    assert entry.action == "import.applied"
    assert json.loads(entry.facts)["added"] == 2


def test_the_batch_keeps_what_each_row_was_before_and_after(prepare, clerk):
    apply.apply(prepare(FIRST), clerk)
    changed = (*FIRST[:4], "5版")
    apply.apply(prepare(changed), clerk, Duplicates.UPDATE)
    row = ImportRow.select().order_by(ImportRow.id.desc()).first()
    assert (json.loads(row.before)["slot"], json.loads(row.after)["slot"]) == ("3版", "5版")
    assert row.row == 2


def test_the_same_row_again_is_the_same_whatever_its_spelling(prepare, clerk):
    apply.apply(prepare(FIRST), clerk)
    assert states(prepare(("2019年3月5日", "《许昌 日报》", "甲镇推行　首问负责制", "新闻", "第3版"))) == [
        "same"
    ]


def test_a_row_that_says_less_is_the_same(prepare, clerk):
    apply.apply(prepare(FIRST), clerk)
    assert states(prepare((*FIRST[:3], None, None))) == ["same"]


def test_what_an_import_wrote_may_be_brought_up_to_date(prepare, clerk):
    apply.apply(prepare(FIRST), clerk)
    plan = prepare((*FIRST[:4], "5版"))
    assert states(plan) == ["changed"]
    receipt = apply.apply(plan, clerk)
    assert receipt.updated == 0
    updated = apply.apply(plan, clerk, Duplicates.UPDATE)
    assert (updated.batch, updated.updated) == (receipt.batch, 1)
    assert CoverageItem.get(CoverageItem.title == FIRST[2]).slot == "5版"


def test_what_a_person_edited_is_a_conflict_and_left(prepare, clerk):
    apply.apply(prepare(FIRST), clerk)
    edit(FIRST[2], slot="头版")
    plan = prepare(FIRST)
    assert states(plan) == ["conflict"]
    assert codes(plan) == ["coverage.edited"]
    assert apply.apply(plan, clerk, Duplicates.UPDATE).updated == 0
    assert CoverageItem.get(CoverageItem.title == FIRST[2]).slot == "头版"


def test_blanks_of_an_edited_row_may_be_filled(prepare, clerk):
    apply.apply(prepare((*FIRST[:3], None, "3版")), clerk)
    edit(FIRST[2], slot="头版")
    plan = prepare((*FIRST[:4], None))
    assert states(plan) == ["changed"]


def test_a_piece_that_another_unit_sent_is_a_duplicate(prepare, clerk):
    apply.apply(prepare(FIRST), clerk)
    plan = prepare(FIRST, name="禹州市3月.xlsx")
    assert states(plan) == ["duplicate"]
    assert codes(plan) == ["coverage.other_unit"]


def test_a_row_repeated_within_the_file_is_written_once(prepare, clerk):
    plan = prepare(FIRST, FIRST, SECOND)
    assert states(plan) == ["new", "duplicate", "new"]
    assert apply.apply(plan, clerk).added == 2


def test_a_much_alike_title_some_days_around_is_pointed_out_and_still_written(prepare, clerk):
    apply.apply(prepare((*FIRST[:2], "许昌市推行首问负责制获企业点赞", None, None)), clerk)
    plan = prepare(("2019-03-07", "许昌日报", "许昌市推行首问负责制获企业点赞了", None, None))
    assert states(plan) == ["new"]
    assert codes(plan) == ["coverage.alike"]


@pytest.mark.parametrize(
    ("first", "second"),
    [("政务大厅推行首问负责制（之一）", "政务大厅推行首问负责制（之二）"),
    ("执行力提升年简报刊发（第54期）", "执行力提升年简报刊发（第55期）"),
     ("政务大厅推行首问负责制（上）", "政务大厅推行首问负责制（下）"),
     ("政务大厅推行首问负责制", "市场监管所清理积压事项办结")],
)  # fmt: skip
def test_parts_of_a_series_are_not_alike(prepare, first, second):
    plan = prepare((*FIRST[:2], first, None, None), ("2019-03-06", FIRST[1], second, None, None))
    assert codes(plan, 1) == []


def test_the_same_title_in_several_outlets_is_one_reprint_group(prepare, clerk):
    apply.apply(prepare(FIRST, ("2019-03-06", "许昌晨报", FIRST[2], None, None), SECOND), clerk)
    groups = {item.outlet.name: item.group_id for item in CoverageItem.select()}
    assert groups["许昌日报"] is not None
    assert groups["许昌日报"] == groups["许昌晨报"]
    assert groups["许昌电视台"] is None


def test_a_reprint_that_comes_later_joins_the_logged_piece(prepare, clerk):
    apply.apply(prepare(FIRST), clerk)
    later = apply.apply(prepare(("2019-03-09", "河南日报", FIRST[2], None, None)), clerk)
    groups = {item.group_id for item in CoverageItem.select()}
    assert len(groups) == 1
    assert None not in groups
    undo.undo(later.batch, clerk)
    assert CoverageItem.get(CoverageItem.removed_at.is_null()).group_id is None


def test_a_reprint_that_is_logged_while_a_file_is_looked_at_is_one_all_the_same(prepare, clerk):
    plan = prepare(FIRST)
    apply.apply(prepare(("2019-03-09", "河南日报", FIRST[2], None, None), name="鄢陵县其他.xlsx"), clerk)
    assert apply.apply(plan, clerk).added == 1
    groups = [item.group_id for item in CoverageItem.select()]
    assert len(groups) == 2
    assert groups[0] == groups[1] is not None


def test_none_today_is_taken_back_when_something_ran(prepare, clerk):
    outlet = Outlet.get(Outlet.name == "许昌日报")
    NoneToday.create(outlet=outlet, day=dt.date(2019, 3, 5), reason="not_sent")
    apply.apply(prepare(FIRST), clerk)
    assert NoneToday.select().count() == 0


def test_a_plan_that_the_log_has_overtaken_writes_nothing(prepare, clerk):
    plan = prepare(FIRST, SECOND)
    apply.apply(prepare(FIRST, name="鄢陵县其他.xlsx"), clerk)
    before = ImportBatch.select().count()
    with pytest.raises(apply.StalePlanError):
        apply.apply(plan, clerk)
    assert ImportBatch.select().count() == before
    assert CoverageItem.select().count() == 1


def test_only_ticked_rows_are_written(prepare, clerk):
    plan = prepare(FIRST, SECOND)
    assert apply.apply(plan, clerk, decided={Chosen(0, 3): Decision.IMPORT}).added == 1
    assert CoverageItem.get().title == SECOND[2]


def test_nothing_to_write_leaves_no_batch_and_no_entry(prepare, clerk):
    plan, before = prepare(("2019-02-30", *FIRST[1:])), audit.anchor().count
    receipt = apply.apply(plan, clerk)
    assert receipt.updated == 0
    assert (ImportBatch.select().count(), audit.anchor().count) == (0, before)


def test_a_programme_off_the_roster_stays_readable_in_the_note(prepare, clerk, monkeypatch):
    head = ("日期", "媒体", "标题", "栏目")
    rows_ = [("2019-03-05", "许昌电视台", "甲", "焦点30分"), ("2019-03-06", "许昌电视台", "乙", "新栏目")]
    apply.apply(prepare(*rows_, head=head), clerk)
    known, unknown = CoverageItem.select().order_by(CoverageItem.day)
    assert (known.programme.name, unknown.programme, unknown.note) == ("焦点30分", None, "栏目：新栏目")
    monkeypatch.setenv("XCDESK_LANG", "en")  # what is kept does not depend on who reads it
    assert states(prepare(*rows_, head=head)) == ["same", "same"]


def test_the_columns_are_remembered_for_the_sender(prepare, clerk):
    apply.apply(prepare(FIRST), clerk)
    memory = RememberedMapping.get()
    memory.mapping = json.dumps(
        {"日期": "date", "媒体": "outlet", "标题": "title", "体裁": "note", "版面": "slot"}
    )
    memory.save()
    assert prepare(SECOND).book.sheets[0].rows[0].record.note == "通讯"
    assert prepare(SECOND, name="禹州市.xlsx").book.sheets[0].rows[0].record.note is None


def test_undo_takes_back_all_but_what_was_edited_since(prepare, clerk):
    apply.apply(prepare(FIRST), clerk)
    second = apply.apply(prepare((*FIRST[:4], "5版"), SECOND), clerk, Duplicates.UPDATE)
    third = ("2019-03-08", "许昌晨报", "丙办清理积压事项", None, None)
    batch = apply.apply(prepare(third, ("2019-03-09", *third[1:])), clerk).batch
    kept = CoverageItem.get(CoverageItem.day == dt.date(2019, 3, 8))
    rows.save_versioned(kept, kept.version, {"slot": "头版"})
    undone = undo.undo(batch, clerk)
    assert (undone.removed, undone.restored, undone.kept) == (1, 0, (kept.id,))
    undone = undo.undo(second.batch, clerk)
    assert (undone.removed, undone.restored, undone.kept) == (1, 1, ())
    assert CoverageItem.get(CoverageItem.title == FIRST[2]).slot == "3版"
    left = [item.id for item in CoverageItem.select().where(CoverageItem.removed_at.is_null())]
    assert len(left) == 2
    assert [str(batch.state) for batch in batches.listed()] == ["undone", "undone", "applied"]


def test_a_failure_half_way_leaves_nothing(prepare, clerk, monkeypatch):
    plan = prepare(FIRST, SECOND)

    def fail(*_args, **_facts):
        raise RuntimeError

    monkeypatch.setattr(audit, "record", fail)
    with pytest.raises(RuntimeError):
        apply.apply(plan, clerk)
    assert not database.in_transaction()
    assert (CoverageItem.select().count(), ImportBatch.select().count(), ImportRow.select().count()) == (
        0,
        0,
        0,
    )


def test_a_unit_column_gives_each_row_its_unit(prepare, clerk):
    head = ("日期", "媒体", "标题", "报送单位")
    apply.apply(prepare((*FIRST[:3], "禹州市"), (*SECOND[:3], "长葛"), head=head, name="汇总.xlsx"), clerk)
    assert {item.unit.name for item in CoverageItem.select()} == {"禹州市", "长葛市"}


def test_an_edit_that_the_record_does_not_know_still_stops_the_update(prepare, clerk):
    apply.apply(prepare(FIRST), clerk)
    plan = prepare((*FIRST[:4], "5版"))
    edit(FIRST[2], slot="头版")
    with pytest.raises(apply.StalePlanError):
        apply.apply(plan, clerk, Duplicates.UPDATE)
    assert CoverageItem.get().slot == "头版"
