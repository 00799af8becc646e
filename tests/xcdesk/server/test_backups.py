"""A server's office is backed up by the desk of an administrator, as a file that can be gone back to."""

import datetime as dt
import shutil
from pathlib import Path

import psycopg
import pytest
from psycopg import sql

from xcdesk import clock, store
from xcdesk.codes import CaseKind
from xcdesk.db import base, whole_tables
from xcdesk.db.backups import copies, taking
from xcdesk.db.base import database
from xcdesk.models import User
from xcdesk.server import tables
from xcdesk.services import cases, search
from xcdesk.services.accounts import secrets
from xcdesk.services.backups import at_server, keeping, listing, restoring
from xcdesk.services.backups.keeping import Reason
from xcdesk.services.cases import NewCase, Petitioner, keys
from xcdesk.services.cases.keys import KeyPlace
from xcdesk.services.due import symptoms
from xcdesk.services.log import coverage
from xcdesk.services.office import drafts, people
from xcdesk.services.office.drafts import DraftText
from xcdesk.services.record import audit
from xcdesk.services.record.entries import NewItem

DAY = dt.date(2019, 3, 5)


@pytest.fixture
def lived_in(sit_down):
    """The office with a report, a petitioner, a text that is being typed, a password and a PIN."""
    keys.make(sit_down("office"), KeyPlace.FILE)
    guo = sit_down("guo")
    coverage.log_item(guo, NewItem(DAY, "许昌日报", "我市公布承诺事项"))
    somebody = Petitioner("示例·来某", "13812345678", "", "", "")
    cases.register(guo, NewCase(CaseKind.COMPLAINT, "办事排队", "市教育局", petitioner=somebody))
    drafts.keep(guo, DraftText("material:new", "没写完", "……"))
    secrets.set_password(guo, "", "ocean-93-lamp")
    secrets.set_pin(guo, "ocean-93-lamp", "730418")


def digests(handle, kinds, left_out=frozenset()):
    """How many rows each table holds, and a digest of them in the form of a file."""
    found = {}
    for name in sorted(set(tables.names()) - left_out):
        columns = whole_tables.columns(kinds[name])
        rows = whole_tables.read(handle, name, columns)
        found[name] = whole_tables.digest(whole_tables.plain(rows, columns, kinds[name]))
    return found


def test_an_administrator_s_backup_is_the_whole_office_and_can_be_gone_back_to(
    lived_in, sit_down, office, tmp_path
):
    chief = sit_down("office")
    made = Path(keeping.back_up(Reason.BY_HAND, actor=chief).file)
    assert copies.verify(made).ok
    assert [each.reason for each in listing.backups()] == ["by-hand"]
    store.close_store()
    store.open_store(office)
    kinds = {name: whole_tables.kinds(database.obj, name) for name in tables.names()}
    # the copy begins after the entry that allows it and ends before the one that tells of it
    since = frozenset(("audit_entry", "desk_user"))
    at_the_server = digests(database.obj, kinds, since)
    store.close_store()
    restoring.restore(made, tmp_path / "desk.db")
    copied = base.sqlite(shutil.copy(made, tmp_path / "looked_at.db"))
    copied.connect()
    assert digests(copied, kinds, since) == at_the_server
    copied.close()
    store.open_store(tmp_path / "desk.db")
    secrets.prove(people.actor("guo"), "ocean-93-lamp")
    assert User.get(User.login == "guo").pin == ""
    assert search.search("承诺").hits
    assert audit.verify().ok


def test_all_desks_see_when_the_last_one_was_and_one_is_due_after_hours_of_work(
    lived_in, sit_down, monkeypatch
):
    guo = sit_down("guo")
    with pytest.raises(at_server.KeptByServerError):
        keeping.back_up(Reason.BY_HAND, actor=guo)
    assert not keeping.keeps(guo)
    assert listing.standing().last is None
    chief = sit_down("office")
    assert keeping.keep(chief) is not None
    assert keeping.keep(chief) is None
    guo = sit_down("guo")
    now = listing.standing()
    assert (now.last - clock.utc_now()).total_seconds() < 60
    assert now.by.startswith(chief.name)
    later = clock.utc_now() + at_server.EVERY
    monkeypatch.setattr(clock, "utc_now", lambda: later)
    assert not at_server.is_due()  # nothing was written but that it was taken
    coverage.log_item(guo, NewItem(DAY, "许昌日报", "第二篇"))
    assert at_server.is_due()
    monkeypatch.setenv("XCDESK_TODAY", (clock.today() + dt.timedelta(days=3)).isoformat())
    assert "backup" in {each.kind for each in symptoms.symptoms(clock.today())}


def test_a_backup_that_the_server_does_not_hand_out_leaves_nothing(lived_in, sit_down, office):
    sit_down("office")
    with pytest.raises(taking.BackupError):
        store.back_up_now(store.where(), "by-hand")  # without its entry in the record
    assert listing.backups() == ()
    assert listing.standing().memory.failed_code == "backup.failed"


def test_what_nobody_reads_is_handed_out_against_an_entry_alone(lived_in, sit_down, session):
    psql = session("office")
    for table in whole_tables.HANDED_OUT:
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            psql.execute(sql.SQL("SELECT * FROM desk.{}()").format(sql.Identifier(f"whole_{table}")))
    chief = sit_down("office")
    with database.atomic():
        audit.record(chief, at_server.COPIED, "office")
    assert psql.execute("SELECT pin FROM desk.whole_desk_user() WHERE login = 'guo'").fetchone() == ("",)
    with pytest.raises(psycopg.errors.InsufficientPrivilege):  # what was read could be taken back
        psql.execute("SELECT pg_current_xact_id(); SELECT * FROM desk.whole_case_private()")
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        session("chen").execute("SELECT * FROM desk.whole_desk_user()")


def test_the_keeper_s_console_backs_up_too_and_old_ones_go(console, postgres_place, tmp_path):
    at = ("--database", postgres_place, "--user", "office")
    first = console(*at, "backup", "now", "--json")
    assert first.code == 0, first.err
    shutil.copy(first.json["file"], tmp_path / "kept.db")
    listed = console(*at, "backup", "list", "--json").json["backups"]
    assert [one["this_office"] for one in listed] == [True]
    rehearsed = console(*at, "backup", "rehearse", "--json")
    assert rehearsed.json["ok"]


def test_a_server_that_was_set_up_by_an_earlier_version_is_named(sit_down, office):
    with psycopg.connect(office, autocommit=True) as keeper:
        keeper.execute("DROP FUNCTION desk.whole_desk_user()")
    with pytest.raises(at_server.SetUpAgainError):
        keeping.back_up(Reason.BY_HAND, actor=sit_down("office"))
