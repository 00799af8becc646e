"""Two desks edit one record: the second to save compares field by field, and keeps every word."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ui.dialogs.log_item import LogItemForm
from ui.dialogs.merge_fields import MergeDialog
from ui.dialogs.outlet_forms import OutletForm
from xcdesk.services.log import coverage, coverage_log
from xcdesk.services.log.coverage import ItemVersion
from xcdesk.services.office import people
from xcdesk.services.record.entries import ItemChange, NewItem
from xcdesk.services.roster import outlet_changes, outlets

MONDAY = dt.date(2019, 3, 4)


def shown(kind):
    windows = QApplication.topLevelWidgets()
    (found,) = [each for each in windows if isinstance(each, kind) and each.isVisible()]
    return found


@pytest.fixture
def item(db):
    new = NewItem(MONDAY, "许昌日报", "原标题", author="甲", note="原备注")
    return coverage.log_item(people.actor("guo"), new)


def row(item):
    return coverage_log.rows([item])[0]


def test_what_both_have_changed_is_chosen_field_by_field_and_nothing_typed_is_lost(window, item, qtbot):
    page = window.pages[2]
    page.commands.edit(row(item))
    form = shown(LogItemForm)
    form.title.setText("我改的标题")
    form.note.setText("我加的备注")
    form.slot.setText("3版")
    theirs = ItemChange(title="别人改的标题", note="别人的备注", author="乙")
    coverage.change_item(people.actor("chen"), ItemVersion(item, 1), theirs)
    qtbot.mouseClick(form.save_button, Qt.MouseButton.LeftButton)

    dialog = shown(MergeDialog)
    assert set(dialog.choices) == {"title", "note"}
    assert "作者" in dialog.taken.text()
    assert "版面" in dialog.taken.text()
    dialog.reject()  # back to the form: everything is still there
    assert form.isVisible()
    assert (form.title.text(), form.slot.text()) == ("我改的标题", "3版")

    qtbot.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    dialog = shown(MergeDialog)
    dialog.choose("note", 2)
    qtbot.mouseClick(dialog.go_button, Qt.MouseButton.LeftButton)
    merged = shown(LogItemForm)
    assert merged is not form
    assert not form.isVisible()
    qtbot.mouseClick(merged.save_button, Qt.MouseButton.LeftButton)
    now = row(item)
    assert (now.title, now.author, now.slot) == ("我改的标题", "乙", "3版")
    assert now.note == "别人的备注；我加的备注"
    assert now.version == 3


def test_a_form_of_the_roster_takes_what_only_the_other_has_changed(window, qtbot):
    window.show_page("roster")
    page = window.page()
    page.segments.choose("outlets")
    page.verbs.action("edit").trigger()
    form = shown(OutletForm)
    form.note.setPlainText("我的备注")
    there = next(each for each in outlets.outlets() if each.name == form.name.text())
    change = outlet_changes.NewOutlet(there.name, there.kind, there.tier, "135", "18:00", "")
    outlet_changes.change_outlet(people.actor("chen"), there.id, there.version, change)
    qtbot.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    dialog = shown(MergeDialog)
    assert dialog.choices == {}
    qtbot.mouseClick(dialog.go_button, Qt.MouseButton.LeftButton)
    merged = shown(OutletForm)
    assert merged.deadline.text() == "18:00"
    qtbot.mouseClick(merged.save_button, Qt.MouseButton.LeftButton)
    now = outlets.outlet(there.id).outlet
    assert (now.note, now.deadline, now.publication_days) == ("我的备注", "18:00", "135")
