"""Cases as a table, by department, by day or the latest first."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractItemView, QWidget

from ui.changes import Lately
from ui.tablemodels.cases import CasesModel, table_columns
from ui.theme.tokens import Role
from ui.widgets.buttons import Kind, button
from ui.widgets.empty_state import nothing_found
from ui.widgets.fields import Option, PickBox
from ui.widgets.labels import label
from ui.widgets.layouts import down
from ui.widgets.record_list import RecordList
from xcdesk.services import cases
from xcdesk.services.cases import CaseFilter, CaseOrder, CaseRow


class CaseTable(QWidget):
    """Read in pages as it is scrolled."""

    chosen = Signal()
    opened = Signal()
    order_changed = Signal()
    filters_cleared = Signal()

    def __init__(self, lately: Lately) -> None:
        super().__init__()
        self.model = CasesModel(table_columns(), self)
        self.order = PickBox(
            [
                Option(CaseOrder.UNIT, self.tr("By department")),
                Option(CaseOrder.DUE, self.tr("By day due")),
                Option(CaseOrder.NEWEST, self.tr("Latest first")),
            ]
        )
        self.order.setAccessibleName(self.tr("Order"))
        self.count = label("", Role.CAPTION, "muted")
        widths = [column.width for column in self.model.columns]
        self.list = RecordList(
            self.tr("Cases"), self.model, widths, (self.order, None, self.count), stretch=2
        )
        self.list.table.mark_changes(lately, "followup_case", self.model.number)
        self.list.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setLayout(down(self.list))
        self.list.chosen.connect(self.chosen)
        self.list.opened.connect(self.opened)
        self.order.currentIndexChanged.connect(lambda _: self.order_changed.emit())

    def show_cases(self, asked: CaseFilter, words: str) -> None:
        """Read again; ``words`` say what the filter asks, should nothing be left."""
        before, at = self.current(), self.list.at() or 0
        order = CaseOrder(self.order.key())
        blocked = self.blockSignals(True)
        self.model.show_pages(
            lambda after: cases.page(asked, order, after=after, limit=cases.PAGE), cases.PAGE
        )
        self.count.setText(self.tr("{count} cases").format(count=cases.count(asked)))
        if self.model.rowCount():
            self.list.show_table()
            line = self.model.line_of(before.id) if before is not None else -1
            self.list.choose(line if line >= 0 else at)
        else:
            clear = button(self.tr("Clear the filter"), None, Kind.NORMAL, self.filters_cleared.emit)
            self.list.show_empty(nothing_found(words, clear))
        self.blockSignals(blocked)

    def current(self) -> CaseRow | None:
        """The chosen case."""
        at = self.list.at()
        return self.model.row_at(at) if at is not None else None

    def selected(self) -> Sequence[CaseRow]:
        """Every case that is chosen, in the order shown."""
        rows = sorted(index.row() for index in self.list.table.selectionModel().selectedRows())
        return [row for at in rows if (row := self.model.row_at(at)) is not None]

    def choose(self, case_id: int) -> bool:
        """Choose a case; False where it is not in the table."""
        at = self.model.line_of(case_id)
        if at >= 0:
            self.list.choose(at)
        return at >= 0

    def place(self) -> QWidget:
        """What takes the keyboard."""
        return self.list.place()

    def views(self) -> Sequence[QWidget]:
        """The table, for its context menu."""
        return (self.list.table,)
