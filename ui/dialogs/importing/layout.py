"""The parts of the import queue and where they stand."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QMenu, QPushButton, QSplitter, QStackedWidget, QWidget

from ui.dialogs.importing.case_list import CaseListPreview
from ui.dialogs.importing.preview import ImportPreview
from ui.tablemodels.import_files import ImportFilesModel
from ui.theme.icons import Glyph
from ui.theme.tokens import Role, Space
from ui.widgets.banner import Banner
from ui.widgets.buttons import Kind, button
from ui.widgets.card import Pane
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow import Flow
from ui.widgets.instead import Instead
from ui.widgets.labels import label
from ui.widgets.layouts import boxed, down, line
from ui.widgets.notice import Notice
from ui.widgets.progress_strip import ProgressStrip
from ui.widgets.scroll import RoomyScroll
from ui.widgets.table_view import ListView
from ui.widgets.two_line import TwoLineDelegate
from ui.widgets.verb_bar import VerbButton
from ui.widgets.verbs import VerbSet

_QUEUE_WIDTH = 310
_PLACED = frozenset(
    (
        "import_rows",
        "import_ready",
        "add_files",
        "records",
        "returned_all",
        "by_state",
        "returned",
        "undo_here",
    )
)
"""Verbs that have a button of their own."""


class QueueLayout(QDialog):
    """The parts of the dialog and where they stand; no behaviour."""

    help_topic = "imports"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Import queue"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.setAcceptDrops(True)
        self.files = ImportFilesModel(self)
        self.queue = ListView()
        self._delegate = TwoLineDelegate(self)
        self.queue.setItemDelegate(self._delegate)
        self.queue.setModel(self.files)
        self.queue.setAccessibleName(self.tr("Files to import"))
        self.preview, self.case_preview = ImportPreview(), CaseListPreview()
        self.front: ImportPreview | CaseListPreview = self.preview
        self.as_list = button("", None, Kind.LINK)
        self.walking, self.reading = ProgressStrip(narrow=True), ProgressStrip(narrow=True)
        self.progress = ProgressStrip()
        self.tally = label("", Role.CAPTION, "second", wrap=True)
        self.cancel_button = button(self.tr("Cancel"), None, Kind.NORMAL, self.reject)
        self._notice = Notice()
        self._fronts = QStackedWidget()
        self._fronts.addWidget(self.preview)
        self._fronts.addWidget(self.case_preview)
        self._stack = Instead(self._fronts)

    def build(self, verbs: VerbSet) -> None:
        """Put the parts together once the verbs exist."""
        made = {verb.id: VerbButton(verb, verbs.action(verb.id), _kind(verb.id)) for verb in verbs}
        self.import_button, self.ready_button = made["import_rows"], made["import_ready"]
        self.add_button, self.records_button = made["add_files"], made["records"]
        self.return_all_button, self.by_state_button = made["returned_all"], made["by_state"]
        self.returned_button, self.undo_button = made["returned"], made["undo_here"]
        self.more_button = self._more(verbs)
        self.buttons = Flow(
            (
                self.returned_button,
                self.undo_button,
                self.as_list,
                None,
                self.cancel_button,
                self.import_button,
            )
        )
        self.buttons.setFocusProxy(self.cancel_button)
        right = down(self.progress, self._notice, gap=Space.S, margins=(Space.S, 0, 0, 0))
        right.addWidget(self._stack, 1)
        right.addWidget(line())
        right.addWidget(self.buttons)
        halves = QSplitter()
        halves.addWidget(self._left())
        halves.addWidget(RoomyScroll(boxed(right)))
        halves.setChildrenCollapsible(False)
        halves.setStretchFactor(1, 1)
        halves.setSizes([_QUEUE_WIDTH, 3 * _QUEUE_WIDTH])
        self.setLayout(down(halves, margins=Space.M))

    def _more(self, verbs: VerbSet) -> QPushButton:
        """The verbs without a place of their own, for whoever opens no context menu."""
        made = button(self.tr("More"), Glyph.MORE_HORIZONTAL, Kind.PLAIN)
        menu = QMenu(made)
        menu.setToolTipsVisible(True)
        menu.addActions([verbs.action(verb.id) for verb in verbs if verb.id not in _PLACED])
        made.setMenu(menu)
        return made

    def _left(self) -> QFrame:
        """The pane of files, and below them what holds for all of them."""
        hint = label(
            self.tr("Files and folders can be dropped here; files and rows of Excel pasted with Ctrl+V."),
            Role.CAPTION,
            "muted",
            wrap=True,
        )
        foot = boxed(
            down(
                self.walking,
                self.reading,
                self.tally,
                self.ready_button,
                self.return_all_button,
                hint,
                Flow((self.records_button, self.more_button, None, self.by_state_button)),
                margins=(12, 8, 12, 10),
            )
        )
        heading = label(self.tr("Import queue"), Role.HEADING)
        return Pane(self.queue, (heading, None, self.add_button), foot)

    def show_notice(self, banner: Banner | None) -> None:
        """Show a banner above the file in place of the one before; None takes it away."""
        self._notice.show_banner(banner)

    def show_instead(self, empty: EmptyState | None) -> None:
        """Show words in place of the rows; None shows the rows."""
        self._fronts.setCurrentWidget(self.front)
        self._stack.show_instead(empty)


def _kind(verb: str) -> Kind:
    return {"import_rows": Kind.PRIMARY, "records": Kind.LINK, "by_state": Kind.LINK}.get(verb, Kind.NORMAL)
