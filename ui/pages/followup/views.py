"""The views of follow-up, one of them in front: board, table, wall, ledger; and what is chosen there."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.changes import Lately
from ui.pages.followup.board import CaseBoard
from ui.pages.followup.ledger import LedgerView
from ui.pages.followup.table import CaseTable
from ui.pages.followup.wall import WallView
from ui.widgets.segmented import Segment, Segmented
from xcdesk.services.cases import CaseRow

BOARD, TABLE, WALL, LEDGER = "board", "table", "wall", "ledger"
View = CaseBoard | CaseTable | WallView | LedgerView


class CaseViews(QStackedWidget):
    """``segments`` turn them; the ledger counts units, so no case is chosen in it."""

    chosen = Signal()
    opened = Signal()

    def __init__(self, lately: Lately) -> None:
        super().__init__()
        self.segments = Segmented(
            (
                Segment(BOARD, self.tr("Board")),
                Segment(TABLE, self.tr("List")),
                Segment(WALL, self.tr("Wall")),
                Segment(LEDGER, self.tr("Ledger")),
            )
        )
        self.board, self.table = CaseBoard(lately), CaseTable(lately)
        self.wall, self.ledger = WallView(), LedgerView()
        self._views: dict[str, View] = {
            BOARD: self.board,
            TABLE: self.table,
            WALL: self.wall,
            LEDGER: self.ledger,
        }
        for view in self._views.values():
            self.addWidget(view)
        for view in (self.board, self.table, self.wall):
            view.chosen.connect(self.chosen)
            view.opened.connect(self.opened)
        self.segments.chosen.connect(lambda key: self.setCurrentWidget(self._views[key]))

    @property
    def key(self) -> str:
        """Which view is in front."""
        return self.segments.key

    def lists(self) -> Iterator[QWidget]:
        """Everything in which cases are chosen, for context menus."""
        for view in (self.board, self.table, self.wall):
            yield from view.views()

    def place(self) -> QWidget:
        """What takes the keyboard."""
        return self._front().place()

    def current(self) -> CaseRow | None:
        """The chosen case of the view in front."""
        view = self._front()
        return None if isinstance(view, LedgerView) else view.current()

    def selected(self) -> Sequence[CaseRow]:
        """All the cases that are chosen in the view in front, where more than one can be."""
        view = self._front()
        return view.selected() if isinstance(view, CaseBoard | CaseTable) else ()

    def choose(self, case_id: int) -> bool:
        """Choose a case in the view in front; False where it is not there."""
        view = self._front()
        return not isinstance(view, LedgerView) and view.choose(case_id)

    def _front(self) -> View:
        return self._views[self.key]
