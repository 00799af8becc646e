"""What stands on the cards of Today: each thing to do in words, with its verb and its place."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from ui import format as shown
from ui.dialogs.call_form import call_words
from ui.language import language
from ui.theme.tokens import State
from xcdesk import clock
from xcdesk.codes import QuotaSubject
from xcdesk.services.approvals import MaterialRow
from xcdesk.services.due.matters import MatterRow
from xcdesk.services.due.owed import SilentOutlet
from xcdesk.services.due.symptoms import SymptomKind
from xcdesk.services.due.today import Today
from xcdesk.services.grid.matrix import CellState
from xcdesk.services.grid.none_days import Cell, NoneRow
from xcdesk.services.office.printed import label as text_zh
from xcdesk.services.returns import chasing
from xcdesk.services.returns.returns_status import MonthStatus
from xcdesk.services.roster.outlets import OutletRow
from xcdesk.services.targets.quotas import QuotaRow


class Subject(StrEnum):
    """What a card of the page is about, in the order of the cards."""

    SILENT = "silent"
    CONTRIBUTIONS = "contributions"
    WAITING = "waiting"
    CASES = "cases"
    RETURNS = "returns"
    MATTERS = "matters"


class Deed(StrEnum):
    """The verb of a line."""

    BACK_UP = "back_up"
    CALL = "call"
    LOG = "log"
    LOOK = "look"
    REMIND = "remind"
    RESOLVE = "resolve"
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
    matter: MatterRow | None = None


def deed_name(deed: Deed) -> str:
    """The verb as it stands on a line."""
    translate = QCoreApplication.translate
    names = {
        Deed.BACK_UP: translate("today", "Back up now"),
        Deed.CALL: translate("today", "Call and log"),
        Deed.LOG: translate("today", "Log an item"),
        Deed.LOOK: translate("today", "Look"),
        Deed.REMIND: translate("today", "Copy reminder"),
        Deed.RESOLVE: translate("today", "Resolve…"),
        Deed.SIGN: translate("today", "Open approvals"),
    }
    return names[deed]


def waits(duty: Duty) -> bool:
    """Whether something is still to be done about it."""
    return duty.deed is not Deed.LOOK


def duties(state: Today) -> Mapping[Subject, Sequence[Duty]]:
    """The lines of every card."""
    return {
        Subject.SILENT: tuple(_silent(one, state) for one in state.silent),
        Subject.CONTRIBUTIONS: tuple(_contribution(row, state) for row in state.contributions),
        Subject.WAITING: tuple(_waiting(row) for row in state.waiting),
        Subject.CASES: (),
        Subject.RETURNS: _returns(state.returns),
        Subject.MATTERS: tuple(_matter(row, state.day) for row in state.matters),
    }


def reminder(found: Sequence[Duty]) -> str:
    """A polite text for a message to those who owe the same, in Chinese whatever the desk speaks."""
    if found[0].ask == "return":
        return found[0].subject
    today = clock.today()
    names = text_zh("today.and").join(name for duty in found for name in duty.owing)
    day = text_zh("today.day", month=today.month, day=today.day, weekday=text_zh(_weekday(today)))
    return text_zh(f"today.remind_{found[0].ask}", names=names, day=day, subject=found[0].subject)


def _weekday(day: dt.date) -> str:
    return f"format.weekday.{day.isoweekday()}"


def _silent(one: SilentOutlet, state: Today) -> Duty:
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


def _quiet(one: SilentOutlet, state: Today, place: Place) -> Duty:
    """The line of an outlet that has said nothing yet, with the last call to it and whom to phone."""
    translate = QCoreApplication.translate
    outlet, call = one.outlet, state.day_calls.get(one.outlet.id)
    rest = call_words(call) if call is not None else _last_seen(one.last_seen)
    if one.cell.late:
        due = translate("today", "Due {time}").format(time=outlet.deadline)
        if call is None:
            due = translate("today", "Due {time}, not asked yet").format(time=outlet.deadline)
        return Duty(State.LATE, outlet.name, _listed(due, rest, _phone(outlet)), Deed.CALL, place, outlet)
    due = translate("today", "Due {time}").format(time=outlet.deadline) if outlet.deadline else ""
    mark = State.NOT_YET if call is None else State.IN_HAND
    return Duty(mark, outlet.name, _listed(due, rest, _phone(outlet)), Deed.LOG, place, outlet)


def _phone(outlet: OutletRow) -> str:
    person = outlet.liaison
    return "" if person is None else f"{person.name} {person.phone}".strip()


def _last_seen(day: dt.date | None) -> str:
    if day is None:
        return QCoreApplication.translate("today", "nothing so far")
    return QCoreApplication.translate("today", "last on {day}").format(day=shown.day(day))


def _contribution(row: QuotaRow, state: Today) -> Duty:
    translate = QCoreApplication.translate
    note = translate("today", "{done} of {minimum} this week").format(done=row.done, minimum=row.minimum)
    name = row.outlet.name if row.outlet is not None else row.label
    call = state.week_calls.get(row.outlet.id) if row.outlet is not None else None
    said = call_words(call) if call is not None else ""
    phone = _phone(row.outlet) if row.outlet is not None else ""
    mark = State.SOON if state.days_left <= 1 else State.NOT_YET if call is None else State.IN_HAND
    return Duty(
        mark,
        name,
        _listed(note, said, phone),
        Deed.REMIND,
        Place("bulletins", None),
        row.outlet,
        QuotaSubject.CONTRIBUTIONS,
        owing=(name,),
        subject=text_zh("today.owed.contribution", week=state.day.isocalendar().week),
        ask="week",
    )


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
    subject = chasing.chase_text(returns)
    place = Place("returns", returns.month)
    return (Duty(State.NOT_YET, title, "", Deed.REMIND, place, owing=names, subject=subject, ask="return"),)


def _matter(row: MatterRow, day: dt.date) -> Duty:
    translate = QCoreApplication.translate
    owner = row.owner or translate("today", "nobody's yet")
    due = translate("today", "by {day}").format(day=shown.day(row.terms.due)) if row.terms.due else ""
    since = translate("today", "since {day}").format(day=shown.day(row.since))
    urgent = row.terms.due is not None and (row.terms.due - day).days <= 1
    state = State.LATE if row.is_late(day) else State.SOON if urgent or row.symptom else State.IN_HAND
    kind = row.symptom.kind if row.symptom is not None else None
    deed = Deed.BACK_UP if kind == SymptomKind.BACKUP else Deed.RESOLVE
    return Duty(state, matter_title(row), _listed(owner, due, since), deed, _where(row), matter=row)


def matter_title(row: MatterRow) -> str:
    """What an open matter is, in the words of the window."""
    return row.terms.title if row.symptom is None else row.symptom.words(language())


def _where(row: MatterRow) -> Place:
    """Where an open matter is seen to."""
    symptom = row.symptom
    places = {
        SymptomKind.RETURNED: "approvals",
        SymptomKind.TURNED_DOWN: "imports",
        SymptomKind.DAY_GAP: "coverage",
    }
    if symptom is None or symptom.kind == SymptomKind.BACKUP:
        return Place("", None)
    if symptom.kind == SymptomKind.WEEK_GAP:
        return Place("roster", "weeks")
    return Place(places[symptom.kind], symptom.target)


def _enumerated(names: Sequence[str]) -> str:
    return QCoreApplication.translate("today", ", ", "between names").join(names)


def _listed(*parts: str) -> str:
    return QCoreApplication.translate("today", ", ", "between clauses").join(part for part in parts if part)
