"""Who has sent: a line for each unit and month, and a line for each of its files."""

from PySide6.QtCore import QCoreApplication

from ui import format as shown
from ui.messages import text
from ui.tablemodels.records import Column, Shown
from ui.theme.tokens import State
from xcdesk.services.returns.returns_status import ReturnState, SentFile, UnitStatus

_STATES = {
    ReturnState.ON_TIME: State.DONE,
    ReturnState.LATE: State.SOON,
    ReturnState.SENT_BACK: State.IN_HAND,
    ReturnState.DUE: State.NOT_YET,
    ReturnState.MISSING: State.LATE,
}
UNIT_STATES, FILE_STATES = (1, 5), (4,)
"""Columns that may hold a state."""


def unit_columns() -> tuple[Column[UnitStatus], ...]:
    """Columns of the units."""
    translate = QCoreApplication.translate
    return (
        Column(translate("returns", "Unit"), 180, lambda one: Shown(one.unit.name)),
        Column(translate("returns", "State"), 140, _state),
        Column(translate("returns", "Received"), 108, _received),
        Column(translate("returns", "Rows taken"), 100, lambda one: _count(one.accepted, one), figures=True),
        Column(
            translate("returns", "Turned down"), 112, lambda one: _count(one.turned_down, one), figures=True
        ),
        Column(translate("returns", "What was sent back"), 170, _sent_back),
        Column(translate("returns", "Files"), 220, lambda one: Shown(_names(one))),
    )


def file_columns() -> tuple[Column[SentFile], ...]:
    """Columns of the files of one unit."""
    translate = QCoreApplication.translate
    return (
        Column(translate("returns", "File"), 260, lambda file: Shown(file.file)),
        Column(translate("returns", "Received"), 108, lambda file: Shown(shown.day(file.received_on))),
        Column(translate("returns", "Rows taken"), 100, lambda file: Shown(str(file.accepted)), figures=True),
        Column(
            translate("returns", "Turned down"), 112, lambda file: Shown(str(file.turned_down)), figures=True
        ),
        Column(translate("returns", "What was sent back"), 170, _file_sent_back),
    )


def _state(one: UnitStatus) -> Shown:
    return Shown(text(f"return_state.{one.state.value}"), _STATES[one.state])


def _received(one: UnitStatus) -> Shown:
    return Shown(shown.day(one.received_on) if one.received_on is not None else "")


def _count(number: int, one: UnitStatus) -> Shown:
    return Shown(str(number) if one.files else "")


def _names(one: UnitStatus) -> str:
    return shown.listed(file.file for file in one.files)


def _sent_back(one: UnitStatus) -> Shown:
    """What is still to come of the rows turned down."""
    translate = QCoreApplication.translate
    if not one.turned_down:
        return Shown("")
    if not one.open:
        return Shown(translate("returns", "Corrected"), State.DONE)
    count = shown.count(one.open, "rows")
    if one.returned:
        return Shown(translate("returns", "{count} to come").format(count=count), State.IN_HAND)
    return Shown(translate("returns", "{count} not sent back").format(count=count), State.SOON)


def _file_sent_back(file: SentFile) -> Shown:
    translate = QCoreApplication.translate
    if not file.turned_down:
        return Shown("")
    if file.answered:
        return Shown(translate("returns", "Corrected"), State.DONE)
    if file.returned:
        return Shown(translate("returns", "Sent back"), State.IN_HAND)
    return Shown(translate("returns", "Not sent back"), State.SOON)
