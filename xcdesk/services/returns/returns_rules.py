"""Which units owe a return each month, until when, and whom they ask: settings of the office."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace

from xcdesk import clock
from xcdesk.codes import UnitKind
from xcdesk.db.base import database
from xcdesk.errors import DeskError
from xcdesk.services.office.workdays import Workdays
from xcdesk.services.record import audit, rows, setting_rows
from xcdesk.services.record.actor import Actor
from xcdesk.services.roster import units
from xcdesk.services.roster.units import UnitRow

_KEY = "returns"
_LAST_DUE_DAY = 28
_LONGEST_MENDING = 30
_NAME, _PHONE, _MAILBOX, _RULES = 40, 40, 80, 2000
_DAY = dt.timedelta(days=1)


class BadReturnsRulesError(DeskError):
    """The day until which returns are due is no day of every month, or the days to mend one are too many."""

    code = "returns.bad_rules"


@dataclass(frozen=True, slots=True)
class ReturnsRules:
    """What the office asks of the units that send returns.

    Attributes:
        units: rows of the units that owe a return; None for all counties in use, whichever these are.
        due_day: day of the following month until which a return is due.
        next_working_day: whether a due day without work moves to the next working day.
        days_to_mend: working days in which a returned workbook is to come back mended.
        contact, phone, mailbox: whom the senders ask, and where they send; each may be empty.
        rules: what the office asks for besides, one rule a line, printed on every template.
    """

    units: tuple[int, ...] | None = None
    due_day: int = 5
    next_working_day: bool = True
    days_to_mend: int = 3
    contact: str = ""
    phone: str = ""
    mailbox: str = ""
    rules: str = ""

    def deadline(self, month: dt.date, days: Workdays) -> dt.date:
        """Last day on which the return for the month that holds ``month`` is in time, by the calendar."""
        due = clock.month_of(month)[1] + self.due_day * _DAY
        return days.from_(due) if self.next_working_day else due

    def mend_by(self, returned_on: dt.date, days: Workdays) -> dt.date:
        """Last day for a workbook that is sent back on that day, by the calendar."""
        return days.after(returned_on, self.days_to_mend)


def load() -> ReturnsRules:
    """The rules as saved; defaults where nothing is."""
    saved = setting_rows.known(ReturnsRules(), setting_rows.read(_KEY))
    if saved.units is None:
        return saved
    return replace(saved, units=tuple(saved.units))  # JSON has lists alone


def save(actor: Actor, rules: ReturnsRules, over: ReturnsRules | None = None) -> ReturnsRules:
    """Write the rules, with their audit row, and return them as written.

    Args:
        actor: who saves them.
        rules: what is to be written.
        over: what they must still be; None overwrites whatever they are.

    Raises:
        StaleRowError: somebody has saved others meanwhile; nothing was written.
        BadReturnsRulesError: the due day is outside 1 to 28, or the days to mend outside 1 to 30.
        BadTextError: a text is too long, or holds what no document can.
    """
    written = _clean(rules)
    with database.atomic():
        setting_rows.require_same(_KEY, load(), over)
        setting_rows.write(_KEY, asdict(written))
        audit.record(actor, "returns.rules_saved", "setting:returns", due_day=rules.due_day)
    return written


def owing(rules: ReturnsRules, everyone: Sequence[UnitRow] | None = None) -> tuple[UnitRow, ...]:
    """Units in use that owe a return, in printed order."""
    known = units.units() if everyone is None else everyone
    if rules.units is None:
        return tuple(unit for unit in known if unit.kind == UnitKind.COUNTY)
    return tuple(unit for unit in known if unit.id in rules.units)


def _clean(rules: ReturnsRules) -> ReturnsRules:
    if not 1 <= rules.due_day <= _LAST_DUE_DAY:
        raise BadReturnsRulesError(field="due_day", most=_LAST_DUE_DAY)
    if not 1 <= rules.days_to_mend <= _LONGEST_MENDING:
        raise BadReturnsRulesError(field="days_to_mend", most=_LONGEST_MENDING)
    return replace(
        rules,
        contact=rows.clean_text("contact", rules.contact, _NAME),
        phone=rows.clean_text("phone", rules.phone, _PHONE),
        mailbox=rows.clean_text("mailbox", rules.mailbox, _MAILBOX),
        rules=rows.clean_text("rules", rules.rules, _RULES),
    )
