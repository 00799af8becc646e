"""Asking somebody without an account (征求意见单): numbered forms about a text, and what their replies say.

A form decides nothing and stops nothing. What a reply proposes lands as comments on the text, which whoever
writes takes over or settles; the reply itself is kept as it came.
"""

import contextlib
import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from peewee import IntegrityError, fn

from xcdesk import clock
from xcdesk.db.base import database
from xcdesk.errors import NotFoundError
from xcdesk.files import safe_name
from xcdesk.models import ConsultForm, Material, MaterialVersion, TextComment
from xcdesk.progress import Operation
from xcdesk.services.approvals import facts, refusals
from xcdesk.services.approvals.consult_lines import FormLine, Found, RepliedLine, differences, lines_of
from xcdesk.services.approvals.rows import OPEN_TO_ADVICE
from xcdesk.services.approvals.words import state_label
from xcdesk.services.log.evidence import NewFile
from xcdesk.services.record import audit, rows
from xcdesk.services.record.actor import Actor
from xcdesk.texts.documents import from_text
from xcdesk.texts.live_fields import fields_in
from xcdesk.wording import text

_RECEIVER, _NAME, _LABEL = 80, 40, 120
_TRIES = 5


@dataclass(frozen=True, slots=True)
class NewForm:
    """Who is asked, what, and by which day an answer is hoped for."""

    receiver: str
    question: str = ""
    due: dt.date | None = None


@dataclass(frozen=True, slots=True)
class FormRow:
    """One form; what follows ``due`` is empty until it was answered. ``made_at`` and ``taken_at`` are UTC."""

    id: int
    version: int
    material: int
    revision: int
    year: int
    number: int
    receiver: str
    question: str
    due: dt.date | None
    made_by: str
    made_at: dt.datetime
    lines: tuple[FormLine, ...]
    respondent: str = ""
    reply: str = ""
    replied_on: dt.date | None = None
    label: str = ""
    taken_by: str = ""
    taken_at: dt.datetime | None = None

    @property
    def answered(self) -> bool:
        """Whether its reply was taken in."""
        return self.taken_at is not None

    @property
    def is_late(self) -> bool:
        """Whether its day is past and no answer is there."""
        return not self.answered and self.due is not None and self.due < clock.today()


@dataclass(frozen=True, slots=True)
class Reply:
    """A form that came back: who answered, the opinion on the whole, the lines, and the file."""

    respondent: str
    opinion: str
    lines: tuple[RepliedLine, ...]
    file: NewFile


def send(actor: Actor, material_id: int, new: NewForm) -> FormRow:
    """Give a form its number for the text as it stands now; it is written out by whoever calls this.

    Raises:
        NotFoundError: there is no such material.
        FormClosedError: the text went out, was voided or lies in the trash.
        LiveTextError: figures of the text still follow the log.
        EmptyMaterialError: there is no text yet.
        MissingTextError, BadTextError: nothing was written.
    """
    receiver = rows.required_text("receiver", new.receiver, _RECEIVER)
    clean = NewForm(receiver, rows.clean_text("question", new.question), new.due)
    for _ in range(_TRIES - 1):
        with contextlib.suppress(IntegrityError):  # another desk took the number at this moment
            return _send(actor, material_id, clean)
    return _send(actor, material_id, clean)


def _send(actor: Actor, material_id: int, new: NewForm) -> FormRow:
    with database.atomic():
        facts.hold(material_id)
        material = facts.find(material_id)
        lines = _sendable(material)
        year = clock.today().year
        made = ConsultForm.create(
            material=material.id,
            revision=material.revision,
            year=year,
            number=_last(year) + 1,
            receiver=new.receiver,
            question=new.question,
            due=new.due,
            made_by=actor.id,
            made_name=actor.name,
        )
        told = {"year": year, "number": made.number, "revision": material.revision}
        audit.record(actor, "material.form_sent", f"material:{material.id}", **told)
        return _row(made, lines)


def forms(material_id: int) -> tuple[FormRow, ...]:
    """The forms of a material, the latest first."""
    query = ConsultForm.select().where(ConsultForm.material == material_id)
    return tuple(_read(each) for each in query.order_by(ConsultForm.id.desc()))


def form(form_id: int) -> FormRow:
    """One form; raises `NotFoundError`."""
    return _read(_find(ConsultForm.id == form_id, form_id))


def numbered(year: int, number: int) -> FormRow:
    """The form with a number; raises `NotFoundError`."""
    called = text("consult_form.name", "zh", year=year, number=number)
    return _read(_find((ConsultForm.year == year) & (ConsultForm.number == number), called))


def found_in(row: FormRow, lines: Sequence[RepliedLine]) -> tuple[Found, ...]:
    """What the lines of a reply say of the text that was sent."""
    return differences(row.lines, lines)


def take_in(
    actor: Actor, row: FormRow, reply: Reply, *, on: dt.date | None = None, operation: Operation | None = None
) -> int:
    """Keep the reply to a form and put what it says onto the text as comments; answers how many there are.

    A comment stands at its passage of the version that was sent, and is followed through later ones.

    Args:
        actor: who takes it in.
        row: the form as it was seen; of two who take a reply in at once the second is refused.
        reply: what came back.
        on: day of the answer; today unless given.
        operation: progress and cancel of keeping the file.

    Raises:
        AnsweredError: a reply was taken in already.
        StaleRowError: that happened at this moment, at another desk.
        FormClosedError: the text went out meanwhile.
        BadTextError, and what keeping the file refuses: nothing was written.
    """
    from xcdesk.services.log import stored_files  # start-up time

    told: dict[str, Any] = {
        "respondent": rows.clean_text("respondent", reply.respondent or row.receiver)[:_NAME],
        "reply": rows.clean_text("reply", reply.opinion),
        "replied_on": on or clock.today(),
        "label": safe_name(reply.file.name)[-_LABEL:],
    }
    found = found_in(row, reply.lines)
    with database.atomic():
        kept = _awaited(row)
        file = stored_files.store(told["label"], reply.file.opened, operation)
        taken = {"taken_by": actor.id, "taken_name": actor.name, "taken_at": clock.utc_now()}
        rows.save_versioned(kept, row.version, {**told, **taken, "file": file})
        for each in found:
            _comment(actor, kept, told["respondent"], each)
        counted = {"year": row.year, "number": row.number, "count": len(found)}
        audit.record(actor, "material.form_answered", f"material:{row.material}", **counted)
    return len(found)


def write_reply(row: FormRow, path: Path) -> None:
    """Write the form as it came back to ``path``, whole and verified or not at all.

    Raises:
        NotFoundError: nothing came back.
        DamagedFileError, FileInUseError: nothing was written.
    """
    from xcdesk.services.log import stored_files  # start-up time

    kept = _find(ConsultForm.id == row.id, row.id)
    if kept.file_id is None:
        raise NotFoundError(what="consult_form", name=row.number)
    stored_files.write_to(kept.file_id, kept.label, path)


def words_of(found: Found) -> str:
    """What a finding says, in the office's Chinese: the words that should stand there, or the remark."""
    if found.proposal is None:
        return found.remark
    if not found.proposal:
        return text("consult_form.leave_out", "zh")
    return text("consult_form.instead", "zh", words=found.proposal)


def _awaited(row: FormRow) -> ConsultForm:
    """The form, if its reply may still be taken in."""
    kept = _find(ConsultForm.id == row.id, row.id)
    _require_open(facts.find(kept.material_id))
    if kept.taken_at is not None:
        raise refusals.AnsweredError(number=row.number, who=kept.taken_name)
    return kept


def _comment(actor: Actor, kept: ConsultForm, respondent: str, found: Found) -> None:
    TextComment.create(
        material=kept.material_id,
        revision=kept.revision,
        start=found.place.start,
        length=found.place.end - found.place.start,
        quote=found.quote,
        words=words_of(found),
        proposal=found.proposal,
        who=actor.id,
        who_name=respondent,
    )


def _sendable(material: Material) -> tuple[FormLine, ...]:
    _require_open(material)
    if fields_in(material.body):
        raise refusals.LiveTextError
    lines = lines_of(from_text(material.body))
    if not lines:
        raise refusals.FormEmptyError
    return lines


def _require_open(material: Material) -> None:
    if material.state not in OPEN_TO_ADVICE:
        raise refusals.FormClosedError(state=state_label(material.state))


def _last(year: int) -> int:
    query: Any = ConsultForm.select(fn.MAX(ConsultForm.number)).where(ConsultForm.year == year)
    return int(query.scalar() or 0)


def _find(which: Any, name: object) -> ConsultForm:
    found: ConsultForm | None = ConsultForm.get_or_none(which)
    if found is None:
        raise NotFoundError(what="consult_form", name=name)
    return found


def _read(kept: ConsultForm) -> FormRow:
    version = MaterialVersion.get(
        (MaterialVersion.material == kept.material_id) & (MaterialVersion.revision == kept.revision)
    )
    return _row(kept, lines_of(from_text(version.body)))


def _row(kept: ConsultForm, lines: tuple[FormLine, ...]) -> FormRow:
    return FormRow(
        id=kept.id,
        version=kept.version,
        material=kept.material_id,
        revision=kept.revision,
        year=kept.year,
        number=kept.number,
        receiver=kept.receiver,
        question=kept.question,
        due=kept.due,
        made_by=kept.made_name,
        made_at=kept.made_at,
        lines=lines,
        respondent=kept.respondent,
        reply=kept.reply,
        replied_on=kept.replied_on,
        label=kept.label,
        taken_by=kept.taken_name,
        taken_at=kept.taken_at,
    )
