"""Passwords are tried off the GUI thread: a test waits until the form answers."""

from shiboken6 import isValid


def answered(qtbot, button):
    """Wait until what ``button`` began is refused, or its form has closed."""
    qtbot.waitUntil(lambda: not isValid(button) or not button.isVisible() or button.isEnabled())
