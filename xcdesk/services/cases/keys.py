"""The key of private details: kept by the operating system, or in a file of the person's own; never with us.

An office has one key. Each person's machine keeps it in the keyring of its operating system; where there is
no such service (a console on a server), a file in the data folder that only its owner can read takes its
place, if somebody says so. The database holds nothing of it but its fingerprint.
"""

import base64
import hashlib
import os
import secrets
import stat
from enum import StrEnum
from pathlib import Path
from typing import Any

from xcdesk import settings
from xcdesk.db.base import database
from xcdesk.errors import DeskError
from xcdesk.files import put_in_place
from xcdesk.services.record import audit, setting_rows
from xcdesk.services.record.actor import Actor

_SETTING = "case_key"
_SERVICE = "xcdesk"
_BYTES, _CHECK_BYTES, _GROUP = 32, 3, 5
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


class KeyPlace(StrEnum):
    """Where a machine keeps the key."""

    KEYRING = "keyring"
    FILE = "file"


class NoCaseKeyError(DeskError):
    """The office has no key for private details yet."""

    code = "case.no_key"


class KeyNotHereError(DeskError):
    """The office has a key, but this person's machine does not hold it."""

    code = "case.key_not_here"


class KeyThereError(DeskError):
    """The office has a key already; a second would leave what is kept unreadable."""

    code = "case.key_there"


class KeyringError(DeskError):
    """There is no keyring service on this machine; a key file is offered instead."""

    code = "case.no_keyring"


class OpenKeyFileError(DeskError):
    """Others than its owner can read the key file; fact ``path``."""

    code = "case.open_key_file"


class BadRecoveryKeyError(DeskError):
    """What was typed is no recovery key: a letter is wrong or missing."""

    code = "case.bad_recovery_key"


class OtherKeyError(DeskError):
    """The recovery key belongs to another office."""

    code = "case.other_key"


def fingerprint_of(key: bytes) -> str:
    """What tells a key from others and gives nothing of it away."""
    return hashlib.sha256(b"xcdesk case key\0" + key).hexdigest()[:16]


def office_key() -> str:
    """Fingerprint of the office's key; "" while there is none."""
    return str(setting_rows.read(_SETTING).get("fingerprint", ""))


def is_here() -> bool:
    """Whether this person's machine holds the office's key."""
    try:
        load()
    except DeskError:
        return False
    return True


def has_keyring() -> bool:
    """Whether this machine has a keyring service."""
    import keyring  # start-up time
    from keyring.backends import fail, null

    return not isinstance(keyring.get_keyring(), (fail.Keyring, null.Keyring))


def load() -> bytes:
    """The office's key, from the keyring or the key file.

    Raises:
        NoCaseKeyError: there is none yet.
        KeyNotHereError: this machine does not hold it.
        OpenKeyFileError: the key file is readable by others.
    """
    wanted = office_key()
    if not wanted:
        raise NoCaseKeyError()
    key = _from_file(wanted) or _from_keyring(wanted)
    if key is None or fingerprint_of(key) != wanted:
        raise KeyNotHereError()
    return key


def make(actor: Actor, place: KeyPlace = KeyPlace.KEYRING) -> str:
    """Make the office's key, keep it on this machine, and return its recovery key, which is shown once.

    Raises:
        KeyThereError: the office has one.
        KeyringError: there is no keyring service; ``KeyPlace.FILE`` is what is left.
    """
    key = secrets.token_bytes(_BYTES)
    found = fingerprint_of(key)
    with database.atomic():
        if office_key():
            raise KeyThereError()
        setting_rows.add(_SETTING, {"fingerprint": found})
        audit.record(actor, "case.key_made", "setting:case_key", fingerprint=found, place=place.value)
        _keep(key, found, place)
    return spelt(key)


def restore(actor: Actor, recovery: str, place: KeyPlace = KeyPlace.KEYRING) -> None:
    """Keep the office's key on this machine too, from its recovery key.

    Raises:
        NoCaseKeyError: the office has none.
        BadRecoveryKeyError, OtherKeyError: it is not the recovery key of this office.
        KeyringError: there is no keyring service.
    """
    wanted = office_key()
    if not wanted:
        raise NoCaseKeyError()
    key = read(recovery)
    if fingerprint_of(key) != wanted:
        raise OtherKeyError()
    with database.atomic():
        audit.record(actor, "case.key_restored", "setting:case_key", fingerprint=wanted, place=place.value)
        _keep(key, wanted, place)


def spelt(key: bytes) -> str:
    """A key as it is printed: letters and digits in groups, with some that betray a slip of the pen."""
    code = base64.b32encode(key + _check(key)).decode().rstrip("=")
    return "-".join(code[start : start + _GROUP] for start in range(0, len(code), _GROUP))


def read(recovery: str) -> bytes:
    """The key that a recovery key spells; raises `BadRecoveryKeyError`."""
    code = "".join(char for char in recovery.upper() if char.isalnum())
    code = code.translate(str.maketrans("018", "OIB"))
    try:
        raw = base64.b32decode(code + "=" * (-len(code) % 8))
    except ValueError as error:
        raise BadRecoveryKeyError() from error
    key, check = raw[:_BYTES], raw[_BYTES:]
    if len(key) != _BYTES or check != _check(key):
        raise BadRecoveryKeyError()
    return key


def file_of(fingerprint: str) -> Path:
    """Where the key file of an office lies on this machine."""
    return settings.home() / "keys" / f"{fingerprint}.key"


def _check(key: bytes) -> bytes:
    return hashlib.sha256(b"xcdesk recovery\0" + key).digest()[:_CHECK_BYTES]


def _keep(key: bytes, found: str, place: KeyPlace) -> None:
    if place == KeyPlace.FILE:
        _write_file(file_of(found), key)
        return
    import keyring  # start-up time
    from keyring import errors

    if not has_keyring():
        raise KeyringError(path=file_of(found).parent)
    try:
        keyring.set_password(_SERVICE, found, key.hex())
    except errors.KeyringError as error:
        raise KeyringError(path=file_of(found).parent) from error


def _write_file(path: Path, key: bytes) -> None:
    """Written by its owner alone from the first moment on, not made private afterwards."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    part.unlink(missing_ok=True)
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as stream:
        stream.write(key.hex().encode())
    put_in_place(part, path)


def _from_file(found: str) -> bytes | None:
    path = file_of(found)
    if not path.is_file():
        return None
    if os.name == "posix" and path.stat().st_mode & _OTHERS:
        raise OpenKeyFileError(path=path)
    return _unhexed(path.read_text(encoding="ascii", errors="replace"))


def _from_keyring(found: str) -> bytes | None:
    import keyring  # start-up time
    from keyring import errors

    try:
        kept: Any = keyring.get_password(_SERVICE, found) if has_keyring() else None
    except errors.KeyringError as error:
        raise KeyringError(path=file_of(found).parent) from error
    return None if kept is None else _unhexed(kept)


def _unhexed(text: str) -> bytes | None:
    try:
        return bytes.fromhex(text.strip())
    except ValueError:
        return None
