"""The tabs of the window: every page has its place from the start, whether it has been made or not."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QTabWidget, QWidget
from typing_extensions import override

from ui.theme.icons import Glyph, icon
from ui.theme.tokens import Space
from ui.widgets.labels import caption
from ui.widgets.layouts import across, boxed, down
from ui.widgets.scroll import RoomyScroll

_ICON = QSize(20, 20)
_BESIDE_CORNER = 2 * Space.M


class PageTabs(QTabWidget):
    """One tab for each icon and name of ``tabs``; ``corner`` stands at the right end.

    Where both do not fit, the corner gets its least width first, and then the tabs do without their icons.
    """

    def __init__(self, tabs: Sequence[tuple[Glyph, str]], corner: QWidget) -> None:
        super().__init__()
        self.setObjectName("main")
        self.setDocumentMode(True)
        self.setIconSize(_ICON)
        self.tabBar().setExpanding(False)
        self.tabBar().setUsesScrollButtons(True)
        self._rooms = [down(gap=0) for _ in tabs]
        for (glyph, name), room in zip(tabs, self._rooms, strict=True):
            self.addTab(boxed(room), icon(glyph), caption(name))
        self._corner = corner
        self.setCornerWidget(boxed(across(corner, margins=(0, Space.XS, Space.M, Space.XS))))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def rename(self, at: int, words: str) -> None:
        """Put other words on a tab."""
        self.setTabText(at, caption(words))
        self._share()

    def _share(self) -> None:
        """Share the row between tabs and corner."""
        bare = self.tabBar().sizeHint().width() - self.count() * self.iconSize().width()
        least = self._corner.minimumWidth() + _BESIDE_CORNER
        drawn = bare + self.count() * _ICON.width() + least <= self.width()
        self.setIconSize(_ICON if drawn else QSize(0, 0))
        left = self.width() - self.tabBar().sizeHint().width() - _BESIDE_CORNER
        self._corner.setMaximumWidth(max(self._corner.minimumWidth(), left))

    def hold(self, at: int, page: QWidget) -> None:
        """Put a page into its place; it scrolls where the window is too small for it."""
        self._rooms[at].addWidget(RoomyScroll(page))
