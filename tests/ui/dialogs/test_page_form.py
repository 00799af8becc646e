"""The page set-up: every series in one form, saved together, refused at the field, taken back by undo."""

import pytest
from PySide6.QtCore import Qt

from tests.ui.clipping import clipped
from ui.dialogs.page_form import PageForm
from xcdesk.codes import Series
from xcdesk.services.office import page_setup
from xcdesk.services.office.page_setup import PageSetup, Receiver, ReceiverList


@pytest.fixture
def sitter() -> str:
    """The page set-up is not for clerks."""
    return "chen"


@pytest.fixture
def form(window) -> PageForm:
    window.menus.verbs.trigger("page_setup")
    return window.findChild(PageForm)


def save(qtbot, form):
    qtbot.mouseClick(form.save_button, Qt.MouseButton.LeftButton)


def test_what_is_typed_of_two_series_is_saved_together_and_undone_by_name(qtbot, window, form):
    form.series.choose(Series.INTERNAL_REFERENCE)
    form.lines.setPlainText("报 市委办公室 12\n送　各县（市、区）　9")
    form.kept.setText("4")
    assert "25" in form.sum.text()
    assert clipped(form) == []
    form.series.choose(Series.DAILY)
    assert form.lines.toPlainText() == ""
    qtbot.keyClicks(form.masthead, "brief")
    form.faces.focusProxy().setText("STFANGSO.TTF")
    save(qtbot, form)
    saved = page_setup.load()
    assert saved.of(Series.INTERNAL_REFERENCE).copies == 25
    assert saved.of(Series.INTERNAL_REFERENCE).receivers[1] == Receiver(
        ReceiverList.SEND, "各县（市、区）", 9
    )
    assert (page_setup.masthead(Series.DAILY), saved.faces) == ("brief", {"fang": "STFANGSO.TTF"})
    assert window.desk.undo.undo_name() == "修改版面设置"
    window.desk.undo.undo()
    assert page_setup.load() == PageSetup()


def test_a_line_that_cannot_be_read_is_refused_in_the_series_it_stands_in(qtbot, form):
    form.series.choose(Series.CIRCULAR)
    form.lines.setPlainText("市委办公室 12")
    assert form.sum.text() == ""
    form.series.choose(Series.DAILY)
    save(qtbot, form)
    assert form.isVisible()
    assert form.series.key() == Series.CIRCULAR
    assert form.lines.toPlainText() == "市委办公室 12"
    assert form.lines.hasFocus()
    assert page_setup.load() == PageSetup()
