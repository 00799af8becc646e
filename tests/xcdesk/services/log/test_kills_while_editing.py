"""A desk killed at any moment of its editing: every acknowledged save is there, and nothing is half there."""

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from tests.killing import KILLED
from xcdesk import store
from xcdesk.models import AuditEntry, CoverageItem
from xcdesk.services.upkeep import checks

REPOSITORY = Path(__file__).parents[4]
pytestmark = pytest.mark.file_engine


def killed_desk(place: str, seed: int, chance: random.Random) -> list[tuple[int, int, str]]:
    """Let a desk edit, kill it at a moment of chance; what it acknowledged: item, version, title."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.editing", place, str(seed)],
        cwd=REPOSITORY,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
        stdout=subprocess.PIPE,
        text=True,
    )
    lines = [process.stdout.readline() for _ in range(chance.randint(1, 12))]
    try:
        process.wait(chance.uniform(0, 0.05))
    except subprocess.TimeoutExpired:
        process.kill()
    rest, _ = process.communicate()
    assert process.returncode == KILLED
    whole = [line for line in [*lines, *rest.splitlines(keepends=True)] if line.endswith("\n")]
    told = [line.split(maxsplit=2) for line in whole]
    return [(int(item), int(version), title.strip()) for item, version, title in told]


def kill_often(place: str, times: int) -> int:
    chance, last, count = random.Random(times), {}, 0
    store.close_store()
    for seed in range(times):
        for item, version, title in killed_desk(place, seed, chance):
            last[item], count = (version, title), count + 1
    store.open_store(place)
    held = {row.id: row for row in CoverageItem.select()}
    lost = [item for item in last if item not in held or held[item].version < last[item][0]]
    assert lost == []
    changed = [item for item, (version, title) in last.items() if held[item].version == version]
    assert [item for item in changed if held[item].title != last[item][1]] == []
    written = sum(row.version for row in held.values())  # each save stepped a version and left one entry
    acts = AuditEntry.action.in_(("coverage.logged", "coverage.changed"))
    assert AuditEntry.select().where(acts).count() == written
    assert written - count in range(times + 1)  # a commit may have gone through whose answer was cut off
    assert [check.name for check in checks.run() if not check.ok] == []
    return count


def test_four_kills_lose_no_save(db):
    assert kill_often(db, 4)


@pytest.mark.slow
def test_a_hundred_kills_lose_no_save(db):
    assert kill_often(db, 100) > 500
