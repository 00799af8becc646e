"""Writing the editable lists; `terms` reads them."""

import re
from dataclasses import dataclass
from typing import Literal

from peewee import IntegrityError, fn

from xcdesk.codes import Vocabulary
from xcdesk.db.base import database
from xcdesk.errors import DeskError, NotFoundError
from xcdesk.models import Term
from xcdesk.services.record import audit, rows, saving
from xcdesk.services.record.actor import Actor

_CODE = re.compile(r"[a-z][a-z0-9_]{0,31}")


class TermExistsError(DeskError):
    """The list has a member of this code."""

    code = "term.exists"


class BadTermCodeError(DeskError):
    """A code is made of small Latin letters, digits and underscores."""

    code = "term.bad_code"


@dataclass(frozen=True, slots=True)
class TermChange:
    """How a term is to be written from now on; its code stays what rows were saved under."""

    label: str
    short: str = ""
    spellings: tuple[str, ...] = ()
    active: bool = True


def add_term(actor: Actor, vocabulary: Vocabulary, code: str, new: TermChange) -> int:
    """Add a member at the end of a list and return its id.

    Raises:
        BadTermCodeError: the code has other characters.
        TermExistsError: the code is taken.
    """
    if not _CODE.fullmatch(code):
        raise BadTermCodeError(name=code, field="code")
    fields = _fields(new)
    with database.atomic():
        last = Term.select(fn.MAX(Term.position)).where(Term.vocabulary == vocabulary).scalar() or 0
        try:
            with database.atomic():
                made = Term.create(vocabulary=vocabulary, code=code, position=last + 1, **fields)
        except IntegrityError as error:
            raise TermExistsError(name=code, field="code") from error
        audit.record(actor, "roster.term_added", f"term:{made.id}", vocabulary=vocabulary, code=code)
    return int(made.id)


def change_term(actor: Actor, term_id: int, version: int, change: TermChange) -> int:
    """Rewrite a member of a list and return the new version.

    Raises:
        StaleRowError: somebody changed it meanwhile.
    """
    fields = _fields(change)
    with database.atomic():
        row = _get(term_id)
        label = fields["label"]
        return saving.change(
            actor, row, version, fields, "roster.term_changed", label=label, before=row.label
        )


def move_term(actor: Actor, term_id: int, version: int, step: Literal[-1, 1]) -> int:
    """Let a member change places with the one before (-1) or after (1) it in its list.

    Returns:
        The new version; the old one when there is no such neighbour, and nothing was written.

    Raises:
        StaleRowError: somebody changed it meanwhile.
    """
    with database.atomic():
        row = _get(term_id)
        found = list(Term.select().where(Term.vocabulary == row.vocabulary).order_by(Term.position, Term.id))
        at = found.index(row) + step
        if not 0 <= at < len(found):
            return version
        other = found[at]
        stepped = rows.save_versioned(row, version, {"position": other.position})
        Term.update(position=row.position).where(Term.id == other.id).execute()
        audit.record(actor, "roster.term_moved", f"term:{term_id}", step=step)
    return stepped


def _get(term_id: int) -> Term:
    row = Term.get_or_none(Term.id == term_id)
    if row is None:
        raise NotFoundError(what="term", name=term_id)
    return row


def _fields(change: TermChange) -> dict[str, object]:
    spellings = [rows.clean_text("spelling", written, 80) for written in change.spellings]
    return {
        "label": rows.required_text("label", change.label, 40),
        "short": rows.clean_text("short", change.short, 8),
        "spellings": "\n".join(written for written in spellings if written),
        "active": change.active,
    }
