"""Blocks of the matrix: what a pasted, filled or cleared block would do, what it did, and the way back."""

import datetime as dt

import pytest

from xcdesk.errors import NotFoundError, StaleRowError
from xcdesk.services.counts.item_filter import ItemFilter
from xcdesk.services.grid import blocks, cells, none_days
from xcdesk.services.grid.blocks import BlockChangedError, CellText
from xcdesk.services.grid.cell_plans import Deed
from xcdesk.services.grid.cell_texts import is_blank, titles_text
from xcdesk.services.grid.none_days import Cell
from xcdesk.services.log import coverage, coverage_log
from xcdesk.services.log.coverage import ItemVersion
from xcdesk.services.record.entries import ItemChange

DAY = dt.date(2019, 3, 5)
NEXT = dt.date(2019, 3, 6)
DAILY, MORNING = Cell(1, DAY), Cell(2, DAY)


def titles(cell):
    rows = coverage_log.page(ItemFilter(cell.day, cell.day, outlet_ids=(cell.outlet_id,))).rows
    return sorted(row.title for row in rows)


def reasons():
    return {none.cell: none.label for none in none_days.none_rows(DAY, NEXT)}


def plan(*texts):
    return blocks.plan([CellText(cell, text) for cell, text in texts])


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("3", ["", "", ""]),
        ("2篇", ["", ""]),
        ("１", [""]),
        ("承诺之一\n承诺之二", ["承诺之一", "承诺之二"]),
        ("承诺之一；承诺之二；", ["承诺之一", "承诺之二"]),
        ("承诺之一\n+1", ["", "承诺之一"]),
        ("承诺之一\n《承诺之一》", ["承诺之一"]),
        ("3月承诺", ["3月承诺"]),
    ],
)
def test_a_text_is_a_count_or_titles(clerk, text, wanted):
    blocks.apply(clerk, plan((DAILY, text)))
    assert titles(DAILY) == wanted


@pytest.mark.parametrize("text", ["停播", "off_air"])
def test_a_text_that_names_a_reason_is_none_today(clerk, text):
    blocks.apply(clerk, plan((DAILY, text)))
    assert reasons() == {DAILY: "停播"}


def test_a_plan_writes_nothing_and_tells_what_it_would_do(log, clerk):
    log("承诺之一")
    cells.set_none_today(clerk, MORNING, "无刊期")
    cells.set_count(clerk, Cell(3, DAY), 2)
    made = plan(
        (DAILY, "承诺之一；承诺之二"),
        (MORNING, "1"),
        (Cell(3, DAY), "1"),
        (Cell(4, DAY), "停播"),
        (DAILY, "0"),
    )
    assert [each.deed for each in made] == [Deed.LOG, Deed.LOG, Deed.FEWER, Deed.NONE, Deed.REFUSED]
    assert (made[0].titles, made[0].known, made[0].count) == (("承诺之二",), ("承诺之一",), 2)
    assert made[4].refusal.code == "coverage.count_below_titled"
    assert titles(DAILY) == ["承诺之一"]
    assert reasons() == {MORNING: "无刊期"}


def test_what_is_refused_is_left_out_and_the_rest_is_written(log, clerk):
    log("承诺之一")
    done = blocks.apply(clerk, plan((DAILY, "停播"), (MORNING, "停播"), (Cell(3, DAY), "2")))
    assert reasons() == {MORNING: "停播"}
    assert len(done.added) == 2


def test_a_block_is_taken_back_and_done_again_as_one(log, clerk):
    log("承诺之一")
    cells.set_count(clerk, DAILY, 3)
    cells.set_none_today(clerk, MORNING, "无刊期", "春节")
    done = blocks.apply(clerk, plan((DAILY, "1"), (MORNING, "2"), (Cell(3, DAY), "停播")))
    assert (titles(DAILY), titles(MORNING)) == (["承诺之一"], ["", ""])
    items = blocks.swing(clerk, done.removed, done.added, [each.turned() for each in done.nones])
    assert (titles(DAILY), titles(MORNING)) == (["", "", "承诺之一"], [])
    assert [(none.label, none.note) for none in none_days.none_rows(DAY, DAY)] == [("无刊期", "春节")]
    gone = {item.id for item in done.removed}
    back = [item for item in items if item.id not in gone]
    blocks.swing(clerk, back, [item for item in items if item.id in gone], done.nones)
    assert (titles(DAILY), titles(MORNING)) == (["承诺之一"], ["", ""])
    assert reasons() == {Cell(3, DAY): "停播"}


def test_emptying_takes_reports_and_reasons_away(log, clerk):
    log("承诺之一")
    cells.set_none_today(clerk, MORNING, "无刊期")
    made = plan((DAILY, ""), (MORNING, ""), (Cell(3, DAY), ""))
    assert [each.deed for each in made] == [Deed.CLEAR, Deed.CLEAR, Deed.SAME]
    blocks.apply(clerk, made)
    assert titles(DAILY) == []
    assert reasons() == {}


def test_a_plan_that_is_no_longer_true_is_refused_whole(log, clerk):
    log("承诺之一")
    made = plan((DAILY, "承诺之二"), (MORNING, "2"))
    cells.set_count(clerk, MORNING, 1)
    with pytest.raises(BlockChangedError):
        blocks.apply(clerk, made)
    assert titles(DAILY) == ["承诺之一"]


def test_undo_refuses_what_somebody_has_edited_since(clerk):
    done = blocks.apply(clerk, plan((DAILY, "承诺之一"), (MORNING, "承诺之一")))
    coverage.change_item(clerk, ItemVersion(done.added[1].id, 1), ItemChange(title="别人的"))
    with pytest.raises(StaleRowError):
        blocks.swing(clerk, (), done.added, ())
    assert (titles(DAILY), titles(MORNING)) == (["承诺之一"], ["别人的"])


def test_undo_refuses_a_reason_that_somebody_has_changed_since(clerk):
    done = blocks.apply(clerk, plan((DAILY, "停播")))
    cells.set_none_today(clerk, DAILY, "无刊期")
    with pytest.raises(StaleRowError):
        blocks.swing(clerk, (), (), [each.turned() for each in done.nones])
    assert reasons() == {DAILY: "无刊期"}


def test_an_outlet_that_left_a_day_far_ahead_and_too_many_are_refused(clerk):
    far = plan((Cell(1, dt.date(2999, 1, 1)), "1"))
    assert far[0].refusal.code == "coverage.far_future"
    assert plan((DAILY, "100"))[0].refusal.code == "coverage.bad_count"
    with pytest.raises(blocks.BlockTooLargeError):
        plan(*[(DAILY, "1")] * (blocks.MOST_CELLS + 1))


def test_an_outlet_that_is_not_there_is_said(clerk):
    with pytest.raises(NotFoundError):
        plan((Cell(999, DAY), "1"))


def test_what_a_cell_shows_is_read_back_as_it_was():
    assert titles_text(("承诺之一",), 3) == "承诺之一\n+2"
    assert titles_text((), 0) == ""
    assert is_blank(" — ")
    assert not is_blank("0")
