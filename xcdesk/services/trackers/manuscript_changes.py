"""Writing what units sent, and confirming what came of it; `manuscripts` reads it."""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from peewee import IntegrityError

from xcdesk.db.base import database
from xcdesk.errors import DeskError, NotFoundError
from xcdesk.models import CoverageItem, Manuscript, ManuscriptOutlet, ManuscriptUse, Outlet, Unit
from xcdesk.normalise import clean, title_key
from xcdesk.services.record import audit, entries, removing, rows
from xcdesk.services.record.actor import Actor

_TITLE = 200


class ManuscriptExistsError(DeskError):
    """The unit has sent this title on this day already; facts ``title`` and ``day``."""

    code = "manuscript.exists"


class NoOutletError(DeskError):
    """A manuscript is sent to an outlet at least."""

    code = "manuscript.no_outlet"


@dataclass(frozen=True, slots=True)
class NewManuscript:
    """A manuscript to enter, or what one is to become."""

    unit_id: int
    sent_on: dt.date
    title: str
    outlet_ids: tuple[int, ...]
    note: str = ""

    @property
    def name(self) -> str:
        """What it is called."""
        return self.title.strip()


Pair = tuple[int, int]
"""A manuscript and a report that came of it, by their ids."""


def add_manuscript(actor: Actor, new: NewManuscript) -> int:
    """Enter a manuscript and return its id.

    Raises:
        NotFoundError: the unit, or one of the outlets, is not there.
        NoOutletError: it was sent to nobody.
        MissingTextError: it has no title.
        ManuscriptExistsError: the unit sent this title on this day already.
    """
    with database.atomic():
        fields = _fields(new)
        try:
            with database.atomic():
                made = Manuscript.create(**fields, logged_by=actor.id)
        except IntegrityError as error:
            raise _exists(fields) from error
        _send(made.id, new.outlet_ids)
        audit.record(actor, "manuscript.added", f"manuscript:{made.id}", title=fields["title"])
    return int(made.id)


def add_many(actor: Actor, new: Sequence[NewManuscript]) -> tuple[int, ...]:
    """Enter manuscripts in one transaction, all or none, as `add_manuscript`; returns their ids."""
    with database.atomic():
        return tuple(add_manuscript(actor, each) for each in new)


def change_manuscript(actor: Actor, manuscript_id: int, version: int, change: NewManuscript) -> int:
    """Rewrite a manuscript and return the new version; refusals as in `add_manuscript`.

    Raises:
        StaleRowError: somebody changed it meanwhile.
    """
    with database.atomic():
        row = removing.found(Manuscript, manuscript_id, lying=False)
        fields = _fields(change)
        try:
            with database.atomic():
                stepped = rows.save_versioned(row, version, fields)
        except IntegrityError as error:
            raise _exists(fields) from error
        changes = {**audit.differences(row, fields), **_resent(manuscript_id, change.outlet_ids)}
        changes.pop("title_key", None)
        subject = f"manuscript:{manuscript_id}"
        audit.record(actor, "manuscript.changed", subject, title=fields["title"], changes=changes)
    return stepped


def remove_manuscript(actor: Actor, manuscript_id: int, version: int) -> int:
    """Lay a manuscript into the trash with its uses; returns the new version."""
    row = removing.found(Manuscript, manuscript_id, lying=False)
    return removing.remove(actor, row, version, "manuscript.removed", title=row.title)


def restore_manuscript(actor: Actor, manuscript_id: int, version: int) -> int:
    """Put a manuscript back; returns the new version.

    Raises:
        ManuscriptExistsError: the same was entered anew meanwhile.
    """
    row = removing.found(Manuscript, manuscript_id, lying=True)
    try:
        with database.atomic():
            return removing.restore(actor, row, version, "manuscript.restored", title=row.title)
    except IntegrityError as error:
        raise ManuscriptExistsError(title=row.title, day=row.sent_on) from error


def confirm(actor: Actor, pairs: Sequence[Pair]) -> tuple[Pair, ...]:
    """Say which reports came of which manuscripts; returns the pairs that are new.

    Raises:
        NotFoundError: a manuscript or a report is not there any more; nothing was written.
    """
    with database.atomic():
        new = [pair for pair in dict.fromkeys(pairs) if not _there(pair).exists()]
        for manuscript, item in new:
            row = removing.found(Manuscript, manuscript, lying=False)
            removing.found(CoverageItem, item, lying=False)
            ManuscriptUse.create(manuscript=manuscript, item=item, confirmed_by=actor.id)
            audit.record(actor, "manuscript.used", f"manuscript:{manuscript}", title=row.title, item=item)
    return tuple(new)


def take_back(actor: Actor, pairs: Sequence[Pair]) -> tuple[Pair, ...]:
    """Say that reports did not come of manuscripts after all; returns the pairs that were there."""
    with database.atomic():
        known = [pair for pair in dict.fromkeys(pairs) if _there(pair).exists()]
        for manuscript, item in known:
            row = removing.found(Manuscript, manuscript)
            where = (ManuscriptUse.manuscript == manuscript) & (ManuscriptUse.item == item)
            ManuscriptUse.delete().where(where).execute()
            audit.record(actor, "manuscript.unused", f"manuscript:{manuscript}", title=row.title, item=item)
    return tuple(known)


def erase(ids: Collection[int]) -> None:
    """Delete manuscripts with all that hangs on them, inside the caller's transaction."""
    for table in (ManuscriptUse, ManuscriptOutlet):
        table.delete().where(table.manuscript.in_(list(ids))).execute()
    Manuscript.delete().where(Manuscript.id.in_(list(ids))).execute()


def _there(pair: Pair) -> Any:
    manuscript, item = pair
    use: Any = ManuscriptUse
    return use.select(use.id).where((use.manuscript == manuscript) & (use.item == item))


def _fields(new: NewManuscript) -> dict[str, Any]:
    title = clean(rows.required_text("title", new.title, _TITLE))
    if Unit.get_or_none(Unit.id == new.unit_id) is None:
        raise NotFoundError(what="unit", name=new.unit_id)
    if not new.outlet_ids:
        raise NoOutletError(field="outlets")
    return {
        "unit": new.unit_id,
        "sent_on": entries.checked_day(new.sent_on),
        "title": title,
        "title_key": title_key(title),
        "note": rows.clean_text("note", new.note),
    }


def _send(manuscript: int, outlets: Sequence[int]) -> None:
    for outlet in dict.fromkeys(outlets):
        if Outlet.get_or_none(Outlet.id == outlet) is None:
            raise NotFoundError(what="outlet", name=outlet)
        ManuscriptOutlet.create(manuscript=manuscript, outlet=outlet)


def _resent(manuscript: int, outlets: Sequence[int]) -> dict[str, Any]:
    """Send it to these outlets instead; answers what changed, as the record tells it."""
    sent: Any = ManuscriptOutlet
    before = [row for (row,) in sent.select(sent.outlet).where(sent.manuscript == manuscript).tuples()]
    if sorted(before) == sorted(set(outlets)):
        return {}
    sent.delete().where(sent.manuscript == manuscript).execute()
    _send(manuscript, outlets)
    return {"outlets": [sorted(before), sorted(set(outlets))]}


def _exists(fields: dict[str, Any]) -> ManuscriptExistsError:
    return ManuscriptExistsError(title=fields["title"], day=fields["sent_on"], field="title")
