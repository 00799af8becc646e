"""Coverage 报道登记: who has run something on which day, and every report behind the figures."""

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from ui.changes import Area
from ui.desk import Desk
from ui.pages.behind import Behind
from ui.pages.coverage.acts import CoverageActs
from ui.pages.coverage.empty_log import EmptyLog, LogWays
from ui.pages.coverage.following import Following
from ui.pages.coverage.item_choices import item_choices
from ui.pages.coverage.log_pane import CoverageLogPane
from ui.pages.coverage.log_scope import LogScope
from ui.pages.coverage.matrix_pane import CoverageMatrixPane
from ui.pages.coverage.quick_entry import QuickEntry
from ui.pages.coverage.trackers.part import TrackersPart
from ui.pages.coverage.verbs import CoverageVerbs
from ui.pages.page import Page
from ui.theme.icons import Glyph
from ui.theme.tokens import Space
from ui.widgets.context_menu import put_menu
from ui.widgets.focus import holds_focus
from ui.widgets.halves import Halves
from ui.widgets.layouts import boxed, down
from ui.widgets.period_picker import MONTH, WEEK, YEAR, PeriodPicker
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.verbs import Verb, VerbSet, Weight
from xcdesk.services.counts.item_filter import ItemFilter
from xcdesk.services.grid.none_days import Cell
from xcdesk.services.log import coverage_log

if TYPE_CHECKING:  # start-up time
    from ui.pages.coverage.trackers.pane import TrackersPane

MATRIX, LOG, TRACKERS = "matrix", "log", "trackers"
_MATRIX_MENU = (
    *("item_log", "none_today", "call"),
    *("copy", "copy_all", "paste", "fill_down", "fill_right", "remove", "today"),
)
_LOG_MENU = (
    *("item_edit", "items_edit", "items_fill", "items_copy", "link_open"),
    *("group", "ungroup", "evidence", "record", "remove", "log_filter", "log_columns"),
)
_PART = "coverage/part"


class CoveragePage(Page):
    """Matrix above, log below; moving in the matrix narrows the log to one outlet and day.

    The trackers of the plan take the place of both, and of the bar, while they are in front.
    """

    key = "coverage"
    glyph = Glyph.TABLE
    watches = frozenset(
        {
            *(Area.COVERAGE, Area.TRACKERS, Area.ROSTER, Area.IMPORTS, Area.MATERIALS, Area.SETTINGS),
            Area.BULLETINS,
        }
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._scope = LogScope()
        self.period = PeriodPicker(years=True)
        self.matrix = CoverageMatrixPane()
        self.log = CoverageLogPane(desk)
        names = {MATRIX: self.tr("Matrix"), LOG: self.tr("Log"), TRACKERS: self.tr("Trackers")}
        segments = [Segment(key, word) for key, word in names.items()]
        self.part = Segmented(segments)
        self.quick = QuickEntry(CoverageActs(self), item_choices)
        self._following = Following(self.quick, self.matrix, self._go_to, self)
        self.commands = CoverageVerbs(self, self.matrix, self.log, self.period, self.quick)
        ways = LogWays(self._log_item, self._clear_query, self.period.go_to, self.asked_for)
        self._empty = EmptyLog(self.log.filters, ways, self)
        self.log.put_tools(self.commands.of_log.tools())
        self.halves = Halves(self.matrix, self.log, self.log.least_height())
        self._parts = QStackedWidget()
        self._parts.addWidget(boxed(down(self.quick, self.halves, margins=(Space.M, 10, Space.M, 10))))
        self.build(self._parts, trail=(self.part, self.period), search=self.tr("Filter titles"))
        self._trackers = TrackersPart(self, self._parts, self.part, segments)
        self.commands.blocks.bind(self.verbs)
        self._connect()
        self._show_part(desk.preferences.remembered(_PART, desk.actor.id) or MATRIX)

    @override
    def name(self) -> str:
        return self.tr("Coverage")

    @override
    def make_verbs(self) -> Sequence[Verb]:
        whole, rare = self.tr("Matrix or whole log"), Weight.RARE
        ways = (
            Verb("log_whole", whole, None, self.turn, "Ctrl+L", weight=rare),
            Verb("trackers", self.tr("Trackers"), None, self.show_trackers, "Ctrl+Alt+T", weight=rare),
        )
        return self.commands.verbs(ways)

    @override
    def verb_sets(self) -> Sequence[VerbSet]:
        return self._trackers.verb_sets()

    @override
    def bring_forward(self, verbs: VerbSet) -> None:
        if self._trackers.holds(verbs) != self.in_trackers():
            self.part.choose(MATRIX if self.in_trackers() else TRACKERS)

    @property
    def trackers(self) -> "TrackersPane":
        """The trackers of the plan, made when they are first asked for."""
        return self._trackers.pane

    @override
    def main_view(self) -> QWidget:
        if self.in_trackers():
            return self.trackers.main_view()
        return self.log.table if self.whole_log() else self.matrix.front()

    @override
    def regions(self) -> Sequence[QWidget]:
        if self.in_trackers():
            return self.trackers.regions()
        views = (self.log.table,) if self.whole_log() else (self.matrix.front(), self.log.table)
        views = (self.quick.fields.title, *views)
        return views if self.log.detail.isHidden() else (*views, self.log.detail)

    @override
    def unsaved(self) -> bool:
        return self.commands.of_log.editing.editor() is not None or self.quick.typing()

    def whole_log(self) -> bool:
        """Whether the log has the whole page, and all reports are in it."""
        return self.part.key == LOG

    def in_trackers(self) -> bool:
        """Whether the trackers are in front."""
        return self.part.key == TRACKERS

    def turn(self) -> None:
        """Go from the matrix to the whole log, or back."""
        self.part.choose(MATRIX if self.whole_log() else LOG)
        self.main_view().setFocus()

    def show_trackers(self) -> None:
        """Go to the trackers."""
        self.part.choose(TRACKERS)
        self.main_view().setFocus()

    @override
    def reload(self) -> None:
        if self.in_trackers():
            self.trackers.reload()
            return
        if not self.whole_log():
            self.matrix.show_period(*self.period.bounds())
            self.halves.share()
        self._following.begin()
        self._show_log()

    @override
    def open(self, target: object) -> None:
        """Show a day, a cell, the rows behind a figure, a report by its id, or a row of a tracker."""
        if isinstance(target, tuple):
            self.part.choose(TRACKERS)
            self.trackers.open(*target)
            self.main_view().setFocus()
            return
        if self.in_trackers():
            self.part.choose(MATRIX)
        if isinstance(target, Cell):
            self._go_to(target)
        elif isinstance(target, dt.date):
            self.period.go_to(target)
        elif isinstance(target, Behind):
            self._show_behind(target)
        elif isinstance(target, int):
            row = coverage_log.item(target)
            self._go_to(Cell(row.outlet_id, row.day))
            self.log.choose(target)

    def _connect(self) -> None:
        self.quick.open_asked.connect(self.open)
        self.quick.left.connect(self.focus_first)
        self._following.hear(self.desk.changes)
        self.part.chosen.connect(self._part_chosen)
        self.log.filtered.connect(self._show_log)
        self.log.detail.report_asked.connect(self._show_report)
        self.log.detail.piece_asked.connect(self._show_piece)
        self.period.changed.connect(self._period_changed)
        self.matrix.typed.connect(self.commands.type_into)
        self.matrix.cell_chosen.connect(self._cell_chosen)
        self.matrix.week_opened.connect(self._open_week)
        self.log.chosen.connect(self.verbs.refresh)
        self.log.opened.connect(self.commands.edit)
        self.log.failed.connect(self.show_failure)
        self.log.scope_cleared.connect(self._clear_scope)
        for view, menu in ((self.matrix.view, _MATRIX_MENU), (self.log.table, _LOG_MENU)):
            put_menu(view, [self.verbs.action(verb) for verb in menu])
        if self.search is not None:
            self.search.searched.connect(self._show_log)

    def _part_chosen(self, part: str) -> None:
        self.desk.preferences.remember(_PART, self.desk.actor.id, part)
        self._show_part(part)
        self.reload()
        self.verbs.refresh()

    def _show_part(self, part: str) -> None:
        """Show the matrix with the log under it, or the log alone."""
        if self.part.key != part:
            with QSignalBlocker(self.part):
                self.part.choose(part)
        self._scope.widen()
        self._trackers.swap(front=part == TRACKERS)
        if part == TRACKERS:
            return
        self.matrix.setVisible(part == MATRIX)
        self.period.setVisible(part == MATRIX)
        if part == LOG:
            self.log.selection.want_first()

    def _show_report(self, item_id: int) -> None:
        """Choose a report of the log; if the filters hide it, without them."""
        if self.log.model.find(item_id) is None:
            self._scope.widen()
            self.log.filters.clear()
        self.log.table.clearSelection()
        self.log.choose(item_id)

    def _show_piece(self, group: int) -> None:
        self.log.filters.ask(ItemFilter(group_id=group))

    def _period_changed(self) -> None:
        self._scope.widen()
        self.reload()
        if not holds_focus(self.quick):  # whoever types there has said the day
            self._following.follow()
        self.verbs.refresh()

    def _cell_chosen(self) -> None:
        if self.matrix.front().hasFocus():
            self._scope.narrow(self.matrix.cell(), self.matrix.behind_week())
            self._following.follow()
            self._show_log()
        self.verbs.refresh()

    def _open_week(self, day: dt.date) -> None:
        """Go from the year to one of its weeks, to write into it."""
        self.period.day = day
        self.period.unit.choose(WEEK)
        self.focus_first()

    def _clear_scope(self) -> None:
        self._scope.widen()
        self._show_log()

    def _show_behind(self, behind: Behind) -> None:
        """Show the rows behind a figure in the log, in the period that they lie in."""
        self.log.filters.clear()
        if behind.chosen.since is not None:
            self.period.go_to(behind.chosen.since)
        if self.search is not None:
            self.search.show_query(behind.chosen.search)
        self._scope.narrow(None, behind)
        self._show_log()
        self.log.table.setFocus()

    def _go_to(self, cell: Cell) -> None:
        self.log.filters.clear()
        self.part.choose(MATRIX)
        if self.period.unit.key == YEAR:
            self.period.unit.choose(MONTH)
        self.period.go_to(cell.day)
        self.matrix.go_to(cell)
        self._scope.narrow(cell)
        self._show_log()

    def _show_log(self) -> None:
        query = self.search.query() if self.search is not None else ""
        period = None if self.whole_log() else self.period.bounds()
        line = self.matrix.line()
        narrowed = self._scope.narrowed(period, query, line.outlet.name if line is not None else "")
        self.matrix.strip.show_cell(line, self.matrix.content())
        in_cell = self._scope.cell is not None
        empty = self._empty.state(query, in_cell=in_cell, whole_log=self.whole_log())
        self.log.show_items(narrowed.chosen, narrowed.words, empty)
        self.verbs.refresh()

    def _log_item(self) -> None:
        self.verbs.trigger("item_log")

    def _clear_query(self) -> None:
        if self.search is not None:
            self.search.clear()
        self._show_log()
