"""The lower part of a material: its text with comments, what changed, its versions, its record."""

from PySide6.QtCore import QAbstractItemModel, QSize, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from ui.desk import Desk
from ui.editor.text_view import TextView
from ui.pages.approvals.comment_acts import CommentActs
from ui.pages.approvals.comments_pane import CommentsPane
from ui.pages.approvals.compare_panel import ComparePanel
from ui.pages.approvals.figures import Figures
from ui.tablemodels.material_ways import WAY_COLUMNS, Way, ways
from ui.tablemodels.materials import EVENT_COLUMNS, VERSION_COLUMNS, RecordsModel
from ui.theme import theme
from ui.theme.tokens import Role, Space
from ui.widgets.elided import Elided
from ui.widgets.flow import Flow
from ui.widgets.labels import label
from ui.widgets.layouts import across, boxed, down
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.table_view import TableView
from xcdesk.services.approvals import EventRow, MaterialDetail, VersionRow
from xcdesk.services.approvals.trace import Span

_LEAST_LINES = 7
"""Lines of text that are shown however low the window is."""
TEXT, CHANGES, VERSIONS, RECORD, WAYS = "text", "changes", "versions", "record", "ways"


class TextPanel(QWidget):
    """Text, changes, versions and record of one material, one at a time."""

    refused = Signal(object)  # DeskError

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seen: MaterialDetail | None = None
        self.segments = Segmented(
            (
                Segment(TEXT, self.tr("Text")),
                Segment(CHANGES, self.tr("Changes")),
                Segment(VERSIONS, self.tr("Versions")),
                Segment(RECORD, self.tr("Record")),
                Segment(WAYS, self.tr("What next")),
            )
        )
        self.note = Elided(Role.CAPTION, "text3")
        self.figures = Figures()
        self.text = TextView(self.figures)
        self.text.setAccessibleName(self.tr("Text"))
        self.comments = CommentsPane()
        self._commenting = CommentActs(desk, self.comments, self.refused.emit)
        self._commenting.changed.connect(self._show_comments)
        self.compare = ComparePanel()
        self.changes = self.compare.view
        self._versions: RecordsModel[VersionRow] = RecordsModel(VERSION_COLUMNS, self)
        self.versions = _table(self._versions, (150, 120, 170, 90, 120))
        self.versions.setAccessibleName(self.tr("Versions; Enter shows what a version changed"))
        self.versions.activated.connect(lambda index: self._compare_line(index.row()))
        self._events: RecordsModel[EventRow] = RecordsModel(EVENT_COLUMNS, self)
        self.record = _table(self._events, (170, 150, 80, 100, 150, 120))
        self.record.setAccessibleName(self.tr("Record"))
        self._ways: RecordsModel[Way] = RecordsModel(WAY_COLUMNS, self)
        self.ways = _table(self._ways, (120, 170, 230, 300), state=1)
        self.ways.setAccessibleName(self.tr("What can be done now, by whom, and why not by you"))
        self._lay_out()

    def show_material(self, seen: MaterialDetail) -> None:
        """Show another material, or the same as it is now."""
        if self._seen is None or self._seen.row.id != seen.row.id:
            self.segments.choose(TEXT)
        if self._seen is None or self._seen.text != seen.text:
            self.figures.forget()
            self.text.set_markup(seen.text)
        self._seen = seen
        self._versions.set_rows(seen.versions)
        self.versions.select_row(0)
        self._events.set_rows(tuple(reversed(seen.events)))
        self.compare.show_material(seen)
        self.note.set_text(self.compare.words())
        self._show_comments()
        self._show_ways()

    def show_changes(self, older: int, newer: int) -> None:
        """Bring what one version changed of another to the front."""
        self.compare.compare(older, newer)
        self.segments.choose(CHANGES)

    def compared(self) -> Span | None:
        """The versions that are being compared; None where nobody looks at changes."""
        return self.compare.span() if self.segments.key == CHANGES else None

    def begin_comment(self) -> None:
        """Let a comment on the passage chosen be typed."""
        self.segments.choose(TEXT)
        self.comments.show()
        self.comments.begin()

    def view(self) -> QWidget:
        """The view in front that takes the keyboard."""
        return self._views[self.segments.key]

    def _turn(self, key: str) -> None:
        self._stack.setCurrentIndex(list(self._views).index(key))
        self._show_ways()

    def _show_ways(self) -> None:
        """Everybody is asked about every act: only while somebody looks at it."""
        if self._seen is not None and self.segments.key == WAYS:
            self._ways.set_rows(ways(self._seen))

    def _show_comments(self) -> None:
        if self._seen is None:
            return
        text = self._seen.text
        rows = self._commenting.show(self._seen, self.text, lambda: text)
        self.comments.setVisible(bool(rows))

    def _compare_line(self, line: int) -> None:
        version = self._versions.row_at(line)
        if version is not None:
            self.compare.compare(version.revision - 1, version.revision)
            self.note.set_text(self.compare.words())
            self.segments.choose(CHANGES)
            self.changes.setFocus()

    def _lay_out(self) -> None:
        self._views: dict[str, QWidget] = {
            TEXT: self.text,
            CHANGES: self.changes,
            VERSIONS: self.versions,
            RECORD: self.record,
            WAYS: self.ways,
        }
        self._stack = _Stack()
        self._stack.setMinimumHeight(_LEAST_LINES * theme.line_height())
        beside = across(self.text, self.comments, gap=Space.S)
        beside.setStretch(0, 1)
        for part in (boxed(beside), self.compare, self.versions, self.record, self.ways):
            self._stack.addWidget(part)
        self.segments.chosen.connect(self._turn)
        self.compare.compared.connect(lambda: self.note.set_text(self.compare.words()))
        name = boxed(across(label(self.tr("Text"), Role.HEADING), self.note))
        column = down(Flow((name, None, self.segments)), self._stack, gap=6)
        column.setStretch(1, 1)
        self.setLayout(column)


class _Stack(QStackedWidget):
    """Asks for the least height: a text as high as it would like to be would make the whole pane scroll."""

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.minimumHeight())


def _table(model: QAbstractItemModel, widths: tuple[int, ...], state: int = 3) -> TableView:
    """A table whose last column takes what is left; column ``state`` is a state cell."""
    made = TableView(states=(state,))
    made.setModel(model)
    made.set_widths(widths, stretch=len(widths) - 1)
    return made
