"""Who stands behind a complaint: encrypted in a table of its own, shown against a recorded reason only."""

import contextlib
import datetime as dt
import json
import secrets
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from xcdesk import clock
from xcdesk.codes import CaseKind
from xcdesk.db import bulk
from xcdesk.db.base import database, is_guarded, is_sqlite
from xcdesk.errors import DeskError
from xcdesk.models import Case, CasePrivate
from xcdesk.services.cases import case_rules, keys, refusals
from xcdesk.services.cases.rows import OVER, Action, Petitioner, Request
from xcdesk.services.cases.words import number
from xcdesk.services.cases.writing import Act, begin, move, note
from xcdesk.services.record import permissions, rows
from xcdesk.services.record.actor import Actor
from xcdesk.services.record.permissions import Permission
from xcdesk.wording import text

_NONCE = 12
_LIMITS = {"name": 40, "phone": 40, "address": 200, "id_number": 40, "note": 1000}


class UnreadableError(DeskError):
    """What is kept was altered, moved from another row, or encrypted with another key; fact ``number``."""

    code = "case.private_unreadable"


@dataclass(frozen=True, slots=True)
class DueErasure:
    """Private details whose time is over: of which case, and since when that is closed."""

    case: int
    number: str
    closed_on: dt.date


def cleaned(petitioner: Petitioner) -> Petitioner:
    """Private details fit to be kept; raises `BadTextError`, which names the field and nothing of it."""
    given = asdict(petitioner)
    return Petitioner(**{name: rows.clean_text(name, given[name], _LIMITS[name]) for name in _LIMITS})


def keep(case_id: int, petitioner: Petitioner) -> None:
    """Encrypt and write private details inside the caller's transaction; those of before are replaced.

    Raises:
        NoCaseKeyError, KeyNotHereError: they cannot be encrypted here.
    """
    key = keys.load()
    CasePrivate.delete().where(CasePrivate.case == case_id).execute()
    (row,) = bulk.reserve(CasePrivate, 1)
    content = _encrypted(key, row, petitioner)
    CasePrivate.insert(
        id=row, case=case_id, content=content, key=keys.fingerprint_of(key), kept_at=clock.utc_now()
    ).execute()


def change(actor: Actor, case_id: int, petitioner: Petitioner, *, version: int | None = None) -> None:
    """Write the private details of a complaint anew; that they changed is recorded, not what they are.

    Raises:
        NoPetitionerError: the case is no complaint.
        NotNowError: the department has it already; and what `keep` raises.
    """
    kept = cleaned(petitioner)
    with database.atomic():
        case, now, target = begin(actor, case_id, Action.EDIT, Request(version=version))
        if now.kind != CaseKind.COMPLAINT:
            raise refusals.NoPetitionerError(field="petitioner")
        keep(case_id, kept)
        move(actor, case, Act(Action.EDIT, now.state, target, concerning=text("field.petitioner", "zh")), {})


def unmask(actor: Actor, case_id: int, reason: str) -> Petitioner:
    """Private details in plain text; who read them and why is written down before they are handed out.

    Raises:
        WordsNeededError: no reason was given.
        NothingPrivateError, ErasedError: there is nothing to read.
        NoCaseKeyError, KeyNotHereError: it cannot be read here; the attempt is not recorded.
        UnreadableError: it was altered; a file does not record the attempt, a server has done so.
    """
    request = Request(words=rows.clean_text("reason", reason, 500))
    with database.atomic():
        case, now, target = begin(actor, case_id, Action.UNMASK, request)
        keys.load()
        note(actor, case, Act(Action.UNMASK, now.state, target, words=request.words))
        if not is_guarded(database):
            return _decrypted(CasePrivate.get(CasePrivate.case == case_id), number(case))
    return _decrypted(_handed_out(case_id), number(case))


def _handed_out(case_id: int) -> CasePrivate:
    """What a server gives out once the reason is committed: a reading that is taken back leaves it there."""
    (row,) = database.execute_sql("SELECT id, content FROM desk.private(%s)", (case_id,)).fetchall()
    return CasePrivate(id=row[0], content=row[1])


def due_for_erasure(today: dt.date | None = None) -> tuple[DueErasure, ...]:
    """What `erase_due` would erase on a day: cases over for so long as the rules say, the oldest first."""
    today = today or clock.today()
    before = today - dt.timedelta(days=case_rules.load().private_days)
    query: Any = (
        Case.select(Case)
        .join(CasePrivate)
        .where(CasePrivate.erased_at.is_null() & Case.state.in_(OVER))
        .order_by(Case.id)
    )
    found = [DueErasure(case.id, number(case), case.closed_on) for case in query]
    return tuple(sorted((one for one in found if one.closed_on <= before), key=lambda one: one.closed_on))


def erase_due(actor: Actor, expected: Sequence[DueErasure]) -> tuple[DueErasure, ...]:
    """Erase what `due_for_erasure` has shown, for good; returns what was erased.

    Args:
        actor: who may remove things for good.
        expected: what the dry run gave; what has changed since is left.

    Raises:
        NotAllowedError: erasing is not everybody's.
    """
    permissions.require(actor, Permission.PURGE)
    done = []
    with _overwriting(), database.atomic():
        due = {one.case: one for one in due_for_erasure()}
        for wanted in expected:
            if wanted.case not in due:
                continue
            case, now, target = begin(actor, wanted.case, Action.ERASE, Request())
            erased = {"content": b"", "erased_at": clock.utc_now(), "version": CasePrivate.version + 1}
            CasePrivate.update(**erased).where(CasePrivate.case == wanted.case).execute()
            move(actor, case, Act(Action.ERASE, now.state, target), {})
            done.append(wanted)
    return tuple(done)


def drop(ids: Sequence[int]) -> None:
    """Delete private details of cases that are removed for good, inside the caller's transaction."""
    CasePrivate.delete().where(CasePrivate.case.in_(list(ids))).execute()


def unreadable() -> tuple[str, ...]:
    """Numbers of cases whose private details cannot be read with the key of this machine.

    Raises:
        NoCaseKeyError, KeyNotHereError: nothing can be read here; a server hands out one at a time.
    """
    if is_guarded(database):
        raise keys.KeyNotHereError()
    wrong = []
    for row in CasePrivate.select(CasePrivate, Case).join(Case).where(CasePrivate.erased_at.is_null()):
        try:
            _decrypted(row, number(row.case))
        except UnreadableError:
            wrong.append(number(row.case))
    return tuple(wrong)


@contextlib.contextmanager
def _overwriting() -> Iterator[None]:
    """What is taken out of a file within is overwritten there, not only let go."""
    if is_sqlite(database):
        database.execute_sql("PRAGMA secure_delete = ON")
    try:
        yield
    finally:
        if is_sqlite(database):
            database.execute_sql("PRAGMA secure_delete = OFF")


def _bound_to(row: int) -> bytes:
    return f"case_private:{row}".encode()


def _encrypted(key: bytes, row: int, petitioner: Petitioner) -> bytes:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # start-up time

    nonce = secrets.token_bytes(_NONCE)
    plain = json.dumps(asdict(petitioner), ensure_ascii=False).encode()
    return nonce + AESGCM(key).encrypt(nonce, plain, _bound_to(row))


def _decrypted(row: CasePrivate, shown: str) -> Petitioner:
    from cryptography.exceptions import InvalidTag  # start-up time
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    content = bytes(row.content)
    try:
        plain = AESGCM(keys.load()).decrypt(content[:_NONCE], content[_NONCE:], _bound_to(row.id))
    except (InvalidTag, ValueError) as error:
        raise UnreadableError(number=shown) from error
    return Petitioner(**json.loads(plain))
