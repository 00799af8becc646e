"""Tables over the log of an office, driven one step after the other; each in a process of its own.

``python -m tests.bench.painting ours DATABASE`` drives the program's model, ``peer`` drives QSqlTableModel,
which loads every row on its way to the end, ``titles`` sorts by what no index knows, ``paint`` paints a full
page of the program's model and of one in C++ in turn. Each ends with a line of JSON: milliseconds by step.
"""

import datetime as dt
import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import QAbstractItemModel, QEventLoop, Qt, QTimer
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QTableView

_PATIENCE_MS = 120_000
_PAINTS = 25
_SIZE = (1240, 1100)
_SHOWN = 10
_MONTH = (dt.date(2019, 11, 1), dt.date(2019, 11, 30))

Steps = dict[str, float]


def _shown(view: QTableView) -> None:
    """Paint the view as it stands."""
    view.viewport().grab()


def _view(model: QAbstractItemModel) -> QTableView:
    view = QTableView()
    view.setModel(model)
    view.resize(*_SIZE)
    view.show()
    return view


class Ours:
    """The program's model; steps that a worker ends are timed with their worker."""

    steps = (
        "first rows",
        "to the end",
        "every row known",
        "to the middle",
        "sort by an indexed column",
        "filter outlet and month",
    )

    def __init__(self, place: str) -> None:
        from ui.tablemodels.coverage_items import CoverageItemsModel
        from ui.tasks import TaskRunner
        from xcdesk import store
        from xcdesk.services.counts.item_filter import EVERYTHING, ItemFilter

        store.open_store(place)
        self.everything, self.filter = EVERYTHING, ItemFilter
        self.runner = TaskRunner(store.connection)
        self.model = CoverageItemsModel(self.runner)
        self.view = _view(self.model)

    def first_rows(self) -> None:
        """Show the log from its newest day."""
        self.model.show_items(self.everything)

    def to_the_end(self) -> None:
        """Show its last rows."""
        self.view.scrollToBottom()

    def every_row_known(self) -> None:
        """Wait until the order of all rows is there."""
        loop = QEventLoop()
        self.model.reading.connect(lambda reading: reading or loop.quit())
        QTimer.singleShot(_PATIENCE_MS, loop.quit)
        if self.model.is_reading():
            loop.exec()
        if self.model.is_reading():
            raise TimeoutError

    def to_the_middle(self) -> None:
        """Show rows that nothing has been read of."""
        self.view.scrollTo(self.model.index(self.model.rowCount() // 2, 0))

    def sort_by_an_indexed_column(self) -> None:
        """Sort by outlet."""
        self.view.scrollToTop()
        self.model.sort(1)

    def filter_outlet_and_month(self) -> None:
        """Show one outlet in one month."""
        self.model.show_items(self.filter(*_MONTH, outlet_ids=(1,)))

    def sort_titles_by_pinyin(self) -> None:
        """Sort by title, the whole way."""
        self.every_row_known()
        self.model.sort(2)
        self.every_row_known()

    def close(self) -> None:
        """End what is running."""
        self.runner.shutdown()


class OursByTitle(Ours):
    """The order that no index gives."""

    steps = ("first rows", "sort titles by pinyin")


class Peer:
    """QSqlTableModel, which finds more rows only while it loads them."""

    steps = ("first rows", "to the end", "sort by an indexed column", "filter outlet and month")

    def __init__(self, place: str) -> None:
        from PySide6.QtSql import QSqlDatabase, QSqlTableModel  # noqa: TID251  # the peer; not in the program

        database = QSqlDatabase.addDatabase("QSQLITE")
        database.setDatabaseName(place)
        database.setConnectOptions("QSQLITE_OPEN_READONLY")
        if not database.open():
            raise OSError(place)
        self.model = QSqlTableModel(db=database)
        self.model.setTable("coverage_item")
        self.model.setFilter("removed_at IS NULL")
        self.view = _view(self.model)

    def first_rows(self) -> None:
        """Show the log from its newest day."""
        self.model.setSort(self.model.fieldIndex("day"), Qt.SortOrder.DescendingOrder)
        self.model.select()

    def to_the_end(self) -> None:
        """Show its last rows."""
        while self.model.canFetchMore():
            self.model.fetchMore()
        self.view.scrollToBottom()

    def sort_by_an_indexed_column(self) -> None:
        """Sort by outlet."""
        self.view.scrollToTop()
        self.model.sort(self.model.fieldIndex("outlet_id"), Qt.SortOrder.AscendingOrder)

    def filter_outlet_and_month(self) -> None:
        """Show one outlet in one month."""
        since, until = _MONTH
        condition = f"removed_at IS NULL AND outlet_id = 1 AND day BETWEEN '{since}' AND '{until}'"
        self.model.setFilter(condition)

    def close(self) -> None:
        """Nothing is left running."""


def drive(table: Ours | Peer) -> Steps:
    """Take a table through its steps, each with the painting that follows it."""
    told: Steps = {}
    for name in table.steps:
        started = time.perf_counter()
        getattr(table, name.replace(" ", "_"))()
        _shown(table.view)
        told[name] = (time.perf_counter() - started) * 1000
        if name == "to the end":
            told["rows"] = table.model.rowCount()
    table.close()
    return told


def paint(place: str) -> Steps:
    """Best full repaint of a page of the program's model and of two models in C++, in turn."""
    from PySide6.QtSql import QSqlDatabase, QSqlTableModel  # noqa: TID251  # the peer; not in the program

    from ui.tablemodels.coverage_items import CoverageItemsModel
    from ui.tasks import TaskRunner
    from xcdesk import store
    from xcdesk.services.counts.item_filter import ItemFilter

    store.open_store(place)
    model = CoverageItemsModel(TaskRunner(store.connection))
    model.show_items(ItemFilter(*_MONTH))
    rows = min(model.rowCount(), 60)
    copied = QStandardItemModel(rows, _SHOWN)
    for row in range(rows):
        for column in range(_SHOWN):
            copied.setItem(row, column, QStandardItem(str(model.index(row, column).data())))
    database = QSqlDatabase.addDatabase("QSQLITE")
    database.setDatabaseName(place)
    database.open()
    table = QSqlTableModel(db=database)
    table.setTable("coverage_item")
    table.select()
    views = {"ours": _view(model), "QSqlTableModel": _view(table), "QStandardItemModel": _view(copied)}
    for view in views.values():
        for column in range(_SHOWN, view.model().columnCount()):
            view.setColumnHidden(column, True)
    best = dict.fromkeys(views, float("inf"))
    for _ in range(_PAINTS):
        for name, view in views.items():
            started = time.process_time()
            _shown(view)
            best[name] = min(best[name], (time.process_time() - started) * 1000)
    return best


if __name__ == "__main__":
    app = QApplication([])
    place = str(Path(sys.argv[2]))
    tables = {"ours": Ours, "titles": OursByTitle, "peer": Peer}
    found = paint(place) if sys.argv[1] == "paint" else drive(tables[sys.argv[1]](place))
    sys.stdout.write(json.dumps(found) + "\n")
