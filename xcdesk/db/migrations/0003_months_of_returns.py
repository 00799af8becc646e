"""What a batch was about: its months by unit, when it came and whether it was sent back."""

import json
from typing import Any

from peewee import Database, DateField, DateTimeField, ForeignKeyField, IntegerField, Model
from playhouse.migrate import SqliteMigrator


class Unit(Model):
    class Meta:
        table_name = "unit"


class ImportBatch(Model):
    class Meta:
        table_name = "import_batch"


class ImportMonth(Model):
    batch = ForeignKeyField(ImportBatch, on_delete="RESTRICT")
    unit = ForeignKeyField(Unit, null=True, on_delete="RESTRICT")
    month = DateField(index=True)
    accepted = IntegerField(default=0)
    turned_down = IntegerField(default=0)

    class Meta:
        table_name = "import_month"
        indexes = ((("batch", "unit", "month"), True),)


def up(migrator: Any, db: Database) -> None:
    """Add the columns and the table, and fill it from the rows that each batch has kept."""
    migrator.migrate(
        migrator.add_column("import_batch", "received_on", DateField(null=True)),
        migrator.add_column("import_batch", "returned_at", DateTimeField(null=True)),
    )
    with db.bind_ctx((Unit, ImportBatch, ImportMonth)):
        db.create_tables((ImportMonth,), safe=False)
        rows = _months(migrator, db)
        for start in range(0, len(rows), 100):
            ImportMonth.insert_many(rows[start : start + 100]).execute()


def _months(migrator: Any, db: Database) -> list[dict[str, Any]]:
    """A line for each batch, unit and month; rows turned down belong to the month with the most rows."""
    on_file = isinstance(migrator, SqliteMigrator)
    kept = "json_extract(r.after, '$.{}')" if on_file else "(r.after::json->>'{}')"
    unit, day = (kept.format(name) for name in ("unit", "day"))
    query = (
        f"SELECT r.batch_id, COALESCE(b.sender_id, CAST({unit} AS INTEGER)) AS unit, "  # noqa: S608  # own words
        f"SUBSTR({day}, 1, 7) AS month, COUNT(*) FROM import_row r JOIN import_batch b ON b.id = r.batch_id "
        "WHERE r.row > 0 GROUP BY 1, 2, 3 ORDER BY 1"
    )
    lines = [
        {"batch": batch, "unit": unit, "month": f"{month}-01", "accepted": count, "turned_down": 0}
        for batch, unit, month, count in db.execute_sql(query).fetchall()
    ]
    largest: dict[int, dict[str, Any]] = {}
    for line in lines:
        known = largest.setdefault(line["batch"], line)
        if line["accepted"] > known["accepted"]:
            largest[line["batch"]] = line
    for batch, counts in db.execute_sql("SELECT id, counts FROM import_batch").fetchall():
        if batch in largest:
            largest[batch]["turned_down"] = json.loads(counts).get("error", 0)
    return lines
