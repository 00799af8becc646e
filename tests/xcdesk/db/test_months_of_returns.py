"""Batches written before their months were kept get them from the rows that they have kept."""

import datetime as dt
import json

from xcdesk import store
from xcdesk.db.base import database
from xcdesk.models import ImportBatch, ImportMonth, ImportRow
from xcdesk.services.returns import returns_status


def forget_months():
    """The database as it was before the migration."""
    database.execute_sql("DROP TABLE import_month")
    for column in ("received_on", "returned_at"):
        database.execute_sql(f"ALTER TABLE import_batch DROP COLUMN {column}")
    database.execute_sql("DELETE FROM schema_migration WHERE name = '0003_months_of_returns'")


def test_months_of_old_batches_are_filled_in(db):
    sent = ImportBatch.create(sender=3, file_name="a.xlsx", sha256="0" * 64, counts=json.dumps({"error": 4}))
    mixed = ImportBatch.create(sender=None, file_name="b.xlsx", sha256="1" * 64)
    after = [
        (sent, 1, "2019-02-08", 3),
        (sent, 2, "2019-03-01", 3),
        (sent, 3, "2019-03-02", 9),
        (sent, 0, "2018-01-01", 3),
        (mixed, 1, "2019-03-05", 1),
        (mixed, 2, "2019-03-05", 2),
    ]
    for batch, row, day, unit in after:
        kept = json.dumps({"day": day, "unit": unit})
        ImportRow.create(batch=batch, row=row, item=1, after=kept, item_version=1)
    forget_months()
    store.close_store()

    store.open_store(db)
    columns = (ImportMonth.batch, ImportMonth.unit, ImportMonth.month, ImportMonth.accepted)
    kept = ImportMonth.select(*columns, ImportMonth.turned_down).tuples()
    february, march = dt.date(2019, 2, 1), dt.date(2019, 3, 1)
    assert set(kept) == {
        (sent.id, 3, february, 1, 0),
        (sent.id, 3, march, 2, 4),
        (mixed.id, 1, march, 1, 0),
        (mixed.id, 2, march, 1, 0),
    }
    assert {one.unit.id for one in returns_status.status(march).units if one.files} == {1, 2, 3}
