"""The list of imports: which file of which sender was written when, and the way to take it back."""

from functools import partial

from PySide6.QtWidgets import QDialog, QStackedWidget, QWidget

from ui.changes import Area
from ui.desk import Desk
from ui.dialogs.importing.acts import ImportActs, words_about
from ui.dialogs.preceded import Preceded
from ui.messages import sentence
from ui.refusals import AlreadyUndoneError, NothingChosenError
from ui.tablemodels.import_batches import FILE, STATE, ImportBatchesModel
from ui.theme.icons import Glyph
from ui.theme.tokens import Role, Space
from ui.widgets.banner import Banner
from ui.widgets.buttons import Kind, button
from ui.widgets.card import Pane
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import label
from ui.widgets.layouts import across, down
from ui.widgets.notice import Notice
from ui.widgets.progress_strip import ProgressStrip
from ui.widgets.table_view import TableView
from ui.widgets.verb_bar import VerbButton
from ui.widgets.verbs import Verb, VerbSet
from ui.widgets.window_size import usual_size
from xcdesk.codes import BatchState
from xcdesk.errors import DeskError
from xcdesk.importers import batches
from xcdesk.importers.batches import BatchRow
from xcdesk.services.backups.keeping import Reason


class ImportBatchesDialog(QDialog):
    """Every import of the office, the latest first; does not keep the main window from being used."""

    help_topic = "imports#undo"

    def __init__(self, desk: Desk, acts: ImportActs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._acts = desk, acts
        self.setWindowTitle(self.tr("Imports so far"))
        self.model = ImportBatchesModel(self)
        self.table = TableView(states=(STATE,))
        self.table.setModel(self.model)
        self.table.set_widths(tuple(column.width for column in self.model.columns), stretch=FILE)
        self.table.setAccessibleName(self.windowTitle())
        undo = Verb(
            "undo_batch", self.tr("Undo the import"), Glyph.ARROW_UNDO, self._undo, "Ctrl+Z", self._can_undo
        )
        self.verbs = VerbSet((undo,), self)
        self.undo_button = VerbButton(undo, self.verbs.action("undo_batch"), Kind.NORMAL)
        self.close_button = button(self.tr("Close"), None, Kind.NORMAL, self.reject)
        self._notice = Notice()
        text = self.tr("Each import of a county return will be listed here and can be undone.")
        self._stack = QStackedWidget()
        self._stack.addWidget(Pane(self.table))
        self._stack.addWidget(EmptyState(Glyph.HISTORY, self.tr("Nothing has been imported"), text))
        strip = ProgressStrip()
        self._preceded = Preceded(desk, strip, lambda deed: deed(), self._refuse, self)
        head = down(label(self.windowTitle(), Role.TITLE), strip, self._notice, gap=Space.M)
        column = down(head, margins=Space.L, gap=Space.M)
        column.addWidget(self._stack, 1)
        column.addLayout(across(self.undo_button, None, self.close_button))
        self.setLayout(column)
        usual_size(self, 960, 520)
        self.table.selectionModel().currentRowChanged.connect(self.verbs.refresh)
        self.table.offer(self.verbs.actions())
        desk.changes.changed.connect(self._hear)
        self.reload()

    def reload(self) -> None:
        """Read the list again; the chosen import stays chosen."""
        chosen = self._chosen()
        self.model.show_rows(batches.listed())
        at = self.model.find(chosen.id) if chosen is not None else None
        self.table.select_row(at or 0)
        self._stack.setCurrentIndex(0 if self.model.rowCount() else 1)
        self.verbs.refresh()

    def choose(self, batch: int) -> None:
        """Make an import the chosen one."""
        self.table.select_row(self.model.find(batch) or 0)
        self.table.setFocus()

    def show_notice(self, banner: Banner) -> None:
        """Show a banner above the list; it replaces the one before."""
        self._notice.show_banner(banner)

    def _chosen(self) -> BatchRow | None:
        row = self.table.currentIndex().row()
        return self.model.batch(row) if 0 <= row < self.model.rowCount() else None

    def _can_undo(self) -> DeskError | None:
        batch = self._chosen()
        if batch is None:
            return NothingChosenError(what=self.tr("an import"))
        return AlreadyUndoneError() if batch.state == BatchState.UNDONE else None

    def _undo(self) -> None:
        batch = self._chosen()
        if batch is not None:
            self._preceded.do(Reason.BEFORE_UNDO, partial(self._take_back, batch))

    def _refuse(self, error: BaseException) -> None:
        if not isinstance(error, DeskError):
            raise error
        self.show_notice(Banner("warn", self.tr("Not done"), sentence(error)))

    def _take_back(self, batch: BatchRow) -> None:
        try:
            done = self._acts.take_back(batch.id, batch.file)
        except DeskError as error:
            self._refuse(error)
            return
        first, _, kept = words_about(done).partition("\n")
        self.show_notice(Banner("info" if kept else "ok", first, kept))

    def _hear(self, areas: frozenset[Area]) -> None:
        if Area.IMPORTS in areas:
            self.reload()
