"""A file is read at once and written only after it has been looked through."""

import datetime as dt
import threading

import pytest
from peewee import PeeweeException

from tests.tampering import damage
from xcdesk import store
from xcdesk.db.base import database
from xcdesk.models import CoverageItem
from xcdesk.services import search
from xcdesk.services.log import coverage, coverage_log
from xcdesk.services.office import people
from xcdesk.services.record.entries import NewItem

pytestmark = pytest.mark.file_engine


def log():
    coverage.log_item(people.actor("guo"), NewItem(dt.date(2019, 3, 5), "许昌日报", "承诺公布"))


@pytest.fixture
def place(sqlite_place):
    yield sqlite_place
    store.close_store()


def refusal(act):
    with pytest.raises(PeeweeException) as raised:
        act()
    return store.fault_of(raised.value)


def test_nothing_is_written_before_the_check_has_passed(place):
    store.open_store(place, unchecked=True)
    assert store.is_unchecked()
    assert isinstance(refusal(log), store.UncheckedStoreError)
    assert coverage_log.count().placements == 0
    store.check_file()
    store.allow_writes()
    assert not store.is_unchecked()
    log()
    assert coverage_log.count().placements == 1


def test_a_search_writes_nothing_before_the_check_has_passed(place):
    store.open_store(place)
    log()
    CoverageItem.update(title="事项公开").execute()  # past our transactions: it waits for the index
    store.close_store()
    store.open_store(place, unchecked=True)
    assert search.search("事项公开").total == 0
    store.allow_writes()
    assert search.search("事项公开").total == 1


def test_connections_of_other_threads_wait_as_well(place):
    store.open_store(place, unchecked=True)
    told = []

    def work():
        with store.connection():
            try:
                log()
            except PeeweeException as error:
                told.append(store.fault_of(error))
            store.check_file()

    for _ in range(2):
        thread = threading.Thread(target=work)
        thread.start()
        thread.join()
        store.allow_writes()
    assert [type(each) for each in told] == [store.UncheckedStoreError]
    assert coverage_log.count().placements == 1


def test_a_damaged_file_stays_read_only(place):
    damage(place)
    store.open_store(place, unchecked=True)
    with pytest.raises(store.UnsoundStoreError):
        store.check_file()
    assert isinstance(refusal(lambda: database.execute_sql("DELETE FROM setting")), store.UnsoundStoreError)


def test_the_next_database_knows_nothing_of_the_last_one(place, tmp_path):
    store.open_store(place, unchecked=True)
    store.close_store()
    store.open_store(place)
    log()
    assert not store.is_unchecked()


@pytest.mark.postgres
def test_a_server_looks_after_itself(postgres_place):
    store.open_store(postgres_place, unchecked=True)
    assert not store.is_unchecked()
    store.check_file()
    log()
    store.close_store()
