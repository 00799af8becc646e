"""A line in which a name of a list is typed: any part of it finds it, and so do its initials."""

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget
from typing_extensions import override

from ui.widgets.pick_field import rank
from xcdesk.normalise import name_key

_MOST_OFFERED = 12


def found(typed: str, names: Sequence[str]) -> list[str]:
    """The names that ``typed`` may mean, the likeliest first; all of them while nothing is typed."""
    if not name_key(typed):
        return list(names)
    ranked = [(best, at, name) for at, name in enumerate(names) if (best := rank(typed, name)) is not None]
    return [name for _, _, name in sorted(ranked)]


class NameField(QLineEdit):
    """Offers the names that what is typed may mean; `name` answers the one meant.

    What no name matches stays as it was typed: the service may know it as another spelling.
    """

    def __init__(self, names: Sequence[str] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = tuple(names)
        self._offered = QStringListModel(list(names), self)
        self._finder = finder = QCompleter(self._offered, self)
        finder.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        finder.setMaxVisibleItems(_MOST_OFFERED)
        finder.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(finder)
        self.textEdited.connect(self._offer)

    def name(self) -> str:
        """The name meant: the one typed whole, else the likeliest, else what was typed."""
        typed = self.text().strip()
        if not typed or typed in self._names:
            return typed
        meant = found(typed, self._names)
        return meant[0] if meant else typed

    def offer_all(self) -> None:
        """Show every name, as a click on the arrow of a list would."""
        self._offered.setStringList(list(self._names))
        self.completer().complete()

    def hide_offer(self) -> None:
        """Put the list of names away."""
        offered = self._finder.popup()
        if offered is not None:
            offered.hide()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._offered.setStringList(list(self._names))

    def _offer(self, typed: str) -> None:
        if not self._names:
            return
        self._offered.setStringList(found(typed, self._names))
        self.completer().complete()
