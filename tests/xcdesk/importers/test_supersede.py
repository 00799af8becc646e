"""Corrected files in the place of earlier ones, and what taking an import back takes back with it."""

import json

import pytest

from xcdesk.codes import BatchState
from xcdesk.importers import apply, receipts, supersede, undo
from xcdesk.importers.apply import Decision, Duplicates, StalePlanError
from xcdesk.importers.records import Chosen
from xcdesk.importers.supersede import Tie
from xcdesk.importers.undo import SupersededError
from xcdesk.models import CoverageItem, ImportBatch, RememberedMapping
from xcdesk.services.record import rows

FIRST = ("2019-03-05", "许昌日报", "甲镇推行首问负责制见成效", "消息", "3版")
SECOND = ("2019-03-06", "许昌晨报", "乙局压缩审批时限过半", "通讯", None)
THIRD = ("2019-03-07", "许昌日报", "丙乡开展午间延时服务", "通讯", None)


def states():
    return [(batch.state, batch.corrects_id) for batch in ImportBatch.select().order_by(ImportBatch.id)]


def living():
    return {item.title: item.slot for item in CoverageItem.select().where(CoverageItem.removed_at.is_null())}


def test_a_corrected_file_comes_in_the_place_of_the_earlier_one_and_goes_as_one_act(prepare, clerk):
    first = apply.apply(prepare(FIRST, SECOND), clerk).batch
    corrected = prepare((*FIRST[:4], "5版"), THIRD)
    found = supersede.predecessor(corrected)
    assert (found.batch, found.tie, found.replaceable) == (first, Tie.ROWS, True)
    assert (found.kept, [one.title for one in found.dropped], found.edited) == (1, [SECOND[2]], ())
    second = apply.apply(corrected, clerk, Duplicates.UPDATE, supersedes=found)
    assert (second.added, second.updated, second.removed) == (1, 1, 1)
    assert states() == [(BatchState.SUPERSEDED, None), (BatchState.APPLIED, first)]
    assert living() == {FIRST[2]: "5版", THIRD[2]: ""}
    with pytest.raises(SupersededError) as refused:
        undo.undo(first, clerk)
    assert refused.value.facts["later"] == second.batch
    assert undo.undo(second.batch, clerk).kept == ()
    assert states() == [(BatchState.APPLIED, None), (BatchState.UNDONE, first)]
    assert living() == {FIRST[2]: "3版", SECOND[2]: ""}
    assert supersede.predecessor(prepare(FIRST, THIRD)).edited == ()
    assert undo.undo(first, clerk).kept == ()
    assert living() == {}


def test_what_somebody_has_edited_since_stays_when_its_file_is_replaced(prepare, clerk):
    apply.apply(prepare(FIRST, SECOND), clerk)
    edited = CoverageItem.get(CoverageItem.title == SECOND[2])
    rows.save_versioned(edited, edited.version, {"slot": "头版"})
    found = supersede.predecessor(prepare(FIRST, THIRD))
    assert (found.dropped, [one.title for one in found.edited]) == ((), [SECOND[2]])


def test_an_edit_after_the_preview_stops_the_replacement(prepare, clerk):
    apply.apply(prepare(FIRST, SECOND), clerk)
    corrected = prepare(FIRST, THIRD)
    found = supersede.predecessor(corrected)
    edited = CoverageItem.get(CoverageItem.title == SECOND[2])
    rows.save_versioned(edited, edited.version, {"slot": "头版"})
    with pytest.raises(StalePlanError):
        apply.apply(corrected, clerk, supersedes=found)
    assert states() == [(BatchState.APPLIED, None)]


def test_a_third_version_comes_in_the_place_of_the_second_with_all_that_both_brought(prepare, clerk):
    apply.apply(prepare(FIRST, SECOND), clerk)
    for version in ((FIRST, SECOND, THIRD), (THIRD,)):
        plan = prepare(*version, name=f"鄢陵县{len(version)}.xlsx")
        apply.apply(plan, clerk, supersedes=supersede.predecessor(plan))
    assert list(living()) == [THIRD[2]]
    assert [state for state, _ in states()] == [*[BatchState.SUPERSEDED] * 2, BatchState.APPLIED]


@pytest.mark.file_engine
def test_what_the_earlier_file_said_of_other_months_is_left_alone(prepare, clerk):
    apply.apply(prepare(FIRST, ("2019-02-06", *SECOND[1:])), clerk)
    assert supersede.predecessor(prepare(FIRST, THIRD)).dropped == ()


@pytest.mark.file_engine
def test_rows_mended_alone_correct_a_returned_file_and_replace_nothing(prepare, clerk):
    bad = ("2019-03-32", *SECOND[1:])
    plan = prepare(FIRST, bad)
    first = apply.apply(plan, clerk).batch
    receipts.send_back(plan, clerk)
    mended = prepare(SECOND, name="退回_鄢陵县3月.xlsx")
    found = supersede.predecessor(mended)
    assert (found.batch, found.tie, found.kept, found.replaceable) == (first, Tie.NAME, 0, False)
    apply.apply(mended, clerk)
    assert states() == [(BatchState.APPLIED, None), (BatchState.APPLIED, first)]
    assert set(living()) == {FIRST[2], SECOND[2]}


@pytest.mark.file_engine
def test_another_month_another_sender_or_other_pieces_are_no_correction(prepare, clerk):
    apply.apply(prepare(FIRST), clerk)
    assert supersede.predecessor(prepare(THIRD)) is None
    assert supersede.predecessor(prepare(("2019-04-05", *FIRST[1:]))) is None
    assert supersede.predecessor(prepare(FIRST, SECOND, sender="禹州市")) is None


@pytest.mark.file_engine
def test_an_undo_forgets_what_the_import_learnt_of_columns(prepare, clerk):
    head = ("日期", "媒体", "标题", "体裁", "版面")
    other = ("日期", "媒体", "标题", "体裁", "版 面")
    undo.undo(apply.apply(prepare(FIRST), clerk).batch, clerk)
    assert RememberedMapping.select().count() == 0
    apply.apply(prepare(FIRST, head=head), clerk)
    batch = apply.apply(prepare(SECOND, head=other), clerk).batch
    assert "版 面" in json.loads(RememberedMapping.get().mapping)
    undo.undo(batch, clerk)
    assert "版面" in json.loads(RememberedMapping.get().mapping)


@pytest.mark.file_engine
def test_what_a_later_import_has_used_since_is_not_forgotten(prepare, clerk):
    batch = apply.apply(prepare(FIRST), clerk).batch
    apply.apply(prepare(SECOND), clerk)
    undo.undo(batch, clerk)
    assert RememberedMapping.select().count() == 1


def test_an_undo_leaves_a_reprint_that_was_edited_since_and_names_it(prepare, clerk):
    apply.apply(prepare(FIRST), clerk)
    batch = apply.apply(prepare(("2019-03-06", "许昌晨报", *FIRST[2:])), clerk).batch
    logged = CoverageItem.get(CoverageItem.outlet == 1)
    assert logged.group_id is not None
    rows.save_versioned(logged, logged.version, {"slot": "头版"})
    undone = undo.undo(batch, clerk)
    assert (undone.removed, undone.kept) == (1, (logged.id,))


def test_an_undo_takes_back_the_day_and_title_that_an_update_gave(prepare, clerk):
    apply.apply(prepare(FIRST), clerk)
    alike = prepare(("2019-03-06", "许昌日报", "甲镇全面推行首问负责制见成效", "消息", "3版"))
    batch = apply.apply(alike, clerk, decided={Chosen(0, 2): Decision.UPDATE}).batch
    assert CoverageItem.get().title != FIRST[2]
    undo.undo(batch, clerk)
    item = CoverageItem.get()
    assert (str(item.day), item.title) == FIRST[:3:2]
