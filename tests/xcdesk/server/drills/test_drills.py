"""Drills on a server of its own: desks and server are killed while twenty work (``dev.py drill -s``)."""

import datetime as dt
import json
import os
import random
import signal
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable
from functools import partial

import pytest

from tests.postgres import programs
from tests.xcdesk.server.drills.clients import fork, quarrel, save_now_and_then
from tests.xcdesk.server.drills.cluster import cluster
from xcdesk import store
from xcdesk.models import AuditEntry, CoverageItem
from xcdesk.services.log import coverage
from xcdesk.services.office import founding, people
from xcdesk.services.record import audit
from xcdesk.services.record.entries import NewItem

pytestmark = [pytest.mark.slow, pytest.mark.postgres]
DAY = dt.date(2019, 3, 5)
CLIENTS, HOT, CLIENT_KILLS, SERVER_KILLS = 20, 5, 40, 3
SECONDS, CALM = 45.0, 20.0
"""How long the quarrel lasts, and how much of it is left after the last blow."""
EVERY, ROUNDS = 5.0, 6


@pytest.fixture
def server():
    """A cluster on the disk, killed and started again by the drill."""
    found = programs()
    if found is None:
        pytest.skip("no PostgreSQL server is installed here")
    with cluster(found) as made:
        yield made


def found_office(server, count):
    """A founded office with ``count`` reports; gives its address and their numbers."""
    place = server.create("office")
    store.open_store(place, create=True)
    founding.found(sample=True)
    guo = people.actor("guo")
    items = [coverage.log_item(guo, NewItem(DAY, "许昌日报", f"示例稿件{number}")) for number in range(count)]
    store.close_store()
    return place, items


def told_by(folder):
    """What the ledgers in a folder say, as pairs."""
    return [tuple(line.split()) for path in folder.iterdir() for line in path.read_text().splitlines()]


def values(told, kind):
    """The numbers of one kind that ledgers tell."""
    return [float(value) for name, value in told if name == kind]


def reap(children):
    """Wait for processes that end by themselves, and kill what does not."""
    until = time.monotonic() + 40
    for child in children:
        while os.waitpid(child, os.WNOHANG) == (0, 0):
            if time.monotonic() > until:
                os.kill(child, signal.SIGKILL)
            time.sleep(0.02)


def storm(server, begin: Callable[[], int]) -> list[float]:
    """Twenty desks at work, of which now and then one is killed, or the server; how long that was away."""
    running = [begin() for _ in range(CLIENTS)]
    chance, outages = random.Random(7), []
    blows = ["server"] * SERVER_KILLS + ["desk"] * CLIENT_KILLS
    chance.shuffle(blows)
    for blow in blows:
        time.sleep((SECONDS - CALM) / len(blows))
        if blow == "server":
            outages.append(server.kill())
        else:
            victim = running.pop(chance.randrange(len(running)))
            os.kill(victim, signal.SIGKILL)
            os.waitpid(victim, 0)
            running.append(begin())
    reap(running)
    return outages


def tokens_in_the_record():
    """What each change of a note wrote, and how often."""
    changes = AuditEntry.select().where(AuditEntry.action == "coverage.changed")
    return Counter(json.loads(entry.facts)["changes"]["note"][1] for entry in changes)


def test_twenty_desks_through_kills_of_desks_and_server_lose_and_double_nothing(server, tmp_path):
    place, items = found_office(server, HOT)
    until = time.monotonic() + SECONDS
    ledgers = iter(tmp_path / f"{number}" for number in range(10_000))
    outages = storm(server, lambda: fork(partial(quarrel, place, items, next(ledgers), until)))
    told = told_by(tmp_path)
    counts, acked = Counter(kind for kind, _ in told), [token for kind, token in told if kind == "acked"]
    store.open_store(place)
    written, sound = tokens_in_the_record(), audit.verify()
    steps = sum(row.version - 1 for row in CoverageItem.select())
    store.close_store()
    away = ", ".join(f"{each:.1f}" for each in outages)
    sys.stdout.write(f"\n{dict(counts)}; the server was away {away} s\n")
    assert len(outages) == SERVER_KILLS
    assert len(acked) > 50
    assert [token for token in acked if token not in written] == []  # nothing acknowledged is lost
    assert [token for token, times in written.items() if times > 1] == []  # nothing is doubled
    assert steps == sum(written.values())
    assert sound.ok


def test_what_one_desk_saves_is_seen_on_the_others_within_a_tenth_of_a_second(server, tmp_path):
    place, items = found_office(server, CLIENTS)
    lone, folder = tmp_path / "alone", tmp_path / "together"
    for each in (lone, folder):
        each.mkdir()
    until = time.monotonic() + EVERY * ROUNDS  # at the same pace: a process that rests wakes up slower
    reap([fork(partial(save_now_and_then, place, items[0], lone / "0", until, EVERY))])
    alone = statistics.median(values(told_by(lone), "saved"))
    until = time.monotonic() + EVERY * ROUNDS
    reap([fork(partial(save_now_and_then, place, item, folder / str(item), until, EVERY)) for item in items])
    told = told_by(folder)
    saves, seen = values(told, "saved"), sorted(values(told, "seen"))
    save, median, late = statistics.median(saves), statistics.median(seen), seen[int(len(seen) * 0.99)]
    sys.stdout.write(
        f"\n{len(saves)} saves, {len(seen)} times seen: median {median * 1000:.1f} ms, "
        f"99 of 100 within {late * 1000:.1f} ms; a save {save * 1000:.1f} ms, alone {alone * 1000:.1f} ms\n"
    )
    assert len(seen) >= 0.9 * len(saves) * (CLIENTS - 1)
    assert median <= 0.1
    assert save <= 2 * alone
