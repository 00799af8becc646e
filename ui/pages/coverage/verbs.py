"""What can be done on the coverage page, and why not now."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject

from ui.dialogs.call_form import Owed
from ui.dialogs.log_item import LogItemForm, edit_item_form, new_item_form
from ui.pages.calling import open_call, reason_menu
from ui.pages.coverage.blocks import CoverageBlocks
from ui.pages.coverage.item_choices import item_choices
from ui.pages.coverage.keeping import CoverageKeeping
from ui.pages.coverage.log_pane import CoverageLogPane
from ui.pages.coverage.log_selection import MOST_JOINED
from ui.pages.coverage.log_verbs import LogVerbs
from ui.pages.coverage.marking import CoverageMarking
from ui.pages.coverage.matrix_pane import CoverageMatrixPane
from ui.pages.coverage.quick_entry import QuickEntry
from ui.pages.page import Page
from ui.refusals import NothingChosenError, YearShownError
from ui.theme.icons import Glyph
from ui.widgets.period_picker import PeriodPicker
from ui.widgets.verbs import Verb, Weight, grouped
from xcdesk import clock
from xcdesk.codes import QuotaSubject, Vocabulary
from xcdesk.errors import DeskError
from xcdesk.services.grid.none_days import Cell
from xcdesk.services.log import coverage_log
from xcdesk.services.log.coverage_log import ItemRow
from xcdesk.services.office import terms
from xcdesk.services.record.entries import NewItem


class CoverageVerbs(QObject):
    """Verbs over the two halves of the page; the current cell and the chosen reports are their objects."""

    def __init__(
        self,
        page: Page,
        matrix: CoverageMatrixPane,
        log: CoverageLogPane,
        period: PeriodPicker,
        quick: QuickEntry,
    ) -> None:
        super().__init__(page)
        self._page, self._matrix, self._log, self._period = page, matrix, log, period
        self._quick, self._acts = quick, quick.acts
        self.blocks = CoverageBlocks(page, matrix, self._acts)
        self._keeping = CoverageKeeping(page, log)
        self._marking = CoverageMarking(page, matrix, log)
        self.of_log = LogVerbs(page, log, self._acts)

    def verbs(self, ways: Sequence[Verb]) -> Sequence[Verb]:
        """Everything in the toolbar and under More; ``ways`` lead to other parts of the page."""
        rare, primary = Weight.RARE, Weight.PRIMARY
        return (
            Verb("item_log", self.tr("Log an item"), Glyph.ADD, self._new, "Ctrl+N", weight=primary),
            Verb(
                "none_today",
                self.tr("None today…"),
                Glyph.CALENDAR_LTR,
                self._none,
                "Ctrl+Shift+N",
                self._cell,
            ),
            Verb("call", self.tr("Call and log"), Glyph.CALL, self._call, "F7", self._cell),
            Verb("group", self.tr("Join as reprints"), Glyph.MERGE, self._group, "Ctrl+M", self._two),
            Verb("quick", self.tr("Quick entry"), Glyph.KEYBOARD, self._quick.start, "Ctrl+J", weight=rare),
            Verb("item_edit", self.tr("Edit the item…"), Glyph.EDIT, self._edit, "Ctrl+E", self._one, rare),
            Verb("remove", self.tr("Remove"), Glyph.DELETE, self._remove, "Del", self._removable, rare),
            *self._marking.verbs(),
            *grouped(self.tr("Chosen reports"), (self._parting(), *self.of_log.many_verbs())),
            *grouped(self.tr("List and columns"), (*ways, *self.of_log.view_verbs())),
            *grouped(self.tr("Cells of the matrix"), self.blocks.verbs()),
            *grouped(self.tr("Period"), self._period_verbs()),
            *grouped(self.tr("Evidence and record"), self._keeping.verbs()),
        )

    def _parting(self) -> Verb:
        words = self.tr("Part reprints")
        return Verb("ungroup", words, None, self._ungroup, "Ctrl+Shift+M", self._grouped, Weight.RARE)

    def _period_verbs(self) -> Sequence[Verb]:
        rare = partial(Verb, weight=Weight.RARE)
        back, forth = self._period.back, self._period.forth
        return (
            rare("earlier", self.tr("Earlier"), Glyph.CHEVRON_LEFT, back, "Alt+Left"),
            rare("later", self.tr("Later"), Glyph.CHEVRON_RIGHT, forth, "Alt+Right"),
            rare("today", self.tr("Go to today"), Glyph.CALENDAR_TODAY, self._today, "Alt+Home"),
        )

    def type_into(self, cell: Cell, text: str) -> None:
        """Write what was typed into a cell: a figure is a count, a reason none today, the rest a title."""
        if text.isdecimal():
            self._page.attempt(lambda: self._acts.set_count(cell, int(text)))
            return
        reason = terms.find(Vocabulary.REASON, text)
        if reason is not None:
            self._set_none(cell, reason.code)
            return
        line = self._matrix.line()
        if line is not None:
            self._page.attempt(lambda: self._acts.log(NewItem(cell.day, line.outlet.name, text)))

    def edit(self, row: ItemRow) -> None:
        """Open the form of a report."""
        self._open(self._form_of(row))

    def _form_of(self, row: ItemRow) -> LogItemForm:
        made = edit_item_form(item_choices(), row, partial(self._acts.change, row), self._page.window())
        made.of_row("coverage_item", row.id, partial(self._form_again, row.id))
        return made

    def _form_again(self, item: int) -> LogItemForm | None:
        """The form of a report as it is by now; None where it is gone."""
        found = coverage_log.rows([item])
        return self._form_of(found[0]) if found else None

    def _new(self) -> None:
        dialog = new_item_form(item_choices(), self._log_new, self._page.window())
        cell, line = self._matrix.cell(), self._matrix.line()
        if cell is not None and line is not None:
            dialog.start_with(line.outlet.name, cell.day)
        self._open(dialog)

    def _log_new(self, new: NewItem) -> None:
        """Log a report, and choose it in the list where it is shown, for what is done with it next."""
        made = self._acts.log(new)
        if self._log.model.find(made) is not None:
            self._log.table.clearSelection()
            self._log.choose(made)

    def _open(self, dialog: LogItemForm) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _none(self) -> None:
        """Ask the reason in a small menu at the cell."""
        cell = self._matrix.cell()
        if cell is None:
            return
        menu = reason_menu(self._page, partial(self._set_none, cell))
        none = self._matrix.none_row()
        if none is not None:
            menu.addSeparator()
            menu.addAction(self.tr("Not asked yet")).triggered.connect(partial(self._clear_none, cell))
        view = self._matrix.view
        place = view.visualRect(view.currentIndex()).bottomLeft()
        menu.popup(view.viewport().mapToGlobal(place))

    def _set_none(self, cell: Cell, reason: str) -> None:
        before = self._matrix.none_row()
        self._page.attempt(lambda: self._acts.set_none(cell, reason, before))

    def _clear_none(self, _cell: Cell) -> None:
        none = self._matrix.none_row()
        if none is not None:
            self._page.attempt(lambda: self._acts.clear_none(none))

    def _call(self) -> None:
        """Show whom to phone, and note the answer."""
        line, cell = self._matrix.line(), self._matrix.cell()
        if line is not None and cell is not None:
            open_call(self._page, Owed(line.outlet, cell.day, QuotaSubject.ITEMS), self._new)

    def _group(self) -> None:
        rows = self._log.rows()
        self._page.attempt(lambda: self._acts.group(rows))

    def _ungroup(self) -> None:
        rows = self._log.rows()
        self._page.attempt(lambda: self._acts.ungroup(rows))

    def _edit(self) -> None:
        self.edit(self._log.rows()[0])

    def _remove(self) -> None:
        """Remove the chosen reports, or empty the chosen cells when one works in the matrix."""
        if self._matrix.view.hasFocus() or not self._log.chosen_count():
            self.blocks.clear()
        else:
            self.of_log.remove()

    def _today(self) -> None:
        self._period.go_to(clock.today())

    def _cell(self) -> DeskError | None:
        if self._matrix.shows_year():
            return YearShownError()
        there = self._matrix.cell() is not None and not self._matrix.isHidden()
        return None if there else NothingChosenError(what=self.tr("a cell"))

    def _one(self) -> DeskError | None:
        one = self._log.chosen_count() == 1
        return None if one else NothingChosenError(what=self.tr("one report"))

    def _two(self) -> DeskError | None:
        two = self._log.chosen_count() > 1
        return (
            self.of_log.too_many(MOST_JOINED)
            if two
            else NothingChosenError(what=self.tr("two reports or more"))
        )

    def _grouped(self) -> DeskError | None:
        refusal = self.of_log.too_many(MOST_JOINED)
        if refusal is not None:
            return refusal
        grouped = any(row.group is not None for row in self._log.rows())
        return None if grouped else NothingChosenError(what=self.tr("a report that is reprinted"))

    def _removable(self) -> DeskError | None:
        held = not self._matrix.isHidden() and self.blocks.holds_something()
        there = self._log.chosen_count() or held
        return self.of_log.too_many() if there else NothingChosenError(what=self.tr("a report"))
