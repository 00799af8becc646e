"""What the log is narrowed to: a cell of the matrix, the rows behind a figure, or the whole period."""

import datetime as dt
from dataclasses import replace
from typing import NamedTuple

from ui import format as shown
from ui.pages.behind import Behind
from xcdesk.services.counts.item_filter import ItemFilter
from xcdesk.services.grid.none_days import Cell


class Narrowed(NamedTuple):
    """Which reports are shown, and what they are narrowed to in words; "" for the whole period."""

    chosen: ItemFilter
    words: str


class LogScope:
    """One narrowing at a time: another takes the place of the one before."""

    def __init__(self) -> None:
        self.cell: Cell | None = None
        self.behind: Behind | None = None

    def widen(self) -> None:
        """Narrow to nothing."""
        self.cell = self.behind = None

    def narrow(self, cell: Cell | None, behind: Behind | None = None) -> None:
        """Narrow to a cell, or to the rows behind a figure."""
        self.cell, self.behind = cell, behind

    def narrowed(self, period: tuple[dt.date, dt.date] | None, search: str, outlet: str) -> Narrowed:
        """What the log shows now.

        Args:
            period: first and last day that the page shows; None for all days.
            search: what stands in the filter box.
            outlet: name of the outlet of the current cell; "" where there is none.
        """
        if self.behind is not None:
            return Narrowed(replace(self.behind.chosen, search=search), self.behind.words)
        if self.cell is not None and outlet:
            day = self.cell.day
            chosen = ItemFilter(day, day, outlet_ids=(self.cell.outlet_id,), search=search)
            return Narrowed(chosen, f"{outlet} {shown.day(day)}")
        since, until = period or (None, None)
        return Narrowed(ItemFilter(since, until, search=search), "")
