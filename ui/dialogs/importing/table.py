"""The rows of a return as a table that is ticked and corrected."""

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView
from typing_extensions import override

from ui.tablemodels.import_rows import COLUMNS, REMARK, RESULT, TITLE, ImportRowsModel, column_of, field_of
from ui.theme import theme
from ui.widgets.table_view import TableView
from xcdesk.importers.session import Line

_LEAST_TITLE, _LEAST_REMARK = 160, 110
_FITTED = tuple(at for at, column in enumerate(COLUMNS) if column.field is not None and at != TITLE)
_LOOKED_AT = 200
"""Rows whose texts settle the widths; those of a long file are much alike."""
_AROUND_TEXT = 20


class RowsTable(TableView):
    """Rows that Space ticks, all that are chosen; F2, a double click or typing corrects a cell."""

    def __init__(self, model: ImportRowsModel) -> None:
        super().__init__(states=(RESULT,))
        self._rows = model
        self._wanted = theme.scaled(COLUMNS[TITLE].width), theme.scaled(COLUMNS[REMARK].width)
        self.setProperty("checks", True)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.DoubleClicked | trigger.EditKeyPressed | trigger.AnyKeyPressed)
        self.setModel(model)
        self.set_widths(tuple(column.width for column in COLUMNS))
        self.horizontalHeader().setMinimumSectionSize(36)

    def share(self) -> None:
        """Let each column be as wide as the texts of the first rows ask, empty ones as their headings.

        Title and remarks get what the others leave, by what each asks, but never too little to read.
        """
        for at in _FITTED:
            self.setColumnWidth(at, min(theme.scaled(COLUMNS[at].width), self._asked(at)))
        self._wanted = self._asked(TITLE), self._asked(REMARK)
        self._share_rest()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_rest()

    def _share_rest(self) -> None:
        others = sum(self.columnWidth(at) for at in range(len(COLUMNS)) if at not in {TITLE, REMARK})
        rest = self.viewport().width() - others
        title, remark = self._wanted
        title = min(title, max(rest - remark, rest * 9 // 20))
        least = theme.scaled(_LEAST_REMARK)
        title = max(theme.scaled(_LEAST_TITLE), min(title, rest - least))
        self.setColumnWidth(TITLE, title)
        self.setColumnWidth(REMARK, max(least, rest - title))

    def _asked(self, column: int) -> int:
        """Width that a heading and the texts under it ask for."""
        measure, rows = self.fontMetrics().horizontalAdvance, range(min(_LOOKED_AT, self._rows.rowCount()))
        texts = {self._rows.index(row, column).data() for row in rows}
        widest = max(map(measure, texts), default=0) + _AROUND_TEXT
        return max(widest, self.horizontalHeader().sectionSizeHint(column))

    def select_cell(self, row: int, column: int) -> None:
        """Make a cell the current one, if there is such a row."""
        if 0 <= row < self._rows.rowCount():
            self.setCurrentIndex(self._rows.index(row, column))

    def chosen(self) -> list[Line]:
        """The chosen rows, in the order shown."""
        selection = self.selectionModel().selection()
        parts = (selection.at(number) for number in range(selection.count()))
        spans = sorted((part.top(), part.bottom()) for part in parts)
        return [self._rows.line(row) for top, bottom in spans for row in range(top, bottom + 1)]

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F2:
            self._go_to_cell()
        if event.key() != Qt.Key.Key_Space or event.modifiers() != Qt.KeyboardModifier.NoModifier:
            super().keyPressEvent(event)
            return
        lines = [line for line in self.chosen() if line.tickable]
        on = not all(self._rows.is_ticked(line) for line in lines)
        self._rows.tick(lines, on=on)

    def _go_to_cell(self) -> None:
        """From a cell that cannot be corrected to the first one that is wrong, else to the title."""
        index = self.currentIndex()
        if index.isValid() and field_of(index.column()) is None:
            wanted = self._rows.first_wrong(index.row())
            column = column_of(wanted) if wanted is not None else None
            self.selectionModel().setCurrentIndex(
                index.siblingAtColumn(TITLE if column is None else column),
                QItemSelectionModel.SelectionFlag.NoUpdate,
            )
