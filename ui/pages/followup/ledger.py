"""The ledger of departments for a stretch of time: counts and rates, and under them how they are counted."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.pages.counted_by import rule_label, rule_text
from ui.tablemodels.cases import ledger_columns
from ui.tablemodels.records import RecordsModel
from ui.theme.icons import Glyph
from ui.widgets.empty_state import EmptyState
from ui.widgets.layouts import across, down
from ui.widgets.period_picker import PeriodPicker
from ui.widgets.record_list import RecordList
from xcdesk.codes import CaseKind
from xcdesk.services import cases
from xcdesk.services.cases import LedgerRow
from xcdesk.services.office.counting_rules import CountingRule


class LedgerView(QWidget):
    """Enter on a unit opens its cases."""

    help_topic = "followup#views"
    chosen = Signal()
    opened = Signal(int)  # unit
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.period = PeriodPicker(years=True)
        self.records = RecordsModel[LedgerRow](ledger_columns(), self)
        widths = [column.width for column in self.records.columns]
        self.table = RecordList(self.tr("Ledger"), self.records, widths, stretch=0)
        self._rule = rule_label(CountingRule.LEDGER)
        self.setLayout(down(across(self.period, None), self.table, self._rule))
        self.period.changed.connect(self.changed)
        self.table.chosen.connect(self.chosen)
        self.table.opened.connect(self._open)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._rule.setMinimumHeight(self._rule.heightForWidth(self.width()))  # the page scrolls instead

    def show_ledger(self, kinds: Sequence[CaseKind]) -> None:
        """Count again."""
        self._rule.setText(rule_text(CountingRule.LEDGER))
        at = self.table.at() or 0
        found = cases.ledger(*self.period.bounds(), kinds)
        self.records.show_rows((*found.rows, found.total) if found.rows else ())
        if found.rows:
            self.table.show_table()
            self.table.choose(at)
        else:
            words = self.tr("No case was dispatched in this stretch of time.")
            self.table.show_empty(EmptyState(Glyph.TABLE_SIMPLE, self.tr("Nothing to count"), words))

    def place(self) -> QWidget:
        """What takes the keyboard."""
        return self.period if self.table.is_empty() else self.table.place()

    def _open(self) -> None:
        at = self.table.at()
        if at is not None and self.records.rows()[at].unit_id:
            self.opened.emit(self.records.rows()[at].unit_id)
