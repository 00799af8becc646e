"""What stands in the one box: chips, and the text behind them."""

from PySide6.QtCore import QObject, Signal

from ui.finder import words
from ui.widgets.chip_field import ChipField
from xcdesk.services.search import Chip, Prefix
from xcdesk.services.search.query import chip_of
from xcdesk.services.search.saved_searches import SavedRow


class Entry(QObject):
    """Keeps the chips of a field; ``typed`` follows keystrokes, ``changed`` what was done at one stroke."""

    typed = Signal()
    changed = Signal()

    def __init__(self, field: ChipField, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._field = field
        self.chips: tuple[Chip, ...] = ()
        field.textEdited.connect(self._edited)
        field.chip_removed.connect(self._remove)

    @property
    def text(self) -> str:
        """What stands behind the chips."""
        return self._field.text()

    def written(self) -> str:
        """All of it as one line that can be typed."""
        return words.written(self.chips, self.text)

    def clear(self) -> None:
        """Empty the box."""
        self._show((), "")

    def put(self, chip: Chip) -> None:
        """Put a chip in the place of the word that it was offered for."""
        self._show((*self.chips, chip), _joined(self.text.split()[:-1]))
        self.changed.emit()

    def begin(self, prefix: Prefix) -> None:
        """Write a prefix, for its value to be typed."""
        self._show(self.chips, f"{words.prefix(prefix)}:")
        self.changed.emit()

    def use(self, kept: SavedRow) -> None:
        """Put a kept search into the box."""
        read = [(part, chip_of(part)) for part in kept.words.split()]
        chips = tuple(chip for _, chip in read if chip is not None and chip.value)
        self._show(chips, " ".join(part for part, chip in read if chip is None))
        self.changed.emit()

    def _edited(self) -> None:
        """A prefix that is finished by a blank becomes a chip."""
        parts = self.text.split()
        if parts and self.text[-1].isspace():
            chip = chip_of(parts[-1])
            if chip is not None and chip.value:
                self._show((*self.chips, chip), _joined(parts[:-1]))
        self.typed.emit()

    def _remove(self, at: int) -> None:
        self._show((*self.chips[:at], *self.chips[at + 1 :]), self.text)
        self.changed.emit()

    def _show(self, chips: tuple[Chip, ...], text: str) -> None:
        self.chips = tuple(dict.fromkeys(chips))
        self._field.show_chips([words.chip(chip) for chip in self.chips])
        if text != self.text:
            self._field.setText(text)


def _joined(parts: list[str]) -> str:
    return "".join(f"{part} " for part in parts)
