"""An office moves from its file to a server and back; nothing is lost, doubled or half moved."""

import datetime as dt
import io
import os
import sqlite3
import threading

import psycopg
import pytest

from tests import releases
from xcdesk import __version__, store
from xcdesk.codes import CaseKind, MaterialKind
from xcdesk.db import whole_tables
from xcdesk.db.base import database
from xcdesk.db.server_opening import UnreachableStoreError
from xcdesk.errors import Cancelled
from xcdesk.models import AuditEntry
from xcdesk.models.tables import TABLES
from xcdesk.progress import Operation
from xcdesk.server import moving
from xcdesk.services import approvals, cases
from xcdesk.services.approvals import NewMaterial
from xcdesk.services.cases import NewCase
from xcdesk.services.log import coverage, evidence
from xcdesk.services.log.evidence import NewFile, Particulars
from xcdesk.services.office import people
from xcdesk.services.record import audit, permissions
from xcdesk.services.record.entries import NewItem
from xcdesk.services.search import search
from xcdesk.store import Location

DAY = dt.date(2019, 3, 5)


@pytest.fixture
def empty_database(postgres_server):
    """Address of a database in which there is nothing."""
    name = f"empty_{os.getpid()}"
    yield postgres_server.create(name)
    postgres_server.drop(name)


@pytest.fixture
def office(tmp_path):
    """A file with a row in every table, and something in it that is hard to copy."""
    place = (tmp_path / "desk.db").as_posix()
    releases.lay(__version__, tmp_path / "desk.db")
    store.open_store(place)
    guo = people.actor("guo")
    item = coverage.log_item(guo, NewItem(DAY, "许昌日报", "我市公布 𠮷 承诺'\\N\t事项"))
    scan = NewFile("扫描.png", lambda: io.BytesIO(b"\x00\xff" * 300_000))
    evidence.attach(guo, item, (scan,), Particulars())
    notice = approvals.create(guo, NewMaterial(MaterialKind.NOTICE, "通知", "正文\n第二段"))
    approvals.submit(guo, notice.id)
    cases.register(guo, NewCase(CaseKind.FINDING, "窗口无人值守", "市教育局"))
    yield place
    if store.is_open():
        store.close_store()


def rows_of(path):
    """Every table of a file, as its own library reads it."""
    with sqlite3.connect(path) as file:
        names = [model._meta.table_name for model in TABLES]
        return {name: sorted(file.execute(f'SELECT * FROM "{name}"').fetchall()) for name in names}  # noqa: S608


def moved_by_the_chief(target, operation=None):
    return moving.move(people.actor("office"), Location.parse(target), operation)


def test_an_office_moves_to_a_server_and_back_row_by_row(office, empty_database, tmp_path):
    before = rows_of(office)
    assert all(before.values())
    told = []
    there = moved_by_the_chief(empty_database, Operation(lambda *step: told.append(step)))
    assert there.tables == {name: len(rows) for name, rows in before.items()}
    assert told[0][0] == 0
    assert told[-1][1] == 3 * there.rows
    assert str(store.where()) == empty_database
    assert audit.verify().ok
    assert [hit.title for hit in search("承诺").hits]
    last = AuditEntry.select().order_by(AuditEntry.id.desc()).first()
    assert (last.action, last.who) == ("office.moved", "office")
    coverage.log_item(people.actor("guo"), NewItem(DAY, "许昌晨报", "迁移以后"))  # its number follows

    back = moved_by_the_chief(str(tmp_path / "back.db"))
    assert back.entries == there.entries + 2
    after = rows_of(tmp_path / "back.db")
    for name, rows in before.items():
        assert after[name][: len(rows)] == rows, name
    assert len(after["coverage_item"]) == len(before["coverage_item"]) + 1
    assert not list(tmp_path.glob("*.part*"))


def test_a_place_that_will_not_do_is_refused_and_left_alone(office, empty_database, tmp_path):
    (tmp_path / "there.db").write_text("somebody's")
    for target, refusal in (
        (tmp_path / "other.db", moving.SameEngineError),
        ("postgresql://nobody@127.0.0.1:1/none", UnreachableStoreError),
    ):
        with pytest.raises(refusal):
            moved_by_the_chief(str(target))
    with psycopg.connect(empty_database) as there:
        there.execute("CREATE TABLE somebodys (id integer)")
    with pytest.raises(moving.TargetInUseError):
        moved_by_the_chief(empty_database)
    with pytest.raises(permissions.NotAllowedError):
        moving.move(people.actor("guo"), Location.parse(empty_database))
    assert str(store.where()) == office


def test_what_is_stopped_or_comes_out_differently_leaves_nothing(office, empty_database, monkeypatch):
    stop = threading.Event()
    halfway = Operation(lambda done, total, _: stop.set() if done > total // 2 else None, stop)
    with pytest.raises(Cancelled):
        moved_by_the_chief(empty_database, halfway)
    write = whole_tables.write

    def lossy(handle, table, columns, rows):
        kept = list(rows)
        write(handle, table, columns, kept[:-1] if table == "tenure" else kept)

    monkeypatch.setattr(whole_tables, "write", lossy)
    with pytest.raises(moving.DifferentError) as refused:
        moved_by_the_chief(empty_database)
    assert refused.value.facts == {"table": "tenure"}
    with psycopg.connect(empty_database) as there:
        assert there.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").fetchone() == (0,)
    assert str(store.where()) == office
    assert database.in_transaction() is False


def test_the_console_moves_and_says_how_much(console, sqlite_place, empty_database):
    done = console("--database", sqlite_place, "move", "--to", empty_database, "--json")
    assert done.code == 0, done.err
    assert done.json["equal"] is True
    assert done.json["tables"]["unit"] > 20
    again = console("--database", sqlite_place, "move", "--to", empty_database, "--json")
    assert again.json["error"]["code"] == "move.in_use"
