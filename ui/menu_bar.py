"""The bar of menus, empty as yet."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMainWindow, QMenu


class MenuBar:
    """The six titles, so that the window has its shape before `Menus` fills what hangs under them."""

    def __init__(self, window: QMainWindow) -> None:
        translate, bar = QCoreApplication.translate, window.menuBar()
        self.file = bar.addMenu(translate("Menus", "&File"))
        self.edit = bar.addMenu(translate("Menus", "&Edit"))
        self.view = bar.addMenu(translate("Menus", "&View"))
        self.exchange = bar.addMenu(translate("Menus", "&Import and export"))
        self.tools = bar.addMenu(translate("Menus", "&Tools"))
        self.help = bar.addMenu(translate("Menus", "&Help"))

    def menus(self) -> Sequence[QMenu]:
        """All six."""
        return (self.file, self.edit, self.view, self.exchange, self.tools, self.help)
