"""The importing process killed at any moment: nothing acknowledged is lost, no batch is half there."""

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from tests.importing import ROWS
from tests.killing import KILLED
from xcdesk import store
from xcdesk.models import AuditEntry, CoverageItem, ImportBatch, ImportRow
from xcdesk.services.record import audit

REPOSITORY = Path(__file__).parents[3]


def killed_import(place: str, after_lines: int, delay: float) -> list[int]:
    """Start the importing process, kill it some time after some batches; the batches it acknowledged."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.importing", place],
        cwd=REPOSITORY,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
        stdout=subprocess.PIPE,
        text=True,
    )
    lines = [process.stdout.readline() for _ in range(after_lines)]
    try:
        process.wait(delay)
    except subprocess.TimeoutExpired:
        process.kill()
    rest, _ = process.communicate()
    assert process.returncode == KILLED
    whole = [line for line in [*lines, *rest.splitlines(keepends=True)] if line.endswith("\n")]
    return [int(line) for line in whole]


def assert_whole(acknowledged: list[int]) -> None:
    """Every acknowledged batch is there, and every batch that is there is whole."""
    batches = {batch.id for batch in ImportBatch.select()}
    assert set(acknowledged) <= batches
    rows = list(ImportRow.select().dicts())
    assert len(rows) == ROWS * len(batches)
    assert {row["batch"] for row in rows} == batches
    assert {row["item"] for row in rows} == {item.id for item in CoverageItem.select(CoverageItem.id)}
    entries = AuditEntry.select().where(AuditEntry.action == "import.applied")
    assert {entry.subject for entry in entries} == {f"import_batch:{batch}" for batch in batches}
    assert audit.verify().broken_at is None


def kill_often(place: str, times: int, seed: int) -> None:
    chance = random.Random(seed)
    store.close_store()
    acknowledged: list[int] = []
    for _ in range(times):
        acknowledged += killed_import(place, chance.randint(0, 3), chance.uniform(0.0, 0.08))
    store.open_store(place)
    assert acknowledged
    assert_whole(acknowledged)


@pytest.mark.file_engine
def test_twelve_kills_lose_nothing_and_leave_nothing_half(db):
    kill_often(db, 12, 1)


@pytest.mark.slow
def test_a_hundred_kills_lose_nothing_and_leave_nothing_half(db):
    kill_often(db, 100, 2)
