"""Databases of every released version open in this one, with every row still there."""

import contextlib
import datetime as dt
from pathlib import Path

import pytest
from playhouse.schema_diff import diff_models
from sqlcipher3 import dbapi2 as sqlcipher

import xcdesk
from tests import releases, worked_office
from xcdesk import store
from xcdesk.codes import CaseKind, MaterialKind, Role
from xcdesk.db import triggers
from xcdesk.db.base import database
from xcdesk.models.tables import TABLES
from xcdesk.services import approvals, cases
from xcdesk.services.accounts import secrets
from xcdesk.services.approvals import NewMaterial, NewStep
from xcdesk.services.cases import CaseFilter, Private, keys, private
from xcdesk.services.cases.keys import KeyPlace
from xcdesk.services.due import matters
from xcdesk.services.office import people
from xcdesk.services.upkeep import checks

NEW_ENTRIES = {"0.1.0": {"term": 7}}
"""Entries that lists got from a later migration: those of the activities."""

TABLE_NAMES = "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"


@pytest.fixture
def laid(tmp_path):
    """Puts the database of a release onto the disk and gives its place; what is opened is closed."""

    def lay(version: str) -> Path:
        releases.lay(version, tmp_path / "desk.db")
        return tmp_path / "desk.db"

    yield lay
    if store.is_open():
        store.close_store()


def counted(place: Path) -> dict[str, int]:
    """Rows of each table of a closed file; the migrations are none of the office's."""
    with contextlib.closing(sqlcipher.connect(str(place))) as file:
        there = (name for (name,) in file.execute(TABLE_NAMES) if not name.startswith("sqlite_"))
        names = [name for name in there if name != "schema_migration"]
        return {name: file.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}  # noqa: S608


@pytest.mark.parametrize("version", releases.kept())
def test_a_released_database_opens_with_every_row(version, laid):
    place = laid(version)
    before = counted(place)
    store.open_store(place)
    assert not diff_models(database.obj, TABLES)
    assert triggers.missing(database.obj) == ()
    assert [check.name for check in checks.run() if not check.ok] == []
    store.close_store()
    after = counted(place)
    new = NEW_ENTRIES.get(version, {})
    assert {name: after[name] - new.get(name, 0) for name in before} == before


def test_what_was_under_review_keeps_its_steps_and_its_place(laid):
    place = laid("0.1.0")
    with contextlib.closing(sqlcipher.connect(str(place))) as old:
        old.execute("UPDATE material SET state = 'in_review', step = 1, needed_by = '2019-03-08'")
        old.commit()

    store.open_store(place)
    leader = people.actor("chen")
    approvals.save_steps(leader, MaterialKind.NOTICE, [NewStep("后来的", Role.REVIEWER)])
    (row,) = approvals.waiting_for(leader)
    assert (row.step_name, row.waiting_since) == ("签发", row.changed_at)
    approvals.create(leader, NewMaterial(MaterialKind.NOTICE, "更急的", "文字", dt.date(2019, 3, 7)))
    assert [each.title for each in approvals.queue(leader)] == ["更急的", row.title]
    assert approvals.agree(leader, row.id, seen_hash=row.text_hash).state == "approved"


def test_passwords_and_who_complained_outlive_a_release(laid):
    store.open_store(laid("0.2.0"))
    clerk = people.actor("guo")
    secrets.prove(clerk, worked_office.PASSWORD)
    open_matters = matters.open_matters(worked_office.TODAY)
    (key,) = (row.terms.note for row in open_matters if row.terms.title == worked_office.KEY_MATTER)
    keys.restore(people.actor("office"), key, KeyPlace.FILE)
    complaints = cases.page(CaseFilter(kinds=(CaseKind.COMPLAINT,)))
    (case,) = (row for row in complaints if row.private == Private.KEPT)
    assert private.unmask(clerk, case.id, "回访") == worked_office.PETITIONER


def test_the_first_release_is_kept_and_so_is_the_one_in_hand():
    assert {"0.1.0", xcdesk.__version__} <= set(releases.kept())


@pytest.mark.slow
def test_a_release_is_kept_with_a_row_in_every_table_and_never_written_again(tmp_path):
    made = releases.keep(tmp_path)
    assert made.name == f"{xcdesk.__version__}.db.xz"
    assert made.stat().st_size < 500_000
    with pytest.raises(releases.ReleaseError):
        releases.keep(tmp_path)
