"""What others have written since: read from the record, so that nothing is missed however it was heard.

A server announces each entry, a file is looked at; both only ring a bell. Who rings or misses it does not
matter: what is new is what stands in the record after the last entry that was read.
"""

import datetime as dt
import json
from dataclasses import dataclass
from typing import Any

from xcdesk.db.bell import PRESENCE, Bell
from xcdesk.models import AuditEntry
from xcdesk.services.record import audit

_MOST = 500
"""Entries that are read at once; who was away for longer reads everything again anyway."""


@dataclass(frozen=True, slots=True)
class News:
    """An act of another desk, or of a console beside this window; ``rows`` are tables with numbers."""

    id: int
    at: dt.datetime
    who: str
    who_name: str
    action: str
    rows: tuple[tuple[str, int], ...]

    @property
    def area(self) -> str:
        """First word of the act, such as ``coverage``."""
        return self.action.partition(".")[0]


def latest() -> int:
    """Number of the last entry of the record."""
    found: Any = AuditEntry.select(AuditEntry.id).order_by(AuditEntry.id.desc()).first()
    return found.id if found else 0


class Reader:
    """Reads what others write, on the connection of the thread that made it.

    ``last`` is the number of the last entry that was read; ``moved`` tells whether somebody began or ended to
    edit something during the last `wait`.
    """

    def __init__(self, last: int) -> None:
        self.last, self.moved = last, False
        self._bell = Bell()

    def wait(self, seconds: float) -> tuple[News, ...]:
        """What came in within some seconds; the first asking also gives what was missed before.

        Raises:
            PeeweeException: the server has gone away.
        """
        self.moved = False
        found = self.read()
        if found or not self._bell.wait(seconds):
            return found
        self.moved = PRESENCE in self._bell.words
        return self.read()

    def read(self) -> tuple[News, ...]:
        """What others wrote since the last reading, oldest first."""
        query: Any = AuditEntry.select().where(AuditEntry.id > self.last).order_by(AuditEntry.id).limit(_MOST)
        entries = list(query)
        if entries:
            self.last = entries[-1].id
        return tuple(_news(entry) for entry in entries if entry.digest not in audit.own)


def _news(entry: AuditEntry) -> News:
    kind, _, number = entry.subject.partition(":")
    rows = audit.rows_among(entry.subject, json.loads(entry.facts))
    if number.isdigit():
        rows = ((kind, int(number)), *rows)
    return News(entry.id, entry.at, entry.who, entry.who_name, entry.action, tuple(rows))
