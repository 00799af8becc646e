"""Texts that were typed and not saved: the drafts of the editor of materials."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from xcdesk.codes import MaterialKind
from xcdesk.errors import NotFoundError
from xcdesk.services import approvals
from xcdesk.services.approvals import MaterialDetail, TextChange
from xcdesk.services.office import drafts
from xcdesk.services.office.drafts import DraftText, KeptDraft
from xcdesk.services.record.actor import Actor
from xcdesk.texts.documents import from_text, to_text

NEW = "material:new"
_OF_A_ROW = "material:"


@dataclass(frozen=True, slots=True)
class Unsaved:
    """A draft of a material: ``seen`` is the material as it stands now, None for one that has no row yet."""

    kept: KeptDraft
    seen: MaterialDetail | None

    @property
    def change(self) -> TextChange:
        """What was typed."""
        return change_of(self.kept.text)


def subject_of(material: int | None) -> str:
    """What the draft of a material is kept under."""
    return NEW if material is None else f"{_OF_A_ROW}{material}"


def draft_of(subject: str, kind: MaterialKind, change: TextChange, version: int) -> DraftText:
    """What stands in the editor, as a draft."""
    day = change.needed_by.isoformat() if change.needed_by else ""
    details = {"kind": kind.value, "needed_by": day}
    return DraftText(subject, change.title, change.text, details, version)


def change_of(draft: DraftText) -> TextChange:
    """What a draft holds."""
    day = draft.details.get("needed_by", "")
    return TextChange(draft.title, draft.body, dt.date.fromisoformat(day) if day else None)


def kind_of(draft: DraftText) -> MaterialKind:
    """Kind that was chosen for a material without a row."""
    return MaterialKind(draft.details.get("kind", MaterialKind.NOTICE))


def unsaved_of(actor: Actor, material: int | None) -> Unsaved | None:
    """The draft of one material, if it says anything that is not saved."""
    kept = drafts.kept_of(actor, subject_of(material))
    return None if kept is None else _judged(actor, kept)


def every_unsaved(actor: Actor) -> tuple[Unsaved, ...]:
    """Drafts of materials that say something that is not saved, the latest first; the others are dropped."""
    return tuple(_found(actor))


def _found(actor: Actor) -> Iterator[Unsaved]:
    for kept in drafts.kept(actor):
        if not kept.text.subject.startswith(_OF_A_ROW):
            continue
        unsaved = _judged(actor, kept)
        if unsaved is None:
            drafts.drop(actor, kept.text.subject)
        else:
            yield unsaved


def _judged(actor: Actor, kept: KeptDraft) -> Unsaved | None:
    if kept.text.subject == NEW:
        return Unsaved(kept, None) if (kept.text.title + kept.text.body).strip() else None
    try:
        seen = approvals.detail(actor, int(kept.text.subject.removeprefix(_OF_A_ROW)))
    except (NotFoundError, ValueError):
        return None
    change = change_of(kept.text)
    same = (change.title.strip(), _canonical(change.text)) == (seen.row.title, _canonical(seen.text))
    return None if same and change.needed_by == seen.row.needed_by else Unsaved(kept, seen)


def _canonical(text: str) -> str:
    return to_text(from_text(text))
