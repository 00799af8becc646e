"""What an empty log says, and the ways out of it."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, SignalInstance
from PySide6.QtWidgets import QPushButton

from ui import format as shown
from ui.pages.coverage.log_filters import LogFilters
from ui.theme.icons import Glyph
from ui.widgets.buttons import Kind, button
from ui.widgets.empty_state import EmptyState, nothing_found
from xcdesk.services.log import coverage_log
from xcdesk.services.roster import lexicon


@dataclass(frozen=True, slots=True)
class LogWays:
    """What its buttons do; ``asked_for`` is the page's, for what lies elsewhere."""

    log_item: Callable[[], object]
    clear_query: Callable[[], object]
    go_to: Callable[[dt.date], object]
    asked_for: SignalInstance


class EmptyLog(QObject):
    """Tells why nothing is there: what is asked for, a cell without any, or an office that begins."""

    def __init__(self, filters: LogFilters, ways: LogWays, parent: QObject) -> None:
        super().__init__(parent)
        self._filters, self._ways = filters, ways

    def state(self, query: str, *, in_cell: bool, whole_log: bool) -> EmptyState:
        """What is shown instead of rows; ``query`` is what was typed into the filter of the page."""
        if self._filters.count():
            clear = button(self.tr("Clear all filters"), None, Kind.NORMAL, self._filters.clear)
            return nothing_found(self._filters.words(), clear)
        if query:
            clear = button(self.tr("Clear the filter"), None, Kind.NORMAL, self._ways.clear_query)
            return nothing_found(query, clear)
        if in_cell:
            text = self.tr("Type into the cell, or press Ctrl+J for the quick entry.")
            title = self.tr("Nothing is logged in this cell yet")
            return EmptyState(Glyph.TABLE, title, text, (self._log_button(),), low=True)
        if not lexicon.load().outlets:
            return self._no_outlets()
        latest = None if whole_log else coverage_log.latest_day()
        if latest is not None:
            return self._other_days(latest)
        way = partial(self._ways.asked_for.emit, "import", ())
        bring = button(self.tr("Import county returns…"), Glyph.ARROW_IMPORT, Kind.NORMAL, way)
        text = self.tr("Nothing is logged here yet. Log an item, type into the matrix, or import a return.")
        if whole_log:
            text = self.tr("Nothing is logged yet. Log an item, or import a return.")
        return EmptyState(Glyph.TABLE, self.tr("No reports"), text, (self._log_button(), bring))

    def _other_days(self, latest: dt.date) -> EmptyState:
        """What was imported or logged lies in other days than those looked at."""
        words = self.tr("Go to {month}").format(month=shown.month(latest))
        way = button(words, None, Kind.NORMAL, partial(self._ways.go_to, latest))
        text = self.tr("The latest report of the log is of {day}.")
        title = self.tr("No reports in these days")
        return EmptyState(Glyph.TABLE, title, text.format(day=shown.day(latest)), (way, self._log_button()))

    def _no_outlets(self) -> EmptyState:
        fill = partial(self._ways.asked_for.emit, "setup", "outlets")
        way = button(self.tr("Choose outlets…"), Glyph.TEXT_BULLET_LIST, Kind.NORMAL, fill)
        text = self.tr("Reports are logged for the outlets of the roster. Put them there first.")
        return EmptyState(Glyph.TABLE, self.tr("No outlet is on the roster"), text, (way,))

    def _log_button(self) -> QPushButton:
        return button(self.tr("Log an item"), Glyph.ADD, Kind.NORMAL, self._ways.log_item)
