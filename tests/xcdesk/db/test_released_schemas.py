"""Databases of every released version open in this one, with every row still there."""

import datetime as dt
import re
from collections import Counter
from pathlib import Path

import pytest
from playhouse.schema_diff import diff_models
from sqlcipher3 import dbapi2 as sqlcipher

from tests.schemas import FOLDER
from xcdesk import store
from xcdesk.codes import MaterialKind, Role
from xcdesk.db import base, triggers
from xcdesk.db.base import database
from xcdesk.models.tables import TABLES
from xcdesk.services import approvals
from xcdesk.services.approvals import NewMaterial, NewStep
from xcdesk.services.office import people
from xcdesk.services.upkeep import checks

RELEASED = sorted(FOLDER.glob("*.sql"))


NEW_ENTRIES = {"term": 7}
"""Entries that lists got from a migration: those of the activities."""


def rows_by_table(sql: str) -> Counter[str]:
    return Counter(re.findall(r'^INSERT INTO "(\w+)"', sql, re.MULTILINE))


@pytest.mark.parametrize("released", RELEASED, ids=lambda path: path.stem)
def test_a_released_database_opens_with_every_row(released: Path, tmp_path):
    sql = released.read_text(encoding="utf-8")
    path = tmp_path / "desk.db"
    base.create_sqlite(path)
    old = sqlcipher.connect(str(path))
    old.executescript(sql)
    old.close()

    store.open_store(path)
    try:
        assert not diff_models(database.obj, TABLES)
        assert triggers.missing(database.obj) == ()
        assert [check.name for check in checks.run() if not check.ok] == []
        for table, count in rows_by_table(sql).items():
            if not table.startswith("sqlite_") and table != "schema_migration":
                (found,) = database.execute_sql(f'SELECT count(*) FROM "{table}"').fetchone()  # noqa: S608
                assert (table, found) == (table, count + NEW_ENTRIES.get(table, 0))
    finally:
        store.close_store()


def test_what_was_under_review_keeps_its_steps_and_its_place(tmp_path):
    path = tmp_path / "desk.db"
    base.create_sqlite(path)
    old = sqlcipher.connect(str(path))
    old.executescript((FOLDER / "0.1.0.sql").read_text(encoding="utf-8"))
    old.execute("UPDATE material SET state = 'in_review', step = 1, needed_by = '2019-03-08'")
    old.commit()
    old.close()

    store.open_store(path)
    try:
        leader = people.actor("chen")
        approvals.save_steps(leader, MaterialKind.NOTICE, [NewStep("后来的", Role.REVIEWER)])
        (row,) = approvals.waiting_for(leader)
        assert (row.step_name, row.waiting_since) == ("签发", row.changed_at)
        approvals.create(leader, NewMaterial(MaterialKind.NOTICE, "更急的", "文字", dt.date(2019, 3, 7)))
        assert [each.title for each in approvals.queue(leader)] == ["更急的", row.title]
        assert approvals.agree(leader, row.id, seen_hash=row.text_hash).state == "approved"
    finally:
        store.close_store()


def test_there_is_a_schema_of_the_first_release():
    assert "0.1.0" in {path.stem for path in RELEASED}
