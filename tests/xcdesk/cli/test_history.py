"""The history of a row, asked for on the console."""

import datetime as dt

from xcdesk.services.log import coverage
from xcdesk.services.log.coverage import ItemVersion
from xcdesk.services.record.entries import ItemChange, NewItem


def test_the_console_tells_the_history(console, db, clerk):
    item = coverage.log_item(clerk, NewItem(dt.date(2019, 3, 5), "许昌日报", "示例报道"))
    coverage.change_item(clerk, ItemVersion(item, 1), ItemChange(slot="3版"))
    told = console("--database", db, "history", "coverage_item", item, "--json")
    assert [act["action"] for act in told.json["acts"]] == ["coverage.logged", "coverage.changed"]
    assert told.json["acts"][1]["changes"] == [{"field": "slot", "before": "", "after": "3版"}]
    assert console("--database", db, "history", "matrix", 1).code == 1
