"""The quarterly check of contacts: whose have not been verified this quarter, and verifying them."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from xcdesk import clock
from xcdesk.db.base import database
from xcdesk.services.record.actor import Actor
from xcdesk.services.roster import outlet_changes, outlets, tenure_changes, tenures
from xcdesk.services.roster.outlets import OutletRow
from xcdesk.services.roster.tenure_changes import TenureChange
from xcdesk.services.roster.tenures import TenureRow


@dataclass(frozen=True, slots=True)
class CheckRow:
    """One outlet of the list: who holds which role now, and whether that was verified this quarter."""

    outlet: OutletRow
    people: tuple[TenureRow, ...]
    done: bool


@dataclass(frozen=True, slots=True)
class CheckList:
    """Outlets whose contacts the office keeps, over the quarter from ``since`` to ``until``."""

    since: dt.date
    until: dt.date
    rows: tuple[CheckRow, ...]

    @property
    def left(self) -> tuple[CheckRow, ...]:
        """Those still to be verified."""
        return tuple(row for row in self.rows if not row.done)


@dataclass(frozen=True, slots=True)
class Correction:
    """How a person is to be written from now on, found out while verifying."""

    tenure_id: int
    version: int
    change: TenureChange


def check_list(day: dt.date | None = None) -> CheckList:
    """Outlets on the roster that owe contacts or have some, with what was verified in the quarter of ``day``.

    A check made before the quarter began has to be made anew; one dated later than ``day`` counts.
    """
    on = day or clock.today()
    since, until = clock.quarter_of(on)
    held = tenures.tenures_by_outlet()
    found = []
    for outlet in outlets.outlets(on=on):
        people = tuple(row for row in held.get(outlet.id, ()) if row.holds_on(on))
        if outlet.owes or people:
            done = outlet.verified_on is not None and outlet.verified_on >= since
            found.append(CheckRow(outlet, people, done))
    return CheckList(since, until, tuple(found))


def verify(actor: Actor, outlet: OutletRow, corrections: Sequence[Correction] = ()) -> int:
    """Note that the contacts were verified today, corrected as found out; returns the outlet's new version.

    Raises:
        StaleRowError: somebody changed one of the rows meanwhile; nothing was written.
    """
    with database.atomic():
        for each in corrections:
            tenure_changes.change_tenure(actor, each.tenure_id, each.version, each.change)
        return outlet_changes.mark_verified(actor, outlet.id, outlet.version)


def take_back(actor: Actor, outlet: OutletRow, version: int, corrections: Sequence[Correction] = ()) -> int:
    """Put back the check before, and how people were written; returns the outlet's new version.

    Args:
        actor: who takes it back.
        outlet: the row as it was before.
        version: the outlet's version now.
        corrections: what each person goes back to, with the version that person has now.

    Raises:
        StaleRowError: somebody changed one of the rows meanwhile; nothing was written.
    """
    with database.atomic():
        for each in corrections:
            tenure_changes.change_tenure(actor, each.tenure_id, each.version, each.change)
        return outlet_changes.take_back_verified(actor, outlet.id, version, outlet.verified_on)
