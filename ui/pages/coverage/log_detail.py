"""The pane beside the log: everything about the chosen report, its link, and its piece in other outlets."""

from collections.abc import Sequence
from functools import partial
from urllib.parse import urlsplit

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from ui import format as shown
from ui.tablemodels.coverage_columns import COLUMNS
from ui.theme.icons import Glyph
from ui.theme.tokens import Role, State
from ui.widgets.buttons import Kind, button
from ui.widgets.chips import StateChip
from ui.widgets.detail_pane import DetailPane, Field, field_grid
from ui.widgets.labels import label
from ui.widgets.layouts import Item, across
from xcdesk.codes import ContactRole
from xcdesk.services.counts.item_filter import ItemField, ItemFilter
from xcdesk.services.log import coverage_log
from xcdesk.services.log.coverage_log import ItemRow
from xcdesk.services.roster import tenure_history

translate = QCoreApplication.translate

_MOST_MEMBERS = 20
_ELSEWHERE = frozenset({ItemField.TITLE, ItemField.URL, ItemField.REPRINTS})
"""Columns that have a place of their own in the pane."""


class LogDetail(DetailPane):
    """Shows one report; a report of a piece that ran elsewhere shows where."""

    link_asked = Signal(str)
    report_asked = Signal(int)
    piece_asked = Signal(int)  # a reprint group
    said = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setAccessibleName(self.tr("Details"))
        self.row: ItemRow | None = None
        self.show_row(None)

    def show_row(self, row: ItemRow | None) -> None:
        """Show a report, or say that one can be chosen."""
        self.row = row
        if row is None:
            words = self.tr("Choose a report to see all of it here.")
            self.show_parts("", (label(words, tone="muted", wrap=True),))
            return
        parts: list[Item] = []
        if row.group is not None and row.group_size > 1:
            words = self.tr("one piece, {count}").format(count=shown.count(row.group_size, "placements"))
            parts.append(across(StateChip(State.TWIN, words), None))
        parts.append(field_grid([*_fields(row), *_responsible(row)]))
        parts += self._link(row)
        parts += self._piece(row)
        self.show_parts(row.title or self.tr("(counted, without a title)"), parts)

    def _link(self, row: ItemRow) -> Sequence[Item]:
        if not row.url:
            return ()
        host = urlsplit(row.url).hostname or ""
        address = label(row.url, Role.CAPTION, "second", wrap=True)
        address.setAccessibleName(row.url)
        go = button(self.tr("Open…"), None, Kind.NORMAL, lambda: self.link_asked.emit(row.url))
        copy = button(self.tr("Copy the address"), Glyph.COPY, Kind.NORMAL, lambda: self._copy(row.url))
        return (label(self.tr("Link"), Role.HEADING), label(host, bold=True), address, across(go, copy, None))

    def _copy(self, url: str) -> None:
        QGuiApplication.clipboard().setText(url)
        self.said.emit(self.tr("The address has been copied"))

    def _piece(self, row: ItemRow) -> Sequence[Item]:
        if row.group is None:
            return ()
        members = coverage_log.page(ItemFilter(group_id=row.group), limit=_MOST_MEMBERS).rows
        parts: list[Item] = [label(self.tr("This piece ran in"), Role.HEADING)]
        for member in members:
            words = f"{shown.day(member.day)}  {member.outlet}"
            here = button(words, None, Kind.LINK, partial(self.report_asked.emit, member.id))
            here.setEnabled(member.id != row.id)
            parts.append(across(here, None))
        group = row.group
        only = button(self.tr("Show only these"), None, Kind.NORMAL, lambda: self.piece_asked.emit(group))
        return (*parts, across(only, None))


def _fields(row: ItemRow) -> list[Field]:
    """Everything that is filled in, under the headings of the table."""
    fields = [Field(column.heading, column.text(row)) for column in COLUMNS if column.key not in _ELSEWHERE]
    return [field for field in fields if field.value]


def _responsible(row: ItemRow) -> list[Field]:
    """Who led the outlet and who was its liaison on the day of the report: the one to ask about it."""
    held = tenure_history.responsible_on(row.outlet_id, row.day)
    names = {
        ContactRole.LEADER: translate("LogDetail", "Leader that day"),
        ContactRole.LIAISON: translate("LogDetail", "Liaison that day"),
    }
    return [
        Field(name, "  ".join(part for part in (held[role].name, held[role].phone) if part))
        for role, name in names.items()
        if role in held
    ]
