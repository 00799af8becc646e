"""What the lists of the trackers have in common: a period that they are about, and verbs that they name."""

import datetime as dt
from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import Signal
from typing_extensions import override

from ui.pages.roster.listed import ListedView, NamedRow
from ui.pages.roster.view import matches
from xcdesk import clock
from xcdesk.services.roster.roster_prints import Printout

T = TypeVar("T", bound=NamedRow)


class TrackerView(ListedView[T]):
    """A list of one tracker over the period chosen above it."""

    failed = Signal(object)  # an exception

    def __init__(self) -> None:
        super().__init__()
        self.period: tuple[dt.date, dt.date] = clock.month_of(clock.today())

    @override
    def narrow(self) -> None:
        inside = self.isAncestorOf(self.window().focusWidget())
        super().narrow()
        if inside and not self.isAncestorOf(self.window().focusWidget()):
            self.listing.place().setFocus()  # the button that was pressed went away with what it was about

    def matches(self, words: Sequence[str]) -> bool:
        """Whether what is typed into the filter is among ``words``."""
        return matches(self.query, words)

    def sheet(self) -> Printout:
        """The list of the period as it is printed."""
        raise NotImplementedError
