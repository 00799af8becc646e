"""What is said and found of a whole file: sender, year, where its rows stand, and what is odd about it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from ui.dialogs.importing.correction import banner_about
from ui.language import language
from ui.tablemodels.import_file import FileState, QueuedFile
from ui.theme.tokens import Role, Space, State
from ui.widgets.banner import Banner
from ui.widgets.buttons import Kind, button
from ui.widgets.chips import StateChip
from ui.widgets.elided import Elided
from ui.widgets.fields import Option, PickBox
from ui.widgets.flow import Flow, with_name
from ui.widgets.layouts import across, down
from ui.widgets.notice import Notice
from xcdesk import clock
from xcdesk.importers import proposals
from xcdesk.importers.apply import Duplicates
from xcdesk.importers.proposals import Stranger
from xcdesk.importers.records import CheckedSheet, Level, SheetKind
from xcdesk.importers.said import Said
from xcdesk.lexicon import Lexicon

_YEARS = 12
_LIKELY = 2
"""Most proposals for an unknown sender; the box beside them holds all units."""


class FileHead(QWidget):
    """The head of the chosen file, with ``trail`` at its right end; what a person says is a signal."""

    said = Signal(str, object)  # name of the act, Said
    duplicates_chosen = Signal(object)  # Duplicates
    replaces_chosen = Signal(bool)
    named = Signal(object, int)  # Stranger, unit
    add_asked = Signal(object)  # Stranger

    def __init__(self, trail: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._file: QueuedFile | None = None
        self._known = Lexicon()
        self.name = Elided(Role.TITLE)
        self.state = StateChip(State.IN_HAND)
        self._found = Elided(Role.CAPTION)
        self._notice, self._earlier = Notice(), Notice()
        self.sent_by, self.year, self.duplicates = PickBox(), PickBox(), PickBox()
        self._fill()
        named = (
            (self.tr("Sender"), self.sent_by),
            (self.tr("Year"), self.year),
            (self.tr("Logged already"), self.duplicates),
        )
        boxes = Flow((*(with_name(words, box) for words, box in named), None, trail))
        title = across(self.name, self.state, Space.S, self._found)
        title.setStretch(3, 1)
        self.setLayout(down(title, boxes, self._notice, self._earlier, gap=Space.S))
        self.sent_by.activated.connect(self._say_sender)
        self.year.activated.connect(self._say_year)
        self.duplicates.activated.connect(self._choose_duplicates)

    def set_known(self, known: Lexicon) -> None:
        """The roster as it is now: units that send, names that an unknown sender may mean."""
        self._known = known
        nobody = Option("", self.tr("not known yet"))
        with QSignalBlocker(self.sent_by):
            self.sent_by.set_options((nobody, *(Option(unit.name, unit.name) for unit in known.units)))

    def show_file(self, file: QueuedFile) -> None:
        """Show what is said and found of a file."""
        if file.decisions is None:
            return
        self._file = file
        self.name.set_text(file.title)
        look = file.look()
        self.state.set_state(look.state, look.word)
        for box in (self.sent_by, self.year, self.duplicates):
            box.setEnabled(file.batch is None)
        self.sent_by.choose(file.sender or "")
        self.year.choose(str(file.said.year or ""))
        self.duplicates.choose(file.decisions.duplicates.value)
        sheets = file.decisions.preview.plan.book.sheets
        self._found.set_text(" · ".join(self._where(sheets)))
        self._found.setMinimumWidth(min(self._found.sizeHint().width(), self.width() // 2))
        lines = list(self._remarks(file, sheets))
        tone = "info" if file.state == FileState.IMPORTED else "warn"
        actions = [*self._ways_out(file)]
        self._notice.show_banner(Banner(tone, lines[0], "\n".join(lines[1:]), actions) if lines else None)
        self._earlier.show_banner(banner_about(file, self.replaces_chosen.emit))

    def _fill(self) -> None:
        this = clock.today().year
        years = (Option(str(year), str(year)) for year in range(this, this - _YEARS, -1))
        self.year.set_options((Option("", self.tr("as in the file")), *years))
        self.duplicates.set_options(
            (
                Option(Duplicates.UPDATE.value, self.tr("bring up to date")),
                Option(Duplicates.SKIP.value, self.tr("skip")),
                Option(Duplicates.STOP.value, self.tr("stop: import nothing")),
            )
        )

    def _where(self, sheets: Sequence[CheckedSheet]) -> Iterator[str]:
        """Where the rows stand, and how much is hidden and not read."""
        pieces = [sheet for sheet in sheets if sheet.kind == SheetKind.COVERAGE and not sheet.hidden]
        if len(pieces) == 1:
            sheet = pieces[0]
            if sheet.name:
                yield self.tr("Sheet “{sheet}”").format(sheet=sheet.name)
            yield self.tr("heading in row {row}").format(row=sheet.header_row)
        elif pieces:
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
        refusal = file.decisions.preview.plan.refusal
        if refusal is not None:
            yield self.tr("No row was recognised as the heading. Click it in the sheet below.")
        if file.batch is None:
            yield from (one.message(language()) for one in file.decisions.preview.plan.remarks)
        for sheet in sheets:
            if sheet.problem is not None and not sheet.hidden and _worth_saying(sheet, sheets):
                said = sheet.problem.message(language())
                words = self.tr("Sheet “{sheet}”: {said}") if sheet.name else "{said}"
                yield words.format(sheet=sheet.name, said=said)

    def _ways_out(self, file: QueuedFile) -> Iterator[QPushButton]:
        """For a sender that the roster does not know: whom it may mean, or a new unit."""
        if file.decisions is None or file.batch is not None or file.sender:
            return
        stranger = proposals.sender(file.decisions.preview.plan, self._known)
        if stranger is None:
            return
        for one in stranger.proposals[:_LIKELY]:
            words = self.tr("It is {name}, from now on").format(name=one.name)
            yield button(words, None, Kind.NORMAL, partial(self._name, stranger, one.id))
        yield button(self.tr("Add to the roster…"), None, Kind.NORMAL, partial(self._ask, stranger))

    def _name(self, stranger: Stranger, unit: int) -> None:
        self.named.emit(stranger, unit)

    def _ask(self, stranger: Stranger) -> None:
        self.add_asked.emit(stranger)

    def _say_sender(self) -> None:
        if self._file is not None:
            sender = self.sent_by.key() or None
            name = self.tr("Sender {name}").format(name=self.sent_by.currentText())
            self._say(name, replace(self._file.said, sender=sender))

    def _say_year(self) -> None:
        if self._file is not None:
            year = self.year.key()
            name = self.tr("Year {year}").format(year=self.year.currentText())
            self._say(name, replace(self._file.said, year=int(year) if year else None))

    def _say(self, name: str, said: Said) -> None:
        if self._file is not None and said != self._file.said:
            self.said.emit(name, said)

    def _choose_duplicates(self) -> None:
        self.duplicates_chosen.emit(Duplicates(self.duplicates.key()))


def _worth_saying(sheet: CheckedSheet, sheets: Sequence[CheckedSheet]) -> bool:
    """An empty sheet beside others is no news; a sheet that could not be read is."""
    return sheet.problem is not None and (
        sheet.problem.level == Level.ERROR or len(sheets) == 1 or _tally(sheet)
    )


def _tally(sheet: CheckedSheet) -> bool:
    return sheet.kind == SheetKind.TALLY
