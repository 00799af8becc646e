"""Where the cells of a pasted table go: from the current cell, or by the names and days it brings."""

import datetime as dt

import pytest

from xcdesk.services.grid.block_places import Ground, place, repeated
from xcdesk.services.grid.none_days import Cell
from xcdesk.services.roster import lexicon
from xcdesk.services.roster.outlets import outlets

DAYS = tuple(dt.date(2019, 3, number) for number in range(1, 32))


@pytest.fixture
def put(clerk, on_day):
    on_day(dt.date(2019, 3, 28))
    rows = outlets()
    names = {row.id: row.name for row in rows}

    def build(*grid, row=0, column=0):
        found = place(grid, Ground(tuple(names), DAYS, row, column), lexicon.load())
        cells = {(names[one.cell.outlet_id], one.cell.day.day): one.text for one in found.wishes}
        return cells, found

    return build


def test_a_table_begins_at_the_current_cell_and_blanks_leave_alone(put):
    cells, _ = put(("1", ""), ("—", "停播"), row=1, column=4)
    assert cells == {("许昌晨报", 5): "1", ("许昌人民广播电台", 6): "停播"}


def test_what_has_no_place_is_counted(put):
    cells, found = put(("1", "2"), column=30)
    assert (cells, found.outside) == ({("许昌日报", 31): "1"}, 1)


def test_rows_go_where_their_names_say(put):
    cells, found = put(("晨报", "3"), ("某报", "1"), ("许昌电视台", "停播"), row=7, column=4)
    assert cells == {("许昌晨报", 5): "3", ("许昌电视台", 5): "停播"}
    assert (found.by_name, found.by_day, found.outside) == (True, False, 1)


def test_columns_go_where_their_days_say(put):
    cells, found = put(("媒体", "3月5日", "3.7"), ("许报", "2", "承诺之一"), row=7, column=20)
    assert cells == {("许昌日报", 5): "2", ("许昌日报", 7): "承诺之一"}
    assert (found.by_name, found.by_day) == (True, True)


def test_figures_over_named_rows_are_days(put):
    cells, _ = put(("媒体单位", "4", "31"), ("许报", "2", "3"), row=7, column=20)
    assert cells == {("许昌日报", 4): "2", ("许昌日报", 31): "3"}


def test_days_alone_head_a_table_that_begins_at_the_current_row(put):
    cells, found = put(("3月5日", "3月6日"), ("1", "2"), row=1)
    assert cells == {("许昌晨报", 5): "1", ("许昌晨报", 6): "2"}
    assert found.by_day


def test_a_row_of_counts_is_no_heading(put):
    cells, _ = put(("1", "2"), ("3", "4"))
    assert len(cells) == 4


def test_a_single_name_is_a_title(put):
    cells, _ = put(("许昌日报",))
    assert cells == {("许昌日报", 1): "许昌日报"}


def test_one_copied_cell_is_repeated_in_every_chosen_one():
    cells = [Cell(1, DAYS[0]), Cell(2, DAYS[0])]
    assert [one.cell for one in repeated("停播", cells).wishes] == cells
    assert repeated("", cells).wishes == ()
