"""Two desks: what one saves is seen on the other, named for a minute; a server that goes away is awaited."""

import datetime as dt
import threading
from collections import deque

import pytest
from peewee import OperationalError
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel

from tests.ui.log_hands import F, cell, titles
from ui.changes import Area, Changes, Lately
from ui.desk import Desk
from ui.dialogs.company import Company
from ui.dialogs.form import FormDialog
from ui.others import OtherDesks
from ui.tasks import TaskRunner
from ui.theme.tokens import State
from ui.undo import UndoStack
from xcdesk import store
from xcdesk.services.log import coverage
from xcdesk.services.office import people
from xcdesk.services.record import audit, presence
from xcdesk.services.record.entries import NewItem
from xcdesk.services.record.presence import Stay

MONDAY = dt.date(2019, 3, 4)


@pytest.fixture(autouse=True)
def another_process(monkeypatch):
    """What this process writes counts as another desk's."""
    monkeypatch.setattr(audit, "own", deque(maxlen=0))


def elsewhere(act, *words):
    """Do something on another thread and connection, and wait for it."""

    def work():
        with store.connection():
            act(*words)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()


@pytest.fixture
def listening(window):
    """The window, showing the whole log and hearing other desks."""
    others = OtherDesks(window.desk, window.status.show_state, window.unsaved, window)
    others.said.connect(window.status.say)
    others.begin()
    window.show_page("coverage")
    window.page().turn()
    yield window
    window.desk.runner.shutdown()


def test_what_another_desk_saves_is_seen_here_with_its_name(listening, qtbot):
    page, chen = listening.page(), people.actor("chen")
    elsewhere(coverage.log_item, chen, NewItem(MONDAY, "许昌日报", "别处登记"))
    qtbot.waitUntil(lambda: titles(page) == ["别处登记"])
    assert page.log.table.marks.who(0) == chen.name
    assert chen.name in listening.status._said.text()
    page.log.table.grab()

    # what is being typed stays until it is saved or left
    cell(page, "别处登记", F.TITLE)
    qtbot.keyClick(page.log.table, "x")
    field = page.commands.of_log.editing.editor().field
    qtbot.keyClicks(field, "yz")
    elsewhere(coverage.log_item, chen, NewItem(MONDAY, "许昌晨报", "又一篇"))
    qtbot.waitUntil(lambda: page.desk.changes.lately.who("coverage_item", 2) == chen.name)
    assert field.text() == "xyz"
    assert field.hasFocus()
    page.log.table.setFocus()
    qtbot.waitUntil(lambda: len(titles(page)) == 2)


def test_the_name_goes_after_a_minute(qtbot, monkeypatch):
    lately = Lately()
    lately.note([("unit", 3)], "示例·林某")
    assert lately.who("unit", 3) == "示例·林某"
    assert lately.who("unit", 4) == ""
    monkeypatch.setattr("ui.changes.time.monotonic", lambda: 1e12)
    assert lately.who("unit", 3) == ""


@pytest.fixture
def at_a_server(postgres_place, preferences):
    """A desk without a window at a server."""
    store.open_store(postgres_place)
    made = Desk(people.actor("guo"), TaskRunner(store.connection), Changes(), UndoStack(), preferences)
    yield made
    made.runner.shutdown()
    store.close_store()


def test_a_server_that_goes_away_is_said_awaited_and_read_again(at_a_server, postgres_server, qtbot):
    said, told, parent = [], [], QObject()
    others = OtherDesks(at_a_server, lambda state, _: said.append(state), lambda: False, parent)
    at_a_server.changes.changed.connect(told.append)
    others.begin()
    name = str(store.where()).rpartition("/")[2]
    admin = postgres_server.admin
    admin.execute(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS false')
    admin.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [name])
    qtbot.waitUntil(lambda: said == [State.LATE])
    with pytest.raises(OperationalError) as raised:
        coverage.log_item(at_a_server.actor, NewItem(MONDAY, "许昌日报", "断开期间"))
    assert store.fault_of(raised.value).code == "store.lost"
    admin.execute(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS true')
    qtbot.waitUntil(lambda: said == [State.LATE, State.DONE])
    assert told == [frozenset(Area) - {Area.BACKUPS}]
    coverage.log_item(at_a_server.actor, NewItem(MONDAY, "许昌日报", "恢复以后"))
    qtbot.waitUntil(lambda: told[1:] == [frozenset({Area.COVERAGE})])


def _edit_elsewhere(come, go):
    """Somebody comes to report 7, and leaves when he is told to."""
    with store.connection():
        presence.sit_down(people.actor("chen"))
        stay = Stay("coverage_item", 7)
        stay.begin()
        come.set()
        go.wait(30)
        stay.end()


def test_the_first_at_a_record_is_told_of_the_second_and_of_his_leaving(at_a_server, qtbot):
    parent = QObject()
    others = OtherDesks(at_a_server, lambda *_: None, lambda: False, parent)
    others.begin()
    form = FormDialog("x", "y", lambda: None)
    qtbot.addWidget(form)
    form.of_row("coverage_item", 7, lambda: None)
    form.open()
    (company,) = form.findChildren(Company)
    assert not company.isVisible()
    come, go = threading.Event(), threading.Event()
    thread = threading.Thread(target=_edit_elsewhere, args=(come, go))
    thread.start()
    come.wait(30)
    try:
        qtbot.waitUntil(company.isVisible)
        assert any("示例·陈某" in part.text() for part in company.findChildren(QLabel))
    finally:
        go.set()
        thread.join()
    qtbot.waitUntil(lambda: not company.isVisible())
    form.reject()
    others.stop()


def test_a_database_closed_under_it_ends_the_listening_also_when_another_is_opened(
    db, sqlite_place, preferences, qtbot
):
    said = []
    desk = Desk(people.actor("guo"), TaskRunner(store.connection), Changes(), UndoStack(), preferences)
    others = OtherDesks(desk, lambda *state: said.append(state), lambda: False, QObject())
    others.begin()
    store.close_store()
    store.open_store(sqlite_place)
    with qtbot.captureExceptions() as raised:
        qtbot.waitUntil(lambda: not any(thread.name == "news" for thread in threading.enumerate()))
    assert (raised, said) == ([], [])
    store.close_store()
