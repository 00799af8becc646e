"""The register: every number that was given, also the void ones, with the files that went out."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget
from typing_extensions import override

from ui import format as shown
from ui.changes import Area
from ui.desk import Desk
from ui.dialogs.list_dialog import ListDialog
from ui.dialogs.other_name import other_name
from ui.dialogs.printout import Printable, PrintoutDialog
from ui.dialogs.register_filter import RegisterFilters
from ui.language import language
from ui.messages import text
from ui.refusals import NotBulletinError
from ui.tablemodels.records import Column, Shown
from ui.tasks import Work
from ui.theme.icons import Glyph
from ui.theme.tokens import Role, State
from ui.widgets.banner import Banner
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import label
from ui.widgets.progress_strip import ProgressStrip
from ui.widgets.verbs import Verb, Weight
from ui.widgets.window_size import usual_size
from xcdesk import copies, office, registers
from xcdesk.errors import DeskError
from xcdesk.files import safe_name, write_file
from xcdesk.progress import Operation
from xcdesk.services.issuing import register
from xcdesk.services.issuing.numbering import NoSuchFileError, RegisterRow
from xcdesk.services.issuing.register import Entry, Standing

translate = QCoreApplication.translate
_LOOKS = {Standing.VOID: State.VOID, Standing.CORRECTED: State.SOON}


class RegisterDialog(ListDialog):
    """Lists what was issued; a chosen entry is looked at, printed again or saved, byte for byte."""

    help_topic = "bulletins#register"
    watches = frozenset({Area.BULLETINS, Area.MATERIALS})

    def __init__(
        self, desk: Desk, series: str, show: Callable[[Entry], object], parent: QWidget | None
    ) -> None:
        """List the register.

        Args:
            desk: the desk.
            series: series to begin with; "" for all.
            show: brings an entry to its page, once this list is shut.
            parent: window it belongs to.
        """
        super().__init__(desk, translate("RegisterDialog", "Register"), _columns(), parent, stretch=5)
        self._show_entry = show
        self.filters = RegisterFilters(series)
        self.strip = ProgressStrip()
        self.note = label("", Role.CAPTION, "second", wrap=True)
        self.whole = label("", Role.CAPTION, "muted", wrap=True)
        self.filters.changed.connect(self.reload)
        self.listing.chosen.connect(self._tell)
        self.finish(self._verbs(), (self.filters, self.strip), (self.note, self.whole))
        self.listing.opened.connect(self._open)
        usual_size(self, 1040, 620)

    @override
    def reload(self) -> None:
        found = register.entries(self.filters.chosen())
        self.filters.offer(register.entries())
        self.show_rows(found, 0, self._empty())
        runs = register.runs(found)
        lacking = any(run.lacking for run in runs)
        words = "  ".join(register.run_words(run, language()) for run in runs)
        self.whole.setText(words)
        self.whole.setProperty("tone", "bad" if lacking else "muted")
        self.filters.count.setText(shown.count(len(found), "entries"))
        self._tell()

    def _verbs(self) -> Sequence[Verb]:
        rare = Weight.RARE
        show, again = self.tr("Show it"), self.tr("Look at and print…")
        listing, find = self.tr("Print the list…"), self.tr("Search the register")
        copies, each = self.tr("Numbered copies…"), self.tr("A file for each receiver…")
        return (
            Verb("again", again, Glyph.PRINT, self._print, "Ctrl+P", self.chosen, Weight.PRIMARY),
            Verb("open", show, Glyph.DOCUMENT_SEARCH, self._open, "Ctrl+Return", self.chosen),
            self._saving("pdf", self.tr("Save PDF…"), "Ctrl+E"),
            self._saving("docx", self.tr("Save Word…"), "Ctrl+Shift+W"),
            self._saving("xlsx", self.tr("Save Excel…"), "Ctrl+Shift+X"),
            Verb("list", listing, Glyph.TABLE_SIMPLE, self._print_list, "Ctrl+Shift+P", self._any),
            Verb("copies", copies, None, self._print_copies, "Ctrl+Shift+C", self._bulletin, rare),
            Verb("each", each, None, self._save_each, "Ctrl+Shift+E", self._bulletin, rare),
            Verb("find", find, None, self.filters.search.setFocus, "Ctrl+F", weight=rare),
        )

    def _saving(self, kind: str, name: str, keys: str) -> Verb:
        return Verb(kind, name, None, partial(self._ask, kind), keys, partial(self._there, kind))

    def _tell(self) -> None:
        row = self.row()
        says = (register.note_words, registers.face_words) if row is not None else ()
        told = "  ".join(filter(None, (say(row, language()) for say in says)))
        self.note.setText(told)
        self.note.setVisible(bool(told))

    def _empty(self) -> EmptyState:
        if self.filters.is_open():
            words = self.tr(
                "What is issued gets its number and stands here, with its files as they went out."
            )
            return EmptyState(Glyph.ARCHIVE, self.tr("Nothing was issued yet"), words)
        words = self.tr("Choose another series, year or state, or other words.")
        return EmptyState(Glyph.SEARCH, self.tr("No entry matches"), words)

    def _open(self) -> None:
        entry = self.row()
        if entry is not None:
            self.accept()
            self._show_entry(entry)

    def _print(self) -> None:
        entry = self.row()
        if entry is not None:
            name = entry.files[0].name.rpartition(".")[0]
            pages = partial(register.content, entry, office.PDF)
            series = register.series_name(entry.series, language())
            issue = f"{series} {register.number_words(entry, language())}"
            self._show_pages(Printable(pages, lambda: name), issue)

    def _print_list(self) -> None:
        found = tuple(self.model.rows())
        title = text("register.title")
        pages = partial(registers.pages, found)
        book = partial(_book, found)
        self._show_pages(Printable(pages, lambda: title, book), title)

    def _print_copies(self) -> None:
        row = self._issue()
        if row is not None:
            files = partial(_all_copies, row)
            name = self.tr("Numbered copies of “{title}”").format(title=row.title)
            self._show_pages(Printable(files, lambda: name), name)

    def _show_pages(self, what: Printable, title: str) -> None:
        self.open_form(PrintoutDialog(self.desk, what, title, self))

    def _ask(self, kind: str) -> None:
        entry = self.row()
        if entry is None:
            return
        name = next(file.name for file in entry.files if file.kind == kind)
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Save as"), safe_name(name))
        if chosen:
            self._write(entry, kind, Path(chosen))

    def _write(self, entry: Entry, kind: str, path: Path) -> None:
        try:
            write_file(path, register.content(entry, kind))
        except DeskError as error:
            ways = other_name(error, path, partial(self._write, entry, kind))
            self.notice.refuse(self.tr("Not written"), error, ways)
            return
        told = self.tr("Written, byte for byte as it went out: {file}").format(file=path.name)
        self.notice.show_banner(Banner("ok", told))

    def _save_each(self) -> None:
        row = self._issue()
        folder = QFileDialog.getExistingDirectory(self, self.tr("Save as")) if row is not None else ""
        if row is not None and folder:
            self._run(partial(_each_copy, row, Path(folder)), self.tr("Numbering the copies"), self._saved)

    def _saved(self, count: int) -> None:
        words = self.tr("{count} written").format(count=shown.count(count, "files"))
        self.notice.show_banner(Banner("ok", words))

    def _run(self, work: Work, note: str, done: Callable[[Any], None]) -> None:
        task = self.desk.runner.create(work)
        task.succeeded.connect(done)
        task.failed.connect(self.show_failure)
        self.strip.watch(task, note)
        self.desk.runner.start(task)

    def _issue(self) -> RegisterRow | None:
        entry = self.row()
        return entry.bulletin if entry is not None else None

    def _any(self) -> DeskError | None:
        return None if self.model.rowCount() else self.chosen()

    def _there(self, kind: str) -> DeskError | None:
        entry = self.row()
        if entry is None:
            return self.chosen()
        if any(file.kind == kind for file in entry.files):
            return None
        return NoSuchFileError(title=entry.title, kind=kind.upper())

    def _bulletin(self) -> DeskError | None:
        entry = self.row()
        if entry is None:
            return self.chosen()
        return None if entry.bulletin is not None else NotBulletinError(title=entry.title)


def _all_copies(row: RegisterRow) -> bytes:
    """All numbered copies in one file; runs on a thread of its own."""
    return copies.numbered_copies(row).files[0].content


def _each_copy(row: RegisterRow, folder: Path, operation: Operation) -> int:
    """A file of numbered copies for each receiver, and the list on which they sign."""
    operation.check()
    made = copies.numbered_copies(row, each=True).files
    for file in operation.each(made, len(made), every=1):
        write_file(folder / file.name, file.content)
    write_file(folder / f"{text('copies.register')}.pdf", copies.copies_register(row).pdf)
    return len(made) + 1


def _book(found: Sequence[Entry], path: Path) -> int:
    return registers.write_book(found, path, language())


def _columns() -> tuple[Column[Entry], ...]:
    spoken = language()
    return (
        Column(text("register.series"), 140, lambda one: Shown(register.series_name(one.series, spoken))),
        Column(text("register.head_number"), 130, lambda one: Shown(register.number_words(one, spoken))),
        Column(text("register.running"), 80, lambda one: Shown(str(one.running or ""))),
        Column(text("register.day"), 130, lambda one: Shown(shown.day(one.issued_on))),
        Column(text("register.state"), 100, _state),
        Column(text("register.head_title"), 220, lambda one: Shown(one.title)),
        Column(text("register.pages"), 60, lambda one: Shown(str(one.pages or "")), figures=True),
    )


def _state(one: Entry) -> Shown:
    return Shown(text(f"material.state.{one.state.value}"), _LOOKS.get(one.standing, State.DONE))
