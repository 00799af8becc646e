"""The first start: four ways to begin, and where the data will lie."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QPushButton, QVBoxLayout, QWidget

import xcdesk
from ui.dialogs.connect import ConnectDialog
from ui.help.key import show_help
from ui.language import language
from ui.tasks import Task
from ui.theme import theme
from ui.theme.icons import Glyph
from ui.theme.tokens import Role, Space
from ui.widgets.banner import Banner, GlyphBox
from ui.widgets.buttons import Kind, button
from ui.widgets.labels import label
from ui.widgets.layouts import across, boxed, down
from ui.widgets.notice import Notice
from ui.widgets.progress_strip import ProgressStrip
from ui.widgets.scroll import ScrollColumn
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.window_size import usual_size
from xcdesk.errors import DeskError

_WIDTH = 720


class FirstRun(QWidget):
    """Shown when there is no database to open. Says what was chosen; `ui.app` carries it out."""

    help_topic = "first-bulletin"
    new_office = Signal(tuple)  # of Path: spreadsheets to begin with, none for an empty office
    practice = Signal()
    connect_to = Signal(str)  # path or address
    start_from = Signal(object)  # Path of a backup
    language_chosen = Signal(str)

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ground")
        self.setWindowTitle(self.tr("Publicity desk"))
        usual_size(self, 1100, 760)
        self._notice = Notice()
        self._strip = ProgressStrip()
        column = boxed(self._column(folder))
        column.setFixedWidth(theme.pane_width(_WIDTH))
        middle = across(None, column, None)
        self._ways = ScrollColumn((None, middle, None), margins=Space.L)
        self.setLayout(down(self._strip, self._ways))
        self.choose_files.setFocus()

    def watch(self, task: Task, note: str) -> None:
        """Show the progress of what was chosen; nothing else can be chosen meanwhile."""
        self._strip.watch(task, note)
        self._ways.setEnabled(False)

    def show_refusal(self, error: DeskError) -> None:
        """Say above the cards why the last choice, or the database named at the start, did not open."""
        self._notice.refuse(self.tr("This database was not opened"), error)

    def _column(self, folder: Path) -> QVBoxLayout:
        self.choose_files = _way(self.tr("Choose files…"), self._ask_files, Kind.PRIMARY)
        self.start_empty = _way(self.tr("Start empty"), self._start_empty, Kind.LINK)
        self.open_practice = _way(self.tr("Open practice data"), self.practice.emit)
        self.connect_button = _way(self.tr("Connect…"), self._ask_address)
        self.restore = _way(self.tr("Choose backup…"), self._ask_backup)
        return down(
            label(self.tr("Publicity desk"), Role.FIGURE),
            label(
                self.tr(
                    "First start. Choose a way to begin; you can change it later. "
                    "Data stay where you put them."
                ),
                tone="second",
                wrap=True,
            ),
            self._notice,
            *self._options(),
            Banner(
                "info",
                self.tr("Data will lie in {folder}").format(folder=folder),
                self.tr("Live data belong on a disk of this machine, not on a shared or a removable one."),
            ),
            self._foot(),
            gap=Space.M,
        )

    def _options(self) -> Sequence[QWidget]:
        """The ways to begin."""
        return (
            _option(
                Glyph.DOCUMENT_ADD,
                self.tr("Start from your present Excel files"),
                self.tr("Choose a table you use now; see what was read before it is written."),
                self.start_empty,
                self.choose_files,
            ),
            _option(
                Glyph.PLAY,
                self.tr("Try it with practice data"),
                self.tr("Invented data in a window with a red frame, wholly apart from real data."),
                self.open_practice,
            ),
            _option(
                Glyph.DATABASE,
                self.tr("Connect to the data of your office"),
                self.tr("For several desks that share one database; your administrator knows its address."),
                self.connect_button,
            ),
            _option(
                Glyph.ARCHIVE,
                self.tr("Start from a backup"),
                self.tr("On a new computer, or when the data are damaged: the backup becomes a new file."),
                self.restore,
            ),
        )

    def _foot(self) -> QWidget:
        # Each language is named in itself, so that whoever cannot read the window finds theirs.
        words = Segmented((Segment("zh", "简体中文"), Segment("en", "English")))
        words.choose(language())
        words.chosen.connect(self.language_chosen)
        version = self.tr("Version {version}").format(version=xcdesk.__version__)
        return boxed(
            across(
                label(self.tr("Language"), Role.CAPTION, "muted"),
                words,
                None,
                _way(self.tr("How to begin, in ten steps"), lambda: show_help(self), Kind.LINK),
                label(version, Role.CAPTION, "muted"),
            )
        )

    def _start_empty(self) -> None:
        self.new_office.emit(())

    def _ask_files(self) -> None:
        kinds = QCoreApplication.translate("FirstRun", "Tables (*.xlsx *.xls *.et *.ods *.csv)")
        names, _ = QFileDialog.getOpenFileNames(self, self.choose_files.text(), "", kinds)
        if names:
            self.new_office.emit(tuple(Path(name) for name in names))

    def _ask_backup(self) -> None:
        kinds = self.tr("Backups (*.db)")
        name, _ = QFileDialog.getOpenFileName(self, self.restore.text(), "", kinds)
        if name:
            self.start_from.emit(Path(name))

    def _ask_address(self) -> None:
        dialog = ConnectDialog(self)
        dialog.addressed.connect(self.connect_to)
        dialog.open()


def _way(text: str, act: Callable[[], object], kind: Kind = Kind.NORMAL) -> QPushButton:
    return button(text, None, kind, act)


def _option(glyph: Glyph, title: str, text: str, *ways: QPushButton) -> QFrame:
    words = down(label(title, Role.HEADING), label(text, tone="second", wrap=True), gap=Space.XS)
    row = across(
        GlyphBox(glyph, "accent_text"), words, *ways, margins=(Space.L, Space.M, Space.L, Space.M), gap=14
    )
    row.setStretch(1, 1)
    return boxed(row, "card")
