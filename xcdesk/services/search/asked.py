"""What each prefix asks of a row of a table, as conditions of the database."""

import datetime as dt
import functools
import operator
import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from peewee import Field

from xcdesk import clock
from xcdesk.codes import Vocabulary
from xcdesk.models import Bulletin, User
from xcdesk.normalise import folded
from xcdesk.services.office import days, terms
from xcdesk.services.roster import lexicon
from xcdesk.services.search import names

Condition = Callable[[Sequence[str]], Any]


def outlet(column: Field) -> Condition:
    """The row's outlet is one of those named."""
    return lambda values: column.in_(names.outlet_ids(values))


def unit(column: Field) -> Condition:
    """The row's unit is one of those named."""
    return lambda values: column.in_(names.unit_ids(values))


def programme(column: Field) -> Condition:
    """The row's programme is one of those named."""
    return lambda values: column.in_(names.programme_ids(values))


def text(column: Field) -> Condition:
    """A column holds one of the values."""
    return lambda values: _any(column.contains(value) for value in values)


def user(column: Field) -> Condition:
    """An account whose name holds one of the values."""
    return lambda values: column.in_(User.select(User.id).where(text(User.name)(values)))


def day(column: Field) -> Condition:
    """A day lies in one of the ranges."""
    return lambda values: _any(_within(column, found.since, found.until) for found in _ranges(values))


def moment(column: Field) -> Condition:
    """The day of a moment at this desk lies in one of the ranges."""

    def asked(values: Sequence[str]) -> Any:
        return _any(_of_days(column, found) for found in _ranges(values))

    return asked


def term(column: Field, vocabulary: Vocabulary) -> Condition:
    """The code of a list's member whose label, spelling or code is one of the values."""

    def asked(values: Sequence[str]) -> Any:
        members = ((one.code, (one.label, *one.spellings)) for one in terms.terms(vocabulary, everyone=True))
        return column.in_(_codes(members, values))

    return asked


def tier(column: Field) -> Condition:
    """The tier that one of the values names."""
    return lambda values: column.in_(
        _codes(((word.code, word.spellings) for word in lexicon.TIER_WORDS), values)
    )


def issue(values: Sequence[str]) -> Any:
    """A bulletin of this number, in its year or over all years."""
    numbers = [int(digits) for value in values for digits in re.findall(r"\d{1,9}", folded(value))]
    return Bulletin.number.in_(numbers) | Bulletin.running.in_(numbers)


def span(values: Sequence[str]) -> days.Days:
    """From the first day to the last of all ranges together."""
    ranges = _ranges(values)
    starts, ends = [found.since for found in ranges], [found.until for found in ranges]
    since = min((day for day in starts if day), default=None) if None not in starts else None
    until = max((day for day in ends if day), default=None) if None not in ends else None
    return days.Days(since, until)


def _ranges(values: Sequence[str]) -> list[days.Days]:
    return [found for value in values if (found := days.read(value)) is not None]


def _of_days(column: Field, found: days.Days) -> Any:
    next_day = found.until and found.until + dt.timedelta(days=1)
    met = [column >= clock.midnight(found.since)] if found.since else []
    met += [column < clock.midnight(next_day)] if next_day else []
    return functools.reduce(operator.and_, met)


def _within(column: Field, since: dt.date | None, until: dt.date | None) -> Any:
    if since is None:
        return column <= until
    return column >= since if until is None else column.between(since, until)


def _codes(members: Iterable[tuple[str, tuple[str, ...]]], values: Sequence[str]) -> list[str]:
    """Codes of the members that one of the values names."""
    wanted = [folded(value) for value in values]
    return [
        code
        for code, spellings in members
        if any(value == code or any(value in folded(word) for word in spellings) for value in wanted)
    ]


def _any(asked: Iterable[Any]) -> Any:
    return functools.reduce(operator.or_, asked)
