"""A new office: its roster, lists, quotas and first people, from ``resources/seed/office.toml``."""

import datetime as dt
import tomllib
from collections.abc import Mapping, Sequence
from typing import Any

from xcdesk import clock
from xcdesk.codes import ContactRole, MaterialKind, OutletKind, Role, Series, Tier, UnitKind, Vocabulary
from xcdesk.db.base import database
from xcdesk.models import (
    Outlet,
    OutletSpelling,
    Programme,
    Quota,
    QuotaMember,
    ReviewStep,
    SeriesCounter,
    Tenure,
    Term,
    Unit,
    UnitSpelling,
    User,
)
from xcdesk.normalise import name_key
from xcdesk.resources import resource
from xcdesk.services.office import people
from xcdesk.services.record import audit

CAMPAIGN_COLUMN = "执行力提升年"


def found(*, sample: bool, roster: bool = True) -> None:
    """Fill a new database in one transaction.

    Args:
        sample: adds invented people, all marked 示例, and open campaign columns, for practice and shows.
        roster: puts the shipped outlets, programmes and units on the roster; without, an office is asked
            which of them it wants (`roster.proposing`).
    """
    seed = tomllib.loads(resource("seed", "office.toml").read_text(encoding="utf-8"))
    with database.atomic():
        _people(seed["user"], sample=sample)
        outlets = _outlets(seed["outlet"]) if roster else {}
        if roster:
            _units(seed["units"])
            _programmes(seed["programme"], outlets, sample=sample)
        _terms(seed["term"])
        _quotas(seed["quota"], outlets)
        if sample:
            _tenures(seed["tenure"], outlets)
        for kind in MaterialKind:
            ReviewStep.create(
                kind=kind, position=1, name=seed["review"]["step"], role=Role(seed["review"]["role"])
            )
        for series in Series:
            SeriesCounter.create(series=series, year=clock.today().year)
        audit.record(people.program(), "office.founded", "office", sample=sample, day=clock.today())


def _people(rows: Sequence[Mapping[str, Any]], *, sample: bool) -> None:
    for row in rows:
        if sample or not row["sample"]:
            User.create(login=row["login"], name=row["name"], post=row["post"], role=Role(row["role"]))


def _outlets(rows: Sequence[Mapping[str, Any]]) -> dict[str, Outlet]:
    made = {}
    for position, row in enumerate(rows, start=1):
        outlet = Outlet.create(
            name=row["name"],
            kind=OutletKind(row["kind"]),
            tier=Tier(row["tier"]),
            publication_days=row.get("publication_days", "1234567"),
            deadline=row.get("deadline", ""),
            position=position,
        )
        for spelling in (row["name"], *row.get("spellings", ())):
            OutletSpelling.create(outlet=outlet, spelling=spelling, key=name_key(spelling))
        made[outlet.name] = outlet
    return made


def _units(seed: Mapping[str, Any]) -> None:
    position = 0
    for kind in UnitKind:
        for name in seed[kind.value]:
            position += 1
            unit = Unit.create(name=name, kind=kind, position=position)
            for spelling in (name, *seed["spellings"].get(name, ())):
                UnitSpelling.create(unit=unit, spelling=spelling, key=name_key(spelling))


def _programmes(rows: Sequence[Mapping[str, Any]], outlets: Mapping[str, Outlet], *, sample: bool) -> None:
    for row in rows:
        Programme.create(outlet=outlets[row["outlet"]], name=row["name"], note=row.get("note", ""))
    for outlet in outlets.values():
        if outlet.tier == Tier.MUNICIPAL:
            opened = dt.date(2019, 1, 2) if sample else None
            Programme.create(outlet=outlet, name=CAMPAIGN_COLUMN, is_column=True, opened_on=opened)


def _terms(rows: Sequence[Mapping[str, Any]]) -> None:
    for position, row in enumerate(rows, start=1):
        Term.create(
            vocabulary=Vocabulary(row["vocabulary"]),
            code=row["code"],
            label=row["label"],
            short=row.get("short", ""),
            spellings="\n".join(row.get("spellings", ())),
            position=position,
        )


def _quotas(rows: Sequence[Mapping[str, Any]], outlets: Mapping[str, Outlet]) -> None:
    """The quotas of those who are there; those of outlets begin with the first one (`roster.proposing`)."""
    for position, row in enumerate(rows, start=1):
        members = row.get("members")
        if members is None or outlets:
            quota = make_quota(row, position)
            for name, outlet in outlets.items():
                if is_asked(row, name, outlet.tier):
                    QuotaMember.create(quota=quota, outlet=outlet)


def make_quota(row: Mapping[str, Any], position: int) -> Quota:
    """A shipped quota without members yet; in a transaction."""
    names = ("code", "label", "subject", "period", "minimum")
    made: Quota = Quota.create(**{name: row[name] for name in names}, position=position)
    return made


def is_asked(row: Mapping[str, Any], name: str, tier: Tier) -> bool:
    """Whether a shipped quota asks something of an outlet, by its name or its tier."""
    members = row.get("members", ())
    return tier.value == members if isinstance(members, str) else name in members


def _tenures(rows: Sequence[Mapping[str, Any]], outlets: Mapping[str, Outlet]) -> None:
    for row in rows:
        for role in (ContactRole.LEADER, ContactRole.LIAISON):
            if role.value in row:
                name, post, phone = row[role.value]
                Tenure.create(
                    outlet=outlets[row["outlet"]],
                    role=role,
                    name=name,
                    post=post,
                    phone=phone,
                    since=dt.date(2019, 1, 2),
                )
