"""The record as people read it: found by person, act, day and subject, page by page, each entry in words."""

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from peewee import fn

from xcdesk import clock
from xcdesk.models import (
    Activity,
    ActivityFile,
    AdvertPlan,
    AuditEntry,
    Bulletin,
    Contribution,
    CoverageItem,
    Evidence,
    ImportBatch,
    Manuscript,
    Material,
    Matter,
    Outlet,
    Programme,
    SavedSearch,
    SiteLink,
    Term,
    Unit,
    User,
)
from xcdesk.progress import Operation
from xcdesk.services.record import audit, history
from xcdesk.services.record.history import HistoryEntry
from xcdesk.wording import Language, catalogue, listed, text

PAGE = 200
"""Entries that are read at a time."""

_LONGEST_SEARCH = 200
_MOST_LISTED = 20
"""Numbers of one fact that are told one by one; of more only how many there are."""
_MANY = "coverage_items"
_BRIEF = (
    "day",
    "number",
    "running",
    "sender",
    "added",
    "updated",
    "turned_down",
    "restored",
    "revision",
    "needed_by",
    "concerning",
    "behalf_of",
    "principal",
    "delegate",
    "template",
    "count",
    "anchors",
    "broken_at",
    "lost",
    "filter",
    "backup",
    "left",
    "left_count",
    "by",
)
"""Facts that tell what was done where no field was changed, in this order."""
_CODES = {"from": "material.state", "to": "material.state", "series": "bulletin.series"}
"""Facts that hold a code, and the labels that tell it."""
_NAMES: Mapping[str, tuple[Any, Any]] = {
    "activity": (Activity, Activity.title),
    "activity_file": (ActivityFile, ActivityFile.label),
    "advert_plan": (AdvertPlan, AdvertPlan.slot),
    "bulletin": (Bulletin, Material.title),
    "contribution": (Contribution, Contribution.title),
    "coverage_item": (CoverageItem, CoverageItem.title),
    "desk_user": (User, User.name),
    "evidence": (Evidence, Evidence.label),
    "import_batch": (ImportBatch, ImportBatch.file_name),
    "manuscript": (Manuscript, Manuscript.title),
    "material": (Material, Material.title),
    "matter": (Matter, Matter.title),
    "outlet": (Outlet, Outlet.name),
    "programme": (Programme, Programme.name),
    "saved_search": (SavedSearch, SavedSearch.name),
    "site_link": (SiteLink, SiteLink.name),
    "term": (Term, Term.label),
    "unit": (Unit, Unit.name),
}
"""Subjects that have a name: their table and the column that names them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordFilter:
    """Which entries are looked for; what is empty lets everything through.

    Attributes:
        who: login of the person.
        action: one act, as ``coverage.changed``.
        kind: kind of what it was done to, as ``outlet``.
        subject: exactly one row, as ``outlet:3``; also the acts on many that touched it.
        since: first day, at this desk.
        until: last day, at this desk.
        words: text within the facts, the person's name or the act's words.
    """

    who: str = ""
    action: str = ""
    kind: str = ""
    subject: str = ""
    since: dt.date | None = None
    until: dt.date | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class RecordRow:
    """One entry: its number, who (login), the act, what it was done to with its name now, and all facts."""

    id: int
    who: str
    told: HistoryEntry
    subject: str
    name: str
    facts: Mapping[str, Any]
    digest: str

    def about(self, language: Language | None = None) -> str:
        """What it was done to: ``媒体单位 许昌日报``."""
        kind, _, number = self.subject.partition(":")
        if kind == _MANY:
            touched = {*self.facts.get("ids", ()), *self.facts.get("removed", ())}
            return text("record.many", language, count=len(touched))
        word = _word(f"what.{kind}", kind, language)
        return f"{word} {self.name or _number(number)}".rstrip()

    def details(self, language: Language | None = None) -> str:
        """What it changed, or the facts that tell most, one behind the other."""
        brief = (name for name in _BRIEF if self.facts.get(name) not in (None, "", [], 0))
        told = (_fact(name, self.facts[name], language) for name in brief)
        return self.told.details(language) or "  ".join(told)

    def full(self, language: Language | None = None) -> str:
        """Everything the entry holds, a line each: the head, fields before and after, the other facts."""
        when = f"{clock.local(self.told.at):%Y-%m-%d %H:%M:%S}"
        person = f"{self.told.who}（{self.who}）" if language != "en" else f"{self.told.who} ({self.who})"
        lines = [f"{when}  {person}  {action_words(self.told.action, language)}", self.about(language)]
        lines += [change.words(language) for change in self.told.changes]
        lines += [_fact(name, value, language) for name, value in self.facts.items() if name != "changes"]
        lines.append(text("record.entry", language, id=self.id, digest=self.digest[:12]))
        return "\n".join(lines)


@dataclass(frozen=True, slots=True)
class Choices:
    """What the record can be filtered by: people by login, acts, and kinds of subjects, as they occur."""

    people: Mapping[str, str]
    actions: Sequence[str]
    kinds: Sequence[str]


def page(chosen: RecordFilter, before: int | None = None, limit: int = PAGE) -> tuple[RecordRow, ...]:
    """The latest entries, or those that come before the entry with the number ``before``, latest first."""
    query = _query(chosen)
    if before is not None:
        query = query.where(AuditEntry.id < before)
    return _rows(list(query.order_by(AuditEntry.id.desc()).limit(limit)))


def count(chosen: RecordFilter) -> int:
    """How many entries there are."""
    return int(_query(chosen).count())


def everything(chosen: RecordFilter, operation: Operation) -> Iterator[RecordRow]:
    """All entries, latest first, read a page at a time; raises `Cancelled` when the operation is stopped."""
    return operation.each(_all(chosen), count(chosen))


def choices() -> Choices:
    """What occurs in the record; people under the name they had last."""
    names: Any = AuditEntry.select(AuditEntry.who, fn.MAX(AuditEntry.who_name)).group_by(AuditEntry.who)
    acts: Any = AuditEntry.select(AuditEntry.action).distinct().order_by(AuditEntry.action).tuples()
    now = {row.login: row.name for row in User.select(User.login, User.name)}
    people = {login: now.get(login, name) for login, name in names.order_by(AuditEntry.who).tuples()}
    return Choices(people, tuple(act for (act,) in acts), tuple(_NAMES))


def action_words(action: str, language: Language | None = None) -> str:
    """An act in words with the area it belongs to; one that has none yet is shown by its code."""
    area = action.partition(".")[0]
    word = _word(f"act.{action}", "", language)
    return (
        text("record.act", language, area=_word(f"area.{area}", area, language), act=word) if word else action
    )


def _all(chosen: RecordFilter) -> Iterator[RecordRow]:
    before = None
    while found := page(chosen, before):
        yield from found
        before = found[-1].id


def _query(chosen: RecordFilter) -> Any:
    query = AuditEntry.select()
    if chosen.who:
        query = query.where(AuditEntry.who == chosen.who)
    if chosen.action:
        query = query.where(AuditEntry.action == chosen.action)
    if chosen.since is not None:
        query = query.where(AuditEntry.at >= clock.midnight(chosen.since))
    if chosen.until is not None:
        query = query.where(AuditEntry.at < clock.midnight(chosen.until + dt.timedelta(days=1)))
    if chosen.kind:
        query = query.where(_of_kind(chosen.kind))
    if chosen.subject:
        query = query.where(_of_subject(chosen.subject))
    if chosen.words.strip():
        query = query.where(_holds(chosen.words.strip()[:_LONGEST_SEARCH]))
    return query


def _of_kind(kind: str) -> Any:
    head = f"{kind}:"
    wanted = (AuditEntry.subject == kind) | (fn.SUBSTR(AuditEntry.subject, 1, len(head)) == head)
    return wanted | (AuditEntry.subject == _MANY) if kind == "coverage_item" else wanted


def _of_subject(subject: str) -> Any:
    kind, _, number = subject.partition(":")
    if not number.isdecimal():
        return AuditEntry.subject == subject
    return AuditEntry.id.in_([entry.id for entry in audit.entries_of(kind, int(number))])


def _holds(words: str) -> Any:
    """The words in the facts, in the person's name, or in the name of the act in either language."""
    acts = [
        key.removeprefix("act.")
        for key, said in catalogue().items()
        if key.startswith("act.") and any(words.casefold() in word.casefold() for word in said.values())
    ]
    return (
        AuditEntry.facts.contains(words) | AuditEntry.who_name.contains(words) | AuditEntry.action.in_(acts)
    )


def _rows(entries: Sequence[AuditEntry]) -> tuple[RecordRow, ...]:
    names = _names(entries)
    return tuple(
        RecordRow(
            id=entry.id,
            who=entry.who,
            told=history.as_told(entry),
            subject=entry.subject,
            name=names.get(entry.subject, ""),
            facts=json.loads(entry.facts),
            digest=entry.digest,
        )
        for entry in entries
    )


def _names(entries: Sequence[AuditEntry]) -> Mapping[str, str]:
    """Names of the subjects as they are now; one that has gone has the name that the entry tells."""
    ids: dict[str, set[int]] = defaultdict(set)
    named: dict[str, str] = {}
    for entry in entries:
        kind, _, number = entry.subject.partition(":")
        if kind in _NAMES and number.isdecimal():
            ids[kind].add(int(number))
            facts = json.loads(entry.facts)
            named[entry.subject] = str(facts.get("title") or facts.get("name") or facts.get("label") or "")
    for kind, wanted in ids.items():
        model, column = _NAMES[kind]
        query = model.select(model.id, column).where(model.id.in_(wanted))
        if kind == "bulletin":
            query = query.join(Material)
        named |= {f"{kind}:{row}": name for row, name in query.tuples() if name}
    return named


def _number(number: str) -> str:
    return f"#{number}" if number.isdecimal() else ""


def _fact(name: str, value: Any, language: Language | None) -> str:
    word = next((text(key, language) for key in _keys(name) if key in catalogue()), name)
    coded = _word(f"{_CODES.get(name, '')}.{value}", "", language)
    return text("record.fact", language, name=word, value=coded or _shown(value, language))


def _keys(name: str) -> tuple[str, ...]:
    return (f"fact.{name}", f"change.{name}", f"field.{name}")


def _shown(value: Any, language: Language | None) -> str:
    if isinstance(value, list):
        told = listed((_shown(one, language) for one in value[:_MOST_LISTED]), language)
        more = len(value) - _MOST_LISTED
        return told if more <= 0 else text("record.more", language, told=told, more=more)
    if isinstance(value, dict):
        return "；".join(f"{name} {_shown(one, language)}" for name, one in value.items())
    if isinstance(value, bool):
        return text("history.yes" if value else "history.no", language)
    return text("history.empty", language) if value in (None, "") else str(value)


def _word(key: str, otherwise: str, language: Language | None) -> str:
    return text(key, language) if key in catalogue() else otherwise
