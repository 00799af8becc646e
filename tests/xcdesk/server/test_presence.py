"""Who edits a row is seen by whoever else does, and is gone as soon as his session is."""

import os
import signal
import time

from xcdesk import store
from xcdesk.services.office import people
from xcdesk.services.record import news, presence
from xcdesk.services.record.presence import Stay


def sit_elsewhere(place, login, told):
    """In a process of its own: sit down, edit coverage item 7, say so, and stay until killed."""
    child = os.fork()
    if child == 0:
        try:
            store.open_store(place)
            presence.sit_down(people.actor(login))
            Stay("coverage_item", 7).begin()
            os.write(told, b"x")
            time.sleep(60)
        finally:
            os._exit(0)
    return child


def test_the_second_sees_who_is_there_until_that_one_is_gone(office, address):
    heard, told = os.pipe()
    other = sit_elsewhere(address("lin"), "lin", told)
    assert os.read(heard, 1) == b"x"
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
    os.kill(other, signal.SIGKILL)
    os.waitpid(other, 0)
    until = time.monotonic() + 5
    while mine.others() != ():
        assert time.monotonic() < until
    mine.end()
    assert mine.others() == ()
