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
from ui.messages import text
from ui.theme.tokens import State
from ui.widgets.labels import tip
from ui.widgets.state_cell import STATE_ROLE
from ui.widgets.two_line import TWO_LINE_ROLE, TwoLine
from xcdesk.codes import MaterialState
from xcdesk.services.approvals import EventRow, MaterialRow, StepRow, Verdict, VersionRow

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


def two_line(row: MaterialRow) -> TwoLine:
    """A material as a row of the queue."""
    if row.submitter:
        below = _tr(QT_TRANSLATE_NOOP("materials", "{kind} · submitted by {name}"))
    else:
        below = _tr(QT_TRANSLATE_NOOP("materials", "{kind} · drafted by {name}"))
    below = below.format(kind=kind_word(row), name=row.submitter or row.author)
    return TwoLine(row.title, MARKS[row.state], state_word(row.state), below, _aside(row))


def _aside(row: MaterialRow) -> str:
    if row.state in _OVER:
        return shown.instant(row.changed_at)
    if row.needed_by is not None:
        return _tr(QT_TRANSLATE_NOOP("materials", "by {day}")).format(day=shown.day(row.needed_by))
    if row.round > 1:
        return _tr(QT_TRANSLATE_NOOP("materials", "round {round}")).format(round=row.round)
    return ""


class MaterialListModel(QAbstractListModel):
    """The queue, in the order in which the service gives it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[MaterialRow, ...] = ()

    def set_rows(self, rows: Sequence[MaterialRow]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row_at(self, at: int) -> MaterialRow | None:
        """Material in line ``at``, None where there is none."""
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def line_of(self, material_id: int) -> int:
        """Line of a material, -1 where it is not in the list."""
        return next((at for at, row in enumerate(self._rows) if row.id == material_id), -1)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row_at(index.row())
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == TWO_LINE_ROLE:
            return two_line(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return two_line(row).accessible()
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(row.title)
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
            return column.text(row)
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


def _opinion(step: StepRow) -> str:
    word = verdict_word(step.verdict)
    return f"{word} · {step.opinion}" if step.opinion else word


STEP_COLUMNS: tuple[Column[StepRow], ...] = (
    Column(QT_TRANSLATE_NOOP("materials", "Step"), lambda step: f"{step.position} {step.name}"),
    Column(QT_TRANSLATE_NOOP("materials", "People"), lambda step: shown.listed(step.people) or "—"),
    Column(QT_TRANSLATE_NOOP("materials", "Opinion"), _opinion, lambda step: _VERDICTS[step.verdict][0]),
    Column(QT_TRANSLATE_NOOP("materials", "Time"), lambda step: shown.instant(step.at) if step.at else "—"),
    Column(
        QT_TRANSLATE_NOOP("materials", "Text signed"),
        lambda step: revision_word(step.revision, step.text_hash) if step.revision else "—",
    ),
)
"""Steps of a material; column 2 is a state cell."""

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
    Column(QT_TRANSLATE_NOOP("materials", "Opinion"), lambda event: event.opinion),
)
"""Everything that happened to a material; column 3 is a state cell."""
