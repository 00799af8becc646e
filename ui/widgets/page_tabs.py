"""The tabs of the window: every page has its place from the start, whether it has been made or not."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QTabWidget, QWidget

from ui.theme.icons import Glyph, icon
from ui.theme.tokens import Space
from ui.widgets.labels import caption
from ui.widgets.layouts import across, boxed, down
from ui.widgets.scroll import RoomyScroll


class PageTabs(QTabWidget):
    """One tab for each icon and name of ``tabs``; ``corner`` stands at the right end."""

    def __init__(self, tabs: Sequence[tuple[Glyph, str]], corner: QWidget) -> None:
        super().__init__()
        self.setObjectName("main")
        self.setDocumentMode(True)
        self.setIconSize(QSize(20, 20))
        self.tabBar().setExpanding(False)
        self.tabBar().setUsesScrollButtons(True)
        self._rooms = [down(gap=0) for _ in tabs]
        for (glyph, name), room in zip(tabs, self._rooms, strict=True):
            self.addTab(boxed(room), icon(glyph), caption(name))
        self.setCornerWidget(boxed(across(corner, margins=(0, Space.XS, Space.M, Space.XS))))

    def hold(self, at: int, page: QWidget) -> None:
        """Put a page into its place; it scrolls where the window is too small for it."""
        self._rooms[at].addWidget(RoomyScroll(page))
