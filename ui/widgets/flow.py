"""Small widgets in rows that break where the width ends."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from ui.theme.tokens import Space
from ui.widgets.labels import label
from ui.widgets.layouts import across, boxed


class Flow(QWidget):
    """Places its parts like words of a text; its height follows from its width.

    Parts behind a None end at the right edge of their row.
    """

    def __init__(self, parts: Sequence[QWidget | None]) -> None:
        super().__init__()
        self._parts = tuple(part for part in parts if part is not None)
        pushed = parts.index(None) if None in parts else len(parts)
        self._pushed = frozenset(self._parts[pushed:])
        for part in self._parts:
            part.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @override
    def event(self, event: QEvent) -> bool:
        """A part that was shown, hidden or renamed moves those behind it."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._place()
            self.updateGeometry()
        return super().event(event)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        places = self._places(width)
        return max((place.y() + _size(part).height() for place, part in places), default=0)

    @override
    def sizeHint(self) -> QSize:
        widest = max((_size(part).width() for part in self._parts), default=0)
        return QSize(widest, self.heightForWidth(max(widest, self.width())))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.heightForWidth(self.width()))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()  # the layout around it still knows the height for the width of before

    def _place(self) -> None:
        for place, part in self._places(self.width()):
            size = _size(part)
            part.setGeometry(place.x(), place.y(), min(size.width(), self.width()), size.height())

    def _places(self, width: int) -> list[tuple[QPoint, QWidget]]:
        """Where each part stands that is shown; parts of one row have their middles on one line."""
        rows: list[list[tuple[int, QWidget]]] = [[]]
        x = 0
        for part in self._parts:
            if part.isHidden():
                continue
            size = _size(part)
            if x and x + size.width() > width:
                rows.append([])
                x = 0
            rows[-1].append((x, part))
            x += size.width() + Space.XS
        found: list[tuple[QPoint, QWidget]] = []
        y = 0
        for row in rows:
            tallest = max((_size(part).height() for _, part in row), default=0)
            spare = width - row[-1][0] - _size(row[-1][1]).width() if row else 0
            for at, part in row:
                push = max(0, spare) if part in self._pushed else 0
                found.append((QPoint(at + push, y + (tallest - _size(part).height()) // 2), part))
            y += tallest + Space.XS
        return found


def with_name(words: str, field: QWidget) -> QWidget:
    """A field behind its name, both as one part of a flow."""
    name = label(words)
    name.setBuddy(field)
    field.setAccessibleName(words)
    return boxed(across(name, field, margins=(0, 0, Space.S, 0)))


def _size(part: QWidget) -> QSize:
    """What a part takes; a fixed size counts before the wish."""
    return part.sizeHint().expandedTo(part.minimumSize()).boundedTo(part.maximumSize())
