"""The text itself: typed, cut, pasted and undone as plain structure."""

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCharFormat, QTextCursor, QTextTable
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.editor import numbers, structure, styles, tables
from ui.editor.figure_object import FIGURE, OBJECT, Value, figure_format
from ui.editor.reading_edit import ReadingEdit
from ui.editor.speech import FigureSpeech
from ui.editor.styles import Style
from ui.theme import theme
from xcdesk.texts import outline, pasting
from xcdesk.texts.documents import PLAIN, BlockKind, Document, from_text, to_text

_ENTERS = frozenset((Qt.Key.Key_Return, Qt.Key.Key_Enter))
_STEPS = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}
_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class StructureEdit(ReadingEdit):
    """Edits a text in plain structure. ``value`` gives what a figure shows."""

    style_changed = Signal(str)

    def __init__(self, value: Value, parent: QWidget | None = None) -> None:
        super().__init__(value, parent)
        self.setAcceptRichText(True)  # what comes in passes `insertFromMimeData`
        self._style = ""
        self.speech = FigureSpeech(self, value)
        self.cursorPositionChanged.connect(self._tell_style)
        self.document().contentsChanged.connect(self._tell_style)
        theme.current().changed.connect(self._recolour)

    def set_markup(self, text: str) -> None:
        """Show another text; nothing of it can be undone."""
        structure.write(self.document(), from_text(text))
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def markup(self) -> str:
        """The text in canonical markup."""
        return to_text(self.structure())

    def structure(self) -> Document:
        """The text as a document."""
        return structure.read(self.document())

    @override
    def figures_changed(self) -> None:
        super().figures_changed()
        self.speech.describe()

    def current_style(self) -> Style:
        """Style of the paragraph with the caret."""
        return styles.style_of(self.textCursor().block())

    def set_style(self, style: Style) -> None:
        """Give the chosen paragraphs a style; cells of tables keep theirs. One act to undo."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        for block in tables.chosen_blocks(cursor):
            if not styles.in_table(block):
                _restyle(QTextCursor(block), style)
        cursor.endEditBlock()
        self._tell_style()

    def insert_figure(self, source: str) -> None:
        """Put a figure of the log in the place of what is chosen."""
        self.textCursor().insertText(OBJECT, figure_format(source))

    def replace_marked(self, key: int, words: str) -> bool:
        """Put words in the place of a passage that is marked; whether it is still there. One act to undo."""
        cursor = self.marked(key)
        if cursor is None or not cursor.hasSelection():
            return False
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        structure.insert_line(cursor, words)
        cursor.endEditBlock()
        self.choose(cursor)
        return True

    def insert_document(self, text: Document) -> None:
        """Put ``text`` in the place of what is chosen, as paragraphs of its own or within the one at hand."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        if styles.table_of(cursor) is not None:
            tables.insert_into_cells(cursor, text)
        elif len(text.blocks) == 1 and text.blocks[0].kind in PLAIN:
            structure.insert_line(cursor, text.blocks[0].text)
        elif text.blocks:
            _make_room(cursor)
            structure.insert(cursor, text)
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    @override
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Text of any kind; files that are dropped here are no text."""
        return source.hasHtml() or (source.hasText() and not source.hasUrls())

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        if source.hasHtml():
            self.insert_document(pasting.from_html(source.html()))
        elif len(source.text().strip().splitlines()) == 1 and "\t" not in source.text():
            structure.insert_line(self.textCursor(), pasting.tidy(source.text()))
        elif source.hasText():
            self.insert_document(pasting.from_plain(source.text()))

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        chosen = tables.chosen_document(self.textCursor())
        # PySide 6.11.3: the end of the program crashes on a QMimeData that Python made; Qt makes this one.
        made = super().createMimeDataFromSelection()
        made.text()  # its own forms are made when first asked for
        for form in made.formats():
            made.removeFormat(form)
        made.setData("text/html", pasting.to_html(chosen).encode())
        made.setText(tables.plain_text(chosen))
        return made

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes from cell to cell in a table, and to the next field elsewhere."""
        if styles.table_of(self.textCursor()) is not None:
            return False
        return super().focusNextPrevChild(next)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.isReadOnly():
            super().keyPressEvent(event)
            return
        key = Qt.Key(event.key())
        table = styles.table_of(self.textCursor())
        if key in _STEPS and table is not None:
            self.setTextCursor(tables.stepped(self.textCursor(), _STEPS[key]))
        elif key in _ENTERS and not event.modifiers() & _HELD:
            self._enter()
        elif key == Qt.Key.Key_Backspace and not event.modifiers() and self._unstyle():
            event.accept()
        else:
            super().keyPressEvent(event)
            self._plain_typing()

    def _enter(self) -> None:
        """Begin a paragraph: the next item of a list, plain text after anything else, a cell below."""
        cursor = self.textCursor()
        if styles.table_of(cursor) is not None:
            self.setTextCursor(tables.below(cursor))
            return
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        style, block = styles.style_of(cursor.block()), cursor.block()
        marker = outline.marker_of(block.text()) if style in styles.LISTS else None
        if marker is not None and not block.text()[marker.length :].strip():
            numbers.take_number(block)  # an empty item ends its list
        else:
            self._begin_paragraph(cursor, style)
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _begin_paragraph(self, cursor: QTextCursor, style: Style) -> None:
        at_start = cursor.atBlockStart() and cursor.block().text()
        kind = styles.kind_of(cursor.block())
        cursor.insertBlock(styles.block_format(BlockKind.PARAGRAPH), QTextCharFormat())
        if at_start:  # a line put in front of a heading: the heading stays what it is
            cursor.setBlockFormat(styles.block_format(kind))
            above = QTextCursor(cursor.block().previous())
            above.setBlockFormat(styles.block_format(BlockKind.PARAGRAPH))
        elif style in styles.LISTS:
            numbers.put_number(cursor.block(), styles.LEVELS[style])
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
            cursor.setPosition(_behind_number(cursor))

    def _unstyle(self) -> bool:
        """Backspace at the head of a styled paragraph makes it plain before it joins the one above."""
        cursor = self.textCursor()
        if cursor.hasSelection() or not cursor.atBlockStart() or styles.table_of(cursor) is not None:
            return False
        if not cursor.blockFormat().property(styles.KIND):
            return False
        cursor.setBlockFormat(styles.block_format(BlockKind.PARAGRAPH))
        self._tell_style()
        return True

    def _plain_typing(self) -> None:
        """Text typed beside a figure is text, not part of the figure."""
        if self.currentCharFormat().objectType() == FIGURE:
            self.setCurrentCharFormat(QTextCharFormat())

    def _tell_style(self) -> None:
        now = "" if styles.table_of(self.textCursor()) is not None else self.current_style().value
        if now != self._style:
            self._style = now
            self.style_changed.emit(now)

    def _recolour(self) -> None:
        """Lines of tables are the one colour that stands in the text."""
        for part in structure.parts(self.document()):
            if isinstance(part, QTextTable):
                part.setFormat(structure.table_format(structure.drawn_as(part)))


def _restyle(cursor: QTextCursor, style: Style) -> None:
    block = cursor.block()
    numbers.take_number(block)
    if block.text().startswith(styles.NOTE_HEAD) and style is not Style.NOTE:
        for _ in styles.NOTE_HEAD:
            cursor.deleteChar()
    if style in styles.LEVELS:
        cursor.setBlockFormat(styles.block_format(BlockKind.PARAGRAPH))
        numbers.put_number(cursor.block(), styles.LEVELS[style])
    elif style is Style.NOTE:
        cursor.setBlockFormat(styles.block_format(BlockKind.PARAGRAPH))
        if not block.text().startswith(styles.NOTE_HEAD):
            QTextCursor(block).insertText(styles.NOTE_HEAD)
    else:
        cursor.setBlockFormat(styles.block_format(BlockKind(style.value)))


def _make_room(cursor: QTextCursor) -> None:
    """Leave ``cursor`` in an empty paragraph, with what stood behind it in the one after."""
    if not cursor.atBlockEnd():
        kind = styles.kind_of(cursor.block())
        cursor.insertBlock(styles.block_format(kind if cursor.atBlockStart() else BlockKind.PARAGRAPH))
        cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    if cursor.block().text():
        cursor.insertBlock(styles.block_format(BlockKind.PARAGRAPH))


def _behind_number(cursor: QTextCursor) -> int:
    block = cursor.block()
    found = outline.marker_of(block.text())
    return block.position() + (structure.units(block.text()[: found.length]) if found else 0)
