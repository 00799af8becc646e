"""What the office says to the sender of a file that is sent back: from whom, until when, to whom."""

import datetime as dt
from dataclasses import dataclass

from xcdesk import clock
from xcdesk.importers import marks, own_kind
from xcdesk.importers.plan import FilePlan
from xcdesk.importers.records import RowStatus
from xcdesk.services.office import office_settings, workdays
from xcdesk.services.returns import returns_rules


@dataclass(frozen=True, slots=True)
class Letter:
    """The facts of the page of explanations; texts may be "".

    Attributes:
        sender: the unit, "" where nothing names it.
        turned_down, taken: rows that are sent back, and rows that need not be sent again.
        until: last day for the mended file.
        number: by which the mended file is known.
    """

    office: str
    sender: str
    file: str
    turned_down: int
    taken: int
    day: dt.date
    until: dt.date
    contact: str
    phone: str
    mailbox: str
    number: str


def of(plan: FilePlan) -> Letter:
    """The letter that goes with a file sent back today."""
    rules, counts, today = returns_rules.load(), plan.counts(), clock.today()
    left = {RowStatus.ERROR, RowStatus.EXCLUDED}
    return Letter(
        office=office_settings.load().name,
        sender=plan.book.sender or "",
        file=plan.path.name,
        turned_down=counts[RowStatus.ERROR],
        taken=sum(count for status, count in counts.items() if status not in left),
        day=today,
        until=rules.mend_by(today, workdays.load()),
        contact=rules.contact,
        phone=rules.phone,
        mailbox=rules.mailbox,
        number=own_kind.stamped(marks.number(plan.sha256)),
    )
