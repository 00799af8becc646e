"""Outlet by week over a year."""

import datetime as dt

from xcdesk.services.grid import cells, year_matrix
from xcdesk.services.grid.none_days import Cell

DAY = dt.date(2019, 3, 5)


def test_weeks_cover_the_year_and_count_pieces_once(log, clerk, on_day):
    on_day(dt.date(2019, 3, 8))
    log("承诺之一")
    log("承诺之二", day=DAY + dt.timedelta(days=1))
    log("年初", day=dt.date(2019, 1, 1))
    log("年末", day=dt.date(2019, 12, 31))
    cells.set_none_today(clerk, Cell(1, DAY + dt.timedelta(days=2)), "无刊期")
    found = year_matrix.year(DAY)
    assert (found.weeks[0].since, found.weeks[0].until) == (dt.date(2019, 1, 1), dt.date(2019, 1, 6))
    assert found.weeks[-1].until == dt.date(2019, 12, 31)
    (at,) = [number for number, week in enumerate(found.weeks) if week.is_now]
    daily = found.rows[0]
    here = daily.cells[at]
    assert (here.count, here.nones, here.open) == (2, 1, 2)
    assert (daily.cells[0].count, daily.cells[-1].count) == (1, 1)
    said = year_matrix.cell_sentence(daily, found.weeks[at], here, "zh")
    assert said.startswith("许昌日报，第10周，2 篇，1 天有原因，2 天未登记")


def test_days_before_anybody_could_ask_are_not_late(on_day, db):
    on_day(dt.date(2019, 3, 8))
    found = year_matrix.year(DAY)
    assert {cell.late for row in found.rows for cell in row.cells[20:]} == {0}
