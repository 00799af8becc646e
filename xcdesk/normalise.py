"""One way to compare what people typed: widths, quotation marks and spaces never make two names of one."""

import functools
import re
import unicodedata
from collections.abc import Sequence

TITLE_KEY_LIMIT = 200
"""Most characters that the log holds of a title's key."""

_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
_TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_SPACES = re.compile(r"\s+")
_MARKS = re.compile(r"[\W_]+")
"""What is neither letter nor digit."""
_MARKS_IN_LINES = re.compile(r"[^\w\n]+")
_WIDE = re.compile("[\uff01-\uff5e\u3000]")
"""Wide forms of common marks, letters and digits; each unfolds to one character."""
_NAME_NOISE = re.compile(r"[\s《》〈〉「」『』【】“”‘’\"'`*·•・]+")
_PADDED_NAME = r"^([\u3400-\u9fff\U00020000-\U0003ffff]) ([\u3400-\u9fff\U00020000-\U0003ffff])$"
"""Compiled by its first use: that takes a millisecond of a start."""


def clean(text: str) -> str:
    """Text as it may be stored and shown: no control characters, white space as single spaces, trimmed."""
    if text.isprintable() and "  " not in text:  # holds nothing of both patterns but single spaces
        return text.strip(" ")
    return _SPACES.sub(" ", _INVISIBLE.sub("", text)).strip()


def in_order(text: str) -> str:
    """Text without the invisible marks that let it be read in another order than it is written.

    Nobody here writes from right to left: what they do is let a name or a file pass for another.
    """
    return _TURNING.sub("", text)


@functools.lru_cache(maxsize=1 << 10)
def person(text: str) -> str:
    """A person's name as written, without the space that pads a name of two characters."""
    return re.sub(_PADDED_NAME, r"\1\2", clean(text))


def folded(text: str) -> str:
    """Text in half-width forms and lower case, without invisible characters; spaces stay."""
    return clean(unicodedata.normalize("NFKC", text)).casefold()


@functools.lru_cache(maxsize=1 << 13)  # a column repeats its words
def name_key(text: str) -> str:
    """Key under which spellings of a name are one, whatever their marks, widths and spaces."""
    return _NAME_NOISE.sub("", folded(text))


@functools.lru_cache(maxsize=1 << 13)  # a row is compared, looked for and written
def title_key(text: str) -> str:
    """Key under which two titles are the same piece: letters and digits only, in half-width forms.

    A title made of marks alone is its own key, so that "" stands for a report without a title and nothing
    else. Wide forms may unfold to more characters than were written; the key is cut to what the log holds.
    """
    plain = folded(text)
    return (_MARKS.sub("", plain) or plain)[:TITLE_KEY_LIMIT]


def title_keys(texts: Sequence[str]) -> list[str]:
    """The key of each title, as `title_key` makes it, at a third of the cost: all are made in one go."""
    whole = "\n".join(texts)
    for wide in set(_WIDE.findall(whole)):  # with these gone, most texts need no search for what to unfold
        whole = whole.replace(wide, unicodedata.normalize("NFKC", wide))
    if not unicodedata.is_normalized("NFKC", whole):
        whole = unicodedata.normalize("NFKC", whole)
    keys = _MARKS_IN_LINES.sub("", whole.casefold()).replace("_", "").split("\n")
    if len(keys) != len(texts):  # a title of several lines
        return list(map(title_key, texts))
    return [key[:TITLE_KEY_LIMIT] or title_key(text) for key, text in zip(keys, texts, strict=True)]
