"""Before a circular goes out, what counts toward the year without evidence is shown, and one may go on."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton

from ui.dialogs.lacking import LackingDialog
from ui.dialogs.print_form import PrintForm
from xcdesk.codes import Series
from xcdesk.services.log import coverage
from xcdesk.services.record.entries import NewItem

DAY = dt.date(2019, 3, 11)
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(desk, monkeypatch, make_window):
    """The circular of March, in which one provincial placement without evidence is counted."""
    monkeypatch.setenv("XCDESK_TODAY", "2019-03-12")
    coverage.log_item(desk.actor, NewItem(DAY, "许昌日报", "省里刊发的一篇", tier="provincial"))
    window = make_window()
    window.page().series.choose(Series.CIRCULAR)
    window.page().verbs.trigger("new_issue")
    return window.page()


def asked(page):
    return next((one for one in page.window().findChildren(LackingDialog) if one.isVisible()), None)


def test_the_pieces_are_listed_and_the_file_is_written_all_the_same(qtbot, page, monkeypatch, tmp_path):
    path = tmp_path / "通报.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    qtbot.waitUntil(lambda: page.verbs.action("pdf").isEnabled(), timeout=20_000)
    page.verbs.trigger("pdf")
    dialog = asked(page)
    assert [row.title for row in dialog.listing.table.model().rows()] == ["省里刊发的一篇"]
    assert not path.exists()
    qtbot.mouseClick(dialog.go_on_button, LEFT)
    qtbot.waitUntil(lambda: path.exists() and not page.desk.runner.busy(), timeout=20_000)
    assert asked(page) is None


def test_they_are_shown_in_the_log_instead(qtbot, page):
    busy = page.desk.runner.busy
    qtbot.waitUntil(lambda: page.verbs.action("print").isEnabled() and not busy(), timeout=20_000)
    page.verbs.trigger("print")
    dialog = asked(page)
    look = next(one for one in dialog.findChildren(QPushButton) if one.text() == "在台账里查看")
    qtbot.mouseClick(look, LEFT)
    there = page.window().page()
    assert there.key == "coverage"
    assert [row.title for row in map(there.log.model.row, range(there.log.model.rowCount()))] == [
        "省里刊发的一篇"
    ]
    assert not page.window().findChildren(PrintForm)
    assert not busy()
