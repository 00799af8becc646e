"""What stands on the cards of Today: each thing to do in words, with its verb and its place.

The cards about outlets are filled here, the others in `elsewhere`: those are read after the first paint.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from ui import format as shown
from ui.theme.tokens import State
from xcdesk.codes import QuotaSubject
from xcdesk.services.due.owed import Owed, SilentOutlet
from xcdesk.services.grid.matrix import CellState
from xcdesk.services.grid.none_days import Cell, NoneRow
from xcdesk.services.office.printed import label as text_zh
from xcdesk.services.roster.outlets import OutletRow
from xcdesk.services.targets.quotas import QuotaRow

if TYPE_CHECKING:  # start-up time
    from xcdesk.services.due.matters import MatterRow


class Subject(StrEnum):
    """What a card of the page is about, in the order of the cards."""

    SILENT = "silent"
    CONTRIBUTIONS = "contributions"
    WAITING = "waiting"
    CASES = "cases"
    ADVERTS = "adverts"
    RETURNS = "returns"
    MATTERS = "matters"


class Deed(StrEnum):
    """The verb of a line."""

    BACK_UP = "back_up"
    CALL = "call"
    CHASE = "chase"
    LOG = "log"
    LOOK = "look"
    REMIND = "remind"
    RESOLVE = "resolve"
    SET_UP = "set_up"
    SIGN = "sign"


class Place(NamedTuple):
    """Key of another page, and what to open there."""

    key: str
    target: object


@dataclass(frozen=True, slots=True)
class Duty:
    """One line.

    Attributes:
        outlet: whom to call; ``owed`` is what about. ``none`` is what the outlet has said for today.
        owing: names to put into a reminder; ``subject`` is what they owe, ``ask`` the text that asks for it.
        matter: the open matter that the line shows.
    """

    state: State
    title: str
    note: str
    deed: Deed
    place: Place
    outlet: OutletRow | None = None
    owed: QuotaSubject = QuotaSubject.ITEMS
    none: NoneRow | None = None
    owing: tuple[str, ...] = ()
    subject: str = ""
    ask: str = ""
    matter: "MatterRow | None" = None


def deed_name(deed: Deed) -> str:
    """The verb as it stands on a line."""
    translate = QCoreApplication.translate
    names = {
        Deed.BACK_UP: translate("today", "Back up now"),
        Deed.CALL: translate("today", "Call and log"),
        Deed.CHASE: translate("today", "Open the case"),
        Deed.LOG: translate("today", "Log an item"),
        Deed.LOOK: translate("today", "Look"),
        Deed.REMIND: translate("today", "Copy reminder"),
        Deed.RESOLVE: translate("today", "Resolve…"),
        Deed.SET_UP: translate("today", "Set up…"),
        Deed.SIGN: translate("today", "Open approvals"),
    }
    return names[deed]


def waits(duty: Duty) -> bool:
    """Whether something is still to be done about it; setting up has a card that counts its steps."""
    return duty.deed not in {Deed.LOOK, Deed.SET_UP}


def owed_duties(state: Owed) -> Mapping[Subject, Sequence[Duty]]:
    """The lines of the first two cards: what outlets owe, or what is to be set up before any can owe it."""
    translate = QCoreApplication.translate
    daily = translate("today", "No outlet has a quota of daily reports yet")
    weekly = translate("today", "No outlet has a quota of contributions yet")
    return {
        Subject.SILENT: _unasked(state, QuotaSubject.ITEMS, daily)
        or tuple(_silent(one, state) for one in state.silent),
        Subject.CONTRIBUTIONS: _unasked(state, QuotaSubject.CONTRIBUTIONS, weekly)
        or tuple(_contribution(row, state) for row in state.contributions),
    }


def _unasked(state: Owed, subject: QuotaSubject, without: str) -> tuple[Duty, ...]:
    """What is to be set up where no outlet is asked for something; nothing where one is."""
    if not state.listed:
        no_outlet = QCoreApplication.translate("today", "No outlet is on the roster yet")
        return (set_up(no_outlet, Place("setup", "outlets")),)
    return () if subject in state.asked else (set_up(without, Place("roster", "quotas")),)


def set_up(words: str, place: Place) -> Duty:
    """The line of a card that has nothing to look at until something is set up."""
    return Duty(State.NOT_YET, words, "", Deed.SET_UP, place)


def _silent(one: SilentOutlet, state: Owed) -> Duty:
    translate = QCoreApplication.translate
    cell, outlet = one.cell, one.outlet
    place = Place("coverage", Cell(outlet.id, cell.day))
    if cell.state == CellState.NONE and cell.none is not None:
        note = translate("today", "None today: {reason}").format(reason=cell.none.label)
        return Duty(State.NONE, outlet.name, note, Deed.LOOK, place, outlet, none=cell.none)
    name = outlet.name
    if outlet.deadline:
        name = text_zh("today.before", name=name, time=outlet.deadline)
    return replace(_quiet(one, state, place), owing=(name,), ask="daily")


def _quiet(one: SilentOutlet, state: Owed, place: Place) -> Duty:
    """The line of an outlet that has said nothing yet, with the last call to it and whom to phone."""
    translate = QCoreApplication.translate
    outlet, call = one.outlet, state.day_calls.get(one.outlet.id)
    rest = shown.call(call) if call is not None else _last_seen(one.last_seen)
    if one.cell.late:
        due = translate("today", "Due {time}").format(time=outlet.deadline)
        if call is None:
            due = translate("today", "Due {time}, not asked yet").format(time=outlet.deadline)
        return Duty(State.LATE, outlet.name, listed(due, rest, phone(outlet)), Deed.CALL, place, outlet)
    due = translate("today", "Due {time}").format(time=outlet.deadline) if outlet.deadline else ""
    mark = State.NOT_YET if call is None else State.IN_HAND
    return Duty(mark, outlet.name, listed(due, rest, phone(outlet)), Deed.LOG, place, outlet)


def phone(outlet: OutletRow) -> str:
    """Whom to phone at an outlet, and the number; "" where nobody is named."""
    person = outlet.liaison
    return "" if person is None else f"{person.name} {person.phone}".strip()


def _last_seen(day: dt.date | None) -> str:
    if day is None:
        return QCoreApplication.translate("today", "nothing so far")
    return QCoreApplication.translate("today", "last on {day}").format(day=shown.day(day))


def _contribution(row: QuotaRow, state: Owed) -> Duty:
    translate = QCoreApplication.translate
    note = translate("today", "{done} of {minimum} this week").format(done=row.done, minimum=row.minimum)
    name = row.outlet.name if row.outlet is not None else row.label
    call = state.week_calls.get(row.outlet.id) if row.outlet is not None else None
    said = shown.call(call) if call is not None else ""
    whom = phone(row.outlet) if row.outlet is not None else ""
    mark = State.SOON if state.days_left <= 1 else State.NOT_YET if call is None else State.IN_HAND
    return Duty(
        mark,
        name,
        listed(note, said, whom),
        Deed.REMIND,
        Place("bulletins", None),
        row.outlet,
        QuotaSubject.CONTRIBUTIONS,
        owing=(name,),
        subject=text_zh("today.owed.contribution", week=state.day.isocalendar().week),
        ask="week",
    )


def listed(*parts: str) -> str:
    """Clauses one after the other; empty ones are left out."""
    return QCoreApplication.translate("today", ", ", "between clauses").join(part for part in parts if part)
