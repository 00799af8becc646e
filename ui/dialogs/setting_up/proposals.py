"""Outlets or units that are proposed for the roster: seen and ticked before anything is put there."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QWidget
from typing_extensions import override

from ui import format as shown
from ui.messages import text
from ui.tablemodels.records import Column, Shown
from ui.tablemodels.ticked import TickedModel, TickedTable
from ui.theme.tokens import Role, Space, State
from ui.widgets.buttons import Kind, button
from ui.widgets.card import Pane
from ui.widgets.labels import label
from ui.widgets.layouts import across, down
from ui.widgets.notice import Notice
from ui.widgets.window_size import usual_size
from xcdesk.errors import DeskError
from xcdesk.services.roster.proposing import TAKEN, ProposedOutlet, ProposedUnit, Standing

translate = QCoreApplication.translate
_MARKS = {
    Standing.NEW: State.NEW,
    Standing.FILLS: State.CHANGED,
    Standing.KNOWN: State.DONE,
    Standing.ALIKE: State.TWIN,
    Standing.TWICE: State.TWIN,
    Standing.NAMELESS: State.WRONG,
    Standing.KINDLESS: State.WRONG,
}
Proposed = ProposedOutlet | ProposedUnit


class ProposalsDialog(QDialog):
    """``take`` is called with what is ticked; a refusal leaves the dialog open and says why."""

    help_topic = "roster#proposals"

    def __init__(
        self,
        title: str,
        rows: Sequence[Proposed],
        take: Callable[[Sequence[Any]], object],
        parent: QWidget | None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._take = take
        columns = _columns_of(rows)
        self.model = TickedModel[Proposed](columns, lambda one: one.place, _may, self)
        self.table = TickedTable(self.model, stretch=len(columns))
        self.table.setAccessibleName(title)
        self.notice = Notice()
        self.tally = label("", Role.CAPTION, "second", wrap=True)
        self.act_button = button(self.tr("Put on the roster"), None, Kind.PRIMARY, self.accept)
        self.act_button.setShortcut("Ctrl+Return")
        self.cancel_button = button(self.tr("Cancel"), None, Kind.NORMAL, self.reject)
        hint = label(self.tr("Space ticks the rows that are chosen."), Role.CAPTION, "muted")
        words = self.tr("Only what is ticked is put on the roster. Everything can be changed there later.")
        column = down(
            label(title, Role.TITLE),
            label(words, tone="second", wrap=True),
            self.notice,
            margins=Space.L,
            gap=Space.M,
        )
        column.addWidget(Pane(self.table), 1)
        column.addLayout(across(self.tally, None, hint))
        column.addLayout(across(None, self.cancel_button, self.act_button))
        self.setLayout(column)
        usual_size(self, 920, 620)
        usual = {one.place for one in rows if one.standing in {Standing.NEW, Standing.FILLS}}
        self.model.show_ticked(rows, usual)
        self.model.ticked.connect(self._say)
        self._say()
        self.table.select_row(0)
        self.table.setFocus()

    @override
    def accept(self) -> None:
        """Put what is ticked on the roster, and close only if it went through."""
        try:
            self._take(self.model.chosen())
        except DeskError as error:
            self.notice.refuse(self.tr("Not done"), error)
            return
        super().accept()

    def _say(self) -> None:
        ticked, rows = len(self.model.chosen()), self.model.rows()
        there = sum(one.standing is Standing.KNOWN for one in rows)
        words = self.tr("{ticked} of {all} ticked, {there} on the roster already")
        self.tally.setText(words.format(all=shown.count(len(rows), "rows"), ticked=ticked, there=there))
        self.act_button.setEnabled(ticked > 0)


def _may(one: Proposed) -> bool:
    return one.standing in TAKEN


def _columns_of(rows: Sequence[Proposed]) -> Sequence[Column[Any]]:
    """Those of units or of outlets; people have one where the list names any."""
    if any(isinstance(one, ProposedUnit) for one in rows):
        return _unit_columns()
    name, kind, tier, people, standing = _outlet_columns()
    named = any(isinstance(one, ProposedOutlet) and one.people for one in rows)
    return (name, kind, tier, *([people] if named else ()), standing)


def _outlet_columns() -> Sequence[Column[Any]]:
    return (
        Column(translate("ProposalsDialog", "Outlet"), 200, lambda one: Shown(one.name)),
        Column(translate("ProposalsDialog", "Kind"), 90, lambda one: Shown(_word("outlet_kind", one.kind))),
        Column(translate("ProposalsDialog", "Tier"), 80, lambda one: Shown(_word("tier", one.tier))),
        Column(translate("ProposalsDialog", "People"), 180, _people),
        Column(translate("ProposalsDialog", "What becomes of it"), 320, _standing),
    )


def _unit_columns() -> Sequence[Column[Any]]:
    return (
        Column(translate("ProposalsDialog", "Unit"), 260, lambda one: Shown(one.name)),
        Column(translate("ProposalsDialog", "Kind"), 160, lambda one: Shown(_word("unit_kind", one.kind))),
        Column(translate("ProposalsDialog", "What becomes of it"), 400, _standing),
    )


def _word(group: str, value: object) -> str:
    return "" if value is None else text(f"{group}.{value}")


def _people(one: ProposedOutlet) -> Shown:
    return Shown("，".join(who.name for who in one.people))


def _standing(one: Proposed) -> Shown:
    return Shown(text(f"standing.{one.standing.value}", like=one.like), _MARKS[one.standing])
