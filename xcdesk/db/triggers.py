"""Triggers on both engines: tables to which rows are only ever added, rows that the word index follows.

SQLite drops triggers when a migration rebuilds a table, so `create` runs after every migration and `missing`
is asked at every start. On a file it makes what is kept of the
log, with its triggers, as well (`xcdesk.db.tallies`, `xcdesk.db.reach`).
"""

from peewee import Database

from xcdesk.db import reach, tallies, word_index
from xcdesk.db.base import is_sqlite

APPEND_ONLY = (
    "audit_entry",
    "audit_row",
    "material_event",
    "material_version",
    "case_event",
    "paper_sheet",
    "bulletin_file",
    "material_issue",
    "material_file",
    "import_row",
    "import_case",
)
"""Tables whose rows never change once written."""


def create(handle: Database) -> None:
    """Make every trigger that is not there yet, and the tallies anew."""
    _protect(handle)
    if is_sqlite(handle):
        tallies.create(handle)
        reach.create(handle)
    word_index.make_triggers(handle)


def _protect(handle: Database) -> None:
    if is_sqlite(handle):
        for table in APPEND_ONLY:
            for verb in ("UPDATE", "DELETE"):
                handle.execute_sql(
                    f"CREATE TRIGGER IF NOT EXISTS {_name(table, verb)} BEFORE {verb} ON {table} "
                    f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
                )
        return
    handle.execute_sql(
        "CREATE OR REPLACE FUNCTION xcdesk_append_only() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION USING MESSAGE = TG_TABLE_NAME || ' is append-only', "
        "ERRCODE = 'integrity_constraint_violation'; END $$"
    )
    for table in APPEND_ONLY:
        for verb in ("UPDATE", "DELETE", "TRUNCATE"):
            name, each = _name(table, verb), "STATEMENT" if verb == "TRUNCATE" else "ROW"
            handle.execute_sql(
                f"CREATE OR REPLACE TRIGGER {name} BEFORE {verb} ON {table} "
                f"FOR EACH {each} EXECUTE FUNCTION xcdesk_append_only()"
            )


def missing(handle: Database) -> tuple[str, ...]:
    """Names of triggers that should be there and are not, or are switched off."""
    verbs: tuple[str, ...] = ("UPDATE", "DELETE")
    kept = tallies.TRIGGERS + reach.TRIGGERS
    if not is_sqlite(handle):
        verbs, kept = (*verbs, "TRUNCATE"), ()
    there = word_index.trigger_names(handle)
    wanted = [*(_name(table, verb) for table in APPEND_ONLY for verb in verbs), *kept]
    gone = tuple(name for name in wanted if name not in there)
    return gone + word_index.missing_triggers(handle)


def _name(table: str, verb: str) -> str:
    return f"{table}_no_{verb.lower()}"
