"""Hands that the tests of the approvals page share."""

import dataclasses

import pytest

from tests.ui.conftest import open_window
from ui.pages.approvals import ApprovalsPage


@pytest.fixture
def bare_page(desk, show_alone):
    """Opens the page of somebody without the window around it, which takes most of the time."""
    return lambda actor: show_alone(ApprovalsPage(dataclasses.replace(desk, actor=actor)))


@pytest.fixture
def open_page(qtbot, desk):
    """Opens the window of somebody at the approvals tab and gives its page."""
    return lambda actor: open_window(qtbot, dataclasses.replace(desk, actor=actor), "approvals").page()
