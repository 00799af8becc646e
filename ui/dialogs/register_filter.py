"""What the register is filtered by: words of the text, series, year, state."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from ui.language import language
from ui.theme.tokens import Role
from ui.widgets.fields import Option, PickBox
from ui.widgets.labels import label
from ui.widgets.layouts import across
from ui.widgets.search_box import SearchBox
from xcdesk.services.issuing import register
from xcdesk.services.issuing.register import Entry, RegisterFilter, Standing


class RegisterFilters(QWidget):
    """A row of fields; every change is said at once."""

    changed = Signal()

    def __init__(self, series: str) -> None:
        super().__init__()
        self.search = SearchBox(self.tr("Words of title or text"), 220)
        self.series, self.year, self.standing = PickBox(), PickBox(), PickBox()
        self.count = label("", Role.CAPTION, "muted")
        self._first = series
        names = (self.tr("Series"), self.tr("Year"), self.tr("State"))
        boxes = (self.series, self.year, self.standing)
        self.standing.set_options(
            (
                Option("", self.tr("Every state")),
                Option(Standing.STANDING, self.tr("Standing")),
                Option(Standing.CORRECTED, self.tr("Corrected")),
                Option(Standing.VOID, self.tr("Void")),
            )
        )
        for box, name in zip(boxes, names, strict=True):
            box.setAccessibleName(name)
            box.currentIndexChanged.connect(self.changed)
        self.search.searched.connect(self.changed)
        self.setLayout(across(self.search, *boxes, None, self.count))

    def chosen(self) -> RegisterFilter:
        """What is let through."""
        standing = self.standing.key()
        return RegisterFilter(
            series=self.series.key() if self.series.count() else self._first,
            year=int(self.year.key()) if self.year.key() else None,
            standing=Standing(standing) if standing else None,
            words=self.search.query(),
        )

    def offer(self, found: Sequence[Entry]) -> None:
        """Offer what occurs in the register; what was chosen stays."""
        series = dict.fromkeys(sorted({one.series for one in found} | ({self._first} - {""})))
        years = sorted({one.year for one in found}, reverse=True)
        every = Option("", self.tr("Every series"))
        first = not self.series.count()
        with QSignalBlocker(self.series), QSignalBlocker(self.year):
            self.series.set_options(
                [every, *(Option(code, register.series_name(code, language())) for code in series)]
            )
            self.year.set_options(
                [Option("", self.tr("Every year")), *(Option(str(year), str(year)) for year in years)]
            )
            if first:
                self.series.choose(self._first)

    def is_open(self) -> bool:
        """Whether everything is let through."""
        return self.chosen() == RegisterFilter()
