"""The form that chooses the columns of the log: ticked ones are shown, in the order of the list."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget
from typing_extensions import override

from ui.dialogs.form import FormDialog
from ui.refusals import NoColumnError
from ui.theme.icons import Glyph
from ui.widgets.buttons import Kind, button
from ui.widgets.fields import NumberField
from ui.widgets.layouts import across, down

_KEY = int(Qt.ItemDataRole.UserRole)
_LINES = 12
_MOST_FROZEN = 5


@dataclass(frozen=True, slots=True)
class Choice:
    """A column that may be shown: its key, its heading, and whether it is."""

    key: str
    heading: str
    shown: bool


class _Columns(QListWidget):
    """Space ticks, Alt+Up and Alt+Down move, as dragging does."""

    def move_line(self, step: int) -> None:
        """Move the current line up or down."""
        at = self.currentRow()
        if at >= 0 and 0 <= at + step < self.count():
            line = self.takeItem(at)
            self.insertItem(at + step, line)
            self.setCurrentRow(at + step)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.move_line(step)
            return
        super().keyPressEvent(event)


class LogColumnsForm(FormDialog):
    """Ticks say which columns are shown; ``apply`` takes their keys in order and how many of them stay."""

    help_topic = "coverage#log"

    def __init__(
        self,
        columns: Sequence[Choice],
        frozen: int,
        apply: Callable[[Sequence[str], int], object],
        reset: Callable[[], object],
        parent: QWidget | None,
    ) -> None:
        self._apply, self._back = apply, reset
        super().__init__(self._title(), self._verb(), self._take, parent)
        self.columns = _Columns()
        self.columns.setAccessibleName(self.tr("Columns"))
        self.columns.setProperty("checks", True)
        self.columns.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.columns.setMinimumHeight(_LINES * self.columns.fontMetrics().lineSpacing())
        for column in columns:
            line = QListWidgetItem(column.heading)
            line.setData(_KEY, column.key)
            line.setFlags(line.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            line.setCheckState(Qt.CheckState.Checked if column.shown else Qt.CheckState.Unchecked)
            self.columns.addItem(line)
        self.columns.setCurrentRow(0)
        self.frozen = NumberField(frozen, _MOST_FROZEN)
        up = button(self.tr("Move up"), Glyph.ARROW_UP, Kind.NORMAL, lambda: self.columns.move_line(-1))
        lower = button(self.tr("Move down"), Glyph.ARROW_DOWN, Kind.NORMAL, lambda: self.columns.move_line(1))
        reset_button = button(self.tr("Usual columns"), None, Kind.NORMAL, self._reset)
        block = QWidget()
        block.setLayout(down(self.columns, across(up, lower, None, reset_button)))
        block.setFocusProxy(self.columns)
        hint = self.tr("Space ticks a column, Alt+Up and Alt+Down move it; dragging does as well.")
        self.add("columns", self.tr("Columns"), block, hint)
        hint = self.tr("So many columns at the left stay in view when the others are scrolled sideways.")
        self.add("frozen", self.tr("Fixed columns"), self.frozen, hint)
        self.columns.setFocus()

    def keys(self) -> list[str]:
        """The ticked columns, in order."""
        lines = [self.columns.item(at) for at in range(self.columns.count())]
        return [line.data(_KEY) for line in lines if line.checkState() == Qt.CheckState.Checked]

    def _take(self) -> None:
        if not self.keys():
            raise NoColumnError(field="columns")
        self._apply(self.keys(), self.frozen.value())

    def _reset(self) -> None:
        self._back()
        self.reject()

    def _title(self) -> str:
        return QCoreApplication.translate("LogColumnsForm", "Columns of the log")

    def _verb(self) -> str:
        return QCoreApplication.translate("LogColumnsForm", "Show these")
