"""What else was done for the campaign (其他活动): messages, essays, quizzes, speeches, contests, evidence."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from peewee import JOIN

from xcdesk.codes import Vocabulary
from xcdesk.db import bulk
from xcdesk.errors import NotFoundError
from xcdesk.files import free_path, safe_name
from xcdesk.models import Activity, ActivityFile, StoredFile, Unit
from xcdesk.services.log import stored_files
from xcdesk.services.office import terms


@dataclass(frozen=True, slots=True)
class ActivityFileRow:
    """A piece of evidence of an activity; ``size`` in bytes."""

    id: int
    label: str
    size: int
    version: int


@dataclass(frozen=True, slots=True)
class ActivityRow:
    """One activity.

    Attributes:
        kind: code of the list of activities; ``kind_label`` its word.
        unit: who held it, "" for the office itself.
        people: how many took part or were reached, None where nobody counted.
    """

    id: int
    kind: str
    kind_label: str
    unit_id: int | None
    unit: str
    day: dt.date
    title: str
    people: int | None
    note: str
    files: tuple[ActivityFileRow, ...]
    version: int

    @property
    def name(self) -> str:
        """What it is called."""
        return self.title

    @property
    def active(self) -> bool:
        """An activity never goes out of use."""
        return True


@dataclass(frozen=True, slots=True)
class ActivityFilter:
    """Which activities: days included, None for all; ``words`` stand in title or note."""

    since: dt.date | None = None
    until: dt.date | None = None
    kind: str = ""
    unit_id: int | None = None
    words: str = ""


def activities(chosen: ActivityFilter = ActivityFilter()) -> tuple[ActivityRow, ...]:
    """The activities asked for, the latest first."""
    query = _query().where(_asked(chosen)).order_by(Activity.day.desc(), Activity.id.desc())
    return _rows(list(query))


def activity(activity_id: int) -> ActivityRow:
    """One activity that does not lie in the trash; raises `NotFoundError`."""
    found = _rows(list(_query().where((Activity.id == activity_id) & Activity.removed_at.is_null())))
    if not found:
        raise NotFoundError(what="activity", name=activity_id)
    return found[0]


def save_copy(file_id: int, folder: Path) -> Path:
    """Write a verified copy under its label, or the next free name, into a folder; returns its path.

    Raises:
        NotFoundError: there is no such file.
        DamagedFileError: what is kept is not what was stored; nothing was written.
        FileInUseError: the folder cannot be written.
    """
    row = ActivityFile.get_or_none(ActivityFile.id == file_id)
    if row is None:
        raise NotFoundError(what="evidence", name=file_id)
    path = free_path(folder / safe_name(row.label))
    stored_files.write_to(row.file_id, row.label, path)
    return path


def _asked(chosen: ActivityFilter) -> Any:
    asked = Activity.removed_at.is_null()
    if chosen.since is not None:
        asked &= Activity.day >= chosen.since
    if chosen.until is not None:
        asked &= Activity.day <= chosen.until
    if chosen.kind:
        asked &= Activity.kind == chosen.kind
    if chosen.unit_id is not None:
        asked &= Activity.unit == chosen.unit_id
    words = chosen.words.strip()
    if words:
        asked &= Activity.title.contains(words) | Activity.note.contains(words)
    return asked


def _query() -> Any:
    return Activity.select(Activity, Unit).join(Unit, JOIN.LEFT_OUTER)


def _rows(found: Sequence[Any]) -> tuple[ActivityRow, ...]:
    words = terms.labels(Vocabulary.ACTIVITY)
    files = _files([row.id for row in found])
    return tuple(
        ActivityRow(
            id=row.id,
            kind=row.kind,
            kind_label=words.get(row.kind, row.kind),
            unit_id=None if row.unit is None else row.unit.id,
            unit="" if row.unit is None else row.unit.name,
            day=row.day,
            title=row.title,
            people=row.people,
            note=row.note,
            files=files.get(row.id, ()),
            version=row.version,
        )
        for row in found
    )


def _files(ids: Sequence[int]) -> Mapping[int, tuple[ActivityFileRow, ...]]:
    kept = ActivityFile
    found: defaultdict[int, tuple[ActivityFileRow, ...]] = defaultdict(tuple)
    for some in bulk.chunks(ids):
        columns = (kept.activity, kept.id, kept.label, StoredFile.size, kept.version)
        query: Any = kept.select(*columns).join(StoredFile)
        there = kept.activity.in_(some) & kept.removed_at.is_null()
        for owner, *told in query.where(there).order_by(kept.id).tuples():
            found[owner] += (ActivityFileRow(*told),)
    return found
