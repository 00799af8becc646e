"""An issue keeps the end of the record that is printed on it; the record is found by person, act and day."""

from typing import Any

from peewee import CharField, Database, DateTimeField, IntegerField, Model


class AuditEntry(Model):
    at = DateTimeField()
    who = CharField(max_length=40)
    who_name = CharField(max_length=40)
    action = CharField(max_length=40)

    class Meta:
        table_name = "audit_entry"


def up(migrator: Any, db: Database) -> None:
    """Add the two columns, empty for what was issued before, and the indexes."""
    migrator.migrate(
        migrator.add_column("bulletin", "record_count", IntegerField(default=0)),
        migrator.add_column("bulletin", "record_digest", CharField(max_length=64, default="")),
    )
    with db.bind_ctx((AuditEntry,)):
        for columns in ((AuditEntry.at,), (AuditEntry.action,), (AuditEntry.who, AuditEntry.who_name)):
            db.execute(AuditEntry.index(*columns))
