"""A line of text with chips before it: what narrows a search stands in the box as a thing of its own."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from typing_extensions import override

from ui.theme import theme
from ui.theme.icons import Glyph, icon
from ui.theme.tokens import TEXT_SIZES, Space
from ui.widgets.buttons import Kind
from ui.widgets.labels import caption, tip
from xcdesk.normalise import in_order

_BEFORE_CHIPS = 28
"""Pixels that the border and the drawing at the left take."""
_AROUND_HINT = 52
_LONGEST_CHIP = 150
_ROOM_TO_TYPE = 150
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 8,
    Qt.Key.Key_PageUp: -8,
}


class ChipField(QLineEdit):
    """Backspace at the head of the text, or a click on a chip, takes it away; arrows move in a list below.

    The text is typed by the user alone; whoever changes it from outside says nothing by ``textEdited``.
    """

    chip_removed = Signal(int)
    stepped = Signal(int)  # rows down; up below 0
    accepted = Signal()
    left = Signal()
    entered = Signal()
    key_asked = Signal(int)  # F2 or Del that has nothing to do in the text
    narrowed = Signal()  # Tab while a chip is on offer

    def __init__(self, hint: str, shortcut: str, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._width = width
        self._chips: list[QPushButton] = []
        self._words: tuple[str, ...] = ()
        self.offering = False  # whether Tab takes a chip, not the focus away
        self._hint = f"{hint}  {shortcut}"
        self.setPlaceholderText(self._hint)
        self.setAccessibleName(hint)
        self.addAction(icon(Glyph.SEARCH, "text3"), QLineEdit.ActionPosition.LeadingPosition)

    def show_chips(self, words: Sequence[str]) -> None:
        """Show these chips, in place of those before."""
        for chip in self._chips:
            chip.hide()
            chip.deleteLater()
        self._chips = [self._chip(at, word) for at, word in enumerate(words)]
        self.setPlaceholderText("" if words else self._hint)
        self._words = tuple(words)
        self.tell("")
        self.updateGeometry()
        self._place()

    def tell(self, row: str) -> None:
        """Let a screen reader say the chips and the row of the list below that is current."""
        self.setAccessibleDescription("，".join(filter(None, (*self._words, row))))

    def _show_hint(self) -> None:
        """Show the hint with its key where both fit; the tooltip has them anyway."""
        room = self.width() - _AROUND_HINT
        whole = self.fontMetrics().horizontalAdvance(self._hint) <= room
        self.setPlaceholderText(self._hint if whole else self.accessibleName())
        self.setToolTip(tip("" if whole else self._hint))

    @override
    def sizeHint(self) -> QSize:
        chips = sum(chip.width() + Space.XS for chip in self._chips)
        hint = self.fontMetrics().horizontalAdvance("" if self._words else self._hint) + _AROUND_HINT
        wish = max(hint, _BEFORE_CHIPS + chips + _ROOM_TO_TYPE)
        # In large text the tabs beside need the room that the box has to spare.
        usual = self._width if theme.current().text_size == TEXT_SIZES[0] else 0
        return QSize(max(usual, wish), super().sizeHint().height())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in _STEPS:
            self.stepped.emit(_STEPS[Qt.Key(key)])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.accepted.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key == Qt.Key.Key_Backspace and self._chips and not self._before_cursor():
            self.chip_removed.emit(len(self._chips) - 1)
        elif key == Qt.Key.Key_F2 or (key == Qt.Key.Key_Delete and not self.text()):
            self.key_asked.emit(key)
        else:
            super().keyPressEvent(event)

    @override
    def event(self, event: QEvent) -> bool:
        tab = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Tab and not event.modifiers()
        if tab and self.offering and event.type() == QEvent.Type.KeyPress:
            self.narrowed.emit()
            return True
        return super().event(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        reason, filled = event.reason(), bool(self.text() or self._chips)
        if reason == Qt.FocusReason.PopupFocusReason:
            return
        if filled or reason != Qt.FocusReason.ActiveWindowFocusReason:
            self.entered.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()
        if not self._words:
            self._show_hint()

    def _before_cursor(self) -> bool:
        return bool(self.cursorPosition() or self.hasSelectedText())

    def _chip(self, at: int, word: str) -> QPushButton:
        chip = QPushButton(self)
        chip.setProperty("kind", Kind.CHIP.value)
        chip.setProperty("small", True)
        chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        chip.setCursor(Qt.CursorShape.ArrowCursor)
        chip.setAutoDefault(False)
        chip.setIcon(icon(Glyph.DISMISS, "text3"))
        chip.setIconSize(QSize(12, 12))
        chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the cross stands behind the word
        around = 36
        shown = chip.fontMetrics().elidedText(
            in_order(word), Qt.TextElideMode.ElideRight, _LONGEST_CHIP - around
        )
        chip.setText(caption(shown))
        chip.setToolTip(tip(self.tr("{chip}: click or Backspace takes it away").format(chip=word)))
        chip.setAccessibleName(self.tr("Take away {chip}").format(chip=word))
        chip.clicked.connect(lambda: self.chip_removed.emit(at))
        chip.adjustSize()
        chip.resize(min(chip.width(), _LONGEST_CHIP), chip.height())
        chip.show()
        return chip

    def _place(self) -> None:
        """Chips side by side; of more than there is room for the first ones give way."""
        room = self.width() - _BEFORE_CHIPS - _ROOM_TO_TYPE // 2
        shown = list(self._chips)
        while len(shown) > 1 and sum(chip.width() + Space.XS for chip in shown) > room:
            shown.pop(0)
        x = _BEFORE_CHIPS
        for chip in self._chips:
            chip.setVisible(chip in shown)
            if chip in shown:
                chip.move(x, (self.height() - chip.height()) // 2)
                x += chip.width() + Space.XS
        self.setTextMargins(x - _BEFORE_CHIPS, 0, 0, 0)
