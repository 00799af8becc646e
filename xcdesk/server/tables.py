"""Which table is whose on a server: what each role may write, from the one table of permissions.

`ALLOWED` of `xcdesk.services.record.permissions` says which role has a permission; here stands which
permission a table takes. A table that is named nowhere is everybody's work, to be added to and changed.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from xcdesk.codes import Role
from xcdesk.db import triggers, word_index
from xcdesk.models.tables import BY_NAME
from xcdesk.services.record.permissions import ALLOWED, Permission

HIDDEN = ("desk_user", "case_private")
"""Tables that nobody reads as they are: a view of the same name stands in front of each."""

OF_TABLES: Mapping[str, Permission] = {
    "quota": Permission.QUOTAS,
    "quota_member": Permission.QUOTAS,
    "calendar_day": Permission.SETTINGS,
    "review_step": Permission.SETTINGS,
    "review_step_person": Permission.SETTINGS,
    "recovery_code": Permission.PEOPLE,
}
"""What writing a table takes, where it is not everybody's."""

OF_SETTINGS: Mapping[str, Permission] = {
    "office": Permission.SETTINGS,
    "page": Permission.SETTINGS,
    "rules": Permission.SETTINGS,
    "practice": Permission.SETTINGS,
    "setup": Permission.SETTINGS,
    "returns": Permission.QUOTAS,
    "cases": Permission.QUOTAS,
}
"""What writing a setting takes, by its key; further ones are everybody's."""

TRASHED = (
    "coverage_item",
    "followup_case",
    "quota",
    "evidence",
    "removed_row",
    "advert_plan",
    "activity",
    "activity_file",
)
"""Tables whose rows are removed for good from the trash alone."""

_TAKEN_OUT = frozenset(
    (
        *TRASHED,
        "bulletin_section",
        "candidate",
        "case_link",
        "case_unit",
        "contribution",
        "day_exception",
        "import_month",
        "manuscript",
        "manuscript_outlet",
        "manuscript_use",
        "material_seat",
        "material_step",
        "none_today",
        "outlet",
        "outlet_spelling",
        "programme",
        "quota_member",
        "site_link",
        "stored_chunk",
        "stored_file",
        "tenure",
        "text_draft",
        "unit",
        "unit_spelling",
    )
)
"""Tables from which everyday acts delete: merging, emptying a cell, laying into the trash."""

_UNRECORDED = frozenset(
    ("text_draft", "remembered_mapping", "stored_file", "stored_chunk", "audit_entry", "audit_row")
)
"""Tables that are written without an entry of the record: what is typed and not saved, what is learnt."""

_FIXED: Mapping[str, tuple[str, ...]] = {
    "material": ("kind", "author_id", "created_at", "corrects_id"),
    "coverage_item": ("logged_at",),
    "followup_case": ("kind", "number", "year", "registered_by_id", "registered_at"),
}
"""Columns that keep what they were made with, besides the number."""


@dataclass(frozen=True, slots=True)
class Grants:
    """What one role may do to one table; columns where only some may be written."""

    insert: bool
    update: tuple[str, ...]
    delete: bool


def names() -> tuple[str, ...]:
    """Every table that holds rows of the office."""
    return tuple(BY_NAME)


def derived() -> tuple[str, ...]:
    """Tables that repeat what the rows say; whoever writes a row writes them too."""
    return ("search_due", *(source.index for source in word_index.SOURCES))


def recorded() -> tuple[str, ...]:
    """Tables of which no change goes without its entry in the record."""
    return tuple(name for name in names() if name not in _UNRECORDED and name not in HIDDEN)


def versioned() -> tuple[str, ...]:
    """Tables whose rows count their changes."""
    return tuple(
        name for name, model in BY_NAME.items() if "version" in model._meta.fields and name not in HIDDEN
    )


def grants(table: str, role: Role) -> Grants:
    """What ``role`` may do to ``table`` besides reading it."""
    if table in HIDDEN or role not in ALLOWED[OF_TABLES.get(table, Permission.WORK)]:
        return Grants(insert=False, update=(), delete=False)
    if table in triggers.APPEND_ONLY:
        return Grants(insert=True, update=(), delete=False)
    fixed = {"id", *_FIXED.get(table, ())}
    columns = tuple(name for name in _columns(table) if name not in fixed)
    return Grants(insert=True, update=columns, delete=table in _TAKEN_OUT)


def without_number(table: str) -> tuple[str, ...]:
    """Columns of a table but its number."""
    return tuple(name for name in _columns(table) if name != "id")


def _columns(table: str) -> tuple[str, ...]:
    return tuple(field.column_name for field in BY_NAME[table]._meta.sorted_fields)
