"""Outlets and units that are proposed for the roster, each with how it stands there; nothing goes in unasked.

The proposals are those that ship with the program, or somebody's own list (`xcdesk.importers.roster_lists`).
"""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from xcdesk import clock
from xcdesk.codes import ContactRole, OutletKind, Tier, UnitKind
from xcdesk.db.base import database
from xcdesk.models import Outlet, Quota, QuotaMember, Unit
from xcdesk.normalise import name_key
from xcdesk.resources import resource
from xcdesk.services.office import founding
from xcdesk.services.record import audit, permissions
from xcdesk.services.record.actor import Actor
from xcdesk.services.record.permissions import Permission
from xcdesk.services.roster import duplicates, lexicon, outlet_changes, programme_changes, spellings, units
from xcdesk.services.roster.outlet_changes import NewOutlet
from xcdesk.services.roster.outlets import EVERY_DAY
from xcdesk.services.roster.outlets import outlets as on_roster
from xcdesk.services.roster.programme_changes import NewProgramme
from xcdesk.services.roster.tenure_changes import NewTenure, change_holder, withdraw_holder
from xcdesk.services.roster.units import NewUnit


class Standing(StrEnum):
    """How a proposal stands to the roster."""

    NEW = "new"
    FILLS = "fills"
    KNOWN = "known"
    ALIKE = "alike"
    TWICE = "twice"
    NAMELESS = "nameless"
    KINDLESS = "kindless"


TAKEN = frozenset((Standing.NEW, Standing.FILLS, Standing.ALIKE))
"""What a person may tick; of these an entry that is like another is not ticked beforehand."""


@dataclass(frozen=True, slots=True)
class ProposedPerson:
    """Who holds a post at an outlet."""

    role: ContactRole
    name: str
    post: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class ProposedOutlet:
    """An outlet as somebody's list has it.

    Attributes:
        place: its row in the list, from 1.
        kind, tier: None where the list does not tell and the name does not either.
        people: for posts that nobody holds yet.
        programmes: names, and notes on them.
        standing: how it stands to the roster; ``like`` is the outlet that it is, or is like.
    """

    place: int
    name: str
    kind: OutletKind | None
    tier: Tier | None
    publication_days: str = EVERY_DAY
    deadline: str = ""
    spellings: tuple[str, ...] = ()
    people: tuple[ProposedPerson, ...] = ()
    programmes: tuple[tuple[str, str], ...] = ()
    standing: Standing = Standing.NEW
    like: str = ""


@dataclass(frozen=True, slots=True)
class ProposedUnit:
    """A unit as somebody's list has it; see `ProposedOutlet`."""

    place: int
    name: str
    kind: UnitKind
    spellings: tuple[str, ...] = ()
    standing: Standing = Standing.NEW
    like: str = ""


@dataclass(frozen=True, slots=True)
class Taken:
    """What was put on the roster: ids of outlets and units, and of tenures of outlets that were there."""

    outlets: tuple[int, ...] = ()
    units: tuple[int, ...] = ()
    tenures: tuple[tuple[int, NewTenure], ...] = ()

    def __len__(self) -> int:
        """How many rows of the roster it is about."""
        return len(self.outlets) + len(self.units) + len(self.tenures)


def shipped_outlets() -> tuple[ProposedOutlet, ...]:
    """The outlets of the city, the province and the nation that ship with the program."""
    seed = _seed()
    named: dict[str, list[tuple[str, str]]] = {row["name"]: [] for row in seed["outlet"]}
    for row in seed["programme"]:
        named[row["outlet"]].append((row["name"], row.get("note", "")))
    found = (
        ProposedOutlet(
            place,
            row["name"],
            OutletKind(row["kind"]),
            Tier(row["tier"]),
            row.get("publication_days", EVERY_DAY),
            row.get("deadline", ""),
            tuple(row.get("spellings", ())),
            programmes=tuple(named[row["name"]]),
        )
        for place, row in enumerate(seed["outlet"], start=1)
    )
    return stand_outlets(found)


def shipped_units() -> tuple[ProposedUnit, ...]:
    """The units that ship with the program."""
    seed = _seed()["units"]
    named = [(name, kind) for kind in UnitKind for name in seed[kind.value]]
    return stand_units(
        ProposedUnit(place, name, kind, tuple(seed["spellings"].get(name, ())))
        for place, (name, kind) in enumerate(named, start=1)
    )


def stand_outlets(proposed: Iterable[ProposedOutlet]) -> tuple[ProposedOutlet, ...]:
    """The proposals with how each stands to the roster as it is now."""
    words, rows = lexicon.load(), {row.id: row for row in on_roster(everyone=True)}
    cores = {duplicates.core(row.name): row.name for row in rows.values()}
    seen: set[str] = set()
    made = []
    for one in proposed:
        known = words.outlet(one.name)
        if known is not None and known.id in rows:
            row = rows[known.id]
            held = {ContactRole.LEADER: row.leader, ContactRole.LIAISON: row.liaison}
            people = tuple(who for who in one.people if held.get(who.role) is None)
            standing = Standing.FILLS if people and row.active else Standing.KNOWN
            made.append(replace(one, people=people, standing=standing, like=row.name))
        else:
            lacks = Standing.KINDLESS if one.kind is None or one.tier is None else Standing.NEW
            standing, like = _standing(one.name, seen, cores, lacks)
            made.append(replace(one, standing=standing, like=like))
        seen.add(name_key(one.name))
    return tuple(made)


def stand_units(proposed: Iterable[ProposedUnit]) -> tuple[ProposedUnit, ...]:
    """The proposals with how each stands to the units as they are now."""
    words = lexicon.load()
    cores = {duplicates.core(row.name): row.name for row in units.units(everyone=True)}
    seen: set[str] = set()
    made = []
    for one in proposed:
        known = words.unit(one.name)
        if known is not None:
            made.append(replace(one, standing=Standing.KNOWN, like=known.name))
        else:
            standing, like = _standing(one.name, seen, cores, Standing.NEW)
            made.append(replace(one, standing=standing, like=like))
        seen.add(name_key(one.name))
    return tuple(made)


def take_outlets(actor: Actor, chosen: Sequence[ProposedOutlet]) -> Taken:
    """Put outlets on the roster with spellings, programmes and people, all of them or none.

    New ones owe what the plan asks of their tier where the actor may change quotas.

    Raises:
        DeskError: one of them cannot be put there, or somebody has done it meanwhile; nothing was written.
    """
    made: list[int] = []
    filled: list[tuple[int, NewTenure]] = []
    with database.atomic():
        words = lexicon.load()
        for one in chosen:
            there = words.outlet(one.name) if one.standing is Standing.FILLS else None
            if there is None:
                made.append(_add_outlet(actor, one))
            else:
                filled += [(change_holder(actor, new), new) for new in _tenures(there.id, one.people)]
        audit.record(actor, "roster.outlets_taken", "outlet", count=len(chosen))
    return Taken(outlets=tuple(made), tenures=tuple(filled))


def take_units(actor: Actor, chosen: Sequence[ProposedUnit]) -> Taken:
    """Put units on the roster with their spellings, all of them or none; raises as `take_outlets` does."""
    made: list[int] = []
    with database.atomic():
        for one in chosen:
            made.append(units.add_unit(actor, NewUnit(one.name, one.kind)))
            for spelling in one.spellings:
                spellings.learn_unit_spelling(actor, made[-1], spelling)
        audit.record(actor, "roster.units_taken", "unit", count=len(chosen))
    return Taken(units=tuple(made))


def take_back(actor: Actor, taken: Taken) -> None:
    """Take off the roster what was put there: outlets and units are retired, people withdrawn.

    Raises:
        DeskError: somebody has changed one of them meanwhile in a way that stands against it; nothing was
            written.
    """
    with database.atomic():
        _set_active(actor, taken, active=False)
        for tenure, _ in taken.tenures:
            withdraw_holder(actor, tenure, 1, None)


def take_again(actor: Actor, taken: Taken) -> Taken:
    """Put back what `take_back` took off; the people are entered once more."""
    with database.atomic():
        _set_active(actor, taken, active=True)
        filled = tuple((change_holder(actor, new), new) for _, new in taken.tenures)
    return replace(taken, tenures=filled)


def _standing(
    name: str, seen: set[str], cores: Mapping[str, str], otherwise: Standing
) -> tuple[Standing, str]:
    if not name_key(name):
        return Standing.NAMELESS, ""
    if name_key(name) in seen:
        return Standing.TWICE, ""
    if otherwise is Standing.KINDLESS:
        return otherwise, ""
    like = cores.get(duplicates.core(name), "")
    return (Standing.ALIKE, like) if like else (Standing.NEW, "")


def _add_outlet(actor: Actor, one: ProposedOutlet) -> int:
    if one.kind is None or one.tier is None:
        raise ValueError("an outlet without kind or tier is not ticked")
    new = NewOutlet(one.name, one.kind, one.tier, one.publication_days, one.deadline)
    made = outlet_changes.add_outlet(actor, new)
    for spelling in one.spellings:
        spellings.learn_outlet_spelling(actor, made, spelling)
    for name, note in one.programmes:
        programme_changes.add_programme(actor, NewProgramme(made, name, note=note))
    if one.tier is Tier.MUNICIPAL:
        programme_changes.add_programme(actor, NewProgramme(made, founding.CAMPAIGN_COLUMN, is_column=True))
    for tenure in _tenures(made, one.people):
        change_holder(actor, tenure)
    _join_quotas(actor, made, one.name, one.tier)
    return made


def _tenures(outlet: int, people: Sequence[ProposedPerson]) -> list[NewTenure]:
    day = clock.today()
    return [NewTenure(outlet, who.role, who.name, day, who.post, who.phone) for who in people]


def _join_quotas(actor: Actor, outlet: int, name: str, tier: Tier) -> None:
    """Let a new outlet owe what the shipped quotas ask of it by name or tier."""
    if not permissions.may(actor.role, Permission.QUOTAS):
        return
    for position, row in enumerate(_seed()["quota"], start=1):
        if not founding.is_asked(row, name, tier):
            continue
        quota = _in_force(row, position)
        if quota is None:
            continue
        QuotaMember.create(quota=quota, outlet=outlet)
        Quota.update(version=Quota.version + 1).where(Quota.id == quota.id).execute()
        audit.record(actor, "quota.joined", f"quota:{quota.id}", name=name)


def _in_force(row: Mapping[str, Any], position: int) -> Quota | None:
    """A shipped quota as it holds now, made where the office never had it; None where it has ended it."""
    known = Quota.select().where(Quota.code == row["code"]).order_by(Quota.id.desc())
    there = list(known)
    if not there:
        return founding.make_quota(row, position)
    return next((one for one in there if one.until is None and one.removed_at is None), None)


def _set_active(actor: Actor, taken: Taken, *, active: bool) -> None:
    act = outlet_changes.reinstate_outlet if active else outlet_changes.retire_outlet
    for row in Outlet.select().where(Outlet.id.in_(taken.outlets)):
        act(actor, row.id, row.version)
    for unit in Unit.select().where(Unit.id.in_(taken.units)):
        units.change_unit(actor, unit.id, unit.version, NewUnit(unit.name, unit.kind, active))


def _seed() -> Mapping[str, Any]:
    return tomllib.loads(resource("seed", "office.toml").read_text(encoding="utf-8"))
