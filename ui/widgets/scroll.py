"""A column of parts that scrolls when there is no room for it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget
from typing_extensions import override

from ui.theme.tokens import Space
from ui.widgets.layouts import Item, Margins, down
from ui.widgets.window_size import room_on_screen


class _Inner(QWidget):
    @override
    def minimumSizeHint(self) -> QSize:
        # Qt would ask for the height of wrapped text at its narrowest; the real one comes from the width.
        return QSize(0, 0)


class _Stage(QWidget):
    """Gives its one part the whole of itself, and asks for no more than the least that the part needs.

    With a layout, Qt would ask for the height that wrapped text would like to have.
    """

    def __init__(self, part: QWidget) -> None:
        super().__init__()
        self._part = part
        part.setParent(self)

    @override
    def minimumSizeHint(self) -> QSize:
        return self._part.minimumSizeHint().expandedTo(self._part.minimumSize())

    @override
    def sizeHint(self) -> QSize:
        return self._part.sizeHint()

    @override
    def event(self, event: QEvent) -> bool:
        """A part that needs more or less room than before."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().event(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._part.resize(event.size())


class RoomyScroll(QScrollArea):
    """One part that fills the room there is, and scrolls once it gets less than it needs.

    What takes the focus is brought into sight. ``sideways``: it keeps its least height and scrolls only left
    and right.
    """

    def __init__(self, part: QWidget, *, sideways: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stage, self._sideways = _Stage(part), sideways
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setViewport(QWidget())  # see `ScrollColumn`
        self.viewport().setAutoFillBackground(False)
        self.setWidget(self._stage)
        self._stage.setAutoFillBackground(False)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusObjectChanged.connect(self._follow)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._stage.minimumSizeHint().height() if self._sideways else 0)

    @override
    def sizeHint(self) -> QSize:
        return self._stage.sizeHint()

    def _follow(self, target: QObject | None) -> None:
        if isinstance(target, QWidget) and self.isAncestorOf(target):
            self.ensureWidgetVisible(target, 0, 0)
            start, room = target.mapTo(self._stage, QPoint(0, 0)), self.viewport().size()
            if target.width() > room.width():  # Qt would show its end
                self.horizontalScrollBar().setValue(start.x())
            if target.height() > room.height():
                self.verticalScrollBar().setValue(start.y())


class ScrollColumn(QScrollArea):
    """Parts one under the other on the ground of whatever stands behind; scrolls up and down only.

    It takes no focus of its own but follows that of its parts; one that holds text is `focusable`.
    """

    def __init__(
        self,
        items: Sequence[Item] = (),
        margins: Margins = 0,
        gap: int = Space.S,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._margins, self._gap = margins, gap
        self._leaving_room = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # One of our own: asked for Qt's, PySide loads every class of widget to find out what it is (10 ms).
        self.setViewport(QWidget())
        self.viewport().setAutoFillBackground(False)
        self.set_items(items)

    def focusable(self, name: str) -> None:
        """Take the keyboard, which scrolls, under a name."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)

    def keep_height(self) -> int:
        """Never squeeze the parts: give them the height they would like, which is the answer, and scroll."""
        inner = self.widget()
        layout = inner.layout() if inner is not None else None
        if inner is None or layout is None:
            return 0
        # Parts shown just now are counted only once the layout has looked at its children again.
        layout.activate()
        # Wrapped text asks for a width of its own choice; what counts is the height at the width it has.
        width = self.viewport().width()
        height = inner.heightForWidth(width) if inner.hasHeightForWidth() else inner.sizeHint().height()
        inner.setMinimumHeight(height)
        # QFormLayout of Qt 6.11 keeps rows as high as they were before their wrapped text was known.
        layout.invalidate()
        return height

    def keep_parts_whole(self) -> None:
        """Never get so narrow that a part is cut off; it scrolls up and down only."""
        inner = self.widget()
        layout = inner.layout() if inner is not None else None
        if layout is not None:
            bar = self.verticalScrollBar().sizeHint().width()
            self.setMinimumWidth(min(layout.minimumSize().width() + bar, room_on_screen(self).width()))

    def keep_width(self) -> None:
        """Leave room for the scroll bar from now on, so that its coming and going moves nothing."""
        bar = self.verticalScrollBar()
        bar.rangeChanged.connect(lambda _least, most: self._leave_room(0 if most else bar.sizeHint().width()))
        self._leave_room(bar.sizeHint().width())

    def _leave_room(self, width: int) -> None:
        """Keep the room; text that wraps at one width and not at the other must not ask for ever."""
        if not self._leaving_room:
            self._leaving_room = True
            self.setViewportMargins(0, 0, width, 0)
            self._leaving_room = False

    def set_items(self, items: Sequence[Item]) -> None:
        """Show other parts; the ones before are thrown away."""
        inner = _Inner()
        inner.setLayout(down(*items, margins=self._margins, gap=self._gap))
        self.setWidget(inner)
        # Qt makes the widget of a scroll area paint its own ground.
        inner.setAutoFillBackground(False)
