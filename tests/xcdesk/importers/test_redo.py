"""An import that was taken back is brought back from its batch, whole or not at all."""

import pytest

from xcdesk.codes import BatchState
from xcdesk.importers import apply, receipts, redo, supersede, undo
from xcdesk.importers.apply import Duplicates
from xcdesk.models import CoverageItem, ImportBatch, ImportMonth
from xcdesk.services.record import rows

FIRST = ("2019-03-05", "许昌日报", "甲镇推行首问负责制见成效", "消息", "3版")
SECOND = ("2019-03-06", "许昌晨报", "乙局压缩审批时限过半", "通讯", None)
CHANGED = (*FIRST[:3], "通讯", "1版")
BAD = ("2019-03-06", "天外来客报", "丙局压缩审批时限过半", "通讯", None)


def logged():
    living = CoverageItem.select().where(CoverageItem.removed_at.is_null()).order_by(CoverageItem.title)
    return [(item.title, item.form, item.slot) for item in living]


def months(batch):
    return [
        (one.unit_id, one.month, one.accepted)
        for one in ImportMonth.select().where(ImportMonth.batch == batch)
    ]


def test_new_and_changed_rows_come_back_and_can_be_taken_back_again(prepare, clerk):
    apply.apply(prepare(FIRST), clerk)
    before = logged()
    batch = apply.apply(prepare(CHANGED, SECOND, name="鄢陵县补.xlsx"), clerk, Duplicates.UPDATE).batch
    after = logged()
    for _ in range(2):
        undo.undo(batch, clerk)
        assert logged() == before
        again = redo.redo(batch, clerk)
        assert logged() == after
        assert months(again) == months(batch)
        batch = again
    assert ImportBatch.get_by_id(batch).state == BatchState.APPLIED


def test_an_item_edited_since_the_undo_refuses_and_nothing_is_written(prepare, clerk):
    apply.apply(prepare(FIRST), clerk)
    batch = apply.apply(prepare(CHANGED, SECOND, name="鄢陵县补.xlsx"), clerk, Duplicates.UPDATE).batch
    undo.undo(batch, clerk)
    item = CoverageItem.get(CoverageItem.title == FIRST[2])
    rows.save_versioned(item, item.version, {"slot": "7版"})
    before, count = logged(), ImportBatch.select().count()
    with pytest.raises(redo.ChangedSinceError):
        redo.redo(batch, clerk)
    assert (logged(), ImportBatch.select().count()) == (before, count)


def test_a_piece_logged_anew_since_the_undo_refuses(prepare, clerk):
    batch = apply.apply(prepare(FIRST), clerk).batch
    undo.undo(batch, clerk)
    apply.apply(prepare(FIRST, name="鄢陵县另.xlsx"), clerk)
    with pytest.raises(redo.ChangedSinceError):
        redo.redo(batch, clerk)
    assert len(logged()) == 1


def test_what_the_undo_left_is_left_once_more(prepare, clerk):
    batch = apply.apply(prepare(FIRST, SECOND), clerk).batch
    item = CoverageItem.get(CoverageItem.title == FIRST[2])
    rows.save_versioned(item, item.version, {"slot": "7版"})
    undone = undo.undo(batch, clerk)
    assert undone.kept == (item.id,)
    redo.redo(batch, clerk, undone.kept)
    assert {slot for title, _, slot in logged() if title == FIRST[2]} == {"7版"}
    assert len(logged()) == 2


def test_a_batch_that_stands_is_not_brought_back(prepare, clerk):
    batch = apply.apply(prepare(FIRST), clerk).batch
    with pytest.raises(redo.ChangedSinceError):
        redo.redo(batch, clerk)


def test_a_file_that_was_sent_back_whole_comes_back_as_such(prepare, clerk):
    batch = receipts.send_back(prepare(BAD), clerk)
    undo.undo(batch, clerk)
    again = redo.redo(batch, clerk)
    assert ImportBatch.get_by_id(again).state == BatchState.RETURNED


def test_what_came_in_the_place_of_an_earlier_file_does_so_again(prepare, clerk):
    first = apply.apply(prepare(FIRST, SECOND, name="鄢陵县3月.xlsx"), clerk).batch
    plan = prepare(SECOND, name="鄢陵县3月（更正）.xlsx")
    earlier = supersede.predecessor(plan)
    batch = apply.apply(plan, clerk, supersedes=earlier).batch
    assert [title for title, *_ in logged()] == [SECOND[2]]
    undo.undo(batch, clerk)
    assert len(logged()) == 2
    batch = redo.redo(batch, clerk)
    assert [title for title, *_ in logged()] == [SECOND[2]]
    assert ImportBatch.get_by_id(first).state == BatchState.SUPERSEDED
    undo.undo(batch, clerk)
    assert len(logged()) == 2
    assert ImportBatch.get_by_id(first).state == BatchState.APPLIED
