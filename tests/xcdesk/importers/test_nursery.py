"""Processes forked for many files: what they tell is heard, however fast it comes."""

import os
import sys

import pytest

from xcdesk.importers.nursery import CAN_FORK, Nursery

AT_ONCE = (
    "import sys; sys.stdin.readline(); sys.stdout.write('4242\\n7\\n'); sys.stdout.flush(); sys.stdin.read()"
)
"""A parent whose child has ended by the time its number is read: both lines come in one piece."""


@pytest.mark.skipif(not CAN_FORK, reason="there is no fork here")
def test_a_child_that_ends_before_its_number_is_read_is_heard_all_the_same(tmp_path):
    nursery = Nursery([sys.executable, "-c", AT_ONCE], os.environ)
    try:
        child = nursery.begin(["file"], tmp_path / "errors")
        assert child is not None
        assert child.wait(10) == 7
    finally:
        nursery.close()
