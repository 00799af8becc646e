"""What stands on the cards of Today: each thing to do in words, with its verb and its place."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from ui import format as shown
from ui.messages import text
from ui.theme.tokens import State
from xcdesk import clock
from xcdesk.services.approvals import MaterialRow
from xcdesk.services.cells import Cell, NoneRow
from xcdesk.services.matrix import CellState
from xcdesk.services.outlets import OutletRow
from xcdesk.services.quotas import QuotaRow
from xcdesk.services.returns_status import MonthStatus
from xcdesk.services.today import SilentOutlet, Today


class Deed(StrEnum):
    """The verb of a line."""

    CALL = "call"
    LOG = "log"
    LOOK = "look"
    REMIND = "remind"
    SIGN = "sign"


@dataclass(frozen=True, slots=True)
class Place:
    """Key of another page, and what to open there."""

    key: str
    target: object


@dataclass(frozen=True, slots=True)
class Duty:
    """One line.

    Attributes:
        owing: names to put into a reminder, for `Deed.REMIND`; ``subject`` is what they owe.
        outlet: whom to call; ``none`` is what the outlet has said for today.
    """

    state: State
    title: str
    note: str
    deed: Deed
    place: Place
    outlet: OutletRow | None = None
    none: NoneRow | None = None
    owing: tuple[str, ...] = ()
    subject: str = ""


def deed_name(deed: Deed) -> str:
    """The verb as it stands on a line."""
    translate = QCoreApplication.translate
    names = {
        Deed.CALL: translate("today", "Call and log"),
        Deed.LOG: translate("today", "Log an item"),
        Deed.LOOK: translate("today", "Look"),
        Deed.REMIND: translate("today", "Copy reminder"),
        Deed.SIGN: translate("today", "Open approvals"),
    }
    return names[deed]


def waits(duty: Duty) -> bool:
    """Whether something is still to be done about it."""
    return duty.deed is not Deed.LOOK


def duties(state: Today) -> Sequence[Sequence[Duty]]:
    """The lines of the four cards: silent outlets, contributions owed, texts to sign, returns not come."""
    return (
        tuple(_silent(one) for one in state.silent),
        tuple(_contribution(row, state) for row in state.contributions),
        tuple(_waiting(row) for row in state.waiting),
        _returns(state.returns),
    )


def reminder(duty: Duty) -> str:
    """A polite text for a message to those who owe."""
    today = shown.day(clock.today())
    return text("today.reminder", names=_enumerated(duty.owing), day=today, subject=duty.subject)


def _silent(one: SilentOutlet) -> Duty:
    translate = QCoreApplication.translate
    cell, outlet = one.cell, one.outlet
    place = Place("coverage", Cell(outlet.id, cell.day))
    if cell.state == CellState.NONE and cell.none is not None:
        note = translate("today", "None today: {reason}").format(reason=cell.none.label)
        return Duty(State.NONE, outlet.name, note, Deed.LOOK, place, outlet, cell.none)
    seen = _last_seen(one.last_seen)
    if cell.late:
        due = translate("today", "Due {time}, not asked yet").format(time=outlet.deadline)
        return Duty(State.LATE, outlet.name, _listed(due, seen), Deed.CALL, place, outlet)
    due = translate("today", "Due {time}").format(time=outlet.deadline) if outlet.deadline else ""
    return Duty(State.NOT_YET, outlet.name, _listed(due, seen), Deed.LOG, place, outlet)


def _last_seen(day: dt.date | None) -> str:
    if day is None:
        return QCoreApplication.translate("today", "nothing so far")
    return QCoreApplication.translate("today", "last on {day}").format(day=shown.day(day))


def _contribution(row: QuotaRow, state: Today) -> Duty:
    translate = QCoreApplication.translate
    note = translate("today", "{done} of {minimum} this week, {left} left").format(
        done=row.done, minimum=row.minimum, left=shown.count(state.days_left, "working_days")
    )
    name = row.outlet.name if row.outlet is not None else row.label
    subject = text("today.owed.contribution", week=shown.week(state.day))
    late = State.SOON if state.days_left <= 1 else State.NOT_YET
    place = Place("bulletins", None)
    return Duty(late, name, note, Deed.REMIND, place, row.outlet, owing=(name,), subject=subject)


def _waiting(row: MaterialRow) -> Duty:
    translate = QCoreApplication.translate
    step = translate("today", "You are the step “{step}”").format(step=row.step_name)
    sent = translate("today", "sent by {who}").format(who=row.submitter)
    needed = ""
    if row.needed_by is not None:
        needed = translate("today", "needed by {day}").format(day=shown.day(row.needed_by))
    return Duty(_urgency(row), row.title, _listed(step, sent, needed), Deed.SIGN, Place("approvals", row.id))


def _urgency(row: MaterialRow) -> State:
    if row.needed_by is None:
        return State.IN_HAND
    left = (row.needed_by - clock.today()).days
    return State.LATE if left < 0 else State.SOON if left <= 1 else State.IN_HAND


def _returns(returns: MonthStatus) -> tuple[Duty, ...]:
    if not returns.missing:
        return ()
    names = tuple(unit.name for unit in returns.missing)
    title = _enumerated(names)
    subject = text("today.owed.return", month=shown.month(returns.month))
    place = Place("roster", "units")
    return (Duty(State.NOT_YET, title, "", Deed.REMIND, place, owing=names, subject=subject),)


def _enumerated(names: Sequence[str]) -> str:
    return QCoreApplication.translate("today", ", ", "between names").join(names)


def _listed(*parts: str) -> str:
    return QCoreApplication.translate("today", ", ", "between clauses").join(part for part in parts if part)
