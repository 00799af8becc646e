"""What somebody has typed and not saved: kept a few seconds after each change, until it is saved or dropped.

A draft is nobody's act: it is seen by its writer alone, has no version and leaves no trace in the record. It
lies in the office's database, because a file beside it would hold in the clear what a keyed database hides.
"""

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from xcdesk import clock
from xcdesk.db.base import database
from xcdesk.models import TextDraft
from xcdesk.services.record import rows
from xcdesk.services.record.actor import Actor

LONGEST = 500_000


@dataclass(frozen=True, slots=True)
class DraftText:
    """What stands in an editor.

    Attributes:
        subject: what is being written, such as ``material:12``; ``material:new`` for what has no row yet.
        title, body: as typed; they need not be fit to be saved.
        details: the other fields of the editor, in words of its own.
        version: of the row when the editor was opened; 0 for a new one.
    """

    subject: str
    title: str
    body: str
    details: Mapping[str, str] = field(default_factory=dict)
    version: int = 0


@dataclass(frozen=True, slots=True)
class KeptDraft:
    """A draft and when it was kept (UTC)."""

    text: DraftText
    at: dt.datetime


def keep(actor: Actor, text: DraftText) -> None:
    """Keep what was typed in place of what was kept before; all of it or nothing.

    Raises:
        BadTextError: longer than any text may be; the draft of before stays.
    """
    fields = {
        "title": rows.storable("title", text.title, LONGEST),
        "body": rows.storable("text", text.body, LONGEST),
        "details": json.dumps(dict(text.details), ensure_ascii=False),
        "version": text.version,
        "kept_at": clock.utc_now(),
    }
    with database.atomic():
        changed = TextDraft.update(**fields).where(_own(actor, text.subject)).execute()
        if not changed:
            TextDraft.create(person=actor.id, subject=text.subject, **fields)


def drop(actor: Actor, subject: str) -> None:
    """Forget a draft, because its text was saved or is not wanted; nothing happens where there is none."""
    with database.atomic():
        TextDraft.delete().where(_own(actor, subject)).execute()


def kept(actor: Actor) -> tuple[KeptDraft, ...]:
    """Every draft of a person, the one kept last first."""
    query = TextDraft.select().where(TextDraft.person == actor.id).order_by(TextDraft.kept_at.desc())
    return tuple(_kept(row) for row in query)


def kept_of(actor: Actor, subject: str) -> KeptDraft | None:
    """The draft of one thing; None where nothing was kept."""
    row = TextDraft.get_or_none(_own(actor, subject))
    return None if row is None else _kept(row)


def _own(actor: Actor, subject: str) -> object:
    return (TextDraft.person == actor.id) & (TextDraft.subject == subject)


def _kept(row: TextDraft) -> KeptDraft:
    text = DraftText(row.subject, row.title, row.body, json.loads(row.details), row.version)
    return KeptDraft(text, row.kept_at)
