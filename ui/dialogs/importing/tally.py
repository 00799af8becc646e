"""The comparison of a return's counts with the log: stated, logged, difference, and the rows behind each."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui import format as shown
from ui.tablemodels.import_tallies import STATE, WHAT, Figure, ImportTalliesModel, differs
from ui.theme.icons import Glyph
from ui.theme.tokens import Role, Space
from ui.widgets.buttons import Kind, button
from ui.widgets.chips import FilterChip
from ui.widgets.labels import label
from ui.widgets.layouts import across, boxed, down
from ui.widgets.table_view import TableView
from xcdesk.importers.tallies import TallySheet


class TallyView(QWidget):
    """Shows every figure; Enter on one, or its button, asks for the rows that the log counts for it."""

    help_topic = "imports#tables"
    behind_asked = Signal(object, str)  # ItemFilter, words about it

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figures: list[Figure] = []
        self.model = ImportTalliesModel(self)
        self.table = TableView(states=(STATE,))
        self.table.setModel(self.model)
        self.table.set_widths(tuple(column.width for column in self.model.columns), stretch=WHAT)
        self.table.setAccessibleName(self.tr("Counts stated and logged"))
        self.only = FilterChip(self.tr("Only what differs"))
        self.behind = button(self.tr("Show the rows in the log"), Glyph.TABLE, Kind.NORMAL, self._ask)
        self._words = label("", Role.CAPTION, "second", wrap=True)
        column = down(across(self.only, None, self.behind), self._words, gap=Space.S)
        column.addWidget(boxed(down(self.table, margins=1), "pane"), 1)
        self.setLayout(column)
        self.only.toggled.connect(self._show)
        self.table.activated.connect(self._ask)
        self.table.selectionModel().currentRowChanged.connect(self._refresh)

    def show_tallies(self, sheets: Sequence[TallySheet]) -> None:
        """Show the figures of a file."""
        self._figures = [Figure(sheet, count) for sheet in sheets for count in sheet.counts]
        self.only.set_count(sum(map(differs, self._figures)))
        self._words.setText(" ".join(self._about(sheets)))
        self.table.setColumnHidden(0, len(sheets) < 2)  # noqa: PLR2004  # one sheet needs no column
        self._show()

    def _about(self, sheets: Sequence[TallySheet]) -> Iterator[str]:
        """For what time each table was compared, and what of it was not."""
        for sheet in sheets:
            if sheet.period is None:
                words = self.tr("“{sheet}” does not say for what time it counts. Choose the year above.")
                yield words.format(sheet=sheet.name)
            else:
                days = {"first": shown.day(sheet.period.since), "last": shown.day(sheet.period.until)}
                yield self.tr("“{sheet}” compared for {first} to {last}.").format(sheet=sheet.name, **days)
            if sheet.strangers:
                names = shown.listed(sheet.strangers)
                yield self.tr("Not compared, because nobody knows what they are: {names}.").format(
                    names=names
                )

    def _show(self) -> None:
        rows = [one for one in self._figures if differs(one) or not self.only.isChecked()]
        self.model.show_rows(rows)
        self.table.select_row(0)
        self._refresh()

    def _chosen(self) -> Figure | None:
        row = self.table.currentIndex().row()
        return self.model.rows()[row] if 0 <= row < self.model.rowCount() else None

    def _refresh(self) -> None:
        one = self._chosen()
        self.behind.setEnabled(one is not None and one.count.behind is not None)

    def _ask(self) -> None:
        one = self._chosen()
        if one is not None and one.count.behind is not None:
            self.behind_asked.emit(one.count.behind, one.what)
