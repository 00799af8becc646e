"""Clients of a drill, forked so that twenty of them start at once: each does what a desk does."""

import os
import random
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

from peewee import PeeweeException

from xcdesk import clock, store
from xcdesk.db.faults import UnsureStoreError
from xcdesk.db.server_opening import UnreachableStoreError
from xcdesk.errors import StaleRowError
from xcdesk.services.log import coverage, coverage_log
from xcdesk.services.log.coverage import ItemVersion
from xcdesk.services.office import people
from xcdesk.services.record import news
from xcdesk.services.record.entries import ItemChange


def fork(work: Callable[[], object]) -> int:
    """Run ``work`` in a process of its own and return its number."""
    child = os.fork()
    if child == 0:
        _end(work)
    return child


def _end(work: Callable[[], object]) -> NoReturn:
    code = 1
    try:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        work()
        code = 0
    except Exception as error:  # noqa: BLE001  # the process ends here whatever it was
        sys.stderr.write(f"client {os.getpid()}: {type(error).__name__}: {error}\n")
    finally:
        os._exit(code)


def quarrel(place: str, items: list[int], ledger: Path, until: float) -> None:
    """Change the same few rows as everybody else; what was acknowledged goes into the ledger."""
    chance = random.Random(os.getpid())
    number = 0
    with ledger.open("a", encoding="utf-8", buffering=1) as book:
        while time.monotonic() < until:
            try:
                if not store.is_open():
                    store.open_store(place)
                number += 1
                _change(chance.choice(items), f"{os.getpid()}-{number}", book)
            except UnsureStoreError:
                book.write(f"unsure {os.getpid()}-{number}\n")
            except StaleRowError:
                book.write("conflict -\n")
            except (PeeweeException, UnreachableStoreError):
                book.write("broken -\n")
                time.sleep(0.2)


def _change(item: int, token: str, book: object) -> None:
    actor = people.actor("guo")
    (row,) = coverage_log.rows([item])
    change = ItemChange(day=row.day, outlet=row.outlet, title=row.title, note=token)
    coverage.change_item(actor, ItemVersion(row.id, row.version), change)
    book.write(f"acked {token}\n")


def save_now_and_then(place: str, item: int, ledger: Path, until: float, every: float) -> None:
    """Save one's own row once in ``every`` seconds, and hear what the others save meanwhile."""
    store.open_store(place)
    actor = people.actor("guo")
    reader = news.Reader(news.latest())
    due = time.monotonic() + random.Random(os.getpid()).random() * every
    number = 0
    with ledger.open("a", encoding="utf-8") as book:
        while time.monotonic() < until:
            for heard in reader.wait(max(0.001, min(due - time.monotonic(), 0.5))):
                book.write(f"seen {(clock.utc_now() - heard.at).total_seconds()}\n")
            if time.monotonic() >= due:
                due += every
                number += 1
                began = time.monotonic()
                (row,) = coverage_log.rows([item])
                change = ItemChange(day=row.day, outlet=row.outlet, title=row.title, note=f"{item}-{number}")
                coverage.change_item(actor, ItemVersion(row.id, row.version), change)
                book.write(f"saved {time.monotonic() - began}\n")
    store.close_store()
