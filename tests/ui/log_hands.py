"""What tests of the log share: its columns, and putting the keyboard on a cell."""

import datetime as dt

from PySide6.QtCore import QItemSelectionModel

from ui.tablemodels.coverage_columns import COLUMNS
from xcdesk.services.counts.item_filter import ItemField

MONDAY = dt.date(2019, 3, 4)
LAST_YEAR = dt.date(2018, 12, 3)
AT = {column.key: at for at, column in enumerate(COLUMNS)}
F = ItemField


def titles(page):
    return [page.log.model.row(at).title for at in range(page.log.model.rowCount())]


def cell(page, title, field):
    """Put the keyboard on a cell, as a click would."""
    row = titles(page).index(title)
    index = page.log.model.index(row, AT[field])
    page.log.table.setFocus()
    flags = QItemSelectionModel.SelectionFlag  # whatever key the test before has left held down
    page.log.table.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
    return index
