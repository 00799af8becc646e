"""What is open with a person who leaves a post, and handing it to the one who comes.

A later part of the program that leaves something open with an outlet adds its finder to `FINDERS`, a code
to `OpenKind` and the words ``handover.<code>`` to the catalogue; nothing else has to change.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from xcdesk import clock
from xcdesk.codes import ContributionState, LinkState, QuotaSubject
from xcdesk.db.base import database
from xcdesk.models import HandoverItem, Tenure
from xcdesk.services.grid import matrix
from xcdesk.services.grid.matrix import CellState
from xcdesk.services.record import audit
from xcdesk.services.record.actor import Actor
from xcdesk.services.roster import links, tenure_changes
from xcdesk.services.roster.outlets import OutletRow
from xcdesk.services.roster.tenure_changes import NewTenure
from xcdesk.services.targets import contributions, quotas
from xcdesk.wording import Language, text


class OpenKind(StrEnum):
    """What sort of thing is open."""

    SILENT_DAY = "silent_day"
    CONTRIBUTIONS_OWED = "contributions_owed"
    CONTRIBUTION_WAITING = "contribution_waiting"
    LINK_MISSING = "link_missing"
    UNVERIFIED = "unverified"


@dataclass(frozen=True, slots=True)
class OpenItem:
    """One open thing: the ``table:id`` it is about, a title or number, and the day it belongs to."""

    kind: OpenKind
    subject: str = ""
    detail: str = ""
    day: dt.date | None = None

    def words(self, language: Language | None = None) -> str:
        """It in words."""
        day = self.day
        return text(
            f"handover.{self.kind.value}",
            language,
            detail=self.detail,
            month="" if day is None else day.month,
            day="" if day is None else day.day,
        )


Finder = Callable[[OutletRow, dt.date], Iterator[OpenItem]]
"""Finds what is open with an outlet on a day."""


def open_items(outlet: OutletRow, day: dt.date | None = None) -> tuple[OpenItem, ...]:
    """Everything that is open with an outlet on ``day`` (today), in the order of `FINDERS`."""
    on = day or clock.today()
    return tuple(item for find in FINDERS for item in find(outlet, on))


def change_holder(actor: Actor, new: NewTenure, items: Sequence[OpenItem] = ()) -> int:
    """A change of post that hands ``items`` to the one who comes; returns the id of the new tenure.

    Raises:
        NotFoundError: there is no such outlet.
        TenureOverlapError: the role is held by somebody whose tenure begins on that day or later.
    """
    with database.atomic():
        made = tenure_changes.change_holder(actor, new)
        for item in items:
            HandoverItem.create(
                tenure=made,
                kind=item.kind.value,
                subject=item.subject,
                detail=item.detail[:200],
                day=item.day,
            )
        if items:
            audit.record(
                actor,
                "roster.handed_over",
                f"outlet:{new.outlet_id}",
                tenure=made,
                items=[[item.kind.value, item.subject, item.day] for item in items],
            )
    return made


def taken_over(outlet_id: int) -> Mapping[int, tuple[OpenItem, ...]]:
    """What the holder of each tenure of an outlet took over when it began, by the tenure's id."""
    found: dict[int, list[OpenItem]] = defaultdict(list)
    query = HandoverItem.select().join(Tenure).where(Tenure.outlet == outlet_id).order_by(HandoverItem.id)
    for row in query:
        found[row.tenure_id].append(OpenItem(OpenKind(row.kind), row.subject, row.detail, row.day))
    return {tenure: tuple(items) for tenure, items in found.items()}


def _silent_days(outlet: OutletRow, day: dt.date) -> Iterator[OpenItem]:
    """Days of this week on which something was due, nothing ran and nobody said why."""
    for row in matrix.week(day).rows:
        if row.outlet.id == outlet.id:
            for cell in row.cells:
                if cell.state == CellState.OPEN:
                    yield OpenItem(OpenKind.SILENT_DAY, f"outlet:{outlet.id}", day=cell.day)


def _contributions_owed(outlet: OutletRow, day: dt.date) -> Iterator[OpenItem]:
    for row in quotas.quotas_on(day):
        mine = row.outlet is not None and row.outlet.id == outlet.id
        if mine and row.subject == QuotaSubject.CONTRIBUTIONS and not row.met:
            missing = str(row.minimum - row.done)
            yield OpenItem(OpenKind.CONTRIBUTIONS_OWED, f"outlet:{outlet.id}", missing, row.until)


def _contributions_waiting(outlet: OutletRow, day: dt.date) -> Iterator[OpenItem]:
    since = day - dt.timedelta(days=_LOOK_BACK_DAYS)
    for row in contributions.listed(since, day, ContributionState.RECEIVED):
        if row.outlet == outlet.name:
            subject = f"contribution:{row.id}"
            yield OpenItem(OpenKind.CONTRIBUTION_WAITING, subject, row.title, row.received_on)


def _links_missing(outlet: OutletRow, _day: dt.date) -> Iterator[OpenItem]:
    for row in links.links():
        if row.outlet_id == outlet.id and row.state == LinkState.MISSING:
            yield OpenItem(OpenKind.LINK_MISSING, f"site_link:{row.id}", row.name, row.checked_on)


def _unverified(outlet: OutletRow, day: dt.date) -> Iterator[OpenItem]:
    if outlet.check_is_due(day):
        yield OpenItem(OpenKind.UNVERIFIED, f"outlet:{outlet.id}", day=outlet.verified_on)


_LOOK_BACK_DAYS = 92

FINDERS: tuple[Finder, ...] = (
    _silent_days,
    _contributions_owed,
    _contributions_waiting,
    _links_missing,
    _unverified,
)
"""Everything that may be open with an outlet."""
