"""One outlet on one day: typed counts and none today; reprint groups; the history of a row."""

import datetime as dt
import json

import pytest

from xcdesk.db.base import database
from xcdesk.errors import NotFoundError, StaleRowError
from xcdesk.models import ImportBatch, ImportRow
from xcdesk.services.counts.item_filter import ItemFilter
from xcdesk.services.grid import cells, none_days
from xcdesk.services.grid.none_days import Cell
from xcdesk.services.log import coverage, coverage_log, reprints
from xcdesk.services.log.coverage import ItemVersion
from xcdesk.services.log.reprints import TooFewToGroupError
from xcdesk.services.record import audit, entries
from xcdesk.services.record.entries import ItemChange
from xcdesk.services.record.history import FieldChange, history
from xcdesk.services.roster import outlet_changes, outlets

DAY = dt.date(2019, 3, 5)
CELL = Cell(1, DAY)


def count():
    return coverage_log.count(ItemFilter(since=DAY, until=DAY, outlet_ids=(1,))).placements


def test_a_typed_count_adds_and_takes_untitled_reports_only(log, clerk):
    titled = log()
    added = cells.set_count(clerk, CELL, 4)
    assert (count(), len(added.added)) == (4, 3)
    taken = cells.set_count(clerk, CELL, 2)
    assert (count(), len(taken.removed)) == (2, 2)
    assert coverage_log.item(titled).removed_at is None
    assert cells.set_count(clerk, CELL, 2) == cells.CountChange((), ())
    with pytest.raises(cells.CountBelowTitledError):
        cells.set_count(clerk, CELL, 0)


def test_a_title_of_marks_alone_is_a_title_that_no_count_takes_away(log, clerk):
    marks = log(title="……")
    with pytest.raises(coverage.DuplicateItemError):
        log(title="......")
    with pytest.raises(cells.CountBelowTitledError):
        cells.set_count(clerk, CELL, 0)
    assert coverage_log.item(marks).title == "……"


def test_a_typed_count_can_be_undone(log, clerk):
    log()
    change = cells.set_count(clerk, CELL, 3)
    coverage.remove_items(clerk, change.added)
    assert count() == 1
    change = cells.set_count(clerk, CELL, 2)
    gone = cells.set_count(clerk, CELL, 1)
    coverage.restore_items(clerk, gone.removed)
    assert count() == 2


@pytest.mark.parametrize("wrong", [-1, 100])
def test_a_count_out_of_reason_is_refused(clerk, wrong):
    with pytest.raises(cells.BadCountError):
        cells.set_count(clerk, CELL, wrong)


def test_untitled_reports_carry_the_tier_of_their_outlet(clerk):
    made = cells.set_count(clerk, Cell(6, DAY), 2).added
    assert [coverage_log.item(item.id).tier.value for item in made] == ["provincial"] * 2


def test_none_today_has_a_reason_that_can_be_changed_and_taken_back(clerk):
    first = cells.set_none_today(clerk, CELL, "停播")
    assert cells.set_none_today(clerk, CELL, "page_change", "两会特刊") == first
    (row,) = none_days.none_rows(DAY, DAY)
    assert (row.reason, row.label, row.short, row.note, row.version) == (
        "page_change",
        "版面调整",
        "版调",
        "两会特刊",
        2,
    )
    cells.clear_none_today(clerk, CELL)
    assert none_days.none_rows(DAY, DAY) == ()
    with pytest.raises(NotFoundError):
        cells.clear_none_today(clerk, CELL)


def test_none_today_needs_a_reason_on_the_list_an_outlet_and_silence(log, clerk, on_day):
    with pytest.raises(cells.UnknownReasonError):
        cells.set_none_today(clerk, CELL, "忘了")
    with pytest.raises(NotFoundError):
        cells.set_none_today(clerk, Cell(999, DAY), "停播")
    log()
    with pytest.raises(cells.NoneWithItemsError):
        cells.set_none_today(clerk, CELL, "停播")
    on_day(DAY)
    with pytest.raises(entries.FarFutureError):
        cells.set_none_today(clerk, Cell(2, dt.date(2021, 1, 1)), "停播")


def test_a_report_takes_none_today_back(log, clerk):
    cells.set_none_today(clerk, CELL, "未报")
    log()
    assert none_days.none_rows(DAY, DAY) == ()


def test_a_retired_outlet_takes_no_count(clerk):
    row = outlets.outlets()[0]
    outlet_changes.retire_outlet(clerk, row.id, row.version)
    with pytest.raises(entries.InactiveOutletError):
        cells.set_count(clerk, CELL, 1)


def test_groups_join_whole_and_come_apart_again(log, clerk):
    names = ("许昌日报", "河南日报", "大河报", "新华网")
    first, second, third, fourth = (log(outlet=name) for name in names)
    reprints.group_reprints(clerk, [first, second])
    before = reprints.group_reprints(clerk, [second, third])
    assert coverage_log.count().pieces == 2
    reprints.put_groups(clerk, before)
    assert (coverage_log.count().pieces, coverage_log.item(third).group) == (3, None)
    undone = reprints.ungroup(clerk, [first, fourth])
    assert [one.id for one in undone] == [first]
    reprints.put_groups(clerk, undone)
    assert coverage_log.item(first).group == coverage_log.item(second).group
    with pytest.raises(StaleRowError):
        reprints.put_groups(clerk, undone)


def test_one_report_is_no_group(log, clerk):
    item = log()
    with pytest.raises(TooFewToGroupError):
        reprints.group_reprints(clerk, [item, item])


def test_the_history_of_a_report_tells_who_changed_what(log, clerk, leader):
    item, other = log(unit="禹州市"), log(title="另一篇")
    coverage.change_item(
        leader, ItemVersion(item, 1), ItemChange(unit="", slot="3版", day=dt.date(2019, 3, 6))
    )
    coverage.remove_items(clerk, [ItemVersion(item, 2), ItemVersion(other, 1)])
    told = history(item)
    assert [(entry.who, entry.action) for entry in told] == [
        (clerk.name, "coverage.logged"),
        (leader.name, "coverage.changed"),
        (clerk.name, "coverage.removed"),
    ]
    assert set(told[1].changes) == {
        FieldChange("unit", "禹州市", ""),
        FieldChange("slot", "", "3版"),
        FieldChange("day", "2019-03-05", "2019-03-06"),
    }
    assert [entry.action for entry in history(other)] == ["coverage.logged", "coverage.removed"]


def test_the_history_tells_of_imports_and_of_their_undoing(log, clerk):
    item = log(slot="3版")
    batch = ImportBatch.create(file_name="a.xlsx", sha256="0" * 64)
    before = {"slot": "3版", "unit": None, "title_key": "a"}
    ImportRow.create(
        batch=batch,
        row=4,
        item=item,
        before=json.dumps(before),
        after=json.dumps({"slot": "4版", "unit": 1, "title_key": "b"}),
        item_version=2,
    )
    new = log(title="新的一篇")
    ImportRow.create(batch=batch, row=5, item=new, after="{}", item_version=1)
    with database.atomic():
        audit.record(clerk, "import.applied", f"import_batch:{batch.id}", added=1)
        audit.record(clerk, "import.undone", f"import_batch:{batch.id}", kept=[new])
    told = history(item)[1:]
    assert [entry.action for entry in told] == ["import.applied", "import.undone"]
    assert set(told[0].changes) == {FieldChange("slot", "3版", "4版"), FieldChange("unit", "", "禹州市")}
    assert set(told[1].changes) == {FieldChange("slot", "4版", "3版"), FieldChange("unit", "禹州市", "")}
    assert [entry.action for entry in history(new)] == ["coverage.logged", "import.applied"]
