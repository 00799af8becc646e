"""Secrets as hashes (argon2id); loaded when a secret is made or tried, never on the way to the window."""

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argon2 import PasswordHasher


@dataclass(frozen=True, slots=True)
class Cost:
    """What one hash costs: KiB of memory, passes over it, lanes at once."""

    memory: int
    passes: int
    lanes: int


COST = Cost(memory=65_536, passes=3, lanes=4)
"""The second recommendation of RFC 9106; 0.14 s on two cores of 2020. Stored hashes follow a change of it."""


def make(secret: str) -> str:
    """Hash of a secret, with the salt and the cost it was made with."""
    return _hasher().hash(_canonical(secret))


def fits(stored: str, typed: str) -> bool:
    """Whether ``typed`` is the secret of a hash; nothing fits a hash that is none."""
    from argon2.exceptions import InvalidHashError, VerificationError  # start-up time

    try:
        return _hasher().verify(stored, _canonical(typed))
    except (VerificationError, InvalidHashError):
        return False


def is_outdated(stored: str) -> bool:
    """Whether a hash was made at another cost than today's."""
    return _hasher().check_needs_rehash(stored)


def _hasher() -> "PasswordHasher":
    from argon2 import PasswordHasher  # start-up time

    return PasswordHasher(COST.passes, COST.memory, COST.lanes)


def _canonical(secret: str) -> bytes:
    """The same bytes whichever way the characters were typed: full-width, composed or not."""
    return unicodedata.normalize("NFKC", secret).encode("utf-8", "surrogatepass")
