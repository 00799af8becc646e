"""Materials against the record: an act, a text, a number or a file forged behind the program's back shows."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from xcdesk.models import (
    AuditEntry,
    Bulletin,
    BulletinFile,
    Material,
    MaterialEvent,
    MaterialFile,
    MaterialIssue,
    MaterialVersion,
)
from xcdesk.services.approvals.writing import PAST
from xcdesk.texts.documents import content_hash

_NUMBERED = ("material.numbered", "bulletin.issued")
_FILES = ("pdf", "docx", "xlsx", "trace")
_Issue = tuple[int, int, dict[str, str]]
"""Year, number, and digests of the files by their kind."""


@dataclass(frozen=True, slots=True)
class _Step:
    """One act on a material as it is written down twice: as its event, and in the record."""

    act: str
    source: str
    target: str
    revision: int
    text_hash: str


@dataclass(slots=True)
class _Kept:
    """What is kept of one material besides its row: its acts, and the hashes of its texts by revision."""

    acts: list[_Step] = field(default_factory=list)
    texts: dict[int, str] = field(default_factory=dict)


def differing() -> tuple[str, ...]:
    """Titles of materials that are otherwise than the record tells; of one that is gone its number."""
    told, kept, numbers = _told(), _kept(), {*_odd_issues()}
    rows = {row.id: row for row in Material.select().order_by(Material.id).iterator()}
    wrong = [
        row.title
        for row in rows.values()
        if _number_of(row) in numbers or not _fits(row, kept[row.id], told.get(row.id, []))
    ]
    return (*wrong, *(f"material:{number}" for number in sorted(told.keys() - rows.keys())))


def _number_of(material: Material) -> str:
    """How the record calls a material."""
    return f"material:{material.id}"


def _fits(row: Material, kept: _Kept, told: list[_Step]) -> bool:
    """Row, texts and acts tell the same as the record."""
    if not told or kept.acts != told:
        return False
    last = told[-1]
    as_told = (row.state, row.revision, row.text_hash) == (last.target, last.revision, last.text_hash)
    own_text = content_hash(row.title, row.body) == row.text_hash
    return as_told and own_text and kept.texts == {one.revision: one.text_hash for one in told}


def _told() -> dict[int, list[_Step]]:
    """Acts by material, as the record has them."""
    found: dict[int, list[_Step]] = defaultdict(list)
    entry = AuditEntry
    query: Any = entry.select(entry.action, entry.subject, entry.facts).where(
        entry.action.in_([*PAST.values()])
    )
    for action, subject, facts in query.order_by(entry.id).tuples().iterator():
        said = json.loads(facts)
        step = _Step(action, said["from"], said["to"], said["revision"], said["hash"])
        found[int(subject.partition(":")[2])].append(step)
    return found


def _kept() -> Mapping[int, _Kept]:
    """Events and saved texts by material; a text that is not what its hash says has none."""
    found: dict[int, _Kept] = defaultdict(_Kept)
    event, version = MaterialEvent, MaterialVersion
    acts: Any = event.select(
        event.material, event.action, event.from_state, event.to_state, event.revision, event.text_hash
    )
    for material, action, source, target, revision, text_hash in acts.order_by(event.id).tuples().iterator():
        step = _Step(PAST[action], source.value, target.value, revision, text_hash)
        found[material].acts.append(step)
    texts: Any = version.select(
        version.material, version.revision, version.title, version.body, version.text_hash
    )
    for material, revision, title, body, text_hash in texts.tuples().iterator():
        found[material].texts[revision] = text_hash if content_hash(title, body) == text_hash else ""
    return found


def _odd_issues() -> Iterator[str]:
    """Materials that went out under another number, or in other files, than the record tells."""
    told = {
        entry.subject: _told_issue(json.loads(entry.facts))
        for entry in AuditEntry.select().where(AuditEntry.action.in_(_NUMBERED)).iterator()
    }
    for subject, material, issue in _issues():
        if told.pop(subject, None) != issue:
            yield f"material:{material}"
    for subject in told:  # a number that only the record knows
        kind, _, number = subject.partition(":")
        bulletin = Bulletin.get_or_none(Bulletin.id == int(number)) if kind == "bulletin" else None
        yield subject if bulletin is None else f"material:{bulletin.material_id}"


def _told_issue(said: Mapping[str, Any]) -> _Issue:
    return said["year"], said["number"], {kind: said[kind] for kind in _FILES if kind in said}


def _issues() -> Iterator[tuple[str, int, _Issue]]:
    """How the record calls each issue, its material, and the number and files it went out with."""
    files = _digests(MaterialFile, MaterialFile.issue)
    for paper in MaterialIssue.select().iterator():
        subject = f"material:{paper.material_id}"
        yield subject, paper.material_id, (paper.year, paper.number, files[paper.id])
    files = _digests(BulletinFile, BulletinFile.bulletin)
    for one in Bulletin.select().where(Bulletin.number.is_null(False)).iterator():
        yield f"bulletin:{one.id}", one.material_id, (one.year, one.number, files[one.id])


def _digests(table: Any, issue: Any) -> Mapping[int, dict[str, str]]:
    """Digests of files by their issue and kind."""
    found: dict[int, dict[str, str]] = defaultdict(dict)
    for number, kind, digest in table.select(issue, table.kind, table.sha256).tuples().iterator():
        found[number][kind] = digest
    return found
