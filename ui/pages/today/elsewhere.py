"""The cards of Today that are not about outlets: what waits for a signature, returns, open matters."""

import datetime as dt
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from ui import format as shown
from ui.language import language
from ui.messages import text
from ui.pages.today.duties import Deed, Duty, Place, Subject, listed, owed_duties, phone, set_up
from ui.theme.tokens import State
from xcdesk import clock
from xcdesk.codes import QuotaSubject
from xcdesk.services import approvals, cases
from xcdesk.services.approvals import MaterialRow, WhyMe
from xcdesk.services.cases import CaseRow
from xcdesk.services.due.matters import MatterRow
from xcdesk.services.due.symptoms import SymptomKind
from xcdesk.services.due.today import AdvertsOwed, Today
from xcdesk.services.office.drafts import KeptDraft
from xcdesk.services.office.printed import label as text_zh
from xcdesk.services.returns import chasing
from xcdesk.services.returns.returns_status import MonthStatus
from xcdesk.services.targets import advert_weeks

_OF_THE_STEP = frozenset((WhyMe.ROLE, WhyMe.NAMED))
"""Why a text waits for somebody whose step it is, without anybody having called him in."""
_MATTER_DEEDS = {
    SymptomKind.BACKUP: Deed.BACK_UP,
    SymptomKind.BACKUP_FAILED: Deed.BACK_UP,
    SymptomKind.OUTSIDE: Deed.BACK_UP,
    SymptomKind.REHEARSAL: Deed.BACK_UP,
    SymptomKind.UNCHECKED: Deed.SIGN,
}
"""Verbs of matters that are not simply said to be over."""


def duties(state: Today) -> Mapping[Subject, Sequence[Duty]]:
    """The lines of every card; what went out unchecked stands on top of the texts, for everybody."""
    return {
        **owed_duties(state),
        Subject.WAITING: (
            *(_matter(row, state.day) for row in state.unchecked),
            *map(_unsaved, state.unsaved),
            *(_waiting(row) for row in state.waiting if not row.unchecked),
        ),
        Subject.CASES: tuple(_case(row, state.day) for row in state.cases),
        Subject.ADVERTS: tuple(_advert(one, state) for one in state.adverts or ()),
        Subject.RETURNS: _returns(state.returns),
        Subject.MATTERS: tuple(_matter(row, state.day) for row in state.matters if not row.owes_check),
    }


def reminder(found: Sequence[Duty]) -> str:
    """A polite text for a message to those who owe the same, in Chinese whatever the desk speaks."""
    if found[0].ask in {"return", "advert"}:
        return "\n".join(duty.subject for duty in found)
    today = clock.today()
    names = text_zh("today.and").join(name for duty in found for name in duty.owing)
    day = text_zh("today.day", month=today.month, day=today.day, weekday=text_zh(_weekday(today)))
    return text_zh(f"today.remind_{found[0].ask}", names=names, day=day, subject=found[0].subject)


def _weekday(day: dt.date) -> str:
    return f"format.weekday.{day.isoweekday()}"


def _unsaved(draft: KeptDraft) -> Duty:
    """What was typed and never saved, for example because the power went."""
    translate = QCoreApplication.translate
    untitled = translate("today", "(without a title)")
    title = translate("today", "Not saved: {title}").format(title=draft.text.title or untitled)
    kept = translate("today", "typed and kept {time}; go on writing").format(time=shown.instant(draft.at))
    number = draft.text.subject.rpartition(":")[2]
    place = Place("approvals", int(number) if number.isdecimal() else None)
    return Duty(State.SOON, title, kept, Deed.SIGN, place)


def _waiting(row: MaterialRow) -> Duty:
    translate = QCoreApplication.translate
    step = translate("today", "You are the step “{step}”").format(step=row.step_name)
    if row.why is not None and (row.why.behalf_of or row.why.reason not in _OF_THE_STEP):
        step = approvals.why_words(row, language())
    sent = translate("today", "sent by {who}").format(who=row.submitter)
    needed = ""
    if row.needed_by is not None:
        needed = translate("today", "needed by {day}").format(day=shown.day(row.needed_by))
    return Duty(_urgency(row), row.title, listed(step, sent, needed), Deed.SIGN, Place("approvals", row.id))


def _urgency(row: MaterialRow) -> State:
    if row.needed_by is None:
        return State.IN_HAND
    left = (row.needed_by - clock.today()).days
    return State.LATE if left < 0 else State.SOON if left <= 1 else State.IN_HAND


def _case(row: CaseRow, day: dt.date) -> Duty:
    """A case that turns red, with the department that owes it."""
    translate = QCoreApplication.translate
    late = row.due is not None and row.due < day
    due = translate("today", "due {day}").format(day=shown.day(row.due)) if row.due else ""
    note = listed(row.unit, due, text(f"case.state.{row.state.value}"))
    title = f"{cases.number(row, language())} {row.title}"
    return Duty(State.LATE if late else State.SOON, title, note, Deed.CHASE, Place("followup", row.id))


def _advert(one: AdvertsOwed, state: Today) -> Duty:
    """An outlet that is short of the advertisement plan: in the week in hand, or in the one before."""
    translate = QCoreApplication.translate
    monday = clock.week_of(state.day)[0]
    told = {week.monday == monday: week for week in one.weeks}
    now = last = ""
    if True in told:
        words = translate("today", "{ran} of {planned} this week")
        now = words.format(ran=told[True].ran, planned=told[True].planned)
    if False in told:
        last = translate("today", "{short} short last week").format(short=told[False].short)
    call = state.advert_calls.get(one.outlet.id)
    said = shown.call(call) if call is not None else ""
    mark = State.LATE if last else State.SOON if state.days_left <= 1 else State.NOT_YET
    return Duty(
        mark,
        one.outlet.name,
        listed(last, now, said, phone(one.outlet)),
        Deed.REMIND,
        Place("coverage", ("adverts",)),
        one.outlet,
        QuotaSubject.ADVERTISEMENTS,
        owing=(one.outlet.name,),
        subject=advert_weeks.chase_text(one.weeks),
        ask="advert",
    )


def _returns(returns: MonthStatus) -> tuple[Duty, ...]:
    if not returns.units and not returns.named:
        words = QCoreApplication.translate("today", "No unit that owes a return is on the roster yet")
        return (set_up(words, Place("setup", "units")),)
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
    deed = _MATTER_DEEDS.get(kind, Deed.RESOLVE) if kind is not None else Deed.RESOLVE
    if kind in {SymptomKind.UNCHECKED, SymptomKind.BACKUP_FAILED}:
        state = State.LATE  # red until somebody has checked what went out, or a backup went through
    return Duty(state, matter_title(row), listed(owner, due, since), deed, _where(row), matter=row)


def matter_title(row: MatterRow) -> str:
    """What an open matter is, in the words of the window."""
    return row.terms.title if row.symptom is None else row.symptom.words(language())


def _where(row: MatterRow) -> Place:
    """Where an open matter is seen to."""
    symptom = row.symptom
    places = {
        SymptomKind.UNCHECKED: "approvals",
        SymptomKind.RETURNED: "approvals",
        SymptomKind.FORM_LATE: "approvals",
        SymptomKind.TURNED_DOWN: "imports",
        SymptomKind.DAY_GAP: "coverage",
    }
    if symptom is None or symptom.kind not in {*places, SymptomKind.WEEK_GAP}:
        return Place("", None)
    if symptom.kind == SymptomKind.LINKS:
        return Place("roster", "links")
    if symptom.kind == SymptomKind.WEEK_GAP:
        return Place("roster", "weeks")
    return Place(places[symptom.kind], symptom.target)


def _enumerated(names: Sequence[str]) -> str:
    return QCoreApplication.translate("today", ", ", "between names").join(names)
