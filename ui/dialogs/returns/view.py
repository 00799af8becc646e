"""The parts of the page of returns: a month, its units, the files of the chosen one."""

import datetime as dt

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QSplitter, QWidget

from ui import format as shown
from ui.tablemodels.records import RecordsModel
from ui.tablemodels.returns import FILE_STATES, UNIT_STATES, file_columns, unit_columns
from ui.theme.tokens import Role, Space
from ui.widgets.banner import Banner
from ui.widgets.buttons import Kind, button
from ui.widgets.card import Pane
from ui.widgets.labels import label
from ui.widgets.layouts import across, boxed, down
from ui.widgets.notice import Notice
from ui.widgets.period_picker import PeriodPicker
from ui.widgets.progress_strip import ProgressStrip
from ui.widgets.table_view import TableView
from ui.widgets.verb_bar import VerbBar
from ui.widgets.verbs import VerbSet
from xcdesk.services.returns import returns_status
from xcdesk.services.returns.returns_status import MonthStatus, ReturnState, SentFile, UnitStatus


class ReturnsView(QDialog):
    """Shows one month; ``chosen`` tells that another unit or file is the chosen one."""

    help_topic = "imports#missing"
    chosen = Signal()
    said = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state: MonthStatus = returns_status.status(returns_status.due_month())
        self.setWindowTitle(self.tr("Who has sent"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.period = PeriodPicker()
        self.period.unit.hide()
        self.period.go_to(self.state.month)
        self.model, self.files = (
            RecordsModel[UnitStatus](unit_columns()),
            RecordsModel[SentFile](file_columns()),
        )
        self.table, self.below = TableView(states=UNIT_STATES), TableView(states=FILE_STATES)
        self.summary, self.heading = label("", tone="second"), label("", Role.HEADING)
        self.progress, self._notice = ProgressStrip(), Notice(margins=(Space.M, 0, Space.M, 0))
        self.close_button = button(self.tr("Close"), None, Kind.NORMAL, self.reject)

    @property
    def unit(self) -> UnitStatus | None:
        """The chosen unit."""
        row = self.table.currentIndex().row()
        return self.model.rows()[row] if 0 <= row < self.model.rowCount() else None

    @property
    def file(self) -> SentFile | None:
        """The chosen file of the unit."""
        row = self.below.currentIndex().row()
        return self.files.rows()[row] if 0 <= row < self.files.rowCount() else None

    def show_month(self, month: dt.date) -> None:
        """Show the month that holds a day."""
        self.period.go_to(month)

    def reload(self) -> None:
        """Read the month again; the chosen unit stays chosen."""
        before = self.unit
        self.state = returns_status.status(self.period.bounds()[0])
        rows = (*self.state.units, *self.state.others)
        self.model.show_rows(rows)
        same = (at for at, one in enumerate(rows) if before is not None and one.unit.id == before.unit.id)
        self.table.select_row(next(same, 0))
        self.summary.setText(self._summary())
        self._show_files()

    def say(self, words: str) -> None:
        """Tell what was done."""
        self.said.emit(words)
        self.show_notice(Banner("ok", words))

    def show_notice(self, banner: Banner) -> None:
        """Show a banner above the units in place of the one before."""
        self._notice.show_banner(banner)

    def build(self, verbs: VerbSet) -> None:
        """Put the parts together once the verbs exist."""
        for table, model, name in (
            (self.table, self.model, self.tr("Units")),
            (self.below, self.files, self.tr("Files of the unit")),
        ):
            table.setModel(model)
            table.setAccessibleName(name)
        self.table.set_widths(tuple(column.width for column in self.model.columns), stretch=6)
        self.below.set_widths(tuple(column.width for column in self.files.columns), stretch=0)
        self.bar = VerbBar(verbs)
        halves = QSplitter(Qt.Orientation.Vertical)
        halves.addWidget(Pane(self.table, (self.period, None, self.summary)))
        halves.addWidget(Pane(self.below, (self.heading, None)))
        halves.setChildrenCollapsible(False)
        halves.setStretchFactor(0, 1)
        halves.setSizes([440, 140])
        body = down(halves, margins=(Space.M, 0, Space.M, 0))
        column = down(self.bar, self.progress, self._notice, gap=Space.S)
        column.addLayout(body, 1)
        column.addLayout(across(None, self.close_button, margins=(Space.M, Space.XS, Space.M, Space.M)))
        self.setLayout(down(boxed(column)))
        self.period.changed.connect(self.reload)
        self.table.selectionModel().currentRowChanged.connect(self._show_files)
        self.below.selectionModel().currentRowChanged.connect(self.chosen)

    def _show_files(self) -> None:
        one = self.unit
        self.files.show_rows(one.files if one is not None else ())
        self.below.select_row(0)
        self.heading.setText(self._heading(one))
        self.chosen.emit()

    def _heading(self, one: UnitStatus | None) -> str:
        if one is None or one.files:
            return one.unit.name if one is not None else ""
        return self.tr("{unit}: no file for this month yet").format(unit=one.unit.name)

    def _summary(self) -> str:
        state = self.state
        sent = self.tr("{sent} of {all} sent").format(
            sent=len(state.units) - len(state.missing), all=shown.count(len(state.units), "units")
        )
        parts = [self.tr("due {day}").format(day=shown.day_and_weekday(state.deadline)), sent]
        late = len(state.of(ReturnState.LATE))
        if late:
            parts.append(self.tr("{count} late").format(count=late))
        if state.missing:
            parts.append(self.tr("{count} not sent").format(count=len(state.missing)))
        return " · ".join(parts)
