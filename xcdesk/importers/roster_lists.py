"""Somebody's own list of outlets or units, read like any file and turned into proposals for the roster."""

import tomllib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from xcdesk.codes import ContactRole, OutletKind, Tier, UnitKind
from xcdesk.importers import marks, own_kind, recode, worker
from xcdesk.importers.cells import Grid
from xcdesk.importers.lines import is_total
from xcdesk.normalise import name_key
from xcdesk.progress import Operation
from xcdesk.resources import resource
from xcdesk.services.roster import proposing
from xcdesk.services.roster.proposing import ProposedOutlet, ProposedPerson, ProposedUnit

_SEARCHED = 20
"""Rows at the top of a sheet among which its heading is looked for."""
_LONGEST_NAME = 40
_COUNTY, _COMPANY = ("县", "市", "区"), "公司"


class RosterField(StrEnum):
    """What a column of such a list can hold; post and phone are those of the person before them."""

    NAME = "name"
    KIND = "kind"
    TIER = "tier"
    DEADLINE = "deadline"
    LEADER = "leader"
    LIAISON = "liaison"
    POST = "post"
    PHONE = "phone"


_PEOPLE: Mapping[RosterField, ContactRole] = {
    RosterField.LEADER: ContactRole.LEADER,
    RosterField.LIAISON: ContactRole.LIAISON,
}


@dataclass(frozen=True, slots=True)
class RosterSheet:
    """A sheet that lists outlets or units: one of both is filled."""

    name: str
    outlets: tuple[ProposedOutlet, ...] = ()
    units: tuple[ProposedUnit, ...] = ()


def look(
    path: Path,
    operation: Operation | None = None,
    *,
    only: Collection[str] | None = None,
    of_units: bool | None = None,
) -> tuple[RosterSheet, ...]:
    """Have a file read in a process of its own, and find the lists in it; none where it holds none.

    Args:
        path: the file.
        operation: hears the user's stop.
        only: names of the sheets that are meant; None for all.
        of_units: what somebody has said that they list; None lets the headings tell.

    Raises:
        RefusedFileError: it cannot be read.
        Cancelled: somebody stopped it.
    """
    operation = operation or Operation()
    with worker.reading(path) as begun:
        raw = marks.taken_out(recode.book_of(begun, None, operation))
    own_kind.require(raw, path.name)
    meant = (sheet for sheet in raw.sheets if (not sheet.hidden if only is None else sheet.name in only))
    listed = (sheet_of(Grid(sheet), of_units=of_units) for sheet in meant)
    return tuple(found for found in listed if found is not None)


def sheet_of(grid: Grid, *, of_units: bool | None = None) -> RosterSheet | None:
    """A sheet as a list of the roster; None where it is none.

    Args:
        grid: its cells.
        of_units: what somebody has said that it lists; None lets the headings tell.
    """
    kinds = (False, True) if of_units is None else (of_units,)
    for units in kinds:
        found = _heading(grid, units=units)
        if found is None:
            continue
        row, columns = found
        if units:
            listed = tuple(_units(grid, row, columns))
            if listed:
                return RosterSheet(grid.sheet.name, units=proposing.stand_units(listed))
        else:
            outlets = tuple(_outlets(grid, row, columns))
            if outlets:
                return RosterSheet(grid.sheet.name, outlets=proposing.stand_outlets(outlets))
    return None


def _heading(grid: Grid, *, units: bool) -> tuple[int, Mapping[int, RosterField]] | None:
    """The row that names the columns, and what they hold; a list of outlets tells more than a name."""
    for row in range(min(grid.height, _SEARCHED)):
        columns = _columns(grid.texts(row), units=units)
        if RosterField.NAME in columns.values() and (len(columns) > 1 or units):
            return row, columns
    return None


def _columns(texts: Mapping[int, str], *, units: bool) -> dict[int, RosterField]:
    words = _words()
    found: dict[int, RosterField] = {}
    for column, shown in texts.items():
        key = name_key(shown)
        field = words["unit" if units else "outlet"].get(key)
        field = field or (words["outlet"].get(key) if units else None)
        once = field not in {RosterField.POST, RosterField.PHONE}
        if field is not None and not (once and field in found.values()):
            found[column] = field
    return found


def _outlets(grid: Grid, heading: int, columns: Mapping[int, RosterField]) -> Iterator[ProposedOutlet]:
    for row, texts in _rows(grid, heading, columns):
        said = {field: texts.get(column, "") for column, field in reversed(tuple(columns.items()))}
        name = said[RosterField.NAME]
        kind = _named(said.get(RosterField.KIND, ""), "kinds") or _named(name, "kinds")
        tier = _named(said.get(RosterField.TIER, ""), "tiers")
        yield ProposedOutlet(
            row + 1,
            name,
            OutletKind(kind) if kind else None,
            Tier(tier) if tier else Tier.MUNICIPAL,
            deadline=_deadline(said.get(RosterField.DEADLINE, "")),
            people=tuple(_people(columns, texts)),
        )


def _units(grid: Grid, heading: int, columns: Mapping[int, RosterField]) -> Iterator[ProposedUnit]:
    for row, texts in _rows(grid, heading, columns):
        name = next(texts.get(column, "") for column, field in columns.items() if field is RosterField.NAME)
        yield ProposedUnit(row + 1, name, _unit_kind(name))


def _rows(
    grid: Grid, heading: int, columns: Mapping[int, RosterField]
) -> Iterator[tuple[int, Mapping[int, str]]]:
    """Rows under the heading that name something; sums, notes and hidden rows are none."""
    place = next(column for column, field in columns.items() if field is RosterField.NAME)
    for row in range(heading + 1, grid.height):
        texts = grid.texts(row)
        name = texts.get(place, "")
        if row not in grid.sheet.hidden_rows and 1 < len(name) <= _LONGEST_NAME and not is_total(name):
            yield row, texts


def _people(columns: Mapping[int, RosterField], texts: Mapping[int, str]) -> Iterator[ProposedPerson]:
    """The people of a row, each with the post and telephone in the columns that follow his."""
    places = sorted(columns)
    for at, column in enumerate(places):
        role, name = _PEOPLE.get(columns[column]), texts.get(column, "")
        if role is None or not name:
            continue
        told: dict[RosterField, str] = {}
        for behind in places[at + 1 :]:
            if columns[behind] in _PEOPLE:
                break
            told.setdefault(columns[behind], texts.get(behind, ""))
        yield ProposedPerson(role, name, told.get(RosterField.POST, ""), told.get(RosterField.PHONE, ""))


def _named(shown: str, group: str) -> str:
    """The code whose words end or make up what is shown, the longest word first; "" for none."""
    key = name_key(shown)
    spelt = sorted(_words()[group].items(), key=lambda item: -len(item[0]))
    whole = group == "tiers"
    return next((code for word, code in spelt if (key == word if whole else key.endswith(word))), "")


def _unit_kind(name: str) -> UnitKind:
    if name.endswith(_COMPANY):
        return UnitKind.ENTERPRISE
    is_county = name.endswith(_COUNTY) and not name.startswith("市")
    return UnitKind.COUNTY if is_county else UnitKind.DEPARTMENT


def _deadline(shown: str) -> str:
    hour, sign, minute = shown.replace("：", ":").partition(":")
    fits = sign and hour.isdecimal() and minute[:2].isdecimal()
    return f"{int(hour):02}:{minute[:2]}" if fits else ""


@cache
def _words() -> Mapping[str, Mapping[str, Any]]:
    """What each word over a column, of a kind or of a tier stands for, by its key."""
    shipped = tomllib.loads(resource("words", "roster_headings.toml").read_text(encoding="utf-8"))
    made: dict[str, dict[str, Any]] = {}
    for group, entries in shipped.items():
        of_columns = group in {"outlet", "unit"}
        made[group] = {
            name_key(word): RosterField(code) if of_columns else code
            for code, words in entries.items()
            for word in words
        }
    return made
