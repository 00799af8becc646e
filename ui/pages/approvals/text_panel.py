"""The lower part of a material: its text, what changed, its versions, its record."""

from PySide6.QtCore import QAbstractItemModel
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.tablemodels.materials import EVENT_COLUMNS, VERSION_COLUMNS, RecordsModel
from ui.theme.tokens import Role
from ui.widgets.labels import label
from ui.widgets.layouts import across, down
from ui.widgets.markup_view import MarkupView
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.table_view import TableView
from xcdesk.services import approvals
from xcdesk.services.approvals import EventRow, MaterialDetail, VersionRow

TEXT, CHANGES, VERSIONS, RECORD = "text", "changes", "versions", "record"


class TextPanel(QWidget):
    """Text, changes, versions and record of one material, one at a time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seen: MaterialDetail | None = None
        self._newer = 0
        self.segments = Segmented(
            (
                Segment(TEXT, self.tr("Text")),
                Segment(CHANGES, self.tr("Changes")),
                Segment(VERSIONS, self.tr("Versions")),
                Segment(RECORD, self.tr("Record")),
            )
        )
        self.note = label("", Role.CAPTION, "muted")
        self.text = MarkupView()
        self.text.setAccessibleName(self.tr("Text"))
        self.changes = MarkupView()
        self.changes.setAccessibleName(self.tr("Changes"))
        self._versions: RecordsModel[VersionRow] = RecordsModel(VERSION_COLUMNS, self)
        self.versions = _table(self._versions, (150, 120, 130, 90, 120))
        self.versions.setAccessibleName(self.tr("Versions; Enter shows what a version changed"))
        self.versions.activated.connect(lambda index: self._compare_line(index.row()))
        self._events: RecordsModel[EventRow] = RecordsModel(EVENT_COLUMNS, self)
        self.record = _table(self._events, (130, 150, 80, 100, 150, 120))
        self.record.setAccessibleName(self.tr("Record"))
        self._views = {
            TEXT: self.text,
            CHANGES: self.changes,
            VERSIONS: self.versions,
            RECORD: self.record,
        }
        self._stack = QStackedWidget()
        for view in self._views.values():
            self._stack.addWidget(view)
        self.segments.chosen.connect(self._turn)
        head = across(label(self.tr("Text"), Role.HEADING), self.note, None, self.segments)
        column = down(head, self._stack, gap=6)
        column.setStretch(1, 1)
        self.setLayout(column)

    def show_material(self, seen: MaterialDetail) -> None:
        """Show another material, or the same as it is now."""
        if self._seen is None or self._seen.row.id != seen.row.id:
            self.segments.choose(TEXT)
        self._seen = seen
        self.text.show_text(seen.text)
        self._versions.set_rows(seen.versions)
        self.versions.select_row(0)
        self._events.set_rows(tuple(reversed(seen.events)))
        self._compare(seen.row.revision)

    def show_changes(self) -> None:
        """Bring what the newest version changed to the front."""
        if self._seen is not None:
            self._compare(self._seen.row.revision)
        self.segments.choose(CHANGES)

    def view(self) -> QWidget:
        """The view in front."""
        return self._views[self.segments.key]

    def _turn(self, key: str) -> None:
        self._stack.setCurrentWidget(self._views[key])

    def _compare_line(self, line: int) -> None:
        version = self._versions.row_at(line)
        if version is not None:
            self._compare(version.revision)
            self.segments.choose(CHANGES)
            self.changes.setFocus()

    def _compare(self, newer: int) -> None:
        """Show how ``newer`` differs from the version before it."""
        if self._seen is None:
            return
        if newer == 1:
            self.changes.show_changes(())
            self.note.setText(self.tr("first revision"))
            return
        found = approvals.diff(self._seen.row.id, newer - 1, newer)
        self.changes.show_changes(found.lines)
        words = self.tr("revision {newer}, {count} line(s) changed since revision {older}")
        self.note.setText(words.format(newer=newer, older=newer - 1, count=found.changed))


def _table(model: QAbstractItemModel, widths: tuple[int, ...]) -> TableView:
    """A table whose last column takes what is left; its fourth column is a state cell."""
    made = TableView(states=(3,))
    made.setModel(model)
    made.set_widths(widths, stretch=len(widths) - 1)
    return made
