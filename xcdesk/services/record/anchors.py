"""Ends of the record that were kept elsewhere: with each issue, which has it printed, and in each backup."""

import datetime as dt
import json
from collections.abc import Iterable, Iterator

from xcdesk import store
from xcdesk.db.backups import shelf
from xcdesk.models import AuditEntry, Bulletin, MaterialIssue
from xcdesk.services.record.audit import Anchor, KeptAnchor
from xcdesk.wording import Language, listed, text

RESTORED = "office.restored"
"""The act with which the record goes on after a backup was restored; fact ``count`` is its length there."""
_TOLD = 3
"""Places that are named one by one; of more only their number."""


def kept() -> tuple[KeptAnchor, ...]:
    """Every end of this office's record that an issue or a backup beside the data kept."""
    return (*_of_issues(), *_of_papers(), *_of_backups())


def lost_words(lost: Iterable[KeptAnchor], language: Language | None = None) -> str:
    """Where the record does not agree with what was kept, in a sentence's end."""
    names = [text("anchor.at", language, place=one.place, count=one.anchor.count) for one in lost]
    told = listed(names[:_TOLD], language)
    if len(names) > _TOLD:
        told = text("anchor.more", language, places=told, more=len(names) - _TOLD)
    return text("check.lost", language, places=told)


def _of_issues() -> Iterator[KeptAnchor]:
    columns = (Bulletin.series, Bulletin.year, Bulletin.number, Bulletin.record_count, Bulletin.record_digest)
    query = Bulletin.select(*columns).where(Bulletin.record_digest != "").order_by(Bulletin.id)
    for row in query:
        series = text(f"bulletin.series.{row.series.value}")
        place = text("anchor.issue", series=series, year=row.year, number=row.number)
        yield KeptAnchor(place, Anchor(row.record_count, row.record_digest))


def _of_papers() -> Iterator[KeptAnchor]:
    for row in MaterialIssue.select().order_by(MaterialIssue.id):
        kind = text(f"material.kind.{row.kind.value}")
        place = text("anchor.paper", kind=kind, year=row.year, number=row.number)
        yield KeptAnchor(place, Anchor(row.record_count, row.record_digest))


def _of_backups() -> Iterator[KeptAnchor]:
    """Backups of another office may lie in the same folder: they begin with another entry."""
    first = AuditEntry.select(AuditEntry.digest).order_by(AuditEntry.id).first()
    left = _left_behind()
    for name, told in shelf.record_ends(store.backup_folder(store.where())):
        end = told.record
        if first is None or end.first != first.digest:
            continue
        if any(end.count > count and told.at < at for count, at in left):
            continue  # of the time that the office went back behind when it restored a backup
        yield KeptAnchor(text("anchor.backup", name=name), Anchor(end.count, end.last))


def _left_behind() -> list[tuple[int, dt.datetime]]:
    """For each restored backup: how many entries it held, and when it was restored.

    What the record held beyond them until then was left behind on purpose, and the record says so itself.
    """
    restored = AuditEntry.select().where(AuditEntry.action == RESTORED)
    return [(json.loads(entry.facts)["count"], entry.at) for entry in restored]
