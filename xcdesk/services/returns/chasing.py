"""Texts to chase returns that have not come (催报文字), for one unit or for all that owe."""

import datetime as dt
from collections.abc import Sequence

from xcdesk import clock
from xcdesk.services.office import office_settings
from xcdesk.services.returns import returns_rules
from xcdesk.services.returns.returns_status import MonthStatus, UnitStatus
from xcdesk.wording import text


def chase_text(state: MonthStatus, chosen: Sequence[UnitStatus] | None = None) -> str:
    """A polite message to the units of ``chosen`` (all that owe); in Chinese, since it is sent; "" for none.

    It says what is still to come: the return of the month, or the rows that were sent back.
    """
    owing = [one for one in (state.units if chosen is None else chosen) if one.unit in state.owed]
    silent = [one for one in owing if not one.files]
    mending = [one for one in owing if one.files]
    if not owing:
        return ""
    month = text("chase.month", "zh", year=state.month.year, month=state.month.month)
    parts = []
    if silent:
        late = clock.today() > state.deadline
        key = "chase.late" if late else "chase.due"
        parts.append(text(key, "zh", names=_names(silent), month=month, day=_day(state.deadline)))
    parts += [
        text("chase.mend", "zh", names=one.unit.name, month=month, count=one.open, files=_files(one))
        for one in mending
    ]
    greeting = text("chase.greeting", "zh")
    return "\n".join([greeting, *parts, _signature()])


def _files(one: UnitStatus) -> str:
    return "".join(f"《{file.file}》" for file in one.files if file.open and file.returned)


def _signature() -> str:
    rules, office = returns_rules.load(), office_settings.load().name
    known = [(rules.contact, "chase.contact"), (rules.phone, "chase.phone"), (rules.mailbox, "chase.mailbox")]
    asked = "，".join(text(key, "zh", value=value) for value, key in known if value)
    signed = text("chase.signed", "zh", office=office, day=_day(clock.today()))
    return f"{asked}。\n{signed}" if asked else signed


def _names(units: Sequence[UnitStatus]) -> str:
    return "、".join(one.unit.name for one in units)


def _day(day: dt.date) -> str:
    return text("chase.day", "zh", month=day.month, day=day.day)
