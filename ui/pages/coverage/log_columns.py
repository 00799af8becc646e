"""Which columns the log shows, in which order, how wide, and how many stay: remembered for each person."""

import json
from collections.abc import Container, Mapping, Sequence

from PySide6.QtCore import QObject, QTimer

from ui.desk import Desk
from ui.tablemodels.coverage_columns import COLUMNS, TITLE
from ui.theme import theme
from ui.widgets.log_table import LogTable
from xcdesk.services.counts.item_filter import ItemField

USUAL: tuple[ItemField, ...] = tuple(column.key for column in COLUMNS if column.usual)
"""Columns of a desk that has chosen none."""

_PLACES: Mapping[ItemField, int] = {column.key: at for at, column in enumerate(COLUMNS)}
_NAME = "log/columns"
_KNOWN_BEFORE = frozenset(ItemField) - {ItemField.MARK}
"""Columns of the program that did not keep yet which ones there were."""
_LEAST_TITLE = 200
_SETTLED_MS = 500


class LogColumns(QObject):
    """Keeps the headings of a table as the person likes them; the title takes the room that is left over."""

    def __init__(self, desk: Desk, table: LogTable) -> None:
        super().__init__(table)
        self._desk, self._table = desk, table
        self._widths: dict[ItemField, int] = {}
        self._frozen = 0
        self._arranging = False
        self._pause = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._pause.timeout.connect(self._remember)
        self._restore()
        heads = table.horizontalHeader()
        heads.sectionMoved.connect(self._moved)
        heads.sectionResized.connect(self._resized)
        table.resized.connect(self._fit)

    @property
    def frozen(self) -> int:
        """How many columns stay in view when the rest is scrolled."""
        return self._frozen

    def shown(self) -> tuple[ItemField, ...]:
        """The columns shown, from left to right."""
        heads = self._table.horizontalHeader()
        order = [heads.logicalIndex(at) for at in range(heads.count())]
        return tuple(COLUMNS[at].key for at in order if not self._table.isColumnHidden(at))

    def show(self, columns: Sequence[ItemField], frozen: int) -> None:
        """Show these columns in this order; the others are hidden behind them."""
        self._arrange(columns or USUAL, frozen)
        self._remember()

    def reset(self) -> None:
        """Show the usual columns in their own order and widths again."""
        self._widths.clear()
        self.show(USUAL, 0)

    def _arrange(self, columns: Sequence[ItemField], frozen: int) -> None:
        self._arranging = True
        heads = self._table.horizontalHeader()
        rest = [column.key for column in COLUMNS if column.key not in columns]
        for visual, key in enumerate((*columns, *rest)):
            heads.moveSection(heads.visualIndex(_PLACES[key]), visual)
        for at, column in enumerate(COLUMNS):
            self._table.setColumnHidden(at, column.key not in columns)
            usual = max(theme.scaled(column.width), self._table.heads.width_of(column.heading))
            self._table.setColumnWidth(at, self._widths.get(column.key, usual))
        self._frozen = frozen
        self._arranging = False
        self._fit()
        self._table.frozen.set_count(frozen)

    def _fit(self) -> None:
        """Give the title what is left over, until somebody gives it a width."""
        if ItemField.TITLE in self._widths or self._table.isColumnHidden(TITLE):
            return
        heads = self._table.horizontalHeader()
        others = heads.length() - heads.sectionSize(TITLE)
        self._arranging = True
        self._table.setColumnWidth(
            TITLE, max(theme.scaled(_LEAST_TITLE), self._table.viewport().width() - others)
        )
        self._arranging = False

    def _moved(self) -> None:
        if not self._arranging:
            self._pause.start()

    def _resized(self, column: int, _old: int, width: int) -> None:
        if self._arranging or not width:
            return
        self._widths[COLUMNS[column].key] = width
        self._pause.start()
        self._fit()

    def _remember(self) -> None:
        self._pause.stop()
        known = list(ItemField)
        kept = {"columns": self.shown(), "frozen": self._frozen, "widths": self._widths, "known": known}
        self._desk.preferences.remember(_NAME, self._desk.actor.id, json.dumps(kept))

    def _restore(self) -> None:
        text = self._desk.preferences.remembered(_NAME, self._desk.actor.id)
        kept = json.loads(text) if text else {}
        known = set(ItemField)
        self._widths = {
            ItemField(key): int(width) for key, width in kept.get("widths", {}).items() if key in known
        }
        columns = [ItemField(key) for key in kept.get("columns", ()) if key in known]
        if columns:
            _add_new(columns, kept.get("known", _KNOWN_BEFORE))
        self._arrange(columns or USUAL, int(kept.get("frozen", 0)))


def _add_new(columns: list[ItemField], known: Container[str]) -> None:
    """Put usual columns that the program got since then in their places among those that a person keeps."""
    for key in USUAL:
        if key not in known:
            later = (at for at, other in enumerate(columns) if _PLACES[other] > _PLACES[key])
            columns.insert(next(later, len(columns)), key)
