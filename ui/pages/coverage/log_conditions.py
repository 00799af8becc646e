"""What the log is filtered by, column by column, in words; and the filter without one of the columns."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QCoreApplication

from ui import format as shown
from ui.messages import text
from ui.tablemodels.coverage_columns import COLUMNS
from ui.widgets.column_filter import Blank
from xcdesk.codes import Tier
from xcdesk.services.counts.item_filter import ItemField, ItemFilter
from xcdesk.services.log import facets
from xcdesk.services.office.days import Days

translate = QCoreApplication.translate
DAYS = {ItemField.DAY: ("since", "until"), ItemField.LOGGED_AT: ("logged_since", "logged_until")}
"""Columns of days, with the conditions that bound them."""

CHOICES = frozenset({ItemField.REPRINTS, ItemField.EVIDENCE, ItemField.MARK})
"""Columns that are filtered by whether there is something in them."""

_NAMED = 2
"""So many values of a list are named; of more it is said how many they are."""


@dataclass(frozen=True, slots=True)
class Condition:
    """What one column is filtered by."""

    field: ItemField
    words: str


def heading(field: ItemField) -> str:
    """Heading of a column in the window's language."""
    return next(column.heading for column in COLUMNS if column.key == field)


def conditions(chosen: ItemFilter) -> list[Condition]:
    """The columns that are filtered, in their usual order."""
    found = []
    for column in COLUMNS:
        words = _words(chosen, column.key)
        if words:
            whole = translate("coverage", "{column}: {words}").format(column=column.heading, words=words)
            found.append(Condition(column.key, whole))
    return found


def without(chosen: ItemFilter, field: ItemField) -> ItemFilter:
    """The filter that asks nothing about a column."""
    gone: dict[str, Any] = {
        "holds": tuple(pair for pair in chosen.holds if pair[0] != field),
        "blank": tuple(each for each in chosen.blank if each != field),
        "filled": tuple(each for each in chosen.filled if each != field),
    }
    if field in facets.LISTS:
        gone[facets.LISTS[field]] = ()
    for name in DAYS.get(field, ()):
        gone[name] = None
    if field == ItemField.REPRINTS:
        gone |= {"group_id": None, "ungrouped": False}
    if field == ItemField.TITLE:
        gone["untitled"] = False
    return replace(chosen, **gone)


def with_values(chosen: ItemFilter, field: ItemField, values: Sequence[object]) -> ItemFilter:
    """The filter that asks for some values of a list; for none of them it asks nothing."""
    asked: dict[str, Any] = {facets.LISTS[field]: tuple(values)}
    return replace(without(chosen, field), **asked)


def with_text(chosen: ItemFilter, field: ItemField, words: str, blank: Blank) -> ItemFilter:
    """The filter that asks for words in a column, or for rows that are blank there or not."""
    bare = without(chosen, field)
    if blank is Blank.BLANK:
        return replace(bare, blank=(*bare.blank, field))
    if blank is Blank.FILLED:
        bare = replace(bare, filled=(*bare.filled, field))
    return replace(bare, holds=(*bare.holds, (field, words))) if words.strip() else bare


def with_days(chosen: ItemFilter, field: ItemField, days: Days) -> ItemFilter:
    """The filter that asks for a stretch of days."""
    since, until = DAYS[field]
    asked: dict[str, Any] = {since: days.since, until: days.until}
    return replace(chosen, **asked)


def text_of(chosen: ItemFilter, field: ItemField) -> str:
    """The words that a column must hold."""
    return next((words for each, words in chosen.holds if each == field), "")


def blank_of(chosen: ItemFilter, field: ItemField) -> Blank:
    """What is asked about blanks of a column."""
    return Blank.BLANK if field in chosen.blank else Blank.FILLED if field in chosen.filled else Blank.ANY


def days_of(chosen: ItemFilter, field: ItemField) -> str:
    """The stretch of days, as it could have been typed."""
    since, until = (getattr(chosen, name) for name in DAYS[field])
    if since is None and until is None:
        return ""
    return f"{since or ''}" if since == until else f"{since or ''}..{until or ''}"


def _words(chosen: ItemFilter, field: ItemField) -> str:
    if field in facets.LISTS:
        return _list_words(field, getattr(chosen, facets.LISTS[field]))
    if field in DAYS:
        since, until = (getattr(chosen, name) for name in DAYS[field])
        return _stretch(since, until)
    if field in CHOICES:
        return _reprint_words(chosen) if field == ItemField.REPRINTS else _choice_words(chosen, field)
    if (field == ItemField.TITLE and chosen.untitled) or field in chosen.blank:
        return translate("coverage", "blank")
    held = text_of(chosen, field)
    if held:
        return translate("coverage", "“{words}”").format(words=held)
    return translate("coverage", "filled in") if field in chosen.filled else ""


def names(field: ItemField) -> Mapping[Any, str]:
    """The names of all values of a column that has a list; tiers are worded in the window's language."""
    if field == ItemField.TIER:
        return {tier: text(f"tier.{tier.value}") for tier in Tier}
    return facets.labels(field)


def _list_words(field: ItemField, values: Sequence[Any]) -> str:
    if not values:
        return ""
    known, blank = names(field), translate("coverage", "blank")
    said = [blank if value is None else known.get(value, "?") for value in values]
    if len(said) <= _NAMED:
        return translate("coverage", ", ").join(said)
    return translate("coverage", "{first} and {count} more").format(first=said[0], count=len(said) - 1)


def _stretch(since: dt.date | None, until: dt.date | None) -> str:
    if since is not None and until is not None:
        return shown.span(since, until)
    if since is not None:
        return translate("coverage", "from {day}").format(day=shown.day(since))
    return translate("coverage", "until {day}").format(day=shown.day(until)) if until is not None else ""


def _choice_words(chosen: ItemFilter, field: ItemField) -> str:
    none, some = translate("coverage", "none"), translate("coverage", "there is some")
    if field == ItemField.MARK:
        none, some = translate("coverage", "not marked"), translate("coverage", "marked")
    return none if field in chosen.blank else some if field in chosen.filled else ""


def _reprint_words(chosen: ItemFilter) -> str:
    if chosen.group_id is not None:
        return translate("coverage", "of one piece")
    if chosen.ungrouped or ItemField.REPRINTS in chosen.blank:
        return translate("coverage", "not reprinted")
    return translate("coverage", "reprinted") if ItemField.REPRINTS in chosen.filled else ""
