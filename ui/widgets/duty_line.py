"""One line of a card: a state, what it is about, and the one thing to do about it."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from ui.messages import text
from ui.theme import theme
from ui.theme.tokens import LOOKS, Radius, Role, Space, State
from ui.widgets.buttons import Kind, button
from ui.widgets.labels import tip
from ui.widgets.layouts import across
from ui.widgets.marks import draw_mark, side
from ui.widgets.spoken import spoken_as
from xcdesk.normalise import in_order

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


@spoken_as(QAccessible.Role.ListItem)
class DutyLine(QWidget):
    """Takes the focus as a whole: Enter does its verb, → opens the place, ↑ and ↓ ask for another line."""

    asked = Signal()
    opened = Signal()
    moved = Signal(int)
    entered = Signal()

    def __init__(self, state: State, title: str, note: str, verb: str) -> None:
        super().__init__()
        self._state, self._title, self._note = state, title, note
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)  # drawn anew when the mouse comes and goes
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.verb = button(verb, None, Kind.LINK, self.asked.emit)
        self.verb.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setLayout(across(None, self.verb, margins=(0, 0, Space.XS, 0)))
        words = (text(LOOKS[state].word), title, note, verb)
        self.setAccessibleName("，".join(word for word in words if word))
        self.setToolTip(tip("  ".join(word for word in (title, note) if word)))

    @override
    def sizeHint(self) -> QSize:
        height = max(theme.line_height() + 6, self.verb.sizeHint().height())
        return QSize(320, height)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.verb.sizeHint().width() + 120, self.sizeHint().height())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.moved.emit(_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.asked.emit()
        elif key == Qt.Key.Key_Right:
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.opened.emit()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        high = side()
        draw_mark(painter, QRectF(Space.S, (self.height() - high) / 2, high, high), self._state)
        self._paint_words(painter)

    def _paint_ground(self, painter: QPainter) -> None:
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.underMouse() and not self.hasFocus():
            painter.setBrush(theme.colour("raised"))
            painter.drawRoundedRect(box, Radius.CONTROL, Radius.CONTROL)
        if self.hasFocus():
            painter.setBrush(theme.colour("sel"))
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.drawRoundedRect(box, Radius.CONTROL, Radius.CONTROL)

    def _paint_words(self, painter: QPainter) -> None:
        """The title may take the room of the note, but not of the verb."""
        begin = Space.S + side() + Space.S
        room = self.verb.x() - begin - Space.S
        body, caption = theme.font(Role.BODY), theme.font(Role.CAPTION)
        metrics = QFontMetrics(body)
        title = metrics.elidedText(in_order(self._title), Qt.TextElideMode.ElideRight, room)
        taken = metrics.horizontalAdvance(title)
        painter.setFont(body)
        painter.setPen(theme.colour("text"))
        painter.drawText(QRect(begin, 0, taken + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, title)
        left = room - taken - 10
        painter.setFont(caption)
        painter.setPen(theme.colour("text2" if self.hasFocus() else "text3"))
        note = QFontMetrics(caption).elidedText(
            in_order(self._note), Qt.TextElideMode.ElideRight, max(0, left)
        )
        painter.drawText(
            QRect(begin + taken + 10, 0, max(0, left), self.height()), Qt.AlignmentFlag.AlignVCenter, note
        )
