"""Who edits a row is seen by whoever else does, and is gone as soon as his session is."""

import subprocess
import sys
import time

from xcdesk import store
from xcdesk.services.office import people
from xcdesk.services.record import news, presence
from xcdesk.services.record.presence import Stay

OTHER = """
import sys
from xcdesk import store
from xcdesk.services.office import people
from xcdesk.services.record import presence
store.open_store(sys.argv[1])
presence.sit_down(people.actor("lin"))
presence.Stay("coverage_item", 7).begin()
print("there", flush=True)
sys.stdin.read()
"""
"""Sits down, edits coverage item 7, says so, and stays until killed."""


def test_the_second_sees_who_is_there_until_that_one_is_gone(office, address):
    command = [sys.executable, "-c", OTHER, address("lin")]
    other = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert other.stdout.readline() == "there\n"
    store.open_store(address("guo"))
    presence.sit_down(people.actor("guo"))
    reader = news.Reader(news.latest())
    mine = Stay("coverage_item", 7)
    (there,) = mine.begin()
    assert there.name == "示例·林某"
    assert there.desk
    assert Stay("coverage_item", 8).begin() == ()
    assert Stay("unit", 7).begin() == ()
    reader.wait(1)
    assert reader.moved  # whoever was there first is told to look again
    other.kill()
    other.communicate()
    until = time.monotonic() + 5
    while mine.others() != ():
        assert time.monotonic() < until
    mine.end()
    assert mine.others() == ()
