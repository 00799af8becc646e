"""The trash on the console."""

import datetime as dt

import pytest

from xcdesk.services.log import coverage
from xcdesk.services.log.coverage import ItemVersion
from xcdesk.services.record.entries import NewItem


@pytest.fixture
def item(db, clerk) -> int:
    made = coverage.log_item(clerk, NewItem(dt.date(2019, 3, 5), "许昌日报", "示例报道"))
    coverage.remove_items(clerk, [ItemVersion(made, 1)])
    return made


def test_the_trash_is_listed_and_put_back(console, db, item):
    listed = console("--database", db, "trash", "list", "--search", "示例", "--json").json
    (row,) = listed["rows"]
    assert (row["kind"], row["id"], row["removed_by"]) == ("coverage_item", item, "示例·郭某")
    done = console("--database", db, "trash", "restore", "coverage_item", item, "--json")
    assert (done.code, done.json) == (0, {"restored": [item], "refused": []})
    assert console("--database", db, "trash", "restore", "coverage_item", item).code == 1


def test_what_cannot_be_put_back_is_named_and_the_command_fails(console, db, item, clerk):
    coverage.log_item(clerk, NewItem(dt.date(2019, 3, 5), "许昌日报", "示例报道"))
    done = console("--database", db, "trash", "restore", "coverage_item", item, "--json")
    assert (done.code, done.json["refused"][0]["code"]) == (1, "coverage.duplicate")


def test_removing_for_good_needs_a_leader(console, db, item):
    words = ("trash", "purge", "coverage_item", item, "--json")
    assert console("--database", db, "--user", "guo", *words).code == 1
    assert console("--database", db, "--user", "chen", *words).json == {"purged": 1}
    assert console("--database", db, "--user", "chen", "trash", "purge", "--old", "--json").json == {
        "purged": 0
    }
    assert console("--database", db, "trash", "list", "--kind", "matrix").code == 1
