"""A field for one of a list: found by the initials of its pinyin, its first characters or any part of it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.widgets.fields import Option, room_for
from ui.widgets.pick_list import PickList
from ui.widgets.settling_field import SettlingField
from xcdesk import pinyin
from xcdesk.normalise import name_key

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_ENTERS = frozenset((Qt.Key.Key_Return, Qt.Key.Key_Enter))


class PickField(SettlingField):
    """Takes the first find when it is left; text that names nothing stays and is marked as wrong.

    Enter takes the find and emits ``entered``; Esc takes back what was typed.
    """

    entered = Signal()
    chosen = Signal()

    def __init__(self, name: str, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._options: tuple[Option, ...] = ()
        self._found: list[Option] = []
        self._value = ""
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        self.setFixedWidth(room_for(self, name, width))
        self.setMaxLength(80)
        self.setInputMethodHints(Qt.InputMethodHint.ImhPreferLatin)
        self._list = PickList(self)
        self._list.picked.connect(self._pick)
        self.textEdited.connect(self._offer)

    def set_options(self, options: Sequence[Option]) -> None:
        """Offer other options; what is chosen stays."""
        self._options = tuple(options)

    def value(self) -> str:
        """The word of the option taken; what was typed, where that names none; "" for nothing."""
        return self._value

    def take(self, value: str) -> None:
        """Show a word as if it had been chosen."""
        self._found = []
        self._list.hide()
        self._mark(wrong=False)
        changed = value != self._value
        self._value = value
        self.setText(value)
        self.setCursorPosition(0)
        if changed:
            self.chosen.emit()

    def step(self, by: int) -> None:
        """Take the option behind the one taken, or before it; stays where there is no further one."""
        names = [option.text for option in self._options]
        at = names.index(self._value) + by if self._value in names else 0
        if 0 <= at < len(names):
            self.take(names[at])

    @override
    def settle(self) -> None:
        """Take the find that is marked for what was typed."""
        if self.text() == self._value:
            self._list.hide()
            return
        found = self._best()
        if found is not None:
            self.take(found.text)
        elif not self.text().strip():
            self.take("")
        else:
            self._value = self.text().strip()
            self._list.hide()
            self._mark(wrong=True)
            self.chosen.emit()

    def wanted(self, text: str) -> str:
        """The part of the text that names an option; all of it, unless a subclass reads more from it."""
        return text

    def finds(self, text: str) -> list[Option]:
        """Options that a text may mean, the likeliest first."""
        ranks = [(rank(text, option.text), option) for option in self._options if option.text]
        found = sorted((pair for pair in ranks if pair[0] is not None), key=lambda pair: pair[0] or 0)
        return [option for _, option in found]

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _ENTERS:
            self.settle()
            self.entered.emit()
        elif key in _STEPS and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._walk(_STEPS[key])
        elif key == Qt.Key.Key_Escape and (self._list.isVisible() or self.text() != self._value):
            self.take(self._value)
            self.selectAll()
        else:
            super().keyPressEvent(event)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._list.hide()
        super().hideEvent(event)

    def _offer(self) -> None:
        self._mark(wrong=False)
        text = self.wanted(self.text()).strip()
        self._found = self.finds(text) if text else []
        self._list.offer([option.text for option in self._found])
        self._tell()

    def _walk(self, by: int) -> None:
        """Mark another find; without a list, show all options."""
        if self._list.isVisible():
            self._list.step(by)
        else:
            self._found = list(self._options)
            names = [option.text for option in self._found]
            self._list.offer(names, names.index(self._value) if self._value in names else 0)
        self._tell()

    def _tell(self) -> None:
        """Let a screen reader know which find Enter would take."""
        found = self._best()
        self.setAccessibleDescription(found.text if found is not None else "")

    def _best(self) -> Option | None:
        if self._list.isVisible() and 0 <= self._list.at() < len(self._found):
            return self._found[self._list.at()]
        text = self.wanted(self.text()).strip()
        return next(iter(self.finds(text)), None) if text else None

    def _pick(self, at: int) -> None:
        self.take(self._found[at].text)


def rank(typed: str, name: str) -> int | None:
    """How well a name fits what was typed, 0 best; None if it does not."""
    key, plain = name_key(typed), name_key(name)
    if not key:
        return None
    if plain.startswith(key):
        return 0 if plain == key else 1
    place = pinyin.place(typed, name)
    if place == 0:
        return 2
    if key in plain:
        return 3
    return None if place is None else 4
