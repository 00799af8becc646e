"""Diagnostics tell how the program and the data are, and hold nothing of the office's content."""

import datetime as dt
import json
import logging
import zipfile

import pytest

from xcdesk import diagnostics, logs, settings, store
from xcdesk.errors import Cancelled
from xcdesk.models import Tenure
from xcdesk.progress import Operation
from xcdesk.services.backups import keeping
from xcdesk.services.backups.keeping import Reason
from xcdesk.services.log import coverage
from xcdesk.services.office import people
from xcdesk.services.record.entries import NewItem

PHONE, TITLE = "13800000000", "某局失约示例"


@pytest.fixture
def log(monkeypatch):
    root = logging.getLogger()
    monkeypatch.setattr(root, "handlers", [])
    monkeypatch.setattr(root, "level", root.level)
    handler = logs.to_file(settings.home() / diagnostics.LOG)
    yield logging.getLogger("xcdesk.test")
    handler.close()


def test_planted_names_and_numbers_are_nowhere_in_it(db, clerk, log, tmp_path):
    coverage.log_item(clerk, NewItem(dt.date(2019, 3, 5), "许昌日报", TITLE, author="示例·作者"))
    liaison = Tenure.select().first()
    log.warning("somebody wrote %s %s of %s into %s", liaison.name, PHONE, "许昌日报", settings.home())
    log.warning("by %s, as the disk of %s is full", clerk.name, "市发展改革委")
    keeping.back_up(Reason.BY_HAND, actor=people.actor("office"))
    (settings.home() / diagnostics.CRASHES).write_text(f"Fatal Python error\n  {settings.home()}/x.py")
    made = tmp_path / "diagnostics.zip"
    diagnostics.save(made, more={"qt": "6.11"})
    with zipfile.ZipFile(made) as packed:
        files = {name: packed.read(name).decode() for name in packed.namelist()}
    whole = "\n".join(files.values())
    planted = (liaison.name, liaison.phone, PHONE, TITLE, "示例·作者", clerk.name, "许昌日报", "市发展改革委")
    assert [word for word in (*planted, str(tmp_path)) if word in whole] == []
    assert "somebody wrote ••• •••" in files["xcdesk.log"]
    assert "Fatal Python error" in files["crashes.log"]
    database = json.loads(files["database.json"])
    assert database["rows"]["coverage_item"] == 1
    assert database["missing_triggers"] == []
    assert database["backups"]["count"] == 1
    if store.where().path is not None:
        assert database["pragmas"]["synchronous"] == 2
    assert json.loads(files["program.json"])["qt"] == "6.11"
    timings = json.loads(files["timings.json"])
    assert timings["tally_of_month"] >= 0


def test_they_are_saved_without_a_database_too_and_can_be_stopped(tmp_path, db):
    stopped = Operation()
    stopped.cancelled.set()
    with pytest.raises(Cancelled):
        diagnostics.save(tmp_path / "one.zip", stopped)
    store.close_store()
    diagnostics.save(tmp_path / "one.zip")
    with zipfile.ZipFile(tmp_path / "one.zip") as packed:
        assert set(packed.namelist()) == {"program.json", "machine.json"}
