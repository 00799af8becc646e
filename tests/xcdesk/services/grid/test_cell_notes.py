"""Who has written a cell of the matrix last."""

import datetime as dt

from xcdesk.services.grid import cells
from xcdesk.services.grid.cell_notes import last_note
from xcdesk.services.grid.none_days import Cell
from xcdesk.services.log import coverage
from xcdesk.services.log.coverage import ItemVersion

CELL = Cell(1, dt.date(2019, 3, 5))


def test_the_last_report_counts_and_none_today_where_there_is_none(log, clerk, leader):
    assert last_note(CELL) is None
    cells.set_none_today(leader, CELL, "停播")
    assert last_note(CELL).by == leader.name
    made = log()
    assert last_note(CELL).by == clerk.name
    coverage.remove_items(clerk, [ItemVersion(made, 1)])
    assert last_note(CELL) is None
