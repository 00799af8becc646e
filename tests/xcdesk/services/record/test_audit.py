"""The record: chained, append-only, and part of the change it records."""

import datetime as dt
import json
from pathlib import Path

import pytest
from peewee import IntegrityError

from tests import issuing
from tests.tampering import drop_trigger, raw
from xcdesk import store
from xcdesk.codes import Series
from xcdesk.db.base import database
from xcdesk.errors import Cancelled
from xcdesk.models import AuditEntry, Bulletin
from xcdesk.progress import Operation
from xcdesk.services import approvals
from xcdesk.services.issuing import bulletins
from xcdesk.services.issuing.numbering import IssueFiles, NewFile
from xcdesk.services.record import anchors, audit
from xcdesk.services.record.audit import Anchor
from xcdesk.services.upkeep import checks

COLUMNS = "id, at, who, who_name, action, subject, facts, previous, digest"
DAY = dt.date(2019, 3, 11)


def add(actor, count=3):
    for number in range(count):
        with database.atomic():
            audit.record(actor, "test.done", f"thing:{number}", number=number, title="承诺")


def test_the_chain_of_an_untouched_record_is_whole(clerk):
    add(clerk)
    report = audit.verify()
    assert (report.count, report.broken_at) == (4, None)
    assert audit.anchor().count == 4


def test_an_entry_outside_a_transaction_is_a_programming_error(clerk):
    with pytest.raises(RuntimeError):
        audit.record(clerk, "test.done", "thing:1")


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_entry SET who = 'x' WHERE id = 2",
        "DELETE FROM audit_entry WHERE id = 2",
    ],
)
def test_the_database_refuses_to_rewrite_the_record(clerk, statement):
    add(clerk)
    with pytest.raises(IntegrityError, match="append-only"), database.atomic():
        database.execute_sql(statement)


def test_an_entry_changed_behind_the_triggers_is_named(clerk):
    add(clerk)
    drop_trigger("audit_entry", "update")
    AuditEntry.update(facts='{"number": 7}').where(AuditEntry.id == 3).execute()
    assert audit.verify().broken_at == 3


def test_a_removed_entry_is_found_at_its_follower(clerk):
    add(clerk)
    drop_trigger("audit_entry", "delete")
    AuditEntry.delete().where(AuditEntry.id == 3).execute()
    assert audit.verify().broken_at == 4


def tamper(place, *statements):
    """Carry statements out behind the program's back, with the guards of the record taken off first."""
    store.close_store()
    on = " ON audit_entry" if place.startswith("postgresql") else ""
    guards = [f"DROP TRIGGER audit_entry_no_{verb}{on}" for verb in ("update", "delete")]
    raw(place, *guards, *statements)
    store.open_store(place, guarded=False)


def replaced(place, entry, facts):
    """Statements that put another entry under the same number, by the engine's own way."""
    columns = COLUMNS.replace("facts", repr(facts))
    values = f"SELECT {columns} FROM audit_entry WHERE id = {entry}"  # noqa: S608  # own words
    if not place.startswith("postgresql"):
        return [f"INSERT OR REPLACE INTO audit_entry ({COLUMNS}) {values}"]
    return [
        f"CREATE TABLE other AS {values}",
        f"DELETE FROM audit_entry WHERE id = {entry}",  # noqa: S608
        f"INSERT INTO audit_entry ({COLUMNS}) SELECT * FROM other",  # noqa: S608
    ]


def told():
    """What ``check`` says of the record."""
    (said,) = [check for check in checks.run() if check.name == "audit"]
    return said


@pytest.mark.parametrize(
    ("broken_at", "statements"),
    [
        (3, ["UPDATE audit_entry SET who = 'x' WHERE id = 3"]),
        (4, ["DELETE FROM audit_entry WHERE id = 3"]),
        (2, ["DELETE FROM audit_entry WHERE id = 1"]),
        (3, ["UPDATE audit_entry SET id = 9 WHERE id = 2"]),
    ],
    ids=["edited", "deleted", "beheaded", "reordered"],
)
def test_check_names_the_row_at_which_the_record_was_tampered_with(db, clerk, broken_at, statements):
    add(clerk)
    tamper(db, *statements)
    assert (audit.verify().broken_at, told().ok) == (broken_at, False)
    assert f"断开处：{broken_at}；" in told().detail


def test_an_entry_replaced_under_its_number_is_named(db, clerk):
    add(clerk)
    tamper(db, *replaced(db, 3, "{}"))
    assert (audit.verify().broken_at, told().ok) == (3, False)


def test_replacing_is_refused_while_the_guards_stand(db, clerk):
    add(clerk)
    before = audit.anchor()
    first, *_ = replaced(db, 3, "{}")[-2:]  # on a server the row must go before it can come anew
    with pytest.raises(IntegrityError, match="append-only"), database.atomic():
        database.execute_sql(first)
    assert audit.anchor() == before


def test_a_cut_tail_is_found_through_a_backup(db, clerk):
    add(clerk)
    made = Path(store.back_up_now(store.where(), "by-hand").file)
    assert told().ok
    tamper(db, "DELETE FROM audit_entry WHERE id = 4")
    assert audit.verify().ok  # the chain alone says nothing
    said = told()
    assert not said.ok
    assert f"备份 {made.name}（第 4 条）" in said.detail


def test_a_record_written_anew_is_found_through_a_backup(db, clerk):
    add(clerk)
    store.back_up_now(store.where(), "by-hand")
    tamper(db, "DELETE FROM audit_entry WHERE id >= 3")
    add(clerk)
    assert audit.verify().ok
    assert not told().ok


def test_a_backup_of_another_office_in_the_same_folder_says_nothing(db, clerk):
    add(clerk)
    made = Path(store.back_up_now(store.where(), "by-hand").file).with_suffix(".json")
    manifest = json.loads(made.read_text())
    assert manifest["record"]["count"] == audit.anchor().count
    assert manifest["record"]["last"] == audit.anchor().digest
    manifest["record"] |= {"first": "f" * 64, "count": 900}
    made.write_text(json.dumps(manifest))
    assert told().ok


def test_a_cut_tail_is_found_through_the_issue_that_printed_it(db, clerk, leader):
    draft = bulletins.draft(clerk, Series.INTERNAL_REFERENCE, DAY)
    row = approvals.submit(clerk, draft.material)
    approvals.agree(leader, draft.material, seen_hash=row.text_hash)
    printed = []

    def freeze(numbers):
        printed.append(audit.anchor())
        return IssueFiles((NewFile("pdf", f"{numbers.number}.pdf", b"%PDF"),), 1)

    made = issuing.bulletin(clerk, draft.material, version=None, on=DAY, freeze=freeze)
    kept = Bulletin.get_by_id(made.id)
    assert Anchor(kept.record_count, kept.record_digest) == printed[0]
    assert told().ok
    tamper(db, f"DELETE FROM audit_entry WHERE id >= {kept.record_count}")  # noqa: S608  # a number
    assert "内部参考2019年第1期" in told().detail
    assert not told().ok


def test_the_check_of_the_record_can_be_stopped(clerk):
    add(clerk)
    operation = Operation()
    operation.cancelled.set()
    with pytest.raises(Cancelled):
        audit.verify(anchors.kept(), operation)
