"""Upper half of the coverage page: legend, counting rule and the matrix of a month or a week."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui import format as shown
from ui.language import language
from ui.pages.behind import Behind
from ui.pages.coverage.cell_strip import CellStrip
from ui.tablemodels.coverage_matrix import CoverageMatrixModel, Titles
from ui.tablemodels.coverage_year import CoverageYearModel
from ui.theme.tokens import Role, Space, State
from ui.widgets.card import Pane
from ui.widgets.chips import StateChip
from ui.widgets.labels import label
from ui.widgets.layouts import Item, down
from ui.widgets.matrix_view import MatrixView
from xcdesk import wording
from xcdesk.services.counts.item_filter import ItemFilter
from xcdesk.services.grid import matrix, year_matrix
from xcdesk.services.grid.block_places import Ground
from xcdesk.services.grid.matrix import MatrixCell, MatrixRow
from xcdesk.services.grid.none_days import Cell, NoneRow
from xcdesk.services.log import coverage_log

_MONTH = 31
_MOST_TITLES = 2000
"""Reports of one week whose titles are shown in the cells; far beyond what an office logs."""


@dataclass(frozen=True, slots=True)
class Block:
    """Rows and columns of the matrix that are chosen together."""

    rows: range
    columns: range


class CoverageMatrixPane(QWidget):
    """Knows which cell is current; what is typed into it is handed on."""

    help_topic = "matrix"
    typed = Signal(object, str)  # Cell, text
    cell_chosen = Signal()
    week_opened = Signal(object)  # a day of it

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = CoverageMatrixModel(self)
        self.model.typed.connect(self.typed)
        self.view = MatrixView()
        self.view.setModel(self.model)
        self.view.setAccessibleName(self.tr("Matrix of outlets by days"))
        self.view.cell_changed.connect(self.cell_chosen)
        self.year_model = CoverageYearModel(self)
        self.year_view = MatrixView(typing=False, sample="88")
        self.year_view.setModel(self.year_model)
        self.year_view.setAccessibleName(self.tr("Matrix of outlets by weeks"))
        self.year_view.cell_changed.connect(self.cell_chosen)
        self.year_view.opened.connect(self._open_week)
        self._figure = label("", Role.CAPTION, "second")
        self._views = QStackedWidget()
        self._views.addWidget(self.view)
        self._views.addWidget(self.year_view)
        self.strip = CellStrip()
        self.setLayout(down(Pane(self._views, self._legend(), self.strip)))

    def show_period(self, since: dt.date, until: dt.date) -> None:
        """Read and show the days from ``since`` to ``until``: a week, a month, or a year by its weeks."""
        if (until - since).days > _MONTH:
            self._show_year(since)
            return
        self._views.setCurrentWidget(self.view)
        self._figure.setText(self.tr("figure = pieces of the day"))
        wide = (until - since).days < 7  # noqa: PLR2004  # a week at most
        self.view.set_wide(wide=wide)
        self.model.show(matrix.matrix(since, until), _titles(since, until) if wide else {})
        self._ask_for_height()
        if not self.view.currentIndex().isValid() and self.model.rowCount():
            with QSignalBlocker(self.view):  # nobody has chosen this cell, so it narrows nothing
                self.view.setCurrentIndex(self.model.index(0, self.model.today_column() or 0))

    def _ask_for_height(self) -> None:
        """Let all around the view in front know its wish now; told by the event loop, the page would jump."""
        asking: QWidget | None = self.front()
        while asking is not None and asking is not self:
            asking.updateGeometry()
            asking = asking.parentWidget()

    def front(self) -> MatrixView:
        """The view that is shown."""
        return self.year_view if self.shows_year() else self.view

    def shows_year(self) -> bool:
        """Whether weeks of a year are shown, into which nothing is written."""
        return self._views.currentWidget() is self.year_view

    def behind_week(self) -> Behind | None:
        """The reports of the current week of the year and its outlet."""
        index = self.year_view.currentIndex()
        if not self.shows_year() or not index.isValid():
            return None
        outlet, week = self.year_model.row(index.row()).outlet, self.year_model.week(index.column())
        chosen = ItemFilter(week.since, week.until, outlet_ids=(outlet.id,))
        return Behind(chosen, f"{outlet.name} {shown.week(week.since)}")

    def cell(self) -> Cell | None:
        """Outlet and day of the current cell; none in a year."""
        index = self.view.currentIndex()
        if self.shows_year():
            return None
        return self.model.cell(index.row(), index.column()) if index.isValid() else None

    def line(self) -> MatrixRow | None:
        """Outlet of the current cell with its whole row."""
        index = self.view.currentIndex()
        if self.shows_year():
            return None
        return self.model.line(index.row()) if index.isValid() else None

    def content(self) -> MatrixCell | None:
        """What stands in the current cell."""
        index = self.view.currentIndex()
        if self.shows_year():
            return None
        return self.model.state(index.row(), index.column()) if index.isValid() else None

    def none_row(self) -> NoneRow | None:
        """The none today of the current cell, if that is what it holds."""
        content = self.content()
        return content.none if content is not None else None

    def block(self) -> Block | None:
        """The chosen cells, which always lie together; None when there are none."""
        chosen = self.view.selectionModel().selection()
        if chosen.isEmpty() or self.shows_year():
            return None
        first = chosen.first()
        return Block(range(first.top(), first.bottom() + 1), range(first.left(), first.right() + 1))

    def cells(self, block: Block) -> list[Cell]:
        """The cells of a block, row by row."""
        return [self.model.cell(row, column) for row in block.rows for column in block.columns]

    def texts(self, block: Block) -> list[list[str]]:
        """What the cells of a block show, in full."""
        return [[self.model.written(row, column) for column in block.columns] for row in block.rows]

    def headed_texts(self, block: Block) -> list[list[str]]:
        """The same with the days above and the outlets before them."""
        days = [shown.day(self.model.day(column)) for column in block.columns]
        names = [self.model.line(row).outlet.name for row in block.rows]
        rows = [[name, *row] for name, row in zip(names, self.texts(block), strict=True)]
        return [[self.tr("Outlet"), *days], *rows]

    def ground(self, block: Block) -> Ground:
        """The whole matrix, with the first cell of a block as the place where a table begins."""
        model = self.model
        outlets = tuple(model.line(row).outlet.id for row in range(model.rowCount()))
        days = tuple(map(model.day, range(model.columnCount())))
        return Ground(outlets, days, block.rows.start, block.columns.start)

    def go_to(self, cell: Cell) -> None:
        """Make a cell of the shown period the current one."""
        for row in range(self.model.rowCount()):
            for column in range(self.model.columnCount()):
                if self.model.cell(row, column) == cell:
                    self.view.setCurrentIndex(self.model.index(row, column))
                    return

    def _show_year(self, day: dt.date) -> None:
        self._views.setCurrentWidget(self.year_view)
        self._figure.setText(self.tr("figure = pieces of the week"))
        self.year_model.show(year_matrix.year(day))
        self._ask_for_height()
        if not self.year_view.currentIndex().isValid() and self.year_model.rowCount():
            with QSignalBlocker(self.year_view):
                self.year_view.setCurrentIndex(self.year_model.index(0, self.year_model.column_now() or 0))

    def _open_week(self) -> None:
        index = self.year_view.currentIndex()
        if index.isValid():
            self.week_opened.emit(self.year_model.week(index.column()).since)

    def _legend(self) -> tuple[Item, ...]:
        rule = label(wording.text("counting.short_rule", language()), Role.CAPTION, "muted")
        return (
            label(self.tr("Key"), Role.CAPTION, "second"),
            self._figure,
            StateChip(State.NOT_YET, self.tr("not asked yet"), ground=False),
            StateChip(State.LATE, self.tr("past the deadline"), ground=False),
            StateChip(State.NONE, self.tr("none today, with the reason"), ground=False),
            StateChip(State.NOT_DUE, self.tr("not due"), ground=False),
            Space.S,
            None,
            rule,
        )


def _titles(since: dt.date, until: dt.date) -> Titles:
    found = coverage_log.page(ItemFilter(since=since, until=until), limit=_MOST_TITLES)
    titles: dict[Cell, list[str]] = defaultdict(list)
    for row in found.rows:
        if row.title:
            titles[Cell(row.outlet_id, row.day)].append(row.title)
    return {cell: tuple(each) for cell, each in titles.items()}
