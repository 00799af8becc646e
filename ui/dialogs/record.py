"""The record of acts (操作记录): read, searched, verified and written out; nothing is changed here."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QWidget
from typing_extensions import override

from ui import format as shown
from ui.desk import Desk
from ui.dialogs.list_dialog import ListDialog
from ui.dialogs.other_name import other_name
from ui.dialogs.record_filter import RecordFilters
from ui.language import language
from ui.refusals import AtTheRecordError, RecordUnfilteredError
from ui.tablemodels.record_pages import RecordPages
from ui.tablemodels.records import Column, Shown
from ui.tasks import Task, Work
from ui.theme import theme
from ui.theme.icons import Glyph
from ui.theme.tokens import TEXT_SIZES, Role
from ui.widgets.banner import Banner
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import label
from ui.widgets.progress_strip import ProgressStrip
from ui.widgets.verbs import Verb, Weight
from ui.widgets.window_size import usual_size
from xcdesk import clock
from xcdesk.errors import DeskError
from xcdesk.progress import Operation
from xcdesk.reports import record_files
from xcdesk.services.office import practising
from xcdesk.services.record import record_book, record_check
from xcdesk.services.record.actor import Actor
from xcdesk.services.record.record_book import RecordFilter, RecordRow
from xcdesk.services.record.record_check import Verified
from xcdesk.services.upkeep import record_prints
from xcdesk.wording import Language

translate = QCoreApplication.translate
_LINES = 6


class RecordDialog(ListDialog):
    """Latest first, read in pages; the chosen entry is told in full under the list."""

    help_topic = "settings#record"
    watches = frozenset()

    def __init__(self, desk: Desk, parent: QWidget | None) -> None:
        columns = _columns()
        model = RecordPages[RecordRow](columns, record_book.PAGE, self._behind)
        title = translate("RecordDialog", "Record of acts")
        super().__init__(desk, title, columns, parent, stretch=4, model=model)
        self.filters = RecordFilters()
        self.strip = ProgressStrip()
        self.last = label("", Role.CAPTION, "muted")
        self._task: Task | None = None
        self._target = Path()
        self.chosen_filter = RecordFilter()
        self.told = QPlainTextEdit()
        self.told.setReadOnly(True)
        self.told.setTabChangesFocus(True)
        lines = max(2, _LINES * TEXT_SIZES[0] // theme.current().text_size)  # a low screen in large text
        self.told.setFixedHeight(lines * theme.line_height() + 22)
        self.told.setAccessibleName(self.tr("Details"))
        self.filters.changed.connect(self.reload)
        self.listing.chosen.connect(self._tell)
        self.filters.offer()
        self.finish(self._verbs(), (self.filters, self.strip), (self.told, self.last))
        self.listing.opened.connect(self._show_only)
        usual_size(self, 1120, 700)

    @override
    def reload(self) -> None:
        self.chosen_filter = self.filters.chosen()
        rows = record_book.page(self.chosen_filter)
        self.show_rows(rows, 0, self._empty())
        self.filters.count.setText(shown.count(record_book.count(self.chosen_filter), "entries"))
        self.last.setText(record_prints.last_words(language()))
        self._tell()

    @override
    def reject(self) -> None:
        if self._task is not None:
            self._task.cancel()
        super().reject()

    def _behind(self, row: RecordRow) -> Sequence[RecordRow]:
        return record_book.page(self.chosen_filter, before=row.id)

    def _verbs(self) -> Sequence[Verb]:
        rare = Weight.RARE
        verify, only = self.tr("Verify the record"), self.tr("Only this one")
        book, pages = self.tr("Export Excel…"), self.tr("Export PDF…")
        clear, find = self.tr("Clear the filters"), self.tr("Search the record")
        primary = Weight.PRIMARY
        return (
            Verb("verify", verify, Glyph.CHECKMARK_CIRCLE, self._verify, "Ctrl+Return", self._free, primary),
            Verb("only", only, Glyph.FILTER, self._show_only, "Ctrl+R", self.chosen),
            Verb("clear", clear, Glyph.DISMISS, self.filters.clear, "Ctrl+Shift+L", self._filtered),
            Verb("xlsx", book, Glyph.TABLE, self._ask_for_book, "Ctrl+Shift+X", self._free),
            Verb("pdf", pages, Glyph.DOCUMENT_PDF, self._ask_for_pages, "Ctrl+E", self._free),
            Verb("find", find, None, self._find, "Ctrl+F", weight=rare),
        )

    def _tell(self) -> None:
        row = self.row()
        self.told.setPlainText("" if row is None else row.full(language()))

    def _empty(self) -> EmptyState:
        words = self.tr("Clear the filters, or choose other days.")
        return EmptyState(Glyph.SEARCH, self.tr("No entry matches"), words)

    def _find(self) -> None:
        self.filters.search.setFocus()
        self.filters.search.selectAll()

    def _show_only(self) -> None:
        row = self.row()
        if row is not None:
            self.filters.show_only(row)

    def _verify(self) -> None:
        self._run(self.tr("Verifying the record…"), partial(_verified, self.desk.actor), self._found)

    def _found(self, found: Verified) -> None:
        self._refresh()
        title = self.tr("The record is whole") if found.ok else self.tr("The record has faults")
        words = record_check.words(found, language())
        self.notice.show_banner(Banner("ok" if found.ok else "bad", title, words))

    def _refresh(self) -> None:
        """Read again after an act of our own, which has left an entry."""
        self.filters.offer()
        self.reload()

    def _ask_for_book(self) -> None:
        self._ask("xlsx", self.tr("Excel workbook (*.xlsx)"))

    def _ask_for_pages(self) -> None:
        self._ask("pdf", self.tr("PDF (*.pdf)"))

    def _ask(self, ending: str, kinds: str) -> None:
        name = self.tr("Record of acts {day}").format(day=clock.today().isoformat())
        title = self.tr("Export the record")
        target, _ = QFileDialog.getSaveFileName(self, title, f"{practising.file_name(name)}.{ending}", kinds)
        if target:
            self._write(Path(target))

    def _write(self, target: Path) -> None:
        self._target = target
        work = partial(_exported, self.desk.actor, self.chosen_filter, target, language())
        self._run(self.tr("Writing {file}").format(file=target.name), work, self._written)

    def _written(self, count: int) -> None:
        self._refresh()
        words = self.tr("{count} written to {file}")
        told = words.format(count=shown.count(count, "entries"), file=self._target.name)
        self.notice.show_banner(Banner("ok", told))

    def _run(self, note: str, work: Work, done: Callable[[Any], None]) -> None:
        task = self.desk.runner.create(work)
        task.succeeded.connect(done)
        task.failed.connect(self._failed)
        task.finished.connect(self._finish)
        self._task = task
        self.notice.show_banner(None)
        self.strip.watch(task, note)
        self.desk.runner.start(task)
        self.verbs.refresh()

    def _finish(self) -> None:
        self._task = None
        self.verbs.refresh()

    def _failed(self, error: BaseException) -> None:
        ways = other_name(error, self._target, self._write)
        if ways and isinstance(error, DeskError):
            self.notice.refuse(self.tr("Not written"), error, ways)
        else:
            self.show_failure(error)

    def _free(self) -> DeskError | None:
        return AtTheRecordError() if self._task is not None else None

    def _filtered(self) -> DeskError | None:
        return RecordUnfilteredError() if self.filters.is_open() else None


def _verified(actor: Actor, operation: Operation) -> Verified:
    return record_check.verify(actor, operation)


def _exported(
    actor: Actor, chosen: RecordFilter, target: Path, spoken: Language, operation: Operation
) -> int:
    return record_files.export(actor, chosen, target, operation, spoken)


def _when(row: RecordRow) -> Shown:
    return Shown(f"{clock.local(row.told.at):%Y-%m-%d %H:%M}")


def _columns() -> Sequence[Column[RecordRow]]:
    return (
        Column(translate("RecordDialog", "When"), 150, _when),
        Column(translate("RecordDialog", "Who"), 110, lambda row: Shown(row.told.who)),
        Column(
            translate("RecordDialog", "What"),
            220,
            lambda row: Shown(record_book.action_words(row.told.action, language())),
        ),
        Column(translate("RecordDialog", "Done to"), 270, lambda row: Shown(row.about(language()))),
        Column(translate("RecordDialog", "Details"), 240, lambda row: Shown(row.details(language()))),
    )
