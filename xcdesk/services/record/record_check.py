"""The verification of the record by a person: what was found, and when it was done last, by whom."""

import datetime as dt
import json
from dataclasses import dataclass

from xcdesk.db.base import database
from xcdesk.models import AuditEntry
from xcdesk.progress import Operation
from xcdesk.services.record import anchors, audit
from xcdesk.services.record.actor import Actor
from xcdesk.wording import Language, Listed, text

_VERIFIED = "record.verified"


@dataclass(frozen=True, slots=True)
class Verified:
    """One verification: when (UTC), by whom, how many entries fit, how many ends kept elsewhere agree or not.

    ``fault`` is what did not fit, "" if all did.
    """

    at: dt.datetime
    who: str
    count: int
    anchors: int
    fault: str

    @property
    def ok(self) -> bool:
        """Whether nothing was changed, removed or cut off."""
        return not self.fault


def verify(actor: Actor, operation: Operation | None = None) -> Verified:
    """Verify the whole record against itself and all ends kept elsewhere, and record that it was done.

    Raises:
        Cancelled: the operation was stopped; nothing is recorded.
    """
    kept = anchors.kept()
    report = audit.verify(kept, operation)
    facts: dict[str, object] = {"count": report.count, "anchors": len(kept)}
    if report.broken_at is not None:
        facts["broken_at"] = report.broken_at
    if report.lost:
        facts["lost"] = [f"{one.place} {one.anchor.count}" for one in report.lost]
    with database.atomic():
        audit.record(actor, _VERIFIED, "record", **facts)
    found = last_verified()
    if found is None:
        raise RuntimeError("the verification was recorded and cannot be found")
    return found


def last_verified(language: Language | None = None) -> Verified | None:
    """The last verification; None if there was none yet."""
    entry = AuditEntry.select().where(AuditEntry.action == _VERIFIED).order_by(AuditEntry.id.desc()).first()
    if entry is None:
        return None
    facts = json.loads(entry.facts)
    fault = _fault(facts.get("broken_at"), facts.get("lost", []), language)
    return Verified(entry.at, entry.who_name, facts["count"], facts["anchors"], fault)


def words(found: Verified, language: Language | None = None) -> str:
    """What a verification found, in a sentence."""
    if found.ok:
        return text("record.sound", language, count=found.count, anchors=found.anchors)
    return text("record.unsound", language, fault=found.fault)


def _fault(broken_at: int | None, lost: list[str], language: Language | None) -> str:
    told = []
    if broken_at is not None:
        told.append(text("record.broken", language, id=broken_at))
    if lost:
        told.append(text("record.lost", language, places=Listed(tuple(lost))))
    return text("record.and", language).join(told)
