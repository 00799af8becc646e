"""The filters of the log: one for each column, shown as chips that take it away."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.messages import sentence
from ui.pages.coverage import log_conditions
from ui.pages.coverage.log_conditions import conditions
from ui.refusals import NotDaysError
from ui.tablemodels.coverage_columns import COLUMNS
from ui.tasks import Task
from ui.theme.icons import Glyph
from ui.widgets.buttons import Kind, button
from ui.widgets.column_filter import (
    Blank,
    ChoiceFilter,
    ColumnFilter,
    DaysFilter,
    ListFilter,
    TextFilter,
    Value,
)
from ui.widgets.flow import Flow
from ui.widgets.labels import tip
from ui.widgets.layouts import clear, down
from ui.widgets.log_table import LogTable
from xcdesk.services.counts.item_filter import EVERYTHING, ItemField, ItemFilter, both
from xcdesk.services.log import facets
from xcdesk.services.log.facets import Facet
from xcdesk.services.office import days

_PLACES = {column.key: at for at, column in enumerate(COLUMNS)}


class LogFilters(QWidget):
    """A row of chips, hidden while nothing is filtered; the marks in the headings open the filters.

    ``within`` answers the rows among which the filters choose, so that the lists can say how many there are.
    """

    changed = Signal()

    def __init__(self, desk: Desk, table: LogTable, within: Callable[[], ItemFilter]) -> None:
        super().__init__()
        self._desk, self._table, self._within = desk, table, within
        self._open: ColumnFilter | None = None
        self._task: Task | None = None
        self._field = ItemField.OUTLET
        self.chosen = EVERYTHING
        self._column = down()
        self.setLayout(self._column)
        for header in (table.heads, table.frozen.heads):
            header.filter_asked.connect(self.open)
        self.hide()

    def ask(self, chosen: ItemFilter) -> None:
        """Filter by this, and say so."""
        if chosen != self.chosen:
            self.chosen = chosen
            self._show()
            self.changed.emit()

    def clear(self) -> None:
        """Take every filter away."""
        self.ask(EVERYTHING)

    def count(self) -> int:
        """How many columns are filtered."""
        return len(conditions(self.chosen))

    def words(self) -> str:
        """What is filtered by, in words."""
        return "  ".join(one.words for one in conditions(self.chosen))

    def open_current(self) -> None:
        """Open the filter of the column with the keyboard on it."""
        index = self._table.currentIndex()
        self.open(index.column() if index.isValid() else self._table.heads.logicalIndex(0))

    def open(self, column: int) -> None:
        """Open the filter of a column under its heading."""
        field, heads = COLUMNS[column].key, self._table.heads
        made = self._make(field)
        made.cleared.connect(lambda: self.ask(log_conditions.without(self.chosen, field)))
        made.destroyed.connect(partial(self._forget, id(made)))
        self._open = made
        left = self._table.frozen.heads if self._table.frozen.holds(column) else heads
        x = max(0, left.sectionViewportPosition(column))
        made.open_at(left.mapToGlobal(QPoint(x, left.height())))
        made.setFocus()

    def _make(self, field: ItemField) -> ColumnFilter:
        name, chosen = log_conditions.heading(field), self.chosen
        made: ColumnFilter
        if field in facets.LISTS:
            made = self._list(field, name)
        elif field in log_conditions.DAYS:
            made = self._days(field, name)
        elif field in log_conditions.CHOICES:
            made = ChoiceFilter(name, self._answers(field), log_conditions.blank_of(chosen, field), self)
            made.applied.connect(partial(self._take_text, made, field))
        else:
            blank = log_conditions.blank_of(chosen, field)
            made = TextFilter(name, log_conditions.text_of(chosen, field), blank, self)
            made.applied.connect(partial(self._take_text, made, field))
        return made

    def _list(self, field: ItemField, name: str) -> ListFilter:
        """The names are there at once, the counts when a worker has them."""
        made = ListFilter(name, self)
        asked = getattr(self.chosen, facets.LISTS[field])
        labels = log_conditions.names(field)
        made.show_values([Value(each, labels[each], None, each in asked) for each in labels])
        made.applied.connect(partial(self._take_values, made, field))
        within = both(self._within(), self.chosen)
        task = self._desk.runner.create(lambda operation: facets.facets(within, field, operation))
        task.succeeded.connect(self._show_counts)
        self._task, self._field = task, field
        self._desk.runner.start(task)
        return made

    def _show_counts(self, found: Sequence[Facet]) -> None:
        if self.sender() is not self._task or not isinstance(self._open, ListFilter):
            return
        asked = getattr(self.chosen, facets.LISTS[self._field])
        counts = {one.value: one.count for one in found}
        names = {None: self.tr("(blank)"), **log_conditions.names(self._field)}
        lost = [value for value in asked if value not in counts]
        self._open.show_values(
            [
                Value(value, names.get(value, "?"), counts.get(value, 0), value in asked)
                for value in (*counts, *lost)
            ]
        )

    def _days(self, field: ItemField, name: str) -> DaysFilter:
        usual = (
            *(self.tr("today"), self.tr("this week"), self.tr("last week")),
            *(self.tr("this month"), self.tr("last month"), self.tr("this year")),
        )
        made = DaysFilter(name, log_conditions.days_of(self.chosen, field), usual, self)
        made.applied.connect(partial(self._take_days, made, field))
        return made

    def _answers(self, field: ItemField) -> tuple[tuple[Blank, str], ...]:
        if field == ItemField.EVIDENCE:
            return (
                (Blank.ANY, self.tr("with evidence or without")),
                (Blank.FILLED, self.tr("only with evidence")),
                (Blank.BLANK, self.tr("only without evidence")),
            )
        if field == ItemField.MARK:
            return (
                (Blank.ANY, self.tr("marked for a bulletin or not")),
                (Blank.FILLED, self.tr("only marked")),
                (Blank.BLANK, self.tr("only not marked")),
            )
        return (
            (Blank.ANY, self.tr("reprinted or not")),
            (Blank.FILLED, self.tr("only reprinted")),
            (Blank.BLANK, self.tr("only not reprinted")),
        )

    def _take_values(self, made: ListFilter, field: ItemField) -> None:
        self._take(made, log_conditions.with_values(self.chosen, field, made.ticked()))

    def _take_text(self, made: TextFilter | ChoiceFilter, field: ItemField) -> None:
        words = made.words.text() if isinstance(made, TextFilter) else ""
        self._take(made, log_conditions.with_text(self.chosen, field, words, made.blank()))

    def _take_days(self, made: DaysFilter, field: ItemField) -> None:
        typed = made.words.text().strip()
        read = days.read(typed) if typed else days.ALWAYS
        if read is None:
            made.refuse(sentence(NotDaysError(text=typed)))
            return
        self._take(made, log_conditions.with_days(self.chosen, field, read))

    def _take(self, made: ColumnFilter, chosen: ItemFilter) -> None:
        made.close()
        self.ask(chosen)
        self._table.setFocus()

    def _forget(self, gone: int) -> None:
        """Qt destroys a window some time after it was shut, when another one may be open already."""
        if self._open is not None and id(self._open) == gone:
            if self._task is not None:
                self._task.cancel()
            self._open = self._task = None

    def _show(self) -> None:
        """Show a chip for each condition, and one that takes all of them away."""
        clear(self._column)
        found = conditions(self.chosen)
        chips = [button(one.words, Glyph.DISMISS, Kind.CHIP, partial(self._drop, one.field)) for one in found]
        if len(chips) > 1:
            chips.append(button(self.tr("Clear all filters"), None, Kind.LINK, self.clear))
        for chip in chips:
            chip.setToolTip(tip(self.tr("Take this filter away")))
        self._column.addWidget(Flow(chips))
        self.setVisible(bool(chips))
        filtered = [_PLACES[one.field] for one in found]
        for header in (self._table.heads, self._table.frozen.heads):
            header.show_filtered(filtered)

    def _drop(self, field: ItemField) -> None:
        self.ask(log_conditions.without(self.chosen, field))
