"""Somebody who knows nothing of the program but the words of one step of the quick guide.

Whatever button, field, tab or menu he uses has to stand in bold in it, and every key has to be named.
"""

from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtCore import QAbstractListModel, QEventLoop, QModelIndex, QPoint, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QDialog,
    QLabel,
    QMainWindow,
    QMenu,
    QWidget,
)

from ui.widgets.verbs import plain_name
from xcdesk import handbook
from xcdesk.guide import Step

_PAUSE_MS = 20
_ROWS = 60
_LONGEST_MS = 20_000
LEFT = Qt.MouseButton.LeftButton


class StuckError(AssertionError):
    """The clerk cannot go on with the words that he has."""


def until(holds: Callable[[], Any], what: str) -> Any:
    """Let events and tasks go on until something holds, and answer with it."""
    for _ in range(_LONGEST_MS // _PAUSE_MS):
        found = holds()
        if found:
            return found
        pause()
    shown = [words_of(one) for one in QApplication.topLevelWidgets() if one.isVisible()]
    raise StuckError("\n\n".join((what, *shown)))


def pause(milliseconds: int = _PAUSE_MS) -> None:
    """Let events come; unlike `QTest.qWait` this lets the threads of tasks run meanwhile."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


class Clerk:
    """Reads one step and does what it says."""

    def __init__(self, step: Step) -> None:
        self.step = step
        self._words = dict.fromkeys(handbook.controls(step.act), False)

    def unread(self) -> list[str]:
        """The names in bold that were not needed."""
        return [name for name, used in self._words.items() if not used]

    def front(self) -> QWidget:
        """The window in which something can be done now: a form before the window that it belongs to."""
        kinds = (QDialog, QMainWindow)
        shown = [
            one
            for one in QApplication.topLevelWidgets()
            if one.isVisible()
            and not isinstance(one, QMenu)
            and (isinstance(one, kinds) or one.objectName() == "ground")
        ]
        above = {id(one.parentWidget().window()) for one in shown if one.parentWidget() is not None}
        free = [one for one in shown if id(one) not in above]
        return free[-1]

    def press(self, word: str, beside: str = "") -> None:
        """Click a button, a tick or an entry that bears a word of the step; ``beside`` names its line."""
        self._use(word)
        if beside:
            self._use(beside)
        self._click(lambda one: f"{_bare(one)} ".startswith(f"{word} ") and _stands_beside(one, beside), word)

    def press_saying(self, part: str) -> None:
        """Click the button on which a part of the step's words stands, with a number or a name."""
        if f"“{part}”" not in self.step.act:
            raise StuckError(f"step {self.step.title} does not say {part}")
        self._click(lambda one: part in _bare(one), part)

    def _click(self, meant: Callable[[QAbstractButton], bool], words: str) -> None:
        def found() -> QAbstractButton | None:
            buttons = self.front().findChildren(QAbstractButton)
            return next((one for one in buttons if one.isVisible() and one.isEnabled() and meant(one)), None)

        button = until(found, f"no button {words}")
        QTest.mouseClick(button, LEFT, pos=_middle_of(button))
        pause()

    def fill(self, word: str, text: str) -> None:
        """Type into the field of a name, as an input method does."""
        field = until(lambda: self._field(word), f"no field {word}")
        field.setFocus()
        target = QApplication.focusWidget() or field
        event = QInputMethodEvent()
        event.setCommitString(text)
        QTest.keyClick(target, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QApplication.sendEvent(target, event)
        pause()

    def menu(self, way: str) -> None:
        """Open a menu and click an entry of it: ``工具 › 设置``."""
        self._use(way)
        title, entry = way.split(" › ")
        window = self.front()
        if not isinstance(window, QMainWindow):
            raise StuckError(f"no menus in {window}")
        bar = window.menuBar()
        action = next(one for one in bar.actions() if plain_name(one) == title)
        QTest.mouseClick(bar, LEFT, pos=bar.actionGeometry(action).center())
        menu = action.menu()
        if not isinstance(menu, QMenu):
            raise StuckError(f"no menu {title}")
        until(menu.isVisible, title)
        wanted = next(one for one in menu.actions() if plain_name(one).removesuffix("…") == entry)
        QTest.mouseClick(menu, LEFT, pos=menu.actionGeometry(wanted).center())
        pause()

    def keys(self, keys: str, word: str = "") -> None:
        """Press keys that the step names, for the verb that it names with them."""
        if keys not in self.step.act:
            raise StuckError(f"the step does not name {keys}")
        if word:
            self._use(word)
        window = self.front()
        window.activateWindow()
        until(window.isActiveWindow, "the window in front is not active")
        QTest.keySequence(QApplication.focusWidget() or window, QKeySequence(keys))
        pause()

    def tick_all(self) -> None:
        """Tick every box of the form in front."""
        for box in self.front().findChildren(QCheckBox):
            if box.isVisible() and not box.isChecked():
                QTest.mouseClick(box, LEFT, pos=_middle_of(box))

    def row(self, text: str) -> None:
        """Click the row of the list in front that holds some text."""
        view, place = until(lambda: _row(self.front(), text), f"no row {text}")
        QTest.mouseClick(view.viewport(), LEFT, pos=place)
        pause()

    def sees(self, text: str) -> None:
        """Look whether something is to be read, as the step says it will be."""
        until(lambda: text in words_of(self.front()), f"{text} is not to be read")

    def _use(self, word: str) -> None:
        if word not in self._words:
            raise StuckError(f"step {self.step.title} does not say {word}")
        self._words[word] = True

    def _field(self, word: str) -> QWidget | None:
        self._use(word)
        found = (
            one
            for one in self.front().findChildren(QWidget)
            if one.isVisible() and one.accessibleName() == word
        )
        return next(found, None)


def _bare(button: QAbstractButton) -> str:
    return button.text().removesuffix("…")


def _stands_beside(button: QAbstractButton, words: str) -> bool:
    """Whether a button stands in the line that begins with some words; any does for none."""
    line = button.parentWidget()
    return not words or any(part.text() == words for part in line.findChildren(QLabel))


def _middle_of(button: QAbstractButton) -> QPoint:
    """Where to click: the mark of a tick stands at its left."""
    return QPoint(12, button.height() // 2)


def _row(window: QWidget, text: str) -> tuple[QAbstractItemView, QPoint] | None:
    for view in window.findChildren(QAbstractItemView):
        for index in _cells(view) if view.isVisible() else ():
            if text in str(index.data()):
                view.scrollTo(index)
                return view, view.visualRect(index).center()
    return None


def _cells(view: QAbstractItemView) -> Iterator[QModelIndex]:
    """The cells of a list as far as somebody would look."""
    model, top = view.model(), QModelIndex()
    if model is None:
        return
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(top)
    for row in range(min(model.rowCount(top), _ROWS)):
        yield from (model.index(row, column) for column in range(columns))


def words_of(window: QWidget) -> str:
    """All that is to be read in a window, lists with it."""
    words: list[str] = []
    for part in window.findChildren(QWidget):
        if part.isVisible():
            text = getattr(part, "text", None)
            words += [str(text()) if callable(text) else "", part.accessibleName()]
            words += (
                [str(index.data()) for index in _cells(part)] if isinstance(part, QAbstractItemView) else []
            )
    return "\n".join(filter(None, words))
