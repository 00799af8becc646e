"""What the views of the roster page have in common."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from ui.changes import Lately
from ui.theme.icons import Glyph
from ui.theme.tokens import Space
from ui.widgets.buttons import Kind, button
from ui.widgets.chips import FilterChip
from ui.widgets.detail_pane import DetailPane
from ui.widgets.empty_state import EmptyState, nothing_found
from ui.widgets.layouts import across
from ui.widgets.record_list import RecordList
from xcdesk import pinyin
from xcdesk.normalise import name_key


class Row(Protocol):
    """A row that can be kept here."""

    @property
    def id(self) -> int:
        """Its number."""

    @property
    def active(self) -> bool:
        """Whether it is in use."""


class RosterView(QWidget):
    """A list, and at its right what there is to say about the chosen row."""

    chosen = Signal()
    opened = Signal()
    asked = Signal(str, object)  # what is asked for, and the thing it is about, None for the chosen row
    filters_cleared = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.query = self.table = ""
        self.detail: DetailPane | None = None

    def take(self, listing: RecordList) -> None:
        """Show ``listing``; call it once at the start."""
        self.listing = listing
        self._row = across(listing, gap=Space.M)
        self._row.setStretch(0, 1)
        self.setLayout(self._row)
        listing.chosen.connect(self._choose)
        listing.opened.connect(self.opened)

    def mark_changes(self, lately: Lately, table: str) -> None:
        """Show which rows of ``table``, which lie behind this view, somebody else has just changed."""
        self.table = table
        self.listing.table.mark_changes(lately, table, self._number)

    def listings(self) -> Sequence[RecordList]:
        """Every list of this view."""
        return (self.listing,)

    def add_word(self) -> str:
        """Words of the verb that adds a row here."""
        raise NotImplementedError

    def reload(self) -> None:
        """Read the rows again and show those that match ``query``; the choice stays where it can."""
        raise NotImplementedError

    def narrow(self) -> None:
        """Show the rows that match chips and ``query`` now; a view that does not keep them reads again."""
        self.reload()

    def row(self) -> Row | None:
        """The chosen row, None where there is none that could be changed."""
        return None

    def ids(self) -> list[int]:
        """Ids of the rows shown, in their order."""
        return []

    def choose(self, row_id: int) -> None:
        """Choose the row with this id, without the filters if they hide it."""
        if row_id not in self.ids():
            self.clear_filters()
        if row_id in self.ids():
            self.listing.choose(self.ids().index(row_id))

    def show_detail(self) -> None:
        """Show what there is to say about the chosen row; nothing without a pane."""

    def give_detail(self, verbs: Sequence[QPushButton]) -> None:
        """Put the pane at the right, with the most needed verbs at its foot."""
        self.detail = DetailPane(verbs)
        self.detail.setAccessibleName(self.tr("Details"))
        self._row.addWidget(self.detail)

    def regions(self) -> Sequence[QWidget]:
        """What F6 visits here."""
        place = self.listing.place()
        return (place,) if self.detail is None else (place, self.detail)

    def show_choice(self, row_id: int | None, empty: EmptyState) -> None:
        """Choose the row with this id, else the first, after the model was filled; ``empty`` if none is."""
        if self.listing.table.model().rowCount():
            ids = self.ids()
            self.listing.show_table()
            self.listing.choose(ids.index(row_id) if row_id is not None and row_id in ids else 0)
        else:
            self.listing.show_empty(empty)
        self._choose()

    def clear_filters(self) -> None:
        """Turn every chip off and show all rows again."""

    def turn_off(self, chips: Sequence[FilterChip]) -> None:
        """Turn chips off at once, forget the words looked for, and show every row."""
        for chip in chips:
            with QSignalBlocker(chip):
                chip.setChecked(False)
        self.query = ""
        self.narrow()

    def nothing_matches(self, chips: Sequence[FilterChip]) -> EmptyState:
        """The state of a list whose filters leave nothing, with the way to take them away."""
        names = [chip.text() for chip in chips if chip.isChecked()]
        clear = button(self.tr("Clear the filter"), None, Kind.NORMAL, self.filters_cleared.emit)
        return nothing_found("  ".join([*names, *filter(None, [self.query])]), clear)

    def empty(self, glyph: Glyph, title: str, text: str, *, proposed: bool = False) -> EmptyState:
        """The state of a list that has no rows yet, with the way to the first one, or to those proposed."""
        add = button(self.add_word(), Glyph.ADD, Kind.NORMAL, lambda: self.asked.emit("add", None))
        if not proposed:
            return EmptyState(glyph, title, text, (add,))
        words = QCoreApplication.translate("RosterView", "Choose from proposals…")
        propose = button(
            words, Glyph.TEXT_BULLET_LIST, Kind.NORMAL, lambda: self.asked.emit("propose", self.table)
        )
        return EmptyState(glyph, title, text, (propose, add))

    def _number(self, line: int) -> int | None:
        ids = self.ids()
        return ids[line] if line < len(ids) else None

    def _choose(self) -> None:
        self.show_detail()
        self.chosen.emit()


def matches(query: str, words: Sequence[str]) -> bool:
    """Whether one of ``words`` holds ``query``, whatever widths and marks, or is meant by its initials."""
    key = name_key(query)
    return not key or any(key in name_key(word) or pinyin.matches(query, word) for word in words)
