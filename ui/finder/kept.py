"""Keeping searches: name one, give it another name, take it off the list; each act can be taken back."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.dialogs.form import FormDialog
from ui.undo import Act
from ui.widgets.fields import text_field
from xcdesk.services.search import saved_searches
from xcdesk.services.search.saved_searches import SavedRow

_NAME = 40


class KeptSearches(QObject):
    """Acts on the searches of the person at the desk; knows the newest version of each."""

    changed = Signal()
    said = Signal(str)

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        self._rows: dict[int, SavedRow] = {}

    def ask_name(self, words: str) -> None:
        """Ask under which name a search is to be kept."""
        self._ask(self.tr("Keep this search"), self.tr("Keep"), words, words, self._keep)

    def ask_new_name(self, kept: SavedRow) -> None:
        """Ask for another name."""
        self._ask(
            self.tr("Rename the search"), self.tr("Rename"), kept.name, kept.words,
            lambda name, words: self._rename(kept, name, words),
        )  # fmt: skip

    def remove(self, kept: SavedRow) -> None:
        """Take a search off the list."""
        self._move(kept, saved_searches.remove)
        name = self.tr("Remove the search “{name}”").format(name=kept.name)
        self._push(
            name,
            lambda: self._move(kept, saved_searches.restore),
            lambda: self._move(kept, saved_searches.remove),
        )
        self.said.emit(self.tr("The search “{name}” is off the list").format(name=kept.name))

    def _ask(self, title: str, verb: str, name: str, words: str, save: Callable[[str, str], None]) -> None:
        field = text_field(name[:_NAME], _NAME)
        field.selectAll()
        form = FormDialog(title, verb, lambda: save(field.text(), words), self._window)
        form.add("name", self.tr("Name"), field, self.tr("Finds: {words}").format(words=words))
        form.finished.connect(form.deleteLater)
        form.open()

    def _keep(self, name: str, words: str) -> None:
        made = saved_searches.keep(self._desk.actor, name, words)
        self._rows[made.id] = made
        self._push(
            self.tr("Keep the search “{name}”").format(name=made.name),
            lambda: self._move(made, saved_searches.remove),
            lambda: self._move(made, saved_searches.restore),
        )
        self.said.emit(self.tr("The search “{name}” is kept; Ctrl+K offers it").format(name=made.name))

    def _rename(self, kept: SavedRow, name: str, words: str) -> None:
        self._change(kept, name, words)
        self._push(
            self.tr("Rename the search “{name}”").format(name=kept.name),
            lambda: self._change(kept, kept.name, kept.words),
            lambda: self._change(kept, name, words),
        )
        self.said.emit(self.tr("The search is named “{name}” now").format(name=name))

    def _change(self, kept: SavedRow, name: str, words: str) -> None:
        changed = saved_searches.change(self._desk.actor, self._newest(kept), name, words)
        self._rows[kept.id] = changed
        self.changed.emit()

    def _move(self, kept: SavedRow, how: Callable[..., SavedRow]) -> None:
        self._rows[kept.id] = how(self._desk.actor, self._newest(kept))
        self.changed.emit()

    def _newest(self, kept: SavedRow) -> SavedRow:
        """The row as the last act here or on another machine left it."""
        known = self._rows.get(kept.id, kept)
        return known if known.version > kept.version else kept

    def _push(self, name: str, undo: Callable[[], None], redo: Callable[[], None]) -> None:
        self._desk.undo.push(Act(name, undo, redo))
        self.changed.emit()
