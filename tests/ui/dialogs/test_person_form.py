"""A person is added from the menu, and a taken login is said at its field."""

import pytest
from PySide6.QtCore import Qt

from ui.dialogs.person_form import PersonForm
from xcdesk.codes import Role
from xcdesk.services.office import people


@pytest.fixture
def sitter() -> str:
    """An administrator keeps the accounts."""
    return "office"


def test_a_person_is_added_from_the_tools(qtbot, window):
    window.menus.verbs.trigger("add_person")
    form = window.findChild(PersonForm)
    form.name.setText("示例·周某")
    form.post.setText("主任")
    form.login.setText("guo")
    form.role.choose(Role.LEADER.value)
    qtbot.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    assert form.isVisible()
    assert form.focusWidget() is form.login
    form.login.setText("zhou")
    qtbot.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    added = people.actor("zhou")
    assert (added.name, added.post, added.role) == ("示例·周某", "主任", Role.LEADER)
