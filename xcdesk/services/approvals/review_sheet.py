"""The review record of a material on paper (办理单): steps, opinions, versions, acts, and the hash."""

import datetime as dt
from collections.abc import Iterator

from xcdesk import clock
from xcdesk.services.approvals import comments, consult_forms, listing, reading
from xcdesk.services.approvals.comments import CommentRow
from xcdesk.services.approvals.rows import (
    Action,
    EventRow,
    MaterialDetail,
    SeatRow,
    StepRow,
    Verdict,
    VersionRow,
)
from xcdesk.services.office import office_settings
from xcdesk.services.office.printed import label
from xcdesk.services.record import audit
from xcdesk.services.record.actor import Actor
from xcdesk.services.roster.roster_prints import Printout
from xcdesk.texts.documents import Block, BlockKind, Document

Row = tuple[str, ...]
_SHOWN = 16
"""Characters of a hash that are printed in tables; the whole stands once, under the particulars."""
_ANCHOR = 12


def review_sheet(actor: Actor, material_id: int) -> Printout:
    """Everything that a folder of papers would hold of one material; raises `NotFoundError`."""
    seen = reading.detail(actor, material_id)
    said = comments.comments(material_id)
    blocks = [
        *_table("fields", list(_fields(seen))),
        Block(BlockKind.RULE, label("review_sheet.hash", digest=seen.row.text_hash)),
        *_table("steps", [row for step in seen.steps for row in _step(step)]),
        *_table("advice", [*_advice(seen), *_forms(material_id)]),
        *_table("comments", [_comment(number, each) for number, each in enumerate(said, 1)]),
        *_table("versions", [_version(each) for each in reversed(seen.versions)]),
        *_table("acts", [_act(each) for each in seen.events]),
        Block(BlockKind.RULE, _printed(actor)),
    ]
    today = clock.today()
    subtitle = label("review_sheet.subtitle", kind=label(f"material.kind.{seen.row.kind}"), id=seen.row.id)
    issuer = office_settings.load().issuer
    return Printout(label("review_sheet.title"), subtitle, issuer, today, Document(tuple(blocks)))


_HEADS = {
    "fields": ("field", "value"),
    "steps": ("step", "who", "verdict", "opinion", "at", "text"),
    "advice": ("who", "question", "answer", "at"),
    "comments": ("number", "passage", "comment", "who", "settled"),
    "versions": ("version", "who", "at", "digest", "signed"),
    "acts": ("at", "who", "act", "about"),
}
_DECIDED = frozenset((Verdict.AGREED, Verdict.RETURNED))
_EMPTY_UNSAID = frozenset(("advice", "comments"))
"""Tables that are left out where there is nothing in them."""


def _table(name: str, rows: list[Row]) -> list[Block]:
    if not rows and name in _EMPTY_UNSAID:
        return []
    head = tuple(label(f"review_sheet.head_{column}") for column in _HEADS[name])
    return [
        Block(BlockKind.CAPTION, label(f"review_sheet.{name}")),
        Block(BlockKind.TABLE, rows=(head, *rows)),
    ]


def _fields(seen: MaterialDetail) -> Iterator[Row]:
    """Particulars; who drafted and who submitted stand under name and post of that day."""
    row = seen.row
    yield label("field.title"), row.title
    yield label("review_sheet.state"), label(f"material.state.{row.state}")
    yield label("review_sheet.author"), _who(seen.events[0])
    submitted = [event for event in seen.events if event.action == Action.SUBMIT]
    if submitted:
        yield label("review_sheet.submitter"), _who(submitted[-1])
    if row.needed_by:
        yield label("review_sheet.needed"), row.needed_by.isoformat()
    yield label("review_sheet.revision"), label("review_sheet.revision_of", revision=row.revision)
    if row.check_due is not None:
        owed = label("review_sheet.owed", owner=row.check_owner, day=row.check_due.isoformat())
        yield label("review_sheet.expedited"), owed
    elif row.expedited:
        yield label("review_sheet.expedited"), label("review_sheet.checked")
    for other, name in ((row.corrects, "corrects"), (row.corrected_by, "corrected_by")):
        if other is not None:
            yield label(f"review_sheet.{name}"), f"{listing.row(other).title}（{other}）"


def _step(step: StepRow) -> Iterator[Row]:
    """A step; where several people had a part in it, each follows in a row of the step."""
    name = f"{step.position} {step.name}（{label(f'material.mode.{step.mode}')}）"
    seats = step.seats if len(step.seats) > 1 else ()
    said = [seat for seat in seats if seat.at is not None or seat.given_by]
    how = label(f"review_sheet.verdict.{step.verdict}")
    paper = label("review_sheet.paper") if step.paper else ""
    lent = label("review_sheet.behalf", name=step.behalf_of) if step.behalf_of else ""
    text = label("review_sheet.revision_of", revision=step.revision) if step.revision else ""
    people = label("bulletin.separator").join(step.people)
    opinion = "" if said else step.opinion
    at = step.at if step.verdict in _DECIDED else None
    yield name, people, f"{how}{paper}{lent}", opinion, _time(at), text if at else ""
    yield from (_seat(seat) for seat in said)


def _seat(seat: SeatRow) -> Row:
    given = label("review_sheet.given", name=seat.given_by) if seat.given_by else ""
    hand = label("review_sheet.hand", name=seat.hand) if seat.hand not in {"", seat.name} else ""
    state = label(f"review_sheet.seat.{seat.state}")
    paper = label("review_sheet.paper") if seat.paper else ""
    return "", f"{seat.name}{given}", f"{state}{paper}{hand}", seat.opinion or seat.why, _time(seat.at), ""


def _advice(seen: MaterialDetail) -> list[Row]:
    return [(each.person, each.question, each.reply, _time(each.replied_at)) for each in seen.consulted]


def _forms(material_id: int) -> Iterator[Row]:
    """What was asked on paper, and what came back."""
    for each in reversed(consult_forms.forms(material_id)):
        name = label("consult_form.name", year=each.year, number=each.number)
        answer = each.reply if each.answered else label("consult_form.awaited")
        who = f"{each.respondent or each.receiver}（{name}）"
        yield who, each.question, answer, each.replied_on.isoformat() if each.replied_on else ""


def _comment(number: int, row: CommentRow) -> Row:
    settled = f"{row.settled_by} {row.answer}".strip() if not row.open else label("review_sheet.open")
    return str(number), row.quote, row.words, row.who, settled


def _version(version: VersionRow) -> Row:
    signed = label("material.state.approved") if version.signed else ""
    name = label("review_sheet.revision_of", revision=version.revision)
    return name, version.who, _time(version.at), version.text_hash[:_SHOWN], signed


def _act(event: EventRow) -> Row:
    sheet = event.sheet
    about = (
        label("review_sheet.behalf", name=event.behalf_of) if event.behalf_of else "",
        label("review_sheet.concerning", name=event.concerning) if event.concerning else "",
        label("review_sheet.sheet", day=sheet.signed_on.isoformat(), file=sheet.label) if sheet else "",
        event.opinion,
    )
    act = label("review_sheet.act", act=label(f"material.action.{event.action}"), revision=event.revision)
    return _time(event.at), _who(event), act, label("figure.separator").join(part for part in about if part)


def _who(event: EventRow) -> str:
    return f"{event.who} {event.post}".strip()


def _time(at: dt.datetime | None) -> str:
    return f"{clock.local(at):%Y-%m-%d %H:%M}" if at is not None else ""


def _printed(actor: Actor) -> str:
    """Who printed it, when, and the end of the record that stands behind it."""
    anchor = audit.anchor()
    end = f"{anchor.count}/{anchor.digest[:_ANCHOR]}"
    now = f"{clock.local(clock.utc_now()):%Y-%m-%d %H:%M}"
    return label("review_sheet.printed", who=actor.name, at=now, anchor=end)
