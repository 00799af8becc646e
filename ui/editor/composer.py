"""The whole editor: styles and verbs on top, the text, find and replace, length and warnings below."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget
from typing_extensions import override

from ui.editor import styles
from ui.editor.figure_object import Value
from ui.editor.find_bar import FindBar
from ui.editor.status import LengthLine
from ui.editor.styles import Style
from ui.editor.text_edit import StructureEdit
from ui.editor.verbs import EditVerbs, Extras, drawn_words
from ui.theme.tokens import Space
from ui.widgets.fields import Option, PickBox
from ui.widgets.layouts import across, down
from ui.widgets.verb_bar import VerbBar
from ui.widgets.verbs import Verb, VerbSet, Weight
from xcdesk.texts.anchoring import Span
from xcdesk.texts.documents import Document, reading_lines
from xcdesk.texts.proofing import Warned

_INSIDE = Qt.ShortcutContext.WidgetWithChildrenShortcut


class Composer(QWidget):
    """Edits one text in the markup of `xcdesk.texts.documents`.

    ``value`` gives what a figure shows now; ``extras`` are the verbs that need more than the text.
    """

    changed = Signal()
    title_meant = Signal()  # a warning is about the title, which stands elsewhere

    def __init__(self, value: Value, extras: Extras | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = _Text(value)
        self.edit.setAccessibleName(self.tr("Text"))
        self.edit.setPlaceholderText(
            self.tr(
                "Type, or paste from Word or a web page. Styles and numbers are chosen at the upper left."
            )
        )
        self.find_bar = FindBar(self.edit)
        self.style_box = PickBox([Option(each.value, _with_keys(each)) for each in Style])
        self.style_box.setAccessibleName(self.tr("Style"))
        self.verbs = VerbSet(EditVerbs(self.edit, self.find_bar, extras or Extras()).verbs(), self)
        self.styles = VerbSet([self._style_verb(style) for style in Style], self)
        for action in (*self.verbs.actions(), *self.styles.actions()):
            action.setShortcutContext(_INSIDE)
        self.bar = VerbBar(self.verbs)
        self.line = LengthLine()
        self._title = ""
        self._lay_out()
        self._connect()

    def set_text(self, text: str) -> None:
        """Show another text; nothing of it can be undone."""
        self.edit.set_markup(text)
        self._measure()
        self.verbs.refresh()

    def text(self) -> str:
        """The text in canonical markup."""
        return self.edit.markup()

    def set_title(self, title: str) -> None:
        """Tell the title that stands over the text, which is measured with it."""
        self._title = title
        self.line.wait()

    def _lay_out(self) -> None:
        top = across(self.style_box, self.bar, gap=Space.XS)
        top.setStretch(1, 1)
        column = down(top, self.find_bar, self.edit, self.line, gap=6)
        column.setStretch(2, 1)
        self.setLayout(column)

    def _connect(self) -> None:
        self.style_box.activated.connect(lambda _: self._take_style())
        self.edit.style_changed.connect(self._show_style)
        self.edit.document().contentsChanged.connect(self._follow)
        self.edit.cursorPositionChanged.connect(self._follow_caret)
        self.edit.search_asked.connect(lambda replacing: self.find_bar.open_bar(replacing=replacing))
        self.edit.next_asked.connect(self.find_bar.step)
        self.edit.menu_asked.connect(self._fill_menu)
        self.line.asked.connect(self._measure)
        self.line.shown.connect(self._show_warning)

    def _style_verb(self, style: Style) -> Verb:
        """A style as a verb of its own keys; it stands in the list, not in the bar."""
        run = partial(self.edit.set_style, style)
        return Verb(
            f"style_{style}", styles.word(style), None, run, styles.shortcut(style), weight=Weight.RARE
        )

    def _follow(self) -> None:
        self.line.wait()
        self.verbs.refresh()
        self.changed.emit()

    def _follow_caret(self) -> None:
        caret = self.edit.textCursor()
        self.line.tell_rule(self.edit.rule_at(caret) or drawn_words(caret))
        self.verbs.refresh()

    def _take_style(self) -> None:
        self.edit.set_style(Style(self.style_box.key()))
        self.edit.setFocus()

    def _show_style(self, style: str) -> None:
        self.style_box.setEnabled(bool(style))
        if style:
            self.style_box.choose(style)

    def _measure(self) -> None:
        self.line.measure(self._title, self.edit.structure())

    def _show_warning(self, found: Warned) -> None:
        if found.line < 0:
            self.title_meant.emit()
            return
        start = _start_of(self.edit.structure(), found.line) + found.start
        self.edit.choose_span(Span(start, start + found.length))

    def _fill_menu(self, menu: QMenu) -> None:
        menu.addSeparator()
        menu.addActions([action for action in self.verbs.actions() if action.isEnabled()])


class _Text(StructureEdit):
    """The text within the editor: what is asked of its search and its menu goes to them."""

    search_asked = Signal(bool)
    next_asked = Signal(int)
    menu_asked = Signal(object)

    @override
    def event(self, event: QEvent) -> bool:
        """Ctrl+F means the text here, not the filter of the page."""
        is_key = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride
        if is_key and isinstance(event, QKeyEvent) and self._wish(event) is not None:
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        wish = self._wish(event)
        if wish is not None:
            wish()
            return
        super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        self.menu_asked.emit(menu)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())

    def _wish(self, event: QKeyEvent) -> Callable[[], object] | None:
        if event.matches(QKeySequence.StandardKey.Find):
            return lambda: self.search_asked.emit(False)
        key, held = event.key(), event.modifiers()
        if key == Qt.Key.Key_H and held == Qt.KeyboardModifier.ControlModifier:
            return lambda: self.search_asked.emit(True)
        if key == Qt.Key.Key_F3:
            back = bool(held & Qt.KeyboardModifier.ShiftModifier)
            return lambda: self.next_asked.emit(-1 if back else 1)
        return None


def _with_keys(style: Style) -> str:
    return f"{styles.word(style)}   {styles.shortcut(style)}"


def _start_of(document: Document, line: int) -> int:
    """Where a line begins in the text as it is read."""
    return sum(len(each) + 1 for each in reading_lines(document)[:line])
