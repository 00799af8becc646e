"""The charts of a month and a year: one word for a tier, and what an office without reports sees."""

import datetime as dt

from PySide6.QtWidgets import QLabel

from ui import translation
from ui.pages.today.charts import ChartsView
from xcdesk.services.log import coverage
from xcdesk.services.office import people
from xcdesk.services.record.entries import NewItem

DAY = dt.date(2019, 3, 5)


def words(qtbot):
    """What the charts say in labels, and as tables."""
    view = ChartsView()
    qtbot.addWidget(view)
    view.month = DAY
    view.reload()
    said = [part.text() for part in view.findChildren(QLabel)]
    return said, [line[0] for drawn in view.drawn for line in drawn.table]


def test_an_office_without_reports_is_told_so_and_sees_no_axes(db, qtbot):
    said, rows = words(qtbot)
    assert said.count("这个月还没有登记报道。") == 3
    assert said.count("这一年还没有登记报道。") == 1
    assert rows == []


def test_a_tier_is_called_the_same_everywhere_in_an_english_window(db, qtbot):
    coverage.log_item(people.actor("guo"), NewItem(DAY, "许昌日报", "一篇"))
    translation.install("en")
    said, rows = words(qtbot)
    assert {"municipal", "national"} <= set(said)
    assert "municipal" in rows
    assert not {"市级", "国家级"} & {*said, *rows}
