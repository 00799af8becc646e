"""Merging in the window: the plan is read first, done by one key, and undone by name."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from tests.ui.clipping import clipped
from tests.ui.roster_hands import CONTROL, form, in_front, press, show, undo
from ui.dialogs.duplicates import DuplicatesDialog, MergesDialog
from ui.dialogs.merge import MergeDialog
from xcdesk.codes import OutletKind, Tier, UnitKind
from xcdesk.services.backups import listing
from xcdesk.services.office import terms
from xcdesk.services.roster import outlet_changes, outlets, units
from xcdesk.services.roster.outlet_changes import NewOutlet
from xcdesk.services.roster.units import NewUnit

TWIN = "许昌市日报总社"


@pytest.fixture
def page(window, clerk):
    outlet_changes.add_outlet(clerk, NewOutlet(TWIN, OutletKind.NEWSPAPER, Tier.MUNICIPAL))
    return window.page()


def names() -> list[str]:
    return [row.name for row in outlets.outlets(everyone=True)]


def carry_out(qtbot, dialog) -> None:
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(in_front(qtbot, dialog), Qt.Key.Key_Return, CONTROL)


def said(dialog) -> list[str]:
    return [part.text() for part in dialog.findChildren(QLabel) if part.isVisible()]


def test_nothing_is_merged_before_the_other_is_chosen(qtbot, page):
    press(qtbot, page, Qt.Key.Key_M, ctrl=True)
    dialog = form(qtbot, page, MergeDialog)
    assert not dialog.merge_button.isEnabled()
    dialog.gone.choose(dialog.kept.key())
    assert any("不能与自己合并" in words for words in said(dialog))
    assert not dialog.merge_button.isEnabled()


def test_a_pair_is_found_looked_at_merged_and_undone_by_name(qtbot, page):
    press(qtbot, page, Qt.Key.Key_M, ctrl=True, shift=True)
    found = form(qtbot, page, DuplicatesDialog)
    assert [(row.first.name, row.second.name) for row in found.model.rows()] == [("许昌日报", TWIN)]
    qtbot.keyClick(in_front(qtbot, found), Qt.Key.Key_M, CONTROL)
    dialog = form(qtbot, page, MergeDialog)
    assert TWIN in said(dialog)
    assert clipped(dialog) == []
    carry_out(qtbot, dialog)
    assert TWIN not in names()
    assert found.model.rows() == ()
    found.reject()
    assert page.desk.undo.undo_name() == f"把“{TWIN}”并入“许昌日报”"
    undo(qtbot, page)
    assert TWIN in names()
    page.desk.undo.redo()
    assert TWIN not in names()


def test_acts_on_the_survivor_before_the_merging_are_still_taken_back(qtbot, page):
    press(qtbot, page, Qt.Key.Key_F8)
    press(qtbot, page, Qt.Key.Key_M, ctrl=True)
    dialog = form(qtbot, page, MergeDialog)
    dialog.gone.setCurrentIndex(dialog.gone.findText(TWIN))
    carry_out(qtbot, dialog)
    undo(qtbot, page)
    undo(qtbot, page)
    assert outlets.outlet(1).outlet.verified_on is None


def test_a_merging_of_before_is_taken_back_from_the_list(qtbot, page):
    press(qtbot, page, Qt.Key.Key_M, ctrl=True)
    dialog = form(qtbot, page, MergeDialog)
    dialog.gone.setCurrentIndex(dialog.gone.findText(TWIN))
    carry_out(qtbot, dialog)
    page.desk.undo.clear()
    page.verbs.trigger("merges")
    listed = form(qtbot, page, MergesDialog)
    assert [each.reason for each in listing.backups()] == ["before-merge"]
    listed.verbs.trigger("take_back")
    qtbot.waitUntil(lambda: TWIN in names())
    assert len(listing.backups()) == 2
    assert not listed.verbs.action("take_back").isEnabled()
    qtbot.keyClick(in_front(qtbot, listed), Qt.Key.Key_Z, CONTROL)
    assert TWIN not in names()


def test_units_and_entries_of_lists_are_merged_too(qtbot, page, clerk):
    units.add_unit(clerk, NewUnit("许昌市教育局", UnitKind.DEPARTMENT))
    show(qtbot, page, "单位")
    press(qtbot, page, Qt.Key.Key_M, ctrl=True, shift=True)
    found = form(qtbot, page, DuplicatesDialog)
    found.verbs.trigger("merge")
    carry_out(qtbot, form(qtbot, page, MergeDialog))
    found.reject()
    assert "许昌市教育局" not in [row.name for row in units.units(everyone=True)]
    show(qtbot, page, "词表")
    press(qtbot, page, Qt.Key.Key_M, ctrl=True)
    dialog = form(qtbot, page, MergeDialog)
    dialog.gone.setCurrentIndex(dialog.gone.findText("通讯"))
    carry_out(qtbot, dialog)
    assert terms.find(terms.Vocabulary.FORM, "特写").code == "news"
    undo(qtbot, page)
    assert terms.find(terms.Vocabulary.FORM, "特写").code == "feature"


def test_the_swap_turns_the_direction(qtbot, page):
    press(qtbot, page, Qt.Key.Key_M, ctrl=True)
    dialog = form(qtbot, page, MergeDialog)
    dialog.gone.setCurrentIndex(dialog.gone.findText(TWIN))
    before = dialog.plan
    qtbot.keyClick(in_front(qtbot, dialog), Qt.Key.Key_S, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: (dialog.plan.kept, dialog.plan.gone) == (before.gone, before.kept))
