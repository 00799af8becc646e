"""A server that goes away: what was acknowledged is there once, and the desk goes on when it is back."""

import datetime as dt
import threading
from collections import deque

import pytest
from peewee import OperationalError

from tests.proxy import Break, proxy
from xcdesk import store
from xcdesk.db.base import database
from xcdesk.models import AuditEntry, CoverageItem
from xcdesk.services.log import coverage
from xcdesk.services.office import people
from xcdesk.services.record import audit, news
from xcdesk.services.record.entries import NewItem

pytestmark = pytest.mark.postgres

DAY = dt.date(2019, 3, 5)


@pytest.fixture
def relayed(postgres_place, postgres_server):
    """An office behind a relay that can cut connections; gives the relay and who sits there."""
    with proxy(postgres_server.port) as relay:
        store.open_store(postgres_place.replace(f":{postgres_server.port}/", f":{relay.port}/"))
        yield relay, people.actor("guo")
        store.close_store()


def titles():
    return [row.title for row in CoverageItem.select().order_by(CoverageItem.id)]


def test_a_lost_reply_to_a_commit_leaves_exactly_one_row(relayed):
    relay, guo = relayed
    told = []
    relay.breaks = Break.AFTER
    with database.atomic():
        coverage.log_item(guo, NewItem(DAY, "许昌日报", "答复丢失"))
        database.obj.after_commit(lambda: told.append("committed"))
    assert relay.broken == 1
    assert told == ["committed"]
    assert titles() == ["答复丢失"]
    assert AuditEntry.select().where(AuditEntry.action == "coverage.logged").count() == 1
    assert audit.verify().ok


def test_a_commit_that_never_arrived_is_refused_and_can_be_done_again(relayed):
    relay, guo = relayed
    relay.breaks = Break.BEFORE
    with pytest.raises(OperationalError) as raised:
        coverage.log_item(guo, NewItem(DAY, "许昌日报", "没有送到"))
    assert store.fault_of(raised.value).code == "store.lost"
    assert titles() == []
    coverage.log_item(guo, NewItem(DAY, "许昌日报", "没有送到"))
    assert titles() == ["没有送到"]
    assert audit.verify().ok


@pytest.fixture
def kill(postgres_server):
    """Ends every session of the program at the server."""

    def end():
        postgres_server.admin.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'xcdesk'"
        )

    return end


def test_who_listens_hears_on_over_a_connection_that_was_made_anew(relayed, kill, monkeypatch):
    _, guo = relayed
    monkeypatch.setattr(audit, "own", deque(maxlen=0))  # as if another process wrote
    reader = news.Reader(news.latest())
    kill()
    assert reader.read() == ()  # this made the connection anew, and nobody listened on it

    def write():
        with store.connection():
            coverage.log_item(guo, NewItem(DAY, "许昌日报", "别处登记"))

    assert reader.wait(0.1) == ()
    thread = threading.Thread(target=write)
    thread.start()
    assert [each.action for each in reader.wait(10)] == ["coverage.logged"]
    thread.join()


def test_a_connection_that_died_in_between_is_made_anew(relayed, kill):
    _, guo = relayed

    def halfway():
        with database.atomic():
            coverage.log_item(guo, NewItem(DAY, "许昌日报", "半途"))
            kill()

    kill()
    assert titles() == []
    kill()
    coverage.log_item(guo, NewItem(DAY, "许昌日报", "接着工作"))
    with pytest.raises(OperationalError) as raised:
        halfway()
    assert store.fault_of(raised.value).code == "store.lost"
    assert titles() == ["接着工作"]
    assert database.in_transaction() is False
