"""Item models of the approval queue: its list, the steps, versions and events of one material."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QT_TRANSLATE_NOOP,
    QAbstractListModel,
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from typing_extensions import override

from ui import format as shown
from ui.language import language
from ui.messages import text
from ui.theme.tokens import State
from ui.widgets.labels import tip
from ui.widgets.state_cell import STATE_ROLE
from ui.widgets.two_line import TWO_LINE_ROLE, TwoLine
from xcdesk.codes import MaterialState
from xcdesk.normalise import in_order
from xcdesk.services import approvals
from xcdesk.services.approvals import EventRow, MaterialRow, Verdict, VersionRow

Index = QModelIndex | QPersistentModelIndex
HASH_SHOWN = 4
"""Characters of a content hash that people compare by eye."""

MARKS = {
    MaterialState.DRAFT: State.NOT_YET,
    MaterialState.IN_REVIEW: State.IN_HAND,
    MaterialState.RETURNED: State.SOON,
    MaterialState.APPROVED: State.DONE,
    MaterialState.ISSUED: State.DONE,
    MaterialState.CORRECTED: State.VOID,
    MaterialState.VOIDED: State.VOID,
    MaterialState.ARCHIVED: State.DONE,
    MaterialState.DISCARDED: State.VOID,
}
"""Mark of each state of a material."""

_OVER = frozenset(
    (
        MaterialState.ISSUED,
        MaterialState.CORRECTED,
        MaterialState.VOIDED,
        MaterialState.ARCHIVED,
        MaterialState.DISCARDED,
    )
)
_VERDICTS = {
    Verdict.AGREED: (State.DONE, QT_TRANSLATE_NOOP("materials", "Agreed")),
    Verdict.RETURNED: (State.SOON, QT_TRANSLATE_NOOP("materials", "Returned")),
    Verdict.WAITING: (State.IN_HAND, QT_TRANSLATE_NOOP("materials", "Waiting")),
    Verdict.NOT_YET: (State.NOT_YET, QT_TRANSLATE_NOOP("materials", "Not reached")),
}


def _tr(source: object) -> str:
    return QCoreApplication.translate("materials", str(source))


def state_word(state: MaterialState) -> str:
    """Word of a state, as on its chip."""
    return text(f"material.state.{state.value}")


def kind_word(row: MaterialRow) -> str:
    """Word of the kind of a material."""
    return text(f"material.kind.{row.kind.value}")


def verdict_word(verdict: Verdict) -> str:
    """Word of what became of a step."""
    return _tr(_VERDICTS[verdict][1])


def revision_word(revision: int, text_hash: str) -> str:
    """``第4版 · a91e``, the text a verdict was given on."""
    return _tr(QT_TRANSLATE_NOOP("materials", "revision {revision} · {mark}")).format(
        revision=revision, mark=text_hash[:HASH_SHOWN]
    )


def row_state(row: MaterialRow) -> tuple[State, str]:
    """Mark and word of a material; one whose check is owed says so."""
    if row.unchecked:
        return State.LATE, _tr(QT_TRANSLATE_NOOP("materials", "check owed"))
    return MARKS[row.state], state_word(row.state)


def two_line(row: MaterialRow) -> TwoLine:
    """A material as a row of the queue: what it is or why it waits for me, and the day with the wait."""
    state, word = row_state(row)
    told = f"{kind_word(row)} · {approvals.why_words(row, language())}" if row.why is not None else ""
    return TwoLine(row.title, state, word, _below(row), _aside(row), told)


def _below(row: MaterialRow) -> str:
    if row.claimed_by:
        words = _tr(QT_TRANSLATE_NOOP("materials", "{kind} · {name} is at it"))
        return words.format(kind=kind_word(row), name=row.claimed_by)
    if row.why is not None:
        return f"{approvals.short_why(row, language())} · {kind_word(row)}"
    if row.submitter:
        words = _tr(QT_TRANSLATE_NOOP("materials", "{kind} · submitted by {name}"))
    else:
        words = _tr(QT_TRANSLATE_NOOP("materials", "{kind} · drafted by {name}"))
    return words.format(kind=kind_word(row), name=row.submitter or row.author)


def _aside(row: MaterialRow) -> str:
    if row.check_due is not None:
        words = _tr(QT_TRANSLATE_NOOP("materials", "check by {day}"))
        return words.format(day=shown.day(row.check_due))
    if row.state in _OVER:
        return shown.instant(row.changed_at)
    return " · ".join(part for part in (_needed(row), _waited(row)) if part)


def _needed(row: MaterialRow) -> str:
    if row.needed_by is not None:
        return _tr(QT_TRANSLATE_NOOP("materials", "by {day}")).format(day=shown.day(row.needed_by))
    if row.round > 1:
        return _tr(QT_TRANSLATE_NOOP("materials", "round {round}")).format(round=row.round)
    return ""


def _waited(row: MaterialRow) -> str:
    if row.waiting_since is None:
        return ""
    words = _tr(QT_TRANSLATE_NOOP("materials", "waiting {hours} h"))
    return words.format(hours=f"{approvals.hours_waited(row):.1f}".removesuffix(".0"))


class MaterialListModel(QAbstractListModel):
    """The queue, in the order in which the service gives it, read in pages as the list is scrolled."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[MaterialRow, ...] = ()
        self._read: Callable[[int], Sequence[MaterialRow]] = lambda _: ()
        self._more, self._at = False, 0
        self._lines: dict[int, TwoLine] = {}  # the wait is counted over a calendar: once, not at each paint

    def set_rows(self, rows: Sequence[MaterialRow]) -> None:
        """Show these rows and no others."""
        self._show(rows, lambda _: (), more=False)

    def show_pages(
        self, pinned: Sequence[MaterialRow], read: Callable[[int], Sequence[MaterialRow]], most: int
    ) -> None:
        """Show pinned rows and what ``read`` gives from a line on, ``most`` rows at once, without doubles."""
        first = read(0)
        known = {row.id for row in pinned}
        rows = (*pinned, *(row for row in first if row.id not in known))
        self._show(rows, read, more=len(first) >= most)

    @override
    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._more

    @override
    def fetchMore(self, parent: Index) -> None:
        self._at += approvals.PAGE
        found = self._read(self._at)
        known = {row.id for row in self._rows}
        fresh = tuple(row for row in found if row.id not in known)
        self._more = len(found) >= approvals.PAGE
        if fresh:
            end = len(self._rows)
            self.beginInsertRows(QModelIndex(), end, end + len(fresh) - 1)
            self._rows = (*self._rows, *fresh)
            self.endInsertRows()

    def _show(
        self, rows: Sequence[MaterialRow], read: Callable[[int], Sequence[MaterialRow]], *, more: bool
    ) -> None:
        self.beginResetModel()
        self._rows, self._read, self._more, self._at = tuple(rows), read, more, 0
        self._lines.clear()
        self.endResetModel()

    def row_at(self, at: int) -> MaterialRow | None:
        """Material in line ``at``, None where there is none."""
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def line_of(self, material_id: int) -> int:
        """Line of a material, -1 where it is not in the list."""
        return next((at for at, row in enumerate(self._rows) if row.id == material_id), -1)

    def _line(self, row: MaterialRow) -> TwoLine:
        if row.id not in self._lines:
            self._lines[row.id] = two_line(row)
        return self._lines[row.id]

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row_at(index.row())
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return in_order(row.title)
        if role == TWO_LINE_ROLE:
            return self._line(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._line(row).accessible()
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(self._line(row).accessible())
        return None


R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """One column: heading to translate, text of a cell, and its state where it has one."""

    heading: object
    text: Callable[[R], str]
    state: Callable[[R], State | None] = lambda _: None


class RecordsModel(QAbstractTableModel, Generic[R]):
    """A short table of rows that is read whole."""

    def __init__(self, columns: Sequence[Column[R]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._rows: tuple[R, ...] = ()

    def set_rows(self, rows: Sequence[R]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row_at(self, at: int) -> R | None:
        """Record in line ``at``, None where there is none."""
        return self._rows[at] if 0 <= at < len(self._rows) else None

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._columns)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], self._columns[index.column()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return in_order(column.text(row))
        if role == STATE_ROLE:
            return column.state(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(column.text(row))
        return None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _tr(self._columns[section].heading)
        return super().headerData(section, orientation, role)


VERSION_COLUMNS: tuple[Column[VersionRow], ...] = (
    Column(QT_TRANSLATE_NOOP("materials", "Text"), lambda each: revision_word(each.revision, each.text_hash)),
    Column(QT_TRANSLATE_NOOP("materials", "Written by"), lambda each: each.who),
    Column(QT_TRANSLATE_NOOP("materials", "Time"), lambda each: shown.instant(each.at)),
    Column(
        QT_TRANSLATE_NOOP("materials", "Sign-off"),
        lambda each: state_word(MaterialState.APPROVED) if each.signed else "",
        lambda each: State.DONE if each.signed else None,
    ),
    Column(QT_TRANSLATE_NOOP("materials", "Title"), lambda each: each.title),
)
"""Saved texts of a material; column 3 is a state cell."""


def _event_words(event: EventRow) -> str:
    """Opinion of an act, with whom it concerned and for whom it was done."""
    sheet = event.sheet
    about = _tr(QT_TRANSLATE_NOOP("materials", "concerning {name}")).format(name=event.concerning)
    lent = _tr(QT_TRANSLATE_NOOP("materials", "for {name}")).format(name=event.behalf_of)
    paper = _tr(QT_TRANSLATE_NOOP("materials", "sheet of {day}"))
    parts = (
        about if event.concerning else "",
        lent if event.behalf_of else "",
        paper.format(day=shown.day(sheet.signed_on)) if sheet else "",
        event.opinion,
    )
    return " · ".join(part for part in parts if part)


EVENT_COLUMNS: tuple[Column[EventRow], ...] = (
    Column(QT_TRANSLATE_NOOP("materials", "Time"), lambda event: shown.instant(event.at)),
    Column(QT_TRANSLATE_NOOP("materials", "People"), lambda event: f"{event.who} {event.post}".strip()),
    Column(QT_TRANSLATE_NOOP("materials", "Act"), lambda event: text(f"material.action.{event.action}")),
    Column(
        QT_TRANSLATE_NOOP("materials", "Then"),
        lambda event: state_word(event.to_state),
        lambda event: MARKS[event.to_state],
    ),
    Column(
        QT_TRANSLATE_NOOP("materials", "Text"), lambda event: revision_word(event.revision, event.text_hash)
    ),
    Column(QT_TRANSLATE_NOOP("materials", "Opinion"), _event_words),
)
"""Everything that happened to a material; column 3 is a state cell."""
