"""Indexes by which the log is counted, sorted and paged, in place of those that were narrower.

An index of a list holds the rows of each value in the log by day; the trash lies apart in it.
"""

from typing import Any

from peewee import Database

WIDER = (
    ("outlet_id", "removed_at", "day"),
    ("unit_id", "removed_at", "day"),
    ("form", "removed_at", "day"),
    ("theme", "removed_at", "day"),
    ("tier", "removed_at", "day"),
    ("removed_at", "day"),
    ("removed_at", "logged_at"),
)
OF_REPRINTS = {
    "coverage_item_reprints": "(removed_at, day, outlet_id, tier, unit_id, form, group_id)",
    "coverage_item_groups": "(group_id, removed_at, outlet_id)",
}
NARROWER = ("outlet_id", "unit_id", "group_id", "day_outlet_id", "unit_id_day")


def up(migrator: Any, db: Database) -> None:
    """Make the new indexes, then drop those that they replace."""
    for columns in WIDER:
        migrator.migrate(migrator.add_index("coverage_item", columns, False))
    for name, listed in OF_REPRINTS.items():
        db.execute_sql(f"CREATE INDEX {name} ON coverage_item {listed} WHERE group_id IS NOT NULL")
    for columns in NARROWER:
        migrator.migrate(migrator.drop_index("coverage_item", f"coverageitem_{columns}"))
