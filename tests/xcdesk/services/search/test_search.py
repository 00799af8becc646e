"""The one box, and the check of the whole data."""

import datetime as dt

import pytest

from xcdesk.db.base import database, is_sqlite
from xcdesk.models import Bulletin, Contribution, Material
from xcdesk.services import search
from xcdesk.services.log import coverage, reprints
from xcdesk.services.log.coverage import ItemVersion
from xcdesk.services.search import HitKind
from xcdesk.services.upkeep import checks


@pytest.fixture
def office(log, clerk):
    """Something of every kind that speaks of 窗口."""
    log("窗口服务提速")
    material = Material.create(
        kind="notice", title="通知", body="窗口午间不断人", text_hash="0" * 64, author=clerk.id
    )
    Bulletin.create(
        series="circular",
        period_start=dt.date(2019, 2, 1),
        period_end=dt.date(2019, 2, 28),
        material=Material.create(kind="circular", title="窗口专刊", text_hash="0" * 64, author=clerk.id),
    )
    Contribution.create(outlet=1, received_on=dt.date(2019, 3, 8), title="窗口来稿")
    return material


def test_one_box_finds_every_kind_of_thing_newest_first(office):
    found = search.search("窗口")
    assert found.total == len(found.hits) == 5
    assert {hit.kind for hit in found.hits} == {
        HitKind.ITEM,
        HitKind.MATERIAL,
        HitKind.BULLETIN,
        HitKind.CONTRIBUTION,
    }
    days = [hit.date for hit in found.hits]
    assert days == sorted(days, reverse=True)


def test_a_single_character_finds_names_and_people(db):
    assert {hit.title for hit in search.search("禹").hits} == {"禹州市"}
    (person,) = search.search("冯").hits
    assert (person.kind, person.place) == (HitKind.PERSON, "许昌人民广播电台")
    assert [hit.kind for hit in search.search("许昌廉政").hits] == [HitKind.OUTLET]


def test_a_search_can_be_kept_to_some_kinds_and_to_a_number(office):
    assert [hit.kind for hit in search.search("窗口", kinds=(HitKind.ITEM,)).hits] == [HitKind.ITEM]
    cut = search.search("窗口", limit=2)
    assert (len(cut.hits), cut.total) == (2, 5)
    assert search.search("  ").total == 0


def test_signs_of_the_query_language_are_ordinary_text(office):
    assert search.search("%").total == 0
    assert search.search("_").total == 0


def test_removed_reports_are_not_found(log, clerk):
    coverage.remove_items(clerk, [ItemVersion(log("窗口"), 1)])
    assert search.search("窗口").total == 0


def test_sound_data_passes_every_check(log, clerk):
    reprints.group_reprints(clerk, [log(), log(outlet="河南日报")])
    found = checks.run()
    assert [check.name for check in found] == [
        "integrity",
        "triggers",
        "audit",
        "tallies",
        "search",
        "evidence",
        "issued",
        "accounts",
        "materials",
        "corrections",
        "cases",
    ]
    assert all(check.ok for check in found), found


def test_an_empty_office_passes_every_check(db):
    assert all(check.ok for check in checks.run())


def test_a_broken_record_and_a_lost_trigger_are_told(log):
    log()
    table = "" if is_sqlite(database) else " ON audit_entry"
    database.execute_sql(f"DROP TRIGGER audit_entry_no_update{table}")
    database.execute_sql("UPDATE audit_entry SET who = 'x' WHERE id = 2")
    told = {check.name: check for check in checks.run()}
    assert (told["triggers"].ok, told["audit"].ok, told["tallies"].ok) == (False, False, True)
    assert "audit_entry_no_update" in told["triggers"].detail


def test_a_table_that_cannot_be_read_fails_its_check_alone(log):
    log()
    database.execute_sql("ALTER TABLE coverage_item RENAME TO lost")
    told = {check.name: check.ok for check in checks.run()}
    assert (told["triggers"], told["tallies"]) == (True, False)
