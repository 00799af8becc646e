"""Moving an office's old ledgers over: hands each sheet to the preview that belongs to it."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.dialogs.moving_over.window import MoveOverDialog
from ui.pages.page import Page
from ui.setting_up import SettingUp
from xcdesk.importers import move_over
from xcdesk.importers.manuscript_rows import PastedRow
from xcdesk.importers.move_over import Meaning, SheetFound, Survey

if TYPE_CHECKING:  # loaded when it is asked for
    from xcdesk.importers.said import Said


class MovingOver(QObject):
    """``import_asked`` hands files to the queue of imports, each with the sheets that are not meant."""

    import_asked = Signal(object)  # Mapping[Path, Said]

    def __init__(self, desk: Desk, names: SettingUp, page: Callable[[], Page], window: QWidget) -> None:
        super().__init__(window)
        self._page = page
        self._desk, self._names, self._window = desk, names, window
        self._dialog: MoveOverDialog | None = None

    def show(self, files: Sequence[Path] = ()) -> MoveOverDialog:
        """Show the window, with files or where it was left."""
        if self._dialog is None:
            self._dialog = MoveOverDialog(self._desk, self._window, files)
            self._dialog.lists_asked.connect(self._propose)
            self._dialog.manuscripts_asked.connect(self._read_manuscripts)
            self._dialog.import_asked.connect(self._import)
            self._dialog.print_asked.connect(self._print)
        elif files:
            self._dialog.choose(files)
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()
        return self._dialog

    def _propose(self, sheets: Sequence[SheetFound]) -> None:
        """Show the first list, and all sheets of its kind in the same file, as proposals for the roster."""
        first = sheets[0]
        alike = [one.name for one in sheets if (one.file, one.meaning) == (first.file, first.meaning)]
        self._names.read_list(
            first.file, of_units=first.meaning is Meaning.UNITS, only=alike, above=self._dialog
        )

    def _read_manuscripts(self, sheet: SheetFound) -> None:
        """Read one sheet on a thread, and show its manuscripts before they are entered."""
        task = self._desk.runner.create(lambda _: move_over.manuscripts_of(sheet))
        task.succeeded.connect(self._show_manuscripts)
        if self._dialog is not None:
            task.failed.connect(self._dialog.show_failure)
        self._desk.runner.start(task)

    def _show_manuscripts(self, rows: Sequence[PastedRow]) -> None:
        from ui.dialogs.pasted_manuscripts import PastedManuscripts
        from ui.pages.coverage.trackers.acts import PasteActs

        acts = PasteActs(self._page())
        dialog = PastedManuscripts(self._desk, rows, acts.enter, self._dialog)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _import(self, said: "Mapping[Path, Said]") -> None:
        self.import_asked.emit(said)

    def _print(self, survey: Survey) -> None:
        from ui.dialogs.printout import Printable, PrintoutDialog
        from xcdesk import sheets
        from xcdesk.importers import move_over_print

        made = move_over_print.printout(survey)
        shown = Printable(
            lambda: sheets.pages_of(made).pdf,
            lambda: made.title,
            lambda path: sheets.write_book_of(made, path),
        )
        dialog = PrintoutDialog(self._desk, shown, made.title, self._dialog)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
