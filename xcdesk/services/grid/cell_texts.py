"""What stands in a cell of a sheet, read as the matrix means it: a count, titles, or a reason for none."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from xcdesk.codes import Vocabulary
from xcdesk.normalise import clean, folded, name_key
from xcdesk.services.office import terms

_COUNT = re.compile(r"(\d{1,4})(?:\.0+)?\s*(?:篇|次)?")
_MORE = re.compile(r"\+\s*(\d{1,2})\s*(?:篇)?")
_BETWEEN = re.compile(r"[\n\r；;]+")
"""What stands between two titles in one cell."""
_NOTHING = frozenset({"", "-", "—", "――", "/", "○"})
"""What people write into a cell of which they know nothing."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a cell is to hold: ``count`` reports, or ``titles`` and so many besides, or a code of a reason."""

    count: int = 0
    titles: tuple[str, ...] = ()
    reason: str = ""
    empty: bool = False


def is_blank(text: str) -> bool:
    """Whether a cell of a sheet says nothing, so that it leaves alone what it is pasted upon."""
    return folded(text) in _NOTHING


def read_text(texts: Sequence[str]) -> tuple[Wanted, ...]:
    """What each text wants; the list of reasons is read once."""
    reasons = {
        name_key(word): term.code
        for term in terms.terms(Vocabulary.REASON)
        for word in (term.code, term.label, term.short, *term.spellings)
        if word
    }
    return tuple(_read(text, reasons) for text in texts)


def titles_text(titles: Sequence[str], count: int) -> str:
    """The text of a cell that shows titles, a line each; the reports without one follow as ``+2``."""
    bare = count - len(titles)
    return "\n".join((*titles, *([f"+{bare}"] if bare > 0 else ())))


def _read(text: str, reasons: Mapping[str, str]) -> Wanted:
    plain = folded(text)
    if not plain:
        return Wanted(empty=True)
    counted = _COUNT.fullmatch(plain)
    if counted:
        return Wanted(count=int(counted[1]))
    if name_key(text) in reasons:
        return Wanted(reason=reasons[name_key(text)])
    lines = [line for part in _BETWEEN.split(text) if (line := clean(part))]
    more = sum(int(found[1]) for line in lines if (found := _MORE.fullmatch(folded(line))))
    titles = tuple(line for line in lines if not _MORE.fullmatch(folded(line)))
    return Wanted(more, titles) if titles else Wanted(count=more)
