"""The list at the left: whose turn it is, which text is needed first."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from ui.tablemodels.materials import MaterialListModel
from ui.theme.tokens import Space
from ui.widgets.labels import label
from ui.widgets.layouts import across, boxed, down, line
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.table_view import ListView
from ui.widgets.two_line import TwoLineDelegate
from xcdesk.services.approvals import MaterialRow, QueueFilter

WIDTH = 352


class QueuePane(QFrame):
    """Segments and list; a list without rows says why in one line."""

    chosen = Signal()  # another material, or none
    filtered = Signal()  # another segment

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pane")
        self.setFixedWidth(WIDTH)
        self.model = MaterialListModel(self)
        self.list = ListView()
        self.list.setAccessibleName(self.tr("Materials"))
        self._rows = TwoLineDelegate(self)
        self.list.setItemDelegate(self._rows)
        self.list.setModel(self.model)
        self.segments = Segmented(
            (
                Segment(QueueFilter.WAITING_FOR_ME, self.tr("For me")),
                Segment(QueueFilter.SUBMITTED_BY_ME, self.tr("Submitted by me")),
                Segment(QueueFilter.ALL, self.tr("All")),
            )
        )
        self.segments.chosen.connect(lambda _: self.filtered.emit())
        self._nothing = label("", tone="second", wrap=True)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(boxed(down(self._nothing, None, margins=Space.L)))
        head = across(self.segments, None, margins=(Space.S, Space.S, Space.S, Space.S))
        self.setLayout(down(head, line(), self._stack, margins=1, gap=0))
        self.list.selectionModel().currentChanged.connect(lambda *_: self.chosen.emit())

    @property
    def filter(self) -> QueueFilter:
        """Which materials the list shows."""
        return QueueFilter(self.segments.key)

    def current(self) -> MaterialRow | None:
        """The chosen material; None where there is none."""
        return self.model.row_at(self.list.currentIndex().row())

    def show_rows(self, rows: Sequence[MaterialRow]) -> None:
        """Show other rows; the choice stays on its material, else on its line."""
        before, line_before = self.current(), self.list.currentIndex().row()
        self.model.set_rows(rows)
        at = self.model.line_of(before.id) if before else -1
        self._choose_line(at if at >= 0 else min(max(line_before, 0), len(rows) - 1))
        self._nothing.setText(self._why_nothing())
        self._stack.setCurrentIndex(0 if rows else 1)

    def choose(self, material_id: int) -> bool:
        """Make a material the current one; False where the list does not show it."""
        at = self.model.line_of(material_id)
        self._choose_line(at)
        return at >= 0

    def show_waiting(self, count: int) -> None:
        """Show how many materials wait for this person."""
        name = self.tr("For me")
        self.segments.set_text(QueueFilter.WAITING_FOR_ME, f"{name} {count}" if count else name)

    def _choose_line(self, at: int) -> None:
        if at >= 0:
            self.list.setCurrentIndex(self.model.index(at))

    def _why_nothing(self) -> str:
        return {
            QueueFilter.WAITING_FOR_ME: self.tr("Nothing waits for you. All holds every material."),
            QueueFilter.SUBMITTED_BY_ME: self.tr("You have submitted nothing yet. All holds every material."),
            QueueFilter.ALL: self.tr("Nothing matches the filter."),
        }[self.filter]
