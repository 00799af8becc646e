"""Tables to which rows are only ever added: triggers that refuse change and removal, on both engines.

SQLite drops triggers when a migration rebuilds a table, so `create` runs after every migration and `missing`
is asked at every start. On a file it makes the tallies and their triggers as well (`xcdesk.db.tallies`).
"""

from peewee import Database

from xcdesk.db import tallies
from xcdesk.db.base import is_sqlite

APPEND_ONLY = ("audit_entry", "material_event", "material_version", "bulletin_file", "import_row")
"""Tables whose rows never change once written."""


def create(handle: Database) -> None:
    """Make every trigger that is not there yet, and the tallies anew."""
    if is_sqlite(handle):
        for table in APPEND_ONLY:
            for verb in ("UPDATE", "DELETE"):
                handle.execute_sql(
                    f"CREATE TRIGGER IF NOT EXISTS {_name(table, verb)} BEFORE {verb} ON {table} "
                    f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
                )
        tallies.create(handle)
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
    if is_sqlite(handle):
        query = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        verbs: tuple[str, ...] = ("UPDATE", "DELETE")
        kept: tuple[str, ...] = tallies.TRIGGERS
    else:
        query = "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled IN ('O', 'A')"
        verbs, kept = ("UPDATE", "DELETE", "TRUNCATE"), ()
    there = {row[0] for row in handle.execute_sql(query).fetchall()}
    wanted = [*(_name(table, verb) for table in APPEND_ONLY for verb in verbs), *kept]
    return tuple(name for name in wanted if name not in there)


def _name(table: str, verb: str) -> str:
    return f"{table}_no_{verb.lower()}"
