"""What a clerk is told of a text before it is printed: how long it is, and what will not print as meant.

Only length and characters are looked at; what a text says is nobody's business here.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from xcdesk.texts import outline
from xcdesk.texts.documents import BlockKind, Document, plain_kind, reading_lines

LONG_TITLE = 40
"""Characters that fit on two lines of the printed title."""
LONG_HEADING = 40
"""Characters from which a numbered heading is set as a paragraph."""
_WORD = re.compile(r"[0-9A-Za-z]+(?:[.,:/@-][0-9A-Za-z]+)*")
_RADICALS = (range(0x2E80, 0x2FE0), range(0xF900, 0xFB00))
_SUPPLEMENTARY = 0x20000
_HAN = range(0x4E00, 0xA000)


class Finding(StrEnum):
    """What there is to look at."""

    LONG_TITLE = "long_title"
    LONG_HEADING = "long_heading"
    RARE = "rare"
    UNSAFE = "unsafe"


@dataclass(frozen=True, slots=True)
class Warned:
    """One thing to look at, in a line of `documents.reading_lines`: first character and how many."""

    finding: Finding
    line: int
    start: int
    length: int
    text: str


@dataclass(frozen=True, slots=True)
class Measured:
    """Length of a text: hanzi, marks and words together as Word counts them; hanzi alone; paragraphs."""

    words: int
    hanzi: int
    paragraphs: int


def measured(document: Document) -> Measured:
    """How long a text is."""
    lines = [line for line in reading_lines(document) if line]
    text = "\n".join(lines)
    latin = _WORD.findall(text)
    rest = _WORD.sub("", text)
    hanzi = sum(_is_hanzi(char) for char in rest)
    return Measured(len(latin) + sum(not char.isspace() for char in rest), hanzi, len(lines))


def warnings(title: str, document: Document) -> tuple[Warned, ...]:
    """What will not print as meant, in reading order; line -1 is the title of the whole."""
    found = [*_long(-1, title, BlockKind.TITLE), *_characters(-1, title)]
    kinds = _kinds(document)
    for at, line in enumerate(reading_lines(document)):
        found += _long(at, line, kinds.get(at, BlockKind.TABLE))
        found += _characters(at, line)
    return tuple(found)


def is_rare(char: str) -> bool:
    """Whether a hanzi stands outside the set that every face and every old program has (GB 2312)."""
    return _is_hanzi(char) and not _encodes(char, "gb2312")


def is_unsafe(char: str) -> bool:
    """Whether a character only looks like one: private use, replaced, invisible, or a radical for a hanzi."""
    if any(ord(char) in block for block in _RADICALS):
        return True
    return char == "\ufffd" or (unicodedata.category(char) in {"Co", "Cf", "Cn"} and char not in "\u200d")


def _long(at: int, line: str, kind: BlockKind) -> Iterator[Warned]:
    if kind is BlockKind.TITLE and len(line) > LONG_TITLE:
        yield Warned(Finding.LONG_TITLE, at, LONG_TITLE, len(line) - LONG_TITLE, line)
    marker = outline.marker_of(line) if kind is BlockKind.PARAGRAPH else None
    if (
        marker is not None
        and marker.level in {outline.Level.ONE, outline.Level.TWO}
        and len(line) > LONG_HEADING
        and plain_kind(line[:LONG_HEADING].rstrip("。；")) is not BlockKind.PARAGRAPH
        and not line.endswith(("。", "；"))
    ):
        yield Warned(Finding.LONG_HEADING, at, LONG_HEADING, len(line) - LONG_HEADING, line)


def _characters(at: int, line: str) -> Iterator[Warned]:
    if line.isascii():
        return
    for place, char in enumerate(line):
        if is_unsafe(char):
            yield Warned(Finding.UNSAFE, at, place, 1, char)
        elif is_rare(char):
            yield Warned(Finding.RARE, at, place, 1, char)


def _kinds(document: Document) -> dict[int, BlockKind]:
    """Kind of each reading line outside tables."""
    kinds: dict[int, BlockKind] = {}
    at = 0
    for block in document.blocks:
        if block.kind is BlockKind.TABLE:
            at += len(block.rows) * max(map(len, block.rows))
            continue
        kinds[at] = block.kind
        at += 1
    return kinds


def _is_hanzi(char: str) -> bool:
    point = ord(char)
    return point in _HAN or 0x3400 <= point < 0x4DC0 or _SUPPLEMENTARY <= point < 0x32000  # noqa: PLR2004


def _encodes(char: str, encoding: str) -> bool:
    try:
        char.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
