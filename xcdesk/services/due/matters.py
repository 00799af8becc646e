"""Matters that stay in sight until they are resolved (未了事项), each with an owner and a day.

Some the program finds by itself, as `xcdesk.services.due.symptoms` tells; those go when their cause goes, or
when a person says how they were resolved. Others a person pins.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from xcdesk import clock
from xcdesk.db.base import database
from xcdesk.errors import DeskError, NotFoundError
from xcdesk.models import Matter, User
from xcdesk.services.due import symptoms
from xcdesk.services.due.symptoms import Symptom, SymptomKind
from xcdesk.services.record import audit, rows
from xcdesk.services.record.actor import Actor

_TITLE_LIMIT = 200


class CheckOwedError(DeskError):
    """What was issued first stays in sight until it is checked; fact ``title``."""

    code = "matter.check_owed"


@dataclass(frozen=True, slots=True)
class MatterTerms:
    """What a person writes about a matter; ``owner`` is an account's id, None for nobody yet."""

    title: str
    note: str = ""
    owner: int | None = None
    due: dt.date | None = None


@dataclass(frozen=True, slots=True)
class MatterRow:
    """One open matter.

    Attributes:
        id: of its row; 0 while the program found it and no person has touched it. ``version`` likewise.
        symptom: what the program found; None for what a person pinned.
        owner: name of the owner, "" for nobody yet.
        since: the day on which it was raised.
    """

    id: int
    version: int
    symptom: Symptom | None
    terms: MatterTerms
    owner: str
    since: dt.date

    def is_late(self, day: dt.date) -> bool:
        """Whether its day is past on ``day``."""
        return self.terms.due is not None and self.terms.due < day

    @property
    def owes_check(self) -> bool:
        """Whether it is a text that was issued first and is not checked yet."""
        return self.symptom is not None and self.symptom.kind == SymptomKind.UNCHECKED


@dataclass(frozen=True, slots=True)
class ResolvedRow:
    """A matter that is over: when, by whom, and how."""

    id: int
    version: int
    title: str
    resolution: str
    by: str
    at: dt.datetime


def open_matters(day: dt.date) -> tuple[MatterRow, ...]:
    """Everything still open on ``day``: what went out unchecked, then by day, then what was raised first."""
    kept = {row.source: row for row in Matter.select().where(Matter.source != "")}
    names = {user.id: user.name for user in User.select(User.id, User.name)}
    found = [_of_symptom(symptom, kept.get(symptom.source), names) for symptom in symptoms.symptoms(day)]
    pinned = Matter.select().where((Matter.source == "") & Matter.resolved_at.is_null())
    listed = [row for row in found if row is not None] + [_row(one, None, names) for one in pinned]
    return tuple(sorted(listed, key=_urgency))


def now(row: MatterRow, day: dt.date) -> MatterRow | None:
    """The same matter as it is by now; None once it is over."""
    return next((each for each in open_matters(day) if _source(each) == _source(row)), None)


def _source(row: MatterRow) -> object:
    """What tells a matter from all others: what the program found, else its number."""
    return row.id if row.symptom is None else row.symptom.source


def _urgency(row: MatterRow) -> tuple[bool, dt.date, dt.date, int]:
    return not row.owes_check, row.terms.due or dt.date.max, row.since, row.id


def refusal(row: MatterRow) -> DeskError | None:
    """Why nobody may write about a matter here: only the check itself ends a check that is owed."""
    return CheckOwedError(title=row.terms.title) if row.owes_check else None


def _require_ours(row: MatterRow) -> None:
    refused = refusal(row)
    if refused is not None:
        raise refused


def resolved(limit: int = 50) -> tuple[ResolvedRow, ...]:
    """What was resolved last, the latest first."""
    names = {user.id: user.name for user in User.select(User.id, User.name)}
    over = Matter.resolved_at.is_null(False) & (Matter.resolution != "")
    query = Matter.select().where(over).order_by(Matter.resolved_at.desc())
    found: Iterable[Any] = query.limit(limit)
    return tuple(
        ResolvedRow(
            row.id,
            row.version,
            row.title,
            row.resolution,
            names.get(row.resolved_by_id, ""),
            row.resolved_at,
        )
        for row in found
    )


def pin(actor: Actor, terms: MatterTerms) -> int:
    """Put something into sight until it is resolved; returns its id."""
    with database.atomic():
        made = Matter.create(**_fields(terms), raised_by=actor.id)
        audit.record(actor, "matter.pinned", f"matter:{made.id}", title=made.title)
    return int(made.id)


def withdraw(actor: Actor, matter: int, version: int) -> int:
    """Take away what was pinned by mistake; returns its new version.

    Raises:
        StaleRowError: somebody changed it meanwhile.
    """
    return _save(actor, "matter.withdrawn", matter, version, _over(actor, ""))


def change(actor: Actor, row: MatterRow, terms: MatterTerms) -> int:
    """Write owner, day and words of a matter; returns the id of its row, whose version has stepped.

    Raises:
        CheckOwedError: it is a check owed in approvals.
    """
    _require_ours(row)
    if row.id:
        change_row(actor, row.id, row.version, terms)
        return row.id
    return _keep(actor, "matter.changed", row, _fields(terms))


def change_row(actor: Actor, matter: int, version: int, terms: MatterTerms) -> int:
    """`change` by the id and version of a row; returns the new version."""
    return _save(actor, "matter.changed", matter, version, _fields(terms))


def resolve(actor: Actor, row: MatterRow, how: str) -> int:
    """Say that a matter is over and how; returns the id of its row, whose version has stepped.

    Raises:
        CheckOwedError: it is a check owed in approvals, which ends with the check.
    """
    _require_ours(row)
    if row.id:
        resolve_row(actor, row.id, row.version, how)
        return row.id
    own = {"title": row.terms.title[:_TITLE_LIMIT], "owner": row.terms.owner, "due": row.terms.due}
    over = _over(actor, rows.required_text("resolution", how))
    return _keep(actor, "matter.resolved", row, {**own, **over})


def resolve_row(actor: Actor, matter: int, version: int, how: str) -> int:
    """`resolve` by the id and version of a row; returns the new version."""
    over = _over(actor, rows.required_text("resolution", how))
    return _save(actor, "matter.resolved", matter, version, over)


def reopen(actor: Actor, matter: int, version: int) -> int:
    """Put a matter that is over back into sight; returns its new version."""
    fields = {"resolution": "", "resolved_by": None, "resolved_at": None}
    return _save(actor, "matter.reopened", matter, version, fields)


def version_of(matter: int) -> int:
    """The version that a matter's row has now."""
    return int(_get(matter).version)


def _save(actor: Actor, action: str, matter: int, version: int, fields: Mapping[str, Any]) -> int:
    with database.atomic():
        row = _get(matter)
        stepped = rows.save_versioned(row, version, fields)
        audit.record(actor, action, f"matter:{matter}", title=row.title)
    return stepped


def _keep(actor: Actor, action: str, row: MatterRow, fields: Mapping[str, Any]) -> int:
    """Give what the program found a row of its own, with the first that a person writes about it."""
    source = row.symptom.source if row.symptom is not None else ""
    with database.atomic():
        made = Matter.create(**fields, source=source, raised_by=actor.id)
        audit.record(actor, action, f"matter:{made.id}", title=made.title)
    return int(made.id)


def _over(actor: Actor, how: str) -> dict[str, object]:
    return {"resolution": how, "resolved_by": actor.id, "resolved_at": clock.utc_now()}


def _fields(terms: MatterTerms) -> dict[str, object]:
    return {
        "title": rows.required_text("title", terms.title, _TITLE_LIMIT),
        "note": rows.clean_text("note", terms.note),
        "owner": terms.owner,
        "due": terms.due,
    }


def _of_symptom(symptom: Symptom, kept: Matter | None, names: Mapping[int, str]) -> MatterRow | None:
    """What the program found, with what persons wrote about it; None once they resolved it."""
    if kept is None:
        terms = MatterTerms(symptom.words(), "", symptom.owner, symptom.due)
        return MatterRow(0, 0, symptom, terms, names.get(symptom.owner or 0, ""), symptom.since)
    return None if kept.resolved_at is not None else _row(kept, symptom, names)


def _row(matter: Matter, symptom: Symptom | None, names: Mapping[int, str]) -> MatterRow:
    title = symptom.words() if symptom is not None else matter.title
    terms = MatterTerms(title, matter.note, matter.owner_id, matter.due)
    raised: dt.date = clock.local(matter.raised_at).date() if symptom is None else symptom.since
    return MatterRow(matter.id, matter.version, symptom, terms, names.get(matter.owner_id or 0, ""), raised)


def _get(matter: int) -> Matter:
    row = Matter.get_or_none(Matter.id == matter)
    if row is None:
        raise NotFoundError(what="matter", name=matter)
    return row
