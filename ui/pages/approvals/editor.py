"""The editor of a material: title, day needed and the text in its light markup."""

import datetime as dt

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QFrame,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from ui.messages import sentence, text
from ui.theme.icons import Glyph
from ui.theme.tokens import Role, Space
from ui.widgets.banner import Banner
from ui.widgets.buttons import Kind, button
from ui.widgets.labels import label
from ui.widgets.layouts import across, down
from ui.widgets.notice import Notice
from xcdesk import clock
from xcdesk.codes import MaterialKind, MaterialState
from xcdesk.errors import DeskError
from xcdesk.services import approvals
from xcdesk.services.approvals import MaterialDetail, MaterialRow, NewMaterial, TextChange
from xcdesk.services.record.actor import Actor

_STALE = frozenset(("material.changed", "desk.stale"))
_REVIEWED = frozenset((MaterialState.IN_REVIEW, MaterialState.APPROVED))
_LONGEST_TITLE = 200


class MaterialEditor(QFrame):
    """Writes one text; a refused save leaves everything that was typed where it is."""

    saved = Signal(object)  # MaterialRow
    left = Signal()

    def __init__(self, actor: Actor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pane")
        self._actor = actor
        self._row: MaterialRow | None = None
        self._clean: TextChange | None = None
        self.heading = label("", Role.TITLE)
        self.kind = QComboBox()
        self.kind.setAccessibleName(self.tr("Kind"))
        for each in MaterialKind:
            self.kind.addItem(text(f"material.kind.{each.value}"), each)
        self.title = QLineEdit()
        self.title.setAccessibleName(self.tr("Title"))
        self.title.setMaxLength(_LONGEST_TITLE)
        self.title.setPlaceholderText(self.tr("Title"))
        self.needed = QCheckBox(self.tr("Needed by"))
        self.day = QDateEdit()
        self.day.setAccessibleName(self.tr("Needed by"))
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("yyyy-MM-dd")
        self.needed.toggled.connect(self.day.setEnabled)
        self.body = QPlainTextEdit()
        self.body.setAccessibleName(self.tr("Text"))
        self.body.setTabChangesFocus(True)
        self._notice = Notice()
        self.save_button = button(self.tr("Save"), Glyph.SAVE, Kind.PRIMARY, self.save)
        self.cancel_button = button(self.tr("Cancel"), None, Kind.NORMAL, self.leave)
        self._lay_out()
        self._keys(QKeySequence.StandardKey.Save, self.save)
        self._keys(QKeySequence(Qt.Key.Key_Escape), self.leave)

    def start_new(self) -> None:
        """Begin a new material."""
        self._row = None
        self.heading.setText(self.tr("New material"))
        self.kind.setCurrentIndex(self.kind.findData(MaterialKind.NOTICE))
        self.kind.show()
        self._fill(TextChange("", ""))
        self.title.setFocus()

    def start_edit(self, seen: MaterialDetail) -> None:
        """Begin to change the text of a material as it is now."""
        self._row = seen.row
        self.heading.setText(self.tr("Edit “{title}”").format(title=seen.row.title))
        self.kind.hide()
        self._fill(TextChange(seen.row.title, seen.text, seen.row.needed_by))
        if seen.row.state in _REVIEWED:
            words = self.tr(
                "A changed text is reviewed again from the first step, and you cannot sign it off yourself."
            )
            self._show(Banner("info", self.tr("This text is in review or signed off"), words))
        self.body.setFocus()

    def typed(self) -> TextChange:
        """What stands in the editor now."""
        day = self.day.date()
        needed_by = dt.date(day.year(), day.month(), day.day()) if self.needed.isChecked() else None
        return TextChange(self.title.text(), self.body.toPlainText(), needed_by)

    def unsaved(self) -> bool:
        """Whether what stands in the fields differs from what was read or saved last."""
        return self.typed() != self._clean

    def save(self) -> None:
        """Save and close; a refusal is shown above the text, which stays."""
        try:
            row = self._write(self.typed())
        except DeskError as error:
            self._refuse(error)
            return
        self._clean = self.typed()
        self.saved.emit(row)

    def leave(self) -> None:
        """Close; a text that was not saved is asked about first."""
        if not self.unsaved():
            self.left.emit()
            return
        ways = (
            button(self.tr("Save"), Glyph.SAVE, Kind.NORMAL, self.save),
            button(self.tr("Throw away what I typed"), None, Kind.NORMAL, self.left.emit),
        )
        self._show(Banner("warn", self.tr("What you typed is not saved yet"), actions=ways))
        ways[0].setFocus()

    def _write(self, change: TextChange) -> MaterialRow:
        if self._row is None:
            kind = MaterialKind(self.kind.currentData())
            new = NewMaterial(kind, change.title, change.text, change.needed_by)
            return approvals.create(self._actor, new)
        return approvals.edit(self._actor, self._row.id, change, version=self._row.version)

    def _refuse(self, error: DeskError) -> None:
        ways = []
        if error.code in _STALE:
            words = self.tr("Copy my text, show the present one")
            ways.append(button(words, Glyph.COPY, Kind.NORMAL, self._take_present))
        self._show(Banner("warn", self.tr("Not saved"), sentence(error), ways))
        if error.code == "material.untitled":
            self.title.setFocus()

    def _take_present(self) -> None:
        """Put what was typed on the clipboard and read the text as another left it."""
        if self._row is None:
            return
        QGuiApplication.clipboard().setText(self.body.toPlainText())
        self.start_edit(approvals.detail(self._actor, self._row.id))

    def _fill(self, text_now: TextChange) -> None:
        self._notice.show_banner(None)
        self.title.setText(text_now.title)
        self.body.setPlainText(text_now.text)
        day = text_now.needed_by or clock.today() + dt.timedelta(days=1)
        self.day.setDate(QDate(day.year, day.month, day.day))
        self.needed.setChecked(text_now.needed_by is not None)
        self.day.setEnabled(self.needed.isChecked())
        self._clean = self.typed()

    def _show(self, banner: Banner) -> None:
        self._notice.show_banner(banner)

    def _keys(self, keys: QKeySequence | QKeySequence.StandardKey, act: object) -> None:
        made = QShortcut(keys, self)
        made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.activated.connect(act)

    def _lay_out(self) -> None:
        legend = self.tr(
            "One block a line:  # title   ## section   > source   一、heading   {mark} caption   "
            "| table | row |   ^ note under a table;  anything else is a paragraph."
        )
        column = down(
            across(self.heading, None, self.cancel_button, self.save_button),
            self._notice,
            across(self.kind, self.title, self.needed, self.day),
            self.body,
            label(legend.format(mark="!"), Role.CAPTION, "muted", wrap=True),
            margins=(Space.L, 10, Space.L, Space.M),
            gap=Space.S,
        )
        column.setStretch(3, 1)
        self.setLayout(column)
