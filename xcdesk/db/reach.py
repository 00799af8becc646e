"""Whose account a reprinted external placement goes to: a table that the file engine keeps by triggers.

A placement of provincial or national tier counts for every outlet with a report in its reprint group. A line
of the table is one placement and one such outlet, so that a year of an outlet is one stretch of its key. Like
the tallies it repeats what the rows say, is made anew after every migration, and is compared by ``check``. A
server asks its rows: two desks that add to one group at the same time do not see each other's report.
"""

from peewee import Database

from xcdesk.codes import EXTERNAL

TABLE = "external_reach"
COLUMNS = ("outlet_id", "day", "item_id", "group_id", "own")
"""``own`` is 1 where the placement is logged under the outlet itself."""

_LISTED = ", ".join(COLUMNS)
_TIERS = ", ".join(f"'{tier.value}'" for tier in EXTERNAL)
_LIVE = "group_id IS NOT NULL AND removed_at IS NULL"
_THERE = "group_id = NEW.group_id AND +removed_at IS NULL"
"""The plus keeps SQLite off an index that begins with the trash, of which it would read every group."""

RECOUNT = (
    "SELECT DISTINCT mine.outlet_id, item.day, item.id, item.group_id, mine.outlet_id = item.outlet_id "  # noqa: S608  # own words
    f"FROM (SELECT * FROM coverage_item WHERE {_LIVE} AND tier IN ({_TIERS})) AS item "
    f"JOIN (SELECT * FROM coverage_item WHERE {_LIVE}) AS mine ON mine.group_id = item.group_id"
)
"""Query for what the table should hold."""

# What a report does to its group: it reaches the external placements there, and is reached by the others.
_ADD = (
    f"INSERT INTO {TABLE} ({_LISTED}) SELECT NEW.outlet_id, day, id, group_id, outlet_id = NEW.outlet_id "  # noqa: S608
    f"FROM coverage_item WHERE NEW.removed_at IS NULL AND {_THERE} "
    f"AND tier IN ({_TIERS}) ON CONFLICT DO NOTHING; "
    f"INSERT INTO {TABLE} ({_LISTED}) SELECT outlet_id, NEW.day, NEW.id, group_id, outlet_id = NEW.outlet_id "
    f"FROM coverage_item WHERE NEW.removed_at IS NULL AND {_THERE} "
    f"AND NEW.tier IN ({_TIERS}) ON CONFLICT DO NOTHING;"
)
_TAKE = (
    f"DELETE FROM {TABLE} WHERE group_id = OLD.group_id AND (item_id = OLD.id OR (outlet_id = OLD.outlet_id "  # noqa: S608
    f"AND NOT EXISTS (SELECT 1 FROM coverage_item AS left WHERE left.group_id = OLD.group_id "
    f"AND left.removed_at IS NULL AND left.outlet_id = OLD.outlet_id)));"
)
_GROUPED = "{row}.group_id IS NOT NULL"
_EITHER = f"{_GROUPED.format(row='OLD')} OR {_GROUPED.format(row='NEW')}"
_MOVES = "UPDATE OF group_id, outlet_id, day, tier, removed_at"
_TRIGGERS = {
    "coverage_item_joins": ("INSERT", _GROUPED.format(row="NEW"), _ADD),
    "coverage_item_moves": (_MOVES, _EITHER, f"{_TAKE} {_ADD}"),
    "coverage_item_leaves": ("DELETE", _GROUPED.format(row="OLD"), _TAKE),
}
TRIGGERS = tuple(_TRIGGERS)
"""Names of the triggers that keep the table."""


def create(handle: Database) -> None:
    """Fill the table anew and make its triggers; in one transaction of the caller."""
    for name in TRIGGERS:
        handle.execute_sql(f"DROP TRIGGER IF EXISTS {name}")
    handle.execute_sql(f"DROP TABLE IF EXISTS {TABLE}")
    handle.execute_sql(
        f"CREATE TABLE {TABLE} (outlet_id INTEGER NOT NULL, day TEXT NOT NULL, item_id INTEGER NOT NULL, "
        "group_id INTEGER NOT NULL, own INTEGER NOT NULL, "
        "PRIMARY KEY (outlet_id, day, item_id)) WITHOUT ROWID"
    )
    handle.execute_sql(f"CREATE INDEX {TABLE}_groups ON {TABLE} (group_id)")
    handle.execute_sql(f"INSERT INTO {TABLE} ({_LISTED}) {RECOUNT}")  # own words
    for name, (event, when, body) in _TRIGGERS.items():
        handle.execute_sql(
            f"CREATE TRIGGER {name} AFTER {event} ON coverage_item WHEN {when} BEGIN {body} END"
        )
