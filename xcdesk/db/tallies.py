"""Counts of the log that the file engine keeps by triggers: a month or a year is then a few thousand rows.

A tally holds the placements (次) of each combination of its keys; pieces (篇) follow from them and the few
rows in reprint groups (`xcdesk.services.counts.sums`). Tallies repeat what the rows say: they are made anew
after every migration; `xcdesk-cli check` compares them, and with ``--repair`` makes them anew. A server
counts from its rows: the tally row of a day would be a lock that one desk's import holds against all others.
"""

from collections.abc import Iterator
from typing import NamedTuple

from peewee import Database

NO_UNIT = 0
"""Stands for rows without unit."""
NO_FORM = ""
"""Stands for rows without form."""

_EXPRESSIONS = {
    "month": "substr({row}day, 1, 7)",
    "unit_id": f"COALESCE({{row}}unit_id, {NO_UNIT})",
    "form": f"COALESCE({{row}}form, '{NO_FORM}')",
}
_TYPES = {"outlet_id": "INTEGER", "unit_id": "INTEGER", "group_id": "INTEGER"}


class Tally(NamedTuple):
    """One table of counts; ``keys`` are its columns besides ``placements``.

    ``grouped`` counts rows in reprint groups alone.
    """

    table: str
    keys: tuple[str, ...]
    grouped: bool = False

    def source(self, row: str = "") -> str:
        """The keys of a row of the log as SQL; ``row`` is a prefix such as ``NEW.``."""
        return ", ".join(_EXPRESSIONS.get(key, f"{{row}}{key}").format(row=row) for key in self.keys)

    @property
    def columns(self) -> tuple[str, ...]:
        """Every column."""
        return (*self.keys, "placements")

    @property
    def recount(self) -> str:
        """Query for what the table should hold."""
        places = ", ".join(str(at) for at in range(1, len(self.keys) + 1))
        counted = "removed_at IS NULL" + (" AND group_id IS NOT NULL" if self.grouped else "")
        return f"SELECT {self.source()}, COUNT(*) FROM coverage_item WHERE {counted} GROUP BY {places}"  # noqa: S608


TALLIES = (
    Tally("outlet_tally", ("day", "outlet_id", "tier")),
    Tally("unit_tally", ("day", "unit_id", "tier")),
    Tally("form_tally", ("day", "form", "tier")),
    Tally("month_tally", ("month", "unit_id", "outlet_id", "tier")),
)
"""Tallies of the whole log, that of months last."""
GROUP_TALLY = Tally("group_tally", ("group_id", "outlet_id"), grouped=True)
"""Tells the few groups of which one outlet has two placements or more."""
KEPT = (*TALLIES, GROUP_TALLY)
"""Every table of counts."""

_LIVE = "{row}removed_at IS NULL"
_TRIGGERS = {
    "coverage_item_logged": ("INSERT", ("NEW.",)),
    "coverage_item_altered": (
        "UPDATE OF day, outlet_id, tier, unit_id, form, group_id, removed_at",
        ("OLD.", "NEW."),
    ),
    "coverage_item_deleted": ("DELETE", ("OLD.",)),
}
TRIGGERS = tuple(f"{name}_{row[:3].lower()}" for name, (_, rows) in _TRIGGERS.items() for row in rows)
"""Names of the triggers that keep the tallies."""


def create(handle: Database) -> None:
    """Count everything anew and make the triggers; in one transaction of the caller."""
    for name in TRIGGERS:
        handle.execute_sql(f"DROP TRIGGER IF EXISTS {name}")
    for tally in KEPT:
        columns = ", ".join(f"{key} {_TYPES.get(key, 'TEXT')} NOT NULL" for key in tally.keys)
        handle.execute_sql(f"DROP TABLE IF EXISTS {tally.table}")
        handle.execute_sql(
            f"CREATE TABLE {tally.table} ({columns}, placements INTEGER NOT NULL, "
            f"PRIMARY KEY ({', '.join(tally.keys)})) WITHOUT ROWID"
        )
        handle.execute_sql(f"INSERT INTO {tally.table} {tally.recount}")  # own words
    handle.execute_sql(
        f"CREATE INDEX {GROUP_TALLY.table}_twice ON {GROUP_TALLY.table} (group_id) WHERE placements > 1"
    )
    for statement in _trigger_statements():
        handle.execute_sql(statement)


def _trigger_statements() -> Iterator[str]:
    for name, (event, rows) in _TRIGGERS.items():
        for row in rows:
            body = " ".join(_step(tally, row) for tally in KEPT)
            yield (
                f"CREATE TRIGGER {name}_{row[:3].lower()} AFTER {event} ON coverage_item "
                f"WHEN {_LIVE.format(row=row)} BEGIN {body} END"
            )


def _step(tally: Tally, row: str) -> str:
    """What one row does to a tally: the row as it is now adds one, the row as it was takes one."""
    keys = ", ".join(tally.keys)
    if row == "NEW.":
        return (
            f"INSERT INTO {tally.table} ({keys}, placements) SELECT {tally.source(row)}, 1 "
            f"WHERE {'NEW.group_id IS NOT NULL' if tally.grouped else 'true'} "
            f"ON CONFLICT ({keys}) DO UPDATE SET placements = placements + 1;"
        )
    same = f"({keys}) = ({tally.source(row)})"
    return (
        f"UPDATE {tally.table} SET placements = placements - 1 WHERE {same}; "  # noqa: S608
        f"DELETE FROM {tally.table} WHERE {same} AND placements = 0;"
    )
