"""A menu at the place of a right click, which tells why some of it is grey."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractScrollArea, QMenu


def put_menu(view: QAbstractScrollArea, actions: Sequence[QAction]) -> None:
    """Offer actions over a view; unlike with actions of the view itself, their tips are shown."""

    def pop_up(place: QPoint) -> None:
        menu = QMenu(view)
        menu.setToolTipsVisible(True)
        menu.addActions(actions)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(view.viewport().mapToGlobal(place))

    view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    view.customContextMenuRequested.connect(pop_up)
