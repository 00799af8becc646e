"""What became of one row: every act on it, by hand, among many or by import, in words."""

import datetime as dt
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from xcdesk.errors import DeskError
from xcdesk.models import AuditEntry, ImportRow, Material, Merge, Outlet, Programme, Term, Unit
from xcdesk.services.record import audit
from xcdesk.wording import Language, Listed, catalogue, text

KINDS = (
    "coverage_item",
    "outlet",
    "unit",
    "programme",
    "term",
    "site_link",
    "quota",
    "contribution",
    "candidate",
    "followup_case",
    "advert_plan",
    "manuscript",
    "activity",
)
"""Tables whose rows have a history that people read."""

_FACTS = (
    "name",
    "before",
    "role",
    "since",
    "until",
    "spelling",
    "label",
    "state",
    "closed_on",
    "verified_on",
    "reason",
    "note",
)
"""Facts of an act that tell a reader something; ids do not."""
_FIRST = ("day", "received_on", "outlet", "title", "name", "label", "kind")
"""Fields that are told before the others."""
_NAMED: Mapping[str, tuple[Any, str]] = {
    "outlet": (Outlet, "name"),
    "unit": (Unit, "name"),
    "programme": (Programme, "name"),
    "material": (Material, "title"),
}
"""Fields that hold the number of a row: its table, and the column that names it."""
_VOCABULARIES: Mapping[tuple[str, str], str] = {
    ("coverage_item", "form"): "form",
    ("coverage_item", "theme"): "theme",
    ("activity", "kind"): "activity",
}
"""Fields that hold a code of an editable list."""
_WHY = frozenset({"reason", "note"})
"""Facts that are told even where the changes say what was done."""


class NoHistoryError(DeskError):
    """Rows of this kind have no history that people read; facts ``kind`` and ``known``."""

    code = "history.unknown_kind"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field before and after, as words; "" where it was empty, both "" where they are not told."""

    field: str
    before: str
    after: str

    def words(self, language: Language | None = None) -> str:
        """``版面：3版 → 4版``."""
        name = _first(f"change.{self.field}", f"field.{self.field}", language) or self.field
        if self.before == self.after:
            return text("history.untold", language, field=name)
        before, after = (self._shown(value, language) for value in (self.before, self.after))
        return text("history.change", language, field=name, before=before, after=after)

    def _shown(self, value: str, language: Language | None) -> str:
        if not value:
            return text("history.empty", language)
        rooms = ("", "outlet_", "unit_", "quota.")
        keys = [*(f"{room}{self.field}.{value}" for room in rooms), f"history.{value}"]
        return next((text(key, language) for key in keys if key in catalogue()), value)


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One act: when (UTC), by whom, which (``coverage.changed``, ``import.applied``…), and what changed.

    ``facts`` are what the record holds besides, by name.
    """

    at: dt.datetime
    who: str
    action: str
    changes: tuple[FieldChange, ...]
    facts: tuple[tuple[str, str], ...] = ()

    def words(self, language: Language | None = None) -> str:
        """The act in words; an act that has none yet is shown by its code."""
        return _first(f"act.{self.action}", "", language) or self.action

    def details(self, language: Language | None = None) -> str:
        """What it changed, or the facts that were written down, one behind the other."""
        told = [change.words(language) for change in self.changes]
        shown = (_fact(name, value, language) for name, value in self.facts if not told or name in _WHY)
        return "  ".join([*told, *shown])


def history(item_id: int) -> tuple[HistoryEntry, ...]:
    """Every act on a report, oldest first."""
    return of("coverage_item", item_id)


def of(kind: str, row_id: int) -> tuple[HistoryEntry, ...]:
    """Every act on a row of one of `KINDS`, oldest first.

    Acts on reports of an outlet are not acts on the outlet.

    Raises:
        NoHistoryError: ``kind`` is none of `KINDS`.
    """
    if kind not in KINDS:
        raise NoHistoryError(kind=kind, known=Listed(tuple(KINDS)))
    found = [*_by_hand(kind, row_id)]
    if kind == "coverage_item":
        found += _by_import(row_id)
        return tuple(sorted(found, key=lambda entry: entry.at))
    return tuple(entry for entry in found if not entry.action.startswith("coverage."))


def as_told(entry: AuditEntry) -> HistoryEntry:
    """One act as the record has it, with what it changed in whatever it was done to."""
    facts = json.loads(entry.facts)
    kind = entry.subject.partition(":")[0]
    pairs: Mapping[str, Any] = facts.get("changes") or {}
    changes = tuple(_change(kind, field, *pairs[field]) for field in sorted(pairs, key=_place))
    return HistoryEntry(entry.at, entry.who_name, entry.action, changes, _told(facts))


def _by_hand(kind: str, row_id: int) -> Iterator[HistoryEntry]:
    for entry in audit.entries_of(kind, row_id):
        facts = json.loads(entry.facts)
        pairs = facts.get("changes") or _of_many(facts, row_id)
        changes = tuple(_change(kind, field, *pairs[field]) for field in sorted(pairs, key=_place))
        action = entry.action
        if row_id in (facts.get("removed") or ()) and action.startswith("coverage."):
            action = "coverage.removed"
        yield HistoryEntry(entry.at, entry.who_name, action, changes, _told(facts))


def _place(field: str) -> int:
    return _FIRST.index(field) if field in _FIRST else len(_FIRST)


def _of_many(facts: Mapping[str, Any], row_id: int) -> Mapping[str, Any]:
    """What an act on many rows changed in this one."""
    for part in facts.get("parts", ()):
        if row_id in part["ids"]:
            changes: Mapping[str, Any] = part["changes"]
            return changes
    return {}


def _by_import(item_id: int) -> Iterator[HistoryEntry]:
    """An import's own entry tells who and when, its batch what the row was before and after."""
    rows = {
        f"import_batch:{row.batch_id}": row for row in ImportRow.select().where(ImportRow.item == item_id)
    }
    for entry in AuditEntry.select().where(AuditEntry.subject.in_(list(rows))).order_by(AuditEntry.id):
        row = rows[entry.subject]
        before = json.loads(row.before) if row.before else None
        after = json.loads(row.after)
        if entry.action == "import.applied":
            yield HistoryEntry(entry.at, entry.who_name, entry.action, _differences(before, after))
        elif entry.action == "import.undone" and item_id not in json.loads(entry.facts).get("kept", ()):
            yield HistoryEntry(entry.at, entry.who_name, entry.action, _differences(after, before or after))


def _differences(before: Mapping[str, Any] | None, after: Mapping[str, Any]) -> tuple[FieldChange, ...]:
    if before is None:  # the import made the row: there is nothing to compare
        return ()
    return tuple(
        _change("coverage_item", field, before.get(field), after[field])
        for field in after
        if field not in {"title_key", "version"} and before.get(field) != after[field]
    )


def _change(kind: str, field: str, before: object, after: object) -> FieldChange:
    return FieldChange(field, _words(kind, field, before), _words(kind, field, after))


def _words(kind: str, field: str, value: object) -> str:
    """A value for reading: a reference by its name, a code of a list by its label, nothing as ""."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return "、".join(_words(kind, field, one) for one in value)
    vocabulary = _VOCABULARIES.get((kind, field))
    if vocabulary is not None:
        return _label(vocabulary, str(value))
    table = "outlet" if field in {"members", "outlets"} else field
    if table in _NAMED and isinstance(value, int):
        model, column = _NAMED[table]
        row = model.get_or_none(model.id == value)
        return str(getattr(row, column)) if row is not None else _merged(table, value)
    return str(value)


def _label(vocabulary: str, code: str) -> str:
    row = Term.get_or_none((Term.vocabulary == vocabulary) & (Term.code == code))
    return row.label if row is not None else code


def _merged(field: str, gone: int) -> str:
    """Name of an outlet or unit that has become part of another."""
    row = Merge.select().where((Merge.kind == field) & (Merge.gone == gone)).order_by(Merge.id.desc()).first()
    return row.gone_name if row is not None else str(gone)


def _told(facts: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    words = {name: str(facts[name]) for name in _FACTS if facts.get(name) not in (None, "")}
    if "reason" in words:  # a code of the office's list, or a person's own words
        words["reason"] = _label("reason", words["reason"])
    return tuple(words.items())


def _fact(name: str, value: str, language: Language | None) -> str:
    word = _first(f"contact_role.{value}", f"link_state.{value}", language)
    return word or text(f"act.fact.{name}", language, value=value)


def _first(key: str, other: str, language: Language | None) -> str:
    """The label of the first of two keys that has one, "" if neither has."""
    return next((text(one, language) for one in (key, other) if one in catalogue()), "")
