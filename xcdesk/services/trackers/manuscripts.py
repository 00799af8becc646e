"""What units sent to news outlets (单位来稿) and what came of it; `manuscript_changes` writes it."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from peewee import JOIN

from xcdesk.db import bulk
from xcdesk.errors import NotFoundError
from xcdesk.models import CoverageItem, Manuscript, ManuscriptOutlet, ManuscriptUse, Outlet, Unit
from xcdesk.normalise import title_key

FEW = 1_500
"""So many are read in a tenth of a second."""


@dataclass(frozen=True, slots=True)
class UseRow:
    """A report that came of a manuscript."""

    item_id: int
    day: dt.date
    outlet: str
    title: str


@dataclass(frozen=True, slots=True)
class ManuscriptRow:
    """One manuscript: ``outlets`` are the outlets it was sent to, ``uses`` the reports that came of it."""

    id: int
    unit_id: int
    unit: str
    sent_on: dt.date
    title: str
    outlet_ids: tuple[int, ...]
    outlets: tuple[str, ...]
    note: str
    uses: tuple[UseRow, ...]
    version: int

    @property
    def name(self) -> str:
        """What it is called."""
        return self.title

    @property
    def active(self) -> bool:
        """A manuscript never goes out of use."""
        return True

    @property
    def used(self) -> bool:
        """Whether something of it ran."""
        return bool(self.uses)


@dataclass(frozen=True, slots=True)
class ManuscriptFilter:
    """Which manuscripts: days included, None for all; ``words`` stand in title or note."""

    since: dt.date | None = None
    until: dt.date | None = None
    unit_id: int | None = None
    used: bool | None = None
    words: str = ""


def manuscripts(chosen: ManuscriptFilter = ManuscriptFilter()) -> tuple[ManuscriptRow, ...]:
    """The manuscripts asked for, the latest first."""
    query = _query().where(_asked(chosen)).order_by(Manuscript.sent_on.desc(), Manuscript.id.desc())
    rows = _rows(query)
    return rows if chosen.used is None else tuple(row for row in rows if row.used == chosen.used)


def are_few(chosen: ManuscriptFilter) -> bool:
    """Whether `manuscripts` takes no longer than a person notices."""
    return int(Manuscript.select(Manuscript.id).where(_asked(chosen)).limit(FEW + 1).count()) <= FEW


def manuscript(manuscript_id: int) -> ManuscriptRow:
    """One manuscript that does not lie in the trash; raises `NotFoundError`."""
    query = _query().where((Manuscript.id == manuscript_id) & Manuscript.removed_at.is_null())
    found = _rows(query)
    if not found:
        raise NotFoundError(what="manuscript", name=manuscript_id)
    return found[0]


def _asked(chosen: ManuscriptFilter) -> Any:
    asked = Manuscript.removed_at.is_null()
    if chosen.since is not None:
        asked &= Manuscript.sent_on >= chosen.since
    if chosen.until is not None:
        asked &= Manuscript.sent_on <= chosen.until
    if chosen.unit_id is not None:
        asked &= Manuscript.unit == chosen.unit_id
    if chosen.words.strip():
        asked &= Manuscript.title_key.contains(title_key(chosen.words)) | Manuscript.note.contains(
            chosen.words.strip()
        )
    return asked


def _query() -> Any:
    """Rows as the engine tells them: a year has thousands, of which models would take three times as long."""
    row = Manuscript
    columns = (row.id, Unit.id, Unit.name, row.sent_on, row.title, row.note, row.version)
    return row.select(*columns).join(Unit)


def _rows(query: Any) -> tuple[ManuscriptRow, ...]:
    found = list(query.tuples())
    ids = [told[0] for told in found]
    sent, uses = _sent_to(ids), _uses(ids)
    return tuple(
        ManuscriptRow(
            id=row,
            unit_id=unit,
            unit=name,
            sent_on=sent_on,
            title=title,
            outlet_ids=tuple(outlet for outlet, _ in sent.get(row, ())),
            outlets=tuple(outlet for _, outlet in sent.get(row, ())),
            note=note,
            uses=uses.get(row, ()),
            version=version,
        )
        for row, unit, name, sent_on, title, note, version in found
    )


def _sent_to(ids: Sequence[int]) -> Mapping[int, list[tuple[int, str]]]:
    found: defaultdict[int, list[tuple[int, str]]] = defaultdict(list)
    for some in bulk.chunks(ids):
        query: Any = ManuscriptOutlet.select(ManuscriptOutlet.manuscript, Outlet.id, Outlet.name).join(Outlet)
        chosen = query.where(ManuscriptOutlet.manuscript.in_(some)).order_by(Outlet.position, Outlet.id)
        for manuscript, outlet, name in chosen.tuples():
            found[manuscript].append((outlet, name))
    return found


def _uses(ids: Sequence[int]) -> Mapping[int, tuple[UseRow, ...]]:
    """Reports in the log; one that lies in the trash is no use until it comes back."""
    item = CoverageItem
    found: defaultdict[int, tuple[UseRow, ...]] = defaultdict(tuple)
    for some in bulk.chunks(ids):
        columns = (ManuscriptUse.manuscript, item.id, item.day, Outlet.name, item.title)
        # Outer joins keep the file engine from walking the whole log and looking for each report's use.
        query: Any = ManuscriptUse.select(*columns).join(item, JOIN.LEFT_OUTER).join(Outlet, JOIN.LEFT_OUTER)
        chosen = query.where(ManuscriptUse.manuscript.in_(some) & item.removed_at.is_null())
        for manuscript, *told in sorted(chosen.tuples(), key=lambda row: (row[2], row[1])):
            found[manuscript] += (UseRow(*told),)
    return found
