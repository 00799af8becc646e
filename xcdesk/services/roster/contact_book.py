"""The contact book (通讯录): who answers for each outlet, with telephones and the day of the last check."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from xcdesk import clock
from xcdesk.codes import ContactRole, OutletKind, Tier
from xcdesk.services.office import office_settings
from xcdesk.services.roster import outlets, tenures
from xcdesk.services.roster.outlets import OutletRow
from xcdesk.services.roster.tenures import TenureRow

_TIERS = (Tier.MUNICIPAL, Tier.COUNTY, Tier.PROVINCIAL, Tier.NATIONAL)
"""Tiers in the order of the book: the office's own first."""

OWED = (ContactRole.LEADER, ContactRole.LIAISON)
"""Roles that the plan asks a municipal outlet to fill; empty ones stand in the book as gaps."""


@dataclass(frozen=True, slots=True)
class BookEntry:
    """One outlet of the book with those in office; ``missing`` are roles that it owes and has nobody in."""

    outlet: OutletRow
    people: tuple[TenureRow, ...]
    missing: tuple[ContactRole, ...]

    def holder(self, role: ContactRole) -> TenureRow | None:
        """Who holds a role."""
        return next((row for row in self.people if row.role == role), None)


@dataclass(frozen=True, slots=True)
class BookGroup:
    """Outlets of one tier, those of one kind next to each other."""

    tier: Tier
    entries: tuple[BookEntry, ...]


@dataclass(frozen=True, slots=True)
class ContactBook:
    """The book as it stands on a day."""

    day: dt.date
    issuer: str
    groups: tuple[BookGroup, ...]

    @property
    def entries(self) -> tuple[BookEntry, ...]:
        """Every outlet, in printed order."""
        return tuple(entry for group in self.groups for entry in group.entries)


def contact_book(day: dt.date | None = None) -> ContactBook:
    """Outlets on the roster that have contacts or owe them, as of ``day`` (today)."""
    on = day or clock.today()
    held = tenures.tenures_by_outlet()
    entries = [
        _entry(row, [one for one in held.get(row.id, ()) if one.holds_on(on)])
        for row in outlets.outlets(on=on)
    ]
    wanted = [entry for entry in entries if entry.people or entry.missing]
    kinds = list(OutletKind)
    groups = []
    for tier in _TIERS:
        found = [entry for entry in wanted if entry.outlet.tier == tier]
        if found:  # sorting is stable: within a kind they stand in the roster's own order
            found.sort(key=lambda entry: kinds.index(entry.outlet.kind))
            groups.append(BookGroup(tier, tuple(found)))
    return ContactBook(on, office_settings.load().issuer, tuple(groups))


def _entry(row: OutletRow, people: Sequence[TenureRow]) -> BookEntry:
    there = {one.role for one in people}
    missing = tuple(role for role in OWED if row.owes and role not in there)
    return BookEntry(row, tuple(people), missing)
