"""Icons that follow the theme, drawn when they are needed (Fluent System Icons, MIT)."""

import functools
from enum import StrEnum

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from typing_extensions import override

from ui.theme import theme
from xcdesk.resources import resource


class Glyph(StrEnum):
    """Every drawing that ships, in 16 and 20 px, regular and filled."""

    ADD = "add"
    ALERT = "alert"
    ARCHIVE = "archive"
    ARROW_CLOCKWISE = "arrow_clockwise"
    ARROW_DOWN = "arrow_down"
    ARROW_EXPORT = "arrow_export"
    ARROW_IMPORT = "arrow_import"
    ARROW_REDO = "arrow_redo"
    ARROW_UNDO = "arrow_undo"
    ARROW_UP = "arrow_up"
    CALENDAR_LTR = "calendar_ltr"
    CALENDAR_TODAY = "calendar_today"
    CALL = "call"
    CHECKMARK = "checkmark"
    CHECKMARK_CIRCLE = "checkmark_circle"
    CHEVRON_DOWN = "chevron_down"
    CHEVRON_LEFT = "chevron_left"
    CHEVRON_RIGHT = "chevron_right"
    CLIPBOARD_TASK = "clipboard_task"
    CONTACT_CARD = "contact_card"
    COPY = "copy"
    DATABASE = "database"
    DELETE = "delete"
    DISMISS = "dismiss"
    DOCUMENT_ADD = "document_add"
    DOCUMENT_PDF = "document_pdf"
    DOCUMENT_SEARCH = "document_search"
    EDIT = "edit"
    ERROR_CIRCLE = "error_circle"
    FILTER = "filter"
    FOLDER_OPEN = "folder_open"
    HISTORY = "history"
    INFO = "info"
    KEYBOARD = "keyboard"
    MEGAPHONE = "megaphone"
    MERGE = "merge"
    MORE_HORIZONTAL = "more_horizontal"
    NEWS = "news"
    NOTE = "note"
    PEOPLE = "people"
    PERSON_EDIT = "person_edit"
    PERSON_SWAP = "person_swap"
    PLAY = "play"
    PRINT = "print"
    QUESTION_CIRCLE = "question_circle"
    RE_ORDER_DOTS_VERTICAL = "re_order_dots_vertical"
    SAVE = "save"
    SEARCH = "search"
    SEND = "send"
    SETTINGS = "settings"
    SIGNATURE = "signature"
    SUBTRACT = "subtract"
    TABLE = "table"
    TABLE_SIMPLE = "table_simple"
    TEXT_BULLET_LIST = "text_bullet_list"
    WARNING = "warning"


def source(glyph: Glyph, grid: int, colour: str, *, filled: bool = False) -> str:
    """SVG text of ``glyph`` drawn for ``grid`` pixels (16 or 20) in one colour."""
    name = f"{glyph.value}_{grid}_{'filled' if filled else 'regular'}.svg"
    text = resource("icons", name).read_text(encoding="utf-8")
    # QtSvg 6.11 draws currentColor black, so the colour goes into the root element.
    return text.replace("<svg ", f'<svg fill="{colour}" ', 1)


LARGEST_SMALL = 18
"""Up to this many pixels the drawing made for 16 is used, above it the one for 20."""


@functools.lru_cache(maxsize=512)
def _drawing(glyph: Glyph, grid: int, colour: str, filled: bool) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(source(glyph, grid, colour, filled=filled).encode()))


def draw(painter: QPainter, box: QRectF, glyph: Glyph, tint: str, *, filled: bool = False) -> None:
    """Paint ``glyph`` into the square ``box`` in the colour of ``token``."""
    grid = 16 if box.width() <= LARGEST_SMALL else 20
    _drawing(glyph, grid, theme.colour(tint).name(), filled).render(painter, box)


class ThemeIcon(QIconEngine):
    """One glyph whose colour comes from the theme at the moment of painting; filled when it is on."""

    def __init__(self, glyph: Glyph, tint: str = "text2", on: str = "accent_text") -> None:
        super().__init__()
        self._glyph, self._tint, self._on = glyph, tint, on

    @override
    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        chosen = state == QIcon.State.On
        tint = self._on if chosen else self._tint
        if mode == QIcon.Mode.Disabled:
            tint = "disabled"
        side = min(rect.width(), rect.height())
        top = rect.y() + (rect.height() - side) / 2
        # A box wider than tall leaves its right side empty: the gap between icon and word.
        draw(painter, QRectF(rect.x(), top, side, side), self._glyph, tint, filled=chosen)

    @override
    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        made = QPixmap(size)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        self.paint(painter, made.rect(), mode, state)
        painter.end()
        return made

    @override
    def clone(self) -> QIconEngine:
        return ThemeIcon(self._glyph, self._tint, self._on)


def icon(glyph: Glyph, tint: str = "text2", on: str = "accent_text") -> QIcon:
    """Icon of ``glyph`` in the colour ``token``, in the colour ``on`` and filled while selected."""
    return QIcon(ThemeIcon(glyph, tint, on))
