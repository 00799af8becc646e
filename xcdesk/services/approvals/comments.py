"""Comments on passages of a material: made on one revision, followed through the next, then settled."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from xcdesk import clock
from xcdesk.codes import MaterialState
from xcdesk.db.base import database
from xcdesk.errors import NotFoundError
from xcdesk.models import Material, MaterialVersion, TextComment
from xcdesk.services.approvals import refusals
from xcdesk.services.approvals.words import state_label
from xcdesk.services.record import audit, rows
from xcdesk.services.record.actor import Actor
from xcdesk.texts.anchoring import Span, followed
from xcdesk.texts.documents import from_text, reading_lines

LONGEST = 2_000
_CLOSED = frozenset(
    (
        MaterialState.ISSUED,
        MaterialState.CORRECTED,
        MaterialState.VOIDED,
        MaterialState.ARCHIVED,
        MaterialState.DISCARDED,
    )
)


@dataclass(frozen=True, slots=True)
class NewComment:
    """A comment on characters ``start`` to ``end`` of the text of ``revision`` as it is read."""

    revision: int
    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class CommentRow:
    """One comment.

    ``place`` is where its passage stands in the present text, None when the passage is gone or the comment is
    settled; ``at`` and ``settled_at`` are UTC. ``proposal`` is what should stand there, None for no proposal.
    """

    id: int
    version: int
    revision: int
    quote: str
    words: str
    who: str
    at: dt.datetime
    place: Span | None
    settled_by: str = ""
    settled_at: dt.datetime | None = None
    answer: str = ""
    proposal: str | None = None

    @property
    def open(self) -> bool:
        """Whether nobody has settled it."""
        return self.settled_at is None


def reading_text(text: str) -> str:
    """A text in its markup as it is read; places of comments count its characters."""
    return "\n".join(reading_lines(from_text(text)))


def comments(material: int) -> tuple[CommentRow, ...]:
    """Comments of a material: open ones in the order of the text, then those settled, the latest first."""
    texts = {each.revision: each.body for each in _versions(material)}
    now = reading_text(texts[max(texts)]) if texts else ""
    read = {revision: reading_text(body) for revision, body in texts.items()}
    query = TextComment.select().where(TextComment.material == material).order_by(TextComment.id)
    found = [_row(each, read, now) for each in query]
    standing = sorted((each for each in found if each.open), key=lambda each: _order(each, len(now)))
    settled = [each for each in reversed(found) if not each.open]
    return (*standing, *settled)


def comment(actor: Actor, material: int, new: NewComment) -> int:
    """Comment on a passage; the answer is the id of the comment.

    Raises:
        NotFoundError: there is no such material or revision.
        ClosedTextError: the text went out or was voided.
        NoPassageError: nothing is chosen in the text.
        MissingTextError, BadTextError: nothing was written.
    """
    words = rows.required_text("comment", new.words, LONGEST)
    with database.atomic():
        row = _open(material)
        text = reading_text(_revision(material, new.revision).body)
        quote = text[new.start : new.end]
        if not quote.strip():
            raise refusals.NoPassageError
        made = TextComment.create(
            material=row,
            revision=new.revision,
            start=new.start,
            length=new.end - new.start,
            quote=quote,
            words=words,
            who=actor.id,
            who_name=actor.name,
        )
        audit.record(
            actor, "material.commented", f"material:{material}", comment=made.id, revision=new.revision
        )
        return int(made.id)


def settle(actor: Actor, comment_id: int, *, version: int, answer: str = "") -> None:
    """Settle a comment, with an answer or without one.

    Raises:
        NotFoundError: there is no such comment.
        StaleRowError: somebody settled or reopened it meanwhile.
        BadTextError: the answer cannot be stored.
    """
    said = rows.clean_text("answer", answer, LONGEST)
    changes = {
        "settled_by": actor.id,
        "settled_name": actor.name,
        "settled_at": clock.utc_now(),
        "answer": said,
    }
    _change(actor, comment_id, version, "material.comment_settled", changes)


def reopen(actor: Actor, comment_id: int, *, version: int) -> None:
    """Open a settled comment again.

    Raises:
        NotFoundError, StaleRowError: as for `settle`.
    """
    changes = {"settled_by": None, "settled_name": "", "settled_at": None, "answer": ""}
    _change(actor, comment_id, version, "material.comment_reopened", changes)


def _change(actor: Actor, comment_id: int, version: int, act: str, changes: Mapping[str, object]) -> None:
    with database.atomic():
        row = TextComment.get_or_none(TextComment.id == comment_id)
        if row is None:
            raise NotFoundError(what="comment", name=comment_id)
        rows.save_versioned(row, version, changes)
        audit.record(actor, act, f"material:{row.material_id}", comment=comment_id)


def _open(material: int) -> Material:
    row: Material | None = Material.get_or_none(Material.id == material)
    if row is None:
        raise NotFoundError(what="material", name=material)
    if row.state in _CLOSED:
        raise refusals.ClosedTextError(state=state_label(row.state))
    return row


def _versions(material: int) -> list[MaterialVersion]:
    fields = (MaterialVersion.revision, MaterialVersion.body)
    return list(MaterialVersion.select(*fields).where(MaterialVersion.material == material))


def _revision(material: int, revision: int) -> MaterialVersion:
    own = (MaterialVersion.material == material) & (MaterialVersion.revision == revision)
    found: MaterialVersion | None = MaterialVersion.get_or_none(own)
    if found is None:
        raise NotFoundError(what="material", name=f"{material} / {revision}")
    return found


def _row(row: TextComment, read: dict[int, str], now: str) -> CommentRow:
    settled = row.settled_at is not None
    place = None
    if not settled:
        place = followed(Span(row.start, row.start + row.length), read[row.revision], now)
    return CommentRow(
        id=row.id,
        version=row.version,
        revision=row.revision,
        quote=row.quote,
        words=row.words,
        who=row.who_name,
        at=row.at,
        place=place,
        settled_by=row.settled_name,
        settled_at=row.settled_at,
        answer=row.answer,
        proposal=row.proposal,
    )


def _order(row: CommentRow, end: int) -> tuple[int, int]:
    """Place in the text; a comment whose passage is gone comes last."""
    return (row.place.start if row.place else end + 1, row.id)
