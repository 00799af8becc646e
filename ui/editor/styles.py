"""Styles: what a paragraph can be, and how each looks. A number at its head belongs to the style."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
from PySide6.QtGui import QFontMetricsF, QTextBlock, QTextBlockFormat, QTextCursor, QTextFormat, QTextTable

from ui.theme import theme
from ui.theme.tokens import Role
from xcdesk.texts import outline
from xcdesk.texts.documents import PLAIN, BlockKind, plain_kind
from xcdesk.texts.outline import Level

KIND = int(QTextFormat.Property.UserProperty) + 1
"""Property of a block that holds its marked kind; absent where its words tell what it is."""
NOTE_HEAD = "编者按："
_LINE_SPACING = 150.0


class Style(StrEnum):
    """One entry of the list of styles, in its order."""

    PARAGRAPH = "paragraph"
    TITLE = "title"
    SECTION = "section"
    HEADING_1 = "heading_1"
    HEADING_2 = "heading_2"
    ITEM = "item"
    SUBITEM = "subitem"
    DASH = "dash"
    SOURCE = "source"
    NOTE = "note"
    CAPTION = "caption"
    RULE = "rule"


@dataclass(frozen=True, slots=True)
class _Entry:
    word: object
    shortcut: str


_ENTRIES: Mapping[Style, _Entry] = {
    Style.PARAGRAPH: _Entry(QT_TRANSLATE_NOOP("styles", "Paragraph"), "Ctrl+Alt+0"),
    Style.TITLE: _Entry(QT_TRANSLATE_NOOP("styles", "Title"), "Ctrl+Alt+1"),
    Style.SECTION: _Entry(QT_TRANSLATE_NOOP("styles", "Section"), "Ctrl+Alt+2"),
    Style.HEADING_1: _Entry(QT_TRANSLATE_NOOP("styles", "Heading 一、"), "Ctrl+Alt+3"),
    Style.HEADING_2: _Entry(QT_TRANSLATE_NOOP("styles", "Heading （一）"), "Ctrl+Alt+4"),
    Style.ITEM: _Entry(QT_TRANSLATE_NOOP("styles", "List 1."), "Ctrl+Alt+5"),
    Style.SUBITEM: _Entry(QT_TRANSLATE_NOOP("styles", "List （1）"), "Ctrl+Alt+6"),
    Style.DASH: _Entry(QT_TRANSLATE_NOOP("styles", "List ——"), "Ctrl+Alt+7"),
    Style.SOURCE: _Entry(QT_TRANSLATE_NOOP("styles", "Source"), "Ctrl+Alt+8"),
    Style.NOTE: _Entry(QT_TRANSLATE_NOOP("styles", "Editor's note"), "Ctrl+Alt+9"),
    Style.CAPTION: _Entry(QT_TRANSLATE_NOOP("styles", "Caption of a table"), "Ctrl+Alt+J"),
    Style.RULE: _Entry(QT_TRANSLATE_NOOP("styles", "Note under a table"), "Ctrl+Alt+K"),
}
LEVELS: Mapping[Style, Level] = {
    Style.HEADING_1: Level.ONE,
    Style.HEADING_2: Level.TWO,
    Style.ITEM: Level.THREE,
    Style.SUBITEM: Level.FOUR,
    Style.DASH: Level.DASH,
}
"""Styles that are a number at the head of the line."""
_STYLE_OF_LEVEL = {level: style for style, level in LEVELS.items()}
LISTS = frozenset((Style.ITEM, Style.SUBITEM, Style.DASH))
"""Styles that go on with the next line."""


def word(style: Style) -> str:
    """Name of a style in the list."""
    return QCoreApplication.translate("styles", str(_ENTRIES[style].word))


def shortcut(style: Style) -> str:
    """Keys that choose a style."""
    return _ENTRIES[style].shortcut


def kind_of(block: QTextBlock) -> BlockKind:
    """What a paragraph is: marked, or told by its words."""
    marked = block.blockFormat().property(KIND)
    return BlockKind(str(marked)) if marked else plain_kind(block.text())


def style_of(block: QTextBlock) -> Style:
    """Style of a paragraph as the list names it."""
    kind = kind_of(block)
    marker = outline.marker_of(block.text()) if kind in PLAIN else None
    return _STYLE_OF_LEVEL[marker.level] if marker else Style(kind.value)


def block_format(kind: BlockKind) -> QTextBlockFormat:
    """Place and spacing of a paragraph; a marked kind stands in it."""
    made = QTextBlockFormat()
    made.setLineHeight(_LINE_SPACING, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    em = QFontMetricsF(theme.font(Role.BODY)).horizontalAdvance("国")
    made.setBottomMargin(em / 4)
    if kind in PLAIN:
        made.setTextIndent(2 * em)
        return made
    made.setProperty(KIND, kind.value)
    if kind in {BlockKind.TITLE, BlockKind.CAPTION}:
        made.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    elif kind is BlockKind.SOURCE:
        made.setAlignment(Qt.AlignmentFlag.AlignRight)
    if kind in {BlockKind.TITLE, BlockKind.SECTION}:
        made.setTopMargin(em / 2)
    return made


def cell_format() -> QTextBlockFormat:
    """Place and spacing of the text in a cell."""
    return QTextBlockFormat()


def table_of(cursor: QTextCursor) -> QTextTable | None:
    """The table with the caret; the stubs of PySide6 6.11 do not know that there may be none."""
    found: QTextTable | None = cursor.currentTable()
    return found


def in_table(block: QTextBlock) -> bool:
    """Whether a block is the text of a cell."""
    return table_of(QTextCursor(block)) is not None
