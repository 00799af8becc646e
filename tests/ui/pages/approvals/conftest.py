"""Hands that the tests of the approvals page share."""

import dataclasses

import pytest

from ui.main_window import MainWindow
from ui.pages.approvals import ApprovalsPage
from ui.pages.catalogue import all_pages


@pytest.fixture
def bare_page(qtbot, desk):
    """Opens the page of somebody without the window around it, which takes most of the time."""

    def build(actor):
        made = ApprovalsPage(dataclasses.replace(desk, actor=actor))
        qtbot.addWidget(made)
        made.resize(1366, 640)
        desk.changes.changed.connect(lambda _areas: made.reload())
        with qtbot.waitExposed(made):
            made.show()
        made.activateWindow()
        made.reload()
        made.focus_first()
        return made

    return build


@pytest.fixture
def open_page(qtbot, desk):
    """Opens the window of somebody at the approvals tab and gives its page."""

    def build(actor):
        own = dataclasses.replace(desk, actor=actor)
        window = MainWindow(own, all_pages(own))
        qtbot.addWidget(window)
        window.resize(1366, 728)
        window.start()
        with qtbot.waitSignal(window.safe):  # painted: what then takes the focus has taken it
            window.show()
        window.activateWindow()
        window.show_page("approvals")
        return window.page()

    return build
