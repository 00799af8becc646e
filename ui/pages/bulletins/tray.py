"""Left column of the bulletins page: the contributions to choose from, and which outlets are missing."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui import format as shown
from ui.tablemodels.records import Column, RecordsModel, Shown
from ui.theme.icons import Glyph
from ui.theme.tokens import Role, Space, State
from ui.widgets.banner import Banner
from ui.widgets.buttons import Kind, button
from ui.widgets.card import Pane
from ui.widgets.empty_state import EmptyState
from ui.widgets.instead import Instead
from ui.widgets.labels import label
from ui.widgets.layouts import boxed, down
from ui.widgets.table_view import TableView
from xcdesk.codes import ContributionState
from xcdesk.services.targets.contributions import ContributionRow
from xcdesk.services.targets.weekly import WeekCount

_WHERE = 2
_WIDTHS = (160, 96, 84)


class TrayTable(TableView):
    """A table of pieces in which Space takes one in or out."""

    toggled = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.toggled.emit()
            return
        super().keyPressEvent(event)


class TrayPane(QWidget):
    """Shows the tray of one issue; says which piece is chosen and when it is to be taken in or out."""

    chosen = Signal()
    toggled = Signal()
    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._issue: int | None = None
        self.model: RecordsModel[ContributionRow] = RecordsModel(self._columns(), self)
        self.table = TrayTable(states=(_WHERE,))
        self.table.setModel(self.model)
        self.table.setAccessibleName(self.tr("Contributions"))
        self.table.set_widths(_WIDTHS, stretch=0)
        self.note = label("", Role.CAPTION, "muted")
        self._stack = Instead(self.table)
        self._foot = down(margins=(Space.S, 0, Space.S, Space.S))
        foot = boxed(self._foot)
        heading = label(self.tr("Contributions"), Role.HEADING)
        self.setLayout(down(Pane(self._stack, (heading, self.note, None), foot)))
        self.table.selectionModel().currentRowChanged.connect(self.chosen)
        self.table.toggled.connect(self.toggled)
        self.table.activated.connect(self.opened)

    def show_rows(self, rows: Sequence[ContributionRow], issue: int | None, empty: EmptyState) -> None:
        """Show other contributions; the chosen one stays chosen where it is still there.

        Args:
            rows: in the order to be shown.
            issue: the bulletin in hand, None when there is none yet.
            empty: what stands here when there are no rows.
        """
        kept = self.row()
        self._issue = issue
        self.model.show_rows(rows)
        self.table.select_row(0)
        if kept is not None:
            self.choose(kept.id)
        unused = sum(row.state == ContributionState.RECEIVED for row in rows)
        pieces = shown.count(len(rows), "pieces")
        self.note.setText(self.tr("{pieces}, {unused} unused").format(pieces=pieces, unused=unused))
        self._stack.show_instead(None if rows else empty)

    def show_missing(self, counts: Sequence[WeekCount]) -> None:
        """Say at the foot which outlets have nothing accepted this week."""
        while (item := self._foot.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        missing = [count for count in counts if not count.met]
        if not missing:
            return
        names = shown.listed(count.outlet for count in missing)
        text = self.tr("Each owes at least {minimum} a week.").format(minimum=missing[0].minimum)
        copy = button("", Glyph.COPY, Kind.PLAIN, lambda: self._copy(names))
        copy.setAccessibleName(self.tr("Copy the reminder"))
        title = self.tr("Nothing accepted this week from {names}").format(names=names)
        self._foot.addWidget(Banner("warn", title, text, (copy,)))

    def row(self) -> ContributionRow | None:
        """The chosen contribution."""
        at = self.table.currentIndex().row()
        return self.model.rows()[at] if 0 <= at < self.model.rowCount() else None

    def choose(self, contribution: int) -> None:
        """Choose one contribution, if it is shown."""
        for at, row in enumerate(self.model.rows()):
            if row.id == contribution:
                self.table.select_row(at)

    def _columns(self) -> tuple[Column[ContributionRow], ...]:
        return (
            Column(self.tr("Title"), _WIDTHS[0], lambda row: Shown(row.title)),
            Column(self.tr("From"), _WIDTHS[1], lambda row: Shown(row.source)),
            Column(self.tr("Where"), _WIDTHS[2], lambda row: Shown(self._where(row), self._state(row))),
        )

    def _where(self, row: ContributionRow) -> str:
        if row.state == ContributionState.DECLINED:
            return self.tr("not used")
        if row.bulletin is None:
            return self.tr("unused")
        if row.bulletin == self._issue:
            return self.tr("this issue")
        if row.issue is None:
            return self.tr("other draft")
        return self.tr("No. {number}").format(number=row.issue)

    def _state(self, row: ContributionRow) -> State:
        if row.state == ContributionState.DECLINED:
            return State.NONE
        if row.bulletin is None:
            return State.NOT_YET
        return State.DONE if row.bulletin == self._issue else State.NOT_DUE

    def _copy(self, names: str) -> None:
        text = self.tr("{names}: please send this week's contribution to the internal reference.")
        QGuiApplication.clipboard().setText(text.format(names=names))
