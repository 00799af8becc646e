"""Tables of many rows stay quick; what is too wide is shortened, and figures keep off their neighbour."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PySide6.QtGui import QStandardItemModel
from typing_extensions import override

from ui.tablemodels.records import Column, RecordsModel, Shown
from ui.theme.tokens import State
from ui.widgets.chips import chip_size, fitting
from ui.widgets.record_list import RecordList
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


def test_a_chip_is_shortened_to_its_column():
    word = "hotline missing in the text"
    assert fitting(word, chip_size(word).width()) == word
    short = fitting(word, 90)
    assert short.endswith("…")
    assert chip_size(short).width() <= 90


def test_figures_end_where_their_heading_ends(qtbot):
    columns = (
        Column("", 80, Shown, figures=True),
        Column("State", 90, lambda _: Shown("as planned", State.DONE)),
    )
    model = RecordsModel(columns)
    model.show_rows(["11"])
    shown = RecordList("Figures", model, (80, 90), stretch=1)
    qtbot.addWidget(shown)
    shown.resize(400, 200)
    shown.show()
    shown.table.clearSelection()
    cell = shown.table.visualRect(model.index(0, 0))
    drawn = shown.table.viewport().grab(cell).toImage()
    ground = drawn.pixel(1, 1)
    inked = [
        x for x in range(drawn.width()) if any(drawn.pixel(x, y) != ground for y in range(drawn.height()))
    ]
    assert inked
    assert max(inked) <= cell.width() - 7


def test_a_column_that_takes_what_is_left_is_never_squeezed(qtbot):
    table = TableView()
    qtbot.addWidget(table)
    table.setModel(QStandardItemModel(2, 3))
    table.set_widths((150, 240, 100), stretch=1)
    table.resize(700, 200)
    table.show()
    header = table.horizontalHeader()
    assert header.length() == table.viewport().width()
    table.resize(300, 200)
    assert header.sectionSize(1) == 120
    table.setColumnWidth(0, 20)
    assert header.length() == table.viewport().width()
