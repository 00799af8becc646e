"""One file of the import queue: what was found, its rows to be ticked, and what will happen."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.dialogs.import_strip import RowStrip
from ui.language import language
from ui.tablemodels.import_file import FileState, QueuedFile
from ui.tablemodels.import_rows import COLUMNS, REMARK, RESULT, SHEET, TITLE, ImportRowsModel
from ui.tablemodels.import_words import Labels, fate_word
from ui.theme.icons import Glyph
from ui.theme.tokens import Role, Space, State
from ui.widgets.banner import Banner
from ui.widgets.chips import FilterChip, StateChip
from ui.widgets.elided import Elided
from ui.widgets.fields import Option, PickBox
from ui.widgets.labels import label
from ui.widgets.layouts import across, boxed, down
from ui.widgets.notice import Notice
from ui.widgets.table_view import TableView
from xcdesk import clock
from xcdesk.importers.apply import Decision
from xcdesk.importers.records import CheckedSheet, Chosen, Level, SheetKind
from xcdesk.importers.session import Fate, Line

_YEARS = 12
_LEAST_TITLE, _LEAST_REMARK = 160, 110
_GLYPHS = {
    Fate.NEW: Glyph.ADD,
    Fate.CHANGED: Glyph.EDIT,
    Fate.SAME: Glyph.CHECKMARK,
    Fate.TWIN: Glyph.COPY,
    Fate.WRONG: Glyph.DISMISS,
    Fate.LEFT_OUT: Glyph.SUBTRACT,
}


class RowsTable(TableView):
    """Rows that Space ticks, several at once if several are chosen."""

    def __init__(self, model: ImportRowsModel) -> None:
        super().__init__(states=(RESULT,))
        self._rows = model
        self.setProperty("checks", True)
        self.setModel(model)
        self.set_widths(tuple(column.width for column in COLUMNS))
        self.horizontalHeader().setMinimumSectionSize(36)

    def share(self) -> None:
        """Give title and remarks what the other columns leave, but never too little to read."""
        others = sum(self.columnWidth(at) for at in range(len(COLUMNS)) if at not in {TITLE, REMARK})
        rest = self.viewport().width() - others
        title = max(_LEAST_TITLE, rest * 11 // 20)
        self.setColumnWidth(TITLE, title)
        self.setColumnWidth(REMARK, max(_LEAST_REMARK, rest - title))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.share()

    def chosen(self) -> list[Line]:
        """The chosen rows, in the order shown."""
        selection = self.selectionModel().selection()
        parts = (selection.at(number) for number in range(selection.count()))
        spans = sorted((part.top(), part.bottom()) for part in parts)
        return [self._rows.line(row) for top, bottom in spans for row in range(top, bottom + 1)]

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Space or event.modifiers() != Qt.KeyboardModifier.NoModifier:
            super().keyPressEvent(event)
            return
        lines = [line for line in self.chosen() if line.tickable]
        on = not all(self._rows.is_ticked(line) for line in lines)
        self._rows.tick(lines, on=on)


class ImportPreview(QWidget):
    """Shows the file it is given; decisions go into that file, what needs reading again is a signal."""

    decided = Signal()
    said_changed = Signal(object)  # Said
    outlet_named = Signal(int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._file: QueuedFile | None = None
        self._labels = Labels({}, {})
        self._make_head()
        self.rows = ImportRowsModel(self)
        self.table = RowsTable(self.rows)
        self.table.setAccessibleName(self.tr("Rows of the return"))
        self.strip = RowStrip()
        self.outlook = OutlookLine()
        self._notice = Notice()
        self._chip_row = boxed(across(*self.chips.values(), None, gap=Space.S))
        self._chip_row.setFocusProxy(self.chips[Fate.NEW])
        said = across(self._sent_by_label, self.sent_by, self._year_label, self.year, None, self._found)
        column = down(across(self.name, self.state, None), said, self._notice, self._chip_row, gap=Space.S)
        column.addWidget(boxed(down(self.table, margins=1), "pane"), 1)
        column.addWidget(self.strip)
        column.addWidget(self.outlook)
        self.setLayout(column)
        self._connect()

    def set_words(self, labels: Labels, units: Sequence[str], outlets: Sequence[Option]) -> None:
        """The office's words: labels of codes, units that send, outlets that may be meant."""
        self._labels = labels
        nobody = Option("", self.tr("not known yet"))
        with QSignalBlocker(self.sent_by):
            self.sent_by.set_options((nobody, *(Option(unit, unit) for unit in units)))
        self.strip.offer_outlets(outlets)

    def show_file(self, file: QueuedFile) -> None:
        """Show a file that has been read."""
        if file.decisions is None:
            raise ValueError("a file is shown once it has been read")
        place = self._place() if file is self._file else None
        self._file = file
        self.name.set_text(file.title)
        look = file.look()
        self.state.set_state(look.state, look.word)
        self._show_said(file)
        self._show_found(file)
        self.rows.show(file.decisions, self._labels, frozen=file.batch is not None)
        self._show_counts()
        self.table.select_row((self.rows.find(place) if place else None) or 0)
        self._show_row()

    def regions(self) -> Sequence[QWidget]:
        """What F6 visits in turn: filters, rows, what can be decided about the chosen one."""
        return (self._chip_row, self.table, *([self.strip] if self.strip.asks else []))

    def _make_head(self) -> None:
        self.name = Elided(Role.TITLE)
        self.state = StateChip(State.IN_HAND)
        self._found = label("", Role.CAPTION, "muted")
        self.sent_by, self.year = PickBox(), PickBox()
        self._sent_by_label, self._year_label = label(self.tr("Sender")), label(self.tr("Year"))
        for words, box in ((self._sent_by_label, self.sent_by), (self._year_label, self.year)):
            words.setBuddy(box)
            box.setAccessibleName(words.text())
        this = clock.today().year
        years = (Option(str(year), str(year)) for year in range(this, this - _YEARS, -1))
        self.year.set_options((Option("", self.tr("as in the file")), *years))
        self.chips = {fate: FilterChip(fate_word(fate), _GLYPHS[fate]) for fate in Fate}

    def _connect(self) -> None:
        for chip in self.chips.values():
            chip.toggled.connect(self._filter)
        self.sent_by.activated.connect(self._say)
        self.year.activated.connect(self._say)
        self.table.selectionModel().currentRowChanged.connect(self._show_row)
        self.rows.decided.connect(self._decided)
        self.strip.same_piece_chosen.connect(self._call_same)
        self.strip.import_chosen.connect(self._import)
        self.strip.outlet_named.connect(self.outlet_named)

    def _place(self) -> Chosen | None:
        row = self.table.currentIndex().row()
        return self.rows.line(row).place if 0 <= row < self.rows.rowCount() else None

    def _show_said(self, file: QueuedFile) -> None:
        if file.decisions is None:
            return
        writable = file.batch is None
        for box in (self.sent_by, self.year):
            box.setEnabled(writable)
        self.sent_by.choose(file.decisions.preview.plan.book.sender or "")
        self.year.choose(str(file.said.year or ""))

    def _show_found(self, file: QueuedFile) -> None:
        if file.decisions is None:
            return
        sheets = file.decisions.preview.plan.book.sheets
        pieces = [sheet for sheet in sheets if sheet.kind == SheetKind.COVERAGE and not sheet.hidden]
        self.table.setColumnHidden(SHEET, len(pieces) < 2)  # noqa: PLR2004  # one sheet needs no column
        self.table.share()
        self._found.setText(" · ".join(self._where(sheets, pieces)))
        lines = list(self._remarks(file, sheets))
        tone = "info" if file.state == FileState.IMPORTED else "warn"
        self._notice.show_banner(Banner(tone, lines[0], "\n".join(lines[1:])) if lines else None)

    def _where(self, sheets: Sequence[CheckedSheet], pieces: Sequence[CheckedSheet]) -> Iterator[str]:
        """Where the rows stand, and how much is hidden and not read."""
        if len(pieces) == 1:
            sheet = pieces[0]
            if sheet.name:
                yield self.tr("Sheet “{sheet}”").format(sheet=sheet.name)
            yield self.tr("heading in row {row}").format(row=sheet.header_row)
        else:
            yield self.tr("{count} sheets").format(count=len(pieces))
        hidden = sum(sheet.hidden for sheet in sheets)
        rows = sum(sheet.hidden_rows for sheet in sheets if not sheet.hidden)
        if hidden:
            yield self.tr("{count} hidden sheets not read").format(count=hidden)
        if rows:
            yield self.tr("{count} hidden rows not read").format(count=rows)

    def _remarks(self, file: QueuedFile, sheets: Sequence[CheckedSheet]) -> Iterator[str]:
        """What is to be said of the file as a whole, the weightiest first."""
        if file.decisions is None:
            return
        if file.twin:
            yield self.tr("This file is the same as {name}, which stands in the queue.").format(
                name=file.twin
            )
        if file.batch is None:
            yield from (one.message(language()) for one in file.decisions.preview.plan.remarks)
        for sheet in sheets:
            if sheet.problem is not None and not sheet.hidden and _worth_saying(sheet, sheets):
                said = sheet.problem.message(language())
                words = self.tr("Sheet “{sheet}”: {said}") if sheet.name else "{said}"
                yield words.format(sheet=sheet.name, said=said)

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
        row = self.table.currentIndex().row()
        line = self.rows.line(row) if 0 <= row < self.rows.rowCount() else None
        frozen = self._file is None or self._file.batch is not None
        self.strip.show_line(line, self._labels, frozen=frozen)

    def _decided(self) -> None:
        self._show_counts()
        self.decided.emit()

    def _call_same(self, line: Line) -> None:
        self.rows.decide([line], Decision.SAME_PIECE)
        self.table.setFocus()

    def _import(self, line: Line) -> None:
        self.rows.tick([line], on=True)
        self.table.setFocus()

    def _say(self) -> None:
        if self._file is None:
            return
        year = self.year.key()
        said = replace(self._file.said, sender=self.sent_by.key() or None, year=int(year) if year else None)
        self.said_changed.emit(said)


def _worth_saying(sheet: CheckedSheet, sheets: Sequence[CheckedSheet]) -> bool:
    """An empty sheet beside others is no news; a sheet that could not be read is."""
    return sheet.problem is not None and (
        sheet.problem.level == Level.ERROR or len(sheets) == 1 or _tally(sheet)
    )


def _tally(sheet: CheckedSheet) -> bool:
    return sheet.kind == SheetKind.TALLY


class OutlookLine(QWidget):
    """What will happen: rows to be written, turned down, and left for now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.write = StateChip(State.DONE)
        self.turn_down = StateChip(State.WRONG)
        self.wait = StateChip(State.TWIN)
        self.setLayout(across(self.write, self.turn_down, self.wait, None))

    def show_file(self, file: QueuedFile) -> None:
        """Tell it of a file that has been read."""
        if file.decisions is None:
            return
        ticked, counts = file.decisions.written(), file.decisions.counts()
        written = file.batch is not None
        words = self.tr("{count} rows written") if written else self.tr("{count} rows will be written")
        count = file.written if written else ticked
        self.write.set_state(State.DONE if count else State.NONE, words.format(count=count))
        wrong, waiting = counts[Fate.WRONG], file.decisions.waiting()
        self.turn_down.set_state(State.WRONG, self.tr("{count} rows turned down").format(count=wrong))
        self.turn_down.setVisible(wrong > 0)
        self.wait.set_state(State.TWIN, self.tr("{count} rows left for now").format(count=waiting))
        self.wait.setVisible(waiting > 0)
