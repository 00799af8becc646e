"""Figures with their units as both languages say them."""

from ui import format as shown
from ui.language import set_language


def test_one_of_a_thing_is_said_in_the_singular_in_english():
    set_language("en")
    try:
        assert [shown.count(number, "pieces") for number in (0, 1, 2)] == ["0 pieces", "1 piece", "2 pieces"]
    finally:
        set_language("zh")
    assert shown.count(1, "pieces") == "1 篇"
