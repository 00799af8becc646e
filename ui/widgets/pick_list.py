"""Suggestions under a field: a list that never takes the focus, so that the typing goes on."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, QStringListModel, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from ui.theme import theme

_MOST_SHOWN = 8
_FRAME = 4
_PADDING = 28


class PickList(QListView):
    """Lies over the window of its field; the field leads it with its own arrow keys."""

    picked = Signal(int)

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        self.setObjectName("suggestions")
        self._field = field
        self._names = QStringListModel(self)
        self.setModel(self._names)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.clicked.connect(self._pick)
        self.hide()

    def offer(self, names: Sequence[str], at: int = 0) -> None:
        """Show these names under the field, one of them marked; none hides the list."""
        self._names.setStringList(list(names))
        if not names:
            self.hide()
            return
        self.setCurrentIndex(self._names.index(at, 0))
        self._place(names)

    def at(self) -> int:
        """Number of the marked name."""
        return self.currentIndex().row()

    def step(self, by: int) -> None:
        """Mark the next name or the one before, round the end."""
        count = self._names.rowCount()
        if count:
            self.setCurrentIndex(self._names.index((self.at() + by) % count, 0))

    def _place(self, names: Sequence[str]) -> None:
        window = self._field.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        row = max(self.sizeHintForRow(0), theme.line_height())
        metrics = self.fontMetrics()
        width = max(self._field.width(), *(metrics.horizontalAdvance(name) + _PADDING for name in names))
        height = min(len(names), _MOST_SHOWN) * row + _FRAME
        below = self._field.mapTo(window, QPoint(0, self._field.height() + 1))
        left = max(0, min(below.x(), window.width() - width))
        self.setGeometry(left, below.y(), width, min(height, max(row, window.height() - below.y())))
        self.show()
        self.raise_()

    def _pick(self, index: QModelIndex) -> None:
        self.picked.emit(index.row())
