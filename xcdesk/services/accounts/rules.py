"""What a password and a PIN must be."""

import itertools
import unicodedata

from xcdesk.errors import DeskError

SHORTEST, LONGEST = 8, 128
SHORTEST_PIN, LONGEST_PIN = 6, 12
_USUAL = frozenset(
    {
        "password",
        "password1",
        "passw0rd",
        "qwertyui",
        "qwertyuiop",
        "1q2w3e4r",
        "1qaz2wsx",
        "asdfghjk",
        "asdfghjkl",
        "zxcvbnm1",
        "admin123",
        "admin888",
        "abc12345",
        "abcd1234",
        "aa123456",
        "a1234567",
        "a12345678",
        "woaini1314",
        "woaini520",
        "5201314520",
        "11223344",
    }
)
"""What is tried first."""


class WeakPasswordError(DeskError):
    """A password that is too short, too long or guessed at once; facts ``least`` and ``most``."""

    code = "user.weak_password"


class WeakPinError(DeskError):
    """A PIN that is not of digits, too short, too long or guessed at once; facts ``least`` and ``most``."""

    code = "user.weak_pin"


class NotAlikeError(DeskError):
    """The secret was typed differently the second time."""

    code = "user.not_alike"


def require_password(password: str, *names: str, field: str = "password") -> None:
    """Refuse a password that is too short, or guessed from ``names`` or by typing along the keyboard.

    Raises:
        WeakPasswordError: the fact ``field`` names where it was typed.
    """
    plain = unicodedata.normalize("NFKC", password).casefold()
    guessed = plain in _USUAL or _is_row(plain) or any(plain == _repeated(name, plain) for name in names)
    if not SHORTEST <= len(plain) <= LONGEST or guessed:
        raise WeakPasswordError(field=field, least=SHORTEST, most=LONGEST)


def require_pin(pin: str, field: str = "pin") -> None:
    """Refuse a PIN that is not of digits or is one of those that everybody tries.

    Raises:
        WeakPinError: the fact ``field`` names where it was typed.
    """
    plain = unicodedata.normalize("NFKC", pin)
    digits = plain.isascii() and plain.isdigit()
    if not digits or not SHORTEST_PIN <= len(plain) <= LONGEST_PIN or _is_row(plain):
        raise WeakPinError(field=field, least=SHORTEST_PIN, most=LONGEST_PIN)


def require_alike(one: str, other: str, field: str = "again") -> None:
    """Refuse a secret that was typed differently the second time.

    Raises:
        NotAlikeError: the fact ``field`` names the second one.
    """
    if unicodedata.normalize("NFKC", one) != unicodedata.normalize("NFKC", other):
        raise NotAlikeError(field=field)


def _is_row(text: str) -> bool:
    """One character over and over, or one after the other: ``88888888``, ``12345678``, ``hgfedcba``."""
    steps = {ord(after) - ord(before) for before, after in itertools.pairwise(text)}
    return len(steps) <= 1 and next(iter(steps), 0) in {-1, 0, 1}


def _repeated(name: str, text: str) -> str:
    """A name as often as it fits into a text: ``chenchen`` is no better than ``chen``."""
    plain = unicodedata.normalize("NFKC", name).casefold()
    return (plain * (len(text) // len(plain) + 1))[: len(text)] if plain else ""
