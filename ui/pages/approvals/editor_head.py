"""The fields over the text of a material: its kind, its title and the day it is needed."""

import datetime as dt

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateEdit, QLineEdit, QWidget

from ui.messages import text
from ui.theme.tokens import Role
from ui.widgets.buttons import restyle
from ui.widgets.labels import label
from ui.widgets.layouts import across
from xcdesk import clock
from xcdesk.codes import MaterialKind
from xcdesk.texts import proofing

LONGEST_TITLE = 200


class EditorHead(QWidget):
    """One row of fields; the length of the title is counted beside it."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = QComboBox()
        self.kind.setAccessibleName(self.tr("Kind"))
        for each in MaterialKind:
            self.kind.addItem(text(f"material.kind.{each.value}"), each)
        self.title = QLineEdit()
        self.title.setAccessibleName(self.tr("Title"))
        self.title.setMaxLength(LONGEST_TITLE)
        self.title.setPlaceholderText(self.tr("Title"))
        self.length = label("", Role.CAPTION, "muted")
        self.needed = QCheckBox(self.tr("Needed by"))
        self.day = QDateEdit()
        self.day.setAccessibleName(self.tr("Needed by"))
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("yyyy-MM-dd")
        self.needed.toggled.connect(self.day.setEnabled)
        self.needed.toggled.connect(lambda _: self.changed.emit())
        self.day.dateChanged.connect(lambda _: self.changed.emit())
        self.kind.currentIndexChanged.connect(lambda _: self.changed.emit())
        self.title.textChanged.connect(self._follow_title)
        row = across(self.kind, self.title, self.length, self.needed, self.day)
        row.setStretch(1, 1)
        self.setLayout(row)

    def chosen_kind(self) -> MaterialKind:
        """Kind of a new material."""
        return MaterialKind(self.kind.currentData())

    def choose_kind(self, kind: MaterialKind) -> None:
        """Show another kind."""
        self.kind.setCurrentIndex(self.kind.findData(kind))

    def needed_by(self) -> dt.date | None:
        """Day needed; None where none is set."""
        day = self.day.date()
        return dt.date(day.year(), day.month(), day.day()) if self.needed.isChecked() else None

    def show_fields(self, title: str, needed_by: dt.date | None) -> None:
        """Show another title and day."""
        self.title.setText(title)
        self._follow_title(title)
        day = needed_by or clock.today() + dt.timedelta(days=1)
        self.day.setDate(QDate(day.year, day.month, day.day))
        self.needed.setChecked(needed_by is not None)
        self.day.setEnabled(self.needed.isChecked())

    def _follow_title(self, title: str) -> None:
        self.length.setText(f"{len(title)} / {proofing.LONG_TITLE}")
        self.length.setProperty("tone", "warn" if len(title) > proofing.LONG_TITLE else "muted")
        restyle(self.length)
        self.changed.emit()
