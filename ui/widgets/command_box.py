"""The box at the right of the tabs that finds verbs and tabs by their names."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, QStringListModel, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget
from typing_extensions import override

from ui.theme.icons import Glyph, icon


@dataclass(frozen=True, slots=True)
class Command:
    """Something that can be found and carried out: its name, where it belongs, and its shortcut."""

    name: str
    place: str
    shortcut: str
    run: Callable[[], object]

    def line(self) -> str:
        """How the command stands in the list of finds."""
        return "  ·  ".join(part for part in (self.name, self.place, self.shortcut) if part)


class CommandBox(QLineEdit):
    """Type part of a name, choose with the arrow keys; Enter carries it out, Esc goes back to the page."""

    def __init__(self, commands: Callable[[], Sequence[Command]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._commands = commands
        self._found: list[Command] = []
        self._model = QStringListModel(self)
        hint = self.tr("Search or type a command")
        self.setPlaceholderText(f"{hint}  Ctrl+K")
        self.setAccessibleName(hint)
        self.addAction(icon(Glyph.SEARCH, "text3"), QLineEdit.ActionPosition.LeadingPosition)
        self._completer = QCompleter(self._model, self)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setMaxVisibleItems(12)
        self.setCompleter(self._completer)
        self._completer.activated.connect(self._carry_out)

    @override
    def sizeHint(self) -> QSize:
        return QSize(340, super().sizeHint().height())

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._fill()
        super().focusInEvent(event)

    def _fill(self) -> None:
        self._found = list(self._commands())
        self._model.setStringList([command.line() for command in self._found])

    def _carry_out(self, line: str) -> None:
        found = next((command for command in self._found if command.line() == line), None)
        self.clear()
        if found is not None:
            found.run()
