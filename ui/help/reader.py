"""A page of the help as it is read: set in the type and the colours of the program."""

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtGui import (
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import QTextBrowser, QTextEdit

from ui.theme import theme
from ui.theme.tokens import Role, Space
from xcdesk.handbook import Page

_ROLES = {1: Role.FIGURE, 2: Role.TITLE, 3: Role.HEADING}
_ABOVE = {1: 0, 2: Space.XL, 3: Space.L}
_LINE_HEIGHT = 130
"""Per cent of a line; Chinese text is read more easily with some air."""
_PROPORTIONAL = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value


class Reader(QTextBrowser):
    """Shows one page; a link is told through ``followed`` and opens nothing by itself."""

    followed = Signal(str)  # topic

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("reader")
        self.setOpenLinks(False)
        self.anchorClicked.connect(lambda url: self.followed.emit(url.toString()))
        self._page: Page | None = None

    def show_page(self, page: Page, heading: str = "", words: str = "") -> None:
        """Show a page from one of its headings on, with some words lit wherever they stand."""
        self._page = page
        document = self.document()
        document.setDefaultFont(theme.font(Role.BODY))
        document.setDocumentMargin(Space.XL)
        self.setMarkdown(page.markdown())
        for block in self._blocks():
            _dress(block)
        for table in document.rootFrame().childFrames():
            if isinstance(table, QTextTable):
                _rule(table)
        self._leave_room()
        self.setExtraSelections([made for word in words.split() for made in _lit(document, word)])
        self._go_to(heading)

    def _go_to(self, heading: str) -> None:
        """Put a heading at the top of the view; the beginning of the page where it has none of that name."""
        place = 0
        if self._page is not None and heading:
            names = [passage.key for passage in self._page.passages]
            place = self._headings()[names.index(heading)].position() if heading in names else 0
        cursor = QTextCursor(self.document())
        cursor.setPosition(place)
        self.setTextCursor(cursor)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect(cursor).top() - (Space.S if place else Space.XL))

    def _leave_room(self) -> None:
        """Let the last heading, too, come to the top of the view."""
        frame = self.document().rootFrame()
        looks = frame.frameFormat()
        looks.setBottomMargin(max(Space.XL, self.viewport().height() - 3 * theme.line_height(Role.TITLE)))
        frame.setFrameFormat(looks)

    def _headings(self) -> list[QTextBlock]:
        """The blocks that are headings: one for each passage of the page, in their order."""
        return [block for block in self._blocks() if block.blockFormat().headingLevel()]

    def _blocks(self) -> Iterator[QTextBlock]:
        block = self.document().begin()
        while block.isValid():
            yield block
            block = block.next()


def _dress(block: QTextBlock) -> None:
    """Give a block the type of the program, in place of what Qt takes Markdown to look like."""
    cursor = QTextCursor(block)
    layout = QTextBlockFormat()
    layout.setLineHeight(_LINE_HEIGHT, _PROPORTIONAL)
    level = block.blockFormat().headingLevel()
    if level:
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        letters = QTextCharFormat()  # a new one: Qt's would scale the size that we choose
        font = theme.font(_ROLES[level])
        font.setBold(True)
        letters.setFont(font)
        letters.setForeground(theme.colour("text"))
        cursor.setCharFormat(letters)
        layout.setTopMargin(_ABOVE[level])
        layout.setBottomMargin(Space.XS)
    elif block.textList() is not None:
        layout.setTopMargin(Space.XS)
        layout.setBottomMargin(Space.XS)
    elif block.blockFormat().hasProperty(QTextBlockFormat.Property.BlockQuoteLevel):
        layout.setLeftMargin(Space.L)
        layout.setRightMargin(Space.L)
        layout.setBackground(theme.colour("accent_soft"))
    cursor.mergeBlockFormat(layout)


def _rule(table: QTextTable) -> None:
    """Thin rules, room in the cells, the width of the page, and a ground behind the head."""
    looks = table.format()
    looks.setBorder(1)
    looks.setBorderBrush(theme.colour("line_strong"))
    looks.setBorderCollapse(True)
    looks.setCellPadding(Space.S)
    looks.setTopMargin(Space.S)
    looks.setBottomMargin(Space.S)
    looks.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    table.setFormat(looks)
    for column in range(table.columns()):
        cell = table.cellAt(0, column)
        ground = cell.format()
        ground.setBackground(theme.colour("raised"))
        cell.setFormat(ground)


def _lit(document: QTextDocument, word: str) -> Iterator[QTextEdit.ExtraSelection]:
    """Every place of a word."""
    found = document.find(word)
    while not found.isNull():
        made = QTextEdit.ExtraSelection()
        made.cursor = found
        made.format.setBackground(theme.colour("warn_soft"))
        yield made
        found = document.find(word, found)
