"""The list at the left: whose turn it is, which text is needed first, and what it is narrowed to."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from ui.changes import Lately
from ui.messages import text
from ui.tablemodels.materials import MaterialListModel
from ui.theme import theme
from ui.theme.tokens import Space
from ui.widgets.fields import Option, PickBox
from ui.widgets.labels import label
from ui.widgets.layouts import across, boxed, down, line
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.table_view import ListView
from ui.widgets.two_line import TwoLineDelegate
from xcdesk.codes import MaterialKind, MaterialState
from xcdesk.services import approvals
from xcdesk.services.approvals import Asked, MaterialRow, QueueFilter, QueueOrder

WIDTH = 364
_LEAST = 60
"""Pixels to which a filter may shrink."""


class QueuePane(QFrame):
    """Segments, filters and list; a list without rows says why in one line."""

    chosen = Signal()  # another material, or none
    filtered = Signal()  # another segment, filter or order

    def __init__(self, lately: Lately, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pane")
        self.setFixedWidth(theme.pane_width(WIDTH))
        self.model = MaterialListModel(self)
        self.list = ListView()
        self.list.setAccessibleName(self.tr("Materials"))
        self._rows = TwoLineDelegate(self)
        self.list.setItemDelegate(self._rows)
        self.list.setModel(self.model)
        self.list.mark_changes(lately, "material", self._number)
        self.segments = Segmented(
            (
                Segment(QueueFilter.WAITING_FOR_ME, self.tr("For me")),
                Segment(QueueFilter.SUBMITTED_BY_ME, self.tr("Submitted by me")),
                Segment(QueueFilter.ALL, self.tr("All")),
            )
        )
        self.segments.chosen.connect(lambda _: self.filtered.emit())
        self.kind, self.state, self.order = self._filters()
        self._nothing = label("", tone="second", wrap=True)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(boxed(down(self._nothing, None, margins=Space.L)))
        head = down(
            across(self.segments, None),
            across(self.kind, self.state, self.order, gap=Space.XS),
            margins=Space.S,
            gap=6,
        )
        self.setLayout(down(head, line(), self._stack, margins=1, gap=0))
        self.list.selectionModel().currentChanged.connect(lambda *_: self.chosen.emit())

    @property
    def filter(self) -> QueueFilter:
        """Which materials the list shows."""
        return QueueFilter(self.segments.key)

    def asked(self, search: str) -> Asked:
        """What the list shows, narrowed to ``search``; the state "check owed" is a filter of its own."""
        which, state = self.filter, self.state.key()
        if state == QueueFilter.UNCHECKED:
            which, state = QueueFilter.UNCHECKED, ""
        return Asked(
            which,
            search,
            MaterialKind(self.kind.key()) if self.kind.key() else None,
            MaterialState(state) if state else None,
            QueueOrder(self.order.key()),
        )

    def narrowed(self) -> bool:
        """Whether a kind or a state is chosen."""
        return bool(self.kind.key() or self.state.key())

    def widen(self) -> None:
        """Show every kind, state and person again."""
        self.kind.choose("")
        self.state.choose("")
        self.segments.choose(QueueFilter.ALL)

    def current(self) -> MaterialRow | None:
        """The chosen material; None where there is none."""
        return self.model.row_at(self.list.currentIndex().row())

    def show_pages(self, pinned: Sequence[MaterialRow], read: Callable[[int], Sequence[MaterialRow]]) -> None:
        """Show other rows, pinned ones on top; the choice stays on its material, else on its line."""
        before, line_before = self.current(), self.list.currentIndex().row()
        self.model.show_pages(pinned, read, approvals.PAGE)
        rows = self.model.rowCount()
        at = self.model.line_of(before.id) if before else -1
        self._choose_line(at if at >= 0 else min(max(line_before, 0), rows - 1))
        self._nothing.setText(self._why_nothing())
        self._stack.setCurrentIndex(0 if rows else 1)

    def _number(self, line: int) -> int | None:
        row = self.model.row_at(line)
        return None if row is None else row.id

    def choose(self, material_id: int) -> bool:
        """Make a material the current one, reading on as far as it takes; False where it is not there."""
        at = self.model.line_of(material_id)
        while at < 0 and self.model.canFetchMore(self.list.rootIndex()):
            self.model.fetchMore(self.list.rootIndex())
            at = self.model.line_of(material_id)
        self._choose_line(at)
        return at >= 0

    def show_waiting(self, count: int) -> None:
        """Show how many materials wait for this person."""
        name = self.tr("For me")
        self.segments.set_text(QueueFilter.WAITING_FOR_ME, f"{name} {count}" if count else name)

    def _filters(self) -> tuple[PickBox, PickBox, PickBox]:
        kinds = [Option(each.value, text(f"material.kind.{each.value}")) for each in MaterialKind]
        states = [Option(each.value, text(f"material.state.{each.value}")) for each in MaterialState]
        owed = Option(QueueFilter.UNCHECKED, self.tr("Check owed"))
        orders = {
            QueueOrder.NEEDED: self.tr("By day"),
            QueueOrder.WAITING: self.tr("Waiting"),
            QueueOrder.CHANGED: self.tr("Changed"),
        }
        kind = PickBox([Option("", self.tr("Any kind")), *kinds])
        state = PickBox([Option("", self.tr("Any state")), owed, *states])
        order = PickBox([Option(key, name) for key, name in orders.items()])
        for box, name in ((kind, self.tr("Kind")), (state, self.tr("State")), (order, self.tr("Order"))):
            box.setAccessibleName(name)
            box.setMinimumWidth(_LEAST)
            box.setSizeAdjustPolicy(PickBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.currentIndexChanged.connect(lambda _: self.filtered.emit())
        return kind, state, order

    def _choose_line(self, at: int) -> None:
        if at >= 0:
            self.list.setCurrentIndex(self.model.index(at))

    def _why_nothing(self) -> str:
        if self.narrowed():
            return self.tr("Nothing matches the filter.")
        return {
            QueueFilter.WAITING_FOR_ME: self.tr("Nothing waits for you. All holds every material."),
            QueueFilter.SUBMITTED_BY_ME: self.tr("You have submitted nothing yet. All holds every material."),
        }.get(self.filter, self.tr("Nothing matches the filter."))
