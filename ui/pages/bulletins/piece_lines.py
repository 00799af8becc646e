"""The lines above the text of a piece: title, source, author, as far as a piece of its kind has them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from ui.theme.tokens import Role, Space
from ui.widgets.fields import text_field
from ui.widgets.labels import label
from xcdesk.codes import OF_ONE_ISSUE, PieceKind
from xcdesk.services.issuing.pieces import PieceRow
from xcdesk.services.issuing.tray import AUTHOR_LIMIT, SOURCE_LIMIT, TITLE_LIMIT

_UNTITLED = frozenset((PieceKind.TEXT, PieceKind.NOTE))


class PieceLines(QWidget):
    """Three fields with their names."""

    typed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = text_field(limit=TITLE_LIMIT)
        self.source = text_field(limit=SOURCE_LIMIT)
        self.author = text_field(limit=AUTHOR_LIMIT)
        self._names: dict[QLineEdit, QLabel] = {
            self.title: label(self.tr("Title"), Role.CAPTION, "muted"),
            self.source: label(self.tr("Source"), Role.CAPTION, "muted"),
            self.author: label(self.tr("Author"), Role.CAPTION, "muted"),
        }
        for field, name in self._names.items():
            field.setAccessibleName(name.text())
            field.textEdited.connect(self.typed)
        self.setLayout(self._grid())

    def show_row(self, row: PieceRow | None) -> None:
        """Show the lines of another piece; None empties them."""
        self.title.setText(row.title if row else "")
        self.source.setText(row.source_line if row else "")
        self.author.setText(row.author if row else "")

    def set_up(self, row: PieceRow | None, *, writable: bool) -> None:
        """Show the fields that a piece of this kind has, with what is printed where they are empty."""
        sentence = row is not None and row.sentence
        titled = row is None or not (row.kind in _UNTITLED or sentence)
        sourced = row is None or row.kind not in OF_ONE_ISSUE
        for field, has in ((self.title, titled), (self.source, sourced), (self.author, sourced)):
            field.setVisible(has)
            self._names[field].setVisible(has)
            field.setReadOnly(not writable)
        self.setVisible(titled or sourced)
        figure = row is not None and row.kind == PieceKind.FIGURE and not sentence
        self.title.setPlaceholderText(row.name if row is not None and figure else "")
        self.source.setPlaceholderText(row.source if row is not None and not row.source_line else "")

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.S)
        grid.setVerticalSpacing(Space.S)
        grid.addWidget(self._names[self.title], 0, 0)
        grid.addWidget(self.title, 0, 1, 1, 3)
        grid.addWidget(self._names[self.source], 1, 0)
        grid.addWidget(self.source, 1, 1)
        grid.addWidget(self._names[self.author], 1, 2)
        grid.addWidget(self.author, 1, 3)
        grid.setColumnStretch(1, 3)
        grid.setColumnStretch(3, 2)
        return grid
