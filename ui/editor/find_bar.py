"""Find and replace within the text at hand."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QLineEdit, QTextEdit, QWidget
from typing_extensions import override

from ui.editor.text_edit import StructureEdit
from ui.theme import theme
from ui.theme.icons import Glyph
from ui.theme.tokens import Role, Space
from ui.widgets.buttons import Kind, button
from ui.widgets.labels import label, tip
from ui.widgets.layouts import across

_MOST_SHOWN = 500
_LEAST_WIDTH, _FIELD_WIDTH = 88, 220


class FindBar(QFrame):
    """Enter goes to the next place, Shift+Enter to the one before, Esc closes."""

    closed = Signal()

    def __init__(self, edit: StructureEdit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._edit = edit
        self.wanted = _field(self.tr("Find"))
        self.replacement = _field(self.tr("Replace with"))
        self.place = label("", Role.CAPTION, "muted")
        self.back = button("", Glyph.ARROW_UP, Kind.PLAIN, lambda: self.step(-1))
        self.forth = button("", Glyph.ARROW_DOWN, Kind.PLAIN, lambda: self.step(1))
        for made, name in (
            (self.back, self.tr("Place before (Shift+F3)")),
            (self.forth, self.tr("Next place (F3)")),
        ):
            made.setAccessibleName(name)
            made.setToolTip(tip(name))
        self.replace_one = button(self.tr("Replace"), None, Kind.NORMAL, self.replace)
        self.replace_each = button(self.tr("Replace all"), None, Kind.NORMAL, self.replace_all)
        self.close_button = button("", Glyph.DISMISS, Kind.PLAIN, self.close_bar)
        self.close_button.setAccessibleName(self.tr("Close the search (Esc)"))
        self.close_button.setToolTip(tip(self.close_button.accessibleName()))
        self.setLayout(
            across(
                self.wanted,
                self.back,
                self.forth,
                self.place,
                Space.S,
                self.replacement,
                self.replace_one,
                self.replace_each,
                None,
                self.close_button,
                gap=Space.XS,
            )
        )
        self.wanted.textChanged.connect(self._look)
        edit.document().contentsChanged.connect(self._look)
        self.hide()

    def open_bar(self, *, replacing: bool = False) -> None:
        """Show the bar with what is chosen in the text as what is looked for."""
        chosen = self._edit.textCursor().selectedText()
        self.show()
        if chosen and "\u2029" not in chosen:
            self.wanted.setText(chosen)
        target = self.replacement if replacing and self.wanted.text() else self.wanted
        target.setFocus()
        target.selectAll()
        self._look()

    def close_bar(self) -> None:
        """Hide the bar and go back to the text."""
        self.hide()
        self._edit.show_found(())
        self._edit.setFocus()
        self.closed.emit()

    def step(self, by: int) -> None:
        """Choose the next place in the text, or the one before; behind the last comes the first."""
        found = self._places()
        if not found:
            return
        caret = self._edit.textCursor()
        here = caret.selectionStart()
        if by > 0 and not any(_same(each, caret) for each in found):
            here -= 1  # the place right behind the caret is the next one
        starts = [each.selectionStart() for each in found]
        ahead = [at for at, start in enumerate(starts) if (start > here if by > 0 else start < here)]
        at = (ahead[0] if by > 0 else ahead[-1]) if ahead else (0 if by > 0 else -1)
        self._edit.setTextCursor(found[at])
        self._edit.ensureCursorVisible()
        self._tell(found)

    def replace(self) -> None:
        """Replace the place that is chosen and go on to the next; choose the first one if none is."""
        if self._is_place(self._edit.textCursor()):
            self._edit.textCursor().insertText(self.replacement.text(), QTextCharFormat())
        self.step(1)

    def replace_all(self) -> None:
        """Replace every place, as one act to undo."""
        cursor = QTextCursor(self._edit.document())
        cursor.beginEditBlock()
        count = 0
        for place in reversed(self._places()):
            cursor.setPosition(place.selectionStart())
            cursor.setPosition(place.selectionEnd(), QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(self.replacement.text(), QTextCharFormat())
            count += 1
        cursor.endEditBlock()
        self.place.setText(self.tr("{count} replaced").format(count=count))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.replacement.hasFocus():
            self.replace()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F3}:
            self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

    def _look(self) -> None:
        if not self.isHidden():
            self._tell(self._places())

    def _tell(self, found: list[QTextCursor]) -> None:
        self._edit.show_found(_lit(found[:_MOST_SHOWN]))
        if not self.wanted.text():
            self.place.setText("")
            return
        here = self._edit.textCursor()
        at = next((at for at, each in enumerate(found, 1) if _same(each, here)), 0)
        self.place.setText(
            f"{at} / {len(found)}" if at else self.tr("{count} found").format(count=len(found))
        )

    def _places(self) -> list[QTextCursor]:
        """Every place of what is looked for, letter case aside."""
        wanted = self.wanted.text()
        found: list[QTextCursor] = []
        if not wanted:
            return found
        document: QTextDocument = self._edit.document()
        place = document.find(wanted, 0)
        while not place.isNull():
            found.append(QTextCursor(place))
            place = document.find(wanted, place)
        return found

    def _is_place(self, cursor: QTextCursor) -> bool:
        return bool(self.wanted.text()) and cursor.selectedText().casefold() == self.wanted.text().casefold()


def _field(name: str) -> QLineEdit:
    made = QLineEdit()
    made.setAccessibleName(name)
    made.setPlaceholderText(name)
    made.setMinimumWidth(theme.scaled(_LEAST_WIDTH))
    made.setMaximumWidth(theme.scaled(_FIELD_WIDTH))
    return made


def _same(place: QTextCursor, here: QTextCursor) -> bool:
    return (place.selectionStart(), place.selectionEnd()) == (here.selectionStart(), here.selectionEnd())


def _lit(found: list[QTextCursor]) -> list[QTextEdit.ExtraSelection]:
    lit = []
    for cursor in found:
        made = QTextEdit.ExtraSelection()
        made.cursor = cursor
        made.format.setBackground(theme.colour("warn_soft"))
        lit.append(made)
    return lit
