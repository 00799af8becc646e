"""Since when the office has kept its log with this program."""

import datetime as dt
import json

from xcdesk import clock
from xcdesk.models import AuditEntry


def founded_on() -> dt.date | None:
    """The day from which the office has kept this log; None for practice, whose samples are older."""
    first = AuditEntry.select().order_by(AuditEntry.id).first()
    facts = json.loads(first.facts) if first is not None and first.action == "office.founded" else {}
    if first is None or facts.get("sample", True):
        return None
    return dt.date.fromisoformat(facts["day"]) if "day" in facts else clock.local(first.at).date()
