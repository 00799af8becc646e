"""Figures of the log within a text: written as a field, counted anew until the text is submitted.

A field stands in double braces: what is counted, first and last day, and further conditions by the numbers
that rows of the roster have, or by codes: ``{{placements 2019-03-01 2019-03-31 outlet:3 tier:national}}``.
One that counts a whole table has a paragraph of its own.
"""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

_FIELD = re.compile(r"\{\{([a-z_]+) (\d{4}-\d\d-\d\d) (\d{4}-\d\d-\d\d)((?: [a-z]+:[a-z0-9_]+)*)\}\}")


class Counted(StrEnum):
    """What a field counts; the last four are tables."""

    PIECES = "pieces"
    PLACEMENTS = "placements"
    BY_COUNTY = "by_county"
    BY_DEPARTMENT = "by_department"
    BY_OUTLET = "by_outlet"
    BY_FORM = "by_form"


TABLES = frozenset((Counted.BY_COUNTY, Counted.BY_DEPARTMENT, Counted.BY_OUTLET, Counted.BY_FORM))


class Condition(StrEnum):
    """What a figure may be narrowed by: an outlet or unit by its number, the others by their codes."""

    OUTLET = "outlet"
    UNIT = "unit"
    TIER = "tier"
    FORM = "form"
    THEME = "theme"


@dataclass(frozen=True, slots=True)
class LiveField:
    """One figure or table of the log from ``since`` to ``until``, both included."""

    counted: Counted
    since: dt.date
    until: dt.date
    within: tuple[tuple[Condition, str], ...] = ()

    @property
    def source(self) -> str:
        """How it stands in a text."""
        conditions = "".join(f" {key}:{value}" for key, value in self.within)
        return f"{{{{{self.counted} {self.since} {self.until}{conditions}}}}}"


def field_of(source: str) -> LiveField | None:
    """The field that ``source`` is as a whole; None for any other text."""
    found = _FIELD.fullmatch(source)
    return _read(found) if found else None


def fields_in(text: str) -> tuple[LiveField, ...]:
    """Every field of a text in its order, repeated ones too."""
    return tuple(field for found in _FIELD.finditer(text) if (field := _read(found)))


def pieces_of(text: str) -> tuple[str | LiveField, ...]:
    """The text as it stands around its fields, and the fields."""
    parts: list[str | LiveField] = []
    at = 0
    for found in _FIELD.finditer(text):
        field = _read(found)
        if field is None:
            continue
        parts += [text[at : found.start()], field]
        at = found.end()
    return tuple(part for part in (*parts, text[at:]) if part != "")


def replaced(text: str, put: Callable[[LiveField], str]) -> str:
    """``text`` with what ``put`` gives in the place of each field."""
    return "".join(part if isinstance(part, str) else put(part) for part in pieces_of(text))


def _read(found: re.Match[str]) -> LiveField | None:
    """None for what only looks like a field: an unknown name, a day that no calendar has."""
    try:
        within = tuple(
            (Condition(key), value) for key, _, value in (each.partition(":") for each in found[4].split())
        )
        days = dt.date.fromisoformat(found[2]), dt.date.fromisoformat(found[3])
        return LiveField(Counted(found[1]), *days, within)
    except ValueError:
        return None
