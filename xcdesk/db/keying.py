"""Files encrypted as a whole: how one is known, and how the key follows from a passphrase.

The key is made of the passphrase with Argon2id, salted with the first 16 bytes of the file, and handed to
SQLCipher raw: making it costs a tenth of a second once, and a connection none of the 150 ms that SQLCipher
would take to make it anew each time.
"""

import math
import secrets
import unicodedata
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as sqlcipher

from xcdesk.errors import DeskError

HEADER = b"SQLite format 3\x00"
"""How a file begins that anybody can read."""

PLAIN = ""
"""The key of a file without one."""

SHORTEST = 8
"""Characters of a passphrase at least."""

_SALT, _KEY, _PAGE = 16, 32, 4096
_NOISE = 7.8
"""Bits that a byte of noise carries at least; text, pictures and programs begin with less."""


class LockedStoreError(DeskError):
    """The file is encrypted and no passphrase was given."""

    code = "store.locked"


class WrongPassphraseError(DeskError):
    """The passphrase does not open the file."""

    code = "store.wrong_passphrase"


class WeakPassphraseError(DeskError):
    """A passphrase has some characters at least; fact ``least``."""

    code = "store.weak_passphrase"


@dataclass(frozen=True, slots=True)
class Cost:
    """What it takes to make a key: KiB of memory, passes over it, lanes side by side."""

    memory: int = 65_536
    passes: int = 3
    lanes: int = 1


COST = Cost()
"""About a tenth of a second and 64 MB. It never changes: no file tells at which cost its key was made."""


def is_keyed(path: Path) -> bool:
    """Whether a file looks like one of SQLCipher: whole pages, the first of which is noise from its start."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(_PAGE)
    except OSError:
        return False
    if len(head) < _PAGE or size % _PAGE or head.startswith(HEADER):
        return False
    shares = (count / _PAGE for count in Counter(head).values())
    return -sum(share * math.log2(share) for share in shares) >= _NOISE


def key_of(path: Path, passphrase: str) -> str:
    """The key of an encrypted file if its passphrase is ``passphrase``; raises ``OSError``."""
    with path.open("rb") as file:
        return _key(passphrase, file.read(_SALT))


def has_salt_of(path: Path, key: str) -> bool:
    """Whether an encrypted file was made with this very key, as its salt tells."""
    try:
        with path.open("rb") as file:
            return bool(key) and file.read(_SALT).hex() == key[-2 * _SALT - 1 : -1]
    except OSError:
        return False


def new_key(passphrase: str) -> str:
    """A key for a file that is to be encrypted, with a salt of its own.

    Raises:
        WeakPassphraseError: it is shorter than `SHORTEST` characters.
    """
    if len(unicodedata.normalize("NFKC", passphrase)) < SHORTEST:
        raise WeakPassphraseError(field="passphrase", least=SHORTEST)
    return _key(passphrase, secrets.token_bytes(_SALT))


def connect(path: Path, key: str, *, mode: str = "ro") -> Any:
    """A plain connection to a file that is there; the key is tried by its first statement.

    Args:
        path: the file.
        key: as `key_of` or `new_key` made it, or `PLAIN`.
        mode: ``ro`` or ``rw`` of an SQLite address.
    """
    return connect_to(f"{path.resolve().as_uri()}?mode={mode}", key)


def connect_to(address: str, key: str) -> Any:
    """A plain connection to an SQLite address; the key is tried by its first statement."""
    connection = sqlcipher.connect(address, uri=True, isolation_level=None)
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")  # it would tell of a wrong key on stderr
        if key:
            connection.execute(f"PRAGMA key = {quoted(key)}")
    except BaseException:
        connection.close()
        raise
    return connection


def connect_new(path: Path, key: str) -> Any:
    """A plain connection to a file that is made by it."""
    return connect_to(f"{path.resolve().as_uri()}?mode=rwc", key)


def quoted(key: str) -> str:
    """A key as a literal of SQL: a PRAGMA takes no parameters."""
    return "'" + key.replace("'", "''") + "'"


def _key(passphrase: str, salt: bytes) -> str:
    from argon2.low_level import Type, hash_secret_raw  # start-up time

    made = hash_secret_raw(
        unicodedata.normalize("NFKC", passphrase).encode(),
        salt,
        time_cost=COST.passes,
        memory_cost=COST.memory,
        parallelism=COST.lanes,
        hash_len=_KEY,
        type=Type.ID,
    )
    return f"x'{made.hex()}{salt.hex()}'"
