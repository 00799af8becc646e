"""The order in which Tab visits a page."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def focus_order(page: QWidget) -> list[QWidget]:
    """Widgets of ``page`` that Tab reaches now, in its order."""
    found: list[QWidget] = []
    part = page.nextInFocusChain()
    while part is not page:
        tab = part.focusPolicy() & Qt.FocusPolicy.TabFocus
        if tab and part.isVisible() and part.isEnabled() and page.isAncestorOf(part):
            found.append(part.focusProxy() or part)
        part = part.nextInFocusChain()
    return found
