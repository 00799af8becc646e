"""Named programmes and columns of the outlets (栏目): opened, changed and closed with dates."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from xcdesk.codes import Tier
from xcdesk.models import Outlet, Programme


@dataclass(frozen=True, slots=True)
class ProgrammeRow:
    """One programme; ``is_column`` marks the campaign's fixed column of its outlet."""

    id: int
    outlet_id: int
    name: str
    is_column: bool
    opened_on: dt.date | None
    closed_on: dt.date | None
    note: str
    version: int

    def is_open(self, day: dt.date) -> bool:
        """Whether it runs on ``day``; a column without an opening day has not been opened yet."""
        opened = not self.is_column if self.opened_on is None else self.opened_on <= day
        return opened and (self.closed_on is None or day < self.closed_on)


@dataclass(frozen=True, slots=True)
class OutletProgramme:
    """A programme with the name of its outlet, as a list over all outlets shows it."""

    row: ProgrammeRow
    outlet: str

    @property
    def id(self) -> int:
        """Its number."""
        return self.row.id

    @property
    def name(self) -> str:
        """What it is called."""
        return self.row.name

    @property
    def active(self) -> bool:
        """Whether no end of it is known."""
        return self.row.closed_on is None


class OutletGap(NamedTuple):
    """An outlet that should have something and has not."""

    id: int
    name: str


def of_all_outlets() -> tuple[OutletProgramme, ...]:
    """The programmes of every outlet in use, in the order of the roster."""
    found = programmes_by_outlet()
    query: Any = Outlet.select(Outlet.id, Outlet.name).where(Outlet.active)
    names = query.order_by(Outlet.position, Outlet.id).tuples()
    return tuple(OutletProgramme(row, name) for outlet, name in names for row in found.get(outlet, ()))


def without_column(day: dt.date) -> tuple[OutletGap, ...]:
    """Municipal outlets in use that have no campaign column open on ``day``, in the order of the roster."""
    found = programmes_by_outlet()
    query: Any = Outlet.select(Outlet.id, Outlet.name)
    owing = query.where(Outlet.active & (Outlet.tier == Tier.MUNICIPAL)).order_by(Outlet.position, Outlet.id)
    return tuple(
        OutletGap(outlet, name)
        for outlet, name in owing.tuples()
        if not any(row.is_column and row.is_open(day) for row in found.get(outlet, ()))
    )


def programmes(outlet_id: int) -> tuple[ProgrammeRow, ...]:
    """All programmes of an outlet, the campaign's column first."""
    return programmes_by_outlet(outlet_id).get(outlet_id, ())


def programmes_by_outlet(only: int | None = None) -> Mapping[int, tuple[ProgrammeRow, ...]]:
    """All programmes of every outlet, or of ``only`` one, the campaign's column first."""
    query = Programme.select().order_by(Programme.is_column.desc(), Programme.id)
    if only is not None:
        query = query.where(Programme.outlet == only)
    found: dict[int, list[ProgrammeRow]] = defaultdict(list)
    for row in query:
        found[row.outlet_id].append(_row(row))
    return {outlet: tuple(rows_) for outlet, rows_ in found.items()}


def _row(row: Programme) -> ProgrammeRow:
    return ProgrammeRow(
        row.id,
        row.outlet_id,
        row.name,
        row.is_column,
        row.opened_on,
        row.closed_on,
        row.note,
        row.version,
    )
