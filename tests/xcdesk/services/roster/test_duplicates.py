"""Rows that may have been entered twice are proposed, and nothing else is."""

import pytest

from xcdesk import pinyin
from xcdesk.codes import MergeKind, OutletKind, Tier, UnitKind, Vocabulary
from xcdesk.services.office import term_changes
from xcdesk.services.office.term_changes import TermChange
from xcdesk.services.roster import duplicates, outlet_changes, units
from xcdesk.services.roster.outlet_changes import NewOutlet
from xcdesk.services.roster.units import NewUnit


def found(kind):
    return [(one.first.name, one.second.name, one.likeness.value) for one in duplicates.proposals(kind)]


def test_a_seeded_roster_has_no_twins(db):
    assert found(MergeKind.OUTLET) == found(MergeKind.UNIT) == found(MergeKind.TERM) == []


@pytest.mark.parametrize(
    ("name", "first", "likeness"),
    [
        ("许昌市日报总社", "许昌日报", "same_core"),
        ("许昌陈报", "许昌晨报", "same_sound"),
        ("大河报社", "大河报", "same_core"),
    ],
)
def test_an_outlet_entered_twice_is_proposed(clerk, name, first, likeness):
    outlet_changes.add_outlet(clerk, NewOutlet(name, OutletKind.NEWSPAPER, Tier.MUNICIPAL))
    assert (first, name, likeness) in found(MergeKind.OUTLET)


def test_a_unit_entered_twice_is_proposed(clerk):
    units.add_unit(clerk, NewUnit("许昌市教育局", UnitKind.DEPARTMENT))
    assert found(MergeKind.UNIT) == [("市教育局", "许昌市教育局", "same_core")]


def test_entries_are_compared_within_one_list_only(clerk):
    term_changes.add_term(clerk, Vocabulary.THEME, "xw", TermChange("消息"))
    assert found(MergeKind.TERM) == []
    term_changes.add_term(clerk, Vocabulary.FORM, "xx", TermChange("消悉"))
    assert found(MergeKind.TERM) == [("消息", "消悉", "same_sound")]


def test_a_name_keeps_two_characters_at_least():
    assert duplicates.core("市委") == "市委"
    assert duplicates.core("《大河网站》") == "大河网"


def test_names_that_sound_alike_have_the_same_syllables():
    assert pinyin.sounds("许昌晨报A1") == ("xu", "chang", "chen", "bao", "a", "1")
    assert pinyin.sounds("重庆") == pinyin.sounds("虫庆")
    assert pinyin.sounds("\U000323ae报")[1] == "bao"
