"""The record: chained, append-only, and part of the change it records."""

import pytest
from peewee import IntegrityError

from tests.tampering import drop_trigger
from xcdesk.db.base import database
from xcdesk.models import AuditEntry
from xcdesk.services import audit


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
