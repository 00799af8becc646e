"""Writing the log of other activities; `activities` reads it."""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from xcdesk.codes import Vocabulary
from xcdesk.db.base import database
from xcdesk.errors import DeskError, NotFoundError
from xcdesk.files import safe_name
from xcdesk.models import Activity, ActivityFile, Unit
from xcdesk.normalise import clean
from xcdesk.progress import Operation
from xcdesk.services.log import evidence, stored_files
from xcdesk.services.log.evidence import FormatError, NewFile
from xcdesk.services.office import terms
from xcdesk.services.record import audit, entries, removing, rows, saving
from xcdesk.services.record.actor import Actor
from xcdesk.wording import Listed

MOST_PEOPLE = 99_999_999
_TITLE, _LABEL = 200, 120


class UnknownActivityError(DeskError):
    """No such kind is on the list of activities; facts ``name`` and ``known``."""

    code = "activity.unknown_kind"


class BadPeopleError(DeskError):
    """Nobody counts fewer than no people, or more than there are; fact ``most``."""

    code = "activity.bad_people"


@dataclass(frozen=True, slots=True)
class NewActivity:
    """An activity to enter, or what one is to become; ``kind`` may be a code, a label or a spelling."""

    kind: str
    day: dt.date
    title: str
    unit_id: int | None = None
    people: int | None = None
    note: str = ""

    @property
    def name(self) -> str:
        """What it is called."""
        return self.title.strip()


def add_activity(actor: Actor, new: NewActivity) -> int:
    """Enter an activity and return its id.

    Raises:
        UnknownActivityError: its kind is on no list.
        NotFoundError: the unit is not there.
        MissingTextError: it has no title.
        BadPeopleError: so many people there are not.
    """
    with database.atomic():
        fields = {**_fields(new, ""), "logged_by": actor.id}
        return saving.add(actor, Activity, fields, "activity.added", title=fields["title"])


def change_activity(actor: Actor, activity_id: int, version: int, change: NewActivity) -> int:
    """Rewrite an activity and return the new version; refusals as in `add_activity`.

    Raises:
        StaleRowError: somebody changed it meanwhile.
    """
    with database.atomic():
        row = removing.found(Activity, activity_id, lying=False)
        fields = _fields(change, row.kind)
        return saving.change(actor, row, version, fields, "activity.changed", title=fields["title"])


def remove_activity(actor: Actor, activity_id: int, version: int) -> int:
    """Lay an activity into the trash with its evidence; returns the new version."""
    row = removing.found(Activity, activity_id, lying=False)
    return removing.remove(actor, row, version, "activity.removed", title=row.title)


def restore_activity(actor: Actor, activity_id: int, version: int) -> int:
    """Put an activity back; returns the new version."""
    row = removing.found(Activity, activity_id, lying=True)
    return removing.restore(actor, row, version, "activity.restored", title=row.title)


def attach(
    actor: Actor, activity_id: int, files: Sequence[NewFile], operation: Operation | None = None
) -> tuple[int, ...]:
    """Keep files as evidence of an activity, all or none; returns their ids.

    Raises:
        FormatError: files of this ending are not taken.
        Cancelled: the user stopped it; nothing was written.
        DeskError: a code of area ``evidence``; nothing was written.
    """
    made = []
    with database.atomic():
        row = removing.found(Activity, activity_id, lying=False)
        for each in files:
            label = safe_name(each.name[-_LABEL:], "证据")
            if not evidence.kind_of(label):
                raise FormatError(name=label, ending=label.rpartition(".")[2] if "." in label else "")
            kept = stored_files.store(label, each.opened, operation)
            piece = ActivityFile.create(activity=row.id, file=kept, label=label, added_by=actor.id)
            made.append(int(piece.id))
            audit.record(actor, "activity.evidence_added", f"activity_file:{piece.id}", **_told(piece))
    return tuple(made)


def detach(actor: Actor, file_id: int, version: int) -> int:
    """Lay a piece of evidence into the trash; returns the new version.

    Raises:
        StaleRowError: somebody changed it meanwhile.
    """
    kept = removing.found(ActivityFile, file_id, lying=False)
    return removing.remove(actor, kept, version, "activity.evidence_removed", **_told(kept))


def put_back(actor: Actor, file_id: int, version: int) -> int:
    """Take a piece of evidence out of the trash; returns the new version.

    Raises:
        NotFoundError: its activity is not there any more.
    """
    kept = removing.found(ActivityFile, file_id, lying=True)
    removing.found(Activity, kept.activity_id, lying=False)
    return removing.restore(actor, kept, version, "activity.evidence_restored", **_told(kept))


def erase_files(ids: Collection[int]) -> None:
    """Delete pieces of evidence, inside the caller's transaction."""
    _drop(ActivityFile.id.in_(list(ids)))


def erase(ids: Collection[int]) -> None:
    """Delete activities with their evidence, inside the caller's transaction."""
    _drop(ActivityFile.activity.in_(list(ids)))
    Activity.delete().where(Activity.id.in_(list(ids))).execute()


def _told(kept: ActivityFile) -> dict[str, object]:
    """What an entry about a piece of evidence says; by the activity it belongs to the history of that."""
    return {"activity": kept.activity_id, "label": kept.label}


def _drop(chosen: Any) -> None:
    query: Any = ActivityFile.select(ActivityFile.file).where(chosen).tuples()
    contents = {file for (file,) in query}
    ActivityFile.delete().where(chosen).execute()
    for file in contents:
        stored_files.drop_unused(file)


def _fields(new: NewActivity, kind_before: str) -> dict[str, Any]:
    if new.people is not None and not 0 <= new.people <= MOST_PEOPLE:
        raise BadPeopleError(most=MOST_PEOPLE, field="people")
    if new.unit_id is not None and Unit.get_or_none(Unit.id == new.unit_id) is None:
        raise NotFoundError(what="unit", name=new.unit_id)
    return {
        "kind": _kind(new.kind, kind_before),
        "unit": new.unit_id,
        "day": entries.checked_day(new.day),
        "title": clean(rows.required_text("title", new.title, _TITLE)),
        "people": new.people,
        "note": rows.clean_text("note", new.note),
    }


def _kind(written: str, before: str) -> str:
    """Code of a kind in use; the one that a row has already stays, in use or not."""
    if written == before and before:
        return before
    term = terms.find(Vocabulary.ACTIVITY, written)
    if term is None:
        known = Listed(tuple(each.label for each in terms.terms(Vocabulary.ACTIVITY)))
        raise UnknownActivityError(name=written, known=known, field="kind")
    return term.code
