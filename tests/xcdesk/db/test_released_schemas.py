"""Databases of every released version open in this one, with every row still there."""

import re
from collections import Counter
from pathlib import Path

import pytest
from playhouse.schema_diff import diff_models
from sqlcipher3 import dbapi2 as sqlcipher

from tests.schemas import FOLDER
from xcdesk import store
from xcdesk.db import base, triggers
from xcdesk.db.base import database
from xcdesk.models.tables import TABLES
from xcdesk.services.upkeep import checks

RELEASED = sorted(FOLDER.glob("*.sql"))


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
                assert (table, found) == (table, count)
    finally:
        store.close_store()


def test_there_is_a_schema_of_the_first_release():
    assert "0.1.0" in {path.stem for path in RELEASED}
