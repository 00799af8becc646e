"""The small window in which one column of a table is filtered."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QRadioButton, QWidget
from typing_extensions import override

from ui.theme import theme
from ui.theme.tokens import Role, Space
from ui.widgets.buttons import Kind, button
from ui.widgets.labels import caption, label
from ui.widgets.layouts import Item, across, down
from ui.widgets.name_field import found
from xcdesk.normalise import in_order

_VALUE = int(Qt.ItemDataRole.UserRole)
_WIDTH, _LINES = 280, 9


class Blank(StrEnum):
    """What is asked about a column besides its words."""

    ANY = "any"
    BLANK = "blank"
    FILLED = "filled"


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a column: what stands for it, its name, how many rows have it, None if not known."""

    value: object
    name: str
    count: int | None
    ticked: bool


class ColumnFilter(QFrame):
    """Base: a heading, what is asked, and the verbs; Enter filters, Esc leaves all as it was."""

    applied = Signal()
    cleared = Signal()

    def __init__(self, heading: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("pane")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(self.tr("Filter of {column}").format(column=heading))
        self._heading = heading
        self.apply_button = button(self.tr("Filter"), None, Kind.PRIMARY, self._apply)
        self.clear_button = button(self.tr("Clear"), None, Kind.NORMAL, self._clear)
        self.problem = label("", Role.CAPTION, "bad", wrap=True)
        self.problem.hide()

    def put_together(self, *parts: Item) -> None:
        """Lay the parts out under the heading; call it once."""
        title = label(self.tr("Filter of {column}").format(column=self._heading), bold=True)
        verbs = across(self.apply_button, self.clear_button, None)
        self.setLayout(down(title, *parts, self.problem, verbs, margins=Space.M))
        self.setMinimumWidth(theme.scaled(_WIDTH))

    def open_at(self, place: QPoint) -> None:
        """Show it with its upper left corner at a place of the screen, or as near as there is room."""
        self.adjustSize()
        room = self.screen().availableGeometry()
        left = min(place.x(), room.right() - self.width())
        top = min(place.y(), room.bottom() - self.height())
        self.move(max(room.left(), left), max(room.top(), top))
        self.show()

    def refuse(self, sentence: str) -> None:
        """Say why this cannot be asked; the window stays."""
        self.problem.setText(f"■ {sentence}")
        self.problem.show()
        self.adjustSize()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._apply()
        elif event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _apply(self) -> None:
        self.applied.emit()

    def _clear(self) -> None:
        self.cleared.emit()
        self.close()


class ListFilter(ColumnFilter):
    """Some values of a list, with their counts; typing finds one by any part of it or its initials."""

    def __init__(self, heading: str, parent: QWidget) -> None:
        super().__init__(heading, parent)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Find, also by initials"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.search.textEdited.connect(self._narrow)
        self.list = QListWidget()
        self.list.setProperty("checks", True)
        self.list.setMinimumHeight(_LINES * (self.list.fontMetrics().lineSpacing() + 6))
        self.list.setAccessibleName(heading)
        every = button(self.tr("Tick all shown"), None, Kind.LINK, lambda: self._tick(on=True))
        none = button(self.tr("None"), None, Kind.LINK, lambda: self._tick(on=False))
        self.put_together(self.search, self.list, across(every, none, None))
        self.setFocusProxy(self.search)

    def show_values(self, values: Sequence[Value]) -> None:
        """Offer these values; those ticked here already stay ticked, and the current one current."""
        kept = {id_of(value) for value in self.ticked()} if self.list.count() else None
        here = self.list.currentRow()
        current = id_of(self.list.item(here).data(_VALUE).value) if here >= 0 else None
        self.list.clear()
        for value in values:
            words = value.name if value.count is None else f"{value.name}  {value.count}"
            line = QListWidgetItem(in_order(words))
            line.setData(_VALUE, value)
            line.setFlags(line.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            on = value.ticked if kept is None else id_of(value.value) in kept
            line.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
            self.list.addItem(line)
            if id_of(value.value) == current:
                self.list.setCurrentItem(line)
        self._narrow(self.search.text())

    def ticked(self) -> list[object]:
        """The values that are ticked."""
        return [
            line.data(_VALUE).value for line in self._lines() if line.checkState() == Qt.CheckState.Checked
        ]

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and self.search.hasFocus():
            self.list.setFocus()
            self.list.setCurrentRow(next((at for at in range(self.list.count()) if self._is_shown(at)), -1))
            return
        super().keyPressEvent(event)

    @override
    def _apply(self) -> None:
        """With nothing ticked, the one value that typing has left is meant."""
        shown = [line for at, line in enumerate(self._lines()) if self._is_shown(at)]
        if not self.ticked() and self.search.text().strip() and shown:
            shown[0].setCheckState(Qt.CheckState.Checked)
        super()._apply()

    def _lines(self) -> list[QListWidgetItem]:
        return [self.list.item(at) for at in range(self.list.count())]

    def _is_shown(self, at: int) -> bool:
        return not self.list.item(at).isHidden()

    def _narrow(self, typed: str) -> None:
        names = [line.data(_VALUE).name for line in self._lines()]
        meant = set(found(typed, names))
        for line, name in zip(self._lines(), names, strict=True):
            line.setHidden(name not in meant)

    def _tick(self, *, on: bool) -> None:
        for at, line in enumerate(self._lines()):
            if self._is_shown(at):
                line.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)


class TextFilter(ColumnFilter):
    """Words that the column must hold, or whether it is blank; ``hint`` tells how they are written."""

    def __init__(self, heading: str, words: str, blank: Blank, parent: QWidget, hint: str = "") -> None:
        super().__init__(heading, parent)
        self.words = QLineEdit(words)
        self.words.setAccessibleName(heading)
        self.words.setPlaceholderText(hint or self.tr("holds these words"))
        self.choices = {
            Blank.ANY: QRadioButton(self.tr("blank or not")),
            Blank.FILLED: QRadioButton(self.tr("only filled in")),
            Blank.BLANK: QRadioButton(self.tr("only blank")),
        }
        self.choices[blank].setChecked(True)
        self.put_together(self.words, *self.choices.values())
        self.setFocusProxy(self.words)
        self.words.selectAll()

    def blank(self) -> Blank:
        """What is asked about blanks."""
        return next(key for key, choice in self.choices.items() if choice.isChecked())


class DaysFilter(ColumnFilter):
    """A stretch of days as people write it; the usual ones are a click away."""

    def __init__(self, heading: str, words: str, usual: Sequence[str], parent: QWidget) -> None:
        super().__init__(heading, parent)
        self.words = QLineEdit(words)
        self.words.setAccessibleName(heading)
        self.words.setPlaceholderText(self.tr("2019-03, 2019-03-01..2019-03-15"))
        made = [button(name, None, Kind.CHIP, partial(self._take, name)) for name in usual]
        half = (len(made) + 1) // 2
        self.put_together(self.words, across(*made[:half], None), across(*made[half:], None))
        self.setFocusProxy(self.words)
        self.words.selectAll()

    def _take(self, name: str) -> None:
        self.words.setText(name)
        self._apply()


class ChoiceFilter(ColumnFilter):
    """One of a few answers."""

    def __init__(
        self, heading: str, answers: Sequence[tuple[Blank, str]], now: Blank, parent: QWidget
    ) -> None:
        super().__init__(heading, parent)
        self.choices = {key: QRadioButton(caption(words)) for key, words in answers}
        self.choices[now].setChecked(True)
        self.put_together(*self.choices.values())
        self.setFocusProxy(self.choices[now])

    def blank(self) -> Blank:
        """The answer chosen."""
        return next(key for key, choice in self.choices.items() if choice.isChecked())


def id_of(value: object) -> str:
    """What tells a value from others; None is one of them."""
    return repr(value)
