"""Left column of the bulletins page: the candidates for an issue, and which outlets are missing."""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui import format as shown
from ui.messages import text
from ui.tablemodels.records import Column, RecordsModel, Shown
from ui.theme.icons import Glyph
from ui.theme.tokens import Role, Space, State
from ui.widgets.banner import Banner
from ui.widgets.buttons import Kind, button
from ui.widgets.card import Pane
from ui.widgets.empty_state import EmptyState
from ui.widgets.instead import Instead
from ui.widgets.labels import label
from ui.widgets.layouts import boxed, clear, down
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.table_view import TableView
from xcdesk.codes import ContributionState, Series
from xcdesk.services.issuing.pieces import PieceRow
from xcdesk.services.targets.weekly import WeekCount

_WHERE = 2
_WIDTHS = (152, 88, 100)


class Shelf(StrEnum):
    """Which candidates the tray shows."""

    UNUSED = "unused"
    HERE = "here"
    ALL = "all"


class TrayTable(TableView):
    """A table of pieces in which Space takes one in or out."""

    toggled = Signal()
    entered = Signal()  # the keyboard has come here

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.selectionModel().hasSelection():
            self.select_row(self.currentIndex().row())
        self.entered.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.toggled.emit()
            return
        super().keyPressEvent(event)


class TrayPane(QWidget):
    """Shows the tray of one issue; says which piece is chosen and when it is to be taken in or out."""

    help_topic = "bulletins#tray"
    chosen = Signal()
    toggled = Signal()
    opened = Signal()
    shelved = Signal()  # other candidates are wanted

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._issue: int | None = None
        self._all: tuple[PieceRow, ...] = ()
        self.model: RecordsModel[PieceRow] = RecordsModel(self._columns(), self)
        self.table = TrayTable(states=(_WHERE,))
        self.table.setModel(self.model)
        self.table.setAccessibleName(self.tr("Candidates"))
        self.table.setSelectionMode(TrayTable.SelectionMode.SingleSelection)
        self.table.set_widths(_WIDTHS, stretch=0)
        self._words = {
            Shelf.ALL: self.tr("All"),
            Shelf.UNUSED: self.tr("Unused"),
            Shelf.HERE: self.tr("This issue"),
        }
        self.shelf = Segmented([Segment(key, word) for key, word in self._words.items()])
        self.shelf.setAccessibleName(self.tr("Which candidates"))
        self._stack = Instead(self.table)
        self._foot = down(margins=(Space.S, 0, Space.S, Space.S))
        foot = boxed(self._foot)
        heading = label(self.tr("Candidates"), Role.HEADING)
        self.setLayout(down(Pane(self._stack, (heading, None, self.shelf), foot)))
        self.table.selectionModel().selectionChanged.connect(self.chosen)
        self.table.toggled.connect(self.toggled)
        self.table.activated.connect(self.opened)
        self.shelf.chosen.connect(self._reshelve)

    def show_rows(
        self,
        rows: Sequence[PieceRow],
        issue: int | None,
        fits: Callable[[PieceRow], bool],
        empty: Callable[[], EmptyState],
    ) -> None:
        """Show other candidates; the chosen one stays chosen where it is still there.

        Args:
            rows: in the order to be shown.
            issue: the bulletin in hand, None when there is none yet.
            fits: whether a row is one of those asked for in the search box.
            empty: makes what stands here when there are no rows.
        """
        kept = self.row()
        at = self.table.currentIndex().row()
        self._issue = issue
        self._all = tuple(row for row in rows if fits(row))
        shown = [row for row in self._all if self._on_shelf(row)]
        self.model.show_rows(shown)
        if kept is None or not self.choose(kept.key):
            self.table.select_row(min(max(at, 0), len(shown) - 1))
        self._count()
        self._stack.show_instead(None if shown else empty())

    def show_missing(self, counts: Sequence[WeekCount]) -> None:
        """Say at the foot which outlets have nothing accepted this week."""
        clear(self._foot)
        missing = [count for count in counts if not count.met]
        if not missing:
            return
        names = shown.listed(count.outlet for count in missing)
        words = self.tr("Each owes at least {minimum} a week; reports that were marked are no contributions.")
        words = words.format(minimum=missing[0].minimum)
        copy = button("", Glyph.COPY, Kind.PLAIN, lambda: self._copy(names))
        copy.setAccessibleName(self.tr("Copy the reminder"))
        title = self.tr("No contribution accepted this week from {names}").format(names=names)
        self._foot.addWidget(Banner("warn", title, words, (copy,)))

    def row(self) -> PieceRow | None:
        """The chosen candidate; None while the piece in hand stands elsewhere."""
        chosen = self.table.selectionModel().selectedRows()
        return self.model.rows()[chosen[0].row()] if chosen else None

    def leave(self) -> None:
        """Choose nothing; the keyboard comes back to where it was."""
        self.table.clearSelection()

    def choose(self, key: str) -> bool:
        """Choose one candidate; whether it is shown."""
        for at, row in enumerate(self.model.rows()):
            if row.key == key:
                self.table.select_row(at)
                return True
        return False

    def has_others(self) -> bool:
        """Whether there are candidates on another shelf than the one shown."""
        return bool(self._all)

    def show_all(self) -> None:
        """Show every candidate, whatever became of it."""
        self.shelf.choose(Shelf.ALL)

    def _on_shelf(self, row: PieceRow) -> bool:
        if self.shelf.key == Shelf.UNUSED:
            return row.state == ContributionState.RECEIVED
        return self.shelf.key == Shelf.ALL or (row.bulletin is not None and row.bulletin == self._issue)

    def _count(self) -> None:
        counts: Mapping[Shelf, int] = {
            Shelf.ALL: len(self._all),
            Shelf.UNUSED: sum(row.state == ContributionState.RECEIVED for row in self._all),
            Shelf.HERE: sum(row.bulletin is not None and row.bulletin == self._issue for row in self._all),
        }
        for key, count in counts.items():
            self.shelf.set_text(key, f"{self._words[key]} {count}")

    def _reshelve(self) -> None:
        self.shelved.emit()

    def _columns(self) -> tuple[Column[PieceRow], ...]:
        return (
            Column(self.tr("Title"), _WIDTHS[0], lambda row: Shown(row.name)),
            Column(self.tr("From"), _WIDTHS[1], lambda row: Shown(self._sender(row))),
            Column(self.tr("Where"), _WIDTHS[2], lambda row: Shown(self._where(row), self._state(row))),
        )

    def _sender(self, row: PieceRow) -> str:
        return row.sender or row.source_line or text(f"piece.{row.kind.value}")

    def _where(self, row: PieceRow) -> str:
        if row.state == ContributionState.DECLINED:
            return self.tr("not used")
        if row.bulletin is None:
            return self.tr("unused")
        if row.bulletin == self._issue:
            return self.tr("this issue")
        if row.issue is None:
            return self.tr("other draft")
        words = self.tr("Extra {number}") if row.series == Series.EXTRA else self.tr("No. {number}")
        return words.format(number=row.issue)

    def _state(self, row: PieceRow) -> State:
        if row.state == ContributionState.DECLINED:
            return State.NONE
        if row.bulletin is None:
            return State.NOT_YET
        return State.DONE if row.bulletin == self._issue else State.NOT_DUE

    def _copy(self, names: str) -> None:
        words = self.tr("{names}: please send this week's contribution to the internal reference.")
        QGuiApplication.clipboard().setText(words.format(names=names))
