"""Texts of cases: fit to be stored, and free of private details, which have a place of their own."""

import re
from collections.abc import Iterable

from xcdesk.codes import CaseKind
from xcdesk.services.cases import refusals
from xcdesk.services.cases.rows import Petitioner
from xcdesk.services.record import rows

TITLE, PERSON = 200, 40
_MOBILE = re.compile(r"(?<!\d)1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)")
_IDENTITY = re.compile(r"(?<!\d)\d{17}[\dXx](?![\dXx])")
_SHORTEST = 2
_MASK = "＊＊＊"


def require_plain(kind: CaseKind, texts: Iterable[str], petitioner: Petitioner | None = None) -> None:
    """Refuse texts of a complaint that name who complained: everybody reads and prints them.

    Raises:
        PrivateInTextError: a mobile number, an identity number, or something of ``petitioner`` stands there.
    """
    refused = refusal(kind, texts, petitioner)
    if refused is not None:
        raise refused


def refusal(
    kind: CaseKind, texts: Iterable[str], petitioner: Petitioner | None = None
) -> refusals.PrivateInTextError | None:
    """Why texts are not fit to be read by everybody, as `require_plain` has it."""
    if kind != CaseKind.COMPLAINT:
        return None
    words = _words(petitioner)
    for text in texts:
        named = any(word in text for word in words)
        if named or _MOBILE.search(text) or _IDENTITY.search(text):
            return refusals.PrivateInTextError()
    return None


def masked(text: str, petitioner: Petitioner) -> str:
    """A text without numbers that may be private and without what is known of ``petitioner``."""
    shown = _IDENTITY.sub(_MASK, _MOBILE.sub(_MASK, text))
    for word in _words(petitioner):
        shown = shown.replace(word, _MASK)
    return shown


def _words(petitioner: Petitioner | None) -> list[str]:
    if petitioner is None:
        return []
    known = (petitioner.name, petitioner.phone, petitioner.address, petitioner.id_number)
    return [word for word in (each.strip() for each in known) if len(word) >= _SHORTEST]


def title(written: str) -> str:
    """A title fit to be stored; raises `MissingTextError`, `BadTextError`."""
    return rows.required_text("title", written, TITLE)
