"""Putting off the search for cycles: for as long as any block runs, and never longer."""

import gc

import pytest

from xcdesk import collecting


def test_the_search_rests_until_the_last_block_ends():
    with collecting.paused():
        with collecting.paused():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_the_search_goes_on_after_an_error():
    @collecting.paused()
    def failing() -> None:
        raise ValueError("no rows")

    for _ in range(2):
        with pytest.raises(ValueError, match="no rows"):
            failing()
        assert gc.isenabled()
