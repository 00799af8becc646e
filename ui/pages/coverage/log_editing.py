"""Typing into the cells of the log: the right names are offered, the service has the last word."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, QItemSelectionModel, QModelIndex, QObject, Signal
from PySide6.QtGui import QInputMethodEvent

from ui import format as shown
from ui.messages import sentence, text
from ui.refusals import ChangedMeanwhileError, NotADayError, NotTypedError
from ui.tablemodels.coverage_columns import COLUMNS
from ui.tablemodels.coverage_items import CoverageItemsModel
from ui.widgets.buttons import Kind, button
from ui.widgets.cell_editor import CellEditor, Step
from ui.widgets.log_table import LogTable
from xcdesk.codes import Tier, Vocabulary
from xcdesk.errors import DeskError, StaleRowError
from xcdesk.services.counts.item_filter import ItemField
from xcdesk.services.log import coverage_log
from xcdesk.services.log.coverage_log import ItemRow
from xcdesk.services.office import days, terms
from xcdesk.services.record import history
from xcdesk.services.record.entries import ItemChange
from xcdesk.services.roster import outlets, programmes, units

translate = QCoreApplication.translate


class LogEditing(QObject):
    """One cell is edited at a time; what is refused stays in it, with the reason."""

    refused = Signal(object)  # a DeskError that belongs to no cell that is open

    def __init__(
        self,
        table: LogTable,
        model: CoverageItemsModel,
        change: Callable[[ItemRow, ItemChange], object],
        change_all: Callable[[ItemChange], object],
        chosen_count: Callable[[], int],
    ) -> None:
        super().__init__(table)
        self._table, self._model = table, model
        self._change, self._change_all, self._chosen_count = change, change_all, chosen_count
        self._editor: CellEditor | None = None
        self._row: ItemRow | None = None
        self._field = ItemField.TITLE
        table.edit_asked.connect(self.edit)
        table.composed.connect(self._compose)
        table.resized.connect(self._follow)
        table.heads.sectionResized.connect(self._follow)
        for bar in (table.verticalScrollBar(), table.horizontalScrollBar()):
            bar.valueChanged.connect(self._follow)
        model.modelReset.connect(self._follow)

    def editor(self) -> CellEditor | None:
        """The editor that is open, if one is."""
        return self._editor

    def edit(self, index: QModelIndex, typed: str | None = None) -> None:
        """Open the editor of a cell with what was typed, or with what it holds."""
        if self._editor is not None:
            self._editor.field.setFocus()  # what was refused there would be lost
            return
        row, column = self._model.row(index.row()), COLUMNS[index.column()]
        if row is None:
            return
        if not column.editable:
            self.refused.emit(NotTypedError(column=column.heading))
            return
        self._row, self._field = row, column.key
        hint = self._hint()
        names = names_of(row, column.key)
        self._editor = CellEditor(self._table.viewport(), column.heading, names, hint)
        self._editor.finished.connect(self._take)
        self._editor.given_up.connect(self._give_up)
        start = as_typed(row, column.key) if typed is None else typed
        self._table.scrollTo(index)
        self._editor.start(start, self._table.visualRect(index), marked=typed is None)
        if typed is not None:
            self._editor.field.textEdited.emit(typed)
        elif names:
            self._editor.field.offer_all()

    def fill_down(self, ids: Sequence[int]) -> ItemChange | None:
        """The change that gives the chosen rows what the first of them holds in the current column."""
        column = COLUMNS[self._table.currentIndex().column()]
        rows = coverage_log.rows(ids[:1])
        if not column.editable:
            self.refused.emit(NotTypedError(column=column.heading))
            return None
        return change_of(column.key, as_typed(rows[0], column.key)) if rows else None

    def _hint(self) -> str:
        count = self._chosen_count()
        if count < 2:  # noqa: PLR2004  # one row is changed by Enter
            return ""
        words = translate("LogEditing", "Enter changes this report, Ctrl+Enter all {count} that are chosen.")
        return words.format(count=count)

    def _compose(self, index: QModelIndex, event: QInputMethodEvent) -> None:
        self.edit(index, "")
        if self._editor is not None:
            QCoreApplication.sendEvent(self._editor.field, event)

    def _take(self, typed: str, step: Step) -> None:
        editor, row = self._editor, self._row
        if editor is None or row is None:
            return
        unchanged = typed == as_typed(row, self._field)
        neighbour = self._neighbour(step)
        try:
            change = None if unchanged and step is not Step.ALL else change_of(self._field, typed)
            if change is not None and step is Step.ALL:
                self._change_all(change)
            elif change is not None:
                self._change(row, change)
        except DeskError as error:
            self._refuse(editor, error, hold=step is not Step.STAY)
            return
        self._close(back=step is not Step.STAY)
        self._go(neighbour, step)

    def _refuse(self, editor: CellEditor, error: DeskError, *, hold: bool) -> None:
        if not isinstance(error, StaleRowError):
            editor.refuse(sentence(error), hold=hold)
            return
        look = button(translate("LogEditing", "Look at it"), None, Kind.NORMAL, self._look)
        editor.refuse(sentence(changed_by(error)), (look,), hold=hold)

    def _look(self) -> None:
        """Show what the other desk has written; what was typed here is given up."""
        self._close(back=True)
        self._model.reload()

    def _give_up(self) -> None:
        self._close(back=True)

    def _close(self, *, back: bool) -> None:
        if self._editor is not None:
            editor, self._editor = self._editor, None
            editor.hide()
            editor.deleteLater()
            if back:
                self._table.setFocus()

    def _neighbour(self, step: Step) -> int | None:
        """Id of the row above or below, found before the change may have moved this one elsewhere."""
        at = self._model.find(self._row.id) if self._row is not None else None
        if at is None or step not in {Step.UP, Step.DOWN}:
            return None
        row = self._model.row(at + (1 if step is Step.DOWN else -1)) if self._within(at, step) else None
        return row.id if row is not None else None

    def _within(self, at: int, step: Step) -> bool:
        return at + 1 < self._model.rowCount() if step is Step.DOWN else at > 0

    def _go(self, neighbour: int | None, step: Step) -> None:
        """Put the current cell where the work goes on."""
        index, flags = self._table.currentIndex(), QItemSelectionModel.SelectionFlag
        if step in {Step.LEFT, Step.RIGHT} and index.isValid():
            column = self._beside(index.column(), 1 if step is Step.RIGHT else -1)
            self._stand(index.siblingAtColumn(column), flags.NoUpdate)
        elif neighbour is not None:
            at = self._model.find(neighbour)
            if at is not None:
                column = index.column() if index.isValid() else 0
                self._stand(self._model.index(at, column), flags.ClearAndSelect | flags.Rows)

    def _stand(self, index: QModelIndex, choose: QItemSelectionModel.SelectionFlag) -> None:
        """Make a cell the current one, whatever keys are still held down."""
        self._table.selectionModel().setCurrentIndex(index, choose)
        self._table.scrollTo(index)

    def _beside(self, column: int, step: int) -> int:
        heads = self._table.heads
        at = heads.visualIndex(column) + step
        while 0 <= at < heads.count():
            beside = heads.logicalIndex(at)
            if not heads.isSectionHidden(beside):
                return beside
            at += step
        return column

    def _follow(self) -> None:
        """Keep the editor over its cell, wherever that has gone; it stays if the cell has gone."""
        if self._editor is None or self._row is None:
            return
        at = self._model.find(self._row.id)
        if at is not None:
            column = next(at for at, column in enumerate(COLUMNS) if column.key == self._field)
            self._editor.put(self._table.visualRect(self._model.index(at, column)))


def changed_by(error: StaleRowError) -> DeskError:
    """Say who changed the report that stands in the way, and when."""
    item = error.facts.get("id")
    last = history.history(item)[-1:] if isinstance(item, int) else ()
    found = coverage_log.rows([item]) if isinstance(item, int) else ()
    if not last or not found:
        return error
    return ChangedMeanwhileError(title=found[0].title, who=last[0].who, when=shown.instant(last[0].at))


def as_typed(row: ItemRow, field: ItemField) -> str:
    """What a cell holds, as a person would type it."""
    if field == ItemField.DAY:
        return row.day.isoformat()
    if field in {ItemField.FORM, ItemField.THEME}:
        return row.form_label if field == ItemField.FORM else row.theme_label
    if field == ItemField.TIER:
        return text(f"tier.{row.tier.value}")
    return str(getattr(row, field.value))


def change_of(field: ItemField, typed: str) -> ItemChange:
    """The change that was typed into a column.

    Raises:
        NotADayError: a day is wanted, and the words name none.
    """
    value: Any = typed
    if field == ItemField.DAY:
        read = days.read(typed)
        if read is None or read.since is None or read.since != read.until:
            raise NotADayError(text=typed)
        value = read.since
    elif field == ItemField.TIER:
        known = {text(f"tier.{tier.value}"): tier.value for tier in Tier}
        value = known.get(typed, typed)
    return ItemChange(**{field.value: value})


def names_of(row: ItemRow, field: ItemField) -> Sequence[str]:
    """The names that are offered in a column; none where words are free."""
    lists: dict[ItemField, Callable[[], Sequence[str]]] = {
        ItemField.OUTLET: lambda: [each.name for each in outlets.outlets()],
        ItemField.UNIT: lambda: [each.name for each in units.units()],
        ItemField.PROGRAMME: lambda: [each.name for each in programmes.programmes(row.outlet_id)],
        ItemField.FORM: partial(_labels, Vocabulary.FORM),
        ItemField.THEME: partial(_labels, Vocabulary.THEME),
        ItemField.TIER: lambda: [text(f"tier.{tier.value}") for tier in Tier],
    }
    return lists[field]() if field in lists else ()


def _labels(vocabulary: Vocabulary) -> Sequence[str]:
    return [term.label for term in terms.terms(vocabulary)]
