"""Follow-up says honestly that it is not there yet."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from tests.ui.focus import focus_order


def test_page_says_that_it_comes_later_and_what_to_do_until_then(window):
    window.show_page("followup")
    words = " ".join(part.text() for part in window.page().findChildren(QLabel))
    assert "督办还不能用" in words
    assert "继续使用现有台账" in words


def test_every_verb_is_grey_with_its_reason(window):
    window.show_page("followup")
    assert [one.text for one in window.page().verbs.refused()] == ["登记事项", "交办", "催办"]


def test_only_the_way_out_takes_the_focus(window):
    window.show_page("followup")
    assert [part.text() for part in focus_order(window.page())] == ["打开报道登记"]


def test_the_way_out_leads_to_coverage(qtbot, window):
    window.show_page("followup")
    qtbot.mouseClick(focus_order(window.page())[0], Qt.MouseButton.LeftButton)
    assert window.page().key == "coverage"
