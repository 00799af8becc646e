"""Who stands behind a complaint: encrypted in a table of its own, shown against a recorded reason only."""

import contextlib
import datetime as dt
import json
import secrets
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from xcdesk import clock
from xcdesk.db import bulk
from xcdesk.db.base import database, is_guarded, is_sqlite
from xcdesk.errors import DeskError
from xcdesk.models import Case, CasePrivate
from xcdesk.services.cases import case_rules, keys, plain, refusals
from xcdesk.services.cases.rows import OVER, Action, CaseRow, Petitioner, Request
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


def amend(
    actor: Actor, case_id: int, petitioner: Petitioner, reason: str, *, version: int | None = None
) -> CaseRow:
    """Write private details of a complaint anew; what is left empty stays as it is.

    That they changed, which of them and why is recorded; what they are and were is not.

    Raises:
        OnlyComplaintsError, NotNowError, WordsNeededError: as the act's button says.
        NothingPrivateError: nothing was given.
        NoCaseKeyError, KeyNotHereError, UnreadableError: they cannot be read and encrypted here.
    """
    given = {name: value for name, value in asdict(cleaned(petitioner)).items() if value}
    request = Request(version=version, words=rows.clean_text("reason", reason, 500))
    read = _read_before(actor, case_id, request) if is_guarded(database) else None
    with database.atomic():
        case, now, target = begin(actor, case_id, Action.AMEND, request)
        if not given:
            raise refusals.NothingPrivateError
        row = CasePrivate.get_or_none((CasePrivate.case == case_id) & CasePrivate.erased_at.is_null())
        before = read or (Petitioner() if row is None else _decrypted(row, number(case)))
        after = replace(before, **given)
        plain.require_plain(now.kind, (case.title, case.body, request.words), after)
        keep(case_id, after)
        told = "、".join(text(f"case_field.{name}", "zh") for name in given)
        act = Act(Action.AMEND, now.state, target, words=request.words, concerning=told)
        return move(actor, case, act, {})


def _read_before(actor: Actor, case_id: int, request: Request) -> Petitioner:
    """What is there to be amended, as a server hands it out: against the reason, recorded as a reading.

    Raises:
        DeskError: it may not be amended, or not be read; nothing is recorded.
    """
    with database.atomic():
        begin(actor, case_id, Action.AMEND, request)
    there = (CasePrivate.case == case_id) & CasePrivate.erased_at.is_null()
    if not CasePrivate.select().where(there).exists():
        return Petitioner()
    return unmask(actor, case_id, request.words or "")


def forget(actor: Actor, case_id: int, reason: str, *, version: int | None = None) -> CaseRow:
    """Erase private details for good because the person asked for it, whatever the state of the case.

    Raises:
        NothingPrivateError, ErasedError, HeadOnlyError, WordsNeededError: as the act's button says.
    """
    request = Request(version=version, words=rows.clean_text("reason", reason, 500))
    with _overwriting(), database.atomic():
        case, now, target = begin(actor, case_id, Action.FORGET, request)
        _empty(case_id)
        return move(actor, case, Act(Action.FORGET, now.state, target, words=request.words), {})


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
            _empty(wanted.case)
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


def _empty(case_id: int) -> None:
    erased = {"content": b"", "erased_at": clock.utc_now(), "version": CasePrivate.version + 1}
    CasePrivate.update(**erased).where(CasePrivate.case == case_id).execute()


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
    content = json.dumps(asdict(petitioner), ensure_ascii=False).encode()
    return nonce + AESGCM(key).encrypt(nonce, content, _bound_to(row))


def _decrypted(row: CasePrivate, shown: str) -> Petitioner:
    from cryptography.exceptions import InvalidTag  # start-up time
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    content = bytes(row.content)
    try:
        opened = AESGCM(keys.load()).decrypt(content[:_NONCE], content[_NONCE:], _bound_to(row.id))
    except (InvalidTag, ValueError) as error:
        raise UnreadableError(number=shown) from error
    return Petitioner(**json.loads(opened))
