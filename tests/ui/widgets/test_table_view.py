"""Tables of many rows stay quick, whatever is chosen in them."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from typing_extensions import override

from ui.widgets.table_view import TableView

ROWS, COLUMNS = 20_000, 4


class Plain(QAbstractTableModel):
    """Many cells, and how often it was asked whether one of them can be chosen."""

    asked = 0

    @override
    def rowCount(self, parent=QModelIndex()) -> int:
        return 0 if parent.isValid() else ROWS

    @override
    def columnCount(self, parent=QModelIndex()) -> int:
        return 0 if parent.isValid() else COLUMNS

    @override
    def data(self, index, role=Qt.ItemDataRole.DisplayRole) -> str | None:
        return str(index.row()) if role == Qt.ItemDataRole.DisplayRole else None

    @override
    def flags(self, index) -> Qt.ItemFlag:
        self.asked += 1
        return super().flags(index)


def test_choosing_everything_does_not_ask_cell_by_cell(qtbot):
    table, model = TableView(), Plain()
    qtbot.addWidget(table)
    table.setModel(model)
    table.resize(600, 400)
    table.show()
    table.selectAll()
    table.grab()
    assert model.asked < ROWS
    assert table.selectionModel().hasSelection()
