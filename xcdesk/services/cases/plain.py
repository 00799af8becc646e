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


def require_plain(kind: CaseKind, texts: Iterable[str], petitioner: Petitioner | None = None) -> None:
    """Refuse texts of a complaint that name who complained: everybody reads and prints them.

    Raises:
        PrivateInTextError: a mobile number, an identity number, or something of ``petitioner`` stands there.
    """
    if kind != CaseKind.COMPLAINT:
        return
    known = (
        (petitioner.name, petitioner.phone, petitioner.address, petitioner.id_number) if petitioner else ()
    )
    words = [word for word in (each.strip() for each in known) if len(word) >= _SHORTEST]
    for text in texts:
        named = any(word in text for word in words)
        if named or _MOBILE.search(text) or _IDENTITY.search(text):
            raise refusals.PrivateInTextError()


def title(written: str) -> str:
    """A title fit to be stored; raises `MissingTextError`, `BadTextError`."""
    return rows.required_text("title", written, TITLE)
