"""Fields of forms: a day, one of a list, a line of text, many lines."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QIntValidator, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QWidget,
)
from typing_extensions import override

from ui.theme import theme
from ui.widgets.labels import tip
from xcdesk.normalise import in_order

_CHROME = 22
_AROUND_TEXT = 46
"""Pixels of a field that border, padding and a drawing at its end take at most."""


@dataclass(frozen=True, slots=True)
class Option:
    """One entry of a list: its key, which is stored, and its word, which is shown."""

    key: str
    text: str


class PickBox(QComboBox):
    """One of a few options; typing the first letters finds one. Its tooltip is what it has no room for."""

    def __init__(self, options: Sequence[Option] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.currentTextChanged.connect(self._tell_whole)
        self.set_options(options)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_whole(self.currentText())

    def _tell_whole(self, chosen: str) -> None:
        """Say in the tooltip what does not fit into the box."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        self.setToolTip(tip("" if option.currentText == chosen else chosen))

    @override
    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        super().initStyleOption(option)
        words = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, words, self).width()
        option.currentText = self.fontMetrics().elidedText(
            in_order(option.currentText), Qt.TextElideMode.ElideRight, room
        )

    def set_options(self, options: Sequence[Option]) -> None:
        """Offer other options; the chosen one stays if it is among them."""
        kept = self.key()
        self.clear()
        for option in options:
            self.addItem(in_order(option.text), option.key)
        self.choose(kept)

    def key(self) -> str:
        """Key of the chosen option; empty when there is none."""
        return str(self.currentData() or "")

    def choose(self, key: str) -> None:
        """Choose the option with ``key``, or the first one if there is none such."""
        at = self.findData(key)
        self.setCurrentIndex(at if at >= 0 else min(0, self.count() - 1))


class DayField(QDateEdit):
    """A day, typed or taken from a calendar."""

    def __init__(self, value: dt.date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCalendarPopup(True)
        self.setDisplayFormat("yyyy-MM-dd")
        self.set_day(value)

    def day(self) -> dt.date:
        """The day shown."""
        shown = self.date()
        return dt.date(shown.year(), shown.month(), shown.day())

    def set_day(self, value: dt.date) -> None:
        """Show another day."""
        self.setDate(QDate(value.year, value.month, value.day))


class NumberField(QLineEdit):
    """A whole number from 0 to ``most``, typed or stepped with the arrow keys."""

    def __init__(self, value: int, most: int) -> None:
        super().__init__(str(value))
        self._most = most
        self.setValidator(QIntValidator(0, most, self))

    def value(self) -> int:
        """The number typed; 0 while there is none."""
        return min(self._most, int(self.text() or 0))

    def set_value(self, value: int) -> None:
        """Show another number."""
        self.setText(str(min(max(0, value), self._most)))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.set_value(self.value() + step)


def room_for(field: QLineEdit, text: str, least: int) -> int:
    """Width at which a field shows the whole of ``text``, in any font."""
    return max(least, field.fontMetrics().horizontalAdvance(text) + _AROUND_TEXT)


def text_field(value: str = "", limit: int = 200, hint: str = "") -> QLineEdit:
    """A line of text of at most ``limit`` characters."""
    made = QLineEdit(value)
    made.setMaxLength(limit)
    made.setPlaceholderText(hint)
    return made


def secret_field(limit: int = 128) -> QLineEdit:
    """A line for a password: shown as dots, kept out of the clipboard and of an input method's memory."""
    made = QLineEdit()
    made.setMaxLength(limit)
    made.setEchoMode(QLineEdit.EchoMode.Password)
    hints = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
    made.setInputMethodHints(made.inputMethodHints() | hints)
    return made


def long_field(value: str = "", lines: int = 4, hint: str = "") -> QPlainTextEdit:
    """Several lines of plain text; Tab leaves the field."""
    made = QPlainTextEdit(value)
    made.setTabChangesFocus(True)
    made.setPlaceholderText(hint)
    made.setMinimumHeight(lines * theme.line_height() + _CHROME)
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
    return made
