"""Hands that the tests of the approvals page share."""

import dataclasses

import pytest

from ui.pages.approvals import ApprovalsPage


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
