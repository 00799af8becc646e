"""A list of cases, or of answers, in the import queue: its rows to be ticked, and what its columns hold."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.messages import sentence, text
from ui.tablemodels.case_work import FATES, CaseWork, columns, remark
from ui.tablemodels.import_file import QueuedFile
from ui.tablemodels.import_words import fate_word
from ui.tablemodels.ticked import TickedModel, TickedTable
from ui.theme import theme
from ui.theme.icons import Glyph
from ui.theme.tokens import Role, Space, State
from ui.widgets.banner import Banner
from ui.widgets.chips import FilterChip, StateChip
from ui.widgets.elided import Elided
from ui.widgets.fields import NumberField, Option, PickBox
from ui.widgets.flow import Flow, with_name
from ui.widgets.labels import label
from ui.widgets.layouts import Item, across, boxed, down
from ui.widgets.notice import Notice
from ui.widgets.scroll import ScrollColumn
from ui.widgets.segmented import Segment, Segmented
from xcdesk import clock
from xcdesk.importers import mapping
from xcdesk.importers.caselists import CaseField, CaseLine, CaseSaid, CaseTable, ListKind
from xcdesk.importers.session import Fate
from xcdesk.lexicon import Lexicon

_ROWS, _COLUMNS = "rows", "columns"
_YEARS = 12
_GLYPHS = {
    Fate.NEW: Glyph.ADD,
    Fate.SAME: Glyph.CHECKMARK,
    Fate.TWIN: Glyph.COPY,
    Fate.WRONG: Glyph.DISMISS,
    Fate.LEFT_OUT: Glyph.SUBTRACT,
}
_MOST_ROW = 200
_NAME_WIDTH, _FIELD_WIDTH = 150, 190


class CaseListPreview(QWidget):
    """Shows a list; ticks go into its file, what has to be compared again is a signal."""

    decided = Signal()
    said = Signal(str, object)  # name of the act, CaseSaid

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._file: QueuedFile | None = None
        self.name, self.state = Elided(Role.TITLE), StateChip(State.IN_HAND)
        self.kind = PickBox([Option(one.value, text(f"list_kind.{one.value}")) for one in ListKind])
        self.unit, self.year = PickBox(), PickBox()
        self.views = Segmented((Segment(_ROWS, self.tr("Rows")), Segment(_COLUMNS, self.tr("Columns"))))
        self.chips = {fate: FilterChip(fate_word(fate), _GLYPHS[fate]) for fate in FATES}
        self.model = TickedModel[CaseLine](
            columns(), lambda line: line.place, lambda line: line.tickable and not self._frozen(), self
        )
        self.table = TickedTable(self.model, stretch=3)
        self.table.setAccessibleName(self.tr("Rows of the list"))
        self.explained = label("", Role.CAPTION, "second", wrap=True)
        self._notice, self._fields = Notice(), ScrollColumn()
        self._build()
        self._connect()

    def set_known(self, known: Lexicon) -> None:
        """The units of the roster as they are now."""
        nobody = Option("", self.tr("as in the file"))
        with QSignalBlocker(self.unit):
            self.unit.set_options((nobody, *(Option(unit.name, unit.name) for unit in known.units)))

    def show_file(self, file: QueuedFile) -> None:
        """Show a list that has been read."""
        work = file.cases
        if work is None:
            raise ValueError("a list is shown once it has been read")
        other, self._file = file is not self._file, file
        look = file.look()
        self.name.set_text(file.title)
        self.state.set_state(look.state, look.word)
        for box in (self.kind, self.unit, self.year):
            box.setEnabled(file.batch is None)
        with QSignalBlocker(self.kind), QSignalBlocker(self.unit), QSignalBlocker(self.year):
            self.kind.choose(work.plan.kind.value)
            self.unit.choose(work.plan.unit or "")
            self.year.choose(str(work.plan.said.year or ""))
        counts = work.plan.counts()
        for fate, chip in self.chips.items():
            chip.set_count(counts[fate])
        lines = list(self._remarks(file, work))
        self._notice.show_banner(Banner("warn", lines[0], "\n".join(lines[1:])) if lines else None)
        self._show_rows()
        self._fields.set_items((*self._choices(work), None))
        if other or work.plan.refusal is not None:
            self.views.choose(_COLUMNS if work.plan.refusal is not None else _ROWS)
            self._turn(self.views.key)

    def show_sheet(self) -> None:
        """Show what the columns hold, or the rows again."""
        self.views.choose(_ROWS if self.views.key == _COLUMNS else _COLUMNS)
        self._turn(self.views.key)

    def regions(self) -> Sequence[QWidget]:
        """What F6 visits in turn."""
        return (self._fields,) if self.views.key == _COLUMNS else (self._chip_row, self.table)

    def _build(self) -> None:
        this = clock.today().year
        years = (Option(str(year), str(year)) for year in range(this + 1, this - _YEARS, -1))
        self.year.set_options((Option("", self.tr("as in the file")), *years))
        boxes = Flow(
            (
                with_name(self.tr("Holds"), self.kind),
                with_name(self.tr("Unit"), self.unit),
                with_name(self.tr("Year"), self.year),
                None,
                self.views,
            )
        )
        self._chip_row = boxed(across(*self.chips.values(), None, gap=Space.S))
        self._chip_row.setFocusProxy(self.chips[Fate.NEW])
        rows = down(self._chip_row, boxed(down(self.table, margins=1), "pane"), self.explained, gap=Space.S)
        rows.setStretch(1, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(boxed(rows))
        self._stack.addWidget(self._fields)
        title = across(self.name, self.state)
        title.setStretch(0, 1)
        column = down(title, boxes, self._notice, gap=Space.S)
        column.addWidget(self._stack, 1)
        self.setLayout(column)

    def _connect(self) -> None:
        self.kind.activated.connect(self._say_kind)
        self.unit.activated.connect(self._say_unit)
        self.year.activated.connect(self._say_year)
        self.views.chosen.connect(self._turn)
        for chip in self.chips.values():
            chip.toggled.connect(lambda _: self._show_rows())
        self.model.ticked.connect(self._decide)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._explain())

    def _turn(self, key: str) -> None:
        self._stack.setCurrentIndex((_ROWS, _COLUMNS).index(key))

    def _frozen(self) -> bool:
        return self._file is not None and self._file.batch is not None

    def _work(self) -> CaseWork | None:
        return self._file.cases if self._file is not None else None

    def _show_rows(self) -> None:
        work = self._work()
        if work is None:
            return
        wanted = [fate for fate, chip in self.chips.items() if chip.isChecked()]
        here = self.table.currentIndex().row()
        rows = [line for line in work.plan.lines if not wanted or line.fate in wanted]
        self.model.show_ticked(rows, work.ticked)
        self.table.select_row(min(max(0, here), len(rows) - 1))
        self._explain()

    def _decide(self) -> None:
        """Rows that the filter hides keep their ticks."""
        work = self._work()
        if work is None:
            return
        shown_here = {line.place for line in self.model.rows()}
        work.tick({*(work.ticked - shown_here), *(line.place for line in self.model.chosen())})
        self.decided.emit()

    def _explain(self) -> None:
        at = self.table.currentIndex().row()
        rows = self.model.rows()
        self.explained.setText(remark(rows[at]) if 0 <= at < len(rows) else "")

    def _remarks(self, file: QueuedFile, work: CaseWork) -> Iterator[str]:
        if work.plan.refusal is not None:
            yield sentence(work.plan.refusal)
        if file.twin:
            words = self.tr("This file is the same as {name}, which stands in the queue.")
            yield words.format(name=file.twin)
        elif work.plan.earlier and file.batch is None:
            yield self.tr("This very file was imported on {day}.").format(day=work.plan.earlier)

    def _choices(self, work: CaseWork) -> Iterator[Item]:
        """A line for each column of each table: its heading, some of its values, what it holds."""
        fields = [Option(one.value, text(f"case_field.{one.value}")) for one in work.plan.kind.fields()]
        unused = Option("", self.tr("not used"))
        for table in work.plan.tables:
            row = NumberField(table.heading.top + 1, _MOST_ROW)
            row.setMaximumWidth(theme.scaled(80))
            row.setAccessibleName(self.tr("Heading row"))
            row.editingFinished.connect(partial(self._say_heading, table, row))
            words = self.tr("Sheet “{sheet}”: heading in row").format(sheet=table.name)
            yield across(label(words, bold=True), row, None)
            for place, samples in enumerate(table.samples):
                name = mapping.shown_name(table.heading.names[place], place)
                box = PickBox([unused, *fields])
                found = table.fields.get(place)
                box.choose(found.value if found is not None else "")
                box.setAccessibleName(self.tr("Column {name}").format(name=name))
                box.setEnabled(not self._frozen())
                box.activated.connect(partial(self._say_column, table, place, box))
                box.setMinimumWidth(theme.scaled(_FIELD_WIDTH))
                heading = label(name)
                heading.setMinimumWidth(theme.scaled(_NAME_WIDTH))
                heading.setBuddy(box)
                yield across(heading, box, label("、".join(samples), Role.CAPTION, "muted"), None)

    def _say_kind(self) -> None:
        self._say(self.kind.currentText(), kind=ListKind(self.kind.key()))

    def _say_unit(self) -> None:
        name = self.tr("Unit {name}").format(name=self.unit.currentText())
        self._say(name, unit=self.unit.key() or None)

    def _say_year(self) -> None:
        name = self.tr("Year {year}").format(year=self.year.currentText())
        self._say(name, year=int(self.year.key()) if self.year.key() else None)

    def _say_heading(self, table: CaseTable, row: NumberField) -> None:
        if self._file is None or row.value() == table.heading.top + 1:
            return
        said = self._file.case_said
        name = self.tr("Heading in row {row}").format(row=row.value())
        self._say(name, heading_rows={**said.heading_rows, table.name: row.value()})

    def _say_column(self, table: CaseTable, place: int, box: PickBox) -> None:
        if self._file is None:
            return
        meaning = CaseField(box.key()) if box.key() else None
        column = mapping.shown_name(table.heading.names[place], place)
        name = self.tr("Column {column}: {field}").format(column=column, field=box.currentText())
        self.said.emit(name, self._file.case_said.with_field(table, place, meaning))

    def _say(self, name: str, **changes: object) -> None:
        if self._file is not None:
            said: CaseSaid = replace(self._file.case_said, **changes)  # type: ignore[arg-type]
            self.said.emit(name, said)
