"""peewee is imported without the server's driver, and has all of it once a server is opened."""

import json
import subprocess
import sys

PICTURE = """
import json, sys
import peewee
def told(holder):
    return {name: repr(held)[:60] for name, held in sorted(vars(holder).items()) if not callable(held)}
held = {name: held is None for name, held in sorted(vars(peewee).items())}
print(json.dumps([held, told(peewee.Psycopg3Adapter), "psycopg" in sys.modules]))
"""


def picture(before: str) -> tuple[dict[str, bool], dict[str, str], bool]:
    """Which names peewee has in a process of its own, what its adapter holds, whether the driver is there."""
    run = subprocess.run(
        [sys.executable, "-c", before + PICTURE], capture_output=True, text=True, check=True, timeout=60
    )
    names, adapter, loaded = json.loads(run.stdout)
    return names, adapter, loaded


def test_a_file_needs_no_driver_of_a_server():
    assert picture("import xcdesk.store\n")[2] is False


def test_an_opened_server_finds_all_that_peewee_takes_of_the_driver():
    theirs = picture("")
    assert theirs[2] is True
    assert picture("from xcdesk.db import base\nbase.postgresql('postgresql://localhost/none')\n") == theirs
