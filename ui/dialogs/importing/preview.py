"""One file of the import queue: its rows to be ticked and corrected, the sheet itself, what will happen."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.dialogs.importing.head import FileHead
from ui.dialogs.importing.outlook import OutlookLine
from ui.dialogs.importing.sheet import SheetView
from ui.dialogs.importing.strip import RowStrip
from ui.dialogs.importing.table import RowsTable
from ui.dialogs.importing.tally import TallyView
from ui.messages import text
from ui.tablemodels.import_decisions import Decisions
from ui.tablemodels.import_file import QueuedFile
from ui.tablemodels.import_rows import SHEET, ImportRowsModel
from ui.tablemodels.import_words import Labels, fate_word
from ui.theme.icons import Glyph
from ui.theme.tokens import Space
from ui.widgets.chips import FilterChip
from ui.widgets.layouts import across, boxed, down
from ui.widgets.segmented import Segment, Segmented
from xcdesk.importers import session
from xcdesk.importers.apply import Decision, Duplicates
from xcdesk.importers.records import Chosen, Field, SheetKind
from xcdesk.importers.said import Said
from xcdesk.importers.session import Fate, Line
from xcdesk.lexicon import Lexicon

_GLYPHS = {
    Fate.NEW: Glyph.ADD,
    Fate.CHANGED: Glyph.EDIT,
    Fate.SAME: Glyph.CHECKMARK,
    Fate.TWIN: Glyph.COPY,
    Fate.WRONG: Glyph.DISMISS,
    Fate.LEFT_OUT: Glyph.SUBTRACT,
}
_ROWS, _SHEET, _TALLY = "rows", "sheet", "tally"


class ImportPreview(QWidget):
    """Shows the file it is given; decisions go into that file, what needs comparing again is a signal."""

    decided = Signal()
    said = Signal(str, object)  # name of the act, Said
    named = Signal(object, int)  # Stranger, outlet or unit
    add_asked = Signal(object)  # Stranger

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._file: QueuedFile | None = None
        self._labels = Labels({}, {})
        segments = (
            Segment(_TALLY, self.tr("Counts")),
            Segment(_ROWS, self.tr("Rows")),
            Segment(_SHEET, self.tr("Sheet and columns")),
        )
        self.views = Segmented(segments)
        self.head = FileHead(self.views)
        self.chips = {fate: FilterChip(fate_word(fate), _GLYPHS[fate]) for fate in Fate}
        self.rows = ImportRowsModel(self)
        self.table = RowsTable(self.rows)
        self.table.setAccessibleName(self.tr("Rows of the return"))
        self.strip, self.outlook, self.sheet, self.tally = RowStrip(), OutlookLine(), SheetView(), TallyView()
        self._chip_row = boxed(across(*self.chips.values(), None, gap=Space.S))
        self._chip_row.setFocusProxy(self.chips[Fate.NEW])
        rows = down(boxed(down(self.table, margins=1), "pane"), self.strip)
        rows.setStretch(0, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(boxed(rows))
        self._stack.addWidget(self.sheet)
        self._stack.addWidget(self.tally)
        column = down(self.head, self._chip_row, gap=Space.S)
        column.addWidget(self._stack, 1)
        column.addWidget(self.outlook)
        self.setLayout(column)
        self._connect()

    def set_words(self, labels: Labels, known: Lexicon) -> None:
        """The office's words: labels of codes, and the names of the roster."""
        self._labels = labels
        self.head.set_known(known)
        self.strip.choices.stranger.set_known(known)

    def show_file(self, file: QueuedFile) -> None:
        """Show a file that has been read."""
        if file.decisions is None:
            raise ValueError("a file is shown once it has been read")
        other = file is not self._file
        place = None if other else self._place()
        column = max(0, self.table.currentIndex().column())
        self._file = file
        self.head.show_file(file)
        sheets = file.decisions.preview.plan.book.sheets
        pieces = sum(sheet.kind == SheetKind.COVERAGE and not sheet.hidden for sheet in sheets)
        self.table.setColumnHidden(SHEET, pieces < 2)  # noqa: PLR2004  # one sheet needs no column
        self.rows.show(file.decisions, self._labels, frozen=file.batch is not None)
        self.table.share()
        self._show_counts()
        self.strip.set_tall(tall=file.decisions.compares)
        self.table.select_cell((self.rows.find(place) if place else None) or 0, 0 if other else column)
        self._show_row()
        self.sheet.show_file(file)
        self.tally.show_tallies(file.decisions.tallies)
        self._choose_view(file, file.decisions, other=other)

    def show_sheet(self) -> None:
        """Show the sheet itself, or the rows again."""
        counts = self._file is not None and self._file.counts_only
        back = _TALLY if counts else _ROWS
        self.views.choose(back if self.views.key == _SHEET else _SHEET)
        {_SHEET: self.sheet.cells, _ROWS: self.table, _TALLY: self.tally.table}[self.views.key].setFocus()

    def regions(self) -> Sequence[QWidget]:
        """What F6 visits in turn: filters, rows, what can be decided about the chosen one; or the sheet."""
        if self.views.key == _SHEET:
            return (self.sheet.sheet, self.sheet.cells)
        if self.views.key == _TALLY:
            return (self.tally.only, self.tally.table)
        return (self._chip_row, self.table, *([self.strip] if self.strip.asks else []))

    def _connect(self) -> None:
        for chip in self.chips.values():
            chip.toggled.connect(self._filter)
        self.views.chosen.connect(self._show_view)
        self.head.said.connect(self.said)
        self.sheet.said.connect(self.said)
        self.head.duplicates_chosen.connect(self._set_duplicates)
        self.head.replaces_chosen.connect(self._set_replaces)
        for asker in (self.head, self.strip):
            asker.named.connect(self.named)
            asker.add_asked.connect(self.add_asked)
        self.table.selectionModel().currentRowChanged.connect(self._show_row)
        self.rows.decided.connect(self._decided)
        self.rows.typed.connect(self._correct)
        self.strip.decided.connect(self._decide)
        self.strip.unsay_asked.connect(self._take_back)

    def _choose_view(self, file: QueuedFile, decisions: Decisions, *, other: bool) -> None:
        """What a person most likely wants to see: rows, counts, or how the file has to be read."""
        rows, counts = not file.counts_only, bool(decisions.tallies)
        lost = self.views.key == (_TALLY if rows else _ROWS) and not (counts and rows)
        if other or lost:
            unread = decisions.preview.plan.refusal is not None
            self.views.choose(_SHEET if unread else _ROWS if rows else _TALLY if counts else _SHEET)
        self.views.offer(_TALLY, on=counts)
        self.views.offer(_ROWS, on=rows)

    def _show_view(self, key: str) -> None:
        self._stack.setCurrentIndex((_ROWS, _SHEET, _TALLY).index(key))
        self._chip_row.setVisible(key == _ROWS)
        self.outlook.setVisible(key != _TALLY)

    def _place(self) -> Chosen | None:
        row = self.table.currentIndex().row()
        return self.rows.line(row).place if 0 <= row < self.rows.rowCount() else None

    def _show_counts(self) -> None:
        if self._file is None or self._file.decisions is None:
            return
        counts = self._file.decisions.counts()
        for fate, chip in self.chips.items():
            chip.set_count(counts[fate])
        self.outlook.show_file(self._file)

    def _filter(self) -> None:
        place = self._place()
        self.rows.filter([fate for fate, chip in self.chips.items() if chip.isChecked()])
        self.table.select_row((self.rows.find(place) if place else None) or 0)
        self._show_row()

    def _show_row(self) -> None:
        if self._file is None or self._file.decisions is None:
            return
        row = self.table.currentIndex().row()
        line = self.rows.line(row) if 0 <= row < self.rows.rowCount() else None
        self.strip.show_line(line, self._labels, self._file.decisions, frozen=self._file.batch is not None)

    def _decided(self) -> None:
        self._show_counts()
        self.decided.emit()

    def _decide(self, line: Line, decision: Decision, all_like: object) -> None:
        if self._file is None or self._file.decisions is None:
            return
        lines = self._file.decisions.like(line) if all_like else [line]
        self.rows.decide(lines, decision)
        self._show_row()
        self.table.setFocus()

    def _set_duplicates(self, duplicates: Duplicates) -> None:
        if self._file is not None and self._file.decisions is not None:
            self._file.decisions.set_duplicates(duplicates)
            self.rows.refresh()

    def _set_replaces(self, replaces: bool) -> None:  # a slot
        if self._file is not None and self._file.decisions is not None:
            self._file.decisions.replaces = replaces
            self.head.show_file(self._file)
            self._decided()

    def _correct(self, line: Line, field: Field, typed: str) -> None:
        """A cell was typed anew; typing what the sheet says takes the correction back."""
        if self._file is None or self._file.decisions is None:
            return
        preview = self._file.decisions.preview
        anew = None if typed == session.cell_text(preview, line, field) else typed
        said = self._file.said.with_cell(session.cell_place(preview, line, field), anew)
        if said != self._file.said:
            words = self.tr("Row {row}: {field}").format(row=line.row.row, field=text(f"field.{field}"))
            self.said.emit(words, said)

    def _take_back(self, line: Line) -> None:
        """Let a row say again what the sheet says."""
        if self._file is None or self._file.decisions is None:
            return
        said: Said = self._file.said
        for correction in line.row.corrections:
            place = session.cell_place(self._file.decisions.preview, line, correction.field)
            said = said.with_cell(place, None)
        self.said.emit(self.tr("Row {row}: as the sheet has it").format(row=line.row.row), said)
